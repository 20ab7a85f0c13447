"""What the checks find of faults put into right translations, and how often they cry wolf over right ones.

    python -m bench inject                          # or: python bench/inject.py
    python bench/inject.py --set field              # one set (part of its name)
    python bench/inject.py --kind negation          # kinds whose name has this word; no false alarms
    python bench/inject.py --kind "unit" --missed   # with those not found
    python bench/inject.py --alarms                 # false alarms only, each printed; `--alarms RULE` for one rule
    python bench/inject.py --cases FILE.tsv         # rows source, translation, what: what is said of each

Sets: our own pairs of the field (`bench/pairs/field.tsv`, statement by statement), and files `NAME.es` / `NAME.en`
of one segment a line in `es-en-dev/` below the folder that TRANSLATE_FLOW_CORPUS names (default: `../shared/data`
beside the repository). Sentences of the news are also joined by threes into paragraphs. The seed is fixed: the same
faults in each run. A fault counts as found if the checks say something of it that they don't say of the right one.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path

if __name__ == "__main__":  # run as a file: make `bench` a package
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.faults import KINDS, Faulty, Kind, Pair
from bench.faults.names import runs
from translate_flow import checks
from translate_flow.checks import Scene, check_unit
from translate_flow.glossary import Glossary, count_target
from translate_flow.model import Document, Edition, Finding, Segment, Severity, State, Unit
from translate_flow.model import Kind as Block

SEED = 12
DRAWN = 150
"""Faults of each kind and set."""
STATEMENT = 40
"""Pairs of a set without statements that are taken for one."""
AIMS = {"sentences": 2.5, "paragraphs": 3.0}
"""Percent of right segments that may be flagged."""
ROOT = Path(__file__).resolve().parent.parent
OWN = ROOT / "bench" / "pairs" / "field.tsv"
JUDGED = ROOT / "bench" / "pairs" / "judged.tsv"
"""What people who read them found of right translations that the checks flag."""


@dataclass(frozen=True)
class Set:
    """Right translations."""

    name: str
    kind: str
    """`sentences` or `paragraphs`."""
    statements: tuple[tuple[tuple[str, str], ...], ...]
    parts: Mapping[tuple[str, str], Sequence[tuple[str, str]]] = field(default_factory=dict)
    """The pairs of which each paragraph was joined, if it was."""


def judged() -> dict[tuple[str, str], bool]:
    """Whether an alarm is false, by the hash of its pair and the rule; only of those that somebody has read."""
    lines = JUDGED.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {(row[0], row[1]): row[2] == "false" for row in rows}


def hashed(source: str, target: str) -> str:
    """By which the verdicts name a pair."""
    return blake2b(f"{source}\t{target}".encode(), digest_size=4).hexdigest()


def corpus() -> Path:
    """The folder of sentence pairs."""
    default = ROOT / ".." / "shared" / "data"
    return Path(os.environ.get("TRANSLATE_FLOW_CORPUS", str(default))) / "es-en-dev"


def pairs(folder: Path, name: str) -> list[tuple[str, str]]:
    """Lines of both files; an empty one on either side is left out."""
    sides = [
        (folder / f"{name}.{language}").read_text(encoding="utf-8").split("\n") for language in ("es", "en")
    ]
    return [(es.strip(), en.strip()) for es, en in zip(*sides, strict=True) if es.strip() and en.strip()]


def own() -> Set:
    """The pairs that come with the project."""
    blocks = re.split(r"\n\s*\n", OWN.read_text(encoding="utf-8").strip())
    rows = [[line for line in block.split("\n") if line and not line.startswith("#")] for block in blocks]
    statements = (tuple(_pair(line) for line in lines) for lines in rows if lines)
    return Set("field", "paragraphs", tuple(statements))


def _pair(line: str) -> tuple[str, str]:
    source, target = line.split("\t")
    return source, target


def sets() -> list[Set]:
    """All that are there."""
    found = [own()]
    folder = corpus()
    for path in sorted(folder.glob("*.es")):
        data = pairs(folder, path.stem)
        found.append(Set(path.stem, "sentences", _cut(data)))
        joined = [
            (" ".join(es for es, _ in data[i : i + 3]), " ".join(en for _, en in data[i : i + 3]))
            for i in range(0, len(data) - 2, 3)
        ]
        parts = {pair: data[3 * n : 3 * n + 3] for n, pair in enumerate(joined)}
        found.append(Set(f"{path.stem}, threes", "paragraphs", _cut(joined), parts))
    if len(found) == 1:
        print(f"no sentence pairs in {folder}: our own only (set TRANSLATE_FLOW_CORPUS)")
    return found


def _cut(data: Sequence[tuple[str, str]]) -> tuple[tuple[tuple[str, str], ...], ...]:
    return tuple(tuple(data[i : i + STATEMENT]) for i in range(0, len(data), STATEMENT))


class Judge:
    """The checks over the statements of one set."""

    def __init__(self, data: Set, glossary: Glossary) -> None:
        self.checks = checks.load()
        self.glossary = glossary
        self.scenes = [
            Scene(_edition(f"{data.name}-{n}", rows), glossary) for n, rows in enumerate(data.statements)
        ]
        self.units = [(scene, unit) for scene in self.scenes for unit in scene.edition.units]
        self._right: dict[tuple[str, str], frozenset[tuple[str, str]]] = {}

    def findings(self, scene: Scene, unit: Unit) -> list[Finding]:
        """What is said of a unit; what is said of a statement's whole (explanations of terms) is left out."""
        return [f for f in check_unit(unit, scene, self.checks) if f.rule != "gloss-missing"]

    def new(self, scene: Scene, unit: Unit, fault: Faulty) -> list[Finding]:
        """What is said of the wrong translation and not of the right one."""
        place = fault.source, fault.right
        unit = replace(unit, segment=replace(unit.segment, text=fault.source))
        if place not in self._right:
            said = self.findings(scene, replace(unit, target=fault.right))
            self._right[place] = frozenset((f.rule, f.message) for f in said)
        found = self.findings(scene, replace(unit, target=fault.wrong))
        return [f for f in found if (f.rule, f.message) not in self._right[place]]


def _edition(name: str, rows: Sequence[tuple[str, str]]) -> Edition:
    units = tuple(
        Unit(Segment(f"{i:08x}", Block.PARAGRAPH, source), target, State.TRANSLATED)
        for i, (source, target) in enumerate(rows)
    )
    return Edition(Document(name, "markdown", tuple(u.segment for u in units)), "es", "en", units)


def material(judge: Judge) -> list[tuple[Scene, Unit, Pair]]:
    """Each unit as a pair with its surroundings, in a random order."""
    chance = random.Random(SEED)
    others = list(dict.fromkeys(m[0] for _, u in judge.units for m in runs(u.segment.text, u.target)))
    found = []
    for scene in judge.scenes:
        units = scene.edition.units
        for at, unit in enumerate(units):
            after = units[at + 1] if at + 1 < len(units) else units[0]
            names = tuple(chance.sample(others, min(12, len(others))))
            terms = tuple(_terms(judge.glossary, unit))
            pair = Pair(unit.segment.text, unit.target, (after.segment.text, after.target), names, terms)
            found.append((scene, unit, pair))
    chance.shuffle(found)
    return found


def _terms(glossary: Glossary, unit: Unit) -> Iterator[tuple[str, str]]:
    for match in glossary.find(unit.segment.text):
        places = count_target(match.term, unit.target)
        if len(places) == 1:
            yield match.form, unit.target[slice(*places[0])]


def recall(judge: Judge, kinds: Sequence[Kind], missed: bool) -> None:
    """Prints, for each kind, how many of the faults drawn were found and by which rules."""
    ready = material(judge)
    for kind in kinds:
        chance = random.Random(f"{SEED}{kind.name}")
        drawn = found = 0
        rules: Counter[str] = Counter()
        for scene, unit, pair in ready:
            ways = [w for w in kind.inject(pair) if w.wrong != w.right]
            if not ways:
                continue
            fault = chance.choice(ways)
            said = judge.new(scene, unit, fault)
            drawn += 1
            found += bool(said)
            rules.update({f.rule for f in said})
            if missed and not said:
                print(f"    {fault.source}\n    {fault.right}\n  ✗ {fault.wrong}\n")
            if drawn == DRAWN:
                break
        if not drawn:
            continue
        percent = 100 * found / drawn
        aim = f"aim {kind.aim:3}{' ' if percent >= kind.aim else '!'}" if kind.aim else "        "
        by = ", ".join(f"{rule} {count}" for rule, count in rules.most_common(3))
        print(f"  {kind.name:26} {percent:5.0f} % of {drawn:3}   {aim}  {by}")


def alarms(judge: Judge, data: Set, show: str | None) -> None:
    """Prints how many right translations each rule flags; `show`: a rule, or all, with their texts."""
    flagged: Counter[str] = Counter()
    graver = false = unread = 0
    known = judged()
    for scene, unit in judge.units:
        found = [
            f for f in judge.findings(scene, unit) if f.severity is not Severity.INFO
        ]  # remarks ask nothing
        flagged.update({f.rule for f in found})
        flagged["any"] += bool(found)
        graver += any(f.severity is Severity.ERROR for f in found)
        pair = unit.segment.text, unit.target
        verdicts = {_verdict(f.rule, data.parts.get(pair, [pair]), known) for f in found}
        false += True in verdicts
        unread += None in verdicts and True not in verdicts
        for f in found:
            if show is not None and show in ("all", f.rule):
                print(
                    f"{f.severity} {f.rule}: {f.message} [{f.hint}]\n    {unit.segment.text}\n    {unit.target}\n"
                )
    total = len(judge.units)
    per = ", ".join(f"{rule} {100 * n / total:.2f}" for rule, n in flagged.most_common() if rule != "any")
    percent, aim = 100 * flagged["any"] / total, AIMS[data.kind]
    print(
        f"  right translations flagged: {percent:.1f} % of {total} {data.kind}; read and found false "
        f"{100 * false / total:.1f} % (aim ≤ {aim:g}), a fault of the text {(100 * (flagged['any'] - false - unread)) / total:.1f} %, "
        f"not read {100 * unread / total:.1f} %; with an error {100 * graver / total:.1f} %"
    )
    print(f"    by rule, %: {per}")


def _verdict(
    rule: str, parts: Sequence[tuple[str, str]], known: Mapping[tuple[str, str], bool]
) -> bool | None:
    """Whether an alarm is false: by what was found of its pair, or of those it was joined of; None if nobody read it."""
    found = [known[key, rule] for key in (hashed(*pair) for pair in parts) if (key, rule) in known]
    return all(found) if found else None


def cases(path: Path, glossary: Glossary) -> None:
    """Prints what is said of each row of a table: source, translation, what is wrong or falsely reported."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line]
    flagged = 0
    for source, target, what in rows:
        judge = Judge(Set("case", "sentences", (((source, target),),)), glossary)
        found = judge.findings(*judge.units[0])
        flagged += bool(found)
        said = ", ".join(f"{f.rule} ({f.severity})" for f in found)
        print(f"  {'flagged' if found else 'silent '} {what}: {target[:70]}  {said}")
    print(f"{flagged} of {len(rows)} flagged")


def main(arguments: Sequence[str] = ()) -> None:
    """Measure all, or what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--set", default="", help="part of a set's name")
    parser.add_argument("--kind", help="part of a kind's name; no false alarms then")
    parser.add_argument("--missed", action="store_true", help="print the faults not found")
    parser.add_argument(
        "--alarms", nargs="?", const="all", help="false alarms only, with their texts; a rule or all"
    )
    parser.add_argument("--cases", type=Path, help="a table of cases")
    asked = parser.parse_args(arguments)
    glossary = Glossary.load(sorted((ROOT / "glossary").glob("*.csv")))
    if asked.cases:
        cases(asked.cases, glossary)
        return
    kinds = [kind for kind in KINDS if not asked.kind or asked.kind in kind.name]
    for data in sets():
        if asked.set not in data.name:
            continue
        started = time.process_time()
        judge = Judge(data, glossary)
        print(f"\n{data.name}")
        if not asked.kind:
            alarms(judge, data, asked.alarms)
        if not asked.alarms:
            recall(judge, kinds, asked.missed)
        print(f"  ({time.process_time() - started:.0f} s)")


if __name__ == "__main__":
    main(sys.argv[1:])
