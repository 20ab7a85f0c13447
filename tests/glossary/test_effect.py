"""What a row of the glossary would change in the statements, before it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate_flow.errors import GlossaryError
from translate_flow.flow.drafts.draft import plan, run
from translate_flow.flow.editing.edit import edit
from translate_flow.flow.intake.add import add as add_statements
from translate_flow.flow.statement.work import Work
from translate_flow.flow.terms.effect import Effect, effect
from translate_flow.flow.terms.glossary import add, remove
from translate_flow.workspace import Workspace

TEXTS = {
    "carta": "La mesa técnica no sirve.\n\nLas mesas técnicas cansan.\n\nNada más.\n",
    "nota": "La mesa técnica nacional falló.\n\nQueremos agua.\n",
    "otra": "No hay respuesta.\n",
}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Three drafted statements; in one a person has confirmed a paragraph."""
    (tmp_path / "translate-flow.toml").write_text(
        '[languages]\nsource = "es"\ntargets = ["en"]\n\n[drafting]\nengines = ["fake"]\n'
    )
    for folder in ("statements", "glossary"):
        (tmp_path / folder).mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "statements" / f"{name}.es.md").write_text(text, "utf-8")
    made = Workspace.load(tmp_path)
    add_statements(made, sorted((tmp_path / "statements").iterdir()), ["en"])
    list(run(plan(made, list(TEXTS), "en")))
    work = Work.open(made, "carta", "en")
    edit(work, work.catalogue.entries[1].key, "The technical tables tire us.", "Ana")
    return Workspace.load(tmp_path)


def of(workspace: Workspace, es: str, en: str, **more: object) -> Effect:
    written = add(workspace, es, {"en": en, **more}, "en", overwrite=True, dry=True)
    return effect(workspace, "en", [written.term])


def test_what_has_the_term_in_any_form_is_counted_and_nothing_written(workspace: Workspace) -> None:
    found = of(workspace, "mesa técnica", "panel of experts")
    assert found.statements == {"carta": 2, "nota": 1}
    assert [m.place for m in found.met] == [1, 2, 1]
    assert list((workspace.root / "glossary").iterdir()) == []


def test_drafts_are_made_again_and_what_a_person_wrote_is_only_named(workspace: Workspace) -> None:
    found = of(workspace, "mesa técnica", "panel of experts")
    assert {name: len(keys) for name, keys in found.again.items()} == {"carta": 1, "nota": 1}
    assert [(m.name, m.target) for m in found.against] == [("carta", "The technical tables tire us.")]


def test_a_text_that_is_as_the_row_asks_stays(workspace: Workspace) -> None:
    assert of(workspace, "mesa técnica", "technical table").against == ()
    assert len(of(workspace, "mesa técnica", "technical table", forbidden=("tables tire",)).against) == 1


def test_a_longer_term_has_its_own_row(workspace: Workspace) -> None:
    add(workspace, "mesa técnica nacional", {"en": "national panel"}, "en")
    assert of(workspace, "mesa técnica", "panel of experts").statements == {"carta": 2}


def test_a_statement_goes_by_its_own_glossary(workspace: Workspace) -> None:
    add(workspace, "mesa técnica", {"en": "working group"}, "en", statement="nota")
    workspace = Workspace.load(workspace.root)
    found = of(workspace, "mesa técnica", "panel of experts")
    assert found.statements == {"carta": 2}
    alone = effect(
        workspace,
        "en",
        [add(workspace, "agua", {"en": "water"}, "en", statement="nota", dry=True).term],
        statement="nota",
    )
    assert alone.statements == {"nota": 1}


def test_a_row_taken_out_leaves_the_others_and_says_where_it_held(workspace: Workspace) -> None:
    add(workspace, "mesa técnica", {"en": "panel of experts"}, "en")
    add(workspace, "agua", {"en": "water"}, "en")
    gone = remove(workspace, "mesa técnica", "en", dry=True)
    assert effect(workspace, "en", gone=[gone]).statements == {"carta": 2, "nota": 1}
    assert effect(workspace, "en", gone=[gone]).again == {}
    remove(workspace, "mesa técnica", "en")
    assert "mesa" not in (workspace.root / "glossary" / "terms.csv").read_text("utf-8")
    assert "agua" in (workspace.root / "glossary" / "terms.csv").read_text("utf-8")
    with pytest.raises(GlossaryError, match="not in the glossary"):
        remove(workspace, "mesa técnica", "en")


def test_a_verb_is_found_in_all_its_forms(workspace: Workspace) -> None:
    def found(kind: str) -> dict[str, int]:
        return of(workspace, "querer", "want", kind=kind).statements

    assert found("verb") == {"nota": 1} and found("term") == {}
