"""Two links that have each other's words are found in every language of which is known what links are put on."""

from __future__ import annotations

import pytest

from translate_flow import checks
from translate_flow.glossary import Glossary
from translate_flow.language import of

from .statement import edition

PAIRS = [
    ("pt", "informe", "petición", "relatório", "requerimento"),
    ("pt", "grabación", "cuadro", "gravação", "tabela"),
    ("fr", "fallo", "denuncia", "jugement", "plainte"),
    ("fr", "foto", "libro", "image", "brochure"),
    ("fr", "carta", "mapa", "lettre", "carte"),  # carte is no carta
    ("it", "lista", "anexo", "elenco", "allegato"),
    ("it", "acta", "formulario", "verbale", "modulo"),
    ("ca", "relación", "solicitud", "llistat", "sol·licitud"),
    ("ca", "película", "cuadro", "pel·lícula", "taula"),
    ("en", "querella", "nómina", "lawsuit", "register"),
]


def crossed(tag: str, source: str, target: str) -> bool:
    found = checks.run(edition((source, target), target_language=tag), Glossary([]), ["mark-moved"])
    return [f.rule for f in found] == ["mark-moved"]


@pytest.mark.parametrize(("tag", "one", "two", "first", "second"), PAIRS)
def test_links_in_each_others_place(tag: str, one: str, two: str, first: str, second: str) -> None:
    source = f"[{one}](https://example.org/1), [{two}](https://example.org/2)"
    right = f"[{first}](https://example.org/1), [{second}](https://example.org/2)"
    assert not crossed(tag, source, right)
    assert not crossed(tag, source, f"[{second}](https://example.org/2), [{first}](https://example.org/1)")
    assert crossed(tag, source, f"[{first}](https://example.org/2), [{second}](https://example.org/1)")
    assert crossed(tag, source, f"[{second}](https://example.org/1), [{first}](https://example.org/2)")


@pytest.mark.parametrize("tag", ["pt", "fr", "it", "ca", "en"])
def test_each_of_them_has_the_rows_of_spanish(tag: str) -> None:
    assert of(tag).table("linked").keys() == of("es").table("linked").keys()
