"""Zip files of which the same parts make the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Mapping

_EPOCH = (1980, 1, 1, 0, 0, 0)


def packed(parts: Mapping[str, str | bytes], stored: Collection[str] = ()) -> bytes:
    """The parts in order as a zip file; those in `stored` are not compressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            kind = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            info = zipfile.ZipInfo(name, _EPOCH)
            info.external_attr = 0o644 << 16
            archive.writestr(info, data, kind, 6)
    return out.getvalue()
