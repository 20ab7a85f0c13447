"""Both texts of an alignment: the statement, its finished translation, and drafts that help to pair them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ...drafting import FirstMentions
from ...errors import EngineError, ReadError, UsageError
from ...formats import format_for
from ...markup import inline
from ...model import Document
from ...workspace import Workspace
from ..drafts.brief import Brief
from ..drafts.chain import EngineChain
from ..drafts.engines import here
from ..intake.add import Added, add
from ..intake.originals import StatementFile
from ..intake.sources import gather
from ..intake.tongue import is_untranslated
from ..messages import NO_TEXT, NOT_A_PAGE
from ..statement.source import read_source
from ..statement.terms import glossary_for
from .messages import UNTRANSLATED

Progress = Callable[[str, int, int], None]
"""Called with the statement, its paragraphs that have a draft, and how many there are."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What every alignment of two texts begins with; corrections are put to it again and again."""

    added: Added
    source: Document
    """The statement's paragraphs."""
    theirs: Document
    """The translation's."""
    file: str
    """Name of the translation's file."""
    engine: str
    """The engine whose drafts help; empty if there is none."""
    machine: list[str] | None
    """Its drafts, without marks."""


def prepare(
    workspace: Workspace,
    source: str,
    theirs: Document,
    file: str,
    language: str,
    *,
    dry: bool = False,
    progress: Progress | None = None,
) -> Prepared:
    """Read the source, a statement of the workspace or a file that is added first, and have it drafted where a private
    engine can. With `dry`, a file is only read. What `progress` raises leaves everything as it was.

    Raises ReadError, UsageError, CatalogueError.
    """
    if is_untranslated(theirs, workspace.settings.languages.source, language):
        raise UsageError(UNTRANSLATED(file=file))
    added = _added(workspace, source, language, dry)
    ours = tuple(carried.segment for carried in added.segments)
    reading = Document(added.name, format_for(_source_name(workspace, added, source)).name, ours)
    engine, machine = _drafted(workspace, reading, language, progress or (lambda *_: None))
    return Prepared(added, reading, theirs, file, engine, machine)


def translation_in(translation: Path, main: bool) -> Document:
    """A finished translation, or with `main` the article in it. Raises ReadError, UsageError."""
    data = read_source(translation)
    form = format_for(translation.name, data)
    if main and form.article is None:
        raise UsageError(NOT_A_PAGE(file=translation.name))
    within = form.article(data, str(translation)) if main and form.article else ""
    theirs = form.document(data, str(translation), within)
    if not theirs.segments:
        raise ReadError(NO_TEXT(file=str(translation)))
    return theirs


def _source_name(workspace: Workspace, added: Added, source: str) -> str:
    """The file name of a statement that was just added."""
    return Path(source).name if Path(source).is_file() else workspace.source_path(added.name).name


def _added(workspace: Workspace, source: str, language: str, dry: bool) -> Added:
    if Path(source).is_file():
        sources: Sequence[Path | StatementFile] = gather(workspace, [source]).sources
    else:
        sources = [workspace.source_path(workspace.choose_one(source, language))]
    return add(workspace, sources, [language], dry=dry)[0]


def _drafted(
    workspace: Workspace, document: Document, language: str, progress: Progress
) -> tuple[str, list[str] | None]:
    """Engines that keep the text here and can run, by name, and their drafts, with the glossary's names."""
    private = here(workspace, language, document.name)
    if not private:
        return "", None
    glossary = glossary_for(workspace, document.name, language)
    mentions = FirstMentions(document.segments, glossary)
    made: dict[str, str] = {}
    with EngineChain(workspace, language) as chain, suppress(EngineError):
        # Only a help: what has no draft is put beside its translation without it.
        for draft in chain.drafts(private, document.segments, Brief(glossary, mentions)):
            made[draft.key] = draft.text
            progress(document.name, len(made), len(document.segments))
    if not made:
        return "", None
    return private[0].name, [words_of(made.get(s.key, ""), document.format) for s in document.segments]


def words_of(text: str, form: str) -> str:
    """A paragraph as its reader sees it, where its format has marks inside."""
    return inline.plain(text) if form in inline.FORMATS else text
