"""Numbers of list items as they are shown: 3, c, C, iii, III."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST = 3999


def counted(number: int, form: str) -> str:
    """A number in one of the forms `1 a A i I` (the values of HTML's `type`); others, and what a form cannot
    write, in figures. After *z* comes *aa*, as browsers count."""
    if form in ("a", "A") and number > 0:
        word = _letters(number)
    elif form in ("i", "I") and 0 < number <= _MOST:
        word = _roman(number)
    else:
        return str(number)
    return word.upper() if form in ("A", "I") else word


def ordinal(word: str, form: str) -> int:
    """The number that `counted` writes so; 0 if it is none."""
    low = word.lower()
    if form in ("a", "A"):
        return (
            sum((ord(c) - ord("a") + 1) * 26**at for at, c in enumerate(reversed(low)))
            if low.isascii()
            else 0
        )
    if form in ("i", "I"):
        return next((n for n in range(1, 100) if _roman(n) == low), 0)
    return int(word) if word.isdecimal() else 0


def _letters(number: int) -> str:
    word = ""
    while number:
        number, rest = divmod(number - 1, 26)
        word = chr(ord("a") + rest) + word
    return word


def _roman(number: int) -> str:
    word = ""
    for value, sign in _ROMAN:
        word += sign * (number // value)
        number %= value
    return word
