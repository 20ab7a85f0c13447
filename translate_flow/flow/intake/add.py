"""Read statements into catalogues, or read them again after a change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from ...carry import CUTS, Carried, Carrier, match, touched
from ...carry.cuts import Cut, at_blank_lines, divided
from ...carry.cuts import read as read_cuts
from ...carry.cuts import written as written_cuts
from ...carry.entries import BY, followed
from ...carry.kinds import KINDS, Kinds, kinded
from ...carry.kinds import read as read_kinds
from ...carry.kinds import written as written_kinds
from ...catalogue import Catalogue, Entry, standard_header
from ...catalogue.messages import SAME_PARAGRAPH
from ...catalogue.settling import apply
from ...errors import CatalogueError, ReadError, UsageError
from ...files.disk import write_atomically
from ...formats import EXTENSIONS, Format, format_for, others_format, reads_alike
from ...language.text import digest
from ...messages import Message
from ...model import Document, Event, Omission
from ...workspace import Workspace, file_hash
from ..messages import NO_TEXT
from ..statement.acts import must_be_allowed, named
from ..statement.anew import save_anew
from ..statement.each import Errors, accounted
from ..statement.messages import DONE_BEFORE
from ..statement.pofile import OTHERS, SEGMENTS, whole
from ..statement.readings import keep_reading
from ..statement.source import read_source
from ..statement.storage import storage_of
from ..statement.terms import glossary_for
from ..statement.work import WITHIN, Work
from . import messages as said
from .originals import StatementFile
from .tongue import OtherLanguage, other_language

HOWS = ("same", "moved", "back", "safe", "edited", "split", "merged", "new", "gone")
"""What can become of a paragraph, in the order it is reported."""


@dataclass(frozen=True, slots=True)
class Added:
    """What reading one statement did to one catalogue."""

    name: str
    language: str
    path: Path
    """The catalogue."""
    counts: dict[str, int]
    """Segments by each of `HOWS`; for `gone`, earlier segments."""
    kept: int
    """Names and numbers that need no translation, of those that are new."""
    first: bool
    """Whether the catalogue is new."""
    notices: tuple[Message, ...]
    """What the reader has to say."""
    segments: tuple[Carried, ...] = ()
    """What became of each segment, in order."""
    gone: tuple[Entry, ...] = ()
    """Earlier entries nothing goes on from."""
    omitted: tuple[Omission, ...] = ()
    """What the file holds beside the segments that a reader may see."""


def add(
    workspace: Workspace,
    files: Sequence[Path | StatementFile],
    languages: Sequence[str],
    *,
    dry: bool = False,
    main: bool | None = None,
    agreed: Callable[[Message], bool] = lambda question: False,
    tell: Callable[[Message], None] = lambda notice: None,
    errors: Errors | None = None,
) -> list[Added]:
    """Read each statement and bring its catalogues up to date; with `dry`, only tell.

    Of web pages, `main` takes the article alone, False the whole page, None what the catalogue
    says it was last time (the whole page, if it is new). All files are read before the first is
    written. Raises ReadError, UsageError, CatalogueError; with `errors`, why a file cannot be read, or its
    catalogue cannot, is added to these instead, and the others go in.

    A new statement that looks like another language than the workspace's is added if `agreed` to the question;
    else it is passed over, which `tell` is told, or, where nothing else is left, refused with OtherLanguage.
    """
    sources = [f if isinstance(f, StatementFile) else StatementFile(f, read_source(f)) for f in files]
    if main and not any(format_for(s.path.name, s.data).article for s in sources):
        raise UsageError(said.NO_ARTICLE())
    read, passed = _all_read(workspace, sources, main, agreed, errors)
    if passed and not read and not errors:
        raise OtherLanguage(passed[0])
    for looks in passed:
        tell(looks)
    names: dict[str, Path] = {}
    for source, name, _ in read:
        if names.setdefault(name, source.path) != source.path:
            raise UsageError(said.SAME_NAME(file=str(source.path), other=str(names[name])))
    fresh: set[Path] = set()
    if not dry:
        for source, _, _ in read:
            if source.new:
                fresh |= set() if source.path.exists() else {source.path}
                write_atomically(source.path, source.data)
    # A workspace that looks at its files afresh.
    workspace = replace(workspace)
    made: list[Added] = []
    for source, name, document in read:
        for language in languages:
            try:
                with accounted(f"{one.name} → {one.language}" for one in made if errors is None):
                    made.append(_add_one(workspace, name, source, document, language, dry))
            except CatalogueError as error:
                vain = source.path in fresh and all(one.name != name for one in made)
                told = error if dry or not source.new else _without_catalogue(source.path, vain, error)
                if errors is None:
                    raise told from error
                errors.append(told)
        if not dry and not document.notices:  # which may name the file as the user did
            keep_reading(workspace, document, workspace.relative(source.path.resolve()), source.data)
    return made


def _without_catalogue(path: Path, vain: bool, error: CatalogueError) -> CatalogueError:
    """What to say where a file was put among the statements and its catalogue cannot be written; it goes if it is there
    in `vain`, else the error says that it stays."""
    with suppress(OSError):
        if vain:
            path.unlink()
            return error
    return CatalogueError(DONE_BEFORE(error=error.message, done=(str(path),)))


def _all_read(
    workspace: Workspace,
    sources: Sequence[StatementFile],
    main: bool | None,
    agreed: Callable[[Message], bool],
    errors: Errors | None,
) -> tuple[list[tuple[StatementFile, str, Document]], list[Message]]:
    """The statements that go in, each with its name, and the questions that were not agreed to."""
    read: list[tuple[StatementFile, str, Document]] = []
    passed: list[Message] = []
    for source in sources:
        try:
            name, document = _read(workspace, source, main)
        except ReadError as error:
            if errors is None:
                raise
            errors.append(error)
            continue
        looks = other_language(workspace, name, document, str(source.path))
        if looks is None or agreed(looks):
            read.append((source, name, document))
        else:
            passed.append(looks)
    return read, passed


def _read(workspace: Workspace, source: StatementFile, main: bool | None) -> tuple[str, Document]:
    path = source.path
    chosen = format_for(str(path), source.data)
    name = workspace.statement_name(path)
    tag = workspace.settings.languages.source
    if f".{tag}." not in path.name:
        better = path.with_suffix(f".{tag}{path.suffix}").name
        raise UsageError(said.SAY_LANGUAGE(file=str(path), better=better))
    other = workspace.has_source(name) if source.new else workspace.source_path(name)
    if source.new and other is not None and other.resolve() != path.resolve():
        raise UsageError(said.SAME_NAME_CHOOSE(file=str(path), other=str(other)))
    if path.suffix.lower() not in EXTENSIONS:
        for language in workspace.settings.languages.targets:
            if (catalogue := workspace.catalogue_path(name, language)).exists():
                reads_alike(str(path), source.data, whole(catalogue, {})[1].header.get(OTHERS, ""))
    within = _within(workspace, name, source, chosen, main)
    document = replace(chosen.document(source.data, str(path), within), name=name)
    if not document.segments:
        raise ReadError(NO_TEXT(file=str(path)))
    return name, document


def _within(workspace: Workspace, name: str, source: StatementFile, form: Format, main: bool | None) -> str:
    """Where in the file the statement is to be looked for; empty: everywhere."""
    if form.article is None or main is False:
        return ""
    for language in workspace.settings.languages.targets:
        path = workspace.catalogue_path(name, language)
        if path.exists() and (header := whole(path, {})[1].header).get(WITHIN):
            if header.get("X-Source-Hash") == file_hash(source.data):
                return header[WITHIN]
            main = True
    return form.article(source.data, str(source.path)) if main else ""


def _add_one(
    workspace: Workspace, name: str, source: StatementFile, document: Document, language: str, dry: bool
) -> Added:
    target = workspace.catalogue_path(name, language)
    fields = {
        "Language": language,
        "X-Source": workspace.relative(source.path.resolve()),
        "X-Source-Hash": file_hash(source.data),
        SEGMENTS: str(len(document.segments)),
        **({WITHIN: document.within} if document.within else {}),
        **({OTHERS: others} if (others := others_format(source.path.name, source.data)) else {}),
    }
    if dry:
        first = not target.exists()
        work = (Work.new if first else Work.open)(workspace, name, language)
        done = read_again(work, divided(document, _cuts(work, document), workspace.settings.languages.source))
    else:
        with storage_of(workspace).alone(name, language):
            # Looked for under the lock: another `add` may have made it while this one waited.
            first = not target.exists()
            work = (Work.new if first else Work.under_lock)(workspace, name, language)
            done = save_anew(work, lambda: _read_into(work, document, fields))
    became = Counter(c.how for c in done.segments)
    counts = {**{how: became[how] for how in HOWS}, "gone": len(done.gone)}
    kept = sum(e.do == "keep" for c in done.segments for e in c.events)
    return Added(
        name, language, target, counts, kept, first, document.notices, done.segments, done.gone,
        document.omitted,
    )  # fmt: skip


def read_with_cuts(work: Work, cuts: Sequence[Cut], acts: Sequence[Event] = ()) -> Reread:
    """Read the statement again with its paragraphs divided in these places; not yet written.

    The `acts` that this comes of are journalled together with what it makes of the catalogue: all or nothing.
    """
    fields = {key: value for key, value in work.catalogue.header.items() if key.startswith("X-Source")}
    fields.pop(CUTS, None)
    return _read_into(work, work.whole_document, fields, cuts, acts=acts)


def read_with_kinds(work: Work, kinds: Kinds, acts: Sequence[Event] = ()) -> Reread:
    """Read the statement again with its segments of these kinds; not yet written. `acts`: as of read_with_cuts."""
    fields = {key: value for key, value in work.catalogue.header.items() if key.startswith("X-Source")}
    fields.pop(KINDS, None)
    return _read_into(work, work.whole_document, fields, kinds=kinds, acts=acts)


def _read_into(
    work: Work,
    document: Document,
    fields: Mapping[str, str],
    cuts: Sequence[Cut] | None = None,
    kinds: Kinds | None = None,
    acts: Sequence[Event] = (),
) -> Reread:
    """Journal what the document makes of the catalogue, and put it there; not yet written.

    `cuts` and `kinds` replace those of the catalogue.
    """
    made = named(acts)
    must_be_allowed(made, work.name, work.language)
    work.catalogue = replace(work.catalogue, entries=apply(work.catalogue.entries, made))
    if cuts is None:
        cuts = _cuts(work, document)
    if kinds is None:
        kinds = read_kinds(work.catalogue.header.get(KINDS, ""))
    document = divided(document, cuts, work.workspace.settings.languages.source)
    done = read_again(work, document, kinds)
    if (followed_kinds := followed(kinds, done.segments)) != kinds:
        # Only now it is known which paragraph is which; what they are may decide what becomes of them.
        kinds = followed_kinds
        done = read_again(work, document, kinds)
    said = {name: text for name, text in ((CUTS, written_cuts(cuts)), (KINDS, written_kinds(kinds))) if text}
    fields = {**fields, SEGMENTS: str(len(document.segments)), **said}
    work.journal.append([*made, *done.events])
    work.catalogue = Catalogue(
        work.file.path,
        standard_header(
            {k: v for k, v in work.catalogue.header.items() if k not in (OTHERS, WITHIN, CUTS, KINDS)}, fields
        ),
        tuple(c.entry for c in done.segments),
        done.obsolete,
        work.catalogue.head_comment or document.title or work.name,
    )
    return done


def _cuts(work: Work, document: Document) -> tuple[Cut, ...]:
    """Those of the catalogue, and of paragraphs it does not know, those at blank lines made of line breaks.

    Only of those: somebody may have joined them again.
    """
    known = {entry.key for entry in work.catalogue.entries}
    unknown = [segment for segment in document.segments if segment.key not in known]
    return (*read_cuts(work.catalogue.header.get(CUTS, "")), *at_blank_lines(unknown))


@dataclass(frozen=True, slots=True)
class Reread:
    """A catalogue's content after its statement was read again."""

    segments: tuple[Carried, ...]
    """Each segment with its new entry."""
    obsolete: tuple[Entry, ...]
    """The new obsolete section."""
    gone: tuple[Entry, ...]
    """Entries that left the statement now."""
    events: tuple[Event, ...]
    """For the journal."""


def read_again(work: Work, document: Document, kinds: Kinds | None = None) -> Reread:
    """What the document makes of the catalogue as it stands. Writes nothing.

    `kinds` replace those of the catalogue.
    """
    if kinds is None:
        kinds = read_kinds(work.catalogue.header.get(KINDS, ""))
    document = kinded(document, kinds)
    history = work.counting
    entries, obsolete = work.catalogue.entries, work.catalogue.obsolete
    matching = match(entries, obsolete, document.segments)
    languages = work.workspace.settings.languages.source, work.language
    carrier = Carrier(history, glossary_for(work.workspace, work.name, work.language), languages, kinds)
    made = tuple(carrier.carry(m) for m in matching.matches)
    matched = {id(e) for m in matching.matches for e in m.olds}
    # Of a paragraph that was split, each part has to carry its share.
    left = {id(e) for m, c in zip(matching.matches, made, strict=True) for e in m.olds if e not in c.used}
    used = matched - left
    gone = tuple(e for e in entries if id(e) not in used and (id(e) not in matched or touched(e, history)))
    still = [e for e in obsolete if id(e) not in used]
    leaving = [
        replace(e, obsolete=True, previous="")
        for e in gone
        # A name kept as it is says nothing that its source doesn't.
        if e.target.strip() and (e.target != e.source or touched(e, history))
    ]
    kept, events = _renamed([*still, *leaving], {c.entry.key for c in made})
    told = (*(e for c in made for e in c.events), *events)
    return Reread(made, kept, gone, told)


def _renamed(entries: Iterable[Entry], taken: set[str]) -> tuple[tuple[Entry, ...], list[Event]]:
    """Obsolete entries with keys of their own: gettext allows a context with its source but once."""
    made: list[Entry] = []
    events: list[Event] = []
    for entry in entries:
        key, number = entry.key, 2
        while key in taken:
            key = f"{entry.key.partition('-')[0]}-{number}"
            number += 1
        taken.add(key)
        if key != entry.key:
            reason = None if entry.fuzzy else SAME_PARAGRAPH()
            base = digest(entry.target)
            events.append(
                Event(
                    by=BY, do="carry", key=key, text=entry.target, base=base, reason=reason, origin=entry.key
                )
            )
        made.append(replace(entry, key=key))
    return tuple(made), events
