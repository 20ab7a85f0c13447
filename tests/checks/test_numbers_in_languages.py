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
    ("es", "it", "Son dos mil veintitrés personas.", "Sono duemilaventiquattro persone.", ["check which number"]),
    ("es", "ca", "Marcharon veintidós.", "Van marxar vint-i-dos.", []),
    ("es", "ca", "Fue el martes.", "Va ser dimecres.", ["write “dimarts”"]),
    ("en", "es", "41 people died on Monday.", "Murieron 41 personas el martes.", ["write “lunes”"]),
    ("en", "es", "It is at 3 p.m.", "Es a las 15:00.", []),
    ("en", "es", "41 died in January.", "Murieron 41 en febrero.", ["write “enero”"]),
    ("es", "en", "Será a las 15, en la plaza.", "It will be at 3 p.m. in the square.", []),
    ("es", "en", "Será a las 15.", "It will be at 4 p.m.", ["write “15”"]),
    ("es", "it", "Será a las 3 p. m.", "Sarà alle 15.", []),
    ("es", "it", "Ayudó a las 15 familias.", "Aiutò le 3 famiglie.", ["write “15”"]),
    ("es", "pt", "Será a las 3 p. m.", "Será às 15.", []),
    ("es", "it", "Esperan veinte años, más de la mitad sin agua.", "Aspettano da vent'anni, più della metà senz'acqua.", []),
    ("es", "fr", "En el siglo XXI.", "Au XXIe siècle.", []),
    ("es", "fr", "En el siglo XXI.", "Au XXème siècle.", ["check which number"]),
    ("es", "sv", "A las 3 p. m., el 45 % pagó S/ 1'300,000.", "Klockan 15 betalade 45 % 1.300.000 sol.", []),
    ("es", "sv", "A las 3 p. m., el 45 % pagó.", "Klockan 16 betalade 45 %.", ["check which number"]),
    ("es", "sv", "Pagó el 45 %.", "45 betalade.", ["per cent, points"]),
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
