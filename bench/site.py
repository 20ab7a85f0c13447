"""The site over many statements: a first build, one statement changed, none changed, in the same run.

python -m bench site --statements 1000
python -m bench site --beside FOLDER    # and the site that the program in that folder makes of the same statements
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from translate_flow.flow.intake.add import add
from translate_flow.flow.statement.events import event
from translate_flow.flow.statement.work import Work
from translate_flow.workspace import Workspace

from . import generated
from .building import RUN
from .measure import Figure, measure, python

STATEMENTS = 1000


def main(argv: Sequence[str] = ()) -> None:
    """Print seconds and ratios."""
    parser = argparse.ArgumentParser(prog="bench site")
    parser.add_argument("--statements", type=int, default=STATEMENTS)
    parser.add_argument("--beside", type=Path, help="folder of another build, to be measured in the same run")
    asked = parser.parse_args(argv)
    print(f"site of {asked.statements:,} statements of 5 paragraphs (aim: one changed, 2 s or less)")
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        workspace = _workspace(root, asked.statements)
        program = python("-m", "translate_flow")
        measure([*program, "check"], cwd=root, runs=1)  # a team has run the checks long before it publishes
        first = _first(root, program)
        _say("a first build", first, first)
        _edited(workspace, "informe-0")
        _say("one changed", measure([*program, "site"], cwd=root, runs=1), first)
        _say("none changed", measure([*program, "site"], cwd=root), first)
        if asked.beside:
            other = _first(root, python("-c", RUN.format(folder=str(asked.beside.resolve()))))
            _say("beside: a first build", other, first)


def _first(root: Path, program: Sequence[str]) -> Figure:
    for folder in (root / "build", root / ".translate-flow" / "site"):
        shutil.rmtree(folder, ignore_errors=True)
    return measure([*program, "site"], cwd=root, runs=1)


def _say(what: str, found: Figure, first: Figure) -> None:
    print(
        f"  {what:22} {found.cpu:6.2f} s of processor, {found.wall:6.2f} s by the clock: {found.cpu / first.cpu:.2f} of a "
        f"first build, by the clock {found.wall / first.wall:.2f}"
    )


def _workspace(root: Path, statements: int) -> Workspace:
    """Statements that are ready to be published."""
    (root / "statements").mkdir(parents=True)
    (root / "translate-flow.toml").write_text(
        '[languages]\nsource = "es"\ntargets = ["en"]\n\n[review]\nstop = "never"\n', "utf-8"
    )
    names = [f"informe-{number}" for number in range(statements)]
    for number, name in enumerate(names):
        file = root / "statements" / f"{name}.es.md"
        file.write_text(generated.markdown(5, seed=12 + number), "utf-8")
    workspace = Workspace.load(root)
    add(workspace, sorted((root / "statements").iterdir()), ["en"])
    for name in names:
        _edited(workspace, name)
    return workspace


def _edited(workspace: Workspace, name: str) -> None:
    """Every paragraph written by a person once more."""
    work = Work.open(workspace, name, "en")
    said = f"Written {len(work.journal.events)}: "
    work.change(lambda now: [event("edit", u, "Ana", said + u.segment.text) for u in now.units])


if __name__ == "__main__":
    main(sys.argv[1:])
