"""Signs of forums, plugins and page makers: their lines stay, only their words are offered; no line break cuts a word."""

from __future__ import annotations

import pytest

from translate_flow.formats import load
from translate_flow.formats.odt import read as read_odt

from .test_docx import texts as texts_of_docx
from .test_html_seen import built, texts
from .test_markdown_lines import shouted
from .test_markdown_lines import texts as texts_of_markdown
from .test_odt import odt
from .test_plain import built as built_text
from .test_plain import seen
from .wordfiles import paragraph, run

LINES = {
    "a break between columns": ("Uno sale.\n<--->\nDos vuelve.\n", ["Uno sale.", "Dos vuelve."]),
    "a directive of one line": ("Vea esto.\n::include{file=otro.md}\n", ["Vea esto."]),
    "a directive of one line with words": ("::boton[Firme hoy]{href=/x}\n", ["Firme hoy"]),
    "a position of Joomla": ("Antes.\n\n{loadposition barra-dos}\n", ["Antes."]),
    "a gallery of Joomla": ("{gallery}fotos/abril{/gallery}\n\nLuego.\n", ["Luego."]),
    "tabs of Joomla": ("{tab La lista}\n\nDos.\n\n{/tabs}\n", ["La lista", "Dos."]),
    "a quotation in a forum": (
        '[quote="ana, post:3, topic:9"]\nNo vino.\n[/quote]\n\nVino.\n',
        ["No vino.", "Vino."],
    ),
    "a bare tag of a forum": ("[spoiler]\nNo vino.\n[/spoiler]\n", ["No vino."]),
    "a box of a forum": ('[details="Vea la lista"]\nUno.\n[/details]\n', ["Vea la lista", "Uno."]),
    "choices of a forum": ("[poll type=regular]\n* Uno\n* Dos\n[/poll]\n", ["Uno", "Dos"]),
    "a shortcode of WordPress": ('Uno.\n[galeria ids="1,2" title="Las fotos"]\n', ["Uno.", "Las fotos"]),
    "a block of Org": ("- #+BEGIN_QUOTE\n  No vino.\n  #+END_QUOTE\n", ["No vino."]),
    "a source of MultiMarkdown": (
        "Uno[^a].\n\n[^a]: Nota.\n[#libro]: Ana Ríos. *Obra*.\n",
        ["Uno[^a].", "Nota.", "Ana Ríos. *Obra*."],
    ),
    "a remark of MyST": ("(lugar)=\n# Uno\n\n% Nadie lee esto\n\nDos.\n", ["Uno", "Dos."]),
    "a list of headings": ("# Uno\n\n* Lista\n{:toc}\n\nDos.\n\n1. Lista\n{:toc}\n", ["Uno", "Dos."]),
    "shortcodes within shortcodes": (
        '{{< tabs >}}\n  {{< tab "La zona" >}}\n    {{< tab "El valle" >}}\n    No vino.\n    {{< /tab >}}\n  {{< /tab >}}\n{{< /tabs >}}\n',
        ["La zona", "El valle", "No vino."],
    ),
    "a tooltip of several lines": ("[a]: /x 'Uno y\ndos'\n\nVea [a].\n", ["Uno y dos", "Vea [a]."]),
    "a folded caption of code": (
        "```{r}\n#| fig-alt: >\n#|   Barras que\n#|   suben.\nplot(x)\n```\n",
        ["Barras que suben."],
    ),
    "a caption with attributes": ("| A |\n|---|\n| b |\n\n: Los meses {#tbl-x}\n", ["A", "b", "Los meses"]),
    "a picture named elsewhere": ("![][foto]\n\nUno.\n\n[foto]: a.png\n", ["Uno."]),
    "a frame": ('<iframe src="x" title="Mapa del valle"></iframe>\n\nUno.\n', ["Mapa del valle", "Uno."]),
}


@pytest.mark.parametrize("what", LINES)
def test_a_sign_stays_and_its_words_are_offered(what: str) -> None:
    source, offered = LINES[what]
    assert texts_of_markdown(source) == offered
    again = shouted(source)
    assert texts_of_markdown(again) == [text.upper() for text in offered]
    if "\n#|" not in source and "'Uno y" not in source:  # these are written on one line
        assert again.lower() == source.lower() and len(again.splitlines()) == len(source.splitlines())


@pytest.mark.parametrize(
    "text", ["[nota] Ana habló.", "Vea [la carta].", "% de hogares sin agua", "{nota} Ana"]
)
def test_words_in_brackets_are_no_signs(text: str) -> None:
    assert texts_of_markdown(f"Otra cosa.\n\n{text}\n")[1] == text


def test_what_elements_of_a_pages_own_show_is_offered_and_their_settings_are_not() -> None:
    page = (
        '<my-alert heading="Ojo, vecinos" message="El puente cayó" type="warning" icon="Ojo"></my-alert>'
        '<x-field label="Nombre entero" name="n"></x-field><v-btn data-confirm="¿Está segura?">Borre</v-btn>'
    )
    offered = ["Ojo, vecinos", "El puente cayó", "Nombre entero", "¿Está segura?", "Borre"]
    assert texts(page) == offered
    assert texts(built(page, *[text.upper() for text in offered])) == [text.upper() for text in offered]


def test_tags_of_plugins_are_no_text_in_a_part_of_a_page() -> None:
    page = "<p>{loadposition barra}</p><p>Antes {loadmodule mod_x,Menú} y luego.</p><p>{tab La lista}</p><p>{/tabs}</p>"
    assert texts(page) == ["Antes <x1/> y luego.", "La lista"]
    done = built(page, "Before <x1/> and then.", "The } list")
    assert done == (
        "<p>{loadposition barra}</p><p>Before {loadmodule mod_x,Menú} and then.</p>"
        "<p>{tab The &#125; list}</p><p>{/tabs}</p>"
    )
    assert texts('<p>[galeria ids="1,2"]</p><p>Uno [sic] dos.</p>') == ["Uno [sic] dos."]


def test_a_word_parted_at_a_line_break_is_whole_in_every_format() -> None:
    lines = ("El pueblo exige res-", "puesta del go-", "bierno franco-", "peruano hoy.")
    whole = "El pueblo exige respuesta del gobierno franco-peruano hoy."
    assert texts(f"<p>{'<br>'.join(lines)}</p>") == [whole]
    assert [s.text for s in read_odt(odt("<text:line-break/>".join(lines)), "a").segments] == [whole]
    assert texts_of_docx(paragraph("<w:r><w:br/></w:r>".join(run(line) for line in lines))) == [whole]
    page = f"<p>{'<br>'.join(lines)}</p>"
    form = load("html")
    document = form.read(page.encode(), "a")
    assert form.rebuild(page.encode(), document, {s.key: s.text for s in document.segments}).decode() == page


def test_a_table_typed_with_bars_keeps_its_bars_in_their_places() -> None:
    table = "+-------+------+\n| Lugar | Hora |\n+-------+------+\n| Plaza | Ocho |\n+-------+------+\n"
    assert [text for _, text in seen(table)] == ["Lugar", "Hora", "Plaza", "Ocho"]
    assert built_text(table, "Spot", "Time", "A", "Eight") == (
        "+-------+------+\n| Spot  | Time |\n+-------+------+\n| A     | Eight |\n+-------+------+\n"
    )


def test_small_roman_numbers_mark_items() -> None:
    assert seen("Pedimos:\n  i. agua,\n  ii. pan,\n  iii. luz.\n")[1:] == [
        ("item", "agua,"),
        ("item", "pan,"),
        ("item", "luz."),
    ]
