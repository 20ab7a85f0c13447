"""A statement's source file, and what people wished of its paragraphs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ...catalogue import Entry
from ...catalogue.states import unit
from ...errors import CatalogueError, ReadError
from ...files.messages import CANNOT_BE_READ
from ...files.messages import cause as because
from ...files.regular import bytes_of
from ...formats import format_for
from ...model import Document, Edition, Kind, Segment
from ...workspace import file_hash
from .messages import ENTRIES_MISSING, NO_SUCH_FILE, SOURCE_CHANGED
from .pofile import SEGMENTS, lacking

if TYPE_CHECKING:
    from ...workspace import Workspace
    from .work import Work


def read_source(path: Path) -> bytes:
    """A source file's bytes. Raises ReadError."""
    try:
        return bytes_of(path)
    except FileNotFoundError:
        raise ReadError(NO_SUCH_FILE(file=str(path))) from None
    except OSError as error:
        raise ReadError(CANNOT_BE_READ(file=str(path), cause=because(error))) from error


def read_document(workspace: Workspace, name: str, file: str, data: bytes, within: str) -> Document:
    """The statement in a file of that path, as its format reads it; a long one is read once. Raises ReadError."""
    from .readings import keep_reading, kept_reading

    known = kept_reading(workspace, name, file, data, within)
    if known is None:
        known = replace(format_for(file, data).document(data, file, within), name=name)
        keep_reading(workspace, known, file, data)
    return known


def as_wished(document: Document, header: Mapping[str, str], language: str) -> Document:
    """A document with its paragraphs divided, and of the kinds, that the PO file's header says. `language` is the source's."""
    from ...carry import CUTS
    from ...carry.kinds import KINDS, kinded
    from ...carry.kinds import read as read_kinds

    if cuts := header.get(CUTS):
        from ...carry.cuts import divided, read

        document = divided(document, read(cuts), language)
    return kinded(document, read_kinds(header.get(KINDS, "")))


def segments_lacking(work: Work) -> tuple[Segment, ...]:
    """Segments of the statement that its PO file has no entry for. Should the source have changed too, they have no text."""
    if SEGMENTS in work.catalogue.header and lacking(work.catalogue) <= 0:
        return ()
    try:
        if work.source_changed:
            return (Segment("", Kind.PARAGRAPH, ""),) * max(0, lacking(work.catalogue))
        present = {e.key for e in work.catalogue.entries}
        return tuple(s for s in work.document.segments if s.key not in present)
    except ReadError:
        return ()


def must_be_whole(work: Work) -> None:
    """Raise CatalogueError, with the remedy, if the PO file lacks entries."""
    missing = len(work.lacking)
    if missing:
        raise CatalogueError(
            ENTRIES_MISSING(
                file=work.workspace.relative(work.file.path),
                n=missing,
                total=missing + len(work.catalogue.entries),
                source=work.workspace.relative(work.source_file),
            )
        )


def edition_of(work: Work) -> Edition:
    """The statement with its units. Raises CatalogueError if its source changed since `add`."""
    if work.source_changed:
        raise CatalogueError(SOURCE_CHANGED(file=work.workspace.relative(work.source_file)))
    history = work.history
    entries = {e.key: e for e in work.catalogue.entries}
    units = tuple(
        unit(entries.get(s.key) or Entry(s.key, s.text, kind=s.kind), history.get(s.key, ()), s)
        for s in work.document.segments
    )
    return Edition(
        work.document,
        work.workspace.settings.languages.source,
        work.language,
        units,
        work.workspace.relative(work.source_file),
        file_hash(work.source_bytes),
        work.source_bytes,
    )
