"""What is known of the languages is said once: none of it, or a file with a fault."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from translate_flow import checks
from translate_flow.cli import run
from translate_flow.flow.check import notes
from translate_flow.flow.doctor import examine
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.glossary import Glossary
from translate_flow.language import knowledge
from translate_flow.model import Document, Edition, Kind, Segment, State, Unit
from translate_flow.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """Two statements in a language that has no file."""
    init(tmp_path, "es", ("sw",))
    sources = [tmp_path / "statements" / f"{name}.es.txt" for name in ("carta", "acta")]
    for source in sources:
        source.write_text("Llegaron 12 personas.\n", "utf-8")
    made = Workspace.find(tmp_path)
    add(made, sources, ["sw"])
    monkeypatch.chdir(tmp_path)
    return made


def test_a_language_of_which_nothing_is_known_is_named_once(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["check"])
    assert capsys.readouterr().err.count("the language “sw” is not known here") == 1
    run(["check", "--format", "json"])
    said = json.loads(capsys.readouterr().out)
    assert [note[:28] for note in said["notes"]] == ["the language “sw” is not kno"]
    assert any("“sw”" in str(sign.what) and sign.good for sign in examine(workspace))


def test_known_languages_need_no_note() -> None:
    assert notes("es", ["en", "pt", "qu"]) == ()


@pytest.mark.parametrize(
    ("rows", "column", "table"), [("1 = januari", 5, True), ('1 = "januari"\n1 = "mwezi"', 1, False)]
)
def test_a_fault_in_a_language_file_is_named_with_its_place(
    rows: str, column: int, table: bool, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that costs its table says so; of a row that appears twice the second alone is left out."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "sw.toml").write_text(f"[months]\n{rows}\n\n[length]\nrelative = 1.1\n", "utf-8")
    knowledge.known.cache_clear()
    knowledge._read.cache_clear()
    monkeypatch.setattr(knowledge, "_folder", lambda: tmp_path / "data")
    try:
        told = [str(note) for note in notes("sw", ["sw"])]
        signs = [sign for sign in examine(workspace) if str(sign.what) == "language files"]
    finally:
        knowledge.known.cache_clear()
        knowledge._read.cache_clear()
    line = 2 if table else 3
    assert len(told) == 1 and told[0].startswith(f"language file sw.toml, line {line}, column {column}: ")
    assert told[0].endswith("; that table is not used") == table
    assert [sign.good for sign in signs] == [False]


def test_of_such_a_language_marks_addresses_and_figures_alone_are_compared() -> None:
    """Swahili: what it says of days, names and justice is not judged; another number and another address are faults."""
    source = "Murieron 41 comuneros el lunes 9 de enero y no hubo justicia para Rosa Quispe. Vea [esto](https://ejemplo.org/x-12)."
    right = "Wakulima 41 walikufa Jumatatu tarehe 9 Januari na hakukuwa na haki. Tazama [hii](https://ejemplo.org/x-12)."
    wrong = right.replace("41", "42").replace("x-12", "x-13")
    assert rules(source, right) == []
    assert rules(source, wrong) == ["number-changed", "markup-changed"]
    assert rules("No hubo justicia. Nadie vino al acto.", "Hakukuwa na haki.") == []


def rules(source: str, target: str) -> list[str]:
    unit = Unit(Segment("0" * 8, Kind.PARAGRAPH, source), target, State.TRANSLATED)
    edition = Edition(Document("a", "markdown", (unit.segment,)), "es", "sw", (unit,))
    return [finding.rule for finding in checks.run(edition, Glossary([]))]
