"""The places of a source that may be filled otherwise: figures, names of the glossary, and other names. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..facts import Reading, read
from ..glossary import Glossary
from ..language.knowledge import of
from ..language.numbers import Figure
from ..language.words import folded
from ..model import Match
from ..names.capitals import PERSON_LINKS, CapitalWord
from ..names.places import english, is_local


@dataclass(frozen=True, slots=True)
class LooseName:
    """Words with a capital that no glossary lists, joined as in *Rosa Quispe de la Cruz*."""

    words: tuple[CapitalWord, ...]
    """In order."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a source that may be filled otherwise."""

    start: int
    """First character."""
    end: int
    """One past the last."""
    form: str
    """As it is there."""
    content: Figure | Match | LooseName
    """What it is."""


def slots(text: str, language: str, glossary: Glossary | None) -> list[Slot]:
    """Names and figures in text order, not overlapping; a figure in a name belongs to the name."""
    reading = read(text, language)
    found = [Slot(m.start, m.end, m.form, m) for m in (glossary.find(text) if glossary else ())]

    def free(start: int, end: int) -> bool:
        return not any(start < s.end and s.start < end for s in found)

    found += [Slot(f.start, f.end, f.form, f) for f in reading.figures if free(f.start, f.end)]
    if reading.language == "es":
        for run in _runs([w for w in _names(reading) if free(w.start, w.end)], text):
            start, end = run[0].start, run[-1].end
            if free(start, end):
                found.append(Slot(start, end, text[start:end], LooseName(tuple(run))))
    return sorted(found, key=lambda s: s.start)


def _names(reading: Reading) -> Iterator[CapitalWord]:
    """Words with a capital that may be part of a name: not an ordinary one that opens a sentence."""
    if reading.capitals.shouted:
        return
    for word in reading.capitals.words:
        if not word.opens or word.given or not word.ordinary:
            yield word


def _runs(words: Sequence[CapitalWord], text: str) -> Iterator[list[CapitalWord]]:
    run: list[CapitalWord] = []
    for word in words:
        between = text[run[-1].end : word.start] if run else ""
        if run and not (between == " " or between.strip(" ") in PERSON_LINKS):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def between(text: str, found: Sequence[Slot]) -> list[tuple[str, str]]:
    """What is before each slot, with the slot's kind; and the rest."""
    parts, at = [], 0
    for slot in found:
        kind = (
            "figure"
            if isinstance(slot.content, Figure)
            else "name"
            if isinstance(slot.content, Match)
            else "loose"
        )
        parts.append((text[at : slot.start], kind))
        at = slot.end
    return [*parts, (text[at:], "")]


def differing(
    old: LooseName, new: LooseName, stored: str, source: str
) -> tuple[tuple[CapitalWord, ...], tuple[CapitalWord, ...]] | None:
    """The words in which two names differ: of *Comité de Lucha de Ilave* and *… de Juli* the last; None if the rest differs too."""
    left, right = list(old.words), list(new.words)
    while left and right and left[0].text == right[0].text:
        if len(left) > 1 and len(right) > 1 and _gap(stored, left) != _gap(source, right):
            return None
        left.pop(0)
        right.pop(0)
    while left and right and left[-1].text == right[-1].text:
        left.pop()
        right.pop()
    return (tuple(left), tuple(right)) if left and right else None


def _gap(text: str, words: Sequence[CapitalWord]) -> str:
    return text[words[0].end : words[1].start]


def exchanged(
    old: Sequence[CapitalWord], new: Sequence[CapitalWord], forms: tuple[str, str], target: str, language: str
) -> tuple[str, str] | None:
    """What in the translation gives way, and to what, where one name stands for another; None unless it is certain.

    Both must be people or both not, both must be nothing but names, and if they are people, nothing in the translation may
    hang on whether it is a woman or a man.
    """
    if not all(map(_is_name, new)) or _person(old) != _person(new):
        return None
    if _person(old) and not _same_gender(old, new, target, language):
        return None
    before, after = forms
    if language.split("-")[0].lower() == "en":
        after = english(after) or after
        if before not in target:
            before = english(before) or before
    elif english(after) or english(before):
        return None
    return before, after


def _is_name(word: CapitalWord) -> bool:
    """Whether the word is surely a name that stays as it is, or a place with a name of its own in English."""
    return word.given or word.surname or word.unknown or is_local(word.text) or bool(english(word.text))


def _person(words: Sequence[CapitalWord]) -> bool:
    return words[0].given and not is_local(words[0].text)


def _same_gender(old: Sequence[CapitalWord], new: Sequence[CapitalWord], target: str, language: str) -> bool:
    """Whether the translation fits both: English shows it in pronouns alone, others in any word."""
    if (old[0].low[-1:] == "a") == (new[0].low[-1:] == "a") and {old[0].low[-1], new[0].low[-1]} <= {
        "a",
        "o",
    }:
        return True
    gendered = of(language).words("function_words", "gendered")
    return bool(gendered) and gendered.isdisjoint(map(folded, read(target, language).words))
