"""Read statements into catalogues, or read them again after a change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..carry import Match, match
from ..catalogue import Catalogue, Entry, standard_header
from ..disk import locked
from ..errors import ReadError, UsageError
from ..formats import format_for
from ..glossary import Glossary
from ..journal import Journal
from ..model import Document, Event, Kind, Policy, Segment
from ..states import HUMAN, nothing_to_translate
from ..text import has_letters
from ..workspace import Workspace, file_hash
from .work import Work, glossary_for, read_source


@dataclass(frozen=True, slots=True)
class Added:
    """What reading one statement did to one catalogue."""

    name: str
    language: str
    path: Path
    """The catalogue."""
    counts: dict[str, int]
    """Segments by `same`, `back`, `edited`, `new`, and entries `gone`."""
    kept: int
    """Names and numbers that need no translation."""
    first: bool
    """Whether the catalogue is new."""
    notices: tuple[str, ...]
    """What the reader has to say."""


def add(
    workspace: Workspace, files: Sequence[Path], languages: Sequence[str], *, dry: bool = False
) -> list[Added]:
    """Read each statement and bring its catalogues up to date; with `dry`, only tell.

    All files are read before the first catalogue is written, so a bad one changes
    nothing. Raises ReadError, UsageError, CatalogueError.
    """
    read = [_read(workspace, path) for path in files]
    names: dict[str, Path] = {}
    for name, path, _, _ in read:
        if names.setdefault(name, path) != path:
            raise UsageError(f"{path}: has the same statement name as {names[name]}; rename one of them")
    return [
        _add_one(workspace, name, path, data, document, language, dry)
        for name, path, data, document in read
        for language in languages
    ]


def _read(workspace: Workspace, path: Path) -> tuple[str, Path, bytes, Document]:
    if path.is_dir():
        raise ReadError(f"{path}: is a folder; name the files in it, such as {path}/*")
    chosen = format_for(path.name)
    data = read_source(path)
    name = workspace.statement_name(path)
    tag = workspace.settings.languages.source
    if f".{tag}." not in path.name:
        better = path.with_suffix(f".{tag}{path.suffix}").name
        raise UsageError(f"{path}: its name does not say its language; rename it to {better}")
    workspace.source_path(name)
    document = replace(chosen.read(data, str(path)), name=name)
    if not document.segments:
        raise ReadError(f"{path}: holds no text to translate")
    return name, path, data, document


def _add_one(
    workspace: Workspace, name: str, path: Path, data: bytes, document: Document, language: str, dry: bool
) -> Added:
    target = workspace.catalogue_path(name, language)
    first = not target.exists()
    if first:
        work = Work(
            workspace, name, language, Catalogue(target), Journal.load(workspace.journal_path(name, language))
        )
    else:
        work = Work.open(workspace, name, language)
    matches, gone = match(work.catalogue.entries, work.catalogue.obsolete, document.segments)
    counts = {how: sum(m.how == how for m in matches) for how in ("same", "back", "edited", "new")}
    counts["gone"] = len(gone)
    history = work.history
    names = glossary_for(workspace, name, language)
    made = [_entry(m, history.get(m.old.key, []) if m.old else [], names) for m in matches]
    events = [event for _, event in made if event is not None]
    if not dry:
        fields = {
            "Language": language,
            "X-Source": workspace.relative(path.resolve()),
            "X-Source-Hash": file_hash(data),
        }
        back = {m.segment.key for m in matches if m.how == "back"}
        catalogue = Catalogue(
            target,
            standard_header(work.catalogue.header, fields),
            tuple(entry for entry, _ in made),
            (*(e for e in work.catalogue.obsolete if e.key not in back), *_obsolete(gone)),
            work.catalogue.head_comment or document.title or name,
        )
        with locked(workspace.cache):
            work.journal.append(events)
            work.catalogue = catalogue
            work.save()
    kept = sum(e is not None and e.do == "keep" for _, e in made)
    return Added(name, language, target, counts, kept, first, document.notices)


def _obsolete(gone: Sequence[Entry]) -> list[Entry]:
    """Entries that left the statement; those nobody ever translated are let go."""
    return [replace(e, obsolete=True, fuzzy=False, previous="") for e in gone if e.target.strip()]


def _entry(found: Match, past: Sequence[Event], glossary: Glossary) -> tuple[Entry, Event | None]:
    """The new entry for a segment, and what the journal is to say of it."""
    segment, old = found.segment, found.old
    fresh = Entry(segment.key, segment.text, kind=segment.kind, note=segment.note)
    if found.how == "same" and old is not None:
        kept = replace(old, source=segment.text, kind=segment.kind, note=segment.note)
        if kept.target.strip() or not _keeps(segment, glossary):
            return kept, None
    if found.how == "back" and old is not None:
        human = any(e.do in HUMAN for e in past)
        done = nothing_to_translate(segment.kind, segment.text, old.target)
        entry = replace(fresh, target=old.target, comment=old.comment, fuzzy=not human and not done)
        return entry, None
    if _keeps(segment, glossary):
        entry = replace(fresh, target=segment.text)
        return entry, Event("", "", "translate-flow", "keep", segment.key, segment.text)
    if found.how == "edited" and old is not None and old.target.strip() and any(e.do in HUMAN for e in past):
        previous = old.previous or old.source
        entry = replace(fresh, target=old.target, comment=old.comment, fuzzy=True, previous=previous)
        return entry, Event("", "", "translate-flow", "carry", segment.key, old.target, origin=old.key)
    return fresh, None


def _keeps(segment: Segment, glossary: Glossary) -> bool:
    """Whether the segment is kept as it is: a name, no letters, or just one kept term, such as a region."""
    if segment.kind is Kind.NAME or not has_letters(segment.text):
        return True
    found = glossary.find(segment.text)
    return (
        len(found) == 1
        and found[0].form == segment.text.strip() == found[0].term.target
        and found[0].term.policy is Policy.KEEP
    )
