"""Names of the glossary that a text misspells, found once for all who ask."""

from __future__ import annotations

import re
from functools import lru_cache

from ..glossary import Glossary
from ..language.dictionary import is_ordinary
from ..language.words import TextWords, folded
from ..names.near import NearNames, capitalised
from ..names.places import is_respelt
from .reading import Reading

_OTHER_LETTER = re.compile(r"[^A-Za-zÁÉÍÓÚÑÜáéíóúñü]").match
"""Letters that Spanish does not write."""
_MOST = 1 << 16
"""Words whose near names are kept."""
_EDGES = '.,;:()[]{}“”"«»‘’*_–—/'


class Spellings:
    """The glossary's words, right as they are, and the index of its names."""

    def __init__(self, glossary: Glossary) -> None:
        self._words: set[str] = set()
        self._beside: dict[str, list[frozenset[str]]] = {}
        """Word of a name → the other long words of each name that has it, folded."""
        for term in glossary.terms:
            for text in dict.fromkeys((term.es, term.target, *term.variants, *term.accepted)):
                bare = [word.strip(_EDGES) for word in re.split(r"[\s'’-]+", text)]
                self._words.update(word.casefold() for word in bare)
                others = frozenset(folded(word) for word in bare if len(word) > 3)
                for name, _ in capitalised(TextWords(text)):
                    if not name.isupper():
                        self._beside.setdefault(name, []).append(others - {folded(name)})
        self._near = NearNames(self._beside)
        self._slips: dict[str, tuple[str, ...]] = {}

    def slip(self, word: str, reading: Reading, source: Reading) -> str | None:
        """The glossary's spelling of a misspelt name; None for words that are right or unlike any.

        `reading` is the text with the word. A name that the source has itself is that name, unless the rest of the
        glossary's name is around it (*Alberto Otalora*); a word of the translation is a slip of a name only if the source
        has that one. *Institue* is a slip of *Instituto* only beside other words of the institute's name: such a word has
        neighbours in every language.
        """
        near = self.may_be_slip(word)
        if not near:
            return None
        low = folded(word)
        for name in near:
            there = folded(name)
            around = any(others and others <= reading.parts for others in self._beside[name])
            meant = there in source.parts and low not in source.parts
            bare = low == there and not any(map(_OTHER_LETTER, word))  # Tomáš is no Tomás
            if bare or (around and low != there) or (meant and not is_ordinary(name)):
                return name
        return None

    def may_be_slip(self, word: str) -> tuple[str, ...]:
        """The names of which a word may be a slip, whatever is beside it: mostly none. Remembered."""
        near = self._slips.get(word)
        if near is None:
            if len(self._slips) >= _MOST:
                self._slips.clear()
            near = self._slips[word] = self._near_names(word)
        return near

    def _near_names(self, word: str) -> tuple[str, ...]:
        low = word.casefold()
        if (
            low in self._words
            or low.removesuffix("s") in self._words
            or low.removesuffix("es") in self._words
        ):
            return ()
        if is_ordinary(word) or is_respelt(word):
            return ()
        return self._near.near(word)


@lru_cache(maxsize=4)
def spellings(glossary: Glossary) -> Spellings:
    """Those of a glossary, made once for all statements."""
    return Spellings(glossary)
