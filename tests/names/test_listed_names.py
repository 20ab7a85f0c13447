"""A name that a statement lists stays the same in its text: *Red Kawsay* is no *Net Kawsay*."""

from __future__ import annotations

import pytest

from translate_flow import checks
from translate_flow.glossary import Glossary
from translate_flow.model import Document, Edition, Kind, Segment, State, Unit
from translate_flow.names.listed import listed_terms

LISTED = (
    "Red Kawsay",
    "**Colectivo Sumaq Llaqta – COSULLA**",
    "Derechos y Territorio – DETER (Tacna, Perú)",
    "Center for Andean Law, Canada",
    "Comité de Familias (CODEFA)",
    "CooperAgua",
    "Puno",
)


def listed(kind: Kind = Kind.NAME) -> list[Segment]:
    return [Segment(f"{n:08x}", kind, text) for n, text in enumerate(LISTED)]


def test_names_are_taken_without_markup_and_place() -> None:
    assert [term.es for term in listed_terms(listed())] == [
        "Red Kawsay",
        "Colectivo Sumaq Llaqta – COSULLA",
        "Derechos y Territorio – DETER",
        "Center for Andean Law",
        "Comité de Familias (CODEFA)",
        "CooperAgua",
    ]
    assert listed_terms(listed(Kind.ITEM)) == []


def test_a_term_of_the_glossary_goes_before_a_listed_name() -> None:
    own = Glossary(listed_terms(listed()))
    assert own.with_terms(listed_terms(listed())) is own
    assert (
        len(own.with_terms(listed_terms([Segment("1", Kind.NAME, "Mesa Verde Perú")])).terms)
        == len(own.terms) + 1
    )


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("La Red Kawsay exige verdad.", "The Net Kawsay demands truth.", "“Red Kawsay”"),
        ("La Red Kawsay exige verdad.", "Red Kawsay demands truth.", ""),
        ("El Comité de Familias respondió.", "The Committee of Families answered.", "“Comité de Familias”"),
        ("La DETER respondió.", "DETER answered.", ""),
        ("La red kawsay respondió.", "The network answered.", ""),
    ],
)
def test_the_check_of_names_wants_a_listed_name_whole(source: str, target: str, found: str) -> None:
    units = [Unit(s, s.text, State.KEPT) for s in listed()]
    units.append(Unit(Segment("ffffffff", Kind.PARAGRAPH, source), target, State.TRANSLATED))
    edition = Edition(Document("d", "plain", tuple(u.segment for u in units)), "es", "en", tuple(units))
    told = [str(f.message) for f in checks.run(edition, Glossary([])) if f.rule == "name-missing"]
    assert len(told) == bool(found)
    assert not found or found in told[0]
