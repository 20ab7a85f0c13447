"""Times of day in words: *las tres y media*, *half past three*, *at seven in the evening*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ..knowledge import of
from ..text import fold
from ..words import WORD, TextWords
from .digits import clock
from .figure import Figure, FigureKind
from .tables import Tables, tables

_HOURS = range(1, 13)


class _Clock(NamedTuple):
    """How a language says the time in words."""

    phrase: re.Pattern[str]
    """A phrase with an hour in it, as group `hN` for N minutes, or an hour that part of the day follows, as `bare`."""
    hours: dict[str, int]
    """Hours by their words in small letters."""
    marks: frozenset[str]
    """Folded words without one of which a text has none of the phrases, which is seen at once."""
    parts: frozenset[str]
    """The same of what follows a bare hour, which has to be there in a word, too."""
    open: frozenset[str]
    """Groups before which the words must be that stand before an hour: *las … y media*."""


@lru_cache(maxsize=64)
def _clock(tag: str) -> _Clock | None:
    language, known = of(tag), tables(tag)
    rows = language.table("clock")
    if not rows or known is None:
        return None
    hours = {word: n for word, entry in known.words.items() if (n := entry.cardinal or 0) in _HOURS}
    some = "|".join(sorted(map(re.escape, hours), key=len, reverse=True))
    hour = rf"(?:{some}|0?[1-9]|1[0-2])(?!\w)"
    groups: list[str] = []
    marks, open_ = set[str](), {"bare"}
    for minute in rows:
        forms: list[str] = []
        for phrase in language.phrases("clock", minute):
            before, after = (re.escape(part).replace(r"\ ", r"\s+") for part in phrase.split("…"))
            forms.append(rf"(?<!\w){before}(?P<h{minute}_{len(forms)}>{hour}){after}(?!\w)")
            marks.add(fold(max(WORD.findall(phrase), key=len)))
            if not before:
                open_.add(f"h{minute}_{len(forms) - 1}")
        groups += forms
    parts = [p for half in ("am", "pm", "night") for p in language.phrases("times", half) if " " in p]
    parts = [p for p in parts if "." not in p]
    parts_of_day = frozenset(fold(max(WORD.findall(p), key=len)) for p in parts)
    follows = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in parts)
    groups.append(rf"(?<!\w)(?P<bare>{some})(?=\s+(?:{follows})(?!\w))")
    return _Clock(
        re.compile("|".join(groups), re.IGNORECASE), hours, frozenset(marks), parts_of_day, frozenset(open_)
    )


def times(text: str, known: Tables, words: TextWords) -> Iterator[Figure]:
    """Times of day in words, in text order; `words` are the text's."""
    table = _clock(known.language)
    if table is None:
        return
    seen = words.folded
    if seen.isdisjoint(table.marks) and (
        seen.isdisjoint(table.parts) or words.vocabulary.isdisjoint(table.hours)
    ):
        return
    for found in table.phrase.finditer(text):
        group = found.lastgroup or ""
        if group in table.open and not (
            known.at and known.at.search(text, max(0, found.start() - 8), found.start())
        ):
            continue
        said = found[group].lower()
        hour = table.hours[said] if said in table.hours else int(said)
        minute = "00" if group == "bare" else group[1:].partition("_")[0].zfill(2)
        if minute > "30":
            hour = (hour - 2) % 12 + 1  # a quarter to four is 3:45
        suffix = known.suffix.match(text, found.end())
        end, half = (suffix.end(), suffix.lastgroup or "") if suffix else (found.end(), "")
        readings = clock(hour, minute, "" if half == "hour" else half)
        yield Figure(
            text[found.start() : end], found.start(), end, readings, spelled=True, kind=FigureKind.TIME
        )
