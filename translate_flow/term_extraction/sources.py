"""Names in the sources that no glossary has: capitalised sequences, acronyms, items of lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..glossary import Glossary
from ..language.spans import Spans
from ..language.text import fold
from ..model import CONFIRMED, Edition, Kind, Policy, Unit
from ..names import names_only
from ..names.capitals import is_roman, is_translated_acronym
from ..names.people import is_given, is_surname
from ..names.places import is_respelt, is_unaccented
from ..names.words import line_words
from .suggestion import Reason, Sightings, Suggestion, around, guessed_kind, ordinary, squashed

_WORD = re.compile(r"(?<![^\W_])[A-ZÁÉÍÓÚÜÑ][^\W\d_]*(?:['’.-][^\W\d_]+)*")
_GAP = r"[ \u00a0]*\n?[ \u00a0]*"
_LINK = re.compile(rf"{_GAP}(?:(?:de|del|de la|de las|de los|da|do|dos|of|von|van){_GAP})?[“\"«]?")
_ORGANISED = re.compile(
    rf",?{_GAP}(?:(?:de|del|de la|de las|de los|da|do|dos|of|the|for|and|y|e|con|sin|pro|por la|por el|por los|por"
    rf"|para|para la|para el|para los|contra la|contra el|contra|en|en la|frente a la){_GAP})?[“\"«]?"
)
"""What may stand between the capitalised words of an organisation's name."""
_TAIL = re.compile(r"(?<!\s)\s*+(?:[–—-]\s*|\()([A-ZÑ][A-Za-zÑ]{1,11})(?![^\W_])\)?")
_START = re.compile(r"(?:^|[.!?…:;\n•|¿¡«“\"(\[—–-])[\s¿¡«“\"‘(\[*_#>—–-]*$")
_PLACE_TAIL = re.compile(r"(?<!\s)\s*\([^()]*\)\s*$")
_MARKS = re.compile(r"[*_`]+|!?\[|\]\([^)]*\)|\[\^[^\[\]]*\]")
_SMALL = re.compile(r"[a-zà-ÿ]{3}")
_CLOSING = {"“": "”", '"': '"', "«": "»"}


@dataclass(frozen=True, slots=True)
class _Name:
    text: str
    acronym: str = ""
    listed: bool = False


def from_sources(editions: Sequence[Edition], glossary: Glossary) -> Iterator[Suggestion]:
    """Proposals for the names that the statements hold and the glossary does not."""
    inside = _inside_sentences(editions)
    found: dict[str, Sightings] = {}
    acronyms: dict[str, str] = {}
    listed: set[str] = set()
    for edition in editions:
        for unit in edition.units:
            for name in _names(unit, glossary, inside):
                entry = squashed(name.text)
                sightings = found.setdefault(entry, Sightings())
                sightings.forms[name.text] += 1
                sightings.units.append((edition.document.name, unit))
                if name.acronym:
                    acronyms.setdefault(squashed(name.acronym), entry)
                    acronyms.setdefault(squashed(name.text[: name.text.rindex(name.acronym)]), entry)
                if name.listed:
                    listed.add(entry)
    for short, long in acronyms.items():
        if short in found and short != long:  # the acronym or the long form alone: the same name
            found[long].units += found.pop(short).units
    _join_persons(found)
    for entry, sightings in found.items():
        reason = (
            Reason.LISTED
            if entry in listed
            else Reason.ACRONYM
            if entry in acronyms.values()
            else Reason.NAME
        )
        yield _suggestion(sightings, reason)


def _join_persons(found: dict[str, Sightings]) -> None:
    """Take a person without the first of their given names for the one with it: *Elvira Chunga*, *Rosa Elvira Chunga*."""
    persons = {
        entry: sightings.form for entry, sightings in found.items() if is_given(sightings.form.split()[0])
    }
    for entry, form in persons.items():
        longer = [other for other, full in persons.items() if " " in form and full.endswith(f" {form}")]
        if len(longer) == 1 and longer[0] in found:
            found[longer[0]].units += found.pop(entry).units


def _suggestion(sightings: Sightings, reason: Reason) -> Suggestion:
    form = sightings.form
    words = re.findall(r"[^\W\d_]+", form)
    named = [w for w in words if w[0].isupper()]
    plain = all(ordinary(w) and not w.isupper() for w in named)
    if form.isupper() and " " not in form:
        reason = Reason.ACRONYM
    elif reason is Reason.NAME and plain:
        reason = Reason.PHRASE
    read = [unit for _, unit in sightings.units if unit.state in CONFIRMED and unit.target]
    kept = [unit for unit in read if fold(form) in fold(unit.target)]
    kind = guessed_kind(form)
    state = kind == "body" or (reason is Reason.PHRASE and kind != "organisation")
    translated = not kept if read else state
    _, unit = sightings.units[0]
    return Suggestion(
        form,
        reason,
        sightings.count,
        sightings.statements,
        unit.key,
        around(unit.segment.text, form),
        policy=Policy.TRANSLATE if translated else Policy.KEEP,
        kind=kind or ("organisation" if reason is Reason.LISTED else "name"),
    )


def _names(unit: Unit, glossary: Glossary, inside: frozenset[str]) -> Iterator[_Name]:
    text = unit.segment.text
    if whole := _item(unit):
        matches = glossary.find(whole)
        if not any(m.end - m.start >= len(whole) * 0.8 for m in matches):
            tail = _TAIL.search(whole)
            yield _Name(whole, tail[1] if tail and _stands_for(tail[1], whole[: tail.start()]) else "", True)
        return
    if not _SMALL.search(text):
        return  # capitals throughout
    taken = Spans((m.start, m.end) for m in glossary.find(text))
    for start, end, acronym in sequences(text, inside):
        loose = [w for w in _WORD.finditer(text, start, end) if not taken.touch(*w.span())]
        head = fold(next(_WORD.finditer(text, start, end))[0])
        if loose and (len(loose) > 1 or _own(loose[0][0])) and _worth(loose, head, end - start):
            yield _Name(" ".join(text[start:end].split()), acronym)


def _worth(loose: list[re.Match[str]], head: str, length: int) -> bool:
    """Whether the words outside the glossary make a name: one of its own, or several after a head noun."""
    if any(_own(word[0]) for word in loose):
        return True
    return len(loose) > 1 and head in line_words("heads") | line_words("state") and length > 12


def _own(word: str) -> bool:
    """Whether a capitalised word is a name in itself: in no dictionary, and not one English has a form for."""
    bare = word.strip(".")
    if "º" in word or "°" in word:
        return False  # Ley N.º 30364
    if word.isupper():
        translated = is_roman(bare) or is_translated_acronym(bare)
        return len(word) > 2 and not translated and not (len(word) > 3 and ordinary(word))
    if is_surname(bare) or is_given(bare):
        return True
    return len(word) > 2 and not (is_respelt(bare) or is_unaccented(bare) or ordinary(word))


def _item(unit: Unit) -> str:
    """The name that a list item or line consists of, without markup and place; empty if it is none."""
    if unit.segment.kind not in (Kind.NAME, Kind.ITEM, Kind.LINE, Kind.CELL):
        return ""
    plain = " ".join(_MARKS.sub("", unit.segment.text).split()).rstrip(".,; ")
    tail = _PLACE_TAIL.search(plain)
    if tail and not _stands_for(tail[0].strip(" ()"), plain[: tail.start()]):
        plain = plain[: tail.start()]
    if unit.segment.kind is Kind.NAME or (unit.segment.kind is not Kind.CELL and names_only(plain)):
        return plain if any(c.isalpha() for c in plain) and not _CONTRACTED.match(plain) else ""
    return ""


_CONTRACTED = re.compile(r"[\W\d_]*$")


def sequences(text: str, inside: frozenset[str] = frozenset()) -> Iterator[tuple[int, int, str]]:
    """Start, end and acronym (or empty) of each capitalised sequence with its connectors, quotes and acronym.

    The capital of a sentence's first word counts if it begins a sequence and is in no dictionary or
    opens an organisation's name, or if the word is in `inside`: capitalised inside a sentence elsewhere.
    """
    group: list[re.Match[str]] = []
    done = 0
    for word in _WORD.finditer(text):
        opener = fold(word[0]) in line_words("openers") and _starts(text, word)
        if group and not opener and _links(text, group, word):
            group.append(word)
            continue
        for found in _finished(text, group, inside):
            yield found
            done = found[1]
        # an acronym behind its name belongs to it, and an article before a name does not
        group = [] if opener or word.start() < done else [word]
    yield from _finished(text, group, inside)


def _starts(text: str, word: re.Match[str]) -> bool:
    """Whether a sentence begins with the word, or with an article before it."""
    before = text[max(0, word.start() - 12) : word.start()]
    return _START.search(_OPENER.sub("", before)) is not None


_VERB = re.compile(r"(?:ó|aron|ieron|[aei]mos|aban?|ían)$")
_OPENER = re.compile(r"(?:(?<=\W)|^)(?:El|La|Los|Las)\s+$")


def _links(text: str, group: list[re.Match[str]], word: re.Match[str]) -> bool:
    head = fold(group[0][0])
    link = _ORGANISED if head in line_words("heads") | line_words("state") else _LINK
    between = text[group[-1].end() : word.start()]
    return bool(between) and link.fullmatch(between) is not None


def _finished(
    text: str, group: list[re.Match[str]], inside: frozenset[str]
) -> Iterator[tuple[int, int, str]]:
    if not group:
        return
    first = group[0]
    if _starts(text, first):
        head = fold(first[0])
        named = not ordinary(first[0]) and not _VERB.search(first[0])
        opens = len(group) > 1 and (head in line_words("heads") | line_words("state") or named)
        if not (opens or first[0] in inside or first[0].isupper()):
            group = group[1:]
    if not group:
        return
    start, end = group[0].start(), group[-1].end()
    for opening, closing in _CLOSING.items():
        if text[start:end].count(opening) > (opening != closing and text[start:end].count(closing)):
            end += text[end : end + 1] == closing
    acronym = ""
    tail = _TAIL.match(text, end)
    if tail and len(group) > 1 and _stands_for(tail[1], text[start:end]):
        acronym, end = tail[1], tail.end()
    yield start, end, acronym


def _stands_for(acronym: str, name: str) -> bool:
    """Whether an acronym's letters stand in a name in that order, the first of them at its beginning."""
    letters, low = fold(acronym), fold(name)
    if not acronym[1:2].isupper() or len(acronym) < 2 or not low.strip() or acronym in name:
        return False
    initials = [word[0] for word in re.findall(r"[^\W\d_]+", low)]
    if letters[0] not in initials[:2]:
        return False
    place = low.index(letters[0])
    for letter in letters:
        place = low.find(letter, place) + 1
        if not place:
            return False
    return True


def _inside_sentences(editions: Sequence[Edition]) -> frozenset[str]:
    """Words that stand with a capital inside a sentence somewhere and are in no dictionary."""
    found: set[str] = set()
    for edition in editions:
        for unit in edition.units:
            text = unit.segment.text
            if _SMALL.search(text):
                found.update(
                    w[0]
                    for w in _WORD.finditer(text)
                    if not _START.search(text[max(0, w.start() - 8) : w.start()]) and not ordinary(w[0])
                )
    return frozenset(found)
