"""Whether what lies in the build folder is still what would be built."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

from ... import __version__
from ...errors import BuildError, ReadError
from ...files.encoding import decode
from ...files.messages import OTHER_FILE, OTHER_MANIFEST, cause
from ...files.regular import bytes_of
from ...workspace import SETTINGS, Workspace
from ...workspace.messages import LINK_OUTSIDE
from .about import beside
from .images import image_files
from .looks import embedded
from .messages import TEMPLATE_UNREADABLE
from .signatories import signed

MANIFEST = "manifest.json"
"""Says in a folder what was built there, of what."""


def inputs(workspace: Workspace, name: str, language: str, asked: str, shared: str) -> str:
    """A hash of all that the build of a statement is made from; `asked`: what of it, `shared`: see `common`.

    Files that cannot be read count as missing: the build says what is wrong with them.
    """
    source = workspace.has_source(name)
    files = [workspace.catalogue_path(name, language), workspace.journal_path(name, language)]
    files += [path for path in workspace.glossary_paths(name) if path.parent != workspace.root / "glossary"]
    if source is not None:
        files += [source, beside(source, name), signed(source, name)]
        files += image_files(workspace, source).values()
    return _hash(files, f"{name}\0{language}\0{asked}\0{shared}")


def common(workspace: Workspace) -> str:
    """The same of what all statements share: settings, this program, the workspace's glossary and its templates."""
    files = [workspace.root / SETTINGS, *workspace.glossary_paths()]
    templates = workspace.root / "templates"
    if templates.is_dir():
        files += sorted(path for path in templates.rglob("*") if path.is_file())
    return _hash(files, __version__)


def own_templates(workspace: Workspace) -> dict[str, str]:
    """The templates and the style sheet in the workspace's folder `templates`, by name. Raises BuildError."""
    folder = workspace.root / "templates"
    found: dict[str, str] = {}
    for path in sorted(folder.glob("*")) if folder.is_dir() else ():
        if path.suffix in (".html", ".css") and path.is_file():
            if workspace.leads_outside(path):
                raise BuildError(LINK_OUTSIDE(file=workspace.relative(path)))
            try:
                text = decode(path.read_bytes(), path.name).text
            except (OSError, ReadError) as error:
                why = cause(error) if isinstance(error, OSError) else error.message
                raise BuildError(TEMPLATE_UNREADABLE(file=path.name, cause=why)) from error
            found[path.name] = embedded(workspace, text, path.name) if path.suffix == ".css" else text
    return found


def state_of(workspace: Workspace) -> int:
    """Another number whenever something that is built from has changed: for a build that watches."""
    seen = []
    for folder in ("statements", "locales", "glossary", "templates"):
        for path in sorted((workspace.root / folder).rglob("*")):
            with contextlib.suppress(OSError):
                told = path.stat()
                seen.append((str(path), told.st_mtime_ns, told.st_size))
    with contextlib.suppress(OSError):
        seen.append((SETTINGS, (workspace.root / SETTINGS).stat().st_mtime_ns, 0))
    return hash(tuple(seen))


def _hash(files: Iterable[Path], words: str) -> str:
    made = blake2b(words.encode(), digest_size=16)
    for file in files:
        try:
            data = bytes_of(file)
        except OSError:
            data = b"\0"
        made.update(f"\0{file.name}\0{len(data)}\0".encode())
        made.update(data)
    return made.hexdigest()


def must_be_ours(folder: Path, files: Iterable[str]) -> None:
    """Raise BuildError if one of the files is there already, and the folder has no manifest of a build."""
    file = folder / MANIFEST
    try:
        manifest = json.loads(file.read_bytes())
        if not str(manifest["generator"]).startswith("translate-flow "):
            raise ValueError
    except FileNotFoundError:
        for name in sorted(files):
            if os.path.lexists(folder / name):
                raise BuildError(OTHER_FILE(file=str(folder / name))) from None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise BuildError(OTHER_MANIFEST(file=str(file))) from None


def in_order(folder: Path, files: Iterable[str]) -> list[str]:
    """The files as they are to be written. The manifest comes last, as it says that the others are there; in a new folder
    first: should the build be killed, the next one knows by it what is its own."""
    new = not (folder / MANIFEST).exists()
    return sorted(files, key=lambda name: (name == MANIFEST) != new)


def unchanged(folder: Path, key: str) -> Mapping[str, Any] | None:
    """The manifest in the folder if it was built from these inputs and its files are there; else None."""
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        if manifest.get("inputs") != key:
            return None
        for file in manifest["files"]:
            if (folder / file["file"]).stat().st_size != file["bytes"]:
                return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return dict(manifest)


_TEXT = ("generator", "source", "catalogue", "journal", "glossary")
"""What of a manifest says which text was built."""


def earlier(folder: Path, made: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Files in the folder that its manifest names, that were made of the same text as `made`, and are not among its
    files."""
    try:
        before = json.loads((folder / MANIFEST).read_bytes())
        if any(before[part] != made[part] for part in _TEXT):
            return []
        now = {file["file"] for file in made["files"]}
        named = [f for f in (*before["files"], *before.get("earlier", ())) if f["file"] not in now]
        return [f for f in named if _digest(folder / f["file"]) == f["blake2b"]]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return []


def _digest(file: Path) -> str:
    """The hash of a file as manifests have it; empty if it is gone."""
    try:
        return blake2b(file.read_bytes(), digest_size=16).hexdigest()
    except OSError:
        return ""
