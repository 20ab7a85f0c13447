"""How fast the checks are: all of them over 5,000 paragraphs beside `pofilter`, and `check` over a whole workspace.

python -m bench checks
python -m bench checks --where   # what each check takes of that: who first asks for a reading pays for it
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import islice
from pathlib import Path

if __name__ == "__main__":  # run as a file: make `bench` a package
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench import results
from bench.measure import Figure, measure, peer, present, python, row

ROOT = Path(__file__).resolve().parent.parent
OWN = ROOT / "bench" / "pairs" / "field.tsv"
PAIRS = 5_000
PARAGRAPHS = 10_000
WARM, LOOKED = 200, 1_000
"""Pairs before, and of which it is said where the time goes."""
SHOWN = 12
JOINED = 3
"""Sentences of the field in a paragraph."""
RATIO = 0.20
"""Aim: processor time of all checks over that of pofilter."""
SECONDS = 4.0
"""Aim: `check` of a workspace."""

CHECKS = """
import sys
from pathlib import Path
from translate_flow import checks
from translate_flow.catalogue import Catalogue
from translate_flow.glossary import Glossary
from translate_flow.model import Document, Edition, Kind, Segment, State, Unit
glossary = Glossary.load(sorted(Path(sys.argv[2]).glob("*.csv")))
entries = Catalogue.load(Path(sys.argv[1])).entries
units = tuple(Unit(Segment(e.key, Kind.PARAGRAPH, e.source), e.target, State.TRANSLATED) for e in entries)
document = Document("big", "markdown", tuple(unit.segment for unit in units))
print(len(checks.run(Edition(document, "es", "en", units), glossary)))
"""


SOURCE = (
    "El {day} de enero de 2023, en la ciudad de Juliaca, fueron asesinadas {n} personas por las fuerzas del orden, según "
    "informó la organización Voces del Sur {n}, que exige una investigación independiente y no acepta las versiones del "
    "Gobierno; el ministro Ramírez Quispe declaró a las 10:30 que «se respetará el derecho a la protesta» en Puno y en "
    "el resto del país (caso N.º {n})."
)
TARGET = (
    "On January {day}, 2023, in the city of Juliaca, {n} people were murdered by the security forces, according to the "
    "organisation Voces del Sur {n}, which demands an independent investigation and does not accept the Government's "
    "versions; Minister Ramírez Quispe stated at 10:30 a.m. that “the right to protest will be respected” in Puno and "
    "in the rest of the country (case No. {n})."
)
"""A dense paragraph: names, terms, a date, an hour, a quotation, a negation. Nearly everything there is to check stands in it."""


def dense(number: int) -> Iterator[tuple[str, str]]:
    """That paragraph so many times, each with figures of its own."""
    for n in range(number):
        figures = {"day": n % 28 + 1, "n": n + 40}
        yield SOURCE.format(**figures), TARGET.format(**figures)


def paragraphs(number: int, seed: int = 12) -> Iterator[tuple[str, str]]:
    """Paragraphs of three sentences of the field each, with a number of their own: no two are alike."""
    rows = [line.split("\t") for line in OWN.read_text(encoding="utf-8").split("\n") if "\t" in line]
    usable = [(es, en) for es, en in rows if es.endswith(".") and "[^" not in es]
    chance = random.Random(seed)
    for n in range(number):
        drawn = chance.sample(usable, JOINED)
        source, target = (" ".join(pair[side] for pair in drawn) for side in (0, 1))
        yield f"{source} Expediente {n + 3000}.", f"{target} Case file {n + 3000}."


def workspace(root: Path, number: int) -> None:
    """A workspace with one statement of so many paragraphs, imported as finished translations."""
    from translate_flow.flow.intake.init import init

    init(root, "es", ("en",))
    texts = list(paragraphs(number))
    (root / "statements" / "big.es.md").write_text("\n\n".join(es for es, _ in texts) + "\n", "utf-8")
    measure(python("-m", "translate_flow", "add", "-C", str(root)), runs=1, cwd=root)
    from dataclasses import replace

    from translate_flow.catalogue import Catalogue

    path = next((root / "locales" / "en").glob("*.po"))
    catalogue = Catalogue.load(path)
    known = dict(texts)
    entries = tuple(replace(e, target=known.get(e.source, e.source)) for e in catalogue.entries)
    replace(catalogue, entries=entries).save()


def speed(name: str, texts: Iterable[tuple[str, str]]) -> None:
    """Prints the ratio to pofilter over some pairs."""
    from translate_flow.catalogue import Catalogue, Entry, standard_header

    print(f"checks: {PAIRS:,} pairs, {name}, CPU seconds")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "big.po"
        header = standard_header(
            {}, {"Language": "en", "X-Source": "statements/big.es.md", "X-Source-Hash": "0"}
        )
        made = tuple(Entry(f"{i:08x}", es, en) for i, (es, en) in enumerate(texts))
        Catalogue(path, header, made).save()
        peers = {}
        if present("pofilter"):
            out = Path(folder) / "out.po"
            peers["pofilter"] = measure([peer("pofilter"), "--progress=none", str(path), str(out)], runs=1)
        ours = measure(python("-c", CHECKS, str(path), str(ROOT / "glossary")), runs=1)
        row(f"{name} (aim: {RATIO:.2f} of pofilter)", ours, peers)


def taken(what: str, ours: Figure) -> None:
    """One line: the processors' time, and what a clock shows meanwhile; kept with the results."""
    said = f"`check` of {PARAGRAPHS:,} paragraphs, {what}: {ours.wall:.1f} s by the clock (aim: {SECONDS:g})"
    results.add(said, asdict(ours), {})
    print(f"  {what}: ours {ours.cpu:.2f} s · by the clock {ours.wall:.2f} s")


def whole() -> None:
    """Prints what `check` takes for a workspace, the first time and when nothing, or one paragraph, has changed."""
    print(
        f"check: a workspace of {PARAGRAPHS:,} paragraphs, CPU seconds and those that pass (aim: {SECONDS:g})"
    )
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "workspace"
        workspace(root, PARAGRAPHS)
        check = python("-m", "translate_flow", "check", "-C", str(root))
        measure(python("-m", "translate_flow", "status", "-C", str(root)), runs=1)  # journals what it finds
        taken("first", measure(check, runs=1, cwd=root))
        taken("unchanged", measure(check, runs=1, cwd=root))
        po = next((root / "locales" / "en").glob("*.po"))
        po.write_text(po.read_text("utf-8").replace("Case file 3007.", "Case file 3070."), "utf-8")
        taken("one changed", measure(check, runs=1, cwd=root))


def where(name: str, texts: Iterable[tuple[str, str]]) -> None:
    """Prints what each check takes of the processor for a pair, the readings it asks for first included."""
    from translate_flow import checks
    from translate_flow.glossary import Glossary
    from translate_flow.model import Document, Edition, Kind, Segment, State, Unit

    glossary = Glossary.load(sorted((ROOT / "glossary").glob("*.csv")))
    units = [
        Unit(Segment(f"{n:08x}", Kind.PARAGRAPH, es), en, State.TRANSLATED)
        for n, (es, en) in enumerate(islice(texts, WARM + LOOKED))
    ]
    taken: Counter[str] = Counter()
    for some in (units[:WARM], units[WARM:]):  # what is once for all texts is worked out with the first
        taken.clear()
        document = Document("big", "markdown", tuple(unit.segment for unit in some))
        scene = checks.Scene(Edition(document, "es", "en", tuple(some)), glossary)
        for check in checks.load():
            begin = time.process_time()
            for unit in some:
                if unit.state in check.states:
                    list(check.run(unit, scene))
            taken[check.rule] = time.process_time() - begin
    every = sum(taken.values())
    print(f"checks: {name}, {1000 * every / LOOKED:.2f} ms of the processor for a pair")
    for rule, seconds in taken.most_common(SHOWN):
        print(f"  {rule:<20} {100 * seconds / every:4.1f} %")


def main(arguments: Sequence[str] = ()) -> None:
    """Print the figures, or with `--where` what each check takes."""
    if "--where" in arguments:
        where("dense paragraphs of one sentence", dense(WARM + LOOKED))
        where("paragraphs of three short sentences", paragraphs(WARM + LOOKED))
        return
    speed("dense paragraphs of one sentence", dense(PAIRS))
    speed("paragraphs of three short sentences", paragraphs(PAIRS))
    whole()


if __name__ == "__main__":
    main()
