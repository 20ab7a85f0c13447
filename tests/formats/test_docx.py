"""DOCX: what becomes a segment, and how a translation is written into its place."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from translate_flow.errors import BuildError, ReadError
from translate_flow.formats.docx import read, rebuild
from translate_flow.markup import inline

from .fixtures import FOLDER
from .wordfiles import NS, W, docx, field, link, paragraph, reference, run, text_box, zipped

BOLD = "<w:b/>"


def texts(*body: str) -> list[str]:
    """The segments of a document, its stored title left out."""
    return [s.text for s in read(docx(*body), "acta").segments if not s.note.startswith("title in")]


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """One part of a document, parsed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def built(data: bytes, *targets: str, language: str = "") -> bytes:
    """The document with its first segments, in order, replaced by targets."""
    document = read(data, "acta")
    keys = [segment.key for segment in document.segments]
    return rebuild(data, document, dict(zip(keys, targets, strict=False)), language=language)


def runs(data: bytes) -> list[tuple[str, list[str]]]:
    """Text and names of properties of each run of the first paragraph."""
    found = []
    for node in next(part(data).iter(f"{{{W}}}p")).iter(f"{{{W}}}r"):
        properties = node.find(f"{{{W}}}rPr")
        names = [etree.QName(e).localname for e in properties] if properties is not None else []
        found.append(("".join(node.itertext()), names))
    return found


def test_a_word_split_by_spell_check_and_saving_marks_is_one_word() -> None:
    assert texts(
        paragraph(
            run("ter", '<w:lang w:val="es-ES"/>'),
            '<w:proofErr w:type="spellStart"/>',
            run("nas", "<w:noProof/>"),
            "<w:r><w:lastRenderedPageBreak/><w:t>.</w:t></w:r>",
        )
    ) == ["ternas."]


def test_bold_in_a_word_or_sentence_does_not_split_it_and_comes_back_on_its_words() -> None:
    data = docx(paragraph("La ", run("mesa", BOLD), " exige"))
    assert read(data, "a").segments[0].text == "La <b>mesa</b> exige"
    assert runs(built(data, "What the <b>board</b> wants")) == [
        ("What the ", []),
        ("board", ["b"]),
        (" wants", []),
    ]


def test_formatting_of_the_whole_paragraph_is_not_in_the_segment_and_stays() -> None:
    data = docx(paragraph(run("Todo ", BOLD + "<w:i/>"), run("negro", BOLD + "<w:i/>")))
    assert read(data, "a").segments[0].text == "Todo negro"
    assert runs(built(data, "All black")) == [("All black", ["b", "i"])]


def test_formatting_the_source_does_not_have_may_be_added() -> None:
    assert runs(built(docx(paragraph("Las ternas")), "The <i>ternas</i>")) == [
        ("The ", []),
        ("ternas", ["i", "iCs"]),
    ]


def test_properties_are_written_in_the_order_of_the_schema() -> None:
    data = docx(paragraph("a ", run("rojo", '<w:color w:val="FF0000"/>'), " y más texto"))
    target = "and <b><f1>red</f1></b> more"
    assert runs(built(data, target))[1] == ("red", ["b", "bCs", "color"])


def test_links_move_with_their_words_as_fields_too() -> None:
    data = docx(
        paragraph(
            "Lea ", link("rA", run("el acta")), " y ", field('HYPERLINK "https://b.org"', run("la carta"))
        ),
        links={"rA": "https://a.org"},
    )
    document = read(data, "a")
    assert document.segments[0].text == "Lea <a1>el acta</a1> y <a2>la carta</a2>"
    assert document.segments[0].note == "a1: link to https://a.org; a2: link to https://b.org"
    again = read(built(data, "<a2>The letter</a2> and <a1>the minutes</a1>, read them"), "a").segments[0]
    assert again.text == "<a1>The letter</a1> and <a2>the minutes</a2>, read them"
    assert again.note == "a1: link to https://b.org; a2: link to https://a.org"


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("The act is worth <x2/>", "<x1/> of the source is not in the translation"),
        ("The act<x1/><x1/> is worth <x2/>", "<x1/> appears more than once"),
        ("The act<x1/> is <x9/> worth <x2/>", "<x9/> is not in the source"),
    ],
)
def test_a_lost_or_doubled_footnote_reference_stops_the_build_and_is_named(target: str, why: str) -> None:
    data = docx(
        paragraph("El acta", reference("footnote", 2), " vale en página ", field("PAGE", run("3")), " sí")
    )
    with pytest.raises(BuildError) as caught:
        built(data, target)
    assert why in str(caught.value)
    assert read(data, "a").segments[0].key in str(caught.value)


def test_a_footnote_reference_at_the_end_comes_back_there() -> None:
    data = docx(paragraph("El acta vale.", reference("footnote", 2)))
    rebuilt = built(data, "The act holds.")
    assert read(rebuilt, "a").segments[0].text == "The act holds.<x1/>"


def test_deleted_and_hidden_text_is_left_out_and_comments_stay() -> None:
    data = (FOLDER / "docx" / "changes.docx").read_bytes()
    document = read(data, "a")
    found = [segment.text for segment in document.segments]
    assert not any("vieja" in text or "oculto" in text or "borrado" in text for text in found)
    rebuilt = rebuild(data, document, {s.key: "New words" for s in document.segments})
    root = part(rebuilt)
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference", "bookmarkStart", "bookmarkEnd"):
        assert len(list(root.iter(f"{{{W}}}{name}"))) == 1
    assert "oculto" in "".join(root.itertext())
    with zipfile.ZipFile(io.BytesIO(rebuilt)) as archive:
        assert archive.read("word/vbaProject.bin") == b"\xd0\xcf\x11\xe0 macro"


def test_a_text_box_and_its_fallback_get_the_same_translation() -> None:
    data = docx(paragraph("Cuadro: ", text_box(paragraph("Texto ", run("dentro", BOLD))), " fin"))
    assert texts(paragraph("Cuadro: ", text_box(paragraph("Texto ", run("dentro", BOLD))), " fin")) == [
        "Cuadro: <x1/> fin",
        "Texto <b>dentro</b>",
    ]
    root = part(built(data, "Box: <x1/> end", "Text <b>inside</b>"))
    boxes = ["".join(node.itertext()) for node in root.iter(f"{{{W}}}txbxContent")]
    assert boxes == ["Text inside", "Text inside"]


def test_the_language_for_the_spell_checker_is_the_translations() -> None:
    data = docx(paragraph(run("Uno dos", '<w:lang w:val="es-ES"/>')))
    rebuilt = built(data, "One two", language="en")
    assert {node.get(f"{{{W}}}val") for node in part(rebuilt, "word/styles.xml").iter(f"{{{W}}}lang")} == {
        "en-US"
    }
    assert [node.get(f"{{{W}}}val") for node in part(rebuilt, "word/settings.xml")] == ["en-US"]
    assert not list(part(rebuilt).iter(f"{{{W}}}lang"))
    assert "<dc:language>en<" in etree.tostring(part(rebuilt, "docProps/core.xml")).decode()


def test_a_control_character_in_a_translation_is_told() -> None:
    with pytest.raises(BuildError, match=r"U\+0007"):
        built(docx(paragraph("Uno")), "O\x07ne")


def test_a_document_that_changed_since_it_was_read_is_not_written() -> None:
    document = read(docx(paragraph("Uno")), "a")
    with pytest.raises(BuildError, match="changed since"):
        rebuild(docx(paragraph("Otro")), document, {document.segments[0].key: "One"})


def bomb(size: int) -> bytes:
    """A document whose body unpacks to that many bytes of blanks."""
    return docx(paragraph("Uno"), extra={"word/document.xml": b" " * size})


def with_part(name: str, data: bytes) -> bytes:
    """A document with one part replaced."""
    return docx(paragraph("Uno"), extra={name: data})


ENTITY = b'<!DOCTYPE w:d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"hello", "not a Word document"),
        (b"%PDF-1.5", "not a Word document"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 64, "old Word file"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (docx(paragraph("Uno"))[:900], "cut off"),
        (zipped({"a.txt": b"x"}), "not a Word document"),
        (zipped({"mimetype": b"x", "content.xml": b"<a/>"}), ".odt"),
        (lambda: bomb(40 << 20), "unpacks to 40 MB"),
        (lambda: zipped({f"{n}.xml": b"" for n in range(10_001)}), "more than any real document"),
        (with_part("word/document.xml", b'<?xml version="1.0"?>' + ENTITY + b"<d>&a;</d>"), "document type"),
        (with_part("word/document.xml", b"<w:document"), "damaged"),
        (with_part("word/styles.xml", b"\xff\xfe<"), "damaged"),
        (with_part("word/_rels/document.xml.rels", b""), "damaged"),
    ],
)
def test_what_is_no_sound_word_document_is_refused_in_one_line(
    data: bytes | Callable[[], bytes], why: str
) -> None:
    with pytest.raises(ReadError) as caught:
        read(data if isinstance(data, bytes) else data(), "acta")
    assert why in str(caught.value)
    assert str(caught.value).startswith("acta: ")
    assert "\n" not in str(caught.value)


def test_a_part_locked_with_a_password_is_told() -> None:
    data = bytearray(docx(paragraph("Uno")))
    at = data.index(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    with pytest.raises(ReadError, match="password"):
        read(bytes(data), "acta")


def test_text_nested_beyond_reason_is_refused() -> None:
    nested = "<w:smartTag>" * 400 + run("uno") + "</w:smartTag>" * 400
    with pytest.raises(ReadError, match="nested"):
        read(docx(f"<w:p>{nested}</w:p>"), "acta")


def test_twenty_thousand_paragraphs_are_read_and_rebuilt() -> None:
    data = docx(*(paragraph(f"Párrafo {n} del acta") for n in range(20_000)))
    document = read(data, "acta")
    assert len(document.segments) == 20_001
    rebuilt = rebuild(data, document, {s.key: f"Paragraph {n}" for n, s in enumerate(document.segments)})
    assert read(rebuilt, "acta").segments[19_999].text == "Paragraph 19999"


WORDS = st.text(
    st.sampled_from("aéñ Ñ.,<>&\"'xb/1;lt\u00a0\u00ad\u2011\u0301😀س—«»"), min_size=1, max_size=10
)
PROPERTIES = st.sampled_from(
    [
        "",
        BOLD,
        "<w:i/>",
        BOLD + "<w:i/>",
        '<w:b w:val="0"/>',
        "<w:noProof/>",
        '<w:color w:val="FF0000"/>',
        '<w:u w:val="single"/>',
        '<w:vertAlign w:val="superscript"/>',
        '<w:rStyle w:val="Fuerte"/>',
        "<w:vanish/>",
    ]
)
RUN = st.builds(run, WORDS, PROPERTIES)
THING = st.sampled_from(
    [
        "<w:r><w:tab/></w:r>",
        "<w:r><w:br/></w:r>",
        reference("footnote", 2),
        '<w:bookmarkStart w:id="1" w:name="b"/>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ]
)
INNER = st.lists(RUN | THING, max_size=4)
PARAGRAPH = st.lists(
    RUN
    | THING
    | INNER.map(lambda inner: link("rA", *inner))
    | INNER.map(lambda inner: field('HYPERLINK "u"', *inner))
    | INNER.map(lambda inner: field("REF x", *inner))
    | INNER.map(lambda inner: f'<w:ins w:id="1">{"".join(inner)}</w:ins>')
    | INNER.map(lambda inner: text_box(paragraph(*inner))),
    max_size=6,
).map(lambda inner: paragraph(*inner))


@settings(max_examples=60)
@given(st.lists(PARAGRAPH, min_size=1, max_size=4))
def test_any_document_is_identical_when_rebuilt_and_reads_as_its_translation(body: list[str]) -> None:
    data = docx(*body, links={"rA": "https://a.org"})
    document = read(data, "a")
    assert rebuild(data, document, {s.key: s.text for s in document.segments}, language="en") == data
    targets = {
        segment.key: inline.written(
            part.replace("a", "o") if isinstance(part, str) else part for part in inline.tokens(segment.text)
        )
        for segment in document.segments
    }
    again = read(rebuild(data, document, targets, language="en"), "a")
    assert [segment.text for segment in again.segments] == list(targets.values())


def test_text_that_was_read_in_the_wrong_encoding_is_told() -> None:
    notices = read(docx(paragraph("Uno"), paragraph("El rÃ\xado")), "acta").notices
    assert any(
        "looks like UTF-8 read as Latin-1" in notice and "segment 2" in notice for notice in map(str, notices)
    )


def test_a_file_of_forty_megabytes_is_read_and_rebuilt() -> None:
    noise = random.Random(1).randbytes(40 << 20)
    data = docx(paragraph("Uno"), extra={"word/media/grande.jpg": noise})
    document = read(data, "acta")
    rebuilt = rebuild(data, document, {document.segments[0].key: "One"})
    assert read(rebuilt, "acta").segments[0].text == "One"
    assert noise[:1000] in rebuilt


def test_a_strict_document_is_told() -> None:
    strict = f"<w:document {NS.replace(W, 'http://purl.oclc.org/ooxml/wordprocessingml/main')}/>".encode()
    with pytest.raises(ReadError, match="Strict"):
        read(with_part("word/document.xml", strict), "acta")
