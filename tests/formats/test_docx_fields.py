"""Word: what fields, content controls and forms show is text; what a word processor fills in is reported."""

from __future__ import annotations

import pytest

from translate_flow.formats.docx import read, rebuild

from .parts import files
from .test_docx import built, part, texts
from .wordfiles import W, docx, field, paragraph, run


def control(inner: str, properties: str = "<w:text/>") -> str:
    """A content control around runs or paragraphs."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def shown(data: bytes, name: str = "word/document.xml") -> str:
    """All text of a part, codes of fields included."""
    return "".join(str(t) for t in part(data, name).itertext())


def omitted(data: bytes) -> list[tuple[str, tuple[str, ...]]]:
    """What is reported as not offered."""
    return [(str(one.what), one.places) for one in read(data, "acta").omitted]


def test_an_answer_in_a_form_is_text_and_stays_in_its_field() -> None:
    data = docx(paragraph("Relato: ", field("FORMTEXT", run("La laguna se secó."))))
    assert read(data, "a").segments[0].text == "Relato: <a1>La laguna se secó.</a1>"
    rebuilt = built(data, "Account: <a1>The lake dried up.</a1>")
    assert "FORMTEXT" in shown(rebuilt)
    assert "secó" not in shown(rebuilt)


def test_a_paragraph_that_is_one_field_is_a_segment_without_marks() -> None:
    data = docx(paragraph(field("FORMTEXT", run("Nadie vino a la escuela."))))
    assert read(data, "a").segments[0].text == "Nadie vino a la escuela."
    assert "Nobody came to the school." in shown(built(data, "Nobody came to the school."))


@pytest.mark.parametrize(
    "code", ['QUOTE "lema"', "DOCPROPERTY Lema", "DOCVARIABLE lema", "SUBJECT", "COMMENTS", "IF a = a x y"]
)
def test_words_of_a_field_that_its_next_update_would_bring_back_become_text(code: str) -> None:
    data = docx(paragraph("Lema: ", field(code, run("agua para todas")), "."))
    assert read(data, "a").segments[0].text == "Lema: agua para todas."
    rebuilt = shown(built(data, "Motto: water for all."))
    assert "agua" not in rebuilt
    assert code.split(" ")[0] not in rebuilt


def test_a_simple_field_is_read_as_one_with_parts() -> None:
    quote = f'<w:fldSimple w:instr=" QUOTE lema ">{run("sin miedo")}</w:fldSimple>'
    assert texts(paragraph("Vivir ", quote)) == ["Vivir sin miedo"]


def test_the_words_of_a_button_stand_in_its_code_and_are_text() -> None:
    data = docx(
        paragraph(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            "<w:r><w:instrText> MACROBUTTON NoMacro [Escriba su nombre] </w:instrText></w:r>",
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        )
    )
    assert read(data, "a").segments[0].text == "[Escriba su nombre]"
    assert shown(built(data, "[Write your name]")).strip() == "[Write your name]"


def test_the_choices_of_a_drop_down_are_offered_and_the_field_stays() -> None:
    choices = "".join(f'<w:listEntry w:val="{word}"/>' for word in ("Ninguna", "Falta de agua"))
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>{choices}</w:ddList></w:ffData></w:fldChar></w:r>'
    code = '<w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    data = docx(paragraph("Queja: ", begin, code))
    assert [(s.text, s.note) for s in read(data, "a").segments[:3]] == [
        ("Queja: <x1/>", "x1: field FORMDROPDOWN"),
        ("Ninguna", "choice in a list"),
        ("Falta de agua", "choice in a list"),
    ]
    entries = part(built(data, "Complaint: <x1/>", "None", "Lack of water")).iter(f"{{{W}}}listEntry")
    assert [node.get(f"{{{W}}}val") for node in entries] == ["None", "Lack of water"]


@pytest.mark.parametrize("kind", ["dropDownList", "comboBox", "date", "text"])
def test_the_words_that_a_content_control_shows_are_text(kind: str) -> None:
    assert texts(paragraph("Región: ", control(run("la costa"), f"<w:{kind}/>"), " norte")) == [
        "Región: la costa norte"
    ]


def test_a_box_to_tick_stays_a_thing() -> None:
    box = control(run("\u2610"), "<w:checkbox/>")
    assert texts(paragraph(box, " De acuerdo")) == ["<x1/> De acuerdo"]


@pytest.mark.parametrize("form", ["w:dataBinding", "w15:dataBinding"])
def test_a_control_bound_to_data_shows_the_translation_and_not_the_bound_value(form: str) -> None:
    space = ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    bound = f'<{form}{space} w:xpath="/a/b" w:storeItemID="{{0}}"/><w:text/>'
    data = docx(control(paragraph("Agua y salud"), bound), control(paragraph("12"), bound))
    rebuilt = part(built(data, "Water and health"))
    names = [str(node.tag).rsplit("}", 1)[-1] for node in rebuilt.iter() if "dataBinding" in str(node.tag)]
    assert len(names) == 1, "the one whose paragraph has no words keeps its binding"
    assert len(list(rebuilt.iter(f"{{{W}}}sdt"))) == 2


def test_what_a_word_processor_fills_in_is_reported_with_its_words() -> None:
    data = docx(
        paragraph("Lima, ", field("DATE", run("9 de marzo de 2024"))),
        paragraph("Véase ", field("REF cuadro", run("el cuadro tercero")), ", ", field("PAGE", run("4"))),
    )
    assert omitted(data) == [
        ("1 date field (filled in by the word processor)", ("DATE “9 de marzo de 2024”",)),
        ("1 field that shows words (filled in by the word processor)", ("REF “el cuadro tercero”",)),
    ]


def test_a_run_that_word_offers_in_two_forms_is_read_once() -> None:
    inner = '<mc:AlternateContent><mc:Choice Requires="w14"><w:t>sierra</w:t></mc:Choice><mc:Fallback><w:t>sierra</w:t></mc:Fallback></mc:AlternateContent>'
    data = docx(paragraph("La ", f"<w:r>{inner}</w:r>", " espera"))
    assert read(data, "a").segments[0].text == "La sierra espera"
    assert shown(built(data, "The highlands wait")) == "The highlands wait"


def test_runs_in_two_forms_are_read_once() -> None:
    inner = f'<mc:AlternateContent><mc:Choice Requires="w14">{run("sierra")}</mc:Choice><mc:Fallback>{run("sierra")}</mc:Fallback></mc:AlternateContent>'
    assert texts(paragraph("La ", inner, " espera")) == ["La sierra espera"]


def test_a_document_with_fields_given_its_own_texts_is_the_same_file() -> None:
    data = docx(paragraph("Lema: ", field("QUOTE", run("agua")), field("FORMTEXT", run("sí"))))
    document = read(data, "a")
    assert rebuild(data, document, {s.key: s.text for s in document.segments}, language="en") == data


def test_entries_of_an_index_and_tooltips_of_linked_fields_are_offered_whole_and_written() -> None:
    entry = "".join(
        f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>'
        for piece in (' XE "', "agua", ':potable" ')
    )
    marked = (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{entry}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    link = field('HYPERLINK "https://ejemplo.org" \\o "Abrir el acta"', run("el acta"))
    data = docx(paragraph("Lea ", marked, link, " hoy."))
    found = read(data, "a").segments
    assert [(s.text, s.note) for s in found[1:3]] == [
        ("agua:potable", "entry of an index"),
        ("Abrir el acta", "tooltip"),
    ]
    rebuilt = shown(built(data, "Read <a1>the record</a1> today.", "water:drinking", 'Open "it"'))
    assert 'XE "water:drinking"' in rebuilt
    assert '\\o "Open \\"it\\""' in rebuilt
    assert "agua" not in rebuilt


def test_the_tooltip_of_a_link_that_is_a_simple_field_is_offered_and_written() -> None:
    code = "HYPERLINK &quot;https://ejemplo.org&quot; \\o &quot;Abrir el acta&quot;"
    data = docx(paragraph("Lea ", f'<w:fldSimple w:instr="{code}">{run("el acta")}</w:fldSimple>', " hoy."))
    assert ("Abrir el acta", "tooltip") in [(s.text, s.note) for s in read(data, "a").segments]
    rebuilt = files(built(data, "Read <a1>the record</a1> today.", "Open it"))["word/document.xml"]
    assert b"Open it" in rebuilt and b"Abrir" not in rebuilt


def test_a_letter_that_was_put_in_as_a_symbol_is_a_letter() -> None:
    letter = '<w:r><w:sym w:font="Times New Roman" w:char="00F1"/></w:r>'
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    document = read(docx(paragraph("La pi", letter, "a madura ", sign, " ya")), "a")
    assert document.segments[0].text == "La piña madura <x1/> ya"


def test_hints_of_a_form_field_are_offered_and_what_it_shows_at_first_follows() -> None:
    data = (
        '<w:ffData><w:helpText w:type="text" w:val="Nombre completo"/><w:textInput><w:default w:val="sin datos"/>'
        "</w:textInput></w:ffData>"
    )
    answer = field("FORMTEXT", run("sin datos")).replace(
        '<w:fldChar w:fldCharType="begin"/>', f'<w:fldChar w:fldCharType="begin">{data}</w:fldChar>'
    )
    made = docx(paragraph("Nombre: ", answer))
    assert [s.text for s in read(made, "a").segments][:2] == ["Nombre: <a1>sin datos</a1>", "Nombre completo"]
    root = part(built(made, "Name: <a1>no data</a1>", "Full name"))
    assert next(root.iter(f"{{{W}}}default")).get(f"{{{W}}}val") == "no data"
    assert next(root.iter(f"{{{W}}}helpText")).get(f"{{{W}}}val") == "Full name"


def test_the_code_of_a_field_that_ends_in_a_later_paragraph_is_one_mark() -> None:
    parts = field("TOC", run("La tierra")).split("<w:r><w:t")
    first, rest = parts[0], "<w:r><w:t" + parts[1]
    data = docx(paragraph("Índice ", first + run(" aquí")), paragraph(rest))
    assert [s.text for s in read(data, "a").segments][:2] == ["Índice <x1/> aquí", "La tierra"]
    assert shown(built(data, "Index <x1/> here", "The land")) == "Index  TOC  hereThe land"


def test_the_choices_of_a_control_that_stays_are_offered() -> None:
    choices = '<w:dropDownList><w:listItem w:displayText="la sierra" w:value="1"/></w:dropDownList>'
    data = docx(control(paragraph("Elija una."), choices))
    assert [s.text for s in read(data, "a").segments][:2] == ["la sierra", "Elija una."]
    item = next(part(built(data, "the highlands")).iter(f"{{{W}}}listItem"))
    assert item.get(f"{{{W}}}displayText") == "the highlands"


def test_words_that_a_field_sets_as_a_formula_are_reported() -> None:
    data = docx(paragraph("Sea ", field("EQ \\o(arriba,abajo)"), " así."))
    assert omitted(data) == [("1 formula with words (not read)", ("EQ \\o(arriba,abajo)",))]


@pytest.mark.parametrize(
    ("code", "offered", "written"),
    [
        (
            r'XE "Agua:limpia" \t "véase Río"',
            ["Agua:limpia", "véase Río"],
            r'XE "Agua:limpia 1" \t "véase Río 2"',
        ),
        (r'TA \s "Ley" \l "Ley de Aguas" \c 1', ["Ley de Aguas"], r'TA \s "Ley" \l "Ley de Aguas 1" \c 1'),
    ],
)
def test_what_an_entry_of_an_index_refers_to_is_offered_too(
    code: str, offered: list[str], written: str
) -> None:
    data = docx(paragraph("Hoy ", field(code), "llueve."))
    assert [s.text for s in read(data, "a").segments[1:-1]] == offered
    targets = [f"{text} {at}" for at, text in enumerate(offered, 1)]
    assert written in shown(built(data, "It rains today.", *targets))
