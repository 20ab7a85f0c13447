"""What the memory spares a translator, counted before the work begins."""

from __future__ import annotations

import csv
import json

from translate_flow.flow.drafts.analyse import BANDS, COLUMNS, analyse
from translate_flow.flow.drafts.draft import plan
from translate_flow.flow.statement.work import Work
from translate_flow.language.text import count_words
from translate_flow.workspace import Workspace

from .conftest import ONE, TWO, statement
from .test_workspace import invoke


def test_the_outlook_tells_what_the_memory_spares(workspace: Workspace) -> None:
    (seen,) = plan(workspace, ["dos"], "en").forecast()
    assert (seen.wanted, seen.remembered) == (4, 2)
    assert seen.characters == 2 * len("El río baja turbio.")


def test_analysis_counts_every_segment_once(workspace: Workspace) -> None:
    statement(workspace, "tres", TWO + "\nEl río baja turbio.\n\nExigimos verdad y justicia ahora.\n")
    found = analyse(Workspace.find(workspace.root), ["dos", "tres"], "en")
    bands = {one.name: {b: v.segments for b, v in one.volumes.items() if v.segments} for one in found}
    assert bands["dos"] == {"exact": 1, "95-99": 1, "50-74": 1, "none": 1}
    assert bands["tres"]["across"] == 5 and bands["tres"]["none"] == 1
    assert sum(bands["all"].values()) == 10 and found[-1].open.segments == 10
    assert not Work.open(workspace, "dos", "en").units[0].target


def test_a_repeated_segment_counts_within_its_statement_and_a_context_match_before_that(
    workspace: Workspace,
) -> None:
    statement(workspace, "tres", "Agua limpia.\n\nTierra sana.\n\nAgua limpia.\n\n" + ONE)
    (one, _) = analyse(Workspace.find(workspace.root), ["tres"], "en")
    bands = {band: v.segments for band, v in one.volumes.items() if v.segments}
    assert bands["within"] == 1 and bands["none"] >= 2 and bands["context"] >= 1


def test_the_sums_of_an_analysis_are_those_of_the_text(workspace: Workspace) -> None:
    """Bands add up to the statement, statements to the whole, in segments, words and characters."""
    found = analyse(Workspace.find(workspace.root), ["uno", "dos"], "en")
    for one in found[:-1]:
        texts = [u.segment.text for u in Work.open(workspace, one.name, "en").edition().units]
        volumes = one.volumes.values()
        assert sum(v.segments for v in volumes) == len(texts)
        assert sum(v.words for v in volumes) == sum(count_words(text) for text in texts)
        assert sum(v.characters for v in volumes) == sum(map(len, texts))
    for band, whole in found[-1].volumes.items():
        for what in ("segments", "words", "characters"):
            assert getattr(whole, what) == sum(getattr(o.volumes[band], what) for o in found[:-1])


def test_an_analysis_as_table_csv_and_json_says_the_same(workspace: Workspace) -> None:
    data = json.loads(invoke(workspace, "draft", "--analyse", "--format", "json")[1])
    rows = list(csv.DictReader(invoke(workspace, "draft", "--analyse", "--format", "csv")[1].splitlines()))
    (language,) = data["languages"]
    for one in [*language["statements"], language["totals"]]:
        for band in one["bands"]:
            (row,) = [r for r in rows if (r["statement"], r["band"]) == (one["name"], band["band"])]
            assert [int(row[c]) for c in COLUMNS[3:]] == [band[c] for c in COLUMNS[3:]]
    table = invoke(workspace, "draft", "dos", "--analyse")[1]
    assert [line.split("  ")[0].strip() for line in table.splitlines() if line.strip()][2:-2] == list(
        BANDS.values()
    )
