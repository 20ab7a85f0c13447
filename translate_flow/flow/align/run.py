"""A finished translation taken apart: its paragraphs put beside those of the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from ...align import AlignedPair, pair
from ...carry.entries import BY
from ...catalogue.messages import FROM_FILE, REMARK, combined
from ...catalogue.states import CHANGES, HUMAN
from ...errors import UsageError
from ...files.lock import locked
from ...language.text import digest, squeeze
from ...markup import inline
from ...markup import pairs as markup
from ...messages import Message
from ...model import Document, Event, Kind, Segment, State, Unit
from ...workspace import Workspace
from ..editing.edit import refuse_controls
from ..statement.each import accounted
from ..statement.work import Work
from .corrections import apply, corrected, load, save_corrections
from .messages import NOTHING_CERTAIN
from .reading import Prepared, Progress, prepare, translation_in, words_of

ENGINE = "aligned"
"""What drafts taken from a finished translation are said to come from."""
HOWS = ("certain", "doubtful", "same", "yours", "name", "none")
"""What can become of a paragraph: its translation is certain, or wants a look; it is there
already; a person's other text is there; it is a name; it has no translation."""

_UNSURE = frozenset({"doubtful", "none"})
_ENOUGH = 3
"""Paragraphs of which, in a translation, one at least is sure."""
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
    theirs: tuple[str, ...] = ()
    """All paragraphs of the translation, divided where somebody said so."""


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
    theirs = translation_in(translation, main)
    prepared = prepare(workspace, source, theirs, translation.name, language, dry=dry, progress=progress)
    return paired(workspace, prepared, language, by, drafts=drafts, dry=dry, fixes=fixes, keep=not dry)


def paired(
    workspace: Workspace,
    prepared: Prepared,
    language: str,
    by: str,
    *,
    drafts: bool = False,
    dry: bool = False,
    fixes: Sequence[str] = (),
    keep: bool = True,
) -> Aligned:
    """The same of texts that were read before. With `keep` corrections are kept, also where nothing else is written.

    Raises UsageError, CatalogueError, which says what is in all the same.
    """
    added = prepared.added
    new = any(number for how, number in added.counts.items() if how != "same")
    done = [f"{added.name} → {language}"] if new and not dry else []
    with accounted(done):
        return _paired(workspace, prepared, language, by, drafts, dry, fixes, keep, done)


def _paired(
    workspace: Workspace,
    prepared: Prepared,
    language: str,
    by: str,
    drafts: bool,
    dry: bool,
    fixes: Sequence[str],
    keep: bool,
    done: list[str],
) -> Aligned:
    """The same; what is in before the end is added to `done`."""
    added, theirs, reading = prepared.added, prepared.theirs, prepared.source
    ours = reading.segments
    tags = workspace.settings.languages.source, language
    path = workspace.corrections_path(added.name, language)
    with locked(workspace.cache) if fixes and keep else nullcontext():
        # Read and written as one step: somebody else may correct it too.
        known, faults = load(path, workspace.relative(path))
        put = apply(known, ours, theirs.segments, workspace.relative(path))
        if fixes:
            after = corrected([c for _, c in known], fixes, ours, put.theirs, by)
            put = apply([*enumerate(after, 1)], ours, theirs.segments, workspace.relative(path))
            if keep:
                save_corrections(workspace, added.name, language, after)
                done.append(workspace.relative(path))
    theirs = replace(theirs, segments=put.theirs)
    shown = [words_of(s.text, reading.format) for s in ours]
    said = [words_of(s.text, theirs.format) for s in theirs.segments]
    pairs, left = pair(shown, said, tags, prepared.machine, _both_heads(reading, theirs), put.fixed)
    texts = [_fitting(p, s.text, reading.format, theirs) for p, s in zip(pairs, ours, strict=True)]
    work = None if dry and added.first else Work.open(workspace, added.name, language)
    units = {u.key: u for u in work.units} if work else {}
    placed = tuple(
        _placed(units.get(s.key), s.key, s.text, text, p)
        for s, text, p in zip(ours, texts, pairs, strict=True)
    )
    if work and not dry:
        work.change(lambda now: _events(now, placed, by, prepared.file, drafts))
    return Aligned(
        added.name,
        language,
        added.path,
        placed,
        tuple(theirs.segments[j].text for j in left),
        prepared.engine,
        (*added.notices, *theirs.notices, *faults, *_foreign(placed, ours, prepared.file)),
        tuple(j + 1 for j in left),
        put.misfits,
        len(put.fixed),
        tuple(said),
    )


def _foreign(placed: Sequence[Placed], ours: Sequence[Segment], file: str) -> Iterator[Message]:
    """What is said where nothing shows that the file is a translation of this statement at all."""
    found = [
        one.how
        for one, segment in zip(placed, ours, strict=True)
        if one.how != "name" and segment.kind not in (Kind.TITLE, Kind.HEADING)  # a head is put beside a head
    ]
    if len(found) >= _ENOUGH and _UNSURE.issuperset(found):
        yield NOTHING_CERTAIN(file=file)


def _both_heads(ours: Document, theirs: Document) -> tuple[list[bool], list[bool]] | None:
    """Which paragraphs are headings on each side; None where one has none at all, which says nothing."""
    heads = _heads(ours), _heads(theirs)
    return heads if any(heads[0]) and any(heads[1]) else None


def _heads(document: Document) -> list[bool]:
    return [s.kind in (Kind.TITLE, Kind.HEADING) for s in document.segments]


def _fitting(found: AlignedPair, source: str, form: str, theirs: Document) -> str:
    """The found translation as a text of the source's format."""
    if not found.text:
        return ""
    alone = len(found.theirs) == 1 and found.text == words_of(
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
