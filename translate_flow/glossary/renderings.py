"""Recognising the name of an organisation that was translated word for word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from ..language import of
from ..language.text import fold
from ..language.wordlists import term_words
from ..language.words import WORD, Span
from ..markup.plain import plain
from ..model import Policy, Term
from .kinds import traits


@cache
def _stretch() -> re.Pattern[str]:
    """Capitalised words, with what joins those of a name in English or, left as they were, in Spanish."""
    links = "|".join(sorted(of("en").words("names", "links") | of("es").words("names", "links")))
    capital = r"[A-ZÁÉÍÓÚÑ][\w'’]*"
    return re.compile(rf"{capital}(?:(?:[ -]|,? (?:(?:{links})(?![\w'’])|[“\"«]))+[“\"«]?{capital})*")


@cache
def _english() -> Mapping[str, frozenset[str]]:
    """What English makes of words in names where they are translated, by the Spanish word, folded."""
    known = of("es")
    return {word: known.words("renderings", word) for word in known.table("renderings")}


def rendering(term: Term, text: str) -> Span | None:
    """Where an English text has a translation of a name that should have been kept; None if nowhere.

    A stretch of capitalised words counts if at least half of the name's words, and two of
    them at least, stand there translated or unchanged, and one of them translated.
    """
    if term.policy is not Policy.KEEP or traits(term.kind).place or term.target != term.es:
        return None
    parts = _parts(term.es)
    if len(parts) < 2:
        return None
    view = plain(text)
    for stretch in _stretch().finditer(view.text):
        words = [fold(word) for word in WORD.findall(stretch[0])]
        if len(words) < 2:
            continue
        hits = [part for part in parts if any(_alike(part, word) for word in words)]
        changed = [part for part in hits if part not in words]
        if changed and len(hits) >= max(2, len(parts) / 2):
            return view.span(stretch.start() + _article(stretch[0]), stretch.end())
    return None


def _article(stretch: str) -> int:
    """Length of an article that begins the stretch with a capital."""
    found = re.match(r"(?:The|An?) ", stretch)
    return found.end() if found else 0


@lru_cache(maxsize=4096)
def _parts(name: str) -> tuple[str, ...]:
    return tuple(
        folded
        for folded in (fold(word) for word in WORD.findall(name))
        if len(folded) > 2 and folded not in term_words("small")
    )


def _alike(spanish: str, english: str) -> bool:
    english = re.sub("['’]s?$", "", english)
    if spanish == english or english in _english().get(spanish, ()):
        return True
    # cognates: episcopal, social, popular; asociación and association share too little and stand above
    return len(spanish) > 5 and len(english) > 4 and spanish[:5] == english[:5]
