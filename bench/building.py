"""Building statements: what it costs beside reading one once, each output for itself, and one changed among many.

A build's floor is one reading of the statement and the program's start; the ratios say how often a build does that
work. Whole processes, the median of several runs.

    python -m bench building --beside FOLDER    # and the build in that folder, on the same statement in the same run
    python -m bench building --many 1000        # so many short statements, one of them changed
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from . import generated
from .desk.clients import RUN
from .measure import measure, python

PARAGRAPHS = 10_000
SHORT = 100
TEXTS = (
    "statement",
    "md",
    "html",
    "txt",
    "page-html",
    "page-md",
    "fragment",
    "social",
    "bilingual",
    "tsv",
    "jsonl",
    "tmx",
)
"""Outputs that are text."""
PAPER = ("docx", "pdf")
LONG = {"what build makes by itself": (), "page-html alone": ("page-html",)}
READ = """
import sys
from pathlib import Path
from translate_flow.formats import format_for
path = Path(sys.argv[1])
format_for(path.name).read(path.read_bytes(), path.stem)
"""


@dataclass(frozen=True)
class Cost:
    """Seconds of processor."""

    first: float
    """Of the first build, which runs the checks."""
    build: float
    """Of a further one of the same statement into another folder."""
    unchanged: float
    """Of one that finds all built."""


def main(argv: Sequence[str] = ()) -> None:
    """Print the ratios."""
    parser = argparse.ArgumentParser(prog="bench building")
    parser.add_argument("--beside", type=Path, help="folder of another build, to be measured in the same run")
    parser.add_argument("--paragraphs", type=int, default=PARAGRAPHS)
    parser.add_argument("--many", type=int, help="instead: so many short statements, one of them changed")
    asked = parser.parse_args(argv)
    if asked.many:
        _many(asked.many)
        return
    print(f"building {asked.paragraphs:,} paragraphs of Markdown: processor time, in readings of the file")
    _ratios(asked.paragraphs, LONG, asked.beside)
    print(f"building {SHORT} paragraphs: the same (aims: text formats 0.6 s after start, Word and PDF 3 s)")
    _ratios(SHORT, {"all text formats": TEXTS, "Word and PDF": PAPER}, None)


def _ratios(paragraphs: int, asked: Mapping[str, Sequence[str]], beside: Path | None) -> None:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "ours"
        program = python("-m", "translate_flow")
        file = _workspace(root, program, paragraphs)
        read = measure(python("-c", READ, str(file)), cwd=root).cpu
        start = measure([*program, "--version"], cwd=root).cpu
        ours = {what: _built(root, [*program, "build", "--with-errors"], asked[what]) for what in asked}
        for what, cost in ours.items():
            print(
                f"  {what:28} {cost.build / read:6.1f} readings   {cost.build - start:6.2f} s after start, "
                f"{cost.first - start:.2f} with the checks; unchanged: {cost.unchanged / cost.build:.2f} of that"
            )
        if beside:
            other = python("-c", RUN.format(folder=str(beside.resolve())))
            there = Path(name) / "beside"
            _workspace(there, other, paragraphs)
            # it may be older than --with-errors, and than the checks before a build
            theirs = {what: _built(there, [*other, "build"], asked[what]) for what in asked}
            for what, cost in theirs.items():
                print(
                    f"  {what:28} beside: {cost.build:.2f} s; this build / beside: {ours[what].build / cost.build:.2f}, "
                    f"with the checks {ours[what].first / cost.first:.2f}"
                )


def _workspace(root: Path, program: Sequence[str], paragraphs: int, statements: int = 1) -> Path:
    """A workspace with statements of so many paragraphs; the file of the last."""
    (root / "statements").mkdir(parents=True)
    (root / "translate-flow.toml").write_text('[languages]\nsource = "es"\ntargets = ["en"]\n', "utf-8")
    for number in range(statements):
        file = root / "statements" / f"informe-{number}.es.md"
        file.write_text(generated.markdown(paragraphs, seed=12 + number), "utf-8")
    measure([*program, "add", *map(str, (root / "statements").iterdir())], cwd=root, runs=1)
    return file


def _built(root: Path, build: Sequence[str], outputs: Sequence[str]) -> Cost:
    formats = [word for output in outputs for word in ("--format", output)]
    found = []
    for at in range(4):  # another folder each time, or there would be nothing to do
        target = str(root / f"build{at}-{len(outputs)}")
        command = [*build, "--drafts", "--out", target, *formats]
        found.append(measure(command, cwd=root, runs=1).cpu)
    first, *others = found
    return Cost(first, sorted(others)[1], measure(command, cwd=root, runs=1).cpu)


def _many(statements: int) -> None:
    """One statement of many that changed since all were built."""
    print(f"building {statements:,} statements of 5 paragraphs (aim: one changed, 2 s or less)")
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        program = python("-m", "translate_flow")
        file = _workspace(root, program, 5, statements)
        build = [*program, "build", "--drafts", "--with-errors"]
        every = measure(build, cwd=root, runs=1)
        file.write_text(generated.markdown(5, seed=1), "utf-8")
        measure([*program, "add", str(file)], cwd=root, runs=1)
        one = measure(build, cwd=root, runs=1)
        none = measure(build, cwd=root)
        print(
            f"  all {every.cpu:.1f} s CPU; one changed {one.cpu:.2f} s CPU, {one.wall:.2f} s by the clock; "
            f"none changed {none.cpu:.2f} s CPU"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
