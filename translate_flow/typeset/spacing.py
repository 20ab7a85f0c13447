"""Blanks at which a line must not break: in dates, before percent signs, between *N.º* and its number.

For what is set in lines (pages, Word, PDF); plain text and corpora keep their blanks.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..language.calendar import months
from ..language.knowledge import of

NO_BREAK = "\u00a0"

_SIGN = re.compile(r"(?<=\d) (?=[%‰°€£])|(?<=[§€£]) (?=\d)|(?<=S/) (?=\d)|(?<=[A-Z]\$) (?=\d)")
_DIGIT = re.compile(r"[0-9]")
_INITIAL = re.compile(r"(?<![^\W\d_])([A-ZÁÉÍÓÚÑ]\.) (?=[A-ZÁÉÍÓÚÑ][^\W\d_]*)")


def unbroken(text: str, tag: str) -> str:
    """The text in the language of that BCP 47 tag with no-break spaces where its lines must not break."""
    if " " not in text:
        return text
    if _DIGIT.search(text):
        numbered, dated = _patterns(tag)
        text = _SIGN.sub(NO_BREAK, text)
        text = numbered.sub(lambda m: m[0][:-1] + NO_BREAK, text)
        if dated:
            text = dated.sub(lambda m: m[0].replace(" ", NO_BREAK), text)
    return _INITIAL.sub(rf"\1{NO_BREAK}", text) if ". " in text else text


@lru_cache(maxsize=16)
def _patterns(tag: str) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """What ends with the blank before a number, and days with their months."""
    language = of(tag)
    short = {w for w in language.words("abbreviations", "before_digits", "before_more") if w}
    known = "|".join(map(re.escape, sorted(short | {"n", "no"}, key=len, reverse=True)))
    numbered = re.compile(rf"(?<![^\W\d_])(?:{known})(?:\.?[º°]|\.) (?=[\dIVX])", re.IGNORECASE)
    names = "|".join(sorted(map(re.escape, months(tag)), key=len, reverse=True))
    if not names:
        return numbered, None
    of_month = rf"\b\d{{1,2}} (?:de |di |d')?(?:{names})\b"
    return numbered, re.compile(rf"{of_month}|\b(?:{names}) \d{{1,2}}\b(?![\d.,]\d)", re.IGNORECASE)
