"""The statements a long-lived program has open, in memory and in step with the disk.

One lock serialises everything that reads or writes files; units are immutable and may be
looked at without it. Changes are journalled at once; the PO files follow by `flush`.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar
from weakref import WeakValueDictionary

from ...cycles import uncollected
from ...errors import TranslateFlowError, UsageError
from ...workspace import SETTINGS, Workspace
from ...workspace.access import as_program, present
from .keeping_up import keep_up
from .messages import NO_SUCH_STATEMENT
from .sheet import Sheet
from .storage import storage_of
from .twin import Twin
from .work import Work

T = TypeVar("T")
Place = tuple[str, str]
"""Target language and statement name."""
Stamp = tuple[tuple[str, int, int], ...]
"""Path, time and size of files."""

OPEN = 24
"""Statements kept open; the one not used for longest is let go first."""
IDLE_SECONDS = 60.0
"""Longer than any request takes."""
NAMES_SECONDS = 1.0
"""How long the list of statements is believed."""
SOURCE_SIDE = frozenset({"source_file", "source_bytes", "whole_document"})
"""What a `Work` remembers of the source file; still right when only the catalogue changed."""


@dataclass
class Shelf:
    """Open statements of one workspace."""

    workspace: Workspace
    limit: int = OPEN
    idle: float = IDLE_SECONDS
    """How long a statement must not have been asked for to be let go; a request may still hold it."""
    lock: threading.RLock = field(default_factory=threading.RLock)
    sheets: dict[Place, Sheet] = field(default_factory=dict)
    _beside: threading.RLock = field(default_factory=threading.RLock)
    """Held by whoever writes a PO file by a twin, so that nobody takes the statement away meanwhile; before `lock`."""
    _names: dict[str, set[str]] = field(default_factory=dict)
    _names_at: float = float("-inf")
    _settings: Stamp = ()
    _noted: dict[Place, set[str]] = field(default_factory=dict)
    _peeked: WeakValueDictionary[Place, Sheet] = field(default_factory=WeakValueDictionary)
    """What is looked at and not open, as long as somebody holds it."""

    def __post_init__(self) -> None:
        # What is changed before the first look round is to be seen then, too.
        self._settings = _stamps(self.workspace.root / SETTINGS)

    # Names ---------------------------------------------------------------------

    def names(self, language: str) -> set[str]:
        """Names of the statements that have a catalogue in that language, and may be seen."""
        sees = present().sees
        return {name for name in self._every_name(language) if sees(name, language)}

    def _every_name(self, language: str, *, wait: bool = True) -> set[str]:
        """The same, with those that may not be seen: kept for all. Without `wait`, the last list while others are at work."""
        fresh = time.monotonic() - self._names_at <= NAMES_SECONDS
        if not fresh and self.lock.acquire(blocking=wait or not self._names):
            try:
                self._list_names()
            finally:
                self.lock.release()
        return self._names.get(language, set())

    def _list_names(self) -> None:
        if time.monotonic() - self._names_at <= NAMES_SECONDS:
            return
        targets = self.workspace.settings.languages.targets
        with as_program():
            fresh = {tag: set(self.workspace.catalogued(tag)) for tag in targets}
        if fresh != self._names:
            self.reload_workspace()
        self._names, self._names_at = fresh, time.monotonic()

    def reload_workspace(self) -> None:
        """Read the settings and the list of source files again; broken settings leave the old ones."""
        with self.lock:
            self._names_at = float("-inf")
            try:
                self.workspace = Workspace.load(self.workspace.root)
            except TranslateFlowError:
                return
            for sheet in self.sheets.values():
                sheet.work.workspace = self.workspace

    # Sheets --------------------------------------------------------------------

    def is_open(self, name: str, language: str) -> bool:
        """Whether the statement is open, so that `sheet` has it at once. Raises UsageError as that does."""
        if not present().sees(name, language):
            raise UsageError(NO_SUCH_STATEMENT(name=name, language=language))
        known = name in self._every_name(language, wait=False) or name in self._every_name(language)
        if known:
            present().open(name, language)
        if (language, name) in self.sheets:
            return True
        if not known:
            raise UsageError(NO_SUCH_STATEMENT(name=name, language=language))
        return False

    def sheet(self, name: str, language: str) -> Sheet:
        """The statement, opened if it is not. Raises UsageError if there is none of that name, or none to be seen."""
        if present().sees(name, language) and (kept := self._there(name, language)) is not None:
            return kept
        with self.lock:
            if not self.is_open(name, language):
                found = self._looked_at(name, language) or self._read(name, language)
                found.used = time.monotonic()
                self.sheets[language, name] = found
                self._shrink()
                return found
            sheet = self.sheets[language, name]
            if not sheet.work.storage.apart and sheet.work.outdated:
                # Where a database tells what others did, `reread` is called when it happens.
                self._note(sheet, self._reread(sheet))
            sheet.used = time.monotonic()
            return sheet

    @property
    def apart(self) -> bool:
        """Whether a database has the statements' events, and their files follow."""
        return storage_of(self.workspace).apart

    def _there(self, name: str, language: str) -> Sheet | None:
        """The statement if it is open, and a database tells what others do to it: then nobody who looks waits for those
        who save."""
        sheet = self.sheets.get((language, name))
        if sheet is None or not sheet.work.storage.apart or name not in self._names.get(language, ()):
            return None
        if time.monotonic() - self._names_at > NAMES_SECONDS:
            return None
        present().open(name, language)
        sheet.used = time.monotonic()
        return sheet

    def _note(self, sheet: Sheet, keys: set[str]) -> None:
        """Have these changes reported by the next `reread`."""
        if keys:
            self._noted.setdefault((sheet.language, sheet.name), set()).update(keys)

    def peek(self, name: str, language: str) -> Sheet:
        """The statement for one look: the open one, else one that is not kept."""
        if not present().sees(name, language):
            raise UsageError(NO_SUCH_STATEMENT(name=name, language=language))
        with self.lock:
            kept = self.sheets.get((language, name))
            if kept is None:
                kept = self._looked_at(name, language) or self._read(name, language)
                self._peeked[language, name] = kept
            return kept

    def _read(self, name: str, language: str) -> Sheet:
        with uncollected(among_threads=True):
            sheet = Sheet.of(Work.open(self.workspace, name, language))
        sheet.source_stamp, sheet.glossary_stamp = self._around(sheet)
        return sheet

    def _looked_at(self, name: str, language: str) -> Sheet | None:
        """The statement as somebody looks at it just now without its being open, brought up to date: it is not read twice."""
        sheet = self._peeked.pop((language, name), None)
        if sheet is not None:
            sheet.work.workspace = self.workspace
            self._note(sheet, self._reread(sheet))
        return sheet

    def _shrink(self) -> None:
        by_age = sorted(self.sheets.items(), key=lambda item: item[1].used)
        for place, sheet in by_age[: max(0, len(self.sheets) - self.limit)]:
            if time.monotonic() - sheet.used >= self.idle:
                sheet.work.flush()
                del self.sheets[place]

    def change(self, sheet: Sheet, act: Callable[[Work], T]) -> tuple[T, set[str]]:
        """Do something to the statement; its result, and the keys of all units that changed thereby.

        What `act` raises leaves everything as it was, but for what other programs did meanwhile.
        """
        with self.lock:
            journal, count = sheet.work.journal, len(sheet.work.journal.events)
            try:
                result = act(sheet.work)
            except BaseException:
                # The page is to show what is on disk, also when only a part was done.
                if sheet.work.journal is not journal:
                    self._note(sheet, sheet.renew())
                else:
                    self._note(sheet, sheet.take(journal.events[count:], sheet.work.past))
                raise
            if sheet.work.journal is not journal:
                return result, sheet.renew()
            return result, sheet.take(journal.events[count:], sheet.work.past)

    def drop(self, name: str, act: Callable[[], T]) -> T:
        """Do something that takes a statement's files away, and let go of it in every language.

        If `act` raises, its languages are opened anew when somebody asks for them.
        """
        with self._beside, self.lock:
            for place in [p for p in self.sheets if p[1] == name]:
                self.sheets.pop(place).work.flush()
            for place in [p for p in self._peeked if p[1] == name]:
                self._peeked.pop(place, None)
            try:
                return act()
            finally:
                self.reload_workspace()

    # The disk ------------------------------------------------------------------

    def flush(self) -> bool:
        """Bring the PO files up to date with what was journalled; whether any was written. Not within `lock`, where a
        database has the events: others could save all the while."""
        written = False
        for sheet in list(self.sheets.values()):
            if sheet.work.behind:
                if sheet.work.storage.apart:
                    self._flush_beside(sheet)
                else:
                    with self.lock:
                        self._flush(sheet)
                written = True
        return written

    def _flush_beside(self, sheet: Sheet) -> None:
        """The same for one whose events a database has, while people go on saving."""
        with self._beside:
            with self.lock:
                twin = Twin.made(sheet.work)
            twin.work.flush()
            with self.lock:
                twin.joined()

    def _flush(self, sheet: Sheet) -> None:
        """The same for one; what other programs did meanwhile comes in on the way, and is reported by the next `reread`."""
        journal, entries = sheet.work.journal, sheet.work.catalogue.entries
        count = len(journal.events)
        try:
            sheet.work.flush()
        finally:
            if sheet.work.journal is not journal or sheet.work.catalogue.entries is not entries:
                self._note(sheet, sheet.renew())
            elif journal.events[count:]:
                self._note(sheet, sheet.take(journal.events[count:], sheet.work.past))

    def reread(self, places: Collection[Place] | None = None) -> dict[Place, set[str]]:
        """Take in what other programs wrote, to any statement or to these: for each so changed, the keys of its units.

        A statement whose source or glossary changed has all its keys.
        """
        with self.lock:
            found, self._noted = self._noted, {}
            settings = _stamps(self.workspace.root / SETTINGS)
            if settings != self._settings:
                self.reload_workspace()
            self._settings = settings
            for place, sheet in list(self.sheets.items()):
                if places is not None and place not in places:
                    continue
                try:
                    keys = self._reread(sheet)
                except TranslateFlowError:
                    # Half-written by the other program, or gone: looked at again in a second.
                    continue
                if keys:
                    found.setdefault(place, set()).update(keys)
        return found

    def _reread(self, sheet: Sheet) -> set[str]:
        keys: set[str] = set()
        source, glossary = self._around(sheet)
        if source != sheet.source_stamp:
            for name in (*SOURCE_SIDE, "document"):
                sheet.work.__dict__.pop(name, None)
            keys |= set(sheet.units) | sheet.renew()
        if glossary != sheet.glossary_stamp:
            sheet.forget_glossary()
            keys |= set(sheet.units)
        # A database says in one answer whether there is anything new, and what.
        behind = sheet.work.storage.apart or sheet.work.outdated
        if behind and (events := keep_up(sheet.work)) is not None:
            keys |= sheet.take(events, sheet.work.past)
        elif behind:
            work = Work.open(self.workspace, sheet.name, sheet.language)
            for name in SOURCE_SIDE & sheet.work.__dict__.keys():
                work.__dict__[name] = sheet.work.__dict__[name]
            sheet.work = work
            keys |= sheet.renew()
        sheet.source_stamp, sheet.glossary_stamp = source, glossary
        return keys

    def _around(self, sheet: Sheet) -> tuple[Stamp, Stamp]:
        """Stamps of the statement's source file and of its glossary files."""
        try:
            source = _stamps(self.workspace.source_path(sheet.name))
        except TranslateFlowError:
            source = ()
        return source, _stamps(*self.workspace.glossary_paths(sheet.name))


def _stamps(*paths: Path) -> Stamp:
    """What tells one content of these files from another without reading them."""
    found = []
    for path in paths:
        with contextlib.suppress(OSError):
            stat = path.stat()
            found.append((str(path), stat.st_mtime_ns, stat.st_size))
    return tuple(found)
