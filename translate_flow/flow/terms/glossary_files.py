"""Glossaries of other programs, taken into a workspace's and made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ...errors import GlossaryError, ReadError, UsageError
from ...files.disk import write_atomically
from ...files.encoding import decode
from ...files.lock import locked
from ...files.messages import CANNOT_BE_READ
from ...files.messages import cause as because
from ...glossary.foreign_table import Mapping
from ...glossary.table import GlossaryFile, load, new_table, parse, term_key
from ...model import Policy, Term
from ...workspace import Workspace
from ..statement.each import accounted
from ..statement.terms import glossary_for
from .allowed import GLOSSARY, must_be_allowed
from .glossary import check, file_for, table_of
from .messages import NOT_A_GLOSSARY, NOT_AN_EXPORT


@dataclass(frozen=True, slots=True)
class ImportedGlossary:
    """What became of a foreign glossary."""

    path: Path
    """File the new rows were written to."""
    added: tuple[Term, ...]
    same: int
    """Terms the glossary had already, with nothing new."""
    different: tuple[tuple[Term, Term], ...]
    """Foreign term and the row it contradicts; rewritten only if that was asked for."""
    replaced: bool = False
    """Whether it was."""
    unusable: tuple[GlossaryError, ...] = ()
    """Rows that are no usable terms, each with its place and why; they were left out."""
    mapping: Mapping | None = None
    """Which columns were taken for what, of a table of another program."""


def import_file(
    workspace: Workspace,
    source: Path,
    language: str,
    *,
    file: str | None = None,
    statement: str | None = None,
    overwrite: bool = False,
    dry: bool = False,
    columns: Sequence[str] = (),
    data: bytes | None = None,
) -> ImportedGlossary:
    """Take the terms of a TBX, TSV, PO or CSV file into the glossary; those it has already stay as they are.

    With `data`, those are the file's bytes, and `source` is only its name.

    Rows that cannot be used are left out and listed. `columns` says what the columns of a table are, if that cannot
    be determined. Raises GlossaryError naming file, row and column; nothing is written then.
    """
    found = _foreign(source, language, workspace.settings.languages.source, columns, data)
    terms = found.terms
    path = file_for(workspace, Term("", ""), file or (None if statement else source.stem), statement)
    with locked(workspace.cache):
        rows = {term_key(t.es): t for t in load(workspace.glossary_paths(statement), language)}
        variants = {term_key(v): t for t in rows.values() for v in t.variants}
        added: dict[str, Term] = {}
        same, different = 0, []
        for term in terms:
            key = term_key(term.es)
            there = rows.get(key) or variants.get(key)
            if there is None:
                taken = (*rows, *variants, *added)
                free = tuple(v for v in term.variants if term_key(v) not in taken)
                added[key] = replace(term, variants=free)
            elif _says_nothing_new(term, there):
                same += 1
            else:
                different.append((term, there))
        done = ImportedGlossary(
            path,
            tuple(added.values()),
            same,
            tuple(different),
            overwrite,
            tuple(found.unusable),
            found.mapping,
        )
        if dry:
            return done
        _write(workspace, done, language)
    return done


def _write(workspace: Workspace, done: ImportedGlossary, language: str) -> None:
    """Put the new terms into their table, and the different ones over those that are there, if that was asked for.

    All tables are checked before the first is written. Raises GlossaryError.
    """
    tables: dict[Path, GlossaryFile] = {}
    if done.added:
        tables[done.path] = table_of(workspace, done.path, language).adding(*done.added, language=language)
    for term, there in done.different if done.replaced else ():
        where = Path(there.file)
        table = tables.get(where) or table_of(workspace, where, language)
        tables[where] = table.replacing(_over(term, there), language)
    for where, table in tables.items():
        check(workspace, where, table, language)
        must_be_allowed(workspace, GLOSSARY, table_of(workspace, where, language), table, language)
    finished: list[str] = []
    for where, table in tables.items():
        with accounted(finished):
            write_atomically(where, table.data())
        finished.append(workspace.relative(where))


@dataclass(slots=True)
class _Foreign:
    terms: list[Term]
    unusable: list[GlossaryError]
    mapping: Mapping | None = None


def _foreign(
    source: Path, language: str, source_language: str, columns: Sequence[str], data: bytes | None
) -> _Foreign:
    try:
        data = source.read_bytes() if data is None else data
    except OSError as error:
        raise GlossaryError(CANNOT_BE_READ(file=str(source), cause=because(error))) from error
    from ...glossary.exchange import READERS, gathered, read
    from ...glossary.foreign_table import read_table

    suffix = source.suffix.lower()
    unusable: list[GlossaryError] = []
    if suffix not in READERS:
        raise GlossaryError(NOT_A_GLOSSARY(file=str(source), known=tuple(READERS)))
    if suffix in (".tbx", ".po"):
        return _Foreign(read(data, str(source), language, source_language, unusable), unusable)
    if not columns and (own := _own_table(data, str(source))) is not None:
        return _Foreign(own.usable(language, unusable), unusable)
    mapping, entries = read_table(data, str(source), source_language, language, columns)
    return _Foreign(gathered(entries, str(source), unusable), unusable, mapping)


def _own_table(data: bytes, name: str) -> GlossaryFile | None:
    """The file as one of this program's glossaries, whatever a spreadsheet made of its encoding; None if its head
    has other columns."""
    try:
        text = decode(data, name).text
        table = parse(text.encode(), name)
    except (GlossaryError, ReadError):
        return None
    return table


def _says_nothing_new(term: Term, there: Term) -> bool:
    """Whether all that a foreign term says is in the row: foreign files leave out most columns."""
    known = {there.target, *there.accepted}
    if there.policy is not Policy.TRANSLATE:
        known |= {there.es, *there.variants}
    return (
        term.target in known
        and set(term.accepted) <= known
        and set(term.forbidden) <= set(there.forbidden)
        and (not term.gloss or term.gloss == there.gloss)
    )


def _over(term: Term, there: Term) -> Term:
    """The row with what a foreign term says; what that leaves out stays."""
    same = term.target == there.target
    return replace(
        there,
        en=there.en if same else term.en,
        policy=there.policy if same else term.policy,
        accepted=tuple(dict.fromkeys((*there.accepted, *term.accepted))) if same else term.accepted,
        forbidden=tuple(f for f in dict.fromkeys((*there.forbidden, *term.forbidden)) if f != term.target),
        gloss=term.gloss or there.gloss,
        note=term.note or there.note,
    )


def export_file(
    workspace: Workspace, target: Path, language: str, statement: str | None = None, *, tbx: str = "2"
) -> int:
    """Write the glossary that holds (for a statement) to a file, its format recognised by the extension.

    `tbx` is the version and style of a TBX file.

    Returns the number of terms. Raises UsageError for an extension that is none of CSV, TBX, TSV, PO.
    """
    data, count = exported(workspace, target, language, statement, tbx=tbx)
    write_atomically(target, data)
    return count


def exported(
    workspace: Workspace, target: Path, language: str, statement: str | None = None, *, tbx: str = "2"
) -> tuple[bytes, int]:
    """What `export_file` writes, and the number of terms. Raises as it does."""
    terms = glossary_for(workspace, statement, language).terms
    if target.suffix.lower() == ".csv":
        data = new_table(target.name, language).adding(*_once(terms), language=language).data()
    else:
        from ...glossary.exchange import WRITERS
        from ...glossary.exchange import write as write_foreign

        if target.suffix.lower() not in WRITERS:
            raise UsageError(NOT_AN_EXPORT(file=str(target), known=(".csv", *WRITERS)))
        data = write_foreign(terms, target.suffix, language, workspace.settings.languages.source, tbx)
    return data, len(terms)


def _once(terms: Sequence[Term]) -> list[Term]:
    """The terms as one file may hold them: a variant that is a term of its own elsewhere is left out."""
    keys: dict[str, Term] = {term_key(t.es): t for t in terms}
    found = []
    for term in terms:
        free = []
        for variant in term.variants:
            if keys.setdefault(term_key(variant), term) is term:
                free.append(variant)
        found.append(replace(term, variants=tuple(free)))
    return found
