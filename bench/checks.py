"""How often each check fires on correct human translations, and how fast all checks are.

    python bench/checks.py [--show RULE]

Reads pairs `NAME.es` / `NAME.en` of one segment a line from `es-en-dev/` in the folder that
TRANSLATE_FLOW_CORPUS names (default: `../shared/data` beside the repository). Says so if there is none.
"""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from pathlib import Path

from translate_flow import checks
from translate_flow.glossary import Glossary
from translate_flow.model import Document, Edition, Kind, Segment, State, Unit

ROOT = Path(__file__).resolve().parent.parent
AIMS = {"near-miss": 2.0, "name-missing": 2.0, "number-changed": 2.0, "all": 8.0}
PARAGRAPHS = 10_000


def corpus() -> Path:
    """The folder of sentence pairs."""
    default = ROOT / ".." / "shared" / "data"
    return Path(os.environ.get("TRANSLATE_FLOW_CORPUS", str(default))) / "es-en-dev"


def edition(name: str, pairs: list[tuple[str, str]]) -> Edition:
    """Pairs as one confirmed statement."""
    units = tuple(
        Unit(Segment(f"{i:08x}", Kind.PARAGRAPH, source), target, State.TRANSLATED)
        for i, (source, target) in enumerate(pairs)
    )
    return Edition(Document(name, "plain", tuple(u.segment for u in units)), "es", "en", units)


def pairs(folder: Path, name: str) -> list[tuple[str, str]]:
    """Lines of both files; an empty one on either side is left out."""
    sides = [
        (folder / f"{name}.{language}").read_text(encoding="utf-8").split("\n") for language in ("es", "en")
    ]
    return [(es.strip(), en.strip()) for es, en in zip(*sides, strict=True) if es.strip() and en.strip()]


def false_alarms(name: str, data: list[tuple[str, str]], glossary: Glossary, label: str, show: str) -> None:
    """Prints segments flagged by each rule, as counts and percent."""
    scene = edition(name, data)
    started = time.process_time()
    findings = checks.run(scene, glossary)
    seconds = time.process_time() - started
    flagged = Counter(rule for rule, _ in {(f.rule, f.key) for f in findings})
    flagged["all"] = len({f.key for f in findings})
    print(f"\n{name}, {len(data)} human translations, {label}: {seconds:.2f} s")
    for rule, count in sorted(flagged.items(), key=lambda item: (item[0] == "all", -item[1])):
        percent = 100 * count / len(data)
        aim = f"   (aim: under {AIMS[rule]:g} %)" if rule in AIMS else ""
        print(f"  {rule:18} {count:5} {percent:6.2f} %{aim}")
    texts = {unit.key: unit for unit in scene.units}
    for finding in findings:
        if finding.rule == show:
            unit = texts[finding.key]
            print(
                f"\n{finding.severity} {finding.message} [{finding.hint}]\n  {unit.segment.text}\n  {unit.target}"
            )


def speed(glossary: Glossary) -> None:
    """Prints the time that all checks take over generated paragraphs of about sixty words."""
    source = (
        "El {d} de enero de 2023, en la ciudad de Juliaca, fueron asesinadas {n} personas por las fuerzas del orden, según "
        "informó la organización Voces del Sur {n}, que exige una investigación independiente y no acepta las versiones del "
        "Gobierno; el ministro Ramírez Quispe declaró a las 10:30 que «se respetará el derecho a la protesta» en Puno y en "
        "el resto del país (caso N.º {n})."
    )
    target = (
        "On January {d}, 2023, in the city of Juliaca, {n} people were murdered by the security forces, according to the "
        "organisation Voces del Sur {n}, which demands an independent investigation and does not accept the Government's "
        "versions; Minister Ramírez Quispe stated at 10:30 a.m. that “the right to protest will be respected” in Puno and "
        "in the rest of the country (case No. {n})."
    )
    data = [
        (source.format(d=i % 28 + 1, n=i + 40), target.format(d=i % 28 + 1, n=i + 40))
        for i in range(PARAGRAPHS)
    ]
    started = time.process_time()
    found = checks.run(edition("generated", data), glossary)
    seconds = time.process_time() - started
    print(
        f"\nall checks over {PARAGRAPHS} paragraphs: {seconds:.2f} s of CPU, {len(found)} findings (aim: under 10 s)"
    )


def main() -> None:
    show = sys.argv[sys.argv.index("--show") + 1] if "--show" in sys.argv else ""
    shipped = Glossary.load(sorted((ROOT / "glossary").glob("*.csv")))
    glossaries = {"no glossary": Glossary([]), f"the shipped glossary ({len(shipped.terms)} terms)": shipped}
    folder = corpus()
    names = sorted(path.stem for path in folder.glob("*.es"))
    if not names:
        print(f"no sentence pairs in {folder}: false alarms not measured (set TRANSLATE_FLOW_CORPUS)")
    for name in names:
        for label, glossary in glossaries.items():
            false_alarms(name, pairs(folder, name), glossary, label, show)
    speed(shipped)


if __name__ == "__main__":
    main()
