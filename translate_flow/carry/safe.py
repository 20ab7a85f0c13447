"""Changes of a source that a translation outlives without anybody asked.

Only three are: white space, typography (the shapes of quotes, dashes and points), and an
accent corrected in a name of the glossary. A changed figure, date, name or negation is
never one of them, whatever else holds.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from ..catalogue.messages import ACCENTS, TYPOGRAPHY, WHITE_SPACE
from ..facts import read
from ..glossary import Glossary
from ..language.negation import denying_words
from ..language.text import squeeze
from ..markup.letters import lettered
from ..messages import Message
from ..model import Match

_WORD = re.compile(r"\w+")
_SIGN = re.compile(r"[^\w\s]")
_BROKEN = re.compile(r"(?:(?<![ \t])[ \t]+)?\n[ \t]*")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_SHAPES = {
    **dict.fromkeys("«»“”„‟＂", '"'),
    **dict.fromkeys("‘’‚‛ʼ´`", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
    "°": "º",
}
_SHAPED = re.compile(f"[{''.join(_SHAPES)}]")


@dataclass(frozen=True, slots=True)
class StillValid:
    """A translation that holds for the changed source."""

    target: str
    """It, with what had to follow the change."""
    why: Message
    """What changed: white space, typography, or the accent of a name."""


def still_valid(before: str, after: str, target: str, glossary: Glossary, language: str) -> StillValid | None:
    """The translation of `before` as one of `after`, or None if a person has to look.

    `language` is the source's, a BCP 47 tag.
    """
    if before != after and lettered(before) == lettered(after):
        return StillValid(target, TYPOGRAPHY())  # R&iacute;os, Ríos
    before, after = lettered(before), lettered(after)
    # The words first: where one was changed, as in most edits, there is no need to look for facts.
    held = _followed(before, after, target, glossary)
    return held if held and _same_facts(before, after, glossary, language) else None


def _followed(before: str, after: str, target: str, glossary: Glossary) -> StillValid | None:
    """The translation, if nothing but white space, typography or names' accents was changed."""
    if squeeze(before) == squeeze(after):
        return StillValid(_breaks(before, after, target), WHITE_SPACE())
    left, right = _plain(before), _plain(after)
    if _SIGN.findall(left) != _SIGN.findall(right):
        return None
    old, new = _WORD.findall(left), _WORD.findall(right)
    if old == new:
        return StillValid(target, TYPOGRAPHY())
    return _accents(left, right, target, glossary)


def _plain(text: str) -> str:
    composed = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return _SHAPED.sub(lambda found: _SHAPES[found[0]], composed)


def _same_facts(before: str, after: str, glossary: Glossary, language: str) -> bool:
    """Whether both have the same figures, dates, glossary terms and negations in the same order."""
    old, new = ([f.readings for f in read(text, language).figures] for text in (before, after))
    if old != new:
        return False
    if _denials(before, language) != _denials(after, language):
        return False
    digits = [re.findall(r"\d+", text) for text in (before, after)]
    if digits[0] != digits[1]:
        return False
    # A name whose accent was wrong may not have been found at all: found ones must not change.
    there = [m.term.es for m in glossary.find(after)]
    return _in_order([m.term.es for m in glossary.find(before)], there)


def _denials(text: str, language: str) -> list[str]:
    return [word.lower() for word in denying_words(_WORD.findall(text), language)]


def _in_order(fewer: list[str], more: list[str]) -> bool:
    rest = iter(more)
    return all(item in rest for item in fewer)


def _breaks(before: str, after: str, target: str) -> str:
    """The translation with its line breaks gone where the source's are."""
    count = before.count("\n")
    if count and "\n" not in after and target.count("\n") == count:
        return _BROKEN.sub(" ", target)
    return target


def _accents(before: str, after: str, target: str, glossary: Glossary) -> StillValid | None:
    """The case of an accent corrected in names of the glossary."""
    old, new = list(_WORD.finditer(before)), list(_WORD.finditer(after))
    if len(old) != len(new) or any(
        left[0] != right[0] and _bare(left[0]) != _bare(right[0])
        for left, right in zip(old, new, strict=True)
    ):
        return None
    names = [m for m in glossary.find(after) if _is_name(m)]
    formerly = glossary.find(before)
    changes: dict[str, str] = {}
    terms: dict[str, None] = {}
    for left, right in zip(old, new, strict=True):
        if left[0] == right[0]:
            continue
        name = next((m for m in names if m.start <= right.start() and right.end() <= m.end), None)
        if name is None or changes.get(left[0], right[0]) != right[0]:
            return None
        if any(m.term != name.term for m in formerly if m.start <= left.start() < m.end):
            return None
        changes[left[0]] = right[0]
        terms[name.form] = None
    still = {m[0] for m in new}
    if changes.keys() & still:
        return None  # the old spelling stands there too: whose it is in the translation is not certain
    for wrong, right_form in changes.items():
        target = re.sub(rf"(?<!\w){re.escape(wrong)}(?!\w)", right_form, target)
    return StillValid(target, ACCENTS(terms=tuple(terms)))


def _is_name(found: Match) -> bool:
    """Whether the match is a proper name, written as the glossary has it."""
    forms = (found.term.es, *found.term.variants)
    return found.form in forms and found.form[:1].isupper()


def _bare(word: str) -> str:
    """The word without acute accents and diaeresis; ñ and ç stay letters of their own."""
    return "".join([_letter(unicodedata.normalize("NFD", char)) for char in word])


def _letter(parted: str) -> str:
    marks = "".join(m for m in parted[1:] if m not in "\u0300\u0301\u0308")
    return unicodedata.normalize("NFC", parted[0] + marks)
