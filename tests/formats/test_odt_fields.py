"""LibreOffice: what fields, forms and automatic numbers show is text; what nobody sees parts no word."""

from __future__ import annotations

import pytest

from translate_flow.formats.odt import read, rebuild

from .parts import edited, files, replaced
from .test_odt import NS, URN, built, inner, odt, span

FORM = f'xmlns:form="{URN}:form:1.0"'


@pytest.mark.parametrize(
    "field",
    [
        '<text:text-input text:description="Escriba">{}</text:text-input>',
        '<text:variable-set text:name="v" text:formula="ooow:x">{}</text:variable-set>',
        '<text:variable-get text:name="v">{}</text:variable-get>',
        '<text:variable-input text:name="v">{}</text:variable-input>',
        '<text:user-field-get text:name="u">{}</text:user-field-get>',
        '<text:user-field-input text:name="u">{}</text:user-field-input>',
        '<text:user-defined text:name="d">{}</text:user-defined>',
        '<text:conditional-text text:condition="ooow:1==1" text:string-value-if-true="x">{}</text:conditional-text>',
        "<text:subject>{}</text:subject>",
        '<text:drop-down text:name="l"><text:label text:value="otra cosa"/>{}</text:drop-down>',
    ],
)
def test_the_words_a_field_shows_are_text_and_the_field_does_not_bring_them_back(field: str) -> None:
    alone = [f"<text:p>{field.format(words)}</text:p>" for words in ("agua limpia", "Nadie vino.")]
    data = odt("Exigimos ", *alone)
    assert [s.text for s in read(data, "a").segments] == ["Exigimos", "agua limpia", "Nadie vino."]
    data = odt("Exigimos " + field.format("agua limpia") + " ya")
    assert read(data, "a").segments[0].text == "Exigimos agua limpia ya"
    assert inner(built(data, "We demand clean water now")) == "We demand clean water now"


def test_the_choices_of_a_content_control_are_no_marks_in_its_text() -> None:
    space = 'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
    entry = '<loext:list-item loext:display-text="la costa" loext:value="1"/>'
    data = odt(f"Región: <loext:content-control {space}>{entry}la costa</loext:content-control>")
    assert read(data, "a").segments[0].text == "Región: la costa"
    assert inner(built(data, "Region: the coast")) == "Region: the coast"


def test_a_placeholder_stays_around_its_words() -> None:
    data = odt('Firma: <text:placeholder text:placeholder-type="text">nombre aquí</text:placeholder>')
    assert read(data, "a").segments[0].text == "Firma: <a1>nombre aquí</a1>"
    rebuilt = inner(built(data, "Signed: <a1>name here</a1>"))
    assert rebuilt.endswith('text:placeholder-type="text">name here</text:placeholder>')


def test_a_field_that_shows_a_number_stays_one() -> None:
    data = odt('Somos <text:variable-get text:name="v">120</text:variable-get> familias')
    assert read(data, "a").segments[0].text == "Somos <x1/> familias"


def test_a_hidden_variable_stays_where_it_is() -> None:
    data = odt('Hola<text:variable-set text:name="v" text:display="none">secreto</text:variable-set> a todos')
    assert read(data, "a").segments[0].text == "Hola<x1/> a todos"
    assert read(data, "a").omitted == ()


def test_dates_are_reported_with_their_words() -> None:
    data = odt('Lima, <text:date text:date-value="2024-03-09">9 de marzo</text:date>')
    assert [(str(one.what), one.places) for one in read(data, "a").omitted] == [
        ("1 date field (filled in by the word processor)", ("date “9 de marzo”",))
    ]


def test_what_form_controls_say_is_offered_and_written() -> None:
    form = f'<office:forms {FORM}><form:form><form:checkbox form:label="Estoy de acuerdo" form:title="Marque aquí"/><form:text form:value="Su nombre" form:current-value="Su nombre"/><form:listbox><form:option form:label="Costa norte"/></form:listbox></form:form></office:forms>'
    data = edited(odt("Hola"), "content.xml", "<office:text>", f"<office:text>{form}")
    assert [(s.text, s.note) for s in read(data, "a").segments] == [
        ("Hola", ""),
        ("Estoy de acuerdo", "label of a form control"),
        ("Marque aquí", "tooltip"),
        ("Su nombre", "form"),
        ("Costa norte", "choice in a list"),
    ]
    rebuilt = files(built(data, "Hello", "I agree", "Tick here", "Your name", "North coast"))[
        "content.xml"
    ].decode()
    for words in ("Costa", "acuerdo", "Marque", "nombre"):
        assert words not in rebuilt
    assert rebuilt.count('"Your name"') == 2


LIST = (
    '<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1"'
    ' style:num-prefix="Artículo " style:num-suffix=".-"{}/></text:list-style></office:automatic-styles>'
)
ITEMS = (
    '<text:list text:style-name="N"><text:list-item><text:p>Uno dos.</text:p></text:list-item></text:list>'
)


def test_words_around_automatic_numbers_are_offered_once() -> None:
    data = edited(odt(ITEMS, ITEMS), "content.xml", "</office:automatic-styles>", LIST.format(""))
    segments = read(data, "a").segments
    assert (segments[-1].text, segments[-1].note) == ("Artículo <x1/>.-", "automatic number; x1: number")
    document = read(data, "a")
    rebuilt = files(rebuild(data, document, {segments[-1].key: "Section <x1/>:"}))["content.xml"].decode()
    assert 'style:num-prefix="Section " style:num-suffix=":"' in rebuilt


def test_the_form_of_a_number_that_new_libreoffice_writes_follows() -> None:
    form = ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" loext:num-list-format="Inciso %1%.%2%)"'
    data = edited(odt(ITEMS), "content.xml", "</office:automatic-styles>", LIST.format(form))
    segments = read(data, "a").segments
    assert segments[-1].text == "Inciso <x1/>.<x2/>)"
    rebuilt = files(rebuild(data, read(data, "a"), {segments[-1].key: "Item <x1/>.<x2/>)"}))[
        "content.xml"
    ].decode()
    assert 'loext:num-list-format="Item %1%.%2%)"' in rebuilt
    assert 'style:num-prefix="Item "' in rebuilt


def test_a_numbering_that_nothing_uses_is_not_offered() -> None:
    data = edited(odt("Hola"), "content.xml", "</office:automatic-styles>", LIST.format(""))
    assert [s.text for s in read(data, "a").segments] == ["Hola"]


def test_tooltips_of_links_and_titles_of_tables_are_offered_and_written() -> None:
    data = odt(
        'Lea <text:a xlink:href="https://ejemplo.org" office:title="Abrir la carta">la carta</text:a>',
        "<text:p/><table:table><table:title>Lugares</table:title><table:table-row><table:table-cell><text:p>Plaza</text:p></table:table-cell></table:table-row></table:table>",
    )
    assert [(s.text, s.note) for s in read(data, "a").segments] == [
        ("Lea <a1>la carta</a1>", "a1: link to https://ejemplo.org"),
        ("Lugares", "title of a table"),
        ("Plaza", ""),
        ("Abrir la carta", "tooltip"),
    ]
    rebuilt = files(built(data, "Read <a1>the letter</a1>", "Places", "Square", "Open the letter"))
    assert b'office:title="Open the letter"' in rebuilt["content.xml"]


@pytest.mark.parametrize(
    "values",
    [
        'fo:letter-spacing="-0.01cm"',
        'style:text-scale="98%"',
        'style:letter-kerning="true"',
        'fo:color="#000000"',
        'fo:background-color="transparent"',
        'fo:background-color="#ffffff"',
        'fo:font-weight="normal"',
        'fo:font-style="normal"',
        'style:text-underline-style="none"',
        'fo:text-transform="none"',
        'fo:font-variant="normal"',
        'fo:font-size="100%"',
        'style:text-position="0% 100%"',
    ],
)
def test_a_word_with_formatting_that_nobody_sees_is_one_word(values: str) -> None:
    style = f'<style:style style:name="Q" style:family="text"><style:text-properties {values}/></style:style></office:automatic-styles>'
    data = edited(
        odt("La asam" + span("Q", "blea") + " decide"), "content.xml", "</office:automatic-styles>", style
    )
    assert read(data, "a").segments[0].text == "La asamblea decide"


def test_what_the_paragraph_has_anyway_parts_no_word_and_what_it_has_not_does() -> None:
    styles = (
        '<style:style style:name="P" style:family="paragraph"><style:text-properties fo:font-weight="bold" fo:font-size="14pt"/></style:style>'
        '<style:style style:name="S" style:family="text"><style:text-properties fo:font-weight="bold" fo:font-size="14pt"/></style:style>'
        '<style:style style:name="T" style:family="text"><style:text-properties fo:font-weight="normal"/></style:style>'
        "</office:automatic-styles>"
    )
    body = '<text:p text:style-name="P">La asam' + span("S", "blea") + " " + span("T", "decide") + "</text:p>"
    data = edited(
        odt(body, "La " + span("S", "mesa") + " oye"), "content.xml", "</office:automatic-styles>", styles
    )
    segments = read(data, "a").segments
    assert [s.text for s in segments] == ["La asamblea <f1>decide</f1>", "La <f1>mesa</f1> oye"]
    again = read(built(data, "The assembly <f1>decides</f1>", "The <f1>board</f1> listens"), "a")
    assert [s.text for s in again.segments] == ["The assembly <f1>decides</f1>", "The <f1>board</f1> listens"]


def test_parts_that_are_not_read_are_reported() -> None:
    kind = "application/vnd.oasis.opendocument.chart"
    entries = "".join(
        f'<m:file-entry m:full-path="{path}" m:media-type="{media}"/>'
        for path, media in (
            ("Object 1/", kind),
            ("Configurations2/", "application/vnd.sun.xml.ui.configuration"),
        )
    )
    manifest = f'<m:manifest xmlns:m="{URN}:manifest:1.0">{entries}</m:manifest>'
    data = replaced(
        odt("Hola"),
        {"META-INF/manifest.xml": manifest.encode(), "Object 1/content.xml": b"<a/>", "suelto.xml": b"<a/>"},
    )
    assert [(str(one.what), one.places) for one in read(data, "a").omitted] == [
        ("1 chart (not read)", ("Object 1/",)),
        ("1 part of an unknown kind (not read)", ("suelto.xml",)),
    ]


def test_entries_of_indexes_hints_and_tooltips_are_offered_and_written() -> None:
    data = odt(
        'La <text:alphabetical-index-mark text:string-value="lagunas" text:key1="aguas"/>laguna <text:toc-mark'
        ' text:string-value="El lago" text:outline-level="1"/>de <text:placeholder text:placeholder-type="text"'
        ' text:description="Escriba el lugar">lugar</text:placeholder> <draw:a xlink:href="x" office:title="Ver el mapa">'
        '<draw:frame><draw:image xlink:href="m.png"/></draw:frame></draw:a>',
    )
    found = [(s.text, s.note) for s in read(data, "a").segments[1:]]
    assert sorted(found) == [
        ("El lago", "entry of an index"),
        ("Escriba el lugar", "hint in a form field"),
        ("Ver el mapa", "tooltip"),
        ("aguas", "entry of an index"),
        ("lagunas", "entry of an index"),
    ]
    document = read(data, "a")
    texts = {s.key: "X y" for s in document.segments[1:]}
    made = files(rebuild(data, document, texts))["content.xml"].decode()
    assert made.count('="X y"') == 5


def test_words_where_a_text_or_a_note_goes_over_a_page_are_offered_and_written() -> None:
    settings = (
        '<text:notes-configuration text:note-class="footnote" style:num-prefix="Nota " style:num-suffix=":">'
        "<text:note-continuation-notice-forward>sigue en la otra hoja </text:note-continuation-notice-forward>"
        "<text:note-continuation-notice-backward>viene de la hoja anterior</text:note-continuation-notice-backward>"
        "</text:notes-configuration>"
    )
    styles = f"<office:document-styles {NS}><office:styles>{settings}</office:styles><office:master-styles/>"
    data = odt(
        '<text:p>Pan <text:page-continuation text:select-page="next" text:string-value="sigue">sigue</text:page-continuation></text:p>',
        'Agua<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Ley'
        "</text:p></text:note-body></text:note>",
        extra={"styles.xml": f"{styles}</office:document-styles>".encode()},
    )
    document = read(data, "a")
    found = [
        (s.text, s.note.split(";")[0])
        for s in document.segments
        if s.text not in ("Pan <x1/>", "Pan", "Ley", "Agua<x1/>", "Agua")
    ]
    place = "shown where the text goes over a page"
    assert sorted(found) == [
        ("Nota <x1/>:", "automatic number"),
        ("sigue", place),
        ("sigue en la otra hoja", place),
        ("viene de la hoja anterior", place),
    ]
    made = files(
        rebuild(data, document, {s.key: s.text.upper().replace("<X1/>", "<x1/>") for s in document.segments})
    )
    assert b'text:string-value="SIGUE">SIGUE<' in made["content.xml"] and b"PAN" in made["content.xml"]
    written = made["styles.xml"]
    assert all(
        one in written
        for one in (b">SIGUE EN LA OTRA HOJA <", b">VIENE DE LA HOJA ANTERIOR<", b'num-prefix="NOTA "')
    )


def test_a_cell_s_stored_value_does_not_bring_the_source_back_and_an_index_keeps_its_new_title() -> None:
    table = (
        '<text:p/><table:table><table:table-row><table:table-cell office:value-type="string" office:string-value="Plaza">'
        "<text:p>Plaza</text:p></table:table-cell></table:table-row></table:table>"
    )
    index = (
        "<text:p/><text:table-of-content><text:table-of-content-source><text:index-title-template>Contenido"
        "</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title><text:p>Contenido"
        "</text:p></text:index-title></text:index-body></text:table-of-content>"
    )
    made = files(built(odt(table, index), "Square", "Contents"))["content.xml"].decode()
    assert "Plaza" not in made
    assert "Contenido" not in made


def test_hidden_fields_and_sections_and_words_in_formulas_are_reported() -> None:
    data = odt(
        'Se ve <text:hidden-text text:is-hidden="true">esto no</text:hidden-text> esto',
        '<text:p/><text:section text:name="s" text:display="none"><text:p>ni esto</text:p></text:section>',
        '<draw:frame><draw:object><m:math xmlns:m="http://www.w3.org/1998/Math/MathML"><m:mtext>si llueve</m:mtext>'
        "</m:math></draw:object></draw:frame> y",
    )
    assert [(str(one.what), one.places) for one in read(data, "a").omitted] == [
        ("2 hidden passages (kept as they are)", ("ni esto", "esto no")),
        ("1 formula with words (not read)", ("si llueve",)),
    ]


def test_a_title_that_was_fixed_is_text() -> None:
    data = odt('De <text:title text:fixed="true">Agua y vida</text:title> hoy')
    assert read(data, "a").segments[0].text == "De Agua y vida hoy"


def test_what_the_sender_is_called_is_reported_and_the_name_is_not() -> None:
    data = odt(
        "Firma <text:sender-title>Presidenta</text:sender-title> <text:sender-firstname>Ana</text:sender-firstname>"
    )
    assert [one.places for one in read(data, "a").omitted] == [("sender-title “Presidenta”",)]
