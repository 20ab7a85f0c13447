"""Each family of faults is reported, and each family of right renderings that were once reported is let be, by all checks."""

from __future__ import annotations

import pytest

from translate_flow import checks

from .statement import edition, glossary

RIGHT = [
    ("Lea https://ejemplo.org/A-731.204", "Read https://ejemplo.org/A-731.204"),
    ("Bajó 23.456 %.", "It fell by 23.456%."),
    ("Corrió 400 metros.", "He ran the 400m."),
    ("A las 18:00 GMT.", "At 1800 GMT."),
    ("Durante los últimos 15 días.", "Over the last two weeks."),
    ("Dos millones y medio de hectáreas.", "2.5 million hectares."),
    ("Medio millón de votos.", "500,000 votes."),
    ("Desde el siglo XIX.", "Since the nineteenth century."),
    ("La presidenta de Bolivia, Ana Ruiz, llegó.", "Bolivian President Ana Ruiz arrived."),
    ("La clase dirigente no escucha.", "The ruling class does not listen."),
    ("Entre los siglos XIV y XV.", "Between the 14th and 15th centuries."),
    ("Naty Ayacuche llegó a Puno.", "Naty Ayacuche reached Puno."),
    ("\\[2\\]: https://ejemplo.org/b", "\\[2\\]: https://ejemplo.org/b"),
    ("Vea https://ejemplo.org/es/actas", "See https://ejemplo.org/en/actas"),
    ("No tiene valor.", "It is worthless."),
    ("El primero de julio volvimos.", "On 1 July we came back."),
    ("El primero de julio volvimos.", "On the first of July we came back."),
    ("El 1.º de julio volvimos.", "On July first we came back."),
    ("La primera en julio fue otra.", "The first in July was another."),
]
WRONG = [
    ("Hubo 27 muertos y 62 heridos.", "There were 62 dead and 27 wounded.", "figures-exchanged"),
    ("El jueves 12 de mayo volvimos.", "On Friday 12 May we came back.", "weekday-changed"),
    ("El primero de julio volvimos.", "On July 2 we came back.", "number-changed"),
    ("Llegaron a las 5 de la tarde.", "They arrived at 5 a.m.", "number-changed"),
    ("Cayó un minero.", "Four miners fell.", "number-changed"),
    ("Al menos 27 niños enfermaron.", "27 children fell ill.", "hedge-changed"),
    ("Más de 27 niños enfermaron.", "Fewer than 27 children fell ill.", "hedge-changed"),
    ("Cuesta 80 soles.", "It costs 80 euros.", "unit-changed"),
    ("Queda a 30 km.", "It is 30 miles off.", "unit-changed"),
    ("Estuvo 6 años preso.", "He was 6 months in prison.", "unit-changed"),
    ("Bajó 4 puntos.", "It fell by 4%.", "percent-changed"),
    ("Marcharon miles de mujeres.", "Hundreds of women marched.", "number-changed"),
    ("En su quinta sesión.", "At its fourth session.", "number-changed"),
    ("Un tercio de los votos.", "A quarter of the votes.", "number-changed"),
    ("El IX Congreso empezó.", "The Eleventh Congress began.", "number-changed"),
    ("El plan es bueno pero el alcalde lo firmó.", "The plan is good but the mayor did not sign it.", "negation-lost"),
    ("Incluso las abuelas fueron oídas.", "Even the grandmothers were not heard.", "negation-lost"),
    ("Sin tierra no habrá vida.", "Without land there will be life.", "negation-lost"),
    ("Llegaron temprano. Nadie los esperaba. La sala estaba llena.", "They arrived early. The hall was full.", "sentence-lost"),
    ("Llegaron temprano. La sala estaba llena de gente.", "They arrived early. La sala estaba llena de gente.", "source-left"),
    ("Llegaron temprano. La sala estaba llena.", "They arrived early. The hall was full. The hall was full.", "sentence-twice"),
    ("El abogado Blanca Flores Rojas habló.", "The lawyer White Flores Rojas spoke.", "name-missing"),
    ("Las madres de Cerro Azul marcharon.", "The mothers of Blue Hill marched.", "name-missing"),
    ("Lo dijo Rosa Huarcaya.", "Rosa Huracaya said so.", "name-missing"),
    ("Elsa Rojas denunció a Hugo Paz.", "Hugo Paz denounced Elsa Rojas.", "names-exchanged"),
    ("Vea el [mapa](https://ejemplo.org/m) y el [acta](https://ejemplo.org/a).", "See the [map](https://ejemplo.org/a) and the [record](https://ejemplo.org/m).", "mark-moved"),
    ("**Pedimos** verdad hoy.", "We ask for truth **today**.", "mark-moved"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "target"), RIGHT)
def test_right(source: str, target: str) -> None:
    assert checks.run(edition((source, target)), glossary()) == []


@pytest.mark.parametrize(("source", "target", "rule"), WRONG)
def test_wrong(source: str, target: str, rule: str) -> None:
    assert rule in [finding.rule for finding in checks.run(edition((source, target)), glossary())]
