"""What programs add to Markdown is set as what a reader sees of it, in every output, each text once."""

from __future__ import annotations

import html
import io
import re
import zipfile
from pathlib import Path

import pytest

from translate_flow import outputs
from translate_flow.formats import format_for
from translate_flow.markup.notes import PlaceNote
from translate_flow.model import Edition, State

from .editions import read

FIXTURES = sorted((Path(__file__).parent.parent / "fixtures" / "formats").glob("*.md"))
SIGNS = """# Acta del valle
{: .no_toc #acta}

[//]: # (Solo para el equipo: falta una firma)

{::comment}
Esto no se publica.
{:/comment}

{::comment}ni esto{:/}

!!! warning "Cuidado"
    El puente está cerrado.

    Cruce por el vado.

=== "Costa"

    La balsa sale a las seis.

> [!IMPORTANT]
> Lleve su documento.

::: {.aviso}
Nadie firma en blanco.
:::

:::tip[Consejo]
Lleve agua.
:::

Ronda
:   Vecinas que cuidan el orden.
:   También, su turno.

• primera demanda
• segunda demanda

| techo | pared |
| suelo | puerta |

+--------+----------+
| Lugar  | Qué pasó |
+========+==========+
| Yauli  | - lluvia |
|        | - frío   |
+--------+----------+

{{< figura "La marcha en la plaza" "marcha.png" >}}

{% include aviso.html title="Último aviso" %}

El río{: .azul} creció {{< nota 3 >}} y la [lluvia]{.alta} *siguió*{:.fuerte} ==mucho==.^[Lo dijo la radio.]

<details><summary>Más datos</summary>

Texto de adentro.

</details>

<div align="center">
Firmado en <b>Yauli</b>
</div>

- [x] tarea hecha

Vea [el mapa][1] de la ONU.

[1]: https://red.example/mapa "Mapa del valle"

*[ONU]: Organización de las Naciones Unidas

$$
a_i + b
$$

Fin.
"""
FORMS = ("txt", "html", "docx", "epub", "odt")
UNSEEN = frozenset({PlaceNote.TOOLTIP, PlaceNote.FRONT_TEXT, PlaceNote.FRONT_TITLE, PlaceNote.IMAGE_TITLE})


def lettered(at: int) -> str:
    """A word of its own for each unit."""
    return "Zq" + "".join(chr(ord("a") + int(digit)) for digit in f"{at:03}") + "qz"


def edition(text: bytes, *, same: bool = False) -> Edition:
    """Every segment translated by a word of its own, or by its source."""
    segments = format_for("a.md").read(text, "a").segments
    texts = [segment.text if same else lettered(at) for at, segment in enumerate(segments)]
    return read(text, "acta.es.md", [(State.APPROVED, text) for text in texts])


def shown(edition: Edition, form: str) -> str:
    """The words of an output, tags out."""
    made = outputs.load(form).make(edition)
    if form in ("docx", "odt", "epub"):
        made = unzipped(made)
    text = made.decode()
    return (
        text
        if form == "txt"
        else html.unescape(re.sub(r"<head>.*?</head>|<[^<>]*>", " ", text, flags=re.DOTALL))
    )


def unzipped(data: bytes) -> bytes:
    """The parts of a zip that hold what a reader sees."""
    with zipfile.ZipFile(io.BytesIO(data)) as files:
        names = [
            n
            for n in files.namelist()
            if re.search(r"word/(document|footnotes)\.xml|content\.xml|text\.xhtml", n)
        ]
        return b"\n".join(files.read(name) for name in names)


@pytest.mark.parametrize("form", FORMS)
def test_no_sign_and_no_remark_is_shown(form: str) -> None:
    text = shown(edition(SIGNS.encode(), same=True), form)
    for sign in (
        "!!!",
        '=== "',
        ":::",
        "[!",
        "{",
        "}",
        "==m",
        "^[",
        "[x]",
        "*[",
        "equipo",
        "publica",
        "ni esto",
    ):
        assert sign not in text, sign
    assert "mucho" in text
    assert "Lo dijo la radio" in text


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "source",
    [SIGNS.encode(), *(path.read_bytes() for path in FIXTURES)],
    ids=["signs", *(p.stem for p in FIXTURES)],
)
def test_every_text_is_there_once_and_no_mark(form: str, source: bytes) -> None:
    made = edition(source)
    text = shown(made, form)
    assert not re.search("[\ufdd0-\ufdef]", text)
    found = re.findall(r"Zq\w{3}qz", text)
    wanted = [lettered(at) for at, unit in enumerate(made.units) if unit.segment.note not in UNSEEN]
    assert set(wanted) <= set(found)
    assert len(found) == len(set(found)), [word for word in found if found.count(word) > 1]


def test_terms_boxes_and_items_are_what_they_are() -> None:
    made = outputs.load("html").make(edition(SIGNS.encode())).decode()
    assert re.search(r"<dl>\s*<dt>.*?</dt>\s*<dd>", made, re.DOTALL)
    assert re.search(r"<blockquote>\s*<p>[^<]*Zq", made)
    assert "<code>$$\na_i + b\n$$" in made
    assert "<mark>" in made or "==" not in made
