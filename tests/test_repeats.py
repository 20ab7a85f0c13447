"""A repeated paragraph is translated once: the confirmed text goes into the others, and one undoing takes all of it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from translate_flow.cli.group import group
from translate_flow.errors import WorkspaceError
from translate_flow.flow.editing import undo
from translate_flow.flow.editing.edit import approve, confirm, edit
from translate_flow.flow.editing.many import confirm_many
from translate_flow.flow.editing.repeats import along, repeated
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.statement.work import Work
from translate_flow.language.text import digest
from translate_flow.model import Event, State
from translate_flow.walk.walk import Walk
from translate_flow.workspace import Workspace, parse_settings

REFRAIN = "¡Justicia ya!"
TEXT = f"Primera parte.\n\n{REFRAIN}\n\nSegunda parte.\n\n{REFRAIN}\n\nTercera parte.\n\n{REFRAIN}\n"
Made = Callable[..., Workspace]


@pytest.fixture
def workspace(tmp_path: Path) -> Made:
    """A workspace whose statements hold the refrain three times each."""

    def make(repeats: str = "statement", names: tuple[str, ...] = ("uno",)) -> Workspace:
        init(tmp_path, "es", ("en",))
        settings = tmp_path / "translate-flow.toml"
        settings.write_text(
            settings.read_text("utf-8").replace('repeats = "statement"', f'repeats = "{repeats}"'), "utf-8"
        )
        for name in names:
            source = tmp_path / "statements" / f"{name}.es.md"
            source.write_text(TEXT, "utf-8")
            add(Workspace.find(tmp_path), [source], ["en"])
        return Workspace.find(tmp_path)

    return make


def opened(workspace: Workspace, name: str = "uno") -> Work:
    return Work.open(workspace, name, "en")


def refrains(workspace: Workspace, name: str = "uno") -> list[tuple[str, State]]:
    return [(u.target, u.state) for u in opened(workspace, name).units if u.segment.text == REFRAIN]


def keys(work: Work) -> list[str]:
    return [u.key for u in work.units if u.segment.text == REFRAIN]


def test_what_is_confirmed_once_is_confirmed_everywhere_and_undone_in_one_step(workspace: Made) -> None:
    made = workspace()
    work = opened(made)
    first, second, third = keys(work)
    edit(work, second, "Justice now!", "Ana")
    assert refrains(made) == [("Justice now!", State.TRANSLATED)] * 3
    assert [u.key for u in along(work, work.unit(second))] == [first, third]
    assert repeated(work.unit(first)) and not repeated(work.unit(second))
    name, places = undo.newest(made, undo.everywhere(made), "Ana")
    done = undo.undo(made, places, name, "Ana")
    assert len(done.done) == 3 and done.refused == ()
    assert refrains(made) == [("", State.MISSING)] * 3


def test_a_correction_follows_and_a_text_somebody_chose_stays(workspace: Made) -> None:
    made = workspace()
    work = opened(made)
    first, second, third = keys(work)
    edit(work, first, "Justice now!", "Ana")
    edit(work, third, "We want justice now!", "Luz")
    # the second came along with the first; its own person's word is still to come
    assert [text for text, _ in refrains(made)] == [
        "Justice now!",
        "We want justice now!",
        "We want justice now!",
    ]
    edit(work, first, "Justice at once!", "Ana")
    assert [text for text, _ in refrains(made)] == [
        "Justice at once!",
        "Justice at once!",
        "We want justice now!",
    ]
    confirm(work, second, "Luz")
    approve(work, second, "Eva")
    edit(work, first, "Justice!", "Ana")
    assert refrains(made)[1] == ("Justice at once!", State.APPROVED)


def test_of_two_texts_the_one_with_the_same_surroundings_is_taken(workspace: Made, tmp_path: Path) -> None:
    made = workspace()
    source = tmp_path / "statements" / "dos.es.md"
    source.write_text(f"A.\n\n{REFRAIN}\n\nB.\n\nC.\n\n{REFRAIN}\n\nD.\n\nA.\n\n{REFRAIN}\n\nB.\n", "utf-8")
    settings = tmp_path / "translate-flow.toml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace('repeats = "statement"', 'repeats = "off"'), "utf-8")
    add(Workspace.find(tmp_path), [source], ["en"])
    work = opened(Workspace.find(tmp_path), "dos")
    first, second, _ = keys(work)
    edit(work, first, "Justice now!", "Ana")
    assert refrains(made, "dos")[2] == ("", State.MISSING)
    settings.write_text(text, "utf-8")
    edit(opened(Workspace.find(tmp_path), "dos"), second, "We want justice!", "Ana")
    assert [t for t, _ in refrains(made, "dos")] == ["Justice now!", "We want justice!", ""]


@pytest.mark.parametrize(("setting", "there"), [("everywhere", True), ("statement", False), ("off", False)])
def test_other_statements_follow_only_if_the_settings_say_so(
    workspace: Made, setting: str, there: bool
) -> None:
    made = workspace(setting, ("uno", "dos"))
    work = opened(made)
    edit(work, keys(work)[0], "Justice now!", "Ana")
    assert {text for text, _ in refrains(made, "dos")} == {"Justice now!" if there else ""}
    assert refrains(made)[2][0] == ("" if setting == "off" else "Justice now!")
    name, places = undo.newest(made, undo.everywhere(made), "Ana")
    undo.undo(made, places, name, "Ana")
    assert {text for text, _ in refrains(made) + refrains(made, "dos")} == {""}


def test_the_terminal_says_which_and_takes_it_back(workspace: Made) -> None:
    made = workspace()
    first, second, third = keys(opened(made))

    def run(*words: str) -> str:
        done = CliRunner().invoke(group, ["-C", str(made.root), *words])
        assert done.exit_code == 0, done.output
        return done.output

    said = run("edit", "uno", first, "--text", "Justice now!", "--as", "Ana")
    assert f"2 more occurrences of this paragraph were translated the same way: {second}, {third}" in said
    run("undo", "--as", "Ana")
    assert refrains(made) == [("", State.MISSING)] * 3


def test_the_walk_says_so_and_takes_it_back(workspace: Made) -> None:
    made = workspace()
    walk = Walk(made, ["uno"], "en", "Ana")
    try:
        walk.jump(keys(opened(made))[1])
        assert "2 more times" in str(walk.edit("Justice now!", digest("")))
        assert {state for _, state in refrains(made)} == {State.TRANSLATED}
        walk.undo()
    finally:
        walk.close()
    assert {text for text, _ in refrains(made)} == {""}


def test_confirmed_in_a_batch_they_follow_too(workspace: Made, tmp_path: Path) -> None:
    made = workspace("everywhere", ("uno", "dos"))
    work = opened(made)
    first, second, third = keys(work)
    others = [u.key for u in work.units if u.key not in (first, second, third)]
    engine = Event(by="apertium", do="draft", key="", engine="apertium")
    texts = {first: "Justice now!", others[0]: "First part.", others[1]: "Second part."}
    work.change(lambda now: [replace(engine, key=k, text=t) for k, t in texts.items()])
    done = CliRunner().invoke(
        group, ["-C", str(tmp_path), "confirm", "uno", first, others[0], others[1], "--as", "Ana"]
    )
    assert done.exit_code == 0
    assert (
        f"2 more occurrences of this paragraph were translated the same way: {second}, {third}" in done.output
    )
    assert refrains(made) == refrains(made, "dos") == [("Justice now!", State.TRANSLATED)] * 3
    assert [e.by for e in opened(made, "dos").units[1].events] == ["Ana"]
    name, places = undo.newest(made, undo.everywhere(made), "Ana")
    undo.undo(made, places, name, "Ana")
    assert refrains(made) == [("Justice now!", State.DRAFT), ("", State.MISSING), ("", State.MISSING)]
    assert {state for _, state in refrains(made, "dos")} == {State.MISSING}


def test_two_texts_of_a_batch_each_keep_theirs(workspace: Made) -> None:
    made = workspace()
    work = opened(made)
    first, _, third = keys(work)
    engine = Event(by="apertium", do="draft", key="", engine="apertium")
    work.change(lambda now: [replace(engine, key=k, text=t) for k, t in ((first, "A!"), (third, "C!"))])
    assert [u.key for u in confirm_many(work, "Ana", [first, third])] == [first, third]
    assert [text for text, _ in refrains(made)] == ["A!", "C!", "C!"]


def test_a_wrong_setting_is_named() -> None:
    with pytest.raises(WorkspaceError, match=r"\[memory\] repeats: write one of statement, everywhere, off"):
        parse_settings('[memory]\nrepeats = "always"', "translate-flow.toml")
