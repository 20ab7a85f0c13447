"""What a paragraph is by a person's word: kept when the source changes, taken back, journalled."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate_flow.carry.kinds import read, written
from translate_flow.errors import UsageError
from translate_flow.flow.build import build
from translate_flow.flow.drafts.draft import plan, run
from translate_flow.flow.editing.edit import edit
from translate_flow.flow.editing.kind import set_kind
from translate_flow.flow.intake.add import add
from translate_flow.flow.statement.work import Work
from translate_flow.model import Kind, State
from translate_flow.workspace import Workspace

TEXT = """# Carta

Agua limpia para todas

Señor Fiscal

El agua es vida y no mercancía.
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A drafted statement whose second paragraph looks like a heading."""
    (tmp_path / "translate-flow.toml").write_text(
        '[languages]\nsource = "es"\ntargets = ["en"]\n\n[drafting]\nengines = ["fake"]\n'
    )
    (tmp_path / "statements").mkdir()
    made = Workspace.load(tmp_path)
    reading(made, TEXT)
    list(run(plan(Workspace.load(tmp_path), ["carta"], "en")))
    return Workspace.load(tmp_path)


def reading(workspace: Workspace, text: str) -> None:
    """The statement with this source, read (again)."""
    path = workspace.root / "statements" / "carta.es.md"
    path.write_text(text, "utf-8")
    add(Workspace.load(workspace.root), [path], ["en"])


def work(workspace: Workspace) -> Work:
    return Work.open(Workspace.load(workspace.root), "carta", "en")


def unit(workspace: Workspace, words: str) -> tuple[Kind, State, str]:
    """Kind, state and text of the segment with these words."""
    found = next(u for u in work(workspace).edition().units if words in u.segment.text)
    return found.segment.kind, found.state, found.target


def said(workspace: Workspace, words: str, kind: str) -> None:
    now = work(workspace)
    set_kind(now, next(u.key for u in now.units if words in u.segment.text), kind, "Ana")


def test_a_heading_is_built_as_one_and_stays_one_when_its_words_change(workspace: Workspace) -> None:
    said(workspace, "Agua limpia", "heading")
    assert unit(workspace, "Agua limpia")[0] is Kind.HEADING
    assert "#. heading" in (workspace.root / "locales" / "en" / "carta.po").read_text("utf-8")
    now = work(workspace)
    edit(now, next(u.key for u in now.units if "Agua limpia" in u.segment.text), "Clean water for all", "Ana")
    reading(workspace, TEXT.replace("para todas", "para todas y todos"))
    assert unit(workspace, "y todos")[0] is Kind.HEADING
    made = build(Workspace.load(workspace.root), ["carta"], "en", ["page-html"], drafts=True)[0]
    page = next(f for f in made.files if f.suffix == ".html").read_text("utf-8")
    assert "<h2" in page and "Clean water for all" in page.split("<h2", 1)[1].split("</h2>")[0]


def test_what_is_not_for_translation_is_kept_and_follows_its_source(workspace: Workspace) -> None:
    said(workspace, "mercancía", "keep")
    kind, state, text = unit(workspace, "mercancía")
    assert (kind, state, text) == (Kind.PARAGRAPH, State.KEPT, "El agua es vida y no mercancía.")
    reading(workspace, TEXT.replace("es vida", "es la vida"))
    assert unit(workspace, "mercancía")[1:] == (State.KEPT, "El agua es la vida y no mercancía.")


def test_taken_back_it_has_the_draft_it_had(workspace: Workspace) -> None:
    before = unit(workspace, "Señor Fiscal")
    said(workspace, "Señor Fiscal", "name")
    assert unit(workspace, "Señor Fiscal") == (Kind.NAME, State.KEPT, "Señor Fiscal")
    said(workspace, "Señor Fiscal", "file")
    assert unit(workspace, "Señor Fiscal") == before
    assert before[1] is State.DRAFT
    reading(workspace, TEXT)
    assert unit(workspace, "Señor Fiscal") == before


def test_what_was_kept_by_itself_can_be_given_to_translators(workspace: Workspace) -> None:
    (workspace.root / "glossary").mkdir()
    (workspace.root / "glossary" / "a.csv").write_text("es,en,policy\nRed Kawsay,,keep\n", "utf-8")
    reading(workspace, TEXT + "\nRed Kawsay\n")
    assert unit(workspace, "Kawsay")[1] is State.KEPT
    said(workspace, "Kawsay", "paragraph")
    assert unit(workspace, "Kawsay") == (Kind.PARAGRAPH, State.MISSING, "")
    reading(workspace, TEXT + "\nRed Kawsay\n\nFin.\n")
    assert unit(workspace, "Kawsay")[1] is State.MISSING


def test_it_is_journalled_and_said_once(workspace: Workspace) -> None:
    said(workspace, "Agua limpia", "quote")
    with pytest.raises(UsageError, match="already"):
        said(workspace, "Agua limpia", "quote")
    with pytest.raises(UsageError, match="unknown kind"):
        said(workspace, "Agua limpia", "poem")
    (event,) = [e for e in work(workspace).journal.events if e.do == "kind"]
    assert (event.by, str(event.reason)) == ("Ana", "quote")


def test_a_header_that_somebody_spoilt_says_nothing() -> None:
    for value in ("{", "[]", '{"a": "poem"}', '{"a": 1}', "null"):
        assert read(value) == {}
    assert read(written({"a": "quote", "b": "keep"})) == {"a": "quote", "b": "keep"} and written({}) == ""
