"""LibreOffice's own reading of rebuilt DOCX and ODT files: the layout of the original, with the other text."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from translate_flow.formats import format_for

from ..needs import need
from .fixtures import FOLDER

TARGETS = {
    "Carta del valle": "Letter from the valley",
    "Lo que vimos": "What we saw",
    "Agua limpia para las escuelas": "Clean water for the schools",
    "Diálogo sin condiciones": "Dialogue without conditions",
    "No nos vamos de aquí.": "We are not leaving.",
    "Lugar": "Place",
    "Fecha": "Date",
    "Plaza mayor": "Main square",
    "9 de marzo": "9 March",
    "Mire <x1/> el cuadro:": "See <x1/> the box:",
    "Un río": "A river",
    "Texto en el <b>cuadro</b>": "Text in the <b>box</b>",
    "Nombre:<x1/>Ana\notra línea": "Name:<x1/>Ana\nanother line",
    "Según el <i>diario</i>.": "According to the <i>newspaper</i>.",
    "Mesa del Agua: acta": "Water Board: minutes",
    "Página <x1/>": "Page <x1/>",
    "Acta del valle": "Minutes of the valley",
}
MOVED = (
    "<f3>Nobody</f3> answered in the square; on <b>9 January</b> there was <i>a meeting</i>"
    " with <a1>the dialogue board</a1><x2/>."
)
WORDS = [
    *(
        "Letter from the valley",
        "What we saw",
        "Clean water for the schools",
        "Main square",
        "We are not leaving.",
    ),
    *(
        "Nobody answered in the square; on 9 January there was a meeting with the dialogue board",
        "Name:",
        "another line",
    ),
]


def converted(soffice: str, file: Path, kind: str) -> Path:
    """The file as LibreOffice writes it in another format."""
    profile = f"-env:UserInstallation=file://{file.parent / 'profile'}"
    command = [
        soffice,
        profile,
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(file.parent / "out"),
        str(file),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return file.parent / "out" / f"{file.stem}.{kind.split(':')[0]}"


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_libreoffice_reads_a_rebuilt_document_with_its_layout(kind: str, tmp_path: Path) -> None:
    soffice = need("soffice", "apt-get install libreoffice-writer")
    data = (FOLDER / kind / f"letter.{kind}").read_bytes()
    form = format_for(f"x.{kind}")
    document = form.read(data, "letter")
    texts = {s.key: TARGETS.get(s.text, MOVED) for s in document.segments}
    assert sum(text == MOVED for text in texts.values()) == 1
    rebuild = form.rebuild
    (tmp_path / f"new.{kind}").write_bytes(rebuild(data, document, texts, language="en"))  # type: ignore[call-arg]
    (tmp_path / f"old.{kind}").write_bytes(data)
    text = converted(soffice, tmp_path / f"new.{kind}", "txt:Text (encoded):UTF8").read_text("utf-8-sig")
    flat = " ".join(text.split())
    for words in WORDS:
        assert words in flat
    assert "del valle" not in flat
    pages = []
    for name in ("old", "new"):
        pdf = converted(soffice, tmp_path / f"{name}.{kind}", "pdf").read_bytes()
        pages.append(pdf.count(b"/Type/Page/") + pdf.count(b"/Type /Page\n"))
    assert pages[0] == pages[1]
    other = converted(soffice, tmp_path / f"new.{kind}", "odt" if kind == "docx" else "docx")
    again = format_for(other.name).read(other.read_bytes(), "new")
    said = [segment.text for segment in again.segments]
    for words in (
        "Letter from the valley",
        "According to the <i>newspaper</i>.",
        "Text in the <b>box</b>",
        "A river",
    ):
        assert words in said
    moved = next(text for text in said if "dialogue board" in text)
    assert "on <b>9 January</b> there was <i>a meeting</i> with <a" in moved
    assert "<f1>Nobody</f1>" in moved
