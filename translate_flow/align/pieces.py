"""Where a paragraph that says several paragraphs may be cut."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..language.sentences import split

_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
"""The end of a sentence."""
_ITEM = re.compile(r"(?<=[;:])\s+")
"""Between a list and what introduces it, and between its items, when they run on in one paragraph."""


def pieces(text: str, said: Sequence[str], language: str) -> list[str]:
    """The sentences of a text, and the items of a list in it if the paragraphs it says are such items.

    Paragraphs are items if one before the last does not end as sentences do: *el cierre del Congreso;*.
    """
    sentences = split(text, language)
    if all(_END.search(paragraph.rstrip()) for paragraph in said[:-1]):
        return sentences
    return [piece for sentence in sentences for piece in _ITEM.split(sentence) if piece.strip()]
