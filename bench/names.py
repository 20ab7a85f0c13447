"""Names that no glossary lists: kept whole through Apertium, seen when lost; and ordinary words held by mistake.

    python -m bench names               # or: python bench/names.py
    python bench/names.py --show        # with each name that is not found, and each false hold
    python bench/names.py --seed 7      # other sentences

The names are put together by chance, with a seed, from ordinary words that Apertium translates (*Luz Campos Prado*,
*caserío Buena Vista*), so that only what stands around a name can show it. Lost are those that the engine alone, without
anything held, mangles: the checks should say so. Ordinary words held are counted on right translations of news
(`es-en-dev/`, see bench/inject.py): a held name that the English does not have.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

if __name__ == "__main__":  # run as a file: make `bench` a package
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.inject import corpus, pairs
from bench.measure import present
from translate_flow import checks
from translate_flow.glossary import Glossary
from translate_flow.language.dictionary import is_spanish
from translate_flow.language.text import fold
from translate_flow.model import Document, Edition, Kind, Segment, State, Unit
from translate_flow.names.found import finder
from translate_flow.passage import Passage

SEED = 41
EACH = 12
"""Names of each kind."""
GIVEN = "Rosa Luz Wilmer Julio Marta Blanca Milagros Ángel Pilar Nelson Yovana Hilario Consuelo Edwin Mercedes Saúl".split()
SURNAMES = (
    "Guerra Campos Prado Torres Flores Paredes Luna Blanco Ríos Rojas Cabello Montes Vaca Casas Toro Reyes Santos Delgado "
    "Bueno Cordero Calle Palomino Ccori Huillca"
).split()
PROPER = (
    "Nuevo Amanecer|Buena Vista|Alto Verde|Tres Cruces|Agua Dulce|Piedra Blanca|Dos Ríos|Valle Hermoso|Pampa Larga|"
    "Monte Verde|Flor de Mayo|Nueva Esperanza|Quebrada Honda|Cerro Pelado|Aguas Claras|Peña Negra"
).split("|")
CAUSES = (
    "Defensa|Lucha|Mujeres|Víctimas|Jóvenes|Regantes|Pastores|Familiares de Desaparecidos|Madres|Artesanas|Pescadores|"
    "Comerciantes|Defensa del Agua|Vivienda Digna"
).split("|")


@dataclass(frozen=True)
class Row:
    """A sentence with names."""

    kind: str
    text: str
    names: tuple[str, ...]
    """Each has to come out as it is."""


class Makers:
    """Sentences of each kind, by chance."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)

    def _one(self, of: Sequence[str]) -> str:
        return self._chance.choice(of)

    def _surnames(self) -> str:
        return " ".join(self._chance.sample(SURNAMES, 2))

    def given(self) -> Row:
        name = f"{self._one(GIVEN)} {self._surnames()}"
        text = self._one(
            ("Ayer murió {} en el hospital.", "{} fue detenida sin orden.", "Según {}, nadie respondió.")
        )
        return Row("given name", text.format(name), (name,))

    def titled(self) -> Row:
        name = self._surnames()
        text = self._one(
            (
                "La señora {} vio los disparos.",
                "El dirigente {} no aceptó.",
                "Habló el doctor {} por la tarde.",
            )
        )
        return Row("title", text.format(name), (name,))

    def initials(self) -> Row:
        name = f"{self._one('RLJMC')}. {self._surnames()}"
        text = self._one(("{} firmó la carta.", "La queja de {} sigue abierta."))
        return Row("initials", text.format(name), (name,))

    def un_style(self) -> Row:
        given, surnames = self._one(GIVEN), self._surnames().upper()
        name = self._one((f"{given} {surnames}", f"{surnames}, {given}"))
        return Row("capitals", self._one(("El Comité escuchó a {}.", "{}")).format(name), (name,))

    def shouted(self) -> Row:
        name = f"{self._one(GIVEN)} {self._surnames()}".upper()
        return Row(
            "capitals",
            self._one(("JUSTICIA PARA {}", "{} PRESENTE", "LIBERTAD PARA {} YA")).format(name),
            (name,),
        )

    def company(self) -> Row:
        suffix = self._one(("S.A.", "S.A.C.", "S.R.L.", "E.I.R.L.", "C.A.", "Ltda.", "S. de R.L."))
        name = f"{self._one(PROPER)} {suffix}"
        text = self._one(("La empresa {} negó los hechos.", "Denunciaron a {} por el derrame."))
        return Row("company", text.format(name), (name,))

    def place(self) -> Row:
        name = self._one(PROPER)
        noun = self._one(
            (
                "la comunidad campesina", "el centro poblado", "el distrito de", "el anexo", "el caserío", "el barrio",
                "el asentamiento humano", "la laguna", "el cerro", "la mina", "el fundo", "la hacienda", "la avenida",
                "el jirón", "la calle", "el río", "la quebrada", "el puente",
            )
        )  # fmt: skip
        text = self._one(("Los hechos ocurrieron cerca de {}.", "Bloquearon {} por tres días."))
        place = f"{noun} {name}"
        return Row("place", text.format(place).replace("de el ", "del "), (name,))

    def headed_place(self) -> Row:
        noun = self._one(("Quebrada", "Cerro", "Laguna", "Puente", "Puerto", "Pampa", "Villa", "Río"))
        name = f"{noun} {self._one('Honda Verde Seco Grande Bonito Alegre Amarilla Rico Hermosa'.split())}"
        text = self._one(("La marcha salió de {} al mediodía.", "En {} no hay agua."))
        return Row("place", text.format(name), (name,))

    def organisation(self) -> Row:
        noun = self._one(
            (
                "Asociación", "Frente", "Federación", "Colectivo", "Comité", "Red", "Mesa", "Plataforma", "Sindicato",
                "Confederación", "Coordinadora", "Movimiento", "Junta", "Fundación", "Observatorio", "Central Única",
            )
        )  # fmt: skip
        place = self._one(("", " de Espinar", " del Sur", " de Alto Verde", " de Tres Cruces"))
        name = f"{noun} de {self._one(CAUSES)}{place}"
        article = (
            "El"
            if noun.split()[0] in ("Frente", "Colectivo", "Comité", "Sindicato", "Movimiento", "Observatorio")
            else "La"
        )
        text = self._one(
            ("{} {} no firmará el acta.", "{} {} exige una respuesta.", "{} {} también marchará hoy.")
        )
        return Row("organisation", text.format(article, name), (name,))

    def bracketed(self) -> Row:
        cause = self._one(("Mujeres Valientes", "Familiares Unidos", "Ríos Libres", "Tierra Firme"))
        short = "AS" + "".join(word[0] for word in cause.split()) + "P"
        name = f"Asociación de {cause} del Perú"
        return Row("acronym", f"Escribió la {name} ({short}) a la fiscalía.", (name, short))

    def quoted(self) -> Row:
        name = self._one(
            ("Tierra y Libertad", "Flores de Retama", "Madre Coraje", "Hijos del Sol", "Pan y Vida")
        )
        noun = self._one(("la organización", "el colectivo", "la asociación", "el grupo", "la radio"))
        left, right = self._one(("«»", "“”", '""'))
        return Row("quoted", f"Llegó {noun} {left}{name}{right} con pancartas.", (name,))

    def cased(self) -> Row:
        noun, name = self._one(
            (
                ("el caso", "Los Pinos"), ("la operación", "Puño Firme"), ("el plan", "Mano Dura"), ("el caso", "Pasos Perdidos"),
                ("el proyecto", "Agua Rica"), ("la operación", "Cielo Azul"), ("el diario", "La Mañana"), ("la minera", "Piedra Alta"),
            )
        )  # fmt: skip
        return Row("case", f"La fiscalía archivó la denuncia sobre {noun} {name} en marzo.", (name,))

    def again(self) -> Row:
        given, surnames = self._one(GIVEN), self._surnames()
        last = surnames.split()[0]
        return Row(
            "again",
            f"{given} {surnames} cayó herido. Según testigos, ayudaron a {last} dos vecinos.",
            (f"{given} {surnames}", last),
        )

    def rows(self) -> list[Row]:
        """All of them, `EACH` of each kind."""
        makers = (
            self.given, self.titled, self.initials, self.un_style, self.shouted, self.company, self.place, self.place,
            self.headed_place, self.organisation, self.organisation, self.bracketed, self.quoted, self.cased, self.again,
        )  # fmt: skip
        return [make() for make in makers for _ in range(EACH)]


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(prog="names")
    options.add_argument("--show", action="store_true")
    options.add_argument("--seed", type=int, default=SEED)
    told = options.parse_args(None if Path(sys.argv[0]).stem == "names" else [])
    rows = Makers(told.seed).rows()
    print(
        f"names: {sum(len(row.names) for row in rows)} invented ones in no glossary, in {len(rows)} sentences"
    )
    if present("apertium"):
        _apertium(rows, show=told.show)
    _news(show=told.show)


def _apertium(rows: Sequence[Row], *, show: bool) -> None:
    from translate_flow.drafting import draft
    from translate_flow.engines.apertium import ApertiumFactory

    segments = [Segment(f"{n:08x}", Kind.PARAGRAPH, row.text) for n, row in enumerate(rows)]
    with ApertiumFactory().start("es", "en") as engine:
        bare = list(engine.translate([Passage(row.text) for row in rows]))
        # each sentence is a statement of its own
        held = [
            next(draft([s], Glossary([]), engine, mentions={}, names=finder([s], "es"))).text
            for s in segments
        ]
    whole: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for row, text in zip(rows, held, strict=True):
        for name in row.names:
            total[row.kind] += 1
            kept = text.count(name) >= row.text.count(name)
            whole[row.kind] += kept
            if show and not kept:
                print(f"  lost: {name} | {row.text} | {text}")
    lost = caught = before = 0
    findings: dict[str, set[str]] = {}
    for n, (row, text) in enumerate(zip(rows, bare, strict=True)):
        for f in checks.run(_statement(row.text, text), Glossary([])):
            findings.setdefault(str(n), set()).add(f.rule)
    for n, (row, text) in enumerate(zip(rows, bare, strict=True)):
        for name in row.names:
            if text.count(name) >= row.text.count(name):
                before += 1
                continue
            lost += 1
            said = "name-missing" in findings.get(str(n), ())
            caught += said
            if show and not said:
                print(f"  not said: {name} | {row.text} | {text}")
    everything = sum(total.values())
    print(
        f"  whole in drafts: {sum(whole.values())} of {everything} ({100 * sum(whole.values()) / everything:.1f} %, aim 92); the bare engine {before}"
    )
    print("  " + ", ".join(f"{kind} {whole[kind]}/{total[kind]}" for kind in total))
    print(
        f"  lost by the bare engine and reported by check: {caught} of {lost} ({100 * caught / max(1, lost):.1f} %, aim 95)"
    )


def _statement(source: str, target: str) -> Edition:
    """A statement of one confirmed paragraph."""
    segment = Segment("00000000", Kind.PARAGRAPH, source)
    unit = Unit(segment, target, State.TRANSLATED)
    return Edition(Document("one", "plain", (segment,)), "es", "en", (unit,))


def _news(*, show: bool) -> None:
    """Names held in news that the English does not have."""
    folder = corpus()
    data = [pair for path in sorted(folder.glob("*.es")) for pair in pairs(folder, path.stem)]
    if not data:
        print(f"  no sentence pairs in {folder}: ordinary words held are not counted")
        return
    find = finder([], "es")
    started = time.process_time()
    found = [find(source) for source, _ in data]
    each = (time.process_time() - started) / len(data) * 1e6
    count = otherwise = ordinary = unsigned = 0
    for names, (_, target) in zip(found, data, strict=True):
        there = re.sub(r"\W+", " ", fold(target))
        for name in names:
            count += 1
            if re.sub(r"\W+", " ", fold(name.text)).strip() not in there:
                otherwise += 1
                said = _is_of_words(name.text)
                ordinary += said
                unsigned += said and name.sign == "gazetteer"
                if show:
                    what = "ordinary words" if said else "not in the English"
                    print(f"  {what}: {name.text} ({name.kind}, {name.sign}) | {target[:100]}")
    print(
        f"  held in {len(data):,} segments of news: {count}, of which {otherwise} are not so in the English; {each:.0f} µs a segment"
    )
    print(
        f"  of those, ordinary words of Spanish that the English translates: {ordinary}, {unsigned} of them without a sign (aim ≤ 7)"
    )


def _is_of_words(name: str) -> bool:
    """Whether a name is made of nothing but ordinary words of Spanish, as written without capitals."""
    words = [word for word in re.findall(r"[^\W\d_]+", name) if len(word) > 1]
    return bool(words) and not name.isupper() and all(is_spanish(word.lower()) for word in words)


if __name__ == "__main__":
    main()
