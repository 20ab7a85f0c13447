"""A finished translation taken apart: its paragraphs put beside those of the source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from ...align import AlignedPair, pair
from ...carry.entries import BY
from ...catalogue.messages import FROM_FILE, REMARK, combined
from ...catalogue.states import CHANGES, HUMAN
from ...drafting import FirstMentions
from ...errors import EngineError, ReadError, UsageError
from ...formats import Format, format_for
from ...language.text import digest, squeeze
from ...markup import inline
from ...markup import pairs as markup
from ...messages import Message
from ...model import Document, Event, Kind, State, Unit
from ...workspace import Workspace
from ..drafts.brief import Brief
from ..drafts.chain import EngineChain
from ..drafts.engines import here
from ..editing.edit import refuse_controls
from ..intake.add import Added, add
from ..intake.originals import StatementFile
from ..intake.sources import gather
from ..messages import NO_TEXT, NOT_A_PAGE
from ..statement.source import read_source
from ..statement.terms import glossary_for
from ..statement.work import Work
from .corrections import apply, corrected, load, save

Progress = Callable[[str, int, int], None]
ENGINE = "aligned"
"""What drafts taken from a finished translation are said to come from."""
HOWS = ("certain", "doubtful", "same", "yours", "name", "none")
"""What can become of a paragraph: its translation is certain, or wants a look; it stands there
already; a person's other text stands there; it is a name; it has no translation."""

_FREE = frozenset({State.MISSING, State.DRAFT, State.KEPT})
"""States in which no person has written a text."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph of the source and what was found for it."""

    key: str
    how: str
    """One of `HOWS`."""
    source: str
    text: str
    """The translation that was found; empty if none was."""
    margin: float
    """How much speaks for it; see `align.beads.Bead`."""
    doubts: tuple[Message, ...]
    theirs: tuple[int, ...] = ()
    """Numbers of the translation's paragraphs it comes from, from 1."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """What a finished translation gave."""

    name: str
    language: str
    path: Path
    """The catalogue."""
    placed: tuple[Placed, ...]
    """Each paragraph of the source, in order."""
    left_over: tuple[str, ...]
    """Paragraphs of the translation that say nothing of the source."""
    engine: str
    """The engine whose drafts helped; empty if there was none."""
    notices: tuple[Message, ...]
    left_numbers: tuple[int, ...] = ()
    """Numbers of the paragraphs left over, from 1."""
    misfits: tuple[Message, ...] = ()
    """Corrections that no longer fit."""
    corrections: int = 0
    """How many were applied."""


def align(
    workspace: Workspace,
    source: str,
    translation: Path,
    language: str,
    by: str,
    *,
    main: bool = False,
    drafts: bool = False,
    dry: bool = False,
    fixes: Sequence[str] = (),
    progress: Progress | None = None,
) -> Aligned:
    """Put a finished translation's paragraphs into the statement's catalogue.

    `source` is a statement of the workspace, or a file that is added first. What is certain is an
    edit of `by`, with `drafts` a draft like what is doubtful. No person's text is replaced; with
    `dry` nothing is written. A private engine's drafts make it surer, if one can run here.
    `fixes` are corrections as `corrections.corrected` reads them; they are kept beside the catalogue, and applied
    whenever the statement is aligned. `progress` is called with the statement, the paragraphs that have a draft and how
    many there are; what it raises leaves everything as it was. Raises ReadError, UsageError, CatalogueError.
    """
    theirs, form = _read(translation, main)
    added = _added(workspace, source, language, dry)
    # With `dry`, a statement that is not in the workspace has no catalogue to be opened.
    ours = [carried.segment for carried in added.segments]
    reading = Document(added.name, format_for(source_name(workspace, added, source)).name, tuple(ours))
    helped, machine = _drafted(workspace, reading, language, progress or (lambda *_: None))
    tags = workspace.settings.languages.source, language
    path = workspace.corrections_path(added.name, language)
    known, faults = load(path, workspace.relative(path))
    put = apply(known, ours, theirs.segments, workspace.relative(path))
    if fixes:
        after = corrected([c for _, c in known], fixes, ours, put.theirs, by)
        put = apply([*enumerate(after, 1)], ours, theirs.segments, workspace.relative(path))
        if not dry:
            save(path, after)
    theirs = replace(theirs, segments=put.theirs)
    shown = [_words(s.text, reading.format) for s in ours]
    heads = _heads(reading), _heads(theirs)
    said = [_words(s.text, form.name) for s in theirs.segments]
    # A text without any heading does not tell which they are.
    pairs, left = pair(
        shown, said, tags, machine, heads if any(heads[0]) and any(heads[1]) else None, put.fixed
    )
    texts = [_fitting(p, s.text, reading.format, theirs) for p, s in zip(pairs, ours, strict=True)]
    work = None if dry and added.first else Work.open(workspace, added.name, language)
    units = {u.key: u for u in work.units} if work else {}
    placed = tuple(
        _placed(units.get(s.key), s.key, s.text, text, p)
        for s, text, p in zip(ours, texts, pairs, strict=True)
    )
    if work and not dry:
        work.change(lambda now: _events(now, placed, by, translation.name, drafts))
    return Aligned(
        added.name,
        language,
        added.path,
        placed,
        tuple(theirs.segments[j].text for j in left),
        helped,
        (*added.notices, *theirs.notices, *faults),
        tuple(j + 1 for j in left),
        put.misfits,
        len(put.fixed),
    )


def _read(translation: Path, main: bool) -> tuple[Document, Format]:
    """The finished translation, or with `main` the article in it, and its format."""
    data = read_source(translation)
    form = format_for(translation.name, data)
    if main and form.article is None:
        raise UsageError(NOT_A_PAGE(file=translation.name))
    within = form.article(data, str(translation)) if main and form.article else ""
    theirs = form.document(data, str(translation), within)
    if not theirs.segments:
        raise ReadError(NO_TEXT(file=str(translation)))
    return theirs, form


def source_name(workspace: Workspace, added: Added, source: str) -> str:
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
    return private[0].name, [_words(made.get(s.key, ""), document.format) for s in document.segments]


def _heads(document: Document) -> list[bool]:
    return [s.kind in (Kind.TITLE, Kind.HEADING) for s in document.segments]


def _words(text: str, form: str) -> str:
    return inline.plain(text) if form in inline.FORMATS else text


def _fitting(found: AlignedPair, source: str, form: str, theirs: Document) -> str:
    """The found translation as a text of the source's format."""
    if not found.text:
        return ""
    alone = len(found.theirs) == 1 and found.text == _words(
        theirs.segments[found.theirs[0]].text, theirs.format
    )
    if form in inline.FORMATS and theirs.format in inline.FORMATS and alone:
        text = theirs.segments[found.theirs[0]].text
        if not inline.problems(source, text):
            return text
    if form == theirs.format:
        return found.text if form not in inline.FORMATS else inline.escape(found.text)
    bare = _unmarked(found.text) if theirs.format == "markdown" else found.text
    return inline.escape(bare) if form in inline.FORMATS else bare


def _unmarked(text: str) -> str:
    """Markdown's words without emphasis and links around them."""
    signs = [(p.start, p.inner) for p in markup.pairs(text)] + [(p.outer, p.end) for p in markup.pairs(text)]
    for start, end in sorted(signs, reverse=True):
        text = text[:start] + text[end:]
    return text


def _placed(unit: Unit | None, key: str, source: str, text: str, found: AlignedPair) -> Placed:
    how = "doubtful" if found.doubts else "certain"
    if unit is not None and unit.state is State.KEPT and (found.doubts or text in ("", unit.target)):
        how = "name"
    elif not text:
        how = "none"
    elif unit is not None and unit.state is State.TRANSLATED and _taken(unit) and not found.doubts:
        how = "same" if squeeze(unit.target) == squeeze(text) else "certain"
    elif unit is not None and unit.state not in _FREE:
        how = "same" if squeeze(unit.target) == squeeze(text) else "yours"
    if how != "none" and text:
        try:
            refuse_controls(text)
        except UsageError as error:
            return Placed(key, "none", source, text, found.margin, (error.message,))
    return Placed(key, how, source, text, found.margin, found.doubts, tuple(j + 1 for j in found.theirs))


def _taken(unit: Unit) -> bool:
    """Whether the text came from a finished translation, and nobody has touched it since."""
    last = next((e for e in reversed(unit.events) if e.do in CHANGES or e.do in HUMAN), None)
    came = last is not None and last.do == "edit" and last.text == unit.target
    return came and last is not None and last.reason is not None and last.reason.id == FROM_FILE.id


def _events(now: Work, placed: Sequence[Placed], by: str, file: str, drafts: bool) -> list[Event]:
    """What is to be journalled, given the catalogue as it stands."""
    units = {u.key: u for u in now.units}
    made = []
    for found in placed:
        unit = units.get(found.key)
        if unit is None:
            continue
        if found.how == "none" and _taken(unit):
            # What was taken before has been corrected: it is no translation of this paragraph.
            base = digest(unit.target)
            made.append(
                Event(by=by, do="edit", key=unit.key, text="", base=base, reason=FROM_FILE(file=file))
            )
        if found.how not in ("certain", "doubtful"):
            continue
        if unit.state not in _FREE and not _taken(unit):
            continue
        base = digest(unit.target) if unit.target else ""
        if found.how == "certain" and not drafts:
            made.append(
                Event(by=by, do="edit", key=unit.key, text=found.text, base=base, reason=FROM_FILE(file=file))
            )
        elif unit.target != found.text:
            doubts = (d if isinstance(d, Message) else REMARK(text=d) for d in found.doubts)
            made.append(
                Event(
                    by=BY,
                    do="draft",
                    key=unit.key,
                    text=found.text,
                    base=base,
                    engine=ENGINE,
                    reason=combined([FROM_FILE(file=file), *doubts]),
                )
            )
    return made
