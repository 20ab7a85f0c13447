"""One statement in five formats makes one page; and what is written can be read again as the same statement.

The Word, LibreOffice and web files are those that the outputs make, and the same again after LibreOffice has
converted one into the other.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from translate_flow import outputs
from translate_flow.formats import format_for

from ..needs import need
from .test_laid_out import approved

MARKDOWN = """Ilo, 5 de mayo de 2022

# El agua es de todos

Las **comunidades** de *la cuenca* decimos:[^1] vea [el informe](<https://red.example/a?b=1&c=2>).

## Hechos

1. Cayó el dique de la mina.
2. Nadie avisó a las familias:
    - ni el ministro;
    - ni la empresa.
3. El río *sigue* sucio.[^2]

> «Queremos **vivir**», dijo Rosa Quispe.

| Lugar | Personas |
|---|---|
| Valle alto | 41 |
| Valle bajo | 3 |

## Exigimos

1. Agua limpia para todas las familias.
2. Respeto.

Escriba a [red@red.example](<mailto:red@red.example>).

## Firman

- Red de la Cuenca
- Asociación Agua Viva
- Mesa del Río

[^1]: Acta de la asamblea, página 3.

[^2]: Según **el** informe.
"""
PLAIN = """Ilo, 5 de mayo de 2022

EL AGUA ES DE TODOS

Las comunidades de la cuenca decimos:[1] vea el informe.

Hechos

1. Cayó el dique de la mina.
2. Nadie avisó a las familias:
   - ni el ministro;
   - ni la empresa.
3. El río sigue sucio.[2]

> «Queremos vivir», dijo Rosa Quispe.

Exigimos

1. Agua limpia para todas las familias.
2. Respeto.

Escriba a red@red.example.

Firman

- Red de la Cuenca
- Asociación Agua Viva
- Mesa del Río

[1] Acta de la asamblea, página 3.

[2] Según el informe.
"""


def page(data: bytes, file: str) -> str:
    """The published page's translation as HTML, without what only this way of writing it has."""
    made = outputs.load("html").make(approved(data, file)).decode()
    made = made[made.index("<article") : made.index("</article>")]
    return re.sub(r"\s+", " ", re.sub(r"<p>(<li)|<(?:tbody|/tbody|thead|/thead)>", r"\1", made)).replace(
        "> <", "><"
    )


def built(output: str, text: str = MARKDOWN) -> bytes:
    """The file that an output makes of the statement, said to be in the language that it is in."""
    made = outputs.load(output).make(approved(text, "a.es.md"))
    return made.replace(b'<html lang="en"', b'<html lang="es"')


@pytest.mark.parametrize("form", ["docx", "odt", "html"])
def test_the_page_is_the_same_from_each_format(form: str) -> None:
    assert page(built(form), f"a.es.{form}") == page(MARKDOWN.encode(), "a.es.md")


DEEPER = """# El agua es de todos

## LOS HECHOS

Cayó el dique de la mina, y nadie avisó a las familias.

### Los plazos

| Lugar | Personas | Día |
|---|---|---|
| Valle alto | 1.041 | 9 de enero |
| Valle bajo | – | 10 de enero |
| **Total** | **1.041** | |

## Exigimos

Agua limpia para todas las familias.
"""


@pytest.mark.parametrize("form", ["docx", "odt", "html"])
def test_headings_stay_as_deep_as_they_are_and_figures_stand_to_the_right(form: str) -> None:
    found = page(built(form, DEEPER), f"a.es.{form}")
    assert found == page(DEEPER.encode(), "a.es.md")
    assert "<h2>LOS HECHOS</h2>" in found and "<h3>Los plazos</h3>" in found and "<h2>Exigimos</h2>" in found
    assert found.count('style="text-align:right"') == 4 and "<strong>1.041</strong>" in found


FURTHER = """# El agua es de todos

Exigimos:

1. Agua limpia para todas las familias.

    Lo dijo el ministro en mayo, y nada se ha hecho.

    - ni en el valle alto;
    - ni en el valle bajo.

        Allí viven 41 familias.

2. Respeto.

    Esperamos una respuesta hasta el lunes.

Hoy hablamos todos.
"""


@pytest.mark.parametrize("form", ["docx", "odt", "html"])
def test_a_further_paragraph_of_an_item_stays_in_it(form: str) -> None:
    found = page(built(form, FURTHER), f"a.es.{form}")
    assert found == page(FURTHER.encode(), "a.es.md")
    assert found.count("<ol>") == 1 and "</ol><p>Hoy hablamos todos.</p></div>" in found


SIGNS = """# El agua es de todos

1. Agua limpia para todas las familias:
    a) en el valle alto;
    b) en el valle bajo.
2. Respeto:
    - a la asamblea;
    - a las mujeres.
3. Justicia:
    c) para los heridos;
    d) para los presos.
4. Verdad.
"""


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_a_list_within_an_item_leaves_the_numbers_around_it(form: str) -> None:
    found = format_for(f"a.{form}").read(built(form, SIGNS), "a").segments
    assert [one.marker for one in found if one.marker] == ("1. a) b) 2. • • 3. c) d) 4.".split())


def test_the_page_from_plain_text_is_the_same_but_for_what_plain_text_has_not() -> None:
    expected = page(MARKDOWN.encode(), "a.es.md").replace("The agua es de todos", "EL AGUA ES DE TODOS")
    bare = re.sub(r'</?(?:strong|em)>|<a href="(?:https|mailto)[^>]*>([^<]*)</a>', r"\1", expected)
    bare = re.sub(r'<div class="scroll">.*?</div>', "", bare)
    assert page(PLAIN.encode(), "a.es.txt") == bare


def test_the_page_is_the_same_after_libreoffice(tmp_path: Path) -> None:
    """LibreOffice opens both files and saves what it understood; one start for the two."""
    for form in ("docx", "odt"):
        (tmp_path / f"from-{form}.{form}").write_bytes(built(form))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = [str(tmp_path / f"from-{form}.{form}") for form in ("docx", "odt")]
    command = [
        need("soffice"),
        profile,
        "--headless",
        "--convert-to",
        "odt",
        "--outdir",
        str(tmp_path / "out"),
    ]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=120)
    for form in ("docx", "odt"):
        made = (tmp_path / "out" / f"from-{form}.odt").read_bytes()
        assert page(made, "a.es.odt") == page(MARKDOWN.encode(), "a.es.md")
