"""Terms that people correct again and again: the same wording of a draft replaced by the same other one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..glossary import Glossary, count_target
from ..glossary.table import term_key
from ..language import of
from ..language.text import fold
from ..language.wordlists import term_words
from ..model import CONFIRMED, Edition, Policy, Term, Unit
from ..review import diff
from .phrases import ENGLISH_STOPS, Phrase, as_written, shared, spanish
from .suggestion import Reason, Suggestion, around, guessed_kind, squashed

LEAST = 2
"""Segments in which an edit was made before it is more than chance."""
_MOST_WORDS = 6
_GAP = 2
"""Words that may stay between two changes of one wording: *rapes of the* human rights → human rights *violations*."""
_PART = re.compile(r"\s+|[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]|_")
_EDGE = re.compile(r"^[\W_]+|[\W_]+$")


@dataclass(frozen=True, slots=True)
class EditedWording:
    """A wording of a draft and what a person wrote instead."""

    draft: str
    """Words of the draft, without articles before them."""
    text: str
    """Words of the translation."""


def changes(draft: str, text: str) -> set[EditedWording]:
    """The wordings a person replaced, each as narrow as it is and together with its neighbours."""
    pieces = [(p.op, part) for p in diff(draft, text) for part in _PART.findall(p.text)]
    runs = _runs(pieces)
    found = set()
    for n, (start, end) in enumerate(runs):
        for last in range(n, min(n + 3, len(runs))):
            if last > n and not _near(pieces[runs[last - 1][1] : runs[last][0]]):
                break
            end = runs[last][1]
            for low, high in {(start, end), _widened(pieces, start, end)}:
                change = _change(pieces[low:high])
                if change is not None:
                    found.add(change)
                    found.update(_narrowed(change))
    return found


def _narrowed(change: EditedWording) -> Iterator[EditedWording]:
    """The change without words around the noun phrase: *yesterday the Net Kawsay* → *Red Kawsay*."""
    parts = _ARTICLE.split(change.draft)
    if len(parts) > 1 and parts[-1].strip():
        yield EditedWording(parts[-1].strip(), change.text)
    before, after = _NAME.findall(change.draft), _NAME.findall(change.text)
    for one in before:
        for two in after:
            if one != two and set(one.split()) & set(two.split()):
                yield EditedWording(_bare(one), _bare(two))


_NAME = re.compile(r"[^\W\d_a-zà-ÿ][^\W_]*(?: (?:of |the |and |de |la |y )*[^\W\d_a-zà-ÿ][^\W_]*)+")
_ARTICLE = re.compile(rf"(?:^|\s)(?:{'|'.join(of('en').phrases('grammar', 'determiners'))})\s", re.IGNORECASE)


def _runs(pieces: list[tuple[str, str]]) -> list[tuple[int, int]]:
    """Stretches of changed words; blanks between two of them belong to both."""
    runs: list[tuple[int, int]] = []
    for n, (op, part) in enumerate(pieces):
        if op == "equal":
            continue
        if runs and all(p.isspace() for _, p in pieces[runs[-1][1] : n]):
            runs[-1] = runs[-1][0], n + 1
        elif not part.isspace():
            runs.append((n, n + 1))
    return runs


def _near(between: list[tuple[str, str]]) -> bool:
    solid = [part for _, part in between if not part.isspace()]
    return len(solid) <= _GAP and all(part[0].isalnum() for part in solid)


def _widened(pieces: list[tuple[str, str]], start: int, end: int) -> tuple[int, int]:
    """The stretch with the capitalised words beside it: of *the Net* Muqui the whole name was replaced."""

    def name(n: int) -> bool:
        return 0 <= n < len(pieces) and pieces[n][0] == "equal" and pieces[n][1][0].isupper()

    while start >= 2 and pieces[start - 1][1].isspace() and name(start - 2):
        start -= 2
    while end + 1 < len(pieces) and pieces[end][1].isspace() and name(end + 1):
        end += 2
    if end < len(pieces) and name(end):
        end += 1
    return start, end


def _change(pieces: list[tuple[str, str]]) -> EditedWording | None:
    before = _bare("".join(part for op, part in pieces if op != "insert"))
    after = _bare("".join(part for op, part in pieces if op != "delete"))
    if (
        not before
        or not after
        or before == after
        or max(len(before.split()), len(after.split())) > _MOST_WORDS
    ):
        return None
    telling = [w for w in re.findall(r"[^\W\d_]+", f"{before} {after}") if len(w) > 3]
    plain = all(w.lower() in ENGLISH_STOPS for w in re.findall(r"[^\W\d_]+", before))
    signs = re.search(r"[.;:!?\n]", before + after)
    return None if not telling or plain or signs else EditedWording(before, after)


def _bare(text: str) -> str:
    text = _EDGE.sub("", " ".join(text.split()))
    return re.sub(r"^(?:the|an?)\s+", "", text, flags=re.IGNORECASE)


def from_edits(
    editions: Sequence[Edition], glossary: Glossary, index: Mapping[Phrase, int]
) -> Iterator[Suggestion]:
    """Proposals from edits made in two segments or more. `index` counts segments by Spanish phrase."""
    made: dict[EditedWording, list[tuple[str, Unit]]] = {}
    for edition in editions:
        for unit in edition.units:
            draft = unit.draft
            if unit.state in CONFIRMED and draft is not None and draft.text and draft.text != unit.target:
                for change in changes(draft.text, unit.target):
                    made.setdefault(change, []).append((edition.document.name, unit))
    yield from _repeated(made, glossary, index)


def _repeated(
    made: Mapping[EditedWording, list[tuple[str, Unit]]], glossary: Glossary, index: Mapping[Phrase, int]
) -> Iterator[Suggestion]:
    """One proposal for each Spanish term: of overlapping edits the most frequent, of equals the longest."""
    told: dict[str, Suggestion] = {}
    often = {change: found for change, found in made.items() if len(found) >= LEAST}
    ways = Counter(change.draft for change in often)
    for change, found in sorted(often.items(), key=lambda item: (-len(item[1]), -len(item[0].text))):
        suggestion = _proposal(change, found, glossary, index)
        if suggestion is None or ways[change.draft] > 1:  # written in two ways: told elsewhere
            continue
        entry = squashed(suggestion.es)
        parts = (d for other in told.values() for d in other.forbidden)
        if entry not in told and not any(part in change.draft or change.draft in part for part in parts):
            told[entry] = suggestion
    yield from told.values()


def _proposal(
    change: EditedWording, found: list[tuple[str, Unit]], glossary: Glossary, index: Mapping[Phrase, int]
) -> Suggestion | None:
    sources = [unit.segment.text for _, unit in found]
    statements = tuple(sorted({name for name, _ in found}))
    unit = found[0][1]
    rows = {term_key(term.es): term for term in glossary.terms}
    if all(_stands(change.text, source) for source in sources) and change.text[0].isupper():
        es, en = change.text, ""
    else:
        phrase = shared(sources, index)
        if phrase is None:
            return None
        es = as_written(phrase, unit.segment.text)
        change = _completed(
            change, len([word for word in phrase if word not in term_words("stop_list")]), found
        )
        en = change.text
    listed = rows.get(term_key(es)) or _covering(glossary, es)
    if listed is not None and (change.draft in listed.forbidden or _right(listed, change.text)):
        return None
    return Suggestion(
        listed.es if listed else es,
        Reason.EDITED,
        len(found),
        statements,
        unit.key,
        around(unit.segment.text, es),
        en=en,
        policy=Policy.TRANSLATE if en else Policy.KEEP,
        kind=listed.kind if listed else guessed_kind(es),
        forbidden=(change.draft,),
        renderings=((change.text, len(found)),),
        listed=listed,
    )


def _completed(change: EditedWording, size: int, found: list[tuple[str, Unit]]) -> EditedWording:
    """The change with the unchanged words that always stand before it, as far as the term has words.

    Drafts are word for word: where *technical* table became *technical* working group, and the Spanish
    has two words, the first belongs to it.
    """
    while len(change.draft.split()) < size:
        before = {
            _word_before(change.draft, unit.draft.text or "") for _, unit in found if unit.draft is not None
        } | {_word_before(change.text, unit.target) for _, unit in found}
        word = before.pop() if len(before) == 1 else ""
        if not word or word.lower() in ENGLISH_STOPS:
            break
        change = EditedWording(f"{word} {change.draft}", f"{word} {change.text}")
    return change


def _word_before(wording: str, text: str) -> str:
    found = re.search(rf"([^\W\d_]+) {re.escape(wording)}(?!\w)", " ".join(text.split()))
    return found[1] if found else ""


def _stands(name: str, source: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", " ".join(source.split())) is not None


def _right(term: Term, text: str) -> bool:
    """Whether what people wrote is what the glossary asks for already."""
    return bool(count_target(term, text))


def _covering(glossary: Glossary, es: str) -> Term | None:
    """The term that a phrase is a form of."""
    matches = glossary.find(es)
    return next((m.term for m in matches if fold(m.form) == fold(es)), None)


def phrase_index(editions: Sequence[Edition]) -> Counter[Phrase]:
    """How many different source texts have each Spanish phrase."""
    texts = {unit.segment.text for edition in editions for unit in edition.units}
    return Counter(phrase for text in texts for phrase in spanish(text))
