"""What people and engines did to a statement, day by day, in words of the source. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from ...catalogue.states import CHANGES, effective, was_fuzzy
from ...language.text import count_words
from ...model import Event
from .acts import acts

PAUSE = 15 * 60
"""Seconds without a deed after which a person counts as having paused."""


@dataclass(slots=True)
class Labour:
    """What one person or engine did on one day, in source words of segments, each counted once a day."""

    day: str
    """Local date, `2026-03-08`."""
    by: str
    """The person; empty for an engine."""
    engine: str = ""
    """The engine and its version; empty for a person."""
    drafted: int = 0
    edited: int = 0
    confirmed: int = 0
    """Of segments that nobody had confirmed before."""
    reviewed: int = 0
    """Of segments approved or returned."""
    returned: int = 0
    """Of those returned."""
    changed: int = 0
    """Words of translations that were put in, left out or replaced, as people's edits made them."""
    written: int = 0
    """Words of the translations that came of these edits."""
    paced: int = 0
    """Source words confirmed one segment after the other, by which the pace is known."""
    seconds: float = 0.0
    """How long those took, pauses left out."""

    def __add__(self, other: Labour) -> Labour:
        """Both together, under the first one's names."""
        sums = {f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)[3:]}
        return Labour(self.day, self.by, self.engine, **sums)

    @property
    def effort(self) -> float | None:
        """Percent of the written words that were changed; None if nothing was edited."""
        return round(100 * self.changed / self.written, 1) if self.written else None


def labour(
    journal: Sequence[Event], history: Mapping[str, Sequence[Event]], sources: Mapping[str, str]
) -> list[Labour]:
    """Who did what on which day. `history`: events by segment; `sources`: their source texts.

    What was undone does not count.
    """
    rows: dict[tuple[str, str, str], Labour] = {}
    seen: set[tuple[str, str, str, str]] = set()

    def row(event: Event) -> Labour:
        engine = (event.engine or event.by) if event.do == "draft" else ""
        names = _day(event.at), "" if engine else event.by, engine
        return rows.setdefault(names, Labour(*names))

    def once(event: Event, deed: str) -> bool:
        mark = _day(event.at), event.by, event.key, deed
        return mark not in seen and not seen.add(mark)  # type: ignore[func-returns-value]

    alone = {e.id for act in acts(journal) if len(act.keys) == 1 for e in act.events}
    confirmations: dict[str, list[tuple[Event, int]]] = {}
    for key, source in sources.items():
        words = count_words(source)
        past: list[Event] = []
        text = ""
        for event in effective(history.get(key, ())):
            open_before = not past or was_fuzzy(past) or not text.strip()
            past.append(event)
            if event.do == "draft" and once(event, "draft"):
                row(event).drafted += words
            elif event.do == "edit" or (event.do == "carry" and not event.origin):
                if once(event, "edit"):
                    row(event).edited += words
                old, new = text.split(), (event.text or "").split()
                if old:
                    row(event).changed += Levenshtein.distance(old, new)
                    row(event).written += max(len(old), len(new))
            elif event.do in ("approve", "return"):
                if once(event, "review"):
                    row(event).reviewed += words
                if event.do == "return" and once(event, "return"):
                    row(event).returned += words
            if event.do in ("edit", "confirm") and open_before and not was_fuzzy(past):
                if once(event, "confirm"):
                    row(event).confirmed += words
                if event.id in alone:
                    confirmations.setdefault(event.by, []).append((event, words))
            if event.text is not None and event.do in CHANGES:
                text = event.text
    for done in confirmations.values():
        _pace(done, row)
    return sorted(rows.values(), key=lambda r: (r.day, r.by, r.engine))


def _pace(done: list[tuple[Event, int]], row: object) -> None:
    """Words and time of one person's confirmations that followed one another without a pause."""
    assert callable(row)
    done.sort(key=lambda pair: pair[0].id)
    for (before, _), (event, words) in pairwise(done):
        gap = (_moment(event.at) - _moment(before.at)).total_seconds()
        if 0 < gap <= PAUSE:
            found = row(event)
            found.paced += words
            found.seconds += gap


def _moment(at: str) -> datetime:
    return datetime.fromisoformat(at)


def _day(at: str) -> str:
    """The local date of a UTC time."""
    return _moment(at).astimezone().date().isoformat()


def together(rows: Iterable[Labour], by: str) -> list[Labour]:
    """The rows put together by `person`, `day` or `engine`; without the names that differ.

    Engines are left out by person, and people by engine.
    """
    found: dict[str, Labour] = {}
    for one in rows:
        name = {"person": one.by, "engine": one.engine, "day": one.day}[by]
        if not name:
            continue
        bare = Labour(
            name if by == "day" else "", name if by == "person" else "", name if by == "engine" else ""
        )
        found[name] = found.get(name, bare) + one
    return [found[name] for name in sorted(found)]


def pace(rows: Iterable[Labour]) -> float | None:
    """Source words an hour; None if there is too little to tell from."""
    total: Counter[str] = Counter()
    seconds = 0.0
    for one in rows:
        total["words"] += one.paced
        seconds += one.seconds
    return (
        3600 * total["words"] / seconds
        if total["words"] >= LEAST_WORDS and seconds >= LEAST_SECONDS
        else None
    )


LEAST_WORDS = 50
"""Words from which a pace can be determined."""
LEAST_SECONDS = 60.0
"""Time from which a pace can be determined."""
