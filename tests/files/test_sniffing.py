"""What a file's own bytes say of it."""

from __future__ import annotations

import io
import zipfile

import pytest

from translate_flow.files.sniffing import declared, sniff


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b'<html><head><meta charset="windows-1252">', "cp1252"),
        (
            b"<META http-equiv='Content-Type' content='text/html; CHARSET = ISO-8859-15'><meta charset=utf-8>",
            "iso8859-15",
        ),
        (b"<meta charset='klingon'>", ""),
        (b"<p>charset=utf-8</p>", ""),
        (b"", ""),
        (b" " * 4096 + b'<meta charset="windows-1252">', ""),
    ],
)
def test_a_pages_encoding_is_the_first_that_it_declares_near_its_beginning(head: bytes, name: str) -> None:
    assert declared(head) == name


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ("<!DOCTYPE html>\n<p>Puno".encode("utf-16"), "html"),
        ("\ufeff# Comunicado\n".encode(), "markdown"),
        ("# Comunicado\rPuno".encode("utf-16-be"), "plain"),
        (b"#1 en Puno", "plain"),
        (b"", "plain"),
    ],
)
def test_a_text_is_what_it_begins_like(data: bytes, kind: str) -> None:
    assert sniff(data) == kind


@pytest.mark.parametrize(
    ("part", "data", "kind"),
    [
        ("mimetype", b"application/vnd.oasis.opendocument.text", "odt"),
        ("word/document.xml", b"<w:document/>", "docx"),
        ("xl/workbook.xml", b"<workbook/>", "plain"),
        ("mimetype", b"application/epub+zip", "plain"),
    ],
)
def test_a_package_is_the_document_whose_parts_it_has(part: str, data: bytes, kind: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr(part, data)
    assert sniff(out.getvalue()) == kind
