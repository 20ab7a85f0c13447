"""Images that a statement shows: files beside it or parts of its own file, to be put into the pages made of it."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath

from ...errors import BuildError, ReadError
from ...files.images import image_name, in_itself, kind, local_path
from ...formats import format_for
from ...messages import Message
from ...model import Document, Edition
from ...workspace import Workspace
from .messages import IMAGE_MISSING, IMAGE_NOT_BESIDE

_IN_MARKDOWN = re.compile(
    r"!\[(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*+\]\(\s*(?:<([^<>\n]+)>|([^\s()<>]+))|^ {0,3}\[[^\[\]]+\]:\s*(\S+)",
    re.MULTILINE,
)
_IN_HTML = re.compile(r"src\s*=\s*(?:\"([^\"<>]+)\"|'([^'<>]+)'|([^\s\"'<>]+))", re.IGNORECASE)
_WHERE = {
    ".md": (b"![", _IN_MARKDOWN),
    ".markdown": (b"![", _IN_MARKDOWN),
    **dict.fromkeys((".html", ".htm", ".xhtml"), (b"<img", _IN_HTML)),
}
"""By ending of the source: what it has if it shows an image, and where the addresses are."""


def image_files(workspace: Workspace, source: Path) -> dict[str, Path]:
    """Images of a Markdown source or a web page by their address in it: files of the workspace, whether they are there
    or not.

    Addresses on the web, and of files outside the workspace, are left out.
    """
    sign, addresses = _WHERE.get(source.suffix.lower(), (b"", None))
    if addresses is None:
        return {}
    try:
        data = source.read_bytes()
    except OSError:
        return {}
    if sign not in data:
        return {}
    found = addresses.finditer(data.decode("utf-8", "replace"))
    return dict(_beside(workspace, source.parent, (next(filter(None, match.groups())) for match in found)))


def _beside(workspace: Workspace, folder: Path, addresses: Iterator[str]) -> Iterator[tuple[str, Path]]:
    root = workspace.root.resolve()
    for address in addresses:
        if ":" in address or address.startswith(("/", "#")) or not kind(address):
            continue
        path = folder / local_path(address)
        if path.resolve().is_relative_to(root):
            yield address, path


def images(
    workspace: Workspace, source: Path, data: bytes, document: Document
) -> tuple[dict[str, str], list[Message]]:
    """The images of a statement as `data:` addresses by their name (`image_name`), and what is to be said about them.

    `data`: bytes of the source. Raises BuildError if one that a Markdown statement names is missing; a web page is
    often sent without its images, and is built without them.
    """
    if document.format == "markdown":
        return dict(_read(workspace, source)), []
    found: dict[str, str] = {}
    missing: list[str] = []
    files = image_files(workspace, source) if document.pictures else {}
    parts = format_for(source.name, data).image if document.pictures else None
    for address in dict.fromkeys(picture.address for picture in document.pictures):
        name = image_name(address)
        if in_itself(address):
            found[name] = "data:" + address.partition(":")[2]
            continue
        try:
            if parts is not None:
                found[name] = _as_data(name, parts(data, source.name, address))
            elif address in files:
                found[name] = _as_data(name, files[address].read_bytes())
            else:
                missing.append(name)
        except (OSError, ReadError):
            missing.append(name)
    return found, [IMAGE_NOT_BESIDE(images=tuple(missing))] if missing else []


def _read(workspace: Workspace, source: Path) -> Iterator[tuple[str, str]]:
    for address, path in image_files(workspace, source).items():
        try:
            yield address, _as_data(address, path.read_bytes())
        except OSError:
            raise BuildError(
                IMAGE_MISSING(file=source.name, image=address, path=workspace.relative(path.resolve()))
            ) from None


def _as_data(address: str, data: bytes) -> str:
    return f"data:{kind(address)};base64,{b64encode(data).decode()}"


_SHOWN_BY = frozenset({"md", "page-md"})
"""Outputs that name their images as files beside them."""


def beside(edition: Edition, kinds: Collection[str], own: bool) -> dict[str, bytes]:
    """The images as files for what shows them by name, `kinds` and, if it is made, the statement in its `own` format.

    Those that would lie outside the build's folder are left out.
    """
    in_file = edition.document.format == "html" and _SHOWN_BY.isdisjoint(kinds)
    if _SHOWN_BY.isdisjoint(kinds) and not (own and edition.document.format in ("markdown", "html")):
        return {}
    within = {image_name(p.address) for p in edition.document.pictures if in_itself(p.address)}
    found = {}
    for address, data in edition.images.items():
        path = PurePosixPath(local_path(address))
        outside = ".." in path.parts or path.is_absolute() or "\\" in str(path)
        if not outside and not (in_file and address in within):
            found[str(path)] = b64decode(data.partition(",")[2])
    return found
