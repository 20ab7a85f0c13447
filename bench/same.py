"""Whether another tree of this program says the same of the same translations: for changes that should alter nothing.

    git worktree add ../before main
    python -m bench same --against ../before          # all sets, their faults, mismatched pairs
    python -m bench same --against ../before --few    # the pairs of the field only

Besides the findings, what is read of each text is compared: its figures, negations, sentences and names.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from .checks import ROOT, dense, paragraphs
from .faults import KINDS
from .inject import Judge, material, own, sets

SEED = 12
EACH = 40
"""Faults of each kind and set."""
PAIRS = 300
"""Generated paragraphs of either kind."""
STATEMENT = 40
SHOWN = 10
"""Differences that are printed."""

Rows = list[tuple[str, str]]

WORKER = """
import json, sys
from pathlib import Path
import translate_flow
from translate_flow import checks
from translate_flow.checks import Scene
from translate_flow.glossary import Glossary
from translate_flow.model import Document, Edition, Kind, Segment, State, Unit
assert Path(translate_flow.__file__).resolve().is_relative_to(Path(sys.argv[1]).resolve()), translate_flow.__file__
glossary = Glossary.load(sorted(Path(sys.argv[3]).glob("*.csv")))
for n, rows in enumerate(json.loads(Path(sys.argv[2]).read_text("utf-8"))):
    units = tuple(Unit(Segment(f"{i:08x}", Kind.PARAGRAPH, es), en, State.TRANSLATED) for i, (es, en) in enumerate(rows))
    edition = Edition(Document(f"s{n}", "markdown", tuple(u.segment for u in units)), "es", "en", units)
    said = {}
    for f in checks.run(edition, glossary):
        said.setdefault(f.key, []).append(f"{f.severity} {f.rule}: {f.message} {f.span} [{f.hint}]")
    scene = Scene(edition, glossary)
    for unit in units:
        sides = scene.source(unit), scene.target(unit)
        read = [[[str((f.form, f.start, f.end, sorted(f.readings), f.certain, f.spelled, f.kind)) for f in side.figures],
                 str(side.negations), str(side.sentences)] for side in sides]
        names = [str(tuple(name)) if isinstance(name, tuple) else str(name) for name in scene.names(unit)]
        print(json.dumps([n, unit.segment.text, unit.target, said.get(unit.key, []), read, names]))
"""
"""What is run in either tree; one line for each unit."""


def statements(few: bool) -> Iterator[Rows]:
    """What both trees are asked about: right pairs, pairs with a fault put in, and texts beside the wrong ones."""
    from translate_flow.glossary import Glossary

    yield list(dense(STATEMENT))
    yield list(islice(paragraphs(PAIRS), PAIRS))
    glossary = Glossary.load(sorted((ROOT / "glossary").glob("*.csv")))
    for data in [own()] if few else sets():
        right = [list(rows) for rows in data.statements]
        yield from right
        for rows in right:
            yield [(es, rows[n - 1][1]) for n, (es, _) in enumerate(rows)]
        yield from _cut(list(_wrong(Judge(data, glossary))))


def _wrong(judge: Judge) -> Iterator[tuple[str, str]]:
    """Some pairs with each kind of fault."""
    ready = material(judge)
    for kind in KINDS:
        chance = random.Random(f"{SEED}{kind.name}")
        drawn = ([w for w in kind.inject(pair) if w.wrong != w.right] for _, _, pair in ready)
        for ways in islice(filter(None, drawn), EACH):
            fault = chance.choice(ways)
            yield fault.source, fault.wrong


def _cut(rows: Rows) -> list[Rows]:
    return [rows[start : start + STATEMENT] for start in range(0, len(rows), STATEMENT)]


def _said(tree: Path, asked: Path) -> list[str]:
    """What a tree says, a line for each unit."""
    run = subprocess.run(
        [sys.executable, "-c", WORKER, str(tree), str(asked), str(ROOT / "glossary")],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree)},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return run.stdout.splitlines()


def main(arguments: Sequence[str] = ()) -> None:
    """Print in what the two trees differ. Exit 1 if they do."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--against", type=Path, required=True, help="another tree of this repository")
    parser.add_argument("--few", action="store_true", help="the pairs of the field only")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "asked.json"
        path.write_text(json.dumps(list(statements(asked.few))), "utf-8")
        before, now = (_said(tree.resolve(), path) for tree in (asked.against, ROOT))
    other = [(one, two) for one, two in zip(before, now, strict=True) if one != two]
    for one, two in other[:SHOWN]:
        was, became = json.loads(one), json.loads(two)
        print(f"  {was[1]}\n  {was[2]}")
        for a, b in zip(was[3:], became[3:], strict=True):
            if a != b:
                print(f"    before: {a}\n    now:    {b}")
    findings = sum(len(json.loads(line)[3]) for line in now)
    print(
        f"same: {len(now):,} units, {findings:,} findings; {len(other):,} units of which something else is said or read"
    )
    if other:
        sys.exit(1)


if __name__ == "__main__":
    main(sys.argv[1:])
