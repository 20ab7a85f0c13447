"""What kind of change each change is: every changed word and punctuation mark is claimed by one class.

Pure. The classes claim in the order of `CLASSES`: a phrase that moved is not an omission,
a glossary term put right is not mere wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..facts import read
from ..language.numbers import unmatched
from ..language.spans import Spans
from ..markup.plain import Plain
from ..model import Kind, Term
from .claims import claim_alike, claim_joined, claim_rest, replaced
from .messages import CLASS
from .names import claim_names, claim_names_exchanged
from .negation import claim_lessened, claim_negations
from .postedit import PostEdit
from .quantities import claim_exchanged, claim_measures
from .regions import ChangedToken, Region, changes, pair_up, regions
from .terms import mentions
from .tracked import Change, DiffRun, TermVerdict
from .vocabulary import date_abbreviations, is_date_word

CLASSES = tuple(CLASS)
"""Each class of change, the gravest first."""

_MARKUP = re.compile(
    r"!?\[(?=[^\[\]]*\]\()|\]\([^()\s]*\)|\[\^[^\[\]\s]+\]|</?[A-Za-z][^<>]*>|https?://[^\s<>\"”»]+|www\.[^\s<>\"”»]+"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*\w|\*+|~~|`+|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)|(?<=[*.,;:!?])_+(?!\w)|^#+ "
)
_MARKUP_SIGN = re.compile(r"[*_`~\[\]<@]")


def classify(
    source: str,
    draft: str,
    target: str,
    pieces: Sequence[DiffRun],
    terms: Sequence[TermVerdict] = (),
    *,
    kind: Kind = Kind.PARAGRAPH,
    language: str = "en",
) -> tuple[Change, ...]:
    """The changes between a draft and a text, each of one class, with the characters it touches.

    `pieces` are their diff, moves marked. Every changed word and punctuation mark belongs to exactly one change.
    """
    changed = regions(pieces)
    if not changed:
        return ()
    pair = PostEdit(source, draft, target, changed, kind, language)
    _claim_marks_alone(changed, draft, target, language)
    claim_exchanged(changed, pair)
    claim_names_exchanged(changed, pair)
    found = _orders(changed)
    _claim_terms(changed, draft, target, terms)
    _claim_markup(changed, draft, target)
    for region in changed:
        claim_joined(region)
    _claim_numbers(changed, pair)
    claim_measures(changed, pair)
    claim_negations(changed, pair)
    claim_lessened(changed, pair)
    for region in changed:
        if (plain := replaced(region, pair)) is not None:
            found.append(plain)
            continue
        claim_alike(region, pair)
        claim_names(region, pair)
        claim_rest(region, pair)
        found += changes(region)
    return tuple(_united(sorted(found, key=lambda c: (c.target, c.draft)), draft, target))


def _united(changes: Sequence[Change], draft: str, target: str) -> list[Change]:
    """The changes, with the two halves of one as one: a word that went here and came there, a sign moved over another."""
    made: list[Change] = []
    gone: dict[str, int] = {}
    come: dict[str, int] = {}
    for change in changes:
        if change.kind == "punctuation" and made and (whole := _over_signs(made[-1], change, draft, target)):
            made[-1] = whole
            continue
        if change.kind == "order":
            old, new = (
                text[slice(*s)].lower() for text, s in ((draft, change.draft), (target, change.target))
            )
            if old and not new and old in come:
                place = come.pop(old)
                made[place] = replace(made[place], draft=change.draft)
                continue
            if new and not old and new in gone:
                place = gone.pop(new)
                made[place] = replace(made[place], target=change.target)
                continue
            if old and not new:
                gone[old] = len(made)
            elif new and not old:
                come[new] = len(made)
        made.append(change)
    return made


def _over_signs(first: Change, second: Change, draft: str, target: str) -> Change | None:
    """Both as one if a sign only changed places with the sign beside it: `”.` and `.”`."""
    if first.kind != "punctuation":
        return None
    between = draft[first.draft[1] : second.draft[0]]
    same = between == target[first.target[1] : second.target[0]]
    if not between or not same or len(between) > 3 or any(c.isalnum() or c.isspace() for c in between):
        return None
    return replace(first, draft=(first.draft[0], second.draft[1]), target=(first.target[0], second.target[1]))


def _orders(regions: Sequence[Region]) -> list[Change]:
    """The moved phrases, each as one change; their words are claimed thereby."""
    spans: dict[int, dict[bool, tuple[int, int]]] = {}
    for region in regions:
        for tokens in (region.gone, region.come) if region.moves else ():
            for number in sorted({t.move for t in tokens if t.move}):
                mine = [t for t in tokens if t.move == number and not t.kind]
                solid = [t for t in mine if not t.form.blank]
                if not solid:
                    continue
                for token in mine:
                    token.kind = "order"
                spans.setdefault(number, {})[mine[0].ours] = (solid[0].start, solid[-1].end)
        if len(region.words[0]) != len(region.words[1]) or len(region.words[0]) < 2:
            continue
        before, after = ([t.form.low for t in words] for words in region.words)
        if before != after and sorted(before) == sorted(after):
            for token in (*region.gone, *region.come):
                token.kind = token.kind or "order"
    return [Change("order", s[True], s[False]) for s in spans.values() if len(s) == 2]


def _claim(tokens: Iterable[ChangedToken], kind: str, spans: Spans, term: Term | None) -> None:
    for token in tokens:
        if not token.kind and spans.touch(token.start, token.end):
            token.kind, token.term = kind, term


def _claim_terms(regions: Sequence[Region], draft: str, target: str, terms: Sequence[TermVerdict]) -> None:
    touched = [t for t in terms if t.verdict in ("fixed", "broken")]
    if not touched:
        return
    every = [t.term for t in terms]
    here, there = mentions(every, draft), mentions(every, target)
    for verdict in touched:
        fixed = verdict.verdict == "fixed"
        kind = f"term-{verdict.verdict}"
        right, wrong = (
            Spans((m.start, m.end) for m in found if m.term == verdict.term and m.right == sought)
            for found, sought in ((there if fixed else here, True), (here if fixed else there, False))
        )
        for region in regions:
            _claim(region.come if fixed else region.gone, kind, right, verdict.term)
            _claim(region.gone if fixed else region.come, kind, wrong, verdict.term)


def _may_have_markup(text: str) -> bool:
    return bool(_MARKUP_SIGN.search(text)) or "://" in text or "www." in text or text.startswith("#")


def _claim_marks_alone(regions: Sequence[Region], draft: str, target: str, language: str) -> None:
    """Everything, where without its marks the one text is the other: a mark moved to other words."""
    if not (_may_have_markup(draft) and _may_have_markup(target)):
        return
    before, after = read(draft, language).plain, read(target, language).plain
    if before.text == after.text:
        for token in (t for region in regions for side in (region.gone, region.come) for t in side):
            token.kind, token.move = "markup", 0
        return
    ours, theirs = _linked(draft, before), _linked(target, after)
    if len(ours) < 2 or set(ours.items()) == set(theirs.items()):
        return
    if ours.keys() == theirs.keys() and sorted(ours.values()) == sorted(theirs.values()):
        for region in regions:  # links that have each other's words
            for plain, tokens in ((before, region.gone), (after, region.come)):
                inside = Spans((pair.inner, pair.outer) for pair in plain.around)
                for token in tokens:
                    if not token.kind and inside.hold(token.start, token.end):
                        token.kind, token.move = "markup", 0


def _linked(text: str, plain: Plain) -> dict[str, str]:
    """The words of each link by where it leads."""
    return {
        text[pair.outer : pair.end]: text[pair.inner : pair.outer]
        for pair in plain.around
        if text.startswith("](", pair.outer)
    }


def _claim_markup(regions: Sequence[Region], draft: str, target: str) -> None:
    if not _may_have_markup(draft) and not _may_have_markup(target):
        return
    spans = [Spans(m.span() for m in _MARKUP.finditer(text)) for text in (draft, target)]
    for region in regions:
        others = [{t.text.strip("_") for t in side} for side in (region.come, region.gone)]
        for side, tokens in enumerate((region.gone, region.come)):
            for token in tokens:
                inside = spans[side].touch(token.start, token.end)
                whole = spans[side].hold(token.start, token.end)
                if not token.kind and inside and (whole or token.text.strip("_") in others[side]):
                    token.kind = "markup"
        if any(t.kind == "markup" for t in (*region.gone, *region.come)):
            # _water_ is one word to the diff, so its plain form goes with it.
            bare = {
                t.text.strip("_") for t in (*region.gone, *region.come) if t.kind == "markup" and t.form.word
            }
            for token in (*region.gone, *region.come):
                if not token.kind and token.form.word and token.text in bare:
                    token.kind = "markup"


_DECIMAL = re.compile(r"\d+[.,]\d+")


def _claim_numbers(regions: Sequence[Region], pair: PostEdit) -> None:
    """Figures of the whole texts that have no partner, and days of the week."""
    changed = [t for r in regions for words in r.words for t in words if not t.kind]
    if not any(t.form.numeric for t in changed):
        return
    lost, gained = unmatched(
        read(pair.draft, pair.language).figures, read(pair.target, pair.language).figures
    )
    for spans, side in ((lost, 0), (gained, 1)):
        if spans:
            words = (t for region in regions for t in region.words[side])
            _claim(words, "number", Spans((f.start, f.end) for f in spans), None)
    for region in regions:
        gone, come = region.free()
        if (
            len(gone) == len(come) == 1
            and _DECIMAL.fullmatch(gone[0].text)
            and _DECIMAL.fullmatch(come[0].text)
        ):
            pair_up(gone[0], come[0], "number")  # 3,5: 3.5
    dates = [t for t in changed if t.form.numeric and is_date_word(t.text) and not t.kind]
    for token in dates:
        short = date_abbreviations(token.text)
        same = next((t for t in changed if t.ours != token.ours and t.form.low in short and not t.kind), None)
        if same is not None:
            token.kind = same.kind = "spelling"
        elif token.form.low not in pair.words[1 if token.ours else 0]:
            token.kind = "number"
