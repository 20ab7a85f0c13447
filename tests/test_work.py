"""Nothing a person typed is lost: crashes, other programs, two at once, a folder that can't be written."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from translate_flow.catalogue import Catalogue
from translate_flow.catalogue.messages import OUTSIDE
from translate_flow.errors import CatalogueError, ConflictError, UsageError
from translate_flow.files.messages import NOT_WRITTEN
from translate_flow.flow.editing.edit import approve, confirm, edit, send_back
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.statement import pofile
from translate_flow.flow.statement.work import Work
from translate_flow.language.text import digest
from translate_flow.model import State
from translate_flow.workspace import Person, Workspace

STATEMENT = """# Carta abierta

Pedimos justicia para las familias.

Pedimos también verdad.

- Red Muqui
- Centro Bartolomé de Las Casas – CBC

Lima, 3 de marzo de 2023
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A new workspace with one statement read."""
    init(tmp_path, "es", ("en",))
    source = tmp_path / "statements" / "carta.es.md"
    source.write_text(STATEMENT, "utf-8")
    made = Workspace.find(tmp_path)
    add(made, [source], ["en"])
    return made


def opened(workspace: Workspace) -> Work:
    return Work.open(workspace, "carta", "en")


def key_of(work: Work, start: str) -> str:
    return next(u.key for u in work.units if u.segment.text.startswith(start))


def states(work: Work) -> list[str]:
    return [str(u.state) for u in work.units]


def test_names_are_kept_and_the_rest_is_missing(workspace: Workspace) -> None:
    assert states(opened(workspace)) == ["missing", "missing", "missing", "kept", "kept", "missing"]


def test_reading_again_leaves_both_files_byte_for_byte(workspace: Workspace) -> None:
    work = opened(workspace)
    edit(work, key_of(work, "Pedimos justicia"), "We ask for justice.", "translator")
    before = work.catalogue.path.read_bytes(), work.journal.path.read_bytes()
    done = add(workspace, [workspace.source_path("carta")], ["en"])
    assert {how: n for how, n in done[0].counts.items() if n} == {"same": 6}
    assert (work.catalogue.path.read_bytes(), work.journal.path.read_bytes()) == before


def test_the_verbs_lead_from_missing_to_approved_and_back(workspace: Workspace) -> None:
    work = opened(workspace)
    key = key_of(work, "Pedimos justicia")
    assert edit(work, key, "We ask for justice.", "translator").state is State.TRANSLATED
    assert approve(work, key, "reviewer").state is State.APPROVED
    assert send_back(work, key, "reviewer", "for the families, too").state is State.DRAFT
    assert confirm(work, key, "translator").state is State.TRANSLATED
    assert approve(work, key, "reviewer").state is State.APPROVED
    assert edit(work, key, "We demand justice.", "translator").state is State.TRANSLATED
    assert [e.do for e in opened(workspace).unit(key).events] == [
        "edit", "approve", "return", "confirm", "approve", "edit",
    ]  # fmt: skip


def test_who_wrote_a_text_may_not_approve_it_under_four_eyes(workspace: Workspace) -> None:
    strict = replace(
        workspace,
        settings=replace(workspace.settings, review=replace(workspace.settings.review, four_eyes=True)),
    )
    work = opened(strict)
    key = key_of(work, "Pedimos justicia")
    edit(work, key, "We ask for justice.", "translator")
    with pytest.raises(UsageError, match="second person"):
        approve(work, key, "translator")
    assert approve(work, key, "reviewer").state is State.APPROVED


def test_an_edit_of_a_text_that_changed_meanwhile_is_refused_and_overwrites_nothing(
    workspace: Workspace,
) -> None:
    mine, theirs = opened(workspace), opened(workspace)
    key = key_of(mine, "Pedimos justicia")
    seen = digest(mine.unit(key).target)
    edit(theirs, key, "We call for justice.", "second")
    with pytest.raises(ConflictError, match="changed meanwhile by second"):
        edit(mine, key, "We ask for justice.", "first", base=seen)
    assert opened(workspace).unit(key).target == "We call for justice."


def test_two_who_opened_the_file_at_once_both_keep_their_work(workspace: Workspace) -> None:
    one, two = opened(workspace), opened(workspace)
    edit(one, key_of(one, "Pedimos justicia"), "We ask for justice.", "first")
    edit(two, key_of(two, "Pedimos también"), "We ask for truth as well.", "second")
    assert states(opened(workspace))[1:3] == ["translated", "translated"]


def test_a_segments_past_is_what_the_journal_says_after_each_change(workspace: Workspace) -> None:
    """Changes of this process, of another, and a new reading of the source, which carries a life over."""
    work, other = opened(workspace), opened(workspace)
    key = key_of(work, "Pedimos justicia")
    seen = []
    for number in range(3):
        for one in (work, other):
            edit(one, key, f"We ask for justice, {number}.", "translator")
            edit(one, key_of(one, "Lima"), f"Lima, {number}", "translator")
            for unit in one.units:
                assert list(one.past(unit.key)) == one.history.get(unit.key, [])
            seen.append(len(one.past(key)))
    assert seen == [1, 1, 2, 2, 3, 3]
    source = workspace.source_path("carta")
    source.write_text(
        source.read_text("utf-8").replace("Pedimos justicia", "Pedimos pronto justicia"), "utf-8"
    )
    add(workspace, [source], ["en"])
    work.change(lambda now: [])
    new = key_of(work, "Pedimos pronto justicia")
    assert list(work.past(new)) == work.history[new] and len(work.past(new)) > seen[-1]


def test_an_edit_in_a_po_editor_is_journalled_under_its_name(workspace: Workspace) -> None:
    path = workspace.catalogue_path("carta", "en")
    catalogue = Catalogue.load(path)
    entries = tuple(
        replace(e, target="We ask for justice.") if e.source.startswith("Pedimos justicia") else e
        for e in catalogue.entries
    )
    replace(
        catalogue, entries=entries, header={**catalogue.header, "Last-Translator": "Poedit user <a@b.c>"}
    ).save()
    event = opened(workspace).journal.events[-1]
    assert (event.by, event.do, event.text, event.reason) == (
        "Poedit user",
        "edit",
        "We ask for justice.",
        OUTSIDE(),
    )
    assert len(opened(workspace).journal.events) == len(Work.open(workspace, "carta", "en").journal.events)


def test_an_acknowledged_edit_survives_a_lost_po_write(workspace: Workspace) -> None:
    work = opened(workspace)
    before = work.catalogue.path.read_bytes()
    key = key_of(work, "Pedimos justicia")
    edit(work, key, "We ask for justice.", "translator")
    work.catalogue.path.write_bytes(before)
    (workspace.cache / "applied/en/carta.json").unlink()
    assert opened(workspace).unit(key).target == "We ask for justice."
    assert b"We ask for justice." in work.catalogue.path.read_bytes()


def test_two_crashes_before_the_po_file_lose_nothing_and_raise_no_doubt(workspace: Workspace) -> None:
    work = opened(workspace)
    key = key_of(work, "Pedimos justicia")
    edit(work, key, "We ask for justice.", "translator")
    edit(work, key, "We call for justice.", "translator")
    held = work.catalogue.path.read_bytes()
    edit(opened(workspace), key, "We demand justice.", "translator")
    work.catalogue.path.write_bytes(held)
    assert opened(workspace).unit(key).target == "We demand justice."
    assert [e.note for e in opened(workspace).unit(key).events] == ["", "", ""]


def test_the_mark_is_brought_up_to_date_when_both_files_agree(workspace: Workspace) -> None:
    work = opened(workspace)
    mark = workspace.cache / "applied/en/carta.json"
    edit(work, key_of(work, "Pedimos justicia"), "We ask for justice.", "translator")
    held = json.loads(mark.read_text("utf-8"))["files"]
    mark.unlink()
    opened(workspace)
    ((file, event),) = json.loads(mark.read_text("utf-8"))["files"].items()
    assert (event, held[file]) == (work.journal.last_id, event)


def test_an_edit_outside_in_a_file_nobody_had_worked_on_is_the_present_persons(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The header's place-holder for nobody is no name."""
    path = workspace.catalogue_path("carta", "en")
    assert "Last-Translator: nobody yet" in path.read_text("utf-8")
    catalogue = Catalogue.load(path)
    entries = tuple(
        replace(e, target="We ask.") if e.source.startswith("Pedimos justicia") else e
        for e in catalogue.entries
    )
    settings = replace(workspace.settings, person=Person("present"))
    replace(catalogue, entries=entries).save()
    work = Work.open(replace(workspace, settings=settings), "carta", "en")
    assert work.journal.events[-1].by == "present"


def test_what_a_merge_noted_goes_once_a_person_decides(workspace: Workspace) -> None:
    work = opened(workspace)
    key = key_of(work, "Pedimos justicia")
    edit(work, key, "We ask for justice.", "translator")
    note = "conflict, the other text: We call for justice."
    entries = tuple(
        replace(e, fuzzy=True, comment=f"keep me\n{note}") if e.key == key else e
        for e in work.catalogue.entries
    )
    replace(work.catalogue, entries=entries).save()
    confirm(opened(workspace), key, "translator")
    assert opened(workspace).unit(key).comment == "keep me"


def test_an_edit_that_reached_the_journal_only_says_that_nothing_is_lost(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = opened(workspace)
    key = key_of(work, "Pedimos justicia")

    def full(path: Path, *_: object) -> None:
        raise CatalogueError(NOT_WRITTEN(file=str(path), cause="no space left on the disk"))

    with monkeypatch.context() as patch:
        patch.setattr(pofile, "replace_seen", full)
        with pytest.raises(CatalogueError, match="nothing is lost: the change is in the journal"):
            edit(work, key, "We ask for justice.", "translator")
    assert opened(workspace).unit(key).target == "We ask for justice."


KILLED = """
    import os, signal, sys
    from pathlib import Path
    import translate_flow.flow.statement.pofile as pofile
    from translate_flow.flow.editing.edit import edit
    from translate_flow.flow.statement.work import Work
    from translate_flow.workspace import Workspace

    def die(path, data, seen):
        half = path.with_name("." + path.name + ".half.tmp")
        half.write_bytes(data[: len(data) // 2])
        os.kill(os.getpid(), signal.SIGKILL)

    pofile.replace_seen = die
    work = Work.open(Workspace.find(Path(sys.argv[1])), "carta", "en")
    edit(work, sys.argv[2], "Typed just before the power went.", "translator")
"""


def test_kill_9_in_the_middle_of_saving_loses_nothing_typed(workspace: Workspace) -> None:
    key = key_of(opened(workspace), "Pedimos justicia")
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(KILLED), str(workspace.root), key], check=False, env=os.environ
    )
    assert done.returncode == -signal.SIGKILL
    assert b"Typed just" not in workspace.catalogue_path("carta", "en").read_bytes()
    unit = opened(workspace).unit(key)
    assert (unit.target, unit.state) == ("Typed just before the power went.", State.TRANSLATED)
    assert b"Typed just" in workspace.catalogue_path("carta", "en").read_bytes()


def test_a_full_disk_refuses_the_edit_and_leaves_both_files_as_they_were(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = opened(workspace)
    edit(work, key_of(work, "Lima"), "Lima, 3 March 2023", "translator")
    before = work.catalogue.path.read_bytes(), work.journal.path.read_bytes()

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("translate_flow.files.disk.os.fsync", full)
    with pytest.raises(CatalogueError, match="no space left on the disk"):
        edit(work, key_of(work, "Pedimos justicia"), "We ask for justice.", "translator")
    assert (work.catalogue.path.read_bytes(), work.journal.path.read_bytes()) == before


def test_a_changed_paragraph_keeps_its_translation_as_stale_and_others_stay(workspace: Workspace) -> None:
    work = opened(workspace)
    first, second = key_of(work, "Pedimos justicia"), key_of(work, "Pedimos también")
    edit(work, first, "We ask for justice for the families.", "translator")
    edit(work, second, "We also ask for the truth.", "translator")
    source = workspace.source_path("carta")
    text = STATEMENT.replace("justicia para las familias", "justicia y reparación para las familias")
    source.write_text("Un párrafo nuevo al comienzo.\n\n" + text, "utf-8")
    done = add(workspace, [source], ["en"])[0]
    assert {how: n for how, n in done.counts.items() if n} == {"same": 5, "edited": 1, "new": 1}
    unit = next(u for u in opened(workspace).units if "reparación" in u.segment.text)
    assert (unit.state, unit.target) == (State.STALE, "We ask for justice for the families.")
    assert unit.previous == "Pedimos justicia para las familias."
    assert opened(workspace).unit(second).state is State.TRANSLATED


def test_a_paragraph_that_comes_back_brings_its_translation(workspace: Workspace) -> None:
    work = opened(workspace)
    key = key_of(work, "Pedimos también")
    edit(work, key, "We also ask for the truth.", "translator")
    source = workspace.source_path("carta")
    source.write_text(STATEMENT.replace("Pedimos también verdad.\n\n", ""), "utf-8")
    assert add(workspace, [source], ["en"])[0].counts["gone"] == 1
    assert [e.target for e in opened(workspace).catalogue.obsolete] == ["We also ask for the truth."]
    source.write_text(STATEMENT, "utf-8")
    assert add(workspace, [source], ["en"])[0].counts["back"] == 1
    unit = opened(workspace).unit(key)
    assert (unit.target, unit.state) == ("We also ask for the truth.", State.TRANSLATED)
    assert opened(workspace).catalogue.obsolete == ()


def test_a_dry_run_writes_nothing(workspace: Workspace) -> None:
    source = workspace.source_path("carta")
    source.write_text(STATEMENT + "\nMás.\n", "utf-8")
    before = sorted((p, p.read_bytes()) for p in (workspace.root / "locales").rglob("*") if p.is_file())
    assert add(workspace, [source], ["en"], dry=True)[0].counts["new"] == 1
    assert before == sorted(
        (p, p.read_bytes()) for p in (workspace.root / "locales").rglob("*") if p.is_file()
    )


@pytest.mark.parametrize("verb", [confirm, approve])
def test_nothing_can_be_confirmed_that_is_not_there(
    workspace: Workspace, verb: Callable[..., object]
) -> None:
    work = opened(workspace)
    with pytest.raises(UsageError, match="no translation yet"):
        verb(work, key_of(work, "Pedimos"), "translator")
