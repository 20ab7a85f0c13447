"""What Apertium's drafts say: a table of sentences for each kind of fault, through the real programs.

`kinds/*.tsv`: a Spanish sentence, and what its draft must hold; parts between `|`, one with `!` must not be there.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from translate_flow.drafting import draft
from translate_flow.engines.apertium import ApertiumEngine, ApertiumFactory
from translate_flow.glossary import Glossary
from translate_flow.model import Kind, Segment

TABLES = sorted((Path(__file__).parent / "kinds").glob("*.tsv"))


@pytest.fixture(scope="module")
def engine(apertium: ApertiumFactory) -> Iterator[ApertiumEngine]:
    with apertium.start("es", "en") as running:
        yield running


def rows(file: Path) -> list[tuple[str, list[str]]]:
    lines = [line for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    pairs = [line.replace("⏎", "\n").split("\t") for line in lines]
    return [(source, wanted.split("|")) for source, wanted in pairs]


@pytest.mark.apertium
@pytest.mark.parametrize("file", TABLES, ids=lambda file: file.stem)
def test_a_draft_says_what_its_source_says(file: Path, engine: ApertiumEngine) -> None:
    table = rows(file)
    assert len(table) >= 10
    segments = [Segment(str(n), Kind.PARAGRAPH, source) for n, (source, _) in enumerate(table)]
    wrong = []
    for made, (source, parts) in zip(draft(segments, Glossary([]), engine), table, strict=True):
        missing = [p for p in parts if (p[1:] in made.text if p[0] == "!" else p not in made.text)]
        if missing or made.problems:
            wrong.append((source, made.text, missing, [str(problem) for problem in made.problems]))
    assert not wrong, "\n".join(map(str, wrong))
