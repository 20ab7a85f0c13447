"""Small PDF files, written sign by sign as a printer's program would."""

from __future__ import annotations

from collections.abc import Sequence

Words = tuple[float, float, float, str, str]
"""Left and lower edge, size, font (`F` plain, `B` bold) and text of one run."""
WIDTH, HEIGHT = 595, 842


def pdf(pages: Sequence[Sequence[Words]], *, extra: str = "") -> bytes:
    """A PDF of these pages, in Helvetica."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for page in pages:
        drawn = "".join(
            f"BT /{font} {size:g} Tf {left:g} {low:g} Td ({_escaped(text)}) Tj ET\n"
            for left, low, size, font, text in page
        )
        stream = drawn + extra
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}endstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {len(objects)} 0 R"
            " /Resources << /Font << /F 3 0 R /B 4 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def lines(
    left: float, top: float, *texts: str, size: float = 11, font: str = "F", step: float = 13
) -> list[Words]:
    """Lines one below the other."""
    return [(left, top - step * at, size, font, text) for at, text in enumerate(texts)]
