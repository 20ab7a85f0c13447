"""A statement is the same page whatever file it came in: its parts are told apart by what they are."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest

from translate_flow import outputs
from translate_flow.formats import format_for
from translate_flow.imprint import Signatory
from translate_flow.model import Edition, State

from ..formats import wordfiles as word
from .editions import read


def approved(data: str | bytes, file: str) -> Edition:
    """The edition of a file that is translated word for word, as far as the word is *El*."""
    raw = data.encode() if isinstance(data, str) else data
    segments = format_for(file).read(raw, "a").segments
    return read(raw, file, [(State.APPROVED, segment.text.replace("El ", "The ")) for segment in segments])


def page(data: str | bytes, file: str, output: str = "page-md") -> str:
    """The published page's translation, without the original below it."""
    made = outputs.load(output).make(approved(data, file)).decode()
    made = re.sub(r"(?s)<style>.*?</style>", "", made)
    return made.split("\n---\n")[0].strip() if output == "page-md" else made.split('id="original"')[0]


@pytest.mark.parametrize("output", ["txt", "bilingual-txt", "moses", "tsv", "social"])
def test_a_note_behind_a_figure_makes_no_other_figure_of_it(output: str) -> None:
    """41 with a raised 1 is no 411 where there is only text."""
    page = "<h1>El acta</h1><p>El acta cuenta 41<sup>1</sup> muertos en 10<sup>6</sup> m<sup>2</sup>.</p>"
    made = outputs.load(output).make(approved(page, "a.html"))
    if output == "moses":
        packed = zipfile.ZipFile(io.BytesIO(made))
        made = b"".join(packed.read(name) for name in packed.namelist())
    assert "41¹ muertos en 10⁶ m²." in made.decode() and "411" not in made.decode()


@pytest.mark.parametrize(
    ("statement", "file"),
    [
        ("<h1>El acta</h1><p>El acta cuenta <del>40</del> 41 muertos.</p>", "a.html"),
        ("# El acta\n\nEl acta cuenta ~~40~~ 41 muertos.\n", "a.md"),
    ],
)
def test_what_is_struck_out_is_not_read_as_if_it_were_not(statement: str, file: str) -> None:
    made = outputs.load("txt").make(approved(statement, file)).decode()
    assert "The acta cuenta ~~40~~ 41 muertos." in made


def test_what_stands_before_the_title_stays_before_it() -> None:
    text = "Ilo, 5 de mayo de 2022\n\n# El agua es de todos\n\nHoy hablamos.\n"
    made = page(text, "a.es.md", "page-html")
    assert re.findall(r"<h1>(.*?)</h1>", made) == ["The agua es de todos"]
    assert "<title>The agua es de todos</title>" in made
    assert made.index("Ilo, 5 de mayo") < made.index("<h1>")
    assert "<h2>" not in made


def test_a_title_in_the_front_matter_beside_a_heading_is_no_text() -> None:
    text = "---\ntitle: Otro nombre\n---\n\n# El agua es de todos\n\nHoy hablamos.\n\n- Red Uno\n"
    for output in ("page-html", "page-md"):
        assert "Otro nombre" not in page(text, "a.es.md", output)


WEB = """<html lang="es"><head><title>El agua | Red</title><meta name="description" content="Una descripción larga.">
<meta property="og:title" content="El agua, hoy"></head><body>
<header><nav><ul><li><a href="/">Portada</a></li></ul></nav></header>
<main><h1>El agua es de todos</h1><p><strong>Todo en negrita.</strong></p>
<p>Vea <a href="https://red.example/a?b=1&amp;c=(2)">el informe</a>.<sup><a href="#n1">1</a></sup></p>
<ol type="a" start="3"><li>tercera cosa</li><li>cuarta cosa<p>y sigue aquí</p></li></ol>
<table><tr><th>Quién</th><th>Correo</th></tr><tr><td>La ministra</td><td><a href="mailto:m@x.example">m@x.example</a></td></tr></table>
<h2>Notas</h2><p id="n1">1. Informe de mayo. <a href="#r1">↩</a></p></main>
<footer><p>Todos los derechos reservados.</p></footer></body></html>"""


def test_of_a_web_page_only_the_article_is_published() -> None:
    for output in ("page-html", "page-md"):
        made = page(WEB, "a.es.html", output)
        made = made[made.find("<body>") :]
        for gone in (
            "Portada",
            "descripción larga",
            "El agua, hoy",
            "The agua, hoy",
            "derechos reservados",
            "Notas",
        ):
            assert gone not in made
    assert "<title>The agua es de todos</title>" in page(WEB, "a.es.html", "page-html")


def test_links_bold_footnotes_and_letters_of_a_web_page_stay() -> None:
    assert page(WEB, "a.es.html") == (
        "# The agua es de todos\n\n**Todo en negrita.**\n\n"
        "Vea [el informe](<https://red.example/a?b=1&c=(2)>).[^n1]\n\n"
        "c. tercera cosa\n\nd. cuarta cosa\n\ny sigue aquí\n\n"
        "| Quién | Correo |\n|---|---|\n| La ministra | [m@x.example](<mailto:m@x.example>) |\n\n"
        "[^n1]: Informe de mayo."
    )
    made = page(WEB, "a.es.html", "page-html")
    assert '<ol type="a" start="3">' in made and "y sigue aquí</p>\n</li>" in made
    assert 'href="mailto:m@x.example"' in made and 'href="#note-t-1"' in made


def test_the_title_in_the_head_of_a_web_page_stays() -> None:
    made = page("<header><p>Ilo, hoy mismo</p><h1>El agua</h1></header><p>Texto uno.</p>", "a.es.html")
    assert made == "Ilo, hoy mismo\n\n# The agua\n\nTexto uno."


def test_the_head_and_signature_of_an_e_mail_are_no_text() -> None:
    mail = (
        "De: Red Uno <red@uno.example>\nAsunto: El agua es de todos\nFecha: lunes, 2 de mayo de 2022 10:30\n\n"
        "EL AGUA ES DE TODAS Y TODOS\n\nHoy hablamos de un problema que tiene toda la cuenca [1].\n\n"
        "Contacto:\nAna Díaz Mora\nTel.: 999 000\n\n[1] Informe de mayo, página 3.\n\n-- \nRed Uno\nCalle Dos 3\n"
    )
    made = page(mail, "a.es.txt")
    for gone in ("red@uno.example", "Asunto", "Calle Dos"):
        assert gone not in made
    assert made.startswith("# EL AGUA ES DE TODAS Y TODOS\n\nHoy hablamos")
    assert "cuenca [^1]." in made and "[^1]: Informe de mayo" in made
    assert "Ana Díaz Mora\\\nTel.: 999 000" in made


def test_a_memorandum_keeps_its_head() -> None:
    memo = "Para: Presidencia\nDe: Secretaría\nAsunto: El agua\n\nHoy hablamos de un problema de la cuenca.\n"
    assert "Secretaría" in page(memo, "a.es.txt")


def test_quoted_words_of_a_web_page_stay_quoted() -> None:
    assert "<q>vete</q>" in page("<p>Le dijo: <q>vete</q> y salió.</p>", "a.es.html", "page-html")


def _numbering(*levels: str) -> str:
    made = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(level.split(" ", 1) for level in levels)
    )
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    return (
        f'<w:abstractNum w:abstractNumId="4">{made}</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="4"/></w:num>'
        f'<w:num w:numId="6"><w:abstractNumId w:val="4"/>{again}</w:num>'
    )


def _item(text: str, number: int, level: int = 0) -> str:
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return word.paragraph(word.run(text), properties=numbered)


def test_a_word_document_keeps_numbers_notes_links_and_bold_and_not_its_running_heads() -> None:
    data = word.docx(
        word.paragraph(word.run("Ilo, 5 de mayo de 2022")),
        word.paragraph(word.run("El agua es de todos"), style="Titulo"),
        word.paragraph(
            word.run("Vea "),
            word.link("rL", word.run("el informe")),
            word.run(" de mayo."),
            word.reference("footnote", 2),
        ),
        word.paragraph(word.run("Todo en negrita.", "<w:b/>")),
        _item("primera cosa", 5),
        _item("una parte", 5, 1),
        _item("otra parte", 5, 1),
        _item("segunda cosa", 5),
        word.paragraph(word.run("Y además:")),
        _item("otra vez primera", 6),
        parts={
            "footnotes": word.note("footnote", 2, word.run("Página tres.")),
            "numbering": _numbering("decimal %1.", "lowerLetter %2)"),
            "header": word.paragraph(word.run("Membrete de la red")),
        },
        links={"rL": "https://red.example/informe"},
    )
    assert page(data, "a.es.docx") == (
        "Ilo, 5 de mayo de 2022\n\n# The agua es de todos\n\n"
        "Vea [el informe](<https://red.example/informe>) de mayo.[^1]\n\n**Todo en negrita.**\n\n"
        "1. primera cosa\n\na) una parte\n\nb) otra parte\n\n2. segunda cosa\n\nY además:\n\n1. otra vez primera\n\n"
        "[^1]: Página tres."
    )
    made = page(data, "a.es.docx", "page-html")
    assert '<ol type="a">' in made and "Acta del valle" not in made and "Membrete" not in made


def test_a_date_line_is_in_the_language_that_the_page_says() -> None:
    """However few its words are, and whatever language they could be in too."""
    text = (
        '<html lang="es"><head><title>Acción</title></head><body><main><h1>La casa de la cuenca</h1>'
        "<p>20 de mayo de 2024 · AU 12/24 · Perú</p><p>Hoy hablamos de la casa que tiene la cuenca alta.</p></main>"
    )
    assert "20 de mayo de 2024 · AU 12/24 · Perú" in page(text, "a.es.html")


def test_lists_of_signatories_are_in_columns_with_the_country_behind_a_name_too() -> None:
    names = (
        "Red Muqui (Perú)",
        "Global Justice Now (Reino Unido)",
        "MiningWatch (Canadá)",
        "Red Dos",
        "Pax Christi",
        "Red Tres",
    )
    listed = "\n".join(f"- {name}" for name in names)
    demands = "\n".join(f"- el cierre de la mina {n} (ahora)" for n in "abcdefg")
    made = page(f"# El agua\n\n{demands}\n\nFirman:\n\n{listed}\n", "a.es.md", "page-html")
    assert re.findall(r"<ul[^>]*>", made) == ["<ul>", '<ul class="names">']


def test_a_line_does_not_break_between_a_dash_and_the_aside_it_is_around() -> None:
    text = "# Acta\n\nTres familias —**de ellas** una sola— y la Red – Lima, de 2020–2023.\n"
    made = page(text, "a.es.md", "page-html")
    assert "—\u2060<strong>de ellas</strong> una sola\u2060— y la Red\u00a0– Lima, de 2020–2023" in made
    word = outputs.load("docx").make(approved(text, "a.es.md"))
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        assert "\u2060" not in package.read("word/document.xml").decode()


def test_a_signatory_read_from_the_right_leaves_the_brackets_behind_it_to_the_page() -> None:
    edition = approved("# Acta\n\nHoy.\n", "a.es.md")
    listed = Signatory("مركز الميزان", place="غزة", country="Palestine")
    edition = replace(edition, signatories={"en": (listed, Signatory("Red Uno", country="Peru"))})
    made = outputs.load("md").make(edition).decode()
    assert "- مركز الميزان\u200e (غزة\u200e, Palestine)\n- Red Uno (Peru)\n" in made


def test_lettered_lines_of_a_markdown_statement_are_an_ordered_list() -> None:
    made = page(
        "# Acta\n\n1. Exigimos:\n    a) agua limpia;\n    b) respeto.\n2. Justicia.\n", "a.es.md", "page-html"
    )
    assert '<ol type="a">' in made and "<ul" not in made.split("<article")[1]
