"""What stands for a held span while an engine has the text, and how it is swapped back.

Style `word`: a word of letters that no dictionary knows. Opening markup is followed, closing
markup and points are preceded by a blank of its own, so that the words between stay words;
that blank leaves with the mark. Styles `xml` and `html`: an element that a service was told
not to translate; the text around it is escaped. Style `text`: what must stand in the translation itself, for an
engine that understands what it reads; it is counted, not swapped. A text with nothing held is plain in every style.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from functools import lru_cache
from html import escape, unescape

from ..passage import Held, Passage

_LETTERS = "abcdefghjlmnopruvw"
"""For numbering; none of them is another letter's case variant outside ASCII, none is in the stem."""
_STEM = "xqz"
_STYLES = {
    "xml": ('<x id="{n}">{text}</x>', "x", ""),
    "html": ('<span translate="no" id="h{n}">{text}</span>', "span", "h"),
}

_NEXT_WORD = re.compile(r"[ ]+([^\W\d_]+)")
_WORDS = ("name", "noun", "code")
"""Kinds of held spans that a translation may repeat."""

Marker = Callable[[int, str, str], str]
"""Makes the mark number n for a kind of noun and the text it will become."""


def marker(text: str, count: int, style: str) -> Marker:
    """How the marks of a text with that many held spans are made; none of them occurs in the text."""
    if style == "text":
        return lambda _n, _noun, target: target
    if style in _STYLES:
        form = _STYLES[style][0]
        return lambda n, _, target: form.format(n=n, text=escape(target, quote=False))
    stem, lowered = _STEM, text.lower()
    while stem in lowered:
        stem += "qz"  # cannot begin inside itself, so a mark is never read at a wrong place
    width = 2
    while len(_LETTERS) ** width < count:
        width += 1

    def word(n: int, noun: str, target: str) -> str:
        number = ""
        for _ in range(width):
            n, digit = divmod(n, len(_LETTERS))
            number = _LETTERS[digit] + number
        small = noun == "noun" and target[:1].islower()
        return (stem if small else stem.capitalize()) + number

    return word


def plain(text: str, style: str) -> str:
    """Text between marks as the style wants it."""
    return escape(text, quote=False) if style in _STYLES else text


def padded(mark: str, noun: str, style: str) -> str:
    """A mark with the blank of its own, where it has one."""
    if style != "word":
        return mark
    before, after = noun in ("close", "point", "break"), noun in ("open", "break")
    return " " * before + mark + " " * after


def swap(passage: Passage, answer: str) -> tuple[str, dict[int, int]]:
    """The answer with every mark replaced by its target, and how often each came (by its number)."""
    held = passage.held
    if not held:
        return answer, {}
    if shows_targets(passage):
        return answer, _counted(held, answer)
    style = next((s for s in _STYLES if held[0].mark.startswith(f"<{_STYLES[s][1]} ")), "word")
    counts: dict[int, int] = dict.fromkeys(range(len(held)), 0)
    if style != "word":
        return _swap_elements(held, answer, style, counts), counts
    known = list(places(held, answer))
    starts, ends = {match.start() for _, match in known}, {match.end() for _, match in known}
    homes = {n: match.span() for n, match in places(held, passage.text)}
    out, at = [], 0
    for n, match in known:
        begins = match.start() in ends or not _letter(answer, match.start() - 1)
        stops = match.end() in starts or not _letter(answer, match.end())
        if not (begins and stops) and not _inside_word(passage.text, held[n].mark):
            continue  # grown into another word
        counts[n] += 1
        start, end = match.span()
        before, after = _surplus(passage.text, homes.get(n), held[n], (answer, start, end))
        start, end = max(at, start - before), end + after
        out += [answer[at:start], held[n].target]
        at = end + _second_stop(held[n], answer, end)
    return "".join(out) + answer[at:], counts


def _second_stop(held: Held, answer: str, end: int) -> bool:
    """Whether the sentence's full stop behind a mark is that of its target's abbreviation already: *at 5 p.m.*"""
    abbreviated = held.target.endswith(".") and not held.source.endswith(".")
    return abbreviated and answer.startswith(".", end) and not answer.startswith("..", end)


def _surplus(
    text: str, home: tuple[int, int] | None, held: Held, place: tuple[str, int, int]
) -> tuple[int, int]:
    """How many blanks before and behind a mark in an answer are the mark's own, and not of the text it came from."""
    before, after = held.noun in ("close", "point", "break"), held.noun in ("open", "break")
    if home is None or not (before or after):
        return 0, 0
    answer, start, end = place
    left = _blanks(answer, start - 1, -1) - _blanks(text, home[0] - 1, -1) + 1 if before else 0
    right = _blanks(answer, end, 1) - _blanks(text, home[1], 1) + 1 if after else 0
    return max(0, left), max(0, right)


def _blanks(text: str, at: int, step: int) -> int:
    found = 0
    while 0 <= at < len(text) and text[at] == " ":
        found += 1
        at += step
    return found


def shows_targets(passage: Passage) -> bool:
    """Whether the passage is in the style `text`."""
    return bool(passage.held) and all(item.mark == item.target for item in passage.held)


def has_words(passage: Passage) -> bool:
    """Whether the passage is in the style `word`."""
    return bool(passage.held) and passage.held[0].mark.isalpha() and not shows_targets(passage)


def _counted(held: tuple[Held, ...], answer: str) -> dict[int, int]:
    """How often each held span's target came: 1 if it came as often as it must, else 0.

    A longer target is read before a shorter one in it. A name may come more often than it was held, a mark not.
    """
    wanted = sorted({item.target for item in held}, key=len, reverse=True)
    edged = (
        (r"(?<!\w)" if form[0].isalnum() else "")
        + re.escape(form)
        + (r"(?!\w)" if form[-1].isalnum() else "")
        for form in wanted
        if form
    )
    came = [match[0] for match in re.finditer("|".join(edged), answer, re.IGNORECASE)]
    exact, alike = Counter(came), Counter(form.lower() for form in came)
    must = Counter(item.target for item in held)
    counts = {}
    for n, item in enumerate(held):
        # At the beginning of a sentence a common noun has a capital.
        number = alike[item.target.lower()] if item.noun == "noun" else exact[item.target]
        wanted_here = must[item.target]
        enough = number >= wanted_here if item.noun in _WORDS else number == wanted_here
        counts[n] = 1 if enough or not item.target else 0
    return counts


def places(held: tuple[Held, ...], text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Each place of a letters-only mark in a text, whatever its capitals, with the held span's number."""
    numbers = {item.mark.lower(): n for n, item in enumerate(held)}
    size = len(held[0].mark)
    for match in _words(held[0].mark[: _stem_length(numbers, size)].lower(), size).finditer(text):
        n = numbers.get(match[0].lower())
        if n is not None:
            yield n, match


def _letter(text: str, place: int) -> bool:
    return 0 <= place < len(text) and text[place].isalpha()


def _stem_length(numbers: dict[str, int], size: int) -> int:
    """Letters of the stem: all before the numbering, which has none of the stem's letters."""
    first = next(iter(numbers))
    return next((n for n, letter in enumerate(first) if letter in _LETTERS), size)


@lru_cache(maxsize=64)
def _words(stem: str, size: int) -> re.Pattern[str]:
    return re.compile(rf"{stem}[a-z]{{{size - len(stem)}}}", re.ASCII | re.IGNORECASE)


def _inside_word(text: str, mark: str) -> bool:
    """Whether a mark met letters in the passage already."""
    start = text.find(mark)
    end = start + len(mark)
    return _letter(text, end) or _letter(text, start - 1)


def wider(passage: Passage, lost: Collection[str]) -> Passage:
    """The passage for a second try: lost markup (its source) goes one word farther on, as an engine may drop a word.

    *se[^1] formó* lost its mark with *se*, which English does not say; *se formó[^1]* keeps it.
    """
    text = passage.text
    for held in passage.held:
        if held.noun not in ("point", "close") or held.source not in lost:
            continue
        start = text.find(held.mark)
        end = start + len(held.mark)
        follows = _NEXT_WORD.match(text, end)
        if start < 0 or follows is None or any(h.mark == follows[1] for h in passage.held):
            continue
        before, pad = (text[: start - 1], " ") if text[start - 1 : start] == " " else (text[:start], "")
        text = f"{before}{follows[0]}{pad}{held.mark}{text[follows.end() :]}"
    return replace(passage, text=text) if text != passage.text else passage


def remnants(passage: Passage, text: str) -> str:
    """The text without what is left of marks: they must never be published."""
    if not has_words(passage):
        return text
    words = [held.mark for held in passage.held]
    return re.sub(rf" ?(?:{'|'.join(words)})\w*", "", text, flags=re.IGNORECASE)


def _swap_elements(held: tuple[Held, ...], answer: str, style: str, counts: dict[int, int]) -> str:
    name, prefix = _STYLES[style][1:]
    element = re.compile(
        rf"<{name}\b[^<>]*?\bid\s*=\s*[\"'“”]?{prefix}(\d+)[\"'“”]?[^<>]*?>.*?</{name}\s*>",
        re.DOTALL | re.IGNORECASE,
    )
    out, at = [], 0
    for match in element.finditer(answer):
        n = int(match[1])
        if n >= len(held):
            continue
        counts[n] += 1
        out += [unescape(answer[at : match.start()]), held[n].target]
        at = match.end() + _second_stop(held[n], answer, match.end())
    return "".join(out) + unescape(answer[at:])
