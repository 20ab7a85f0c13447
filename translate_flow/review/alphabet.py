"""Texts as strings in which each character stands for a word or sign, so that they can be compared."""

from __future__ import annotations

import re
from itertools import compress
from threading import local
from typing import NamedTuple

from .words import cut, is_word

_REACHING = re.compile("[<\u200d]")
"""Characters by which a token can reach over white space: in an element, after a joiner."""


class Coded(NamedTuple):
    """A text in codes."""

    whole: str
    """Its words, characters and white space."""
    solid: str
    """Its words and punctuation alone."""
    ends: list[int]
    """Where the white space before each of those begins in `whole`, and where the last of them ends."""

    def stretch(self, first: int, size: int) -> str:
        """So many words and punctuation from one on, each with the white space before it."""
        return self.whole[self.ends[first] : self.ends[first + size]]

    def gap(self, index: int) -> str:
        """The white space before a word or sign; after the last one, with one past its index."""
        end = self.ends[index + 1] - 1 if index < len(self.solid) else len(self.whole)
        return self.whole[self.ends[index] : end]


CODES = 0xD0000 - 0x20000
"""Characters that can stand for words; a pair of texts with more tokens is not compared inside."""
_MANY = 20_000
"""Tokens after which an alphabet is not taken again, or it would grow for ever."""


class _Chunks(dict[str, str]):
    """Stretches without white space in codes: words with the characters that stand at them."""

    def __init__(self, alphabet: Alphabet) -> None:
        super().__init__()
        self.alphabet = alphabet

    def __missing__(self, chunk: str) -> str:
        codes = self[chunk] = "".join(map(self.alphabet.__getitem__, cut(chunk)))
        return codes


class Alphabet(dict[str, str]):
    """The character of each token: `alphabet[token]`, a new one for a new token.

    Words get letters, characters get private-use characters, and a single blank or line
    break stands for itself: the clean-up looks for such kinds when it chooses where
    a change begins.
    """

    def __init__(self) -> None:
        super().__init__()
        self.tokens: dict[int, str] = {}
        """The token that each character stands for, by its code point."""
        self.chunks = _Chunks(self)
        self.counted: set[str] = set()
        """Characters that stand for tokens with a letter or digit."""
        self.words = 0
        self.signs = 0

    def __missing__(self, token: str) -> str:
        if len(token) == 1 and token.isspace():
            code = token
        elif token[0].isalnum() or self.signs >= 0x20000:
            # Ideographs, all of them letters: from U+4E00 to U+9FEF, then from U+20000 on.
            code = chr(self.words + (0x4E00 if self.words < 0x51F0 else 0x20000 - 0x51F0))
            self.words += 1
        else:
            # The private use areas: U+E000 to U+F8FF, then U+F0000 on.
            code = chr(self.signs + (0xE000 if self.signs < 0x1900 else 0xF0000 - 0x1900))
            self.signs += 1
        self[token] = code
        self.tokens[ord(code)] = token
        if is_word(token):
            self.counted.add(code)
        return code

    def decode(self, codes: str) -> str:
        """The text that a run of characters stands for."""
        return codes.translate(self.tokens)

    def encode(self, text: str) -> Coded:
        """A text in codes."""
        chunks = text.split()
        plain = " ".join(chunks)
        if text.endswith(" "):
            plain += " "
        if plain == text and not _REACHING.search(text):
            whole = " ".join(map(self.chunks.__getitem__, chunks))
            if text.endswith(" "):
                whole += " "
            ends = [0, *[end for end, code in enumerate(whole, 1) if code != " "]]
            return Coded(whole, whole.replace(" ", ""), ends)
        tokens = cut(text)
        codes = list(map(self.__getitem__, tokens))
        solid = list(map(str.strip, tokens))
        ends = [0, *compress(range(1, len(codes) + 1), solid)]
        return Coded("".join(codes), "".join(compress(codes, solid)), ends)


class _Shared(local):
    """The alphabet a thread's diffs share: the words of one paragraph are mostly those of the next."""

    def __init__(self) -> None:
        self.alphabet = Alphabet()


_shared = _Shared()


def alphabet() -> Alphabet:
    """An alphabet with room for a pair of texts. Which character a token has makes no difference to a diff."""
    if max(len(_shared.alphabet), len(_shared.alphabet.chunks)) > _MANY:
        _shared.alphabet = Alphabet()
    return _shared.alphabet
