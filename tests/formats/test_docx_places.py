"""Word: texts beside the paragraphs: numbers, pictures, tables, links; drop capitals, moves, notes, odd files."""

from __future__ import annotations

import pytest
from lxml import etree

from translate_flow.formats.docx import read, rebuild
from translate_flow.model import Document

from .parts import edited, files, replaced
from .test_docx import built, part, texts
from .wordfiles import OFFICE, W, docx, image, link, paragraph, run, table

NUMBERED = "word/numbering.xml"
RELATIONS = "word/_rels/document.xml.rels"


def numbered(*texts: str, level: int = 0) -> bytes:
    """A document whose paragraphs have automatic numbers that begin with these words."""
    items = [
        paragraph(
            run(f"Punto {at}."),
            properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>',
        )
        for at in range(3)
    ]
    data = docx(*items)
    for at, text in enumerate(texts):
        old = (
            '<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>'
            if at == 0
            else '<w:numFmt w:val="bullet"/><w:lvlText w:val="–"/>'
        )
        data = edited(data, NUMBERED, old, f'<w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/>')
    return data


def noted(document: Document, note: str) -> list[str]:
    """Segments whose note begins so."""
    return [segment.text for segment in document.segments if segment.note.startswith(note)]


def test_words_in_automatic_numbers_are_offered_once_for_each_level_that_is_used() -> None:
    data = numbered("Artículo %1.-", "Inciso %2)")
    document = read(data, "a")
    assert noted(document, "automatic number") == ["Artículo <x1/>.-"]
    rebuilt = built(data, "One.", "Two.", "Three.", "Article <x1/>.")
    assert [n.get(f"{{{W}}}val") for n in part(rebuilt, NUMBERED).iter(f"{{{W}}}lvlText")] == [
        "Article %1.",
        "Inciso %2)",
    ]
    assert noted(read(numbered("Artículo %1.-", "Inciso %1.%2)", level=1), "a"), "automatic") == [
        "Inciso <x1/>.<x2/>)"
    ]


@pytest.mark.parametrize("text", ["%1.", "%1)", "N%1.º"[1:], "•"])
def test_numbers_without_words_are_not_offered(text: str) -> None:
    assert noted(read(numbered(text), "a"), "automatic number") == []


def test_the_number_of_a_style_is_offered() -> None:
    data = docx(paragraph("Las cartas", style="Lista"))
    data = edited(
        data,
        NUMBERED,
        '<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>',
        '<w:numFmt w:val="upperRoman"/><w:lvlText w:val="Capítulo %1"/>',
    )
    assert noted(read(data, "a"), "automatic number") == ["Capítulo <x1/>"]


def test_a_drop_capital_belongs_to_its_sentence_and_is_set_again() -> None:
    frame = '<w:framePr w:dropCap="drop" w:lines="3" w:wrap="around"/>'
    data = docx(
        paragraph(run("L", '<w:sz w:val="90"/>'), properties=frame), paragraph("a escuela cerró en mayo.")
    )
    assert texts(paragraph("L", properties=frame), paragraph("a escuela cerró en mayo.")) == [
        "La escuela cerró en mayo."
    ]
    nodes = list(part(built(data, "“The school closed in May.")).iter(f"{{{W}}}p"))
    assert ["".join(n.itertext()) for n in nodes] == ["“T", "he school closed in May."]
    again = built(data, "<b>The</b> school closed.")
    assert read(again, "a").segments[0].text == "<b>The</b> school closed."


def test_a_drop_capital_without_a_paragraph_is_text() -> None:
    frame = '<w:framePr w:dropCap="drop" w:lines="3"/>'
    assert texts(paragraph("Fin"), paragraph("A", properties=frame)) == ["Fin", "A"]


def test_the_words_of_old_pictures_and_shapes_are_offered_and_written() -> None:
    space = 'xmlns:o="urn:schemas-microsoft-com:office:office"'
    shape = f'<w:r><w:pict {space}><v:shape alt="Niñas en el puente" o:title="foto3"><v:textpath string="BORRADOR FINAL"/></v:shape></w:pict></w:r>'
    data = docx(paragraph("Foto: ", shape))
    document = read(data, "a")
    assert noted(document, "text for an image") == ["Niñas en el puente"]
    assert noted(document, "text of a shape") == ["BORRADOR FINAL"]
    rebuilt = files(built(data, "Photo:", "Girls on the bridge", "FINAL DRAFT"))["word/document.xml"].decode()
    assert 'alt="Girls on the bridge"' in rebuilt
    assert 'string="FINAL DRAFT"' in rebuilt
    assert "Photo:" in rebuilt


def test_a_picture_described_twice_is_offered_once() -> None:
    picture = image("Un puente").replace('name="i.png"', 'name="i.png" descr="Un puente"')
    data = docx(paragraph("Vea ", picture))
    assert noted(read(data, "a"), "text for an image") == ["Un puente"]
    assert "puente" not in files(built(data, "See", "A bridge"))["word/document.xml"].decode()


def test_titles_of_tables_and_tooltips_of_links_are_offered_and_written() -> None:
    rows = table([paragraph("Lugar"), paragraph("Hora")]).replace(
        "<w:tblPr>", '<w:tblPr><w:tblCaption w:val="Lugares"/><w:tblDescription w:val="Dónde y cuándo"/>'
    )
    tip = link("rA", run("la carta")).replace("<w:hyperlink ", '<w:hyperlink w:tooltip="Abrir la carta" ')
    data = docx(rows, paragraph("Lea ", tip), links={"rA": "https://ejemplo.org"})
    document = read(data, "a")
    assert noted(document, "title of a table") == ["Lugares"]
    assert noted(document, "description of a table") == ["Dónde y cuándo"]
    assert noted(document, "tooltip") == ["Abrir la carta"]
    targets = {"Lugares": "Places", "Dónde y cuándo": "Where and when", "Abrir la carta": "Open the letter"}
    said = {s.key: targets.get(s.text, s.text.replace("Lea", "Read")) for s in document.segments}
    rebuilt = files(rebuild(data, document, said))["word/document.xml"].decode()
    for words in ('"Places"', '"Where and when"', 'tooltip="Open the letter"', "Read "):
        assert words in rebuilt
    assert "Abrir" not in rebuilt


def test_a_sign_of_ones_own_for_a_footnote_stays_with_its_reference() -> None:
    mark = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
    data = docx(paragraph("El acta", mark, " vale"))
    assert read(data, "a").segments[0].text == "El acta<x1/> vale"
    home = next(part(built(data, "The minutes<x1/> hold")).iter(f"{{{W}}}footnoteReference")).getparent()
    assert home is not None
    assert "".join(home.itertext()) == "*"


def test_a_tracked_move_leaves_no_copy_and_a_deleted_paragraph_goes() -> None:
    ids = 'w:id="1" w:author="A"'
    away = f'<w:p><w:pPr><w:rPr><w:moveFrom {ids}/></w:rPr></w:pPr><w:moveFromRangeStart {ids} w:name="m"/><w:moveFrom {ids}>{run("El agua vuelve.")}</w:moveFrom><w:moveFromRangeEnd w:id="1"/></w:p>'
    here = f'<w:p><w:moveToRangeStart {ids} w:name="m"/><w:moveTo {ids}>{run("El agua vuelve.")}</w:moveTo><w:moveToRangeEnd w:id="1"/></w:p>'
    gone = f"<w:p><w:pPr><w:rPr><w:del {ids}/></w:rPr></w:pPr><w:del {ids}><w:r><w:delText>Viejo.</w:delText></w:r></w:del></w:p>"
    data = docx(away, paragraph("Primero."), gone, here)
    assert [s.text for s in read(data, "a").segments][:2] == ["Primero.", "El agua vuelve."]
    rebuilt = files(built(data, "First.", "The water returns."))["word/document.xml"].decode()
    for words in ("vuelve", "Viejo", "moveFrom", "moveTo"):
        assert words not in rebuilt
    assert rebuilt.count("<w:p>") + rebuilt.count("<w:p ") == 2


def test_a_namespace_with_an_odd_name_damages_nothing() -> None:
    data = edited(
        docx(paragraph("Hola")), "word/document.xml", "<w:body>", '<w:body xmlns:raro="http://[sin fin">'
    )
    assert read(data, "a").segments[0].text == "Hola"
    assert b"Hello" in files(built(data, "Hello"))["word/document.xml"]


def related(data: bytes, kind: str, target: str, inner: bytes = b"<a/>") -> bytes:
    """The document with one more part, of a kind of relationship."""
    relation = f'<Relationship Id="rX" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>'
    return replaced(edited(data, RELATIONS, "</Relationships>", relation), {f"word/{target}": inner})


@pytest.mark.parametrize(
    ("kind", "target", "said"),
    [
        ("chartEx", "charts/chartEx1.xml", "1 chart (not read)"),
        ("package", "embeddings/hoja.xlsx", "1 embedded file (not read)"),
        (
            "aFChunk",
            "trozo.html",
            "1 inserted file (not read; open the document in a word processor and save it again)",
        ),
        ("algoNuevo", "nuevo.xml", "1 part of an unknown kind (not read)"),
    ],
)
def test_parts_that_are_not_read_are_reported(kind: str, target: str, said: str) -> None:
    data = docx(paragraph("Hola"))
    assert read(data, "a").omitted == ()
    found = read(related(data, kind, target), "a").omitted
    assert [(str(one.what), one.count, one.places) for one in found] == [(said, 1, (f"word/{target}",))]


def test_a_part_that_nothing_leads_to_is_reported() -> None:
    data = replaced(docx(paragraph("Hola")), {"word/suelto.xml": b"<a>texto</a>"})
    assert [one.places for one in read(data, "a").omitted] == [("word/suelto.xml",)]


def test_comments_are_reported_with_their_words() -> None:
    data = docx(
        paragraph("Hola"), parts={"comments": f'<w:comment w:id="1">{paragraph("¿Seguro?")}</w:comment>'}
    )
    assert [(str(one.what), one.places) for one in read(data, "a").omitted] == [
        ("1 comment (kept as it is)", ("¿Seguro?",))
    ]


def test_every_part_of_an_ordinary_document_is_known() -> None:
    assert etree.fromstring(files(docx(paragraph("Hola")))["word/styles.xml"]) is not None
    assert read(docx(paragraph("Hola")), "a").omitted == ()
