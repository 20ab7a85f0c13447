"""PDF and EPUB as readers of such files see them."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from translate_flow import outputs

from ..needs import need
from .test_five_formats import MARKDOWN
from .test_laid_out import WEB, approved


def test_a_pdf_is_tagged_has_its_fonts_and_language_and_the_words_in_order(tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    file.write_bytes(outputs.load("page-pdf").make(approved(MARKDOWN, "a.es.md")))

    def said(program: str, *arguments: str) -> str:
        return subprocess.run([need(program), *arguments], check=True, capture_output=True, text=True).stdout

    facts = said("pdfinfo", str(file))
    assert re.search(r"Title:\s+The agua es de todos\n", facts) and re.search(r"Tagged:\s+yes", facts)
    fonts = said("pdffonts", str(file)).splitlines()[2:]
    assert fonts and all(re.search(r"\byes +yes +yes\b", line) for line in fonts)  # embedded, subset, Unicode
    words = " ".join(said("pdftotext", "-layout", str(file), "-").split())
    places = [
        words.index(w)
        for w in ("Ilo, 5 de mayo", "The agua", "Hechos", "1. Cayó", "Firman", "Spanish original")
    ]
    assert places == sorted(places)


def test_an_epub_has_what_the_standard_asks_for() -> None:
    for source, name in ((MARKDOWN, "a.es.md"), (WEB, "a.es.html")):
        data = outputs.load("epub").make(approved(source, name))
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            first = archive.infolist()[0]
            assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
            assert archive.read("mimetype") == b"application/epub+zip"
            package = etree.fromstring(archive.read("EPUB/package.opf"))
            listed = {str(item.get("href")) for item in package.iter("{*}item")}
            assert {f"EPUB/{href}" for href in listed} <= set(archive.namelist())
            text = etree.fromstring(archive.read("EPUB/text.xhtml"))
        ids = {node.get("id") for node in text.iter() if node.get("id")}
        links = [str(node.get("href")) for node in text.iter("{*}a") if str(node.get("href")).startswith("#")]
        assert links and {link[1:] for link in links} <= ids


def test_epubcheck_finds_nothing_to_say(tmp_path: Path) -> None:
    """Debian's program is a jar with a head, which not every system starts by itself."""
    checker, java = shutil.which("epubcheck"), shutil.which("java")
    if checker is None or java is None:
        pytest.skip("epubcheck is not installed; on Debian: apt-get install epubcheck")
    starts = [java, "-jar", checker] if Path(checker).read_bytes()[:2] == b"PK" else [checker]
    book = tmp_path / "a.epub"
    book.write_bytes(outputs.load("epub").make(approved(MARKDOWN, "a.es.md")))
    found = subprocess.run([*starts, "--failonwarnings", str(book)], capture_output=True, text=True)
    assert found.returncode == 0, found.stdout + found.stderr
