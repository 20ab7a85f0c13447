"""`align`: a finished translation becomes a catalogue, and nobody's text is replaced."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from translate_flow.catalogue.messages import FROM_FILE
from translate_flow.cli.group import group
from translate_flow.engines.apertium import ApertiumFactory
from translate_flow.flow.build import build
from translate_flow.flow.editing.edit import edit
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.statement.work import Work
from translate_flow.formats import format_for
from translate_flow.workspace import Workspace

from ..formats import wordfiles

ROOT = Path(__file__).parents[2]
NAME = "2023-01-12-derechos-humanos-peru"
ES = "# Carta\n\nLa Red Muqui pide que se escuche a las 12 familias.\n\nExigimos una mesa de diálogo.\n\nLima, 3 de mayo de 2024\n"
EN = "# Letter\n\nRed Muqui asks that the 12 families be heard.\n\nWe demand a dialogue table.\n\nLima, 3 May 2024\n"


def workspace(folder: Path) -> Workspace:
    init(folder, "es", ("en",))
    (folder / "statements" / "carta.es.md").write_text(ES, "utf-8")
    return Workspace.find(folder)


def run(workspace: Workspace, *words: str) -> Result:
    return CliRunner().invoke(group, ["align", "-C", str(workspace.root), *words], catch_exceptions=False)


def texts(workspace: Workspace) -> dict[str, tuple[str, str]]:
    return {u.segment.text: (u.state.value, u.target) for u in Work.open(workspace, "carta", "en").units}


def test_the_published_statement_comes_back_as_its_catalogue(
    tmp_path: Path, apertium: ApertiumFactory
) -> None:
    """The statement of this repository, built, and taken apart again in a new workspace."""
    for part in ("statements", "locales", "glossary"):
        shutil.copytree(ROOT / part, tmp_path / "old" / part)
    shutil.copy(ROOT / "translate-flow.toml", tmp_path / "old")
    old = Workspace.find(tmp_path / "old")
    expected = {u.key: u.target for u in Work.open(old, NAME, "en").units}
    build(old, [NAME], "en")
    (published,) = (tmp_path / "old" / "build").rglob("*.en.md")
    init(tmp_path / "new", "es", ("en",))
    shutil.copy(old.source_path(NAME), tmp_path / "new" / "statements")
    new = Workspace.find(tmp_path / "new")
    done = run(new, str(new.source_path(NAME)), str(published), "--as", "Ana")
    assert done.exit_code == 0, done.output
    assert "28 certain, 28 names to keep" in done.output
    work = Work.open(new, NAME, "en")
    assert {u.key: u.target for u in work.units} == expected
    assert {e.by for e in work.journal.events if e.do == "edit"} == {"Ana"}
    assert all(e.reason == FROM_FILE(file=published.name) for e in work.journal.events if e.do == "edit")


def test_what_is_doubtful_is_a_draft_with_its_reason(tmp_path: Path) -> None:
    here = workspace(tmp_path / "w")
    (tmp_path / "letter.md").write_text(EN.replace("12", "21") + "\nTranslated by friends.\n", "utf-8")
    done = run(here, str(here.root / "statements" / "carta.es.md"), str(tmp_path / "letter.md"))
    assert done.exit_code == 1
    assert "numbers differ: 12, 21" in done.output and "Translated by friends." in done.output
    state, text = texts(here)["La Red Muqui pide que se escuche a las 12 familias."]
    assert (state, text) == ("draft", "Red Muqui asks that the 21 families be heard.")
    unit = next(u for u in Work.open(here, "carta", "en").units if "Muqui" in u.segment.text)
    assert (unit.events[-1].engine, str(unit.events[-1].reason)) == (
        "aligned",
        "from letter.md; numbers differ: 12, 21",
    )


def test_nobodys_text_is_replaced(tmp_path: Path) -> None:
    here = workspace(tmp_path / "w")
    add(here, [here.root / "statements" / "carta.es.md"], ["en"])
    work = Work.open(here, "carta", "en")
    edit(work, work.units[2].key, "We want talks.", "Rosa")
    (tmp_path / "letter.md").write_text(EN, "utf-8")
    done = run(here, "carta", str(tmp_path / "letter.md"), "--as", "Ana")
    assert "1 with a different text by a person, which stays" in done.output
    assert texts(here)["Exigimos una mesa de diálogo."] == ("translated", "We want talks.")
    assert texts(here)["Lima, 3 de mayo de 2024"] == ("translated", "Lima, 3 May 2024")
    before = here.journal_path("carta", "en").read_bytes()
    again = run(here, "carta", str(tmp_path / "letter.md"), "--as", "Ana")
    assert "3 already there" in again.output
    assert here.journal_path("carta", "en").read_bytes() == before


def test_a_dry_run_shows_every_pair_and_writes_nothing(tmp_path: Path) -> None:
    here = workspace(tmp_path / "w")
    (tmp_path / "letter.md").write_text(EN, "utf-8")

    def files() -> list[Path]:
        """All but what can be made again, such as the cache of drafts."""
        return sorted(p for p in here.root.rglob("*") if p.is_file() and ".translate-flow" not in p.parts)

    before = files()
    done = run(here, str(here.root / "statements" / "carta.es.md"), str(tmp_path / "letter.md"), "--dry-run")
    assert "Exigimos una mesa de diálogo.\n  We demand a dialogue table." in done.output
    assert "nothing written" in done.output
    assert files() == before


def test_everything_as_drafts(tmp_path: Path) -> None:
    here = workspace(tmp_path / "w")
    (tmp_path / "letter.md").write_text(EN, "utf-8")
    run(here, str(here.root / "statements" / "carta.es.md"), str(tmp_path / "letter.md"), "--drafts")
    assert {state for state, _ in texts(here).values()} == {"draft"}


def test_a_word_file_against_markdown(tmp_path: Path) -> None:
    """The words come, its marks do not: the source's own format has no place for them."""
    here = workspace(tmp_path / "w")
    body = [
        wordfiles.paragraph("Letter", style="Heading1"),
        wordfiles.paragraph(
            "Red Muqui asks that the ", wordfiles.run("12 families", "<w:b/>"), wordfiles.run(" be heard.")
        ),
        wordfiles.paragraph("We demand a dialogue table."),
        wordfiles.paragraph("Lima, 3 May 2024"),
    ]
    (tmp_path / "letter.docx").write_bytes(wordfiles.docx(*body))
    run(here, str(here.root / "statements" / "carta.es.md"), str(tmp_path / "letter.docx"))
    found = texts(here)
    assert found["La Red Muqui pide que se escuche a las 12 familias."][1] == (
        "Red Muqui asks that the 12 families be heard."
    )


def test_marks_of_a_web_page_stay_where_they_fit(tmp_path: Path) -> None:
    init(tmp_path / "w", "es", ("en",))
    here = Workspace.find(tmp_path / "w")
    source = here.root / "statements" / "nota.es.html"
    source.write_text(
        "<h1>Nota</h1><p>La Red Muqui pide <b>justicia</b> para 12 familias.</p><p>Lima, 3 de mayo de 2024</p>"
    )
    (tmp_path / "note.html").write_text(
        "<h1>Note</h1><p>Red Muqui asks for <b>justice</b> for 12 families.</p><p>Lima, 3 May 2024</p>"
    )
    run(here, str(source), str(tmp_path / "note.html"))
    (unit,) = [u for u in Work.open(here, "nota", "en").units if "Muqui" in u.segment.text]
    assert unit.target == "Red Muqui asks for <b>justice</b> for 12 families."
    form = format_for("nota.es.html")
    assert b"<b>justice</b>" in form.rebuild(
        source.read_bytes(), form.read(source.read_bytes(), "nota"), {unit.key: unit.target}
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("carta", "nope.md"), "nope.md: no such file"),
        (("nix", "letter.md"), "nix: no such statement"),
        (("carta", "letter.pdf"), "a PDF has no paragraphs to translate"),
        (("carta", "empty.md"), "the file is empty"),
        (("carta", "letter.md", "--main"), "--main: letter.md is not a web page"),
    ],
)
def test_bad_input_is_told_and_changes_nothing(
    tmp_path: Path, words: tuple[str, ...], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = workspace(tmp_path / "w")
    add(here, [here.root / "statements" / "carta.es.md"], ["en"])
    monkeypatch.chdir(tmp_path)
    Path("letter.md").write_text(EN, "utf-8")
    Path("letter.pdf").write_bytes(b"%PDF-1.4\n")
    Path("empty.md").write_bytes(b"")
    before = {p: p.read_bytes() for p in (here.root / "locales").rglob("*") if p.is_file()}
    with pytest.raises(Exception, match=said):
        run(here, *words)
    assert {p: p.read_bytes() for p in (here.root / "locales").rglob("*") if p.is_file()} == before


def test_json_has_every_pair(tmp_path: Path) -> None:
    here = workspace(tmp_path / "w")
    (tmp_path / "letter.md").write_text(EN, "utf-8")
    done = run(
        here,
        str(here.root / "statements" / "carta.es.md"),
        str(tmp_path / "letter.md"),
        "--format",
        "json",
        "--dry-run",
    )
    data = json.loads(done.stdout)
    assert data["version"] == 1 and data["statement"] == "carta" and data["left_over"] == []
    assert [s["text"] for s in data["segments"]] == [p.removeprefix("# ") for p in EN.strip().split("\n\n")]
    assert all(s["doubts"] == [] or s["how"] == "doubtful" for s in data["segments"])
