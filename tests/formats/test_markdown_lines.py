"""Markdown as programs extend it: lines that mean something by themselves stay lines, and their words are offered."""

from __future__ import annotations

import tomllib

import pytest
import yaml

from translate_flow.formats.markdown.statement import read, rebuild
from translate_flow.messages import say
from translate_flow.model import Kind


def texts(source: str) -> list[str]:
    """What is offered of a text."""
    return [segment.text for segment in read(source.encode(), "guia").segments]


def shouted(source: str) -> str:
    """The text with everything that is offered in capitals."""
    document = read(source.encode(), "guia")
    return rebuild(source.encode(), document, {s.key: s.text.upper() for s in document.segments}).decode()


LINES = {
    "a GitHub alert": ("> [!TIP]\n> Lleve agua\n> y pan.\n", ["Lleve agua y pan."]),
    "an alert with blanks behind it": ("> [!NOTE]  \n> Guarde la copia.\n", ["Guarde la copia."]),
    "a box of Obsidian": ("> [!info]- Ojo\n> Lleve agua.\n", ["Ojo", "Lleve agua."]),
    "an alert in a list": ("- Uno\n\n  > [!NOTE]\n  > Dos\n", ["Uno", "Dos"]),
    "a div of Pandoc": ("::: {.aviso}\nNo firme.\n:::\n", ["No firme."]),
    "a div below text": ("Antes\n::: caja\nNo firme.\n:::\nLuego\n", ["Antes", "No firme.", "Luego"]),
    "a titled div": ('::: {.note title="Ojo"}\nNo firme.\n:::\n', ["Ojo", "No firme."]),
    "a box of VitePress": (":::tip Consejo\nNo firme.\n:::\n", ["Consejo", "No firme."]),
    "a box of Docusaurus": (":::note[Consejo]\n\nNo firme.\n\n:::\n", ["Consejo", "No firme."]),
    "boxes within boxes": ("::::caja\n:::nota\nNo firme.\n:::\n::::\n", ["No firme."]),
    "MyST between colons": (
        ":::{admonition} Consejo\n:class: tip\nNo firme.\n:::\n",
        ["Consejo", "No firme."],
    ),
    "MyST between backticks": ("```{note}\nNo firme.\n\n- uno\n```\n", ["No firme.", "uno"]),
    "a figure of MyST": ("```{figure} a.png\n:alt: Plaza\n:width: 50%\n\nPie\n```\n", ["Plaza", "Pie"]),
    "code of MyST": ("```{code-block} python\nx = 'no'\n```\n", []),
    "code of MyST between colons": (":::{mermaid}\nflujo uno\n:::\n", []),
    "an admonition": ('!!! warning "Ojo"\n    Uno.\n\n    Dos.\n\nTres.\n', ["Ojo", "Uno.", "Dos.", "Tres."]),
    "an admonition without a title": ("!!! note\n    Uno.\n", ["Uno."]),
    "one that can be folded": ('???+ nota "Ojo"\n    - Uno\n    - Dos\n', ["Ojo", "Uno", "Dos"]),
    "a tab": ('=== "Costa"\n\n    Uno.\n\n=== "Sierra"\n\n    Dos.\n', ["Costa", "Uno.", "Sierra", "Dos."]),
    "exclamation marks of prose": ("!!! Alto ahí, dijo.\n", ["!!! Alto ahí, dijo."]),
    "a block between slashes": ("/// note | Ojo\nUno.\n///\n", ["Ojo", "Uno."]),
    "definitions": (
        "Ronda\n:   Guarda.\n:   Turno.\n\nActa\n: Papel.\n",
        ["Ronda", "Guarda.", "Turno.", "Acta", "Papel."],
    ),
    "definitions of two terms": ("Ronda\nTurno\n: Guarda.\n", ["Ronda", "Turno", "Guarda."]),
    "a definition of two paragraphs": ("Ronda\n:   Guarda.\n\n    Vela.\n", ["Ronda", "Guarda.", "Vela."]),
    "attributes": ("Uno\nsigue.\n{: .lead #uno}\n\nDos.\n{.nota}\n", ["Uno sigue.", "Dos."]),
    "attributes of a heading": ("# Uno {#uno .clase}\n\n## Dos {: #dos }\n", ["Uno", "Dos"]),
    "a remark of kramdown": ("Uno.\n\n{::comment}\nSolo nosotras.\n{:/comment}\n\nDos.\n", ["Uno.", "Dos."]),
    "a remark of kramdown in a line": ("Uno.\n\n{::comment}solo nosotras{:/}\n", ["Uno."]),
    "remarks as definitions that lead nowhere": (
        '[//]: # (Solo nosotras)\n[nota]: <> (ni ellas)\n[//]: # "ni tú"\n\nUno.\n',
        ["Uno."],
    ),
    "values without a name": (
        '{{< foto "La marcha" \'Costa\' "a.png" "/ir a" info >}}\n\n{% include caja.html "¡Ojo!" %}\n',
        ["La marcha", "Costa", "¡Ojo!"],
    ),
    "values that lead somewhere or are worked with": (
        '{{< ref "Acta Uno" >}}\n\n{% if lengua == "El quechua" %}\n\n{{< youtube "Abc" >}}\n',
        [],
    ),
    "abbreviations": ("Va la OMS.\n\n*[OMS]: Salud\n*[OIT]: Trabajo\n", ["Va la OMS.", "Salud", "Trabajo"]),
    "a formula": ("Antes:\n$$\nx = \\text{daño}\n$$\nLuego.\n", ["Antes:", "Luego."]),
    "a formula of LaTeX": ("\\begin{align}\nx &= daño\n\n\\end{align}\n\nLuego.\n", ["Luego."]),
    "imports": (
        "import Caja from '@site/caja';\nimport {A} from \"b\"\n\nexport const x = 'no';\n\nUno.\n",
        ["Uno."],
    ),
    "values of a tag with names of their own": (
        '{% include aviso.html texto="Lea el acta" clase="btn Btn-uno" enlace="/Ir a" %}\n\n{{< caja mensaje=\'¿Quién firma hoy?\' >}}\n',
        ["Lea el acta", "¿Quién firma hoy?"],
    ),
    "tags": ("{% if x %}\nUno\nsigue.\n{% endif %}\n", ["Uno sigue."]),
    "a tag on several lines": ('{% include a.html\n   caption="Pie" id="b" %}\n', ["Pie"]),
    "code between tags": ("{% highlight sh %}\nuno\n\ndos\n{% endhighlight %}\nTres.\n", ["Tres."]),
    "shortcodes": ('{{< figure src="a.png" alt="Plaza" >}}\nUno.\n{{< /figure >}}\n', ["Plaza", "Uno."]),
    "a tag within a sentence": ("El {{ site.lugar }} va.\n", ["El {{ site.lugar }} va."]),
    "a target": ("(uno)=\n## Dos\n", ["Dos"]),
    "a line block": ("| Calle Real 3\n| Puno\n", ["Calle Real 3", "Puno"]),
    "a table of contents": ("[TOC]\n\nUno.\n", ["Uno."]),
    "text that is not for the program": ("{% raw %}\nUno {{ x }}\n{% endraw %}\n", ["Uno {{ x }}"]),
    "a remark of several lines": ("Uno\n\n%%\nno\n\nno\n%%\n\nDos\n\n%% no\nno %%\n", ["Uno", "Dos"]),
    "a remark that is not closed": ("Va 5 %\n\n%% Uno\n\nDos\n", ["Va 5 %", "%% Uno", "Dos"]),
    "fields of Obsidian": ("autora:: Ana\nde qué:: agua\n\nUno:: dos\n", ["Ana", "agua", "Uno:: dos"]),
    "a diagram between colons": ("::: mermaid\nA[no] --> B\n:::\n::: nota\nUno\n:::\n", ["Uno"]),
    "captions in code of Quarto": (
        '```{r}\n#| echo: false\n#| fig-cap: "Uno"\n#| fig-alt: Dos\nplot(x) # fig-cap: "no"\n```\n\n'
        "~~~{python, fig.cap='Tres'}\nx = 'no'\n~~~\n\n```{r}\nx = \"no\"\n```\n",
        ["Uno", "Dos", "Tres"],
    ),
    "what Obsidian embeds": ("![[plaza.png]]\n\nUno.\n", ["Uno."]),
    "a remark of Obsidian": ("%% nota %%\n\nUno.\n", ["Uno."]),
    "the title of an image": ("![Plaza](a.png \"La 'gran' plaza\")\n", ["Plaza", "La 'gran' plaza"]),
    "titles of definitions": (
        '[a]: http://b.org "Carta"\n[c]: <http://d.org>\n  (Acta)\n',
        ["Carta", "Acta"],
    ),
    "HTML": (
        '<details>\n<summary>Uno <b>dos</b></summary>\n<p align="center">Tres\ncuatro.</p>\n<img src="x" alt="Seis">\n</details>\n',
        ["Uno <b>dos</b>", "Tres cuatro.", "Seis"],
    ),
    "code in HTML": ("<pre>\nuno\n</pre>\n\n<div><script>x='y'</script></div>\n", []),
}


@pytest.mark.parametrize("what", LINES)
def test_lines_by_themselves_stay_lines_and_their_words_are_offered(what: str) -> None:
    source, wanted = LINES[what]
    assert texts(source) == wanted
    document = read(source.encode(), "guia")
    changed = rebuild(source.encode(), document, {s.key: f"Más {s.text}" for s in document.segments}).decode()
    assert texts(changed) == [f"Más {text}" for text in wanted]
    kept = [
        line
        for line in source.split("\n")
        if not any(word in line for text in wanted for word in text.split())
    ]
    assert [line for line in kept if line not in changed.split("\n")] == []


FRONT = {
    "yaml": (
        "---\ntitle: >-\n  Agua para\n  todos\nresumen: |\n  Uno.\n  Dos.\nimage:\n  alt: 'La plaza'\n"
        "date: 2024-05-03\nlayout: nota\nslug: agua-para-todos\ntags: [agua]\n---\nTexto.\n",
        ["Agua para todos", "Uno.\nDos.", "La plaza", "Texto."],
    ),
    "toml": (
        '+++\ntitle = """\nAgua para\ntodos"""\nlayout = "nota"\n[cover]\ncaption = "La plaza"  # pie\n+++\nTexto.\n',
        ["Agua para\ntodos", "La plaza", "Texto."],
    ),
    "json": (
        '{\n"title": "Agua",\n"layout": "nota",\n"description": "La plaza"\n}\nTexto.\n',
        ["Agua", "La plaza", "Texto."],
    ),
}


@pytest.mark.parametrize("kind", FRONT)
def test_of_front_matter_only_its_texts_are_offered(kind: str) -> None:
    source, wanted = FRONT[kind]
    assert texts(source) == wanted
    made = shouted(source)
    assert texts(made) == [text.upper() for text in wanted]
    assert "nota" in made
    if kind == "yaml":
        head = yaml.safe_load(made.split("---")[1])
        assert head["title"] == "AGUA PARA TODOS" and head["resumen"] == "UNO.\nDOS.\n"
        assert head["slug"] == "agua-para-todos" and head["tags"] == ["agua"]
    if kind == "toml":
        assert tomllib.loads(made.split("+++")[1])["cover"]["caption"] == "LA PLAZA"


def test_plain_text_offers_the_texts_of_its_front_matter_too() -> None:
    from translate_flow.formats.plain import read as read_plain

    segments = read_plain(b"---\ntitle: Agua\ndescription: Uno.\nid: x\n---\nTexto largo.\n", "nota").segments
    assert [segment.text for segment in segments] == ["Agua", "Uno.", "Texto largo."]


def test_a_link_named_by_its_words_keeps_its_definition() -> None:
    source = "Lea [la carta] y [el acta][] hoy.\n\n[la carta]: http://a.org\n[el acta]: http://b.org\n"
    document = read(source.encode(), "guia")
    (segment,) = document.segments
    made = rebuild(source.encode(), document, {segment.key: "Read [the letter] and [the record][] today."})
    assert made.decode().startswith("Read [the letter][la carta] and [the record][el acta] today.\n")
    kept = rebuild(
        source.encode(), document, {segment.key: "Read [la carta] and [el acta][] today."}
    ).decode()
    assert kept.startswith("Read [la carta] and [el acta][] today.\n")


def test_a_newline_beside_a_line_of_the_source_restores_the_line() -> None:
    """For signs that no rule here knows, a translator can put the line back."""
    source = "@aviso grande\nNo firme nada.\n"
    document = read(source.encode(), "guia")
    (segment,) = document.segments
    assert segment.text == "@aviso grande No firme nada."
    made = rebuild(source.encode(), document, {segment.key: "@aviso grande\nSign nothing."}).decode()
    assert made == "@aviso grande\nSign nothing.\n"
    other = rebuild(source.encode(), document, {segment.key: "Big notice\nSign nothing."}).decode()
    assert other == "Big notice\\\nSign nothing.\n"


def test_tables_drawn_otherwise_are_left_and_told() -> None:
    """Cells over two columns, other blocks in a cell, words over a column's edge."""
    source = (
        "+-----+-----+\n| Uno   Dos |\n+-----+-----+\n| a   | b   |\n+-----+-----+\n\n"
        "+----------+\n| > cita   |\n+----------+\n\n"
        "Año     Caso\n----    ----\n2020unoydos tres\n\nFin.\n"
    )
    document = read(source.encode(), "guia")
    assert [segment.text for segment in document.segments] == ["Fin."]
    assert [(say(one.what), one.count) for one in document.omitted] == [
        ("3 tables drawn with characters (not read; write them as tables with bars)", 3)
    ]


@pytest.mark.parametrize(
    "line",
    [
        '{{< button href="/a" >}}Lea{{< /button >}}',
        "{% if x %}Lea{% endif %}",
        '{{< ref "a" >}} es la carta',
    ],
)
def test_a_line_with_words_beside_a_tag_is_written_as_it_was(line: str) -> None:
    document = read(f"Uno.\n\n{line}\n".encode(), "guia")
    assert document.segments[1].text == line
    key = document.segments[1].key
    made = rebuild(f"Uno.\n\n{line}\n".encode(), document, {key: line.replace("e", "é")}).decode()
    assert made == f"Uno.\n\n{line.replace('e', 'é')}\n"


def test_paragraphs_that_show_no_words_are_not_offered() -> None:
    source = (
        '<a name="uno"></a>\n\n&nbsp;\n\n<br><br>\n\n![](a.png){width=30}\n\n[](dos)\n\n'
        '<b>Tres</b>\n\n<span title="Cuatro"></span> <img src="x">\n\n<https://ejemplo.org>\n\n&ntilde;\n'
    )
    assert texts(source) == [
        "<b>Tres</b>",
        "Cuatro",
        "<https://ejemplo.org>",
        "ñ",
    ]


@pytest.mark.parametrize(
    "target",
    ["::: nota", "!!! note", ": uno", "{: .x}", "{% if %}", "*[A]: b", "| uno", "$$ uno", "(x)=", "/// a"],
)
def test_a_translation_does_not_become_such_a_line(target: str) -> None:
    document = read(b"Uno.\n\nDos.\n", "guia")
    made = rebuild(b"Uno.\n\nDos.\n", document, {document.segments[1].key: target}).decode()
    again = read(made.encode(), "guia")
    assert [segment.kind for segment in again.segments] == [Kind.PARAGRAPH] * 2
    assert again.segments[1].text.lstrip("\\") == target


def test_letters_written_as_references_are_letters() -> None:
    """What is not translated keeps its bytes; code and what would be markup stay references."""
    source = "Habl&oacute; Ana R&iacute;os el 9&nbsp;de enero.\n\nA&ntilde;o &lt;5&gt; y `&oacute;`.\n"
    document = read(source.encode(), "guia")
    assert [s.text for s in document.segments] == [
        "Habló Ana Ríos el 9\u00a0de enero.",
        "Año &lt;5&gt; y `&oacute;`.",
    ]
    assert rebuild(source.encode(), document, {s.key: s.text for s in document.segments}).decode() == source
    made = rebuild(source.encode(), document, {document.segments[0].key: "Ana Ríos spoke."}).decode()
    assert made == "Ana Ríos spoke.\n\nA&ntilde;o &lt;5&gt; y `&oacute;`.\n"


def test_diagrams_written_as_code_are_left_and_told() -> None:
    document = read(b"Uno.\n\n```mermaid\ngraph TD; A[Inicio]\n```\n\n```python\nx = 1\n```\n", "guia")
    assert [segment.text for segment in document.segments] == ["Uno."]
    assert [(say(one.what), one.places) for one in document.omitted] == [
        ("1 diagram written as code (not read)", ("graph TD; A[Inicio]",))
    ]
