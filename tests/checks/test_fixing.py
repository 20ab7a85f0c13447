"""Remedies that are certain: the text is put right, the checks find less and nothing new; all else is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.checks.test_cases import findings as findings_of
from translate_flow.checks.fixing import candidate
from translate_flow.cli.group import group
from translate_flow.errors import UsageError
from translate_flow.flow.editing.edit import edit, send_back
from translate_flow.flow.editing.fix import fix, fix_all
from translate_flow.flow.intake.add import add
from translate_flow.flow.statement.sheet import Sheet
from translate_flow.flow.statement.work import Work
from translate_flow.model import Kind, Segment, State, Unit
from translate_flow.workspace import Workspace

SOURCES = ["La Red Muqui denuncia.", "Exigimos justicia, ahora.", "Llegaron 12 familias.", "¿Quién responde?"]
WRITTEN = {
    "So said the  red Muqui .": "So said the Red Muqui.",
    "We demand  justice , at once": "We demand justice, at once.",
    "The the 12 families came.": "The 12 families came.",
    "Who answers.": "Who answers?",
}


def made(root: Path, texts: list[str]) -> Workspace:
    """A statement with these translations, each confirmed."""
    (root / "translate-flow.toml").write_text('[languages]\nsource = "es"\ntargets = ["en"]\n')
    (root / "statements").mkdir()
    (root / "glossary").mkdir()
    (root / "glossary" / "a.csv").write_text("es,en,kind,policy\nRed Muqui,,organisation,keep\n")
    path = root / "statements" / "carta.es.md"
    path.write_text("\n\n".join(SOURCES) + "\n", "utf-8")
    workspace = Workspace.load(root)
    add(workspace, [path], ["en"])
    work = Work.open(workspace, "carta", "en")
    for entry, text in zip(work.catalogue.entries, texts, strict=True):
        edit(work, entry.key, text, "Ana")
    return Workspace.load(root)


def texts_of(workspace: Workspace) -> list[str]:
    return [u.target for u in Work.open(workspace, "carta", "en").units]


def test_what_is_certain_is_put_right_in_confirmed_text(tmp_path: Path) -> None:
    workspace = made(tmp_path, list(WRITTEN))
    assert len(fix_all(workspace, "carta", "en", "Berta", dry=True)) == 4
    assert texts_of(workspace) == list(WRITTEN), "a dry run writes nothing"
    said = CliRunner().invoke(group, ["fix", "-C", str(tmp_path), "--as", "Berta"])
    assert said.exit_code == 0 and "(end-punctuation): Who answers?" in said.output
    assert texts_of(workspace) == list(WRITTEN.values())
    assert {u.events[-1].by for u in Work.open(workspace, "carta", "en").units} == {"Berta"}
    assert fix_all(workspace, "carta", "en", "Berta") == []


def test_one_rule_alone_and_never_a_draft(tmp_path: Path) -> None:
    workspace = made(tmp_path, list(WRITTEN))
    work = Work.open(workspace, "carta", "en")
    key = work.catalogue.entries[2].key
    send_back(work, key, "Berta", "Which families?")
    fix_all(workspace, "carta", "en", "Carla", ["spaces", "doubled-word"])
    assert texts_of(workspace) == [
        "So said the red Muqui.",
        "We demand justice, at once",
        "The the 12 families came.",
        "Who answers.",
    ]
    work = Work.open(workspace, "carta", "en")
    with pytest.raises(UsageError, match="not certain"):
        fix(Sheet.of(work), work, key, "doubled-word", "Carla")


@pytest.mark.parametrize(
    ("rule", "source", "target"),
    [
        ("number-changed", "Son 12 familias.", "They are 21 families."),
        ("negation-lost", "No hubo respuesta.", "There was an answer."),
        ("term-forbidden", "Lo dijo la Red Muqui.", "So said the Muqui Network."),
    ],
)
def test_what_somebody_has_to_decide_has_no_remedy(rule: str, source: str, target: str) -> None:
    unit = Unit(Segment("k", Kind.PARAGRAPH, source), target, State.TRANSLATED)
    for finding in findings_of(rule, source, target):
        assert candidate(unit, finding) is None
