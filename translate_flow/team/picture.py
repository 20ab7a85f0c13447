"""A link as a QR code: for a page, and for the terminal."""

from __future__ import annotations

import io


def picture(link: str) -> str:
    """The code as an image's address, black on white whatever the page's colours."""
    import segno

    made: str = segno.make(link, error="m").svg_data_uri(scale=5, border=4, dark="#000", light="#fff")
    return made


def drawn(link: str) -> str:
    """The code as lines for the terminal."""
    import segno

    out = io.StringIO()
    segno.make(link, error="l").terminal(out, border=2, compact=True)
    return out.getvalue()
