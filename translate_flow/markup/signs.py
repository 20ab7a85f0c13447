"""What looks like text and is not: letters in a font that draws signs in their place, such as Wingdings, or icons by their names."""

from __future__ import annotations

import re

_FONTS = re.compile(
    r"[\"']?(?:(?:itc )?zapf ?dingbats|wingdings(?: [23])?|webdings|symbol|mt extra|marlett|monotype sorts)[\"']?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}")


def are_signs(text: str, font: str) -> bool:
    """Whether a text in that font shows signs: a few letters, or one again and again; words were hardly meant to be unreadable."""
    return (
        _FONTS.fullmatch(font.split(",")[0].strip()) is not None
        and bool(text.strip())
        and all(len(set(word[0].casefold())) == 1 for word in _WORD.finditer(text))
    )
