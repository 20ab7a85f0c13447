"""Long statements as their formats read them, kept in the workspace's cache folder: to open one again is then half the work.

One file a statement, readable by its owner alone, since it holds the text. It can be deleted at any time; one that is
spoilt, of another source file or of another version of the program is made anew.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from dataclasses import astuple
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from ...errors import TranslateFlowError
from ...files.disk import write_atomically
from ...formats import FORMATS
from ...messages import restore
from ...model import IN_TEXT, Document, ImagePlace, Kind, Omission, Segment, Setting
from ...workspace import Workspace, file_hash
from .findings import program

FOLDER = "readings"
"""Its name in the cache folder."""
LONG = 300
"""Segments from which on a file of one's own costs less than reading the statement again."""
_READERS = ("lxml", "markdown-it-py", "mdit-py-plugins", "PyYAML", "regex")
"""Packages by which the formats read; another version may read otherwise."""
_KINDS = {str(kind): kind for kind in Kind}


def kept_reading(workspace: Workspace, name: str, file: str, data: bytes, within: str) -> Document | None:
    """The statement in `data`, as it was read from a file of that path before; None if that is not known."""
    path = _path(workspace, name)
    try:
        with path.open("rb") as stream:
            if stream.readline().rstrip().decode("ascii", "replace") != _of(file, data, within):
                return None
            return _document(name, json.loads(stream.read().decode("utf-8", "surrogatepass")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def keep_reading(workspace: Workspace, document: Document, file: str, data: bytes) -> None:
    """Keep a long statement for its next opening; where that cannot be, go without."""
    if len(document.segments) < LONG or document.format not in FORMATS:
        return
    rows = json.dumps(_rows(document), ensure_ascii=False, separators=(",", ":"))
    held = f"{_of(file, data, document.within)}\n{rows}".encode("utf-8", "surrogatepass")
    with contextlib.suppress(OSError, TranslateFlowError):
        write_atomically(_path(workspace, document.name), held, sync=False)


def _path(workspace: Workspace, name: str) -> Path:
    return workspace.cache / FOLDER / workspace.settings.languages.source / f"{name}.json"


def _of(file: str, data: bytes, within: str) -> str:
    """Names what was read, and by what."""
    return blake2b("\0".join((file, file_hash(data), within, reader())).encode(), digest_size=16).hexdigest()


@cache
def reader() -> str:
    """Names the program that reads, and what it reads with."""
    found = [program()]
    for package in _READERS:
        with contextlib.suppress(PackageNotFoundError):
            found.append(f"{package} {version(package)}")
    return " ".join(found)


def _rows(document: Document) -> dict[str, Any]:
    """A document as JSON has it."""
    return {
        "format": document.format,
        "segments": [_row(segment) for segment in document.segments],
        "title": document.title,
        "encoding": document.encoding,
        "meta": dict(document.meta),
        "notices": [notice.to_json() for notice in document.notices],
        "within": document.within,
        "figures": [_row(segment) for segment in document.figures],
        "pictures": [(_row(picture.place), picture.address) for picture in document.pictures],
        "omitted": [(one.what.to_json(), one.count, one.places) for one in document.omitted],
    }


def _row(segment: Segment) -> tuple[Any, ...]:
    return (
        segment.key, segment.kind, segment.text, segment.start, segment.end, segment.line, segment.newline,
        segment.note, segment.level, segment.marker, segment.group, segment.row, segment.column,
        None if segment.setting == IN_TEXT else astuple(segment.setting),
    )  # fmt: skip


def _document(name: str, rows: Mapping[str, Any]) -> Document:
    """The document that `_rows` wrote. What is spoilt raises one of the errors of a value of another kind."""
    return Document(
        name,
        str(rows["format"]),
        tuple(map(_segment, rows["segments"])),
        str(rows["title"]),
        str(rows["encoding"]),
        dict(rows["meta"]),
        tuple(map(restore, rows["notices"])),
        str(rows["within"]),
        tuple(map(_segment, rows["figures"])),
        tuple(ImagePlace(_segment(place), str(address)) for place, address in rows["pictures"]),
        tuple(Omission(restore(what), int(count), tuple(places)) for what, count, places in rows["omitted"]),
    )


def _segment(row: list[Any]) -> Segment:
    key, kind, *others, setting = row
    others.append(IN_TEXT if setting is None else _setting(*setting))
    return Segment(key, _KINDS[kind], *others)


def _setting(
    around: list[str], link: str, targets: list[list[str]], anchor: str, continues: bool, outside: bool
) -> Setting:
    return Setting(
        tuple(around), link, tuple((mark, what) for mark, what in targets), anchor, continues, outside
    )
