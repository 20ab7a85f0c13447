"""Rows of a workspace's glossary, added and changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ...errors import GlossaryError, UsageError
from ...files.disk import write_atomically
from ...files.lock import locked
from ...files.messages import CANNOT_BE_READ
from ...files.messages import cause as because
from ...files.regular import bytes_of
from ...glossary.kinds import traits
from ...glossary.table import GlossaryFile, load, new_table, parse, term_key
from ...messages import Message, nearest
from ...model import Policy, Term
from ...workspace import Workspace
from . import messages as said
from .allowed import TERM, must_be_allowed


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """A row that was written."""

    term: Term
    path: Path
    """The file it is in."""
    changed: bool = False
    """Whether a row that was there was rewritten."""


def file_for(workspace: Workspace, term: Term, file: str | None = None, statement: str | None = None) -> Path:
    """The glossary file a new row belongs in: the one named, the statement's own, or the one of its kind.

    Raises UsageError for a name that is not a CSV in `glossary/`.
    """
    if statement is not None:
        source = workspace.source_path(statement)
        return source.parent / f"{statement.rsplit('/', 1)[-1]}.glossary.csv"
    if file is not None:
        name = file if file.endswith(".csv") else f"{file}.csv"
        path = (workspace.root / "glossary" / name.removeprefix("glossary/")).resolve()
        if path.parent != (workspace.root / "glossary").resolve():
            raise UsageError(said.FILE_IN_GLOSSARY(file=file))
        return path
    if traits(term.kind).place:
        return workspace.root / "glossary" / "regions.csv"
    kept = term.policy is Policy.KEEP
    return workspace.root / "glossary" / ("names.csv" if kept else "terms.csv")


def write(
    workspace: Workspace,
    term: Term,
    language: str,
    *,
    file: str | None = None,
    statement: str | None = None,
    overwrite: bool = False,
    dry: bool = False,
) -> WrittenRow:
    """Add a row to the glossary, or with `overwrite` rewrite the one the term has; with `dry` only tell.

    Raises GlossaryError if the term has a row elsewhere, or is not a good one, NotAllowed if whoever asks may not
    write it; nothing is written then.
    """
    with locked(workspace.cache):
        there = listed(workspace, term.es, language, statement)
        own = statement is not None and (there is None or Path(there.file) != _own(workspace, statement))
        if there is not None and not own:
            if not overwrite:
                raise GlossaryError(
                    said.THERE_ALREADY(
                        place=place(workspace, there),
                        term=there.es,
                        policy=there.policy,
                        target=there.target,
                    )
                )
            path = Path(there.file)
            before = table_of(workspace, path, language)
            table = before.replacing(replace(term, es=there.es), language)
        else:
            path = file_for(workspace, term, file, statement)
            before = table_of(workspace, path, language)
            try:
                table = before.adding(term, language=language)
                check(workspace, path, table, language)
            except GlossaryError as error:
                raise GlossaryError(said.NOT_ADDED(term=term.es, problem=error.message)) from error
        check(workspace, path, table, language)
        if not dry:
            must_be_allowed(workspace, TERM, before, table, language, statement)
            write_atomically(path, table.data())
    return WrittenRow(term, path, there is not None and not own)


def add(
    workspace: Workspace,
    es: str,
    fields: Mapping[str, Any],
    language: str,
    *,
    file: str | None = None,
    statement: str | None = None,
    overwrite: bool = False,
    dry: bool = False,
) -> WrittenRow:
    """Add a row with these fields of a Term; of a row that is there already the other fields stay.

    Without a policy the term is translated if it has a translation of its own, else kept.
    Raises as `write` does.
    """
    es = " ".join(es.split())
    if "|" in es:
        raise GlossaryError(said.BAR_IN_TERM(term=es))
    base = listed(workspace, es, language, statement) if overwrite or statement else None
    if base is None:
        base = Term(es, "", kind="term" if es.islower() else "")
    else:
        base = replace(base, variants=tuple(v for v in base.variants if term_key(v) != term_key(es)))
    term = replace(base, **fields)
    if "policy" not in fields and "en" in fields:
        term = replace(term, policy=Policy.TRANSLATE if term.en not in ("", term.es) else Policy.KEEP)
    if "article" not in fields and "en" in fields:
        term = with_article(term)
    return write(workspace, term, language, file=file, statement=statement, overwrite=overwrite, dry=dry)


def remove(
    workspace: Workspace, es: str, language: str, *, statement: str | None = None, dry: bool = False
) -> Term:
    """Take the row of a term out of the glossary; the row as it was, for who wants it back.

    Raises GlossaryError if the glossary has no such term, NotAllowed.
    """
    with locked(workspace.cache):
        there = listed(workspace, es, language, statement)
        if there is None:
            known = [t.es for t in load(workspace.glossary_paths(statement), language)]
            raise GlossaryError(said.NOT_LISTED(term=es, nearest=nearest(es, known)))
        path = Path(there.file)
        before = table_of(workspace, path, language)
        table = before.without(there.es)
        check(workspace, path, table, language)
        if not dry:
            must_be_allowed(workspace, TERM, before, table, language, statement)
            write_atomically(path, table.data())
    return there


def with_article(term: Term) -> Term:
    """The term with the article its English most likely takes: *the Ministry of Labour*."""
    from ...glossary.agreement import guess_article

    article = term.policy is Policy.TRANSLATE and guess_article(term.target, term.kind, term.policy)
    return replace(term, article=article)


def _own(workspace: Workspace, statement: str) -> Path:
    return file_for(workspace, Term("", ""), statement=statement)


def listed(workspace: Workspace, es: str, language: str, statement: str | None = None) -> Term | None:
    """The row a term has: the strongest, its variants included."""
    terms = load(workspace.glossary_paths(statement), language)
    key = term_key(es)
    exact = next((t for t in terms if term_key(t.es) == key), None)
    return exact or next((t for t in terms if any(term_key(v) == key for v in t.variants)), None)


def place(workspace: Workspace, term: Term) -> Message:
    """File and row of a term, for messages."""
    return said.ROW(file=workspace.relative(Path(term.file)), row=term.row)


def table_of(workspace: Workspace, path: Path, language: str) -> GlossaryFile:
    """A glossary file as it is, or an empty one if there is none yet. Raises GlossaryError."""
    name = workspace.relative(path)
    try:
        return parse(bytes_of(path), name)
    except FileNotFoundError:
        return new_table(name, language)
    except OSError as error:
        raise GlossaryError(CANNOT_BE_READ(file=name, cause=because(error))) from error


def check(workspace: Workspace, path: Path, table: GlossaryFile, language: str) -> None:
    """Raises GlossaryError if the table would not load, its English and the target language both looked at."""
    for tag in dict.fromkeys((language, *workspace.settings.languages.targets)):
        if tag in table.header:
            table.terms(tag)


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look through all glossary files found."""

    terms: int
    """Terms of the glossary common to all statements."""
    files: int
    """Files read, those of single statements too."""
    astray: tuple[Path, ...]
    """Glossaries beside no statement: their name is not that of a source."""


def look_through(workspace: Workspace, language: str) -> Looked:
    """Read every glossary file, those of single statements too. Raises GlossaryError for the first fault."""
    terms = load(workspace.glossary_paths(), language)
    own = sorted(workspace.statements.rglob("*.glossary.csv"))
    astray = []
    for path in own:
        load([path], language)
        name = path.relative_to(workspace.statements).as_posix().removesuffix(".glossary.csv")
        if workspace.has_source(name) is None:
            astray.append(path)
    return Looked(len(terms), len(workspace.glossary_paths()) + len(own), tuple(astray))
