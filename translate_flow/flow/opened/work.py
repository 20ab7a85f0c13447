"""One statement in one language, open for work: catalogue and journal kept in step.

The journal is the write-ahead log. A change is acknowledged when its line is on
disk; the PO file follows. `Work.open` brings the PO file up to date after a crash,
and journals what was changed in it by other programs.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from ...carry import Lineage, lineage
from ...catalogue import Catalogue, Entry
from ...catalogue.journal import Journal
from ...catalogue.merge import decided
from ...catalogue.states import CHANGES, HUMAN, Settled, settle, unit, was_fuzzy
from ...errors import CatalogueError, TranslateFlowError, UsageError
from ...files.disk import locked, write_atomically
from ...formats import format_for
from ...glossary import Glossary
from ...language.text import digest
from ...model import Document, Edition, Event, Unit
from ...workspace import Workspace, file_hash, nearest
from .people import person

NOBODY = ("1970-01-01 00:00+0000", "nobody yet")
"""PO-Revision-Date and Last-Translator of a catalogue no person has worked on; gettext asks for both."""
WITHIN = "X-Source-Within"
"""Header field: where in the source file the statement stands, if not everywhere (`Document.within`)."""


@dataclass
class Work:
    """A statement's catalogue and journal, settled with each other."""

    workspace: Workspace
    name: str
    language: str
    catalogue: Catalogue
    journal: Journal
    stamp: tuple[object, ...] = ()
    """What the two files were when read; another stamp means another process wrote them."""
    behind: bool = False
    """Whether the PO file on disk lacks changes that are in the journal."""
    _lives: tuple[Journal, int, Lineage] | None = field(default=None, repr=False, compare=False)
    """The journal read last, how many of its events, and what came of them."""

    @classmethod
    def open(cls, workspace: Workspace, name: str, language: str) -> Work:
        """Read both files and settle them; writes only if something happened outside or in a crash.

        Raises CatalogueError. In a folder that cannot be written the outside edits are
        still seen, but not journalled.
        """
        work = cls._read(workspace, name, language)
        settled = work._settle()
        unwritten = settled.events
        if settled.events or settled.replayed:
            try:
                with locked(workspace.cache):
                    # Another process may have done it while this one waited.
                    work = cls._read(workspace, name, language)
                    settled = work._settle()
                    unwritten = settled.events
                    work.journal.append(settled.events)
                    unwritten = ()
                    work.catalogue = replace(work.catalogue, entries=settled.entries)
                    work.save()
            except CatalogueError:
                work.journal.events.extend(unwritten)
                work.catalogue = replace(work.catalogue, entries=settled.entries)
        elif work._mark_behind():
            work._note_applied()
        return work

    @classmethod
    def _read(cls, workspace: Workspace, name: str, language: str) -> Work:
        paths = workspace.catalogue_path(name, language), workspace.journal_path(name, language)
        stamp = _stamp(*paths)
        return cls(workspace, name, language, Catalogue.load(paths[0]), Journal.load(paths[1]), stamp)

    def _settle(self) -> Settled:
        who = self.catalogue.header.get("Last-Translator", "").split("<")[0].strip()
        if who in ("", "FULL NAME", NOBODY[1], self._header()["Last-Translator"]):
            # Not set by the other program: a text editor, say.
            who = person(self.workspace)
        return settle(self.catalogue.entries, self.history, who, self._applied())

    @property
    def history(self) -> dict[str, list[Event]]:
        """Events by segment key, oldest first, those of the keys a segment had before included."""
        return lineage(self.journal.events)

    def past(self, key: str) -> Sequence[Event]:
        """One segment's history. What was read of the journal is remembered, so that a change in a long
        statement costs no reading of all that happened before."""
        journal, read, lives = self._lives or (self.journal, 0, Lineage())
        if journal is not self.journal:
            read, lives = 0, Lineage()
        events = self.journal.events
        self._lives = self.journal, len(events), lives.add(events[read:])
        return lives.lives.get(key, ())

    @property
    def units(self) -> tuple[Unit, ...]:
        """The catalogue's units in document order, without positions in the source file."""
        history = self.history
        return tuple(unit(e, history.get(e.key, ())) for e in self.catalogue.entries)

    def unit(self, key: str) -> Unit:
        """The unit with that key, or with the only key that begins so. Raises UsageError."""
        found = [e for e in self.catalogue.entries if e.key == key] or [
            e for e in self.catalogue.entries if e.key.startswith(key)
        ]
        if len(found) != 1:
            known = [e.key for e in self.catalogue.entries]
            what = "no segment has that key" if not found else f"{len(found)} segments' keys begin so"
            raise UsageError(f"{self.name}: {key}: {what}{nearest(key, known) if not found else ''}")
        return unit(found[0], self.past(found[0].key))

    # Source side -------------------------------------------------------------

    @cached_property
    def source_file(self) -> Path:
        """The statement's source file. Raises ReadError if it is gone."""
        return self.workspace.source_path(self.name)

    @cached_property
    def source_bytes(self) -> bytes:
        """Its bytes."""
        return read_source(self.source_file)

    @property
    def source_changed(self) -> bool:
        """Whether the source file is another than the one last added."""
        return self.catalogue.header.get("X-Source-Hash") != file_hash(self.source_bytes)

    @cached_property
    def document(self) -> Document:
        """The statement as its format reads it now."""
        path = self.workspace.relative(self.source_file)
        form, within = format_for(path, self.source_bytes), self.catalogue.header.get(WITHIN, "")
        return replace(form.document(self.source_bytes, path, within), name=self.name)

    def edition(self) -> Edition:
        """The statement with its units. Raises CatalogueError if its source changed since `add`."""
        if self.source_changed:
            raise CatalogueError(
                f"{self.workspace.relative(self.source_file)}: changed since it was added; "
                f"read it again: translate-flow add {self.workspace.relative(self.source_file)}"
            )
        history = self.history
        entries = {e.key: e for e in self.catalogue.entries}
        units = tuple(
            unit(entries.get(s.key) or Entry(s.key, s.text, kind=s.kind), history.get(s.key, ()), s)
            for s in self.document.segments
        )
        return Edition(
            self.document,
            self.workspace.settings.languages.source,
            self.language,
            units,
            self.workspace.relative(self.source_file),
            file_hash(self.source_bytes),
            self.source_bytes,
        )

    # Changes -----------------------------------------------------------------

    def change(
        self, make: Callable[[Work], Sequence[Event]], *, write_po: bool = True, durable: bool = True
    ) -> list[Event]:
        """Journal the events that `make` returns and let the PO file follow, as one locked step.

        `make` is called with the state as it is on disk now, under the lock; what it
        raises leaves every file as it was.
        """
        with locked(self.workspace.cache):
            self.refresh()
            events = self.journal.append(make(self), sync=durable)
            self.catalogue = replace(self.catalogue, entries=apply(self.catalogue.entries, events))
            if write_po:
                try:
                    self.save()
                except CatalogueError as error:
                    if not events:
                        raise
                    raise CatalogueError(
                        f"{error}; nothing is lost: the change is in the journal, and the next command "
                        "that can write brings the PO file up to date"
                    ) from error
            else:
                self.behind = True
                self.stamp = _stamp(self.catalogue.path, self.journal.path)
        return events

    @property
    def outdated(self) -> bool:
        """Whether another process wrote one of the two files since this one read them."""
        return _stamp(self.catalogue.path, self.journal.path) != self.stamp

    def refresh(self) -> None:
        """Take in what other processes wrote since this one read; only under the lock."""
        if not self.outdated:
            return
        fresh = self._read(self.workspace, self.name, self.language)
        settled = fresh._settle()
        fresh.journal.append(settled.events)
        self.journal = fresh.journal
        self.catalogue = replace(fresh.catalogue, entries=settled.entries)

    def flush(self) -> None:
        """Write the PO file if changes were journalled without it."""
        if self.behind:
            with locked(self.workspace.cache):
                self.refresh()
                self.save()

    def save(self) -> None:
        """Write the PO file as the catalogue stands, and note that it holds all of the journal."""
        self.catalogue = replace(self.catalogue, header=self._header())
        self.catalogue.save()
        self.behind = False
        self._note_applied()
        self.stamp = _stamp(self.catalogue.path, self.journal.path)

    def _header(self) -> Mapping[str, str]:
        """Revision date and translator follow from the journal, so equal journals make equal files."""
        newest = next((e for e in reversed(self.journal.events) if e.do in HUMAN), None)
        date, who = (f"{newest.at[:10]} {newest.at[11:16]}+0000", newest.by) if newest else NOBODY
        return {**self.catalogue.header, "PO-Revision-Date": date, "Last-Translator": who}

    # What the PO file on disk holds ------------------------------------------

    @property
    def _mark(self) -> Path:
        return self.workspace.cache / "applied" / self.language / f"{self.name}.json"

    def _applied(self) -> str | None:
        """Id of the newest event that the PO file held when this tool last wrote it; None if unknown."""
        try:
            event = str(json.loads(self._mark.read_text("utf-8"))["event"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        # A journal that lost the event (a git checkout) makes the mark worthless.
        return event if not event or any(e.id == event for e in self.journal.events) else None

    def _mark_behind(self) -> bool:
        """Whether the file holds all of the journal without the mark saying so: a clone, or a crash
        right after the file was written."""
        applied = self._applied()
        if applied == self.journal.last_id or self.outdated:
            return False
        # A new reading that a crash kept from the file leaves no other trace than this.
        return not any(e.do == "carry" and e.id > (applied or "") for e in self.journal.events)

    def _note_applied(self) -> None:
        mark = {"event": self.journal.last_id}
        with contextlib.suppress(TranslateFlowError):
            # A lost mark is put back at the next reading.
            write_atomically(self._mark, json.dumps(mark).encode(), sync=False)


def _stamp(*paths: Path) -> tuple[object, ...]:
    stamps: list[object] = []
    for path in paths:
        try:
            found = path.stat()
            stamps.append((found.st_mtime_ns, found.st_size, found.st_ino))
        except FileNotFoundError:
            stamps.append(None)
    return tuple(stamps)


def apply(entries: Sequence[Entry], events: Iterable[Event]) -> tuple[Entry, ...]:
    """The entries after the events. Pure."""
    events = list(events)
    touched = {event.key for event in events}
    places = {entry.key: place for place, entry in enumerate(entries) if entry.key in touched}
    made = list(entries)
    for event in events:
        if event.key in places:
            made[places[event.key]] = _after(made[places[event.key]], event)
    return tuple(made)


def _after(entry: Entry, event: Event) -> Entry:
    if event.do in CHANGES and event.text is not None:
        entry = replace(entry, target=event.text)
    if event.do in CHANGES or event.do in ("confirm", "approve", "return"):
        fuzzy = was_fuzzy([event])
        entry = replace(entry, fuzzy=fuzzy, previous=entry.previous if fuzzy else "")
        if not fuzzy:
            entry = replace(entry, comment=decided(entry.comment))
    return entry


def read_source(path: Path) -> bytes:
    """A source file's bytes. Raises ReadError."""
    from ...errors import ReadError

    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise ReadError(f"{path}: no such file") from None
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror}") from error


def glossary_for(workspace: Workspace, name: str | None, language: str) -> Glossary:
    """The glossary that holds for a statement. Raises GlossaryError."""
    return Glossary.load(workspace.glossary_paths(name), language)


def event(do: str, unit: Unit, by: str, text: str | None = None, note: str = "") -> Event:
    """A new event about a unit, not yet journalled."""
    return Event("", "", by, do, unit.key, text, digest(unit.target) if unit.target else "", note=note)
