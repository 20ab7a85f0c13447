"""What the classes ask of a word or sign, whatever text it is in: found once, kept for the texts that follow."""

from __future__ import annotations

from .vocabulary import is_capital, is_function, is_numeric, loosely, may_deny_somewhere
from .words import cut, is_word

_MANY = 20_000
"""Forms after which the table is begun anew, or it would grow for ever."""


class WrittenForm:
    """A word, sign or stretch of white space as it is written."""

    __slots__ = (
        "blank",
        "capital",
        "denying",
        "function",
        "letters",
        "loose",
        "low",
        "numeric",
        "size",
        "text",
        "word",
    )

    def __init__(self, text: str) -> None:
        self.text = text
        self.size = len(text)
        self.blank = text.isspace()
        """Whether it is white space."""
        self.word = is_word(text)
        """Whether it has a letter or digit."""
        self.low = text.lower()
        self.letters = text.isalpha()
        """Whether it has nothing but letters."""
        self.loose = loosely(text) if self.word else text
        """What it has in common with all ways to write the word."""
        self.function = self.word and is_function(text)
        self.capital = self.word and is_capital(text)
        """Whether it can be a name by its capital."""
        self.numeric = self.word and is_numeric(text)
        self.denying = self.word and may_deny_somewhere(text)
        """Whether it may deny, in one language or another."""


class _Forms(dict[str, WrittenForm]):
    """The forms met so far, by text."""

    def __missing__(self, text: str) -> WrittenForm:
        form = self[text] = WrittenForm(text)
        return form


_FORMS = _Forms()


def forms(text: str) -> list[WrittenForm]:
    """The forms a text is made of, in order; their texts join to the text."""
    if len(_FORMS) > _MANY:
        _FORMS.clear()
    return list(map(_FORMS.__getitem__, cut(text)))
