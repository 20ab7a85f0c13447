"""Sentences of a confirmed paragraph and of its translation, paired where that is certain. Pure."""

from __future__ import annotations

import re
from collections import Counter

from ..language.sentences import split
from .words import markup

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_SEPARATORS = re.compile(r"[.,]")
_SPREAD = 1.8
"""How many times longer or shorter than its paragraph's average a translated sentence may be."""
_SLACK = 15
"""Characters of difference that mean nothing in short sentences."""


def sentence_pairs(source: str, target: str, languages: tuple[str, str]) -> list[tuple[str, str]]:
    """The sentences side by side; empty unless each surely translates the other.

    Sure means: as many on both sides and more than one, each of its expected length (sentence
    lengths of translations are proportional: Gale and Church 1993), with the same digits, the
    same question and exclamation marks, and as much markup.
    """
    left, right = split(source, languages[0]), split(target, languages[1])
    if len(left) != len(right) or len(left) < 2:
        return []
    ratio = len(target) / len(source)
    pairs = list(zip(left, right, strict=True))
    return pairs if all(_sure(a, b, ratio) for a, b in pairs) else []


def _sure(source: str, target: str, ratio: float) -> bool:
    expected = len(source) * ratio
    near = expected / _SPREAD <= len(target) <= expected * _SPREAD or abs(len(target) - expected) <= _SLACK
    return (
        near
        and _ending(source) == _ending(target)
        and _digits(source) == _digits(target)
        and len(markup(source)) == len(markup(target))
        and balanced(source)
        and balanced(target)
    )


def balanced(text: str) -> bool:
    """Whether marks of emphasis, brackets and double quotes open and close inside the text."""
    even = all(text.count(sign) % 2 == 0 for sign in ("**", '"', "~~", "`"))
    return even and all(text.count(a) == text.count(b) for a, b in ("()", "[]", "“”", "«»"))


def _ending(text: str) -> str:
    return "".join(sorted({c for c in text if c in "?!"}))


def _digits(text: str) -> Counter[str]:
    return Counter(_SEPARATORS.sub("", number) for number in _DIGITS.findall(text))
