"""Where a catalogue's entries are by key, and which sources it has twice: so that a save in a long statement looks at
one entry, and not at all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ...catalogue import Entry, Lines
from ...catalogue.settling import apply
from ...errors import UsageError
from ...language.text import squeeze
from ...messages import nearest
from ...model import Event
from .messages import EMPTY_KEY, MANY_SUCH_KEYS, NO_SUCH_KEY


class Places:
    """Made of a catalogue's entries, and right for these and for what events make of them: those change texts and
    marks, and never a key, a source or the order."""

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        self.entries = entries
        """The entries it is right for now."""
        self.by_key = {entry.key: place for place, entry in enumerate(entries)}
        self.lines: Lines | None = None
        """What was written of each entry last, if that is kept."""
        self._times: Counter[str] | None = None

    def after(self, events: Iterable[Event]) -> tuple[Entry, ...]:
        """The entries after these events; it is right for them from now on."""
        self.entries = apply(self.entries, events, self.by_key)
        return self.entries

    def keep_lines(self) -> None:
        """Keep what is written of each entry from now on: for a program that writes the file again and again."""
        self.lines = {} if self.lines is None else self.lines

    def entry(self, key: str) -> Entry | None:
        """The entry with that key."""
        place = self.by_key.get(key)
        return None if place is None else self.entries[place]

    def named(self, key: str, statement: str) -> Entry:
        """The entry with that key, or with the only key that begins like this. Raises UsageError."""
        if not key:
            raise UsageError(EMPTY_KEY())
        entry = self.entry(key)
        found = [entry] if entry is not None else [e for e in self.entries if e.key.startswith(key)]
        if not found:
            near = nearest(key, [e.key for e in self.entries])
            raise UsageError(NO_SUCH_KEY(name=statement, key=key, nearest=near))
        if len(found) > 1:
            raise UsageError(MANY_SUCH_KEYS(name=statement, key=key, n=len(found)))
        return found[0]

    def some(self, keys: Iterable[str]) -> list[Entry]:
        """The entries with those keys, in document order; keys that none has are passed over."""
        return [self.entries[n] for n in sorted(self.by_key[key] for key in keys if key in self.by_key)]

    def repeated(self, key: str) -> bool:
        """Whether the source of that entry is in the statement more than once, whatever blanks are in it."""
        if self._times is None:
            self._times = Counter(squeeze(entry.source) for entry in self.entries)
        entry = self.entry(key)
        return entry is not None and self._times[squeeze(entry.source)] > 1
