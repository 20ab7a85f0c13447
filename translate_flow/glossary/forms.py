"""English forms looked for in a text, with their plurals, possessives and spellings."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ..language.plurals import plural, singular, split_head
from ..language.spelling import either_spelling
from .patterns import has_capitals
from .words import DASHES

Span = tuple[int, int]

_POSSESSIVE = r"(?:['’]s|['’](?!\w)|(?<=s)['’])?"


class Forms(NamedTuple):
    """English forms, and how freely they are looked for."""

    forms: tuple[str, ...]
    """The forms."""
    any_case: bool
    """Whether capitals do not matter."""
    inflect: bool
    """Whether names have plural and singular, too."""
    spelling: bool
    """Whether British and American spellings are one."""

    def texts(self) -> dict[str, bool]:
        """The forms with their inflections, longest first: whether each is with its capitals only."""
        found: dict[str, bool] = {}
        for form in self.forms:
            strict = has_capitals(form) and not self.any_case
            found.setdefault(form, strict)
            # "member of Congress" has a plural, "Council of Ministers" has none
            if self.inflect or not has_capitals(split_head(form)[0]):
                found.setdefault(plural(form), strict)
                found.setdefault(singular(form), strict)
        return {text: found[text] for text in sorted(found, key=len, reverse=True) if text.strip()}


@lru_cache(maxsize=8192)
def _expression(forms: Forms) -> re.Pattern[str]:
    """One expression for all forms, longest first; with `spelling` in British and American."""
    texts = forms.texts()
    alternatives = "|".join([_alternative(t, strict, forms.spelling) for t, strict in texts.items()])
    # Names begin with one of few letters, for which `re` looks by itself if nothing stands before them.
    before = "" if all(texts.values()) else r"(?<!\w)"
    return re.compile(rf"{before}(?:{alternatives})(?={_POSSESSIVE}(?!\w))")


@lru_cache(maxsize=8192)
def _parts(forms: Forms) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """For each form what a text that has it begins it with, and what else is there, whatever its spelling, in small letters."""
    found = []
    for text in forms.texts():
        parts = [
            _SURE.match(either_spelling(word) if forms.spelling else word)[0].lower()  # type: ignore[index]
            for word in _LETTERS.findall(text)
        ]
        first = parts.pop(0) if text[0].isascii() and text[0].isalpha() else ""
        found.append((first, tuple(parts)))
    return tuple(found)


_SURE = re.compile(r"(?:[A-Za-z](?!\?))*")
"""What an expression for a word begins with in each spelling."""
_ODD = re.compile("[ıİſ\u212a]")
"""Letters that `re` takes for an i, s or k where capitals do not matter, and `str.lower` does not."""


@lru_cache(maxsize=64)
def _small(text: str) -> tuple[str, bool]:
    """The text in small letters, and whether these stand where the letters do, and no others."""
    small = text.lower()
    return small, text.isascii() or (len(small) == len(text) and _ODD.search(text) is None)


def _places(forms: Forms, text: str) -> list[int] | None:
    """Where one of the forms may begin, in order: mostly nowhere, and compiling a pattern is expensive; None if not known."""
    small, alike = _small(text)
    if not alike:
        return None
    found: list[int] = []
    begun: set[str] = set()
    for first, parts in _parts(forms):
        at = small.find(first)
        if at < 0 or first in begun or not all(map(small.__contains__, parts)):
            continue
        if not first:
            return None
        begun.add(first)
        while at >= 0:
            if not at or not (small[at - 1].isalnum() or small[at - 1] == "_"):
                found.append(at)
            at = small.find(first, at + 1)
    return sorted(found) if len(begun) > 1 else found


def _alternative(text: str, strict: bool, spelling: bool) -> str:
    """A form as an expression: any white space, dash and quote of its kind; all capitals always allowed."""
    text = " ".join(text.split())
    body = loose(text, spelling)
    if not strict:
        return f"(?i:{body})"
    if text[0].islower():  # a form such as "peasant patrols (Rondas)" may begin a sentence
        body += "|" + loose(text[0].upper() + text[1:], spelling)
    return f"{body}|{loose(text.upper(), spelling)}"


_LETTERS = re.compile(r"([A-Za-z]+)")
_JOINT = rf"(?:\s+|[{re.escape(DASHES)}])"
"""Between words of a translation: before a noun they are often joined (*human-rights group*), elsewhere apart (*ill treatment*)."""


def loose(text: str, spelling: bool) -> str:
    """A text as an expression; with `spelling` in British and American, its words apart or joined."""
    parts = _LETTERS.split(text)
    for n, part in enumerate(parts):
        if n % 2:
            parts[n] = either_spelling(part) if spelling else part
        else:
            parts[n] = "".join(_JOINT if spelling and (c == " " or c in DASHES) else _sign(c) for c in part)
    return "".join(parts)


def _sign(char: str) -> str:
    if char == " ":
        return r"\s+"
    if char in DASHES:
        return f"[{re.escape(DASHES)}]"
    if char in '"“”«»':
        return '["“”«»]'
    if char in "'’‘":
        return "['’‘]"
    return re.escape(char)


def spans(forms: Forms, text: str) -> list[Span]:
    """Where one of the forms is, from the beginning of a word on."""
    found: list[Span] = []
    places = _places(forms, text)
    if places is not None:
        done = 0
        for at in places:
            if at >= done and (match := _expression(forms).match(text, at)):
                found.append(match.span())
                done = max(match.end(), at + 1)
        return found
    at, expression = 0, _expression(forms)
    while match := expression.search(text, at):
        start, end = match.span()
        if start and (text[start - 1].isalnum() or text[start - 1] == "_"):
            at = start + 1
        else:
            found.append((start, end))
            at = max(end, start + 1)
    return found
