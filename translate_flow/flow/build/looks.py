"""Fonts and pictures that a workspace's own style sheet names, put into the sheet: pages load nothing from anywhere."""

from __future__ import annotations

import re
from base64 import b64encode
from urllib.parse import unquote

from ...errors import BuildError
from ...files.images import in_itself
from ...files.messages import cause
from ...workspace import Workspace
from ...workspace.messages import LINK_OUTSIDE
from .messages import STYLE_ELSEWHERE, STYLE_FILE, STYLE_KIND, STYLE_LARGE, STYLE_OUTSIDE

_NAMED = re.compile(
    r"/\*.*?(?:\*/|\Z)|@import\b[^;]{0,500}|url\(\s{0,20}(?P<quote>[\"']?)(?P<to>[^\"')]*)(?P=quote)\s{0,20}\)",
    re.IGNORECASE | re.DOTALL,
)
"""A remark, another sheet, or a file."""
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
MEDIA = {
    "woff2": "font/woff2",
    "woff": "font/woff",
    "ttf": "font/ttf",
    "otf": "font/otf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "svg": "image/svg+xml",
}
"""What may be put into a page, by the ends of files' names."""
MOST = 4 << 20
"""Bytes of one file: it is in every page."""


def embedded(workspace: Workspace, sheet: str, file: str) -> str:
    """The style sheet `templates/FILE` with the files it names, which lie beside it, as `data:` addresses.

    Raises BuildError naming sheet and line for a file that is missing, too large, of another kind or on a server.
    """

    def put_in(found: re.Match[str]) -> str:
        to = (found["to"] or "").strip()
        if found[0].startswith("/*") or to.startswith("#") or in_itself(to):
            return found[0]
        line = sheet.count("\n", 0, found.start()) + 1
        if found["to"] is None or _ELSEWHERE.match(to):
            raise BuildError(STYLE_ELSEWHERE(file=file, line=line, what=" ".join(found[0].split())[:100]))
        name = unquote(to)
        kind = MEDIA.get(name.rpartition(".")[2].lower())
        if kind is None:
            raise BuildError(STYLE_KIND(file=file, line=line, what=name, kinds=", ".join(MEDIA)))
        if name.startswith(("/", "\\")) or ".." in name.split("/"):
            raise BuildError(STYLE_OUTSIDE(file=file, line=line, what=name))
        path = workspace.root / "templates" / name
        if workspace.leads_outside(path):
            raise BuildError(LINK_OUTSIDE(file=f"templates/{name}"))
        try:
            if path.stat().st_size > MOST:
                raise BuildError(STYLE_LARGE(file=file, line=line, what=name, most=MOST >> 20))
            data = path.read_bytes()
        except (OSError, ValueError) as error:
            why = cause(error) if isinstance(error, OSError) else str(error)
            raise BuildError(STYLE_FILE(file=file, line=line, what=name, cause=why)) from error
        return f'url("data:{kind};base64,{b64encode(data).decode()}")'

    return _NAMED.sub(put_in, sheet)
