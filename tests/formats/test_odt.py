"""ODT: what becomes a segment, and how a translation is written into its place."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from translate_flow.errors import BuildError, ReadError
from translate_flow.formats.odt import read, rebuild
from translate_flow.markup import inline

from .fixtures import FOLDER
from .wordfiles import zipped

URN = "urn:oasis:names:tc:opendocument:xmlns"
TEXT = f"{{{URN}:text:1.0}}"
NS = (
    f'xmlns:office="{URN}:office:1.0" xmlns:text="{URN}:text:1.0" xmlns:style="{URN}:style:1.0"'
    f' xmlns:fo="{URN}:xsl-fo-compatible:1.0" xmlns:draw="{URN}:drawing:1.0" xmlns:table="{URN}:table:1.0"'
    f' xmlns:svg="{URN}:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
STYLES = "".join(
    f'<style:style style:name="{name}" style:family="text"><style:text-properties {values}/></style:style>'
    for name, values in {
        "B": 'fo:font-weight="bold" style:font-weight-asian="bold"',
        "I": 'fo:font-style="italic"',
        "L": 'fo:language="es" fo:country="PE"',
        "R": 'fo:color="#ff0000"',
        "U": 'style:text-underline-style="solid" style:text-underline-width="auto"',
        "H": 'text:display="none"',
    }.items()
)


def odt(*paragraphs: str, extra: dict[str, bytes] | None = None) -> bytes:
    """An OpenDocument text; each paragraph is inner XML, or a whole element if it begins with `<text:p`."""
    body = "".join(
        p if p.startswith(("<text:p", "<text:list")) else f"<text:p>{p}</text:p>" for p in paragraphs
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {NS} office:version="1.3">'
        f"<office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    files = {
        "mimetype": b"application/vnd.oasis.opendocument.text",
        "content.xml": content.encode(),
        "META-INF/manifest.xml": b"<manifest/>",
    }
    return zipped(files | (extra or {}), stored=("mimetype",))


def span(style: str, text: str) -> str:
    """A span of escaped text."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return f'<text:span text:style-name="{style}">{escaped}</text:span>'


def with_content(data: bytes, content: str) -> bytes:
    """The file with another text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {info.filename: archive.read(info) for info in archive.infolist()}
    return zipped(files | {"content.xml": content.encode()}, stored=("mimetype",))


def inner(data: bytes) -> str:
    """The XML inside the first paragraph, without namespace declarations."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("content.xml"))
    node = next(root.iter(f"{TEXT}p"))
    xml = etree.tostring(node, encoding="unicode", with_tail=False)
    return xml[xml.index(">") + 1 : xml.rindex("</")]


def built(data: bytes, *targets: str, language: str = "") -> bytes:
    """The document with its segments, in order, replaced by targets."""
    document = read(data, "acta")
    keys = [segment.key for segment in document.segments]
    return rebuild(data, document, dict(zip(keys, targets, strict=True)), language=language)


def test_spans_that_show_nothing_do_not_part_a_word() -> None:
    assert read(odt("ter" + span("L", "nas")), "a").segments[0].text == "ternas"


def test_marks_move_with_their_words() -> None:
    data = odt("La " + span("B", "mesa") + " y el " + span("I", "río"))
    assert inner(built(data, "The <i>river</i> and the <b>board</b>")) == (
        "The " + span("I", "river") + " and the " + span("B", "board")
    )


def test_formatting_the_source_does_not_have_gets_a_style() -> None:
    rebuilt = built(odt("Las ternas"), "The <i><u>ternas</u></i>")
    again = read(rebuilt, "a").segments[0]
    assert again.text == "The <i><u>ternas</u></i>"


def test_blanks_tabs_and_breaks_are_written_as_the_format_wants() -> None:
    rebuilt = built(odt("Uno"), "a  b\nc\td")
    assert inner(rebuilt) == "a <text:s/>b<text:line-break/>c<text:tab/>d"


def test_a_lost_footnote_reference_stops_the_build_and_is_named() -> None:
    data = odt(
        'El acta<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>Nota</text:p></text:note-body></text:note> vale"
    )
    document = read(data, "a")
    assert [(s.text, s.marker) for s in document.segments] == [("El acta<x1/> vale", ""), ("Nota", "1")]
    with pytest.raises(BuildError, match=document.segments[0].key):
        built(data, "The act holds", "Note")
    assert [s.text for s in read(built(data, "Valid is the act<x1/>", "Remark"), "a").segments] == [
        "Valid is the act<x1/>",
        "Remark",
    ]


def test_comments_and_hidden_text_are_left_out_and_stay() -> None:
    data = (FOLDER / "odt" / "changes.odt").read_bytes()
    document = read(data, "a")
    said = " ".join(segment.text for segment in document.segments)
    assert not any(word in said for word in ("vieja", "borrado", "oculto", "guarda"))
    rebuilt = rebuild(data, document, {s.key: "New words" for s in document.segments})
    with zipfile.ZipFile(io.BytesIO(rebuilt)) as archive:
        content = archive.read("content.xml").decode()
    for word in ("oculto", "Comentario que se guarda", "annotation-end", "bookmark-start"):
        assert word in content


CHANGES = (
    "<text:tracked-changes>"
    '<text:changed-region text:id="c1"><text:deletion><text:p>muy </text:p></text:deletion></text:changed-region>'
    '<text:changed-region text:id="c2"><text:insertion/></text:changed-region>'
    '<text:changed-region text:id="c3"><text:deletion><text:p>otra </text:p></text:deletion></text:changed-region>'
    "</text:tracked-changes>"
)


def content_of(data: bytes) -> str:
    """The XML of the text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("content.xml").decode()


def test_a_translated_paragraph_shows_no_words_that_were_struck_in_the_source() -> None:
    data = odt(
        "<text:p/>",
        'Es <text:change text:change-id="c1"/>grave <text:change-start text:change-id="c2"/>y urgente',
        'hoy<text:change-end text:change-id="c2"/> mismo',
        'La <text:change text:change-id="c3"/>casa',
    )
    data = with_content(data, content_of(data).replace("<text:p/>", CHANGES, 1))
    document = read(data, "a")
    assert [s.text for s in document.segments] == ["Es grave y urgente", "hoy mismo", "La casa"]
    rebuilt = content_of(rebuild(data, document, {document.segments[0].key: "It is grave and urgent"}))
    assert "<text:p>It is grave and urgent</text:p><text:p>hoy mismo</text:p>" in rebuilt
    # Where nothing is translated, what somebody else has to decide stays open.
    assert '<text:p>La <text:change text:change-id="c3"/>casa</text:p>' in rebuilt
    assert [id_ for id_ in ("c1", "c2", "c3") if f'text:id="{id_}"' in rebuilt] == ["c3"]
    everything = built(data, "It is grave", "now", "The house")
    assert "tracked-changes" not in content_of(everything)
    assert "change-" not in content_of(everything)


def test_what_only_looks_like_a_record_of_changes_is_text() -> None:
    astray = '<text:changed-region text:id="c1"><text:p>vale</text:p></text:changed-region>'
    data = odt('El <text:change text:change-id="c1"/>acta', f"<text:p/><text:section>{astray}</text:section>")
    rebuilt = built(data, "The act", "holds")
    assert [s.text for s in read(rebuilt, "a").segments] == ["The act", "holds"]


def test_the_language_for_the_spell_checker_is_the_translations() -> None:
    data = (FOLDER / "odt" / "notes.odt").read_bytes()
    document = read(data, "a")
    rebuilt = rebuild(data, document, {document.segments[0].key: "There<x1/> were<x2/>"}, language="en")
    with zipfile.ZipFile(io.BytesIO(rebuilt)) as archive:
        styles, meta = archive.read("styles.xml").decode(), archive.read("meta.xml").decode()
    assert 'fo:language="en" fo:country="US"' in styles
    assert 'fo:language="es"' not in styles
    assert "<dc:language>en-US</dc:language>" in meta


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"text", "not an OpenDocument text"),
        (odt("Uno")[:400], "cut off"),
        (
            odt("Uno", extra={"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
            "not an OpenDocument",
        ),
        (odt("Uno", extra={"[Content_Types].xml": b""}), ".docx"),
        (odt("Uno", extra={"META-INF/manifest.xml": b"<m><encryption-data/></m>"}), "password"),
        (odt("Uno", extra={"content.xml": b"<a"}), "damaged"),
        (odt("Uno", extra={"content.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "document type"),
        (odt('<text:span text:style-name="B">' * 300 + "uno" + "</text:span>" * 300), "nested"),
    ],
)
def test_what_is_no_sound_document_is_refused_in_one_line(data: bytes, why: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(data, "acta")
    assert why in str(caught.value)
    assert str(caught.value).startswith("acta: ")
    assert "\n" not in str(caught.value)


WORDS = st.text(st.sampled_from("aéñ Ñ.,<>&\"'xb/1;\u00a0\u00ad\u2011\u0301😀س—«»"), min_size=1, max_size=10)
SPAN = st.builds(span, st.sampled_from("BILRUH"), WORDS)
PIECE = st.one_of(
    WORDS.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;")),
    SPAN,
    st.sampled_from(
        ["<text:s/>", '<text:s text:c="3"/>', "<text:tab/>", "<text:line-break/>", "<text:date>1</text:date>"]
    ),
)
PARAGRAPH = st.lists(
    PIECE
    | st.lists(PIECE, max_size=3).map(lambda parts: f'<text:a xlink:href="u">{"".join(parts)}</text:a>')
    | st.lists(PIECE, max_size=3).map(
        lambda parts: f'<text:span text:style-name="I">{"".join(parts)}</text:span>'
    ),
    max_size=6,
).map("".join)


@settings(max_examples=100)
@given(st.lists(PARAGRAPH, min_size=1, max_size=4))
def test_any_document_is_identical_when_rebuilt_and_reads_as_its_translation(paragraphs: list[str]) -> None:
    data = odt(*paragraphs)
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


def test_a_cell_that_stands_in_no_row_is_read_all_the_same() -> None:
    cells = "<table:table-cell><text:p>Puno</text:p></table:table-cell><table:table-cell><text:p>18</text:p></table:table-cell>"
    data = odt("<text:p/>", f"<text:list/><table:table>{cells}</table:table>")
    document = read(data, "a")
    assert [(s.text, s.column) for s in document.segments] == [("Puno", 0)]
    assert [s.text for s in document.figures] == ["18"]
