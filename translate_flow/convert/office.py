"""Old Word files, RTF and their kin as .docx, through LibreOffice where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from ..errors import ReadError
from . import messages

_BEGINS = {
    ".doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"),
    ".dot": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",),
    ".rtf": (b"{\\rtf",),
    ".sxw": (b"PK\x03\x04",),
    ".pages": (b"PK\x03\x04",),
    ".wpd": (b"\xffWPC",),
    ".fodt": (b"<?xml", b"<office:", b"\xef\xbb\xbf<?xml"),
    ".abw": (b"<?xml", b"\x1f\x8b"),
}
"""How files begin; whatever begins otherwise LibreOffice would take for plain text."""
SECONDS = 120
"""Time that LibreOffice may take for one file."""


def docx(data: bytes, name: str, extension: str) -> bytes:
    """The file as a Word document. Macros are not run, and nothing is fetched. Raises ReadError."""
    if not data.lstrip().startswith(_BEGINS[extension]):
        raise ReadError(messages.OFFICE_FAILS(file=name))
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise ReadError(messages.NO_OFFICE(file=name))
    with tempfile.TemporaryDirectory(prefix="translate-flow-") as folder:
        home = Path(folder)
        source = home / f"file{extension}"
        source.write_bytes(data)
        command = [
            program, f"-env:UserInstallation={(home / 'profile').as_uri()}", "--headless", "--norestore",
            "--nolockcheck", "--convert-to", "docx:Office Open XML Text", "--outdir", str(home), str(source),
        ]  # fmt: skip
        try:
            subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
        except (subprocess.TimeoutExpired, OSError) as cause:
            raise ReadError(messages.OFFICE_FAILS(file=name)) from cause
        made = home / "file.docx"
        if not made.is_file():
            raise ReadError(messages.OFFICE_FAILS(file=name))
        return made.read_bytes()
