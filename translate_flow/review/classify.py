"""What kind of change each change is: every changed word and sign is claimed by one class.

Pure. The classes claim in the order of `CLASSES`: a phrase that moved is no omission,
a glossary term put right is no mere wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from ..figures import figures, unmatched
from ..model import Change, Kind, Piece, Term, TermVerdict
from .claims import Pair, claim_alike, claim_names, claim_rest
from .regions import Region, Token, changes, regions
from .terms import mentions
from .vocabulary import is_date_word, is_negator

CLASSES: dict[str, str] = {
    "term-fixed": "a glossary term that was wrong in the draft is right now",
    "term-broken": "a glossary term that was right in the draft is wrong now",
    "name": "a name was altered, put in or taken out",
    "number": "a number, date, month or day of the week changed",
    "negation": "something is denied that was not, or no longer denied",
    "omission": "words are gone",
    "addition": "words were added",
    "order": "the same words in another place or order",
    "markup": "bold, links, footnote marks, addresses",
    "spelling": "the same word spelt otherwise",
    "case": "capital or small letters",
    "punctuation": "signs and white space",
    "wording": "said in other words",
}
"""Each class and what it means, the gravest first."""

_MARKUP = re.compile(
    r"!?\[(?=[^\[\]]*\]\()|\]\([^()\s]*\)|\[\^[^\]\s]+\]|</?[A-Za-z][^<>]*>|https?://[^\s<>\"”»]+|www\.[^\s<>\"”»]+"
    r"|[\w.+-]+@[\w-]+\.[\w.-]*\w|\*+|~~|`+|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)|(?<=[*.,;:!?])_+(?!\w)|^#+ "
)
_SUSPECT = re.compile(r"[*_`~\[\]<@]|://|www\.|^#")


def classify(
    source: str,
    draft: str,
    target: str,
    pieces: Sequence[Piece],
    terms: Sequence[TermVerdict] = (),
    *,
    kind: Kind = Kind.PARAGRAPH,
    language: str = "en",
) -> tuple[Change, ...]:
    """The changes between a draft and a text, each of one class, with the characters it touches.

    `pieces` are their diff, moves marked. Every changed word and sign belongs to just one change.
    """
    changed = regions(pieces)
    if not changed:
        return ()
    pair = Pair(source, draft, target, kind, language)
    found = _orders(changed)
    _claim_terms(changed, draft, target, terms)
    _claim_markup(changed, draft, target)
    _claim_numbers(changed, pair)
    _claim_negations(changed, pair)
    for region in changed:
        claim_alike(region, language)
        claim_names(region, pair)
        claim_rest(region)
        found += changes(region)
    return tuple(sorted(found, key=lambda c: (c.target, c.draft)))


def _orders(regions: Sequence[Region]) -> list[Change]:
    """The moved phrases, each as one change; their words are claimed thereby."""
    spans: dict[int, dict[bool, tuple[int, int]]] = {}
    for region in regions:
        for tokens in (region.gone, region.come):
            for number in sorted({t.move for t in tokens if t.move}):
                mine = [t for t in tokens if t.move == number]
                for token in mine:
                    token.kind = "order"
                solid = [t for t in mine if not t.text.isspace()]
                spans.setdefault(number, {})[mine[0].ours] = (solid[0].start, solid[-1].end)
        before, after = ([t.text.lower() for t in s if t.word] for s in (region.gone, region.come))
        if len(before) == len(after) > 1 and before != after and sorted(before) == sorted(after):
            for token in (*region.gone, *region.come):
                token.kind = token.kind or "order"
    return [Change("order", s[True], s[False]) for s in spans.values() if len(s) == 2]


def _claim(tokens: Iterable[Token], kind: str, spans: Sequence[tuple[int, int]], term: Term | None) -> None:
    for token in tokens:
        if not token.kind and any(a < token.end and token.start < b for a, b in spans):
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
        right = [(m.start, m.end) for m in (there if fixed else here) if m.term == verdict.term and m.right]
        wrong = [
            (m.start, m.end) for m in (here if fixed else there) if m.term == verdict.term and not m.right
        ]
        for region in regions:
            _claim(region.come if fixed else region.gone, kind, right, verdict.term)
            _claim(region.gone if fixed else region.come, kind, wrong, verdict.term)


def _claim_markup(regions: Sequence[Region], draft: str, target: str) -> None:
    if not _SUSPECT.search(draft) and not _SUSPECT.search(target):
        return
    spans = [[m.span() for m in _MARKUP.finditer(text)] for text in (draft, target)]
    for region in regions:
        others = [{t.text.strip("_") for t in side} for side in (region.come, region.gone)]
        for side, tokens in enumerate((region.gone, region.come)):
            for token in tokens:
                inside = [s for s in spans[side] if s[0] < token.end and token.start < s[1]]
                whole = any(s[0] <= token.start and token.end <= s[1] for s in inside)
                if not token.kind and inside and (whole or token.text.strip("_") in others[side]):
                    token.kind = "markup"
        if any(t.kind == "markup" for t in (*region.gone, *region.come)):
            # _water_ is one word to the diff, so its plain form goes with it.
            bare = {t.text.strip("_") for t in (*region.gone, *region.come) if t.kind == "markup" and t.word}
            for token in (*region.gone, *region.come):
                if not token.kind and token.word and token.text in bare:
                    token.kind = "markup"


def _claim_numbers(regions: Sequence[Region], pair: Pair) -> None:
    """Figures of the whole texts that have no partner, and days of the week."""
    changed = [t for r in regions for t in (*r.gone, *r.come) if t.word and not t.kind]
    if any(_numeric(t.text) for t in changed):
        lost, gained = unmatched(figures(pair.draft, pair.language), figures(pair.target, pair.language))
        for region in regions:
            _claim(_words(region.gone), "number", [(f.start, f.end) for f in lost], None)
            _claim(_words(region.come), "number", [(f.start, f.end) for f in gained], None)
    dates = [t for t in changed if is_date_word(t.text) and not t.kind]
    for token in dates:
        if token.text.lower() not in pair.lower[1 if token.ours else 0]:
            token.kind = "number"


def _words(tokens: Sequence[Token]) -> list[Token]:
    return [t for t in tokens if t.word]


_NUMERIC = re.compile(
    r"\d|^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r".*|hundreds?|thousands?|millions?|billions?|dozens?|half|half-\w+|twice|double|dos|tres|cuatro|cinco|seis|siete|ocho|nueve"
    r"|diez|mil|cien|millones|millón|[MDCLXVI]{2,})$",
    re.IGNORECASE,
)


@lru_cache(maxsize=1 << 14)
def _numeric(word: str) -> bool:
    return bool(_NUMERIC.search(word)) or is_date_word(word)


def _claim_negations(regions: Sequence[Region], pair: Pair) -> None:
    """Words that deny, where one text has more of them than the other."""
    found: list[tuple[Region, list[Token], list[Token]]] = []
    for region in regions:
        sides = []
        for mine, other in ((region.gone, region.come), (region.come, region.gone)):
            plain = frozenset(t.text.lower() for t in other if t.word)
            sides.append([t for t in mine if t.word and is_negator(t.text, pair.language, plain)])
        if len(sides[0]) != len(sides[1]):
            found.append((region, sides[0], sides[1]))
    if sum(len(gone) - len(come) for _, gone, come in found) == 0:
        return  # as many went as came: the denial is said in another place
    for _, gone, come in found:
        for token in (*gone, *come):
            token.kind = token.kind or "negation"
