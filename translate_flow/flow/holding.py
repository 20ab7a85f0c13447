"""Which files hold a statement's words: what lies beside it, was made of it, or took its paragraphs over. Only looks."""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..catalogue import Catalogue
from ..catalogue.journal import Journal
from ..errors import TranslateFlowError
from ..files.regular import bytes_of
from ..workspace import Workspace
from ..workspace.workspace import BESIDE, ORIGINALS
from .build.images import image_files

_TELLING = 25
"""Characters from which a paragraph is known by in another file; shorter ones stand in many."""
_LARGEST = 64 << 20
"""Bytes of a file, or of one part of it, that are looked at."""
_RUN = re.compile(rf"[\w ,.;:’-]{{{_TELLING},}}")
"""Plain words in a row, which are the same in every format."""
_TAG = re.compile(rb"<[^<>]*+>")
_SITE = "site"


def beside(workspace: Workspace, name: str) -> Iterator[Path]:
    """Files in the statement's folder that are about it alone: its glossary, signatories, what is published about it,
    the PDF or picture it was made of, its finished translation, and images that no other statement shows."""
    source = workspace.has_source(name)
    folder, leaf = (workspace.statements / name).parent, name.rsplit("/", 1)[-1]
    languages = workspace.settings.languages
    others = {
        path for other in workspace.source_names() if other != name and (path := workspace.has_source(other))
    }
    shown = {path.resolve() for other in others for path in image_files(workspace, other).values()}
    tags = (languages.source, *languages.targets)
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        rest = path.name.removeprefix(leaf)
        if rest == path.name or path in {source, *others} or not path.is_file() or path.resolve() in shown:
            continue
        made_of = rest == path.suffix and rest.lower() in ORIGINALS
        if made_of or rest in BESIDE or rest in {f".{tag}{path.suffix}" for tag in tags}:
            yield path
    for path in image_files(workspace, source).values() if source is not None else ():
        if (
            path.is_file()
            and path.resolve() not in shown
            and path.resolve().is_relative_to(workspace.statements.resolve())
        ):
            yield path


def built(workspace: Workspace, name: str, words: frozenset[str]) -> Iterator[Path]:
    """What was made of it below `build/`: its folder and review files, packages and tables it is in, the site."""
    top = workspace.root / "build"
    names = set(workspace.source_names()) | {
        n for tag in workspace.settings.languages.targets for n in workspace.catalogued(tag)
    }
    kept = [folder / other for folder in top.glob("*") for other in names - {name}]
    mine = [folder / name for folder in top.glob("*") if (folder / name).is_dir()]
    # The site's index and feed have a line of each statement.
    whole = [top / _SITE if path == top / _SITE / name else path for path in mine]
    yield from whole
    for path in _files(top, skip={*kept, *whole}):
        inside = path.relative_to(top).parts
        called = "/".join(inside[1:])
        if any(called.startswith(f"{other}.review.") for other in names - {name}):
            continue
        if called.startswith((f"{name}.", f"{name}/")) or holds(path, words) or _packs(path, name):
            yield top / _SITE if inside[0] == _SITE else path


def elsewhere(
    workspace: Workspace, words: frozenset[str], apart: Iterable[Path]
) -> Iterator[tuple[Path, int]]:
    """Other files of the workspace that hold its paragraphs, and how many of them; `apart` are known already.

    Other statements and their translations are not looked at: what they have, too, is theirs.
    """
    skip = {*apart, workspace.statements, workspace.root / "locales", workspace.root / "build"}
    for path in _files(workspace.root, skip):
        if count := holds(path, words):
            yield path, count


def paragraphs(workspace: Workspace, name: str) -> frozenset[str]:
    """Words in a row by which the statement is known in any file: of each paragraph, in all languages and versions."""
    texts: set[str] = set()
    for folder in sorted((workspace.root / "locales").glob("*")):
        try:
            if (folder / f"{name}.po").is_file():
                texts |= {
                    t for e in Catalogue.load(folder / f"{name}.po").entries for t in (e.source, e.target)
                }
            texts |= {e.text for e in Journal.load(folder / f"{name}.history.jsonl").events if e.text}
        except TranslateFlowError:
            continue
    runs = (max(_RUN.findall(text), key=len, default="") for text in texts)
    return frozenset(found for run in runs if len(found := run.strip()) >= _TELLING)


def holds(path: Path, words: frozenset[str]) -> int:
    """How many of these a file holds, whatever its kind; also in a zip file, or between tags."""
    seen: set[str] = set()
    for data in _contents(path) if words else ():
        for form in (data, _TAG.sub(b"", data)):
            text = html.unescape(form.decode("utf-8", "replace"))
            seen |= {word for word in words - seen if word in text}
    return len(seen)


def _packs(path: Path, name: str) -> bool:
    """Whether a zip file has a part of that name."""
    try:
        with zipfile.ZipFile(path) as archive:
            return any(part.startswith((f"{name}.", f"{name}/")) for part in archive.namelist())
    except (OSError, ValueError, zipfile.BadZipFile):
        return False


def _contents(path: Path) -> Iterator[bytes]:
    """The bytes of a file, or of each part of a zip file; of what is too large or cannot be read, none."""
    try:
        if path.stat().st_size > _LARGEST:
            return
        data = bytes_of(path)
        if not data.startswith(b"PK\x03\x04"):
            yield data
            return
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for part in archive.infolist():
                if part.file_size <= _LARGEST:
                    yield archive.read(part)
    except (OSError, ValueError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError):
        return


def _files(top: Path, skip: Iterable[Path]) -> Iterator[Path]:
    """Files below a folder; not hidden ones, nor those behind links."""
    passed = frozenset(skip)
    for path in sorted(top.iterdir()) if top.is_dir() else ():
        if path in passed or path.name.startswith(".") or path.is_symlink():
            continue
        if path.is_dir():
            yield from _files(path, passed)
        elif path.is_file():
            yield path
