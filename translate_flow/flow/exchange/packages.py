"""Review files of several statements in one folder or zip with a covering note, out and back."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ...catalogue.messages import NAMED_FILE
from ...errors import BuildError, ReadError, TranslateFlowError, UsageError
from ...exchange import load
from ...files.disk import must_be_a_file, write_atomically
from ...files.foreign import must_hold_nothing_else
from ...files.messages import CANNOT_BE_READ, OTHER_FILE
from ...files.messages import cause as because
from ...files.zipped import opened, zipped
from ...language.tags import language as name_of
from ...messages import say
from ...messages.speech import reader
from ...model import State
from ...workspace import Workspace
from ..messages import packages as said
from ..statement.people import person
from .back import ImportedReview, Way, take_in
from .out import Exported, must_be_free, written

NOTE = "READ-ME.txt"
"""Name of the covering note."""
_ENDS = (
    ".docx",
    ".odt",
    ".xlf",
    ".xliff",
    ".xlif",
    ".sdlxliff",
    ".mqxliff",
    ".mxliff",
    ".txlf",
    ".po",
    ".xml",
)
_BEGINNING = 4096
"""Bytes in which an `.xml` file says that it is XLIFF."""


@dataclass(frozen=True, slots=True)
class ReviewPackage:
    """Review files that go out together."""

    path: Path
    """The folder or zip file."""
    exported: tuple[Exported, ...]
    """What is in it; paths as they would be outside."""


def export_package(
    workspace: Workspace,
    names: Sequence[str],
    language: str,
    kind: str,
    *,
    out: Path | None = None,
    states: Collection[State] = (),
    note: str = "",
    by: str = "",
    force: bool = False,
) -> ReviewPackage:
    """Write a review file of each statement that has rows, and a covering note, into a folder or, if `out` ends
    in `.zip`, one file. `note` is what the reviewer should know besides.

    Raises BuildError if something is in the way that somebody may have worked in, UsageError if there is no row.
    """
    form = load(kind)
    ready = written(workspace, names, language, form, states)
    if not ready:
        raise UsageError(said.NOTHING_TO_SEND())
    target = out or workspace.root / "build" / language / f"review-{language}.zip"
    exported = tuple(done for done, _ in ready)
    sender = person(workspace, by)
    files = {NOTE: _covering(workspace, exported, language, form.suffix, note, sender).encode()}
    files |= {f"{done.name}{form.suffix}": data for done, data in ready}
    if not force:
        _must_be_ours(target)
    if not target.is_dir():
        must_be_a_file(target)
    there = dict(_parts(target)) if target.exists() else {}
    for name, data in files.items():
        old = there.get(name)
        if name != NOTE and old is not None and old != data and not force and form.untouched is not None:
            must_be_free(target, f"{workspace.relative(target)}: {name}", data, form.untouched, there=old)
    if target.suffix.lower() == ".zip":
        write_atomically(target, zipped(files))
    else:
        for name, data in files.items():
            write_atomically(target / name, data)
    return ReviewPackage(target, exported)


def _must_be_ours(target: Path) -> None:
    """Raise BuildError if there is a folder or a file that is not a package: without a covering note, or without a review file."""
    if target.is_dir():
        # Looked for below it only where there is a note: who named the wrong folder may have named the whole disk.
        if not ((target / NOTE).is_file() and any(_is_review(path.name) for path in target.rglob("*"))):
            must_hold_nothing_else(target)
    elif target.is_file():
        names = [name for name, _ in _parts(target)]
        if not (NOTE in names and any(map(_is_review, names))):
            raise BuildError(OTHER_FILE(file=str(target)))


def _covering(
    workspace: Workspace, exported: Sequence[Exported], language: str, suffix: str, note: str, sender: str
) -> str:
    """The covering note, in the reader's language: what is there, what is asked, how it comes back."""
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    words = sum(done.words for done in exported)
    lines = [
        say(said.HEAD(language=name_of(language, reader()), n=len(exported), words=words)),
        say(said.FROM(person=sender, day=today)),
        "",
        *([note.strip(), ""] if note.strip() else []),
    ]
    for done in exported:
        lines.append(f"- {done.name}{suffix}")
        if done.title and done.title != done.name:
            lines.append(f"  {done.title}")
        lines.append("  " + say(said.CONTENT(n=done.rows, unread=done.unread, words=done.words)))
    lines += [
        "",
        say(said.HOW_DOCX() if suffix.endswith(".docx") else said.HOW_XLIFF()),
        say(said.BACK()),
        "",
    ]
    return "\n".join(lines)


_OMEGAT = "omegat.project"
"""What makes a folder a project of OmegaT."""


def unpacked(path: Path) -> list[tuple[str, bytes]]:
    """The review files at a path: in a folder or a zip file, or the file itself. Raises ReadError.

    The covering note, what programs leave beside their files, and other files are passed over; of a project of OmegaT only
    what it has translated is taken.
    """
    parts = list(_parts(path))
    projects = [name.removesuffix(_OMEGAT) for name, _ in parts if PurePosixPath(name).name == _OMEGAT]
    for folder in projects:
        parts = [
            (name, data)
            for name, data in parts
            if not name.startswith(folder) or name.startswith(f"{folder}target/")
        ]
    if path.is_dir() or len(parts) > 1 or (parts and parts[0][0] != path.name):
        parts = [
            (name, data)
            for name, data in parts
            if _is_review(name) and (not name.lower().endswith(".xml") or b"<xliff" in data[:_BEGINNING])
        ]
        if not parts:
            raise ReadError(said.NO_REVIEW_FILES(file=str(path)))
    return parts


def _parts(path: Path) -> Iterator[tuple[str, bytes]]:
    try:
        if path.is_dir():
            for file in sorted(p for p in path.rglob("*") if p.is_file() and _is_wanted(p.name)):
                yield file.relative_to(path).as_posix(), file.read_bytes()
            return
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(CANNOT_BE_READ(file=str(path), cause=because(error))) from error
    if not data.startswith(b"PK\3\4"):
        yield path.name, data
        return
    archive = opened(data, path.name, said.A_PACKAGE())
    if "[Content_Types].xml" in archive.parts or "mimetype" in archive.parts:
        yield path.name, data
        return
    for name, info in archive.parts.items():
        if not info.is_dir():
            yield name, archive.read(name)


def _is_wanted(name: str) -> bool:
    return _is_review(name) or name == _OMEGAT


def _is_review(name: str) -> bool:
    path = PurePosixPath(name)
    hidden = any(part.startswith((".", "~$", "__MACOSX")) for part in path.parts)
    return not hidden and path.suffix.lower() in _ENDS


def bring_in_all(
    workspace: Workspace,
    paths: Sequence[Path],
    way: Way,
    progress: Callable[[str, int, int], None] | None = None,
) -> tuple[list[tuple[Path, ImportedReview]], list[TranslateFlowError]]:
    """Take in all review files at the paths, also those in folders and zip files; and why some could not be.

    `progress` is called before each file with its name, how many are in, and how many there are; what it raises
    leaves those in that are.

    Raises ReadError if there are none, UsageError for a key to take that no statement has.
    """
    files = [(path, name, data) for path in paths for name, data in unpacked(path)]
    done: list[tuple[Path, ImportedReview]] = []
    troubles: list[TranslateFlowError] = []
    for number, (path, name, data) in enumerate(files):
        if progress is not None:
            progress(PurePosixPath(name).name, number, len(files))
        place = path if len(files) == len(paths) == 1 or name == path.name else path / name
        try:
            done += [(place, one) for one in take_in(workspace, data, PurePosixPath(name).name, way)]
        except TranslateFlowError as error:
            if len(files) == 1:
                raise
            problem = error.message
            named = NAMED_FILE(file=str(place), problem=problem) if name not in str(problem) else None
            troubles.append(ReadError(named) if named else error)
    known = frozenset().union(*(imported.known for _, imported in done)) if done else frozenset()
    for key in way.theirs - known if done else ():
        raise UsageError(said.NO_SUCH_KEY(key=key))
    return done, troubles
