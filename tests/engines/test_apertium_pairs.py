"""Other pairs than Spanish to English: their marks stay whole, and nothing English is put in."""

from __future__ import annotations

import shutil

import pytest

from translate_flow.drafting import draft
from translate_flow.engines.apertium import ApertiumFactory
from translate_flow.engines.apertium.modes import package_of
from translate_flow.glossary import Glossary
from translate_flow.model import Kind, Segment

TEXTS = (
    "Exigimos la **declaratoria inmediata de emergencia** en tres provincias.",
    "A las 8:30 a. m. llegó la policía.",
    "La Ley N.º 30364 vale S/ 1.200,50 en el 2.º piso.",
    "NINGÚN MUERTO MÁS",
    "El Grupo A y los DD. HH. de los/as vecinos/as.",
    "La comunidad pidió agua<x1/> potable[^1] ayer.",
    "Firman:<br>Rosa Quispe\nRed Kawsay",
    "Exigimos JUSTICIA PARA TODOS en la zona.",
    "Mire {{lugar}} y [mapa zona=\"sur\"] aquí.",
    "No habrá paz sin justicia.",
)  # fmt: skip
KEPT = (
    "**",
    "8:30 a. m.",
    "N.º 30364",
    "S/ 1.200,50",
    "2.º",
    "<x1/>",
    "[^1]",
    "<br>",
    "{{lugar}}",
    '[mapa zona="sur"]',
    "\n",
)


@pytest.mark.apertium
@pytest.mark.parametrize(
    ("target", "package", "wanted"), [("pt", "apertium-es-pt", "Não"), ("ca", "apertium-spa-cat", "No hi")]
)
def test_another_pair_gets_its_own_language_alone(
    apertium: ApertiumFactory, target: str, package: str, wanted: str
) -> None:
    if apertium.missing("es", target):
        pytest.skip(f"apt-get install {package}")
    segments = [Segment(str(n), Kind.PARAGRAPH, text) for n, text in enumerate(TEXTS)]
    with apertium.start("es", target) as engine:
        made = list(draft(segments, Glossary([]), engine, language=target))
    assert len(made) == len(TEXTS)
    for text, one in zip(TEXTS, made, strict=True):
        assert not one.problems, one
        assert [one.text.count(mark) for mark in KEPT] == [text.count(mark) for mark in KEPT], one
        assert not any(sign in one.text.replace("[^1]", "") for sign in ("^", "#", "@", "Xq", "Zqx")), one
        words = one.text.lower().replace(".", " ").split()
        assert not {"the", "and", "of", "at", "human", "rights"} & set(words), one
    assert made[3].text.isupper()
    assert made[-1].text.startswith(wanted)


@pytest.mark.apertium
def test_american_english_is_spelt_so_throughout(apertium: ApertiumFactory) -> None:
    segment = Segment(
        "0", Kind.PARAGRAPH, "Las organizaciones criminalizan la labor del centro de los vecinos."
    )
    said = {}
    for target in ("en", "en-US"):
        with apertium.start("es", target) as engine:
            (made,) = draft([segment], Glossary([]), engine)
            said[target] = made.text
    assert "organisations criminalise" in said["en"] and "neighbours" in said["en"]
    assert "organizations criminalize" in said["en-US"] and "neighbors" in said["en-US"]


def test_each_program_of_a_mode_is_in_a_package() -> None:
    assert package_of("cg-proc") == "cg3"
    assert package_of("apertium-tagger") == "apertium"
    if shutil.which("lt-proc"):
        assert package_of("lt-proc") == "lttoolbox"
