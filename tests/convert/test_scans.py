"""Scans, photographs and old word processors' files: read by the real programs, or refused with the way."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pytest

from translate_flow.convert import convert, ocr
from translate_flow.errors import ReadError

from ..needs import need
from ..warm import program
from .pdfs import lines, pdf

TEXT = (
    "Las familias del valle piden agua limpia para",
    "las escuelas y una respuesta del municipio.",
    "La asamblea se celebra en la plaza mayor.",
)


def drawn(turn: int = 0, text: tuple[str, ...] = TEXT * 3) -> bytes:
    """A picture of some lines, as a scanner makes it."""
    import pypdfium2

    data = pdf([[*lines(60, 780, "Carta del valle", size=26), *lines(60, 720, *text, size=16, step=24)]])
    with pypdfium2.PdfDocument(data) as document:
        picture = document[0].render(scale=200 / 72).to_pil().convert("RGB")
    out = io.BytesIO()
    picture.rotate(turn, expand=True).save(out, "PNG", dpi=(200, 200))
    return out.getvalue()


@pytest.fixture
def tesseract() -> None:
    need("tesseract", "apt-get install tesseract-ocr tesseract-ocr-spa")


@pytest.mark.usefixtures("tesseract")
@pytest.mark.parametrize("turn", [0, 90, 180])
def test_a_picture_is_read_however_it_is_turned(turn: int) -> None:
    made = convert(drawn(turn), "carta.es.png", "es")
    text = made.data.decode()
    assert "Carta del valle" in text
    assert text.count("agua limpia para las escuelas y una respuesta") == 3


@pytest.mark.usefixtures("tesseract")
def test_a_pdf_of_pictures_is_read_page_by_page() -> None:
    from PIL import Image

    out = io.BytesIO()
    with Image.open(io.BytesIO(drawn())) as picture:
        picture.save(out, "PDF", save_all=True, append_images=[picture], resolution=200)
    shown: list[tuple[int, int]] = []
    made = convert(out.getvalue(), "carta.es.pdf", "es", lambda done, total: shown.append((done, total)))
    assert made.data.decode().count("La asamblea se celebra") == 6
    assert (2, 2) in shown


@pytest.mark.usefixtures("tesseract")
def test_the_sign_of_a_laws_number_is_no_digit() -> None:
    """Tesseract's Spanish alphabet has no º: it reads "N.2 29785"."""
    made = convert(
        drawn(text=("Rige la Ley N.º 29785 desde mayo, y lo dice", "la Resolución N.º 12-2011.")),
        "a.es.png",
        "es",
    )
    assert "Rige la Ley N.º 29785 desde mayo, y lo dice la Resolución N.º 12-2011." in made.data.decode()


@pytest.mark.usefixtures("tesseract")
def test_a_language_that_is_not_installed_is_named() -> None:
    with pytest.raises(ReadError, match="does not know the language “que”; install it with apt-get"):
        convert(drawn(), "carta.qu.png", "qu")


def test_without_tesseract_pictures_say_what_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "there", lambda: False)
    with pytest.raises(ReadError, match=r"foto.es.png: a picture; .*pip install 'translate-flow\[ocr\]'"):
        convert(drawn(), "foto.es.png", "es")
    from PIL import Image

    out = io.BytesIO()
    with Image.open(io.BytesIO(drawn())) as picture:
        picture.save(out, "PDF")
    with pytest.raises(ReadError, match=r"carta.es.pdf: a PDF of pictures, .*tesseract-ocr-spa"):
        convert(out.getvalue(), "carta.es.pdf", "es")


def test_what_is_no_picture_is_refused() -> None:
    need("tesseract")
    with pytest.raises(ReadError, match=r"foto\.es\.jpg: damaged, too large or not a picture"):
        convert(b"\xff\xd8\xff\xe0 no", "foto.es.jpg", "es")


def test_rtf_is_made_a_word_document(tmp_path: Path) -> None:
    need("soffice", "apt-get install libreoffice-writer")
    from translate_flow.formats.docx import read

    rtf = rb"{\rtf1\ansi\ansicpg1252 {\b Carta del valle}\par El agua lleg\'f3 turbia.\par}"
    made = convert(rtf, "carta.es.rtf", "es")
    assert made.extension == ".docx"
    assert [segment.text for segment in read(made.data, "carta").segments] == [
        "Carta del valle",
        "El agua llegó turbia.",
    ]


@pytest.mark.parametrize("name", ["carta.es.doc", "carta.es.rtf"])
def test_what_is_not_what_its_extension_says_is_refused(name: str) -> None:
    with pytest.raises(ReadError, match=f"{name}: damaged, or not what its extension says"):
        convert(b"x", name, "es")


def test_add_keeps_the_original_and_what_was_corrected(tmp_path: Path) -> None:
    """The whole way: a PDF among the statements, corrected, added again, read once more when asked."""

    def run(*words: str) -> tuple[int, str]:
        done = subprocess.run(
            [program(), *words],
            cwd=tmp_path / "w",
            capture_output=True,
            text=True,
        )
        return done.returncode, done.stdout + done.stderr

    subprocess.run([program(), "init", "w"], cwd=tmp_path, check=True, capture_output=True)
    folder = tmp_path / "w" / "statements"
    (folder / "carta.es.pdf").write_bytes(pdf([[*lines(60, 780, "Carta", size=18), *lines(60, 740, *TEXT)]]))
    code, said = run("add")
    assert code == 0 and "read into carta.es.md; look it through" in said
    made = folder / "carta.es.md"
    made.write_text(made.read_text("utf-8").replace("plaza mayor", "plaza vieja"), "utf-8")
    assert run("add")[0] == 0 and run("add", "statements/carta.es.pdf")[0] == 0
    assert "plaza vieja" in made.read_text("utf-8")
    assert run("add", "--replace", "statements/carta.es.pdf")[0] == 0
    assert "plaza mayor" in made.read_text("utf-8")
    assert run("status")[0] == 0
