"""What the commands print as JSON is what its schema says, in the state of a workspace in the middle of its work."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import translate_flow
from translate_flow.cli import run
from translate_flow.cli.helptexts import commands
from translate_flow.flow.editing.edit import approve, edit
from translate_flow.flow.editing.undo import newest, undo
from translate_flow.flow.exchange import export
from translate_flow.flow.statement.work import Work
from translate_flow.schemas import names, schema

TEXT = "# Carta\n\nLa Red Muqui denuncia que detuvieron a 17 personas.\n\nNo callaremos.\n\nRosa Flores Mamani vino. Rosa Flores Mamany se fue.\n"
Shown = Callable[..., Any]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("schemas")
    made = translate_flow.init(folder / "w", "es", ["en"])
    (made.statements / "carta.es.md").write_text(TEXT, "utf-8")
    (made.root / "letter.md").write_text("# Letter\n\nRed Muqui.\n\nTranslated by friends.\n", "utf-8")
    (made.root / "glossary" / "names.csv").write_text("es,en,kind\nRed Muqui,,organisation\n", "utf-8")
    translate_flow.add(made)
    translate_flow.draft(made, engines=["fake"])
    work = Work.open(made, "carta", "en")
    key = work.units[1].key
    edit(work, key, "Red Muqui reports that 71 people were detained.", "Ana")
    approve(work, key, "Berta")
    last = work.units[2].key
    edit(work, last, "We will not be silent.", "Clara")
    undo(made, [("en", "carta")], newest(made, [("en", "carta")], "Clara")[0], "Clara")
    export(made, ["carta"], "en", "docx")[0].path.rename(folder / "carta.docx")
    return made.root


@pytest.fixture
def shown(workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shown:
    monkeypatch.chdir(workspace)

    def ask(*words: str) -> Any:
        capsys.readouterr()
        run([*words, "--format", "json"])
        return json.loads(capsys.readouterr().out)

    return ask


COMMANDS: dict[str, tuple[str, ...]] = {
    "status": ("status",),
    "check": ("check",),
    "history": ("history", "carta"),
    "blame": ("blame", "carta", "KEY"),
    "glossary-list": ("glossary", "list"),
    "engines": ("engines",),
    "memory-search": ("memory", "search", "detained"),
    "memory-stats": ("memory", "stats"),
    "analyse": ("draft", "--analyse"),
    "diff": ("diff",),
    "compare": ("draft", "--compare", "--engine", "fake", "--engine", "apertium"),
    "glossary-suggest": ("glossary", "suggest"),
    "glossary-variants": ("glossary", "variants"),
    "import": ("import", "REVIEWED"),
    "align": ("align", "carta", "letter.md", "--dry-run"),
    "find": ("find", "personas"),
    "plan": ("plan",),
    "timeline": ("timeline", "carta"),
    "timeline-since": ("timeline", "carta", "--since", "2000-01-01"),
    "undo": ("undo", "--as", "Berta", "--dry-run"),
    "redo": ("redo", "--as", "Clara", "--dry-run"),
    "history-from": ("history", "carta", "KEY", "--from", "1", "--to", "2"),
    "diff-by": ("diff", "--by", "person"),
    "team-check": ("team", "check"),
}
"""Shape → a command that prints it."""


def test_every_command_with_json_has_a_shape() -> None:
    """A new command with `--format json` fails here until its shape is in `translate_flow/schemas`."""
    asked = {
        name.removeprefix("translate-flow ")
        for name, _, parameters in commands()
        for parameter in parameters
        if "--format" in parameter.opts and "json" in getattr(parameter.type, "choices", ())
    }
    shown = {" ".join(words[:n]) for words in COMMANDS.values() for n in (1, 2)}
    assert len(asked) > 15
    assert asked - shown == set()
    assert set(names()) == set(COMMANDS)


@pytest.mark.parametrize("name", names())
def test_what_a_command_prints_is_of_its_shape(name: str, shown: Shown, workspace: Path) -> None:
    key = Work.open(translate_flow.Workspace.load(workspace), "carta", "en").units[1].key
    Draft202012Validator.check_schema(schema(name))
    put = {"KEY": key, "REVIEWED": str(workspace.parent / "carta.docx")}
    printed = shown(*(put.get(word, word) for word in COMMANDS[name]))
    assert any(printed[field] for field in printed if field != "version"), (
        "nothing that a schema could be held to"
    )
    wrong = [f"{list(e.path)}: {e.message}" for e in Draft202012Validator(schema(name)).iter_errors(printed)]
    assert wrong == []


def test_a_field_that_is_gone_is_noticed(shown: Shown) -> None:
    printed = shown("check")
    assert printed["statements"][0]["findings"]
    del printed["statements"][0]["findings"][0]["id"]
    assert not Draft202012Validator(schema("check")).is_valid(printed)
