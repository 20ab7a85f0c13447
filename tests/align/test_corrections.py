"""Corrections of an alignment: kept in the workspace, applied again, named when they no longer fit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from translate_flow.flow.editing.edit import edit
from translate_flow.flow.statement.work import Work
from translate_flow.workspace import Workspace

from .test_align_flow import EN, ES, run, texts, workspace

JOINED = EN.replace(
    "be heard.\n\nWe demand a dialogue table.", "be heard.\n\nWe demand a dialogue table and justice."
)
THREE = ES.replace("Lima,", "Queremos justicia.\n\nLima,")


def corrections(workspace: Workspace) -> Path:
    return workspace.corrections_path("carta", "en")


def test_corrections_are_kept_and_applied_again(tmp_path: Path) -> None:
    """Split, join, move and skip; the next run makes the same of the texts, and says nothing of them."""
    here = workspace(tmp_path / "w")
    (here.statements / "carta.es.md").write_text(THREE, "utf-8")
    letter = tmp_path / "letter.md"
    letter.write_text(JOINED + "\nTranslated by friends.\n", "utf-8")
    run(here, str(here.statements / "carta.es.md"), str(letter), "--as", "Ana")
    run(
        here,
        str(here.statements / "carta.es.md"),
        str(letter),
        "--as",
        "Ana",
        "--fix",
        "split t3 and justice.",
    )
    keys = {u.segment.text: u.key for u in Work.open(here, "carta", "en").units}
    wishes = [
        f"join {keys['Exigimos una mesa de diálogo.']} t3",
        f"move {keys['Queremos justicia.'][:4]} t4",
        "skip t6",
    ]
    done = run(
        here,
        str(here.statements / "carta.es.md"),
        str(letter),
        "--as",
        "Ana",
        *(w for wish in wishes for w in ("--fix", wish)),
    )
    assert "3 corrections applied" in done.output and "Translated by friends" not in done.output
    assert texts(here)["Exigimos una mesa de diálogo."] == ("translated", "We demand a dialogue table")
    assert texts(here)["Queremos justicia."] == ("translated", "and justice.")
    lines = [json.loads(line) for line in corrections(here).read_text("utf-8").splitlines()]
    assert [(c["do"], c["by"]) for c in lines] == [
        ("split", "Ana"),
        ("join", "Ana"),
        ("move", "Ana"),
        ("skip", "Ana"),
    ]
    before = here.journal_path("carta", "en").read_bytes()
    again = run(here, str(here.statements / "carta.es.md"), str(letter), "--as", "Ana")
    assert again.exit_code == 0 and "3 corrections applied" in again.output
    assert here.journal_path("carta", "en").read_bytes() == before


def test_what_was_taken_wrongly_goes_when_it_is_corrected(tmp_path: Path) -> None:
    """A text that came from the translation and nobody touched makes way; a person's own text never does."""
    here = workspace(tmp_path / "w")
    letter = tmp_path / "letter.md"
    letter.write_text(EN, "utf-8")
    run(here, str(here.statements / "carta.es.md"), str(letter), "--as", "Ana")
    work = Work.open(here, "carta", "en")
    keys = {u.segment.text: u.key for u in work.units}
    edit(work, keys["Exigimos una mesa de diálogo."], "We want talks.", "Rosa")
    run(
        here,
        str(here.statements / "carta.es.md"),
        str(letter),
        "--fix",
        f"skip {keys['Lima, 3 de mayo de 2024']}",
    )
    run(
        here,
        str(here.statements / "carta.es.md"),
        str(letter),
        "--fix",
        f"skip {keys['Exigimos una mesa de diálogo.']}",
    )
    assert texts(here)["Lima, 3 de mayo de 2024"] == ("missing", "")
    assert texts(here)["Exigimos una mesa de diálogo."] == ("translated", "We want talks.")
    run(
        here,
        str(here.statements / "carta.es.md"),
        str(letter),
        "--fix",
        f"free {keys['Lima, 3 de mayo de 2024']}",
    )
    assert texts(here)["Lima, 3 de mayo de 2024"][1] == "Lima, 3 May 2024"


def test_a_correction_that_no_longer_fits_is_named(tmp_path: Path) -> None:
    here = workspace(tmp_path / "w")
    letter = tmp_path / "letter.md"
    letter.write_text(EN, "utf-8")
    run(here, str(here.statements / "carta.es.md"), str(letter), "--as", "Ana", "--fix", "skip t4")
    letter.write_text(EN.replace("Lima, 3 May 2024", "Lima, May 3, 2024"), "utf-8")
    with corrections(here).open("a", encoding="utf-8") as file:
        file.write("not a correction\n")
    done = run(here, str(here.statements / "carta.es.md"), str(letter))
    assert done.exit_code == 1
    assert (
        "carta.align.jsonl:1: this correction (skip, by Ana) no longer fits: “Lima, 3 May 2024”"
        in done.output
    )
    assert "carta.align.jsonl:2: not a correction" in done.output
    assert texts(here)["Lima, 3 de mayo de 2024"][1] == "Lima, May 3, 2024"


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("", "write join KEY"),
        ("join", "write join KEY"),
        ("join t1", "write join KEY"),
        ("skip", "write join KEY"),
        ("split t1", "write join KEY"),
        ("glue ffffffff t1", "no paragraph ffffffff"),
        ("skip t9", "no paragraph t9"),
        ("split t3 nowhere", "has no such words"),
        ("split t3 We demand", "has no such words"),
        ("free t1", "no correction names t1"),
    ],
)
def test_a_correction_that_cannot_be_read_is_told(tmp_path: Path, wish: str, said: str) -> None:
    here = workspace(tmp_path / "w")
    (tmp_path / "letter.md").write_text(EN, "utf-8")
    with pytest.raises(Exception, match=said):
        run(here, str(here.statements / "carta.es.md"), str(tmp_path / "letter.md"), "--fix", wish)
    assert not corrections(here).exists()
