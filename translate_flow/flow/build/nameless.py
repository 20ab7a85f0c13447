"""A finished statement in its own format without the names that its file says of who wrote and saved it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

_PARTS: Mapping[str, tuple[str, re.Pattern[bytes]]] = {
    "docx": (
        "docProps/",
        re.compile(
            rb"(<(?:dc:creator|cp:lastModifiedBy|Company|Manager|cp:lastPrinted)(?:\s[^>]*)?>)[^<]*(?=</)"
        ),
    ),
    "odt": (
        "meta.xml",
        re.compile(
            rb"(<(?:dc:creator|meta:initial-creator|meta:printed-by|meta:generator)(?:\s[^>]*)?>)[^<]*(?=</)"
        ),
    ),
}
"""By format: the parts whose elements hold names, and the elements."""


def nameless(data: bytes, form: str) -> bytes:
    """The file with those elements empty; of other formats as it is."""
    if form not in _PARTS:
        return data
    place, names = _PARTS[form]
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for info in source.infolist():
            part = source.read(info)
            if info.filename.startswith(place):
                part = names.sub(rb"\1", part)
            target.writestr(info, part, info.compress_type)
    return out.getvalue()
