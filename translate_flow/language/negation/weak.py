"""Words that lessen what they stand before (*poco probable*, *pocas veces*), which a translation may have lost."""

from __future__ import annotations

from functools import lru_cache

from ..knowledge import of
from ..words import Span, TextWords
from .finding import excuses, is_faint, is_negator


def lessens(words: TextWords, tag: str) -> bool:
    """Whether a text has such a word: most have none, which is seen quickly."""
    return not _small(tag).isdisjoint(words.vocabulary)


def weakened(source: TextWords, target: TextWords, languages: tuple[str, str]) -> Span | None:
    """Where the source says how little, of which the translation says nothing; None if it does.

    *Es poco probable* may be *unlikely*, *hardly likely*, *a small chance*: any word that denies, or says that something is small,
    will do, wherever it is. Nothing is found in a translation's language of which such words are not known.
    """
    if not _slight(languages[1]):
        return None
    places = [n for n, word in enumerate(source.low) if word in _small(languages[0])]
    if not places or any(may_lessen(word, languages[1]) for word in target.low):
        return None
    excused = excuses(source.text, languages[0])
    for n in places:
        start, end = source.span(n)
        if not any(first <= start and end <= last for first, last in excused):
            return start, end
    return None


def may_lessen(word: str, tag: str) -> bool:
    """Whether a word, in small letters, denies or may say that something is small."""
    return word in _slight(tag) or is_negator(word, tag) or is_faint(word, tag)


@lru_cache(maxsize=64)
def _small(tag: str) -> frozenset[str]:
    return of(tag).words("negation", "small")


@lru_cache(maxsize=64)
def _slight(tag: str) -> frozenset[str]:
    """Those that lessen, and those that say that something is small, short or late."""
    return of(tag).words("negation", "slight")
