"""Building a statement: what it costs beside reading it once, and each output for itself.

A build's floor is one reading of the statement and the program's start; the ratios say how often a build does that
work. Whole processes, the median of several runs.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from . import generated
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
READ = """
import sys
from pathlib import Path
from translate_flow.formats import format_for
path = Path(sys.argv[1])
format_for(path.name).read(path.read_bytes(), path.stem)
"""


def main(options: Sequence[str] = ()) -> None:
    """Print the ratios; another number of paragraphs may be given."""
    paragraphs = int(options[0].lstrip("-")) if options else PARAGRAPHS
    print(f"building {paragraphs} paragraphs of Markdown: processor time, in readings of the file")
    with tempfile.TemporaryDirectory() as folder:
        _ratios(
            Path(folder), paragraphs, {"what build makes by itself": (), "page-html alone": ("page-html",)}
        )
    print(f"building {SHORT} paragraphs: the same")
    with tempfile.TemporaryDirectory() as folder:
        _ratios(Path(folder), SHORT, {"all text formats": TEXTS, "Word and PDF": PAPER})


def _ratios(root: Path, paragraphs: int, asked: dict[str, Sequence[str]]) -> None:
    (root / "statements").mkdir()
    (root / "translate-flow.toml").write_text('[languages]\nsource = "es"\ntargets = ["en"]\n', "utf-8")
    file = root / "statements" / "informe.es.md"
    file.write_text(generated.markdown(paragraphs), "utf-8")
    program = python("-m", "translate_flow")
    measure([*program, "add", str(file)], cwd=root, runs=1)
    read = measure(python("-c", READ, str(file)), cwd=root).cpu
    start = measure([*program, "--version"], cwd=root).cpu
    for name, outputs in asked.items():
        formats = [word for output in outputs for word in ("--format", output)]
        found = []
        for at in range(3):  # another folder each time, or there would be nothing to do
            target = str(root / f"build{at}")
            command = [*program, "build", "--drafts", "--with-errors", "--out", target, *formats]
            found.append(measure(command, cwd=root, runs=1).cpu)
        again = measure(command, cwd=root, runs=1).cpu
        middle = sorted(found)[1]
        print(
            f"  {name:28} {middle / read:6.1f} readings   {middle - start:6.2f} s after start;"
            f" unchanged: {again / middle:.2f} of that"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
