"""Messages that links begin, letters that are signs, and blank lines made of breaks, in every format that has them."""

from __future__ import annotations

import html

import pytest

from translate_flow.formats import load
from translate_flow.formats.docx import read as read_docx
from translate_flow.formats.html import read, rebuild
from translate_flow.formats.odt import read as read_odt

from . import test_docx, test_odt
from .parts import files
from .test_docx_places import RELATIONS
from .wordfiles import docx, field, link, paragraph, run

MAIL = "mailto:mesa@ejemplo.org?subject=Agua%20ya&amp;body=Se%C3%B1ora%3A%0D%0AQueremos%20agua"
SENT = "mailto:mesa@ejemplo.org?subject=Water%20%26%20life&amp;body=Madam%3A%0D%0AWe%20want%20water"
NOTE = "text of a message that a link begins"


def test_the_message_of_a_link_in_word_is_offered_once_and_coded_again() -> None:
    body = paragraph(link("rMail", run("Escriba")), run(" o ")) + paragraph(link("rMail", run("envíe")))
    data = docx(body, links={"rMail": MAIL, "rUnused": MAIL.replace("Agua", "Luz")})
    found = [(s.text, s.note) for s in read_docx(data, "a").segments]
    assert found[2:4] == [("Agua ya", NOTE), ("Señora:\nQueremos agua", NOTE)]
    texts = {s.key: s.text for s in read_docx(data, "a").segments}
    words = {"Agua ya": "Water & life", "Señora:\nQueremos agua": "Madam:\nWe want water"}
    made = load("docx").rebuild(
        data, read_docx(data, "a"), {key: words.get(text, text) for key, text in texts.items()}
    )
    assert f'"{SENT}"' in files(made)[RELATIONS].decode()
    assert "Luz" in files(made)[RELATIONS].decode()


def test_the_message_of_a_link_that_is_a_field_is_offered() -> None:
    code = f'HYPERLINK "{MAIL}"'
    data = docx(paragraph(run("Hoy "), field(code, run("escriba"))))
    assert [s.text for s in read_docx(data, "a").segments if s.note == NOTE] == [
        "Agua ya",
        "Señora:\nQueremos agua",
    ]
    rebuilt = test_docx.built(data, "Today <a1>write</a1>", "Water & life", "Madam:\nWe want water", "Water")
    assert SENT in files(rebuilt)["word/document.xml"].decode()


def test_the_message_of_a_link_in_libreoffice_is_offered() -> None:
    data = test_odt.odt(f'Hoy <text:a xlink:type="simple" xlink:href="{MAIL}">escriba</text:a>')
    assert [s.text for s in read_odt(data, "a").segments if s.note == NOTE] == [
        "Agua ya",
        "Señora:\nQueremos agua",
    ]
    rebuilt = test_odt.built(data, "Today <a1>write</a1>", "Water & life", "Madam:\nWe want water")
    assert SENT in test_odt.inner(rebuilt)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://www.facebook.com/sharer.php?u=x&quote=Firme+con+la+red", "Firme con la red"),
        ("https://reddit.com/submit?title=Firme%20ya", "Firme ya"),
        ("https://www.linkedin.com/shareArticle?summary=Firme%20ya", "Firme ya"),
        ("https://ejemplo.org/?title=no%20es", None),
    ],
)
def test_words_to_share_are_offered(address: str, words: str | None) -> None:
    page = f'<p lang="es"><a href="{html.escape(address)}">Comparta</a></p>'.encode()
    assert [s.text for s in read(page, "a").segments if s.note == NOTE] == [words] * (words is not None)


WINGDINGS = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'


def test_letters_of_a_font_of_signs_are_no_text() -> None:
    data = docx(
        paragraph(run("Hay "), run("J", WINGDINGS), run(" agua")),
        paragraph(run("ü", WINGDINGS), run(" Luz")),
        paragraph(run("nnnn", WINGDINGS)),
        paragraph(run("palabras", WINGDINGS)),
    )
    assert [s.text for s in read_docx(data, "a").segments][:3] == ["Hay <x1/> agua", "Luz", "palabras"]
    rebuilt = test_docx.built(data, "There <x1/> is water", "Light", "words", "Water")
    assert ">J</w:t>" in files(rebuilt)["word/document.xml"].decode()
    style = '<style:style style:name="W" style:family="text"><style:text-properties style:font-name="Wingdings"/></style:style>'
    odt = test_odt.odt("Hay " + test_odt.span("W", "J") + " agua")
    content = files(odt)["content.xml"].decode()
    odt = test_odt.with_content(
        odt, content.replace("<office:automatic-styles>", f"<office:automatic-styles>{style}")
    )
    assert read_odt(odt, "a").segments[0].text == "Hay <x1/> agua"
    assert 'style-name="W"' in test_odt.inner(test_odt.built(odt, "There <x1/> is"))
    page = '<p>Hay <font face="Wingdings">J</font> agua <i class="material-icons">home</i> en <b>casa</b></p>'
    assert [s.text for s in read(page.encode(), "a").segments] == ["Hay <x1/> agua <x2/> en <b>casa</b>"]
    assert read(page.encode(), "a").omitted == ()


BLANK_LINES = {
    "<p>Uno.<br><br>Dos <b>tres</b>.<br>\n&nbsp;<br/>Cuatro.</p>": ["Uno.", "Dos <b>tres</b>.", "Cuatro."],
    "<p><b>Uno<br><br></b>dos</p>": ["Uno", "dos"],
    "<font face=x>Uno<br><br>dos</font>": ["Uno", "dos"],
    "<p>va <i>uno<br><br>dos</i> fin<br><br>ya</p>": ["va <i>uno\n\ndos</i> fin", "ya"],
    '<p>va <span lang="qu">allin<br><br>kawsay</span> fin</p>': ["va <x1/> fin"],
    "<p>Uno<br><!-- x --><br>dos<br>tres</p>": ["Uno", "dos\ntres"],
    "<h1>Uno<br><br>dos</h1>": ["Uno\n\ndos"],
    "<p><br><br>Uno<br>dos<br><br></p>": ["Uno\ndos"],
}


@pytest.mark.parametrize("body", BLANK_LINES)
def test_two_breaks_part_paragraphs_where_they_cut_no_tag(body: str) -> None:
    page = f'<html lang="es"><body>{body}</body></html>'.encode()
    document = read(page, "a")
    assert [s.text for s in document.segments] == BLANK_LINES[body]
    made = rebuild(page, document, {s.key: s.text.replace("o", "ó") for s in document.segments})
    assert [s.text for s in read(made, "a").segments] == [t.replace("o", "ó") for t in BLANK_LINES[body]]
    assert made.decode().count("<br") == body.count("<br")


def test_html_among_markdown_is_parted_at_blank_lines_too() -> None:
    source = "<div>\nUno <b>dos</b>.<br><br>\nTres.\n</div>\n\n<p>a <b>b<br><br>c</b> d</p>\n"
    assert [s.text for s in load("markdown").read(source.encode(), "a").segments] == [
        "Uno <b>dos</b>.",
        "Tres.",
        "a <b>b\n\nc</b> d",
    ]


def test_what_is_for_translation_amid_what_is_not_is_offered() -> None:
    page = '<div translate="no">X <span translate="yes">sí <span>va</span> <b>ya</b></span> y <b>no</b></div>'
    document = read(page.encode(), "a")
    assert [s.text for s in document.segments] == ["sí va <b>ya</b>"]
    made = rebuild(page.encode(), document, {document.segments[0].key: "yes it <b>goes</b>"}).decode()
    assert made.startswith('<div translate="no">X <span translate="yes">yes it')
    assert made.endswith("<b>goes</b></span> y <b>no</b></div>")
