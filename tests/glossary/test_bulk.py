"""Many rows changed at once, and rows that contradict each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate_flow.errors import GlossaryError
from translate_flow.flow.statement.terms import glossary_for
from translate_flow.flow.terms.bulk import change_many, remove_many
from translate_flow.flow.terms.conflicts import conflicts
from translate_flow.model import Policy
from translate_flow.workspace import Workspace

HEAD = "es,en,kind,policy,gender,number,article_en,gloss_en,variants_es,forbidden_en,note\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Two files that load each by itself."""
    (tmp_path / "translate-flow.toml").write_text('[languages]\nsource = "es"\ntargets = ["en"]\n')
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "a.csv").write_text(
        f"# ours\n{HEAD}ayni,reciprocal work,term,translate,m,sg,no,,,,keep me\nminka,minka,,keep,,,,,mink'a,,\n"
    )
    (tmp_path / "glossary" / "b.csv").write_text(
        f"{HEAD}ayni,mutual aid,term,translate,m,sg,no,,,,\nfaena,work party,,translate,,,no,,mink'a,work party,\n"
    )
    return Workspace.load(tmp_path)


def test_many_rows_are_changed_where_they_stand_and_nothing_else(workspace: Workspace) -> None:
    before = (workspace.root / "glossary" / "a.csv").read_text()
    assert change_many(workspace, ["ayni", "minka"], {"kind": "people"}, "en", dry=True)[1].kind == "people"
    assert (workspace.root / "glossary" / "a.csv").read_text() == before
    change_many(workspace, ["ayni", "minka"], {"kind": "people"}, "en")
    held = {t.es: t for t in glossary_for(workspace, None, "en").terms}
    assert (held["ayni"].kind, held["ayni"].en, held["minka"].kind) == ("people", "mutual aid", "people")
    assert (workspace.root / "glossary" / "a.csv").read_text().startswith(before.split("minka")[0])


def test_all_rows_are_looked_at_before_one_is_written(workspace: Workspace) -> None:
    files = {p: p.read_bytes() for p in (workspace.root / "glossary").iterdir()}
    with pytest.raises(GlossaryError, match="nada: is not in the glossary"):
        remove_many(workspace, ["minka", "nada"], "en")
    with pytest.raises(GlossaryError, match="no gloss_en"):
        change_many(workspace, ["faena", "minka"], {"policy": Policy.GLOSS}, "en")
    assert {p: p.read_bytes() for p in files} == files
    assert [t.es for t in remove_many(workspace, ["minka", "faena"], "en")] == ["minka", "faena"]
    assert [t.es for t in glossary_for(workspace, None, "en").terms] == ["ayni"]


def test_contradictions_are_named_with_their_rows(workspace: Workspace) -> None:
    found = [str(one.message) for one in conflicts(workspace, "en")]
    assert len(found) == 3
    assert any(
        "'ayni' has different rows; the last one counts: glossary/a.csv, row 3: 'reciprocal work', " in f
        for f in found
    )
    assert any("'faena' both requires and forbids 'work party'" in f for f in found)
    assert any("'mink'a' is a variant of 'faena', and 'minka' has it too" in f for f in found)
