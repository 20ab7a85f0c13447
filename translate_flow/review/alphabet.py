"""Texts as strings in which each character stands for a word or sign, so that they can be compared."""

from __future__ import annotations

from threading import local

from .words import cut, is_word

Coded = tuple[str, list[str]]
"""The words and signs of a text, and the white space before each and after the last; all in codes."""
CODES = 0xD0000 - 0x20000
"""Characters that can stand for words; a pair of texts with more tokens is not compared inside."""
_MANY = 20_000
"""Tokens after which an alphabet is not taken again, or it would grow for ever."""


class Alphabet:
    """One character for each distinct token.

    Words get letters, signs get private-use characters, and a single blank or line
    break stands for itself: the clean-up looks for such kinds when it chooses where
    a change begins.
    """

    def __init__(self) -> None:
        self.codes: dict[str, str] = {}
        self.tokens: dict[str, str] = {}
        self.counted: set[str] = set()
        """Characters that stand for tokens with a letter or digit."""
        self.words = 0
        self.signs = 0

    def encode(self, token: str) -> str:
        """The token's character."""
        code = self.codes.get(token)
        if code is None:
            if len(token) == 1 and token.isspace():
                code = token
            elif token[0].isalnum() or self.signs >= 0x20000:
                # From U+3400 up to the surrogates, then from U+20000 on.
                code = chr(self.words + (0x3400 if self.words < 0xA400 else 0x20000 - 0xA400))
                self.words += 1
            else:
                # The private use areas: U+E000 to U+F8FF, then U+F0000 on.
                code = chr(self.signs + (0xE000 if self.signs < 0x1900 else 0xF0000 - 0x1900))
                self.signs += 1
            self.codes[token] = code
            self.tokens[code] = token
            if is_word(token):
                self.counted.add(code)
        return code

    def decode(self, codes: str) -> str:
        """The text that a run of characters stands for."""
        return "".join(map(self.tokens.__getitem__, codes))

    def split(self, text: str) -> Coded:
        """A text in codes, its white space apart."""
        tokens = cut(text)
        known, encode = self.codes, self.encode
        codes = [known.get(token) or encode(token) for token in tokens]
        solid: list[str] = []
        gaps: list[str] = []
        gap = ""
        for token, code in zip(tokens, codes, strict=True):
            if token.isspace():
                gap = code
            else:
                solid.append(code)
                gaps.append(gap)
                gap = ""
        gaps.append(gap)
        return "".join(solid), gaps


class _Shared(local):
    """The alphabet a thread's diffs share: the words of one paragraph are mostly those of the next."""

    def __init__(self) -> None:
        self.alphabet = Alphabet()


_shared = _Shared()


def alphabet() -> Alphabet:
    """An alphabet with room for a pair of texts. Which character a token has makes no difference to a diff."""
    if len(_shared.alphabet.codes) > _MANY:
        _shared.alphabet = Alphabet()
    return _shared.alphabet
