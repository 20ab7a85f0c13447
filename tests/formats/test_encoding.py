"""Encodings: found, told, kept; what is no text is refused with place and remedy."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_flow.errors import BuildError, ReadError
from translate_flow.files.encoding import decode, encode

SENTENCE = "La comisión señaló: «sí, mañana»."


@pytest.mark.parametrize(
    ("data", "encoding", "told"),
    [
        (SENTENCE.encode(), "utf-8", ""),
        (b"\xef\xbb\xbf" + SENTENCE.encode(), "utf-8", ""),
        (b"\xff\xfe" + SENTENCE.encode("utf-16-le"), "utf-16-le", ""),
        (b"\xfe\xff" + SENTENCE.encode("utf-16-be"), "utf-16-be", ""),
        ((SENTENCE + " “€”").encode("cp1252"), "cp1252", "read as Windows-1252"),
        ((SENTENCE + "\x81").encode("latin-1"), "latin-1", "read as Latin-1"),
    ],
)
def test_an_encoding_is_found_told_if_it_is_old_and_kept(data: bytes, encoding: str, told: str) -> None:
    decoded = decode(data, "acta.txt")
    assert decoded.text.startswith(SENTENCE)
    assert decoded.encoding == encoding
    assert told in " ".join(map(str, decoded.notices))
    assert bool(told) == bool(decoded.notices)
    assert encode(decoded.text, decoded, "acta.txt") == data


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf \r\n", "the file is empty"),
        (b"%PDF-1.7 x", "is a PDF; ask for the file it was made from"),
        (b"PK\x03\x04abc", "a zip file or an office file under another name"),
        (b"\xd0\xcf\x11\xe0abc", "is an old Word file; save it as .docx"),
        (b"{\\rtf1 Hola}", "is RTF; save it as"),
        (b"\x89PNG\r\n", "is a picture"),
        (b"\x1f\x8b\x08", "is a compressed file"),
        (b"ab\0cd", "null byte at 2"),
        ("Hola".encode("utf-16-le"), "looks like UTF-16 without a byte-order mark"),
        (b"\xff\xfea", "byte 2 is not UTF-16"),
        (b"\xff\xfe\x00\xd8a\x00", "byte 2 is not UTF-16"),
        (b"\xff\xfeA\x00\x00\x00", "not a text file"),
        (b"\xef\xbb\xbfca\xf1a", "byte 5 is not UTF-8"),
        ("Ñandú, año, señal: ".encode() + b"\xe1 x", r"byte 23 (0xe1) is not UTF-8, though the rest is"),
        (b"\x01\x02\x03\x90\x04\x05", "not a text file (byte 3 is 0x90"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line_with_file_place_and_remedy(data: bytes, says: str) -> None:
    with pytest.raises(ReadError) as caught:
        decode(data, "acta.txt")
    assert str(caught.value).startswith("acta.txt: ")
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_text_spoilt_by_a_wrong_reading_is_told_with_its_line() -> None:
    spoilt = "Hola.\nLa regi\u00c3\u00b3n".encode()
    assert "looks like UTF-8 read as Latin-1 and saved again (line 2: “Ã³” for “ó”)" in str(
        decode(spoilt, "a").notices[0]
    )
    quotes = "Dijo â€œhola\u201d".encode()
    assert "“â€œ” for ““”" in str(decode(quotes, "a").notices[0])


@pytest.mark.parametrize("text", ["São Paulo e Ã", "Â", "ÁÉÍ ÑANDÚ Ã A", "pâté â€"])
def test_foreign_letters_alone_are_no_sign_of_a_wrong_reading(text: str) -> None:
    assert decode(text.encode(), "a").notices == ()


def test_parted_accents_are_told() -> None:
    assert "NFD" in str(decode("cancio\u0301n".encode(), "a").notices[0])


def test_a_character_that_cannot_be_written_is_named_with_the_remedy() -> None:
    decoded = decode("señal".encode("cp1252"), "acta.txt")
    with pytest.raises(
        BuildError, match=r"acta.txt: “ł” \(U\+0142, LATIN SMALL LETTER L WITH STROKE\).*save the source"
    ):
        encode("sygnał", decoded, "acta.txt")


@given(st.text(min_size=1).filter(lambda text: text.strip() and "\0" not in text and text[0] != "\ufeff"))
def test_any_text_comes_back_from_utf_8(text: str) -> None:
    try:
        decoded = decode(text.encode(), "a")
    except ReadError as error:
        assert text.startswith(("%PDF-", "PK", "{\\rtf")) or "is" in str(error)
        return
    assert decoded.text == text
    assert encode(decoded.text, decoded, "a") == text.encode()


@given(st.binary())
def test_any_bytes_are_decoded_and_encoded_to_themselves_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data, "a")
    except ReadError:
        return
    assert encode(decoded.text, decoded, "a") == data


@pytest.mark.parametrize(("text", "place"), [("\0Aviso", 0), ("Aviso\0", 5)])
def test_a_zero_character_is_refused_wherever_it_stands(text: str, place: int) -> None:
    with pytest.raises(ReadError, match=f"a null character at character {place}"):
        decode(codecs.BOM_UTF16_LE + text.encode("utf-16-le"), "aviso.es.txt")
