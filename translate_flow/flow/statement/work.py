"""One statement in one language, open for work: catalogue and journal kept in step.

The journal is the write-ahead log. A change is acknowledged when its line is on disk; the PO file follows. `Work.open`
brings the PO file up to date after a crash, and journals what was changed in it by other programs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from ...carry import Lineage, lineage
from ...catalogue import Catalogue, Entry
from ...catalogue.journal import Journal
from ...catalogue.settling import Come, Settled, settle
from ...catalogue.spoilt import refuse_spoilt
from ...catalogue.states import effective, unit
from ...errors import Away, CatalogueError, TranslateFlowError, UsageError
from ...formats import reads_alike
from ...model import Document, Edition, Event, Segment, Unit
from ...workspace import Workspace, file_hash
from ...workspace.access import as_program, present
from . import messages as said
from .acts import must_be_allowed, named
from .applied import AppliedMark
from .keeping_up import Written, keep_up
from .people import person
from .places import Places
from .pofile import OTHERS, PoFile, ages_of, stamp, whole
from .revision import NOBODY, moment, revision
from .source import as_wished, edition_of, must_be_whole, read_document, read_source, segments_lacking
from .storage import Mark, Overtaken, Storage, storage_of

WITHIN = "X-Source-Within"
"""Header field: where in the source file the statement is, if not everywhere (`Document.within`)."""
ROUNDS = 50
"""Times another program may save the file while this one is about to write it."""


@dataclass
class Work:
    """A statement's catalogue and journal, reconciled with each other."""

    workspace: Workspace
    name: str
    language: str
    catalogue: Catalogue
    journal: Journal
    file: PoFile
    """The catalogue's file as it was read or written last."""
    logged: Mark = None
    """What the statement's events were then."""
    behind: bool = False
    """Whether the PO file on disk lacks changes that are in the journal."""
    written: Written | None = field(default=None, repr=False, compare=False)
    """The catalogue as its file has it, if that is known."""
    _lives: tuple[Journal, int, Lineage] | None = field(default=None, repr=False, compare=False)
    """The journal read last, how many of its events, and what came of them."""
    _journal_only: bool = field(default=False, init=False, repr=False, compare=False)
    _places: Places | None = field(default=None, init=False, repr=False, compare=False)

    @classmethod
    def open(cls, workspace: Workspace, name: str, language: str) -> Work:
        """Read both files and settle them; writes only if something happened outside or in a crash.

        Raises CatalogueError. In a folder that cannot be written the outside edits are
        still seen, but not journalled.
        """
        work = cls.read(workspace, name, language)
        settled = work.settled()
        unwritten = settled.events
        if settled.events or settled.replayed or work.file.marked:
            try:
                with work.storage.alone(name, language):
                    # Another process may have done it while this one waited.
                    work = cls.read(workspace, name, language)
                    settled = work.settled()
                    unwritten = settled.events
                    work._take(settled)
                    unwritten = ()
                    work.save()
            except CatalogueError:
                work.journal.events.extend(unwritten)
                work.catalogue = replace(work.catalogue, entries=settled.entries)
            return work
        work.written = Written(work.catalogue, work.journal.last_id)
        if work._mark_behind():
            work._note_applied()
        return work

    @classmethod
    def read(cls, workspace: Workspace, name: str, language: str) -> Work:
        """Both files as they are, not yet reconciled. Raises CatalogueError; UsageError if it may not be seen."""
        if not present().sees(name, language):
            raise UsageError(said.NO_SUCH_STATEMENT(name=name, language=language))
        journal, logged = storage_of(workspace).load(name, language)
        file = PoFile(workspace.catalogue_path(name, language))
        return cls(workspace, name, language, file.read(ages_of(journal)), journal, file, logged)

    @classmethod
    def under_lock(cls, workspace: Workspace, name: str, language: str) -> Work:
        """As `open`, for one who holds the lock and is going to write both files. Raises CatalogueError."""
        work = cls.read(workspace, name, language)
        work._take(work.settled())
        return work

    def _take(self, settled: Settled) -> None:
        """Make what was found outside ours: in the journal, then in memory."""
        self.journal.append(settled.events)
        self.catalogue = replace(self.catalogue, entries=settled.entries)

    @classmethod
    def new(cls, workspace: Workspace, name: str, language: str) -> Work:
        """A statement that has no PO file yet, with the journal there may be. Raises CatalogueError."""
        journal, logged = storage_of(workspace).load(name, language)
        file = PoFile(workspace.catalogue_path(name, language))
        return cls(workspace, name, language, Catalogue(file.path), journal, file, logged)

    @property
    def storage(self) -> Storage:
        """Where its events are acknowledged."""
        return storage_of(self.workspace)

    def settled(self, held: Mapping[str, tuple[str, bool]] | None = None) -> Settled:
        """The catalogue brought in step with the journal; nothing is changed."""
        header = self.catalogue.header
        who = header.get("Last-Translator", "").split("<")[0].strip()
        if who in ("", "FULL NAME", NOBODY[1], self.header(self.journal.events)["Last-Translator"]):
            # Not set by the other program: a text editor, say.
            who = person(self.workspace)
        saved = moment(header.get("PO-Revision-Date", ""))
        come = Come(who, saved, self.applied.of(self.file.hash), held or {})
        found = settle(self.catalogue.entries, self.history, come)
        edited = {e.key for e in found.events if e.do in ("edit", "draft")}
        if edited:
            refuse_spoilt((e for e in found.entries if e.key in edited), self.catalogue.path)
        return found

    @property
    def applied(self) -> AppliedMark:
        """Which event its PO file holds."""
        return AppliedMark(self.workspace.cache, self.name, self.language)

    def _note_applied(self, following: str = "") -> None:
        self.applied.note(self.file.hash, self.journal.last_id, following)

    def _mark_behind(self) -> bool:
        """Whether the file holds all of the journal without the mark saying so: in a clone, say."""
        applied = self.applied.of(self.file.hash)
        if applied == self.journal.last_id or self.outdated:
            return False
        # A new reading that a crash kept from the file leaves no other trace than this.
        return not any(e.do == "carry" and e.id > (applied or "") for e in self.journal.events)

    @property
    def history(self) -> dict[str, list[Event]]:
        """Events by segment key, oldest first, those of the keys a segment had before included."""
        return lineage(self.journal.events)

    @property
    def counting(self) -> dict[str, Sequence[Event]]:
        """The same without what was undone."""
        return {key: effective(events) for key, events in self.history.items()}

    def past(self, key: str) -> Sequence[Event]:
        """One segment's history. What was read of the journal is remembered, so that only what is new is read."""
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

    @property
    def places(self) -> Places:
        """Where the entries are by key; made anew only where the catalogue was read anew."""
        places = self._places
        if places is None or places.entries is not self.catalogue.entries:
            places = self._places = Places(self.catalogue.entries)
        return places

    def unit(self, key: str) -> Unit:
        """The unit with that key, or with the only key that begins like this. Raises UsageError."""
        try:
            entry = self.places.named(key, self.name)
        except UsageError:
            if key and any(s.key.startswith(key) for s in self.lacking):
                self.must_be_whole()
            raise
        return unit(entry, self.past(entry.key))

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
        """The statement as its format reads it now, its paragraphs divided, and of the kinds, that people wished."""
        return as_wished(self.whole_document, self.catalogue.header, self.workspace.settings.languages.source)

    @cached_property
    def whole_document(self) -> Document:
        """The statement as its format reads it now."""
        path, within = self.workspace.relative(self.source_file), self.catalogue.header.get(WITHIN, "")
        reads_alike(path, self.source_bytes, self.catalogue.header.get(OTHERS, ""))
        return read_document(self.workspace, self.name, path, self.source_bytes, within)

    @property
    def lacking(self) -> tuple[Segment, ...]:
        """Segments that the PO file has no entry for: it was cut off, or another program gave only a part of it back."""
        return segments_lacking(self)

    def must_be_whole(self) -> None:
        """Raise CatalogueError, with the remedy, if the PO file lacks entries."""
        must_be_whole(self)

    @property
    def all_units(self) -> tuple[Unit, ...]:
        """The units in document order, and at the end, as missing, those that the PO file lacks."""
        return (*self.units, *(unit(Entry(s.key, s.text, kind=s.kind), ()) for s in self.lacking))

    def edition(self) -> Edition:
        """The statement with its units. Raises CatalogueError if its source changed since `add`."""
        return edition_of(self)

    # Changes -----------------------------------------------------------------

    def change(self, make: Callable[[Work], Sequence[Event]], *, durable: bool = True) -> list[Event]:
        """Journal the events that `make` returns, as one step, and let the PO file follow, but inside `journal_only`.
        `make` is called with the state as it is then, and may be called again; what it raises leaves everything as it was."""
        storage = self.storage
        events = (self._at_once(make) if storage.apart else []) or self._under_lock(make, durable)
        if storage.apart and not self._journal_only:
            with storage.writing(self.name, self.language):
                self.refresh()
                self._save_too(events)
        return events

    def _at_once(self, make: Callable[[Work], Sequence[Event]]) -> list[Event]:
        """Without a lock, should nobody come between; none where somebody did, where `make` objects or has nothing to
        do: what it looked at may be old."""
        if stamp(self.file.path) != self.file.stamp:
            return []
        try:
            made = named(make(self))
            with self.storage.offering(self.logged, self.name, self.language):
                return self._add(made, True) if made else []
        except Away:
            raise
        except (Overtaken, TranslateFlowError):
            return []

    def _under_lock(self, make: Callable[[Work], Sequence[Event]], durable: bool) -> list[Event]:
        storage, before = self.storage, None
        try:
            with storage.changing(self.name, self.language):
                self.refresh()
                before = self.catalogue, len(self.journal.events)
                events = self._add(named(make(self)), durable)
                if not self._journal_only and not storage.apart:
                    self._save_too(events)
        except BaseException:
            if storage.apart and before is not None:
                self._as_before(*before)
            raise
        return events

    @contextmanager
    def journal_only(self, wanted: bool = True) -> Iterator[None]:
        """What is changed inside is in the journal, and the PO file follows at `flush`; nothing else if not `wanted`."""
        before, self._journal_only = self._journal_only, wanted or self._journal_only
        try:
            yield
        finally:
            self._journal_only = before

    def _add(self, made: Sequence[Event], durable: bool) -> list[Event]:
        """Journal events, if whoever asks may add them."""
        must_be_allowed(made, self.name, self.language)
        events = self.journal.append(made, sync=durable)
        self.catalogue = replace(self.catalogue, entries=self.places.after(events))
        # Of the journal only: the PO file was not looked at again.
        self.logged = self.storage.mark(self.journal, self.name, self.language)
        self.behind = self.behind or bool(events)
        return events

    def _as_before(self, catalogue: Catalogue, count: int) -> None:
        """Of what was not acknowledged after all, nothing stays in memory."""
        if len(self.journal.events) > count:
            del self.journal.events[count:]
            self.catalogue, self.logged, self._lives = catalogue, None, None

    def _save_too(self, events: Sequence[Event]) -> None:
        """Write the PO file after events that are acknowledged."""
        try:
            self.save()
        except CatalogueError as error:
            if not events:
                raise
            self.behind = True
            raise CatalogueError(said.IN_THE_JOURNAL(problem=error.message)) from error

    @property
    def outdated(self) -> bool:
        """Whether another process wrote one of the two files since this one read them."""
        moved = self.storage.moved(self.logged, self.name, self.language)
        return moved or stamp(self.file.path) != self.file.stamp

    def refresh(self) -> None:
        """Take in what other processes wrote since this one read; only under the lock."""
        if not self.outdated or keep_up(self) is not None:
            return
        # What is found is newer than all there is by then.
        with self.storage.changing(self.name, self.language) if self.storage.apart else nullcontext():
            fresh = self.read(self.workspace, self.name, self.language)
            settled = fresh.settled(self.file.held)
            fresh.journal.append(settled.events)
        self.journal, self.file = fresh.journal, fresh.file
        self.logged = self.storage.mark(self.journal, self.name, self.language)
        self.catalogue = replace(fresh.catalogue, entries=settled.entries)
        as_it_is = not settled.events and not settled.replayed
        self.written = Written(self.catalogue, self.journal.last_id) if as_it_is else None
        self.behind = self.behind or bool(settled.replayed)

    def flush(self) -> None:
        """Write the PO file, as the program's own work, if it lacks changes that are in the journal."""
        if self.behind:
            with as_program(), self.storage.writing(self.name, self.language):
                self.refresh()
                if self.written is not None and self.written.newest == self.journal.last_id:
                    self.storage.follow(self.journal, self.name, self.language)
                    self.behind = False
                    return
                self.places.keep_lines()
                self.save()

    def save(self, again: Callable[[], object] | None = None) -> None:
        """Write the PO file as the catalogue stands, and note that it holds all of the journal.

        What another program saved meanwhile is taken in first; `again` then makes of it what was to be
        written. Only under the lock. Raises CatalogueError.
        """
        self.storage.follow(self.journal, self.name, self.language)
        for _ in range(ROUNDS):
            self.catalogue = replace(self.catalogue, header=self.header(self.journal.events))
            data = self.catalogue.to_bytes(self.places.lines)
            hashed = file_hash(data)
            self._note_applied(hashed)
            found = self.file.put(data, hashed, self.catalogue)
            if found is None:
                break
            self._take_in(found[1])
            if again is not None:
                again()
        else:
            raise CatalogueError(said.KEEPS_WRITING(file=str(self.file.path)))
        self.behind, self.written = False, Written(self.catalogue, self.journal.last_id)
        self.logged = self.storage.mark(self.journal, self.name, self.language)

    def _take_in(self, aside: Path | None) -> None:
        """Settle with what another program saved: the file there now, or what was put aside for ours."""
        held = self.file.held
        theirs = (
            self.file.read(ages_of(self.journal)) if aside is None else whole(aside, ages_of(self.journal))[1]
        )
        self.catalogue = replace(theirs, path=self.file.path)
        self._take(self.settled(held))
        if aside is not None:
            with suppress(OSError):
                aside.unlink()

    def header(self, events: Sequence[Event]) -> Mapping[str, str]:
        """The PO file's header when the journal has these events."""
        return {**self.catalogue.header, **revision(events)}
