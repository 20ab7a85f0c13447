"""`align`: a finished translation becomes a catalogue, and nobody's text is replaced."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from translate_flow.catalogue.messages import FROM_FILE
from translate_flow.cli.group import group
from translate_flow.engines.apertium import ApertiumFactory
from translate_flow.errors import UsageError
from translate_flow.flow.align import align
from translate_flow.flow.build import build
from translate_flow.flow.editing.edit import edit
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.memory import opened
from translate_flow.flow.statement.work import Work
from translate_flow.formats import format_for
from translate_flow.language.text import squeeze
from translate_flow.memory import Query
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


def test_a_folder_of_pairs_is_aligned_and_a_damaged_one_named(tmp_path: Path) -> None:
    here = workspace(tmp_path / "w")
    old = tmp_path / "old"
    for path, text in {
        "uno.es.md": ES,
        "uno.en.md": EN,
        "es/dos.md": ES.replace("12", "13"),
        "en/dos.md": EN.replace("12", "13"),
        "tres.es.md": ES.replace("12", "14"),
        "solo.es.md": ES,
    }.items():
        (old / path).parent.mkdir(parents=True, exist_ok=True)
        (old / path).write_text(text, "utf-8")
    (old / "tres.en.docx").write_bytes(b"PK\x03\x04 cut off")
    done = run(here, str(old), "--as", "Ana")
    assert done.exit_code == 1
    assert "tres.en.docx: the file is cut off or damaged" in done.output
    assert "solo.es.md: not aligned; nothing of that name in en" in done.output
    assert {p.name for p in (here.root / "locales" / "en").glob("*.po")} == {"uno.po", "dos.po"}
    assert not (here.statements / "tres.es.md").exists()
    fresh = Workspace.find(here.root)
    assert {u.target for u in Work.open(fresh, "dos", "en").units if "13" in u.segment.text} == {
        "Red Muqui asks that the 13 families be heard."
    }


def test_aligned_pairs_feed_the_memory_by_paragraph_and_by_sentence(tmp_path: Path) -> None:
    here = workspace(tmp_path / "w")
    two = "La Red Muqui pide que se escuche a las 12 familias. Exigimos una mesa de diálogo."
    (here.statements / "carta.es.md").write_text(f"# Carta\n\n{two}\n\nLima, 3 de mayo de 2024\n", "utf-8")
    both = "Red Muqui asks that the 12 families be heard. We demand a dialogue table."
    (tmp_path / "letter.md").write_text(f"# Letter\n\n{both}\n\nLima, 3 May 2024\n", "utf-8")
    run(here, str(here.statements / "carta.es.md"), str(tmp_path / "letter.md"), "--as", "Ana")
    assert texts(here)[two] == ("translated", both)
    with opened(here) as memory:
        (match, *_) = memory.lookup(Query(two, "en"))
        assert (match.score, match.target) == (100, both)
        sentence = memory.sentence(Query("Exigimos una mesa de diálogo.", "en"))
        assert sentence is not None and sentence.target == "We demand a dialogue table."


def _bare(text: str) -> str:
    """A text without Markdown's marks, which the page has in part."""
    return squeeze(re.sub(r"\(https?:[^)]*\)|[*\[\]]", "", text))


def test_the_published_english_is_aligned_whole(tmp_path: Path, apertium: ApertiumFactory) -> None:
    """As a solidarity page prints it: words of its menu, an introduction of its own, the demands in one paragraph
    with their list, requests run together, a link at the end, and the Spanish announced but missing."""
    for part in ("statements", "locales", "glossary"):
        shutil.copytree(ROOT / part, tmp_path / "old" / part)
    shutil.copy(ROOT / "translate-flow.toml", tmp_path / "old")
    old = Workspace.find(tmp_path / "old")
    units = Work.open(old, NAME, "en").units
    english = {u.segment.text: u.target for u in units}
    first = next(
        n for n, u in enumerate(units) if u.segment.text.startswith("La presidenta Dina Boluarte ha")
    )
    asked = next(n for n, u in enumerate(units) if u.segment.text.startswith("En este contexto"))
    page = ["menu link cross play share mail download", "A statement of solidarity from friends elsewhere."]
    page += [u.target for u in units[:first]]
    page.append(" ".join(u.target for u in units[first : first + 5]))
    page += [u.target for u in units[first + 5 : asked]]
    page.append(f"{units[asked].target} {units[asked + 1].target}")
    page += [u.target for u in units[asked + 2 :]]
    page.append("Below, the statement in Spanish and the list of organisations:")
    (tmp_path / "page.txt").write_text("\n\n".join(page), "utf-8")
    init(tmp_path / "new", "es", ("en",))
    shutil.copy(old.source_path(NAME), tmp_path / "new" / "statements")
    new = Workspace.find(tmp_path / "new")
    done = align(new, str(new.source_path(NAME)), tmp_path / "page.txt", "en", "Ana")
    wrong = [p.source for p in done.placed if _bare(p.text) != _bare(english[p.source])]
    assert wrong == []
    assert set(done.left_over) == {*page[:2], page[-1]}
    assert [p.how for p in done.placed if p.how == "none"] == []


def test_the_source_given_as_its_own_translation_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    there = workspace(tmp_path)
    spanish = tmp_path / "statements" / "carta.es.md"
    spanish.write_text(
        ES + "\nLas familias que viven en la cuenca no han recibido respuesta de las autoridades.\n", "utf-8"
    )
    with pytest.raises(UsageError, match=r"carta\.es\.md: is in the language of the source"):
        run(there, "carta", str(spanish))
    assert not (tmp_path / "locales").exists() or not list((tmp_path / "locales").rglob("*.po"))


def test_a_text_that_is_no_translation_of_the_statement_is_doubted_as_a_whole(tmp_path: Path) -> None:
    here = workspace(tmp_path)
    add(here, [here.root / "statements" / "carta.es.md"], ["en"])
    other = tmp_path / "other.md"
    other.write_text(
        "# Annual report\n\nMembership grew in the north.\n\nTwo workshops on law were held, and a manual was printed.\n\n"
        "The accounts are open to every member.\n",
        "utf-8",
    )
    done = run(here, "carta", str(other), "--dry-run")
    assert "other.md: not one paragraph of it is certain" in done.stderr
    (tmp_path / "carta.en.md").write_text(EN, "utf-8")
    assert "not one paragraph" not in run(here, "carta", str(tmp_path / "carta.en.md"), "--dry-run").stderr
