"""Words that lie on a PDF's pages and are not in its text: filled-in fields of forms, and what was typed on top."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from ..language.text import has_letters, squeeze

_TYPED, _FIELD = 3, 20
"""PDFium's numbers for a text typed on a page, and a field of a form (ISO 32000-1, 12.5.6)."""
_MOST = 2_000
"""Annotations of a page that are looked at."""


def typed_on(page: Any) -> Iterator[str]:
    """The words of the fields that were filled in, and of the texts that were typed on top."""
    import pypdfium2.raw as pdfium

    for number in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), _MOST)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, number)
        if not annotation:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        if kind in (_TYPED, _FIELD):
            words = squeeze(_value(annotation, b"V" if kind == _FIELD else b"Contents"))
            if has_letters(words):
                yield words
        pdfium.FPDFPage_CloseAnnot(annotation)


def _value(annotation: Any, key: bytes) -> str:
    import pypdfium2.raw as pdfium

    size = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    room = ctypes.create_string_buffer(max(2, size))
    pdfium.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(room, ctypes.POINTER(ctypes.c_ushort)), size)
    return room.raw[: max(0, size - 2)].decode("utf-16-le", "replace")
