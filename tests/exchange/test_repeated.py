"""A paragraph that stands several times comes back once: its repeats follow, as when it is confirmed here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from translate_flow.flow.editing import undo
from translate_flow.flow.exchange import bring_in, export
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.statement.work import Work
from translate_flow.model import State
from translate_flow.workspace import Workspace

REFRAIN = "¡Justicia ya!"
TEXT = f"Primera parte.\n\n{REFRAIN}\n\nSegunda parte.\n\n{REFRAIN}\n\nTercera parte.\n\n{REFRAIN}\n"


def made(folder: Path, repeats: str = "statement", names: tuple[str, ...] = ("uno",)) -> Workspace:
    """A workspace whose statements hold the refrain three times each, untranslated."""
    init(folder, "es", ("en",))
    settings = folder / "translate-flow.toml"
    text = settings.read_text("utf-8").replace('repeats = "statement"', f'repeats = "{repeats}"')
    settings.write_text(text, "utf-8")
    for name in names:
        source = folder / "statements" / f"{name}.es.md"
        source.write_text(TEXT, "utf-8")
        add(Workspace.find(folder), [source], ["en"])
    return Workspace.find(folder)


def sent(workspace: Workspace, *targets: tuple[str, str], whole: bool = True) -> Path:
    """The statement as XLIFF with these translations, each with its state, of the refrains in order.

    With `whole` false the other refrains are taken out of the file.
    """
    path = export(workspace, ["uno"], "en", "xliff", force=True)[0].path
    text = path.read_text("utf-8")
    units = [u for u in re.findall(r"<trans-unit .*?</trans-unit>\s*", text, re.DOTALL) if REFRAIN in u]
    for number, unit in enumerate(units):
        if number < len(targets):
            words, state = targets[number]
            done = f'<target xml:lang="en" state="{state}">{words}</target>'
            new = re.sub(r"<target.*?(?:</target>|/>)", "", unit, flags=re.DOTALL)
            text = text.replace(unit, new.replace("</source>", f"</source>{done}"))
        elif not whole:
            text = text.replace(unit, "")
    path.write_text(text, "utf-8")
    return path


def refrains(workspace: Workspace, name: str = "uno") -> list[tuple[str, State]]:
    """Text and state of each refrain."""
    units = Work.open(workspace, name, "en").units
    return [(u.target, u.state) for u in units if u.segment.text == REFRAIN]


@pytest.mark.parametrize("whole", [True, False])
def test_a_text_that_comes_back_goes_into_its_repeats_and_one_undoing_takes_all_back(
    tmp_path: Path, whole: bool
) -> None:
    workspace = made(tmp_path)
    path = sent(workspace, ("Justice now!", "translated"), whole=whole)
    told = bring_in(workspace, path, by="Rosa", dry=True)
    assert len(told.repeats) == 2 and refrains(workspace)[0][1] is State.MISSING
    assert bring_in(workspace, path, by="Rosa").repeats == told.repeats
    assert refrains(workspace) == [("Justice now!", State.TRANSLATED)] * 3
    assert bring_in(workspace, path, by="Rosa").repeats == ()
    act, places = undo.newest(workspace, undo.everywhere(workspace), "Rosa")
    assert len(undo.undo(workspace, places, act, "Rosa").done) == 3
    assert refrains(workspace) == [("", State.MISSING)] * 3


def test_a_repeat_that_the_file_translates_otherwise_is_left_to_the_file(tmp_path: Path) -> None:
    workspace = made(tmp_path)
    path = sent(workspace, ("Justice now!", "translated"), ("We want justice!", "needs-review-translation"))
    done = bring_in(workspace, path, by="Rosa")
    assert refrains(workspace) == [
        ("Justice now!", State.TRANSLATED),
        ("We want justice!", State.DRAFT),
        ("Justice now!", State.TRANSLATED),
    ]
    assert len(done.repeats) == 1


def test_an_unfinished_text_has_no_repeats(tmp_path: Path) -> None:
    workspace = made(tmp_path)
    assert bring_in(workspace, sent(workspace, ("Justice now!", "needs-review-translation"))).repeats == ()
    assert [state for _, state in refrains(workspace)] == [State.DRAFT, State.MISSING, State.MISSING]


@pytest.mark.parametrize(
    ("repeats", "here", "there"),
    [("off", 1, 0), ("statement", 3, 0), ("everywhere", 3, 3)],
)
def test_the_settings_say_how_far_it_goes(tmp_path: Path, repeats: str, here: int, there: int) -> None:
    workspace = made(tmp_path, repeats, ("uno", "dos"))
    bring_in(workspace, sent(workspace, ("Justice now!", "translated")), by="Rosa")
    assert sum(state is State.TRANSLATED for _, state in refrains(workspace)) == here
    assert sum(state is State.TRANSLATED for _, state in refrains(workspace, "dos")) == there
