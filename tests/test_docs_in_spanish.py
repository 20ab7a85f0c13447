"""Pages of the documents that are there in Spanish, too, say what the English ones say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parent.parent / "docs"
PAIRS = {
    "instalacion.md": "installation.md",
    "tutorial.md": "tutorial.md",
    "privacidad.md": "privacy.md",
    "equipo.md": "team.md",
    "servidor.md": "server.md",
    "escritorio-traducir.md": "desk-translator.md",
    "escritorio-revisar.md": "desk-reviewer.md",
    "escritorio-coordinar.md": "desk-coordinator.md",
    "escritorio-publicar.md": "desk-publisher.md",
}
WORDS = {
    "NAME": "NOMBRE",
    "LANG": "IDIOMA",
    "FOLDER": "CARPETA",
    "FILE": "ARCHIVO",
    "KEY": "CLAVE",
    "The network": "La red",
}


def shape(text: str) -> list[str]:
    """What each line is, in order: a heading, a point of a list, a row of a table; lines that continue one are left out."""
    return [m[1] for m in re.finditer(r"^(#+ |- |\||    +)", text, re.MULTILINE)]


def codes(text: str) -> list[str]:
    """Commands without their remarks, paths and settings, in order, placeholders in English."""
    found = re.findall(r"`([^`\n]+)`|^ {4,}(\S.*)$", text, re.MULTILINE)
    said = [re.sub(r"\s{2,}# .*", "", " ".join(filter(None, pair))) for pair in found]
    for english, spanish in WORDS.items():
        said = [re.sub(rf"\b{spanish}\b", english, one) for one in said]
    return said


def test_every_spanish_page_is_known() -> None:
    assert {p.name for p in (DOCS / "es").glob("*.md")} == set(PAIRS)


@pytest.mark.parametrize(("spanish", "english"), PAIRS.items())
def test_a_spanish_page_has_the_parts_and_the_commands_of_the_english_one(spanish: str, english: str) -> None:
    texts = [(DOCS / name).read_text("utf-8") for name in (f"es/{spanish}", english)]
    assert shape(texts[0]) == shape(texts[1])
    assert sorted(codes(texts[0])) == sorted(codes(texts[1]))
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", texts[0]):
        assert (DOCS / "es" / target).exists(), target
