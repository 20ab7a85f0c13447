"""Names that lost their accents in the translation: *Otárola*, *Otarola*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..language.dictionary import is_english, is_spanish
from ..language.words import Span, folded
from .name import Name
from .people import is_given, is_surname
from .places import is_local, is_respelt, is_unaccented

_WORD = re.compile(r"(?<![^\W_])(?![a-zà-ÿ])[^\W\d_]{2,}(?![^\W_])")

_OTHER = re.compile(r"[^A-Za-zÁÉÍÓÚáéíóúÑñüÜ]|(?<![Gg])[üÜ]")
"""Letters that Spanish does not write, so that the name is spelt as in its own language."""


@dataclass(frozen=True, slots=True)
class Bare:
    """A word of a name, written without its accents."""

    word: str
    """As the source writes it."""
    span: Span
    """Where it is in the translation."""


def accented(text: str, names: Sequence[Name]) -> Iterator[str]:
    """The words of a Spanish text's names that English writes with their accents, each once.

    Not those of countries and cities that English writes without (*Perú*, *Berlín*), of words that it has in a form of its
    own (*Unión*, *Atlántico*), unless they are parts of a person's or a place's name.
    """
    if text.isascii():
        return
    seen: set[str] = set()
    for match in _WORD.finditer(text):
        word = match[0]
        if word.isascii() or word in seen or word.isupper():
            continue
        seen.add(word)
        before = text[: match.start()].rsplit(None, 1)[-1:]
        if not is_unaccented(" ".join((*before, word))) and _is_kept(word, match.span(), names):
            yield word


def bare(words: Iterable[str], target: str) -> Iterator[Bare]:
    """Those of the words that a translation has without their accents, and not as they are."""
    there: dict[str, Span] | None = None
    exact: set[str] = set()
    for word in words:
        if there is None:
            there = {}
            for match in _WORD.finditer(target):
                exact.add(match[0])
                there.setdefault(_letters(match[0]), match.span())
        span = there.get(_letters(word))
        if span is None or word in exact:
            continue
        form = target[slice(*span)]
        if not form.isupper() and _accents(form) < _accents(word):
            yield Bare(word, span)


def _letters(word: str) -> str:
    return folded(word).replace("ñ", "n")  # as keyboards without the letter write it


def _accents(word: str) -> int:
    return sum(not letter.isascii() for letter in word)


def _is_kept(word: str, span: Span, names: Sequence[Name]) -> bool:
    if is_unaccented(word) or is_respelt(word) or "ß" in word:  # which is written ss by right
        return False
    if _OTHER.search(word):
        return True
    holding = next((name for name in names if name.start <= span[0] and span[1] <= name.end), None)
    if holding is not None and holding.kind in ("person", "place"):
        return not is_unaccented(holding.text) and (" " in holding.text or not is_english(_letters(word)))
    if is_surname(word) and not is_spanish(word):
        return True
    if is_english(_letters(word)):
        return False
    return is_surname(word) or is_given(word) or is_local(word) or len(word) > 3
