"""How settings name statements: by name, file, path, folder or glob, in any capitals. Pure."""

from __future__ import annotations

import fnmatch
import re
import unicodedata
from pathlib import PurePosixPath

_BEFORE = re.compile(r"^.*/statements/")
_CATALOGUES = re.compile(r"^(?:.*/)?locales/[^/]+/")
_GLOB = re.compile(r"[*?\[]")


def folded(name: str) -> str:
    """A name or pattern as it is compared: forward slashes, composed accents, no capitals, no outer blanks."""
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
    plain = plain.strip().replace("\\", "/")
    while plain.startswith("./"):
        plain = plain[2:]
    return plain.rstrip("/") if plain.strip("/") else plain


def forms(name: str, file: str = "") -> frozenset[str]:
    """All that a statement may be called by.

    `name` is the statement's, `file` its source relative to the workspace, empty if it is gone. The forms
    are both, without extension or language too, each without outer folders, and the folders it lies in.
    """
    paths = {f"statements/{name}", f"{name}.po"}
    if file:
        paths |= {file, str(PurePosixPath(file).with_suffix(""))}
        paths.add(f"statements/{name}{PurePosixPath(file).suffix}")
    found: set[str] = set()
    for path in map(folded, paths):
        parts = path.split("/")
        found.update("/".join(parts[at:]) for at in range(len(parts)))
    folders = folded(f"statements/{name}").split("/")[:-1]
    for begin in range(len(folders)):
        for end in range(max(begin + 1, 2), len(folders) + 1):
            found.add("/".join(folders[begin:end]))
    return frozenset(found)


def matches(pattern: str, known: frozenset[str]) -> bool:
    """Whether a pattern means a statement with these forms: it equals one, or is a glob of one.

    A path may be absolute, as it is when it was copied from elsewhere.
    """
    plain = _CATALOGUES.sub("", _BEFORE.sub("statements/", folded(pattern)))
    if not plain or plain in known:
        return bool(plain)
    if not _GLOB.search(plain):
        return False
    whole = plain.startswith(("statements/", "**/"))
    return any(
        fnmatch.fnmatchcase(form, plain)
        for form in known
        # So that `s*` does not mean all that lies in statements/.
        if whole or not form.startswith("statements/")
    )
