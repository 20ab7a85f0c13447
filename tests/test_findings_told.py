"""Whatever way a wrong text comes in, the checks say so at once, and the build stops at it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from translate_flow.cli.group import group
from translate_flow.flow.editing.edit import confirm, edit
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.statement.sheet import Sheet
from translate_flow.flow.statement.work import Work
from translate_flow.workspace import Workspace

SOURCES = ("Hubo 48 muertos en Puno.", "Hubo 48 muertos en Puno, dijo Rosa.", "Nadie responde.")
RIGHT = ("There were 48 deaths in Puno.", "There were 48 deaths in Puno, Rosa said.", "Nobody answers.")
WRONG = "There were 84 deaths in Puno."


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A statement with right translations, all confirmed but the first, of which there is none."""
    init(tmp_path, "es", ("en",))
    (tmp_path / "statements" / "carta.es.txt").write_text("\n\n".join(SOURCES) + "\n", "utf-8")
    made = Workspace.find(tmp_path)
    add(made, [tmp_path / "statements" / "carta.es.txt"], ["en"])
    work = Work.open(made, "carta", "en")
    for unit, text in list(zip(work.units, RIGHT, strict=True))[1:]:
        edit(work, unit.key, text, "ana")
    return made


def key(workspace: Workspace, number: int = 0) -> str:
    return Work.open(workspace, "carta", "en").units[number].key


def run(workspace: Workspace, *words: str) -> Result:
    command, *rest = words
    return CliRunner().invoke(group, [command, "-C", str(workspace.root), *rest], catch_exceptions=False)


def by_edit(workspace: Workspace) -> Result:
    return run(workspace, "edit", "carta", key(workspace), "--text", WRONG, "--as", "ana")


def _drafted(workspace: Workspace) -> None:
    """The wrong text stands there, and nobody has confirmed it."""
    path = workspace.catalogue_path("carta", "en")
    head, tail = path.read_text("utf-8").split(f'msgid "{SOURCES[0]}"\n')
    tail = tail.replace('msgstr ""', f'msgstr "{WRONG}"', 1)
    path.write_text(f'{head}#, fuzzy\nmsgid "{SOURCES[0]}"\n{tail}', "utf-8")


def by_confirm(workspace: Workspace) -> Result:
    _drafted(workspace)
    return run(workspace, "confirm", "carta", key(workspace), "--as", "ana")


def by_approve(workspace: Workspace) -> Result:
    _drafted(workspace)
    confirm(Work.open(workspace, "carta", "en"), key(workspace), "eva")
    return run(workspace, "approve", "carta", key(workspace), "--as", "ana")


def by_import(workspace: Workspace) -> Result:
    out = workspace.root / "back.xlf"
    run(workspace, "export", "carta", "--xliff", "--out", str(out))
    text = out.read_text("utf-8")
    at = text.index("</source>", text.index(f'id="{key(workspace)}"')) + len("</source>")
    out.write_text(f'{text[:at]}<target xml:lang="en" state="final">{WRONG}</target>{text[at:]}', "utf-8")
    return run(workspace, "import", str(out), "--as", "ana")


def by_replace(workspace: Workspace) -> Result:
    edit(Work.open(workspace, "carta", "en"), key(workspace), RIGHT[0], "ana")
    return run(workspace, "replace", "48 deaths in Puno.", "84 deaths in Puno.", "--all", "--as", "ana")


def by_restore(workspace: Workspace) -> Result:
    work = Work.open(workspace, "carta", "en")
    for text in (WRONG, RIGHT[0]):
        edit(work, key(workspace), text, "ana")
    return run(workspace, "restore", "carta", key(workspace), "1", "--as", "ana")


@pytest.mark.parametrize("way", [by_edit, by_confirm, by_approve, by_import, by_replace, by_restore])
def test_a_wrong_number_is_told_at_once_and_stops_the_build(
    way: Callable[[Workspace], Result], workspace: Workspace
) -> None:
    said = way(workspace)
    told = next(
        (line for line in said.output.splitlines() if line.startswith(key(workspace)) and "“84”" in line), ""
    )
    assert "The source has “48”" in told, said.output
    built = run(workspace, "build", "carta")
    assert built.exit_code == 1 and "number-changed" in built.output
    assert not (workspace.root / "build" / "carta.en.txt").exists()


def test_pages_are_told_what_was_found_and_not_all_that_is_known(workspace: Workspace) -> None:
    """At a save in a long statement the findings of one paragraph change, not those of a thousand."""
    sheet = Sheet.of(Work.open(workspace, "carta", "en"))
    sheet.examine()
    keys = set(sheet.units)
    assert sheet.news_of_findings().keys() == keys and sheet.news_of_findings() == {}
    one = key(workspace, 1)
    edit(sheet.work, one, WRONG, "ana")
    sheet.take(sheet.work.journal.events[-1:], sheet.work.past)
    sheet.examine()
    assert sheet.news_of_findings().keys() == {one}
    sheet.forget_glossary()
    sheet.examine()
    assert sheet.news_of_findings().keys() == keys
