"""Word: formatting that nobody sees parts no word; what shows or hides text does so in the translation."""

from __future__ import annotations

import pytest

from translate_flow.formats.docx import read

from .parts import edited
from .test_docx import built, part, runs, texts
from .wordfiles import W, docx, paragraph, run, table

STYLED = "word/styles.xml"


@pytest.mark.parametrize(
    "properties",
    [
        '<w:spacing w:val="-3"/>',
        '<w:w w:val="97"/>',
        '<w:kern w:val="2"/>',
        '<w:rFonts w:hint="eastAsia"/>',
        '<w:rFonts w:eastAsia="SimSun" w:cs="Arial"/>',
        '<w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif"/>',
        '<w:color w:val="auto"/>',
        '<w:color w:val="000000"/>',
        '<w:u w:val="none"/>',
        '<w:b w:val="0"/><w:i w:val="false"/>',
        '<w:caps w:val="0"/><w:smallCaps w:val="0"/><w:strike w:val="0"/>',
        '<w:sz w:val="24"/><w:szCs w:val="24"/>',
        '<w:sz w:val="23"/>',
        '<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>',
        '<w:highlight w:val="none"/>',
        '<w:vertAlign w:val="baseline"/>',
        '<w:position w:val="-1"/>',
        '<w:lang w:val="es-ES"/><w:noProof/>',
        '<w:vanish w:val="0"/>',
        '<w:rtl w:val="0"/>',
        '<w14:ligatures xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" w14:val="standardContextual"/>',
        '<w:rStyle w:val="apple-converted-space"/>',
    ],
)
def test_a_word_with_formatting_that_nobody_sees_is_one_word(properties: str) -> None:
    assert texts(paragraph("La asam", run("blea", properties), " decide")) == ["La asamblea decide"]


def test_a_character_style_of_which_nothing_is_seen_parts_no_word_and_one_that_is_seen_has_its_mark() -> None:
    def styled(properties: str) -> list[str]:
        style = f'<w:style w:type="character" w:styleId="Tipo"><w:name w:val="Tipo"/><w:rPr>{properties}</w:rPr></w:style>'
        data = docx(paragraph("La asam", run("blea", '<w:rStyle w:val="Tipo"/>'), " decide"))
        return [
            s.text for s in read(edited(data, STYLED, "</w:styles>", f"{style}</w:styles>"), "a").segments[:1]
        ]

    assert styled('<w:lang w:val="es-PE"/><w:b w:val="0"/>') == ["La asamblea decide"]
    assert styled('<w:color w:val="C00000"/>') == ["La asam<f1>blea</f1> decide"]


@pytest.mark.parametrize(
    "properties",
    [
        '<w:color w:val="C00000"/>',
        '<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>',
        '<w:sz w:val="36"/>',
        "<w:caps/>",
        '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/>',
        '<w:highlight w:val="yellow"/>',
    ],
)
def test_formatting_that_is_seen_has_its_mark(properties: str) -> None:
    assert texts(paragraph("La ", run("asamblea", properties), " decide")) == ["La <f1>asamblea</f1> decide"]


def test_a_title_spaced_as_a_whole_stays_so() -> None:
    data = docx(
        paragraph(run("Carta ", '<w:spacing w:val="40"/>'), run("abierta", '<w:spacing w:val="40"/>'))
    )
    assert runs(built(data, "Open letter")) == [("Open letter", ["spacing"])]


def test_what_is_not_bold_in_a_bold_style_has_its_mark() -> None:
    data = docx(paragraph("Sobre ", run("el agua", '<w:b w:val="0"/>'), style="Ttulo1"))
    segment = read(data, "a").segments[0]
    assert (segment.text, segment.note) == ("Sobre <f1>el agua</f1>", "f1: not bold")


def test_what_is_not_bold_in_a_table_whose_style_may_be_bold_has_its_mark() -> None:
    cell = paragraph("Lugar ", run("y fecha", '<w:b w:val="0"/>'))
    rows = table([cell, paragraph("Hora")]).replace("<w:tblPr>", '<w:tblPr><w:tblStyle w:val="Rejilla"/>')
    data = docx(rows)
    assert read(data, "a").segments[0].text == "Lugar y fecha"
    style = (
        '<w:style w:type="table" w:styleId="Rejilla"><w:name w:val="Rejilla"/><w:tblStylePr w:type="firstRow">'
        "<w:rPr><w:b/></w:rPr></w:tblStylePr></w:style></w:styles>"
    )
    data = edited(data, STYLED, "</w:styles>", style)
    assert read(data, "a").segments[0].text == "Lugar <f1>y fecha</f1>"


def test_bold_that_a_translation_adds_is_bold_where_the_source_says_it_is_not() -> None:
    data = docx(paragraph(run("La asamblea", '<w:b w:val="0"/>')))
    assert runs(built(data, "The <b>assembly</b>")) == [("The ", []), ("assembly", ["b", "bCs"])]


def test_text_shown_in_a_hidden_style_stays_shown_and_the_rest_hidden() -> None:
    shown = run("visible", '<w:vanish w:val="0"/>')
    data = docx(paragraph(run("Oculto. "), shown, style="Oculto"))
    segment = read(data, "a").segments[0]
    assert segment.text == "visible"
    node = next(part(built(data, "seen")).iter(f"{{{W}}}p"))
    said = {
        "".join(r.itertext()): [e.get(f"{{{W}}}val") for e in r.iter(f"{{{W}}}vanish")]
        for r in node.iter(f"{{{W}}}r")
    }
    assert said == {"seen": ["0"], "Oculto. ": []}


def test_text_without_small_capitals_is_not_called_small_capitals() -> None:
    data = docx(paragraph("La ", run("mesa", '<w:smallCaps w:val="0"/>' + "<w:i/>")))
    segment = read(data, "a").segments[0]
    assert (segment.text, segment.note) == ("La <i>mesa</i>", "")


def test_hidden_words_are_reported() -> None:
    data = docx(
        paragraph("Se ve", run(" y esto no", "<w:vanish/>")), paragraph("Todo oculto", style="Oculto")
    )
    assert [(str(one.what), one.places) for one in read(data, "a").omitted] == [
        ("2 hidden passages (kept as they are)", ("y esto no", "Todo oculto"))
    ]
