"""The written forms of a glossary term: as it stands in the file, its variants, inflections, acronym."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..language.inflection import forms as inflected
from ..model import Term
from .kinds import traits
from .words import DASHES, words

_TAIL = re.compile(rf"^(?P<long>\S.*?\S)\s*(?:[{DASHES}]\s*(?P<a>[A-ZÑ][\w-]*)|\((?P<b>[A-ZÑ][\w-]*)\))$")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One written form of a term."""

    words: tuple[str, ...]
    """Its words, contractions taken apart."""
    number: str
    """`sg`, `pl`, or empty where a name has no number to speak of."""
    base: bool
    """Whether it is the term itself or an inflection of it, rather than a variant or acronym."""
    name: bool
    """Whether it is written with capitals, and so needs them in a text."""


def has_capitals(text: str) -> bool:
    """Whether a form is written with capitals: then it is a name, and a text must use them too."""
    return not text.islower() and any(c.isupper() for c in text)


def is_acronym(word: str) -> bool:
    """Two capitals or more, points aside, and no small letter."""
    return word.isupper() and sum(c.isalpha() for c in word) > 1


def split_acronym(text: str) -> tuple[str, str] | None:
    """Long form and acronym of `Comisión Episcopal de Acción Social – CEAS` or `… (CEAS)`, or None."""
    found = _TAIL.match(text)
    if not found or " " not in found["long"]:
        return None
    acronym: str = found["a"] or found["b"]
    return (found["long"], acronym) if is_acronym(acronym) else None


def written(term: Term) -> list[str]:
    """The spellings a term has without inflection: itself, long form, acronym, variants; no doubles."""
    found = [term.es]
    if term.es[-1:].isupper() or term.es.endswith(")"):
        found.extend(split_acronym(term.es) or ())
    found.extend(term.variants)
    return list(dict.fromkeys(found)) if len(found) > 1 else found


def patterns(term: Term) -> list[Pattern]:
    """Every form in which the term may stand in Spanish text.

    A name (written with capitals) is as it is. A common noun also is in its other number
    and, for words that name people, gender; unless the file lists its forms (`variants_es`): then
    those and no others.
    """
    found: list[Pattern] = []
    for text in written(term):
        parts = words(text)
        if not parts:
            continue
        base = text == term.es
        if has_capitals(text):
            found.append(Pattern(tuple(parts), term.number, base, True))
        elif not base or term.variants or traits(term.kind).verb:
            number = "" if len(parts[0]) < 4 else ("pl" if parts[0].endswith("s") else "sg")
            found.append(Pattern(tuple(parts), term.number if base else number, base, False))
        else:
            for form, number in inflected(parts, term.number, traits(term.kind).people):
                found.append(Pattern(tuple(form), number, True, False))
    return found
