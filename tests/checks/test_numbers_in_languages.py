"""Numbers are compared in the target's own language; of a language nothing is known of, in digits alone."""

from __future__ import annotations

import pytest

from translate_flow import checks
from translate_flow.glossary import Glossary
from translate_flow.model import Document, Edition, Kind, Segment, State, Unit

RULES = [
    "number-changed",
    "figures-exchanged",
    "weekday-changed",
    "unit-changed",
    "percent-changed",
    "hedge-changed",
]
CASES = [
    ("es", "pt", "Murieron tres el lunes 9 de enero.", "Morreram três na segunda-feira, 9 de janeiro.", []),
    ("es", "pt", "Empezó en enero.", "Começou em fevereiro.", ["write “janeiro”"]),
    ("es", "pt", "Más de 41 familias.", "Menos de 41 famílias.", ["must stay one"]),
    ("es", "fr", "Costó 2.340,50 soles.", "Cela a coûté 2 340,50 soles.", []),
    ("es", "fr", "Fueron noventa y siete.", "Ils étaient quatre-vingt-dix-sept.", []),
    ("es", "it", "Son dos mil veintitrés personas.", "Sono duemilaventitré persone.", []),
    ("es", "it", "Son dos mil veintitrés personas.", "Sono duemilaventiquattro persone.", ["see which number"]),
    ("es", "ca", "Marcharon veintidós.", "Van marxar vint-i-dos.", []),
    ("es", "ca", "Fue el martes.", "Va ser dimecres.", ["write “dimarts”"]),
    ("en", "es", "41 people died on Monday.", "Murieron 41 personas el martes.", ["write “lunes”"]),
    ("en", "es", "It is at 3 p.m.", "Es a las 15:00.", []),
    ("en", "es", "41 died in January.", "Murieron 41 en febrero.", ["write “enero”"]),
    # nothing is known of numbers here: words, months and small numbers may be anything
    ("es", "sw", "Murieron tres el 9 de enero de 2023.", "Watatu walikufa Januari 2023.", []),
    ("es", "sw", "Murieron 41 en 2023.", "Walikufa 42 mwaka 2023.", ["write “41”"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "target", "text", "translation", "hints"), CASES, ids=lambda v: str(v)[:30]
)
def test_in_its_own_language(source: str, target: str, text: str, translation: str, hints: list[str]) -> None:
    unit = Unit(Segment("0a0a0a0a", Kind.PARAGRAPH, text), translation, State.TRANSLATED)
    edition = Edition(Document("case", "plain", (unit.segment,)), source, target, (unit,))
    found = checks.run(edition, Glossary.load([]), RULES)
    assert len(found) == len(hints), found
    assert all(hint in str(finding.hint) for hint, finding in zip(hints, found, strict=True)), found
