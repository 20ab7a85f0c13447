"""Names that lost their accents in the translation: *Otárola*, *Otarola*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..language.dictionary import is_english, is_spanish
from ..language.words import Span, TextWords, folded
from .name import Name
from .people import is_given, is_surname
from .places import is_local, is_respelt, is_unaccented

_OTHER = re.compile(r"[^A-Za-zÁÉÍÓÚáéíóúÑñüÜ]|(?<![Gg])[üÜ]")
"""Letters that Spanish does not write, so that the name is spelt as in its own language."""


@dataclass(frozen=True, slots=True)
class Bare:
    """A word of a name, written without its accents."""

    word: str
    """As the source writes it."""
    span: Span
    """Where it is in the translation."""


def accented(words: TextWords, names: Sequence[Name]) -> Iterator[str]:
    """The words of a Spanish text's names, given its words, that English writes with their accents, each once.

    Not those of countries and cities that English writes without (*Perú*, *Berlín*), of words that it has in a form of its
    own (*Unión*, *Atlántico*), unless they are parts of a person's or a place's name.
    """
    if words.text.isascii():
        return
    seen: set[str] = set()
    for word, start, end in words.capitalised:
        if word.isascii() or end - start < 2 or word in seen or word.isupper():
            continue
        seen.add(word)
        before = words.text[:start].rsplit(None, 1)[-1:]
        if not is_unaccented(" ".join((*before, word))) and _is_kept(word, (start, end), names):
            yield word


def may_be_foreign(word: str, names: Sequence[Name]) -> bool:
    """Whether a word is a foreign name to which Spanish gave its accent (*Mubárak*, *Velociráptor*), for all that is known of it.

    Spanish writes accents on names of other languages by its own rules, and English leaves letters such as *č* bare.
    """
    if is_surname(word) or is_given(word) or is_local(word) or is_spanish(word):
        return False
    if any(name.kind in ("person", "place") and word in name.text.split() for name in names):
        return False
    return not _OTHER.search(word) or any(ord(letter) > _LATIN for letter in word)


_LATIN = 0xFF
"""The last letter of those that western languages write: *č* and *ł* come after it."""


def may_be_bare(source: TextWords, target: TextWords) -> bool:
    """Whether a word of the source is in the translation without its accent, and not as it is: in most none is."""
    exact = {word for word, _, _ in target.capitalised}
    some = [word for word, _, _ in source.capitalised if not word.isascii() and word not in exact]
    return bool(some) and not {_letters(word) for word in exact}.isdisjoint(map(_letters, some))


def bare(words: Iterable[str], target: TextWords) -> Iterator[Bare]:
    """Those of the words that a translation, given its words, has without their accents, and not as they are."""
    there: dict[str, Span] | None = None
    exact = {word for word, _, _ in target.capitalised}
    for word in words:
        if word in exact:
            continue
        if there is None:
            there = {}
            for other, start, end in target.capitalised:
                if end - start > 1:
                    there.setdefault(_letters(other), (start, end))
        span = there.get(_letters(word))
        if span is None:
            continue
        form = target.text[slice(*span)]
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
