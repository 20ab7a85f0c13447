"""Images that a statement shows: files beside it, to be put into the pages made of it."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from ...errors import BuildError
from ...workspace import Workspace
from .messages import IMAGE_MISSING

_ADDRESS = re.compile(
    r"!\[[^\[\]]*\]\(\s*(?:<([^<>\n]+)>|([^\s()<>]+))|^ {0,3}\[[^\[\]]+\]:\s*(\S+)", re.MULTILINE
)
_KINDS = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".svg": "image/svg+xml",
}


def image_files(workspace: Workspace, source: Path) -> dict[str, Path]:
    """Images of a Markdown source by their address in it: files of the workspace, whether they are there or not.

    Addresses on the web, and of files outside the workspace, stay what they are.
    """
    if source.suffix.lower() not in (".md", ".markdown"):
        return {}
    try:
        text = source.read_bytes().decode("utf-8", "replace")
    except OSError:
        return {}
    return dict(_found(workspace, source.parent, text)) if "![" in text else {}


def _found(workspace: Workspace, folder: Path, text: str) -> Iterator[tuple[str, Path]]:
    root = workspace.root.resolve()
    for match in _ADDRESS.finditer(text):
        address = match[1] or match[2] or match[3]
        if ":" in address or address.startswith(("/", "#")):
            continue
        path = folder / unquote(address.partition("?")[0].partition("#")[0])
        if path.suffix.lower() in _KINDS and path.resolve().is_relative_to(root):
            yield address, path


def images(workspace: Workspace, source: Path) -> dict[str, str]:
    """The images of a statement as `data:` addresses, by their address in it. Raises BuildError if one is missing."""
    found: dict[str, str] = {}
    for address, path in image_files(workspace, source).items():
        try:
            data = path.read_bytes()
        except OSError:
            raise BuildError(
                IMAGE_MISSING(file=source.name, image=address, path=workspace.relative(path.resolve()))
            ) from None
        found[address] = f"data:{_KINDS[path.suffix.lower()]};base64,{b64encode(data).decode()}"
    return found
