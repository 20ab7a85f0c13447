"""The sign before a list's item taken apart: what is before and after its number, and how that is written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..markup.counting import ordinal

_SIGN = re.compile(r"(\(?(?:\d+\.)*)(\d{1,9}|[ivxIVX]+|[a-zA-Z])([^\w]{0,4}|\.?º\.?)$")


@dataclass(frozen=True, slots=True)
class Sign:
    """Such as `2.` or `a)`."""

    form: str
    """One of `1 a A i I`; empty for a bullet."""
    number: int = 0
    before: str = ""
    after: str = ""


BULLET = Sign("")


def sign(text: str) -> Sign:
    """The sign of an item; a bullet for what is not a number."""
    found = _SIGN.match(text.strip())
    if not found:
        return BULLET
    core = found[2]
    if core.isdigit():
        return Sign("1", int(core), found[1], found[3])
    for form in (
        ("i", "I") if core.lower() in ("i", "ii", "iii", "iv", "vi", "vii", "viii", "ix") else ("a", "A")
    ):
        right = core.islower() == form.islower()
        if right and (number := ordinal(core, form)) and (len(core) == 1 or form in "iI"):
            return Sign(form, number, found[1], found[3])
    return BULLET
