"""Undoing and doing again: after it the statement is as if the act had never been; nothing leaves the journal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desk.conftest import NAME, make_workspace, write
from translate_flow.catalogue.journal import Journal
from translate_flow.catalogue.states import effective
from translate_flow.errors import UsageError
from translate_flow.flow.drafts.draft import plan, run
from translate_flow.flow.editing import replace as replacing
from translate_flow.flow.editing import spread as spreading
from translate_flow.flow.editing.edit import approve, confirm, edit, send_back
from translate_flow.flow.editing.many import approve_many, confirm_many, return_many
from translate_flow.flow.editing.undo import UndoneAct, everywhere, holding, newest, undo
from translate_flow.flow.exchange.back import bring_in
from translate_flow.flow.intake.add import add
from translate_flow.flow.reviewing.comments import resolve
from translate_flow.flow.reviewing.remarks import comment, dismiss, undismiss
from translate_flow.flow.statement.work import Work
from translate_flow.model import Event, State
from translate_flow.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with a statement that the tests' engine has drafted."""
    made = make_workspace(tmp_path / "w")
    list(run(plan(made, [NAME], "en")))
    return made


def opened(workspace: Workspace) -> Work:
    return Work.open(workspace, NAME, "en")


def keys(workspace: Workspace) -> list[str]:
    return [e.key for e in opened(workspace).catalogue.entries]


def look(workspace: Workspace) -> list[tuple[str, State, str, str, tuple[Event, ...]]]:
    """All that a person could see of the statement, and the file's own marks."""
    work = opened(workspace)
    fuzzy = {e.key: e.fuzzy for e in work.catalogue.entries}
    return [(u.target, u.state, u.previous, str(fuzzy[u.key]), u.events) for u in work.units]


def back(workspace: Workspace, by: str, *, again: bool = False) -> UndoneAct:
    name, places = newest(workspace, everywhere(workspace), by, again=again)
    return undo(workspace, places, name, by)


def _replace(workspace: Workspace) -> None:
    asked = replacing.search("the", "THE")
    found = replacing.preview(workspace, [NAME], "en", asked)
    assert found
    replacing.replace(workspace, "en", found, "Ana", "the → THE")


ACTS: dict[str, Callable[[Workspace], object]] = {
    "edit": lambda w: edit(opened(w), keys(w)[1], "Something else.", "Ana"),
    "confirm": lambda w: confirm(opened(w), keys(w)[1], "Ana"),
    "confirm many": lambda w: confirm_many(opened(w), "Ana", keys(w)),
    "return": lambda w: send_back(opened(w), keys(w)[1], "Ana", "Look again."),
    "return many": lambda w: return_many(opened(w), "Ana", "Look again.", keys(w)),
    "approve": lambda w: approve(opened(w), keys(w)[0], "Ana"),
    "approve many": lambda w: approve_many(opened(w), "Ana"),
    "replace": _replace,
    "comment": lambda w: comment(opened(w), keys(w)[1], "Ana", "Is it so?"),
    "resolve": lambda w: resolve(opened(w), keys(w)[0], "Ana", 1),
    "dismiss": lambda w: dismiss(opened(w), keys(w)[0], "Ana", "number-changed", "It is so."),
    "undismiss": lambda w: undismiss(opened(w), keys(w)[0], "Ana", "name-missing"),
}


def prepared(workspace: Workspace) -> None:
    """One segment confirmed, with a comment and something set aside, the others drafts of which some say *the*."""
    write(workspace, {0: "A text of the other one."}, "Berta")
    comment(opened(workspace), keys(workspace)[0], "Berta", "Mine.")
    dismiss(opened(workspace), keys(workspace)[0], "Berta", "name-missing", "So it is.")


@pytest.mark.parametrize("act", list(ACTS))
def test_each_kind_of_act_is_undone_and_done_again_to_the_letter(workspace: Workspace, act: str) -> None:
    prepared(workspace)
    before = look(workspace)
    ACTS[act](workspace)
    after = look(workspace)
    assert after != before
    length = len(opened(workspace).journal.events)
    back(workspace, "Ana")
    assert look(workspace) == before
    assert len(opened(workspace).journal.events) > length, "new lines, and none taken out"
    back(workspace, "Ana", again=True)
    assert look(workspace) == after
    back(workspace, "Ana")
    assert look(workspace) == before


def test_a_redraft_is_undone_by_the_name_of_its_job(workspace: Workspace) -> None:
    prepared(workspace)
    before = look(workspace)
    terms = workspace.root / "glossary" / "names.csv"
    terms.write_text(
        terms.read_text("utf-8") + "agua limpia,clean water,term,translate,f,sg,no,,,,\n", "utf-8"
    )
    job = plan(Workspace.load(workspace.root), [NAME], "en", redo=True)
    list(run(job))
    assert look(workspace) != before
    undo(workspace, holding(workspace, everywhere(workspace), job.act), job.act, "Ana")
    assert look(workspace) == before


def test_an_import_in_several_peoples_names_is_one_act(workspace: Workspace, tmp_path: Path) -> None:
    before = look(workspace)
    data = workspace.catalogue_path(NAME, "en").read_text("utf-8").replace("Statement", "Communiqué")
    (tmp_path / "back.po").write_text(data, "utf-8")
    bring_in(workspace, tmp_path / "back.po", document=NAME, to="en", by="Rosa")
    assert look(workspace) != before
    back(workspace, "Rosa")
    assert look(workspace) == before


def test_a_spread_correction_is_taken_back_where_it_was_spread(tmp_path: Path) -> None:
    made = make_workspace(
        tmp_path / "w", statements={"a": "# Uno\n\nDos aguas.\n", "b": "# Tres\n\nCuatro aguas.\n"}
    )
    write(made, {1: "The two waters there."}, "Berta", "a")
    write(made, {1: "The four waters there."}, "Berta", "b")
    write(made, {1: "The two rivers there."}, "Ana", "a")
    work = Work.open(made, "a", "en")
    found = spreading.proposals(made, ["a", "b"], work, work.catalogue.entries[1].key)
    assert spreading.take(made, "en", found, "Ana", "a") == 1
    back(made, "Ana")
    assert Work.open(made, "b", "en").units[1].target == "The four waters there."
    assert Work.open(made, "a", "en").units[1].target == "The two rivers there."


def test_undone_before_anything_was_translated_it_is_missing_again(tmp_path: Path) -> None:
    made = make_workspace(tmp_path / "w")
    job = plan(made, [NAME], "en")
    before = look(made)
    list(run(job))
    assert look(made) != before
    found = undo(made, everywhere(made), job.act, "Ana")
    assert len(found.done) > 3 and not found.refused and found.deeds == ("draft",)
    assert look(made) == before
    write(made, {1: "By hand."})
    back(made, "Ana")
    assert look(made) == before
    Work.open(made, NAME, "en").save()
    assert look(made) == before, "and so it is read again from the file"


def test_a_text_gone_stale_is_stale_again_with_the_source_it_was_made_for(workspace: Workspace) -> None:
    write(workspace, {1: "The Liga Ribereña reports it."}, "Berta")
    path = workspace.source_path(NAME)
    path.write_text(
        path.read_text("utf-8").replace("12 familias perdieron", "14 familias no perdieron"), "utf-8"
    )
    add(workspace, [path], ["en"])
    before = look(workspace)
    assert before[1][1] is State.STALE and before[1][2]
    confirm(opened(workspace), keys(workspace)[1], "Ana")
    assert look(workspace)[1][1] is State.TRANSLATED
    back(workspace, "Ana")
    assert look(workspace) == before


def test_what_somebody_has_gone_on_from_is_left_alone_and_said(workspace: Workspace) -> None:
    confirm_many(opened(workspace), "Ana", keys(workspace)[:3])
    edit(opened(workspace), keys(workspace)[1], "Berta's text.", "Berta")
    approve(opened(workspace), keys(workspace)[2], "Berta")
    found = back(workspace, "Ana")
    assert [t.key for t in found.done] == keys(workspace)[:1]
    assert [t.key for t in found.refused] == keys(workspace)[1:3]
    assert "Berta" in str(found.refused[0].why)
    assert look(workspace)[1][0] == "Berta's text." and look(workspace)[2][1] is State.APPROVED
    back(workspace, "Berta")
    back(workspace, "Berta")
    again = undo(workspace, everywhere(workspace), found.act, "Ana")
    assert [t.key for t in again.done] == keys(workspace)[1:3] and not again.refused


def test_several_are_undone_one_after_the_other_and_done_again_in_turn(workspace: Workspace) -> None:
    seen = [look(workspace)]
    for n in range(3):
        edit(opened(workspace), keys(workspace)[n % 2], f"Text number {n}.", "Ana")
        seen.append(look(workspace))
    for n in (2, 1, 0):
        back(workspace, "Ana")
        assert look(workspace) == seen[n]
    with pytest.raises(UsageError, match="nothing here that could be undone"):
        back(workspace, "Ana")
    for n in (1, 2, 3):
        back(workspace, "Ana", again=True)
        assert look(workspace) == seen[n]
    with pytest.raises(UsageError, match="nothing to redo"):
        back(workspace, "Ana", again=True)
    back(workspace, "Ana")
    edit(opened(workspace), keys(workspace)[3], "Something new.", "Ana")
    with pytest.raises(UsageError, match="something else since"):
        back(workspace, "Ana", again=True)


def test_one_act_in_several_statements_is_undone_in_all(tmp_path: Path) -> None:
    made = make_workspace(
        tmp_path / "w", statements={"a": "# Uno\n\nDos aguas.\n", "b": "# Tres\n\nDos aguas.\n"}
    )
    for name in ("a", "b"):
        write(made, {0: "One the", 1: "The two waters."}, "Berta", name)
    asked = replacing.search("waters", "rivers")
    replacing.replace(made, "en", replacing.preview(made, ["a", "b"], "en", asked), "Ana", "waters → rivers")
    found = back(made, "Ana")
    assert {t.statement for t in found.done} == {"a", "b"}
    assert "waters" in Work.open(made, "b", "en").units[1].target


def test_under_four_eyes_the_writer_does_not_undo_what_a_reviewer_sent_back(workspace: Workspace) -> None:
    settings = workspace.root / "translate-flow.toml"
    settings.write_text(
        settings.read_text("utf-8").replace("[review]", "[review]\nfour_eyes = true"), "utf-8"
    )
    workspace = Workspace.load(workspace.root)
    write(workspace, {1: "Ana's text."}, "Ana")
    send_back(opened(workspace), keys(workspace)[1], "Berta", "Not so.")
    name, places = newest(workspace, everywhere(workspace), "Berta")
    assert undo(workspace, places, name, "Ana").refused
    assert not undo(workspace, places, name, "Berta").refused


def test_a_new_reading_cannot_be_undone_and_an_unknown_name_is_said(workspace: Workspace) -> None:
    write(workspace, {1: "The Liga Ribereña reports it."}, "Berta")
    path = workspace.source_path(NAME)
    path.write_text(path.read_text("utf-8").replace("12 familias", "14 familias"), "utf-8")
    add(workspace, [path], ["en"])
    carried = next(e for e in reversed(opened(workspace).journal.events) if e.do == "carry")
    with pytest.raises(UsageError, match="cannot be undone"):
        undo(workspace, everywhere(workspace), carried.id[-6:], "Ana")
    with pytest.raises(UsageError, match="no such act here"):
        holding(workspace, everywhere(workspace), "123abz")


def test_an_old_file_that_comes_back_after_an_undoing_undoes_nobody(workspace: Workspace) -> None:
    po = workspace.catalogue_path(NAME, "en")
    before = look(workspace)
    edit(opened(workspace), keys(workspace)[1], "A text to be undone.", "Ana")
    old = po.read_bytes()
    back(workspace, "Ana")
    po.write_bytes(old)
    assert [row[:2] for row in look(workspace)] == [row[:2] for row in before]


STEPS = st.lists(
    st.sampled_from(["edit", "confirm", "approve", "return", "comment", "undo", "redo"]),
    min_size=3,
    max_size=10,
)


@given(STEPS)
def test_undoing_gives_back_what_was_whatever_was_done(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    """A model: a stack of looks, and one of what was undone."""
    made = make_workspace(tmp_path_factory.mktemp("law") / "w", statements={NAME: "# Uno\n\nDos.\n"})
    write(made, {0: "One.", 1: "Two."}, "Berta")
    done, undone = [look(made)], []
    key = keys(made)[1]
    for n, step in enumerate(steps):
        work = opened(made)
        length = len(work.journal.events)
        if step in ("undo", "redo"):
            source, other = (done, undone) if step == "undo" else (undone, done)
            if len(source) < (2 if step == "undo" else 1):
                with pytest.raises(UsageError):
                    back(made, "Ana", again=step == "redo")
                continue
            back(made, "Ana", again=step == "redo")
            other.append(source.pop())
            assert look(made) == done[-1]
            continue
        if step == "edit":
            edit(work, key, f"Two {n}.", "Ana")
        elif step == "return":
            send_back(work, key, "Ana", f"No {n}.")
        elif step == "comment":
            comment(work, key, "Ana", f"So {n}.")
        elif step == "confirm" or work.unit(key).state is State.DRAFT:
            confirm(work, key, "Ana")
        else:
            approve(work, key, "Ana")
        if len(opened(made).journal.events) > length:
            done.append(look(made))
            undone.clear()


def test_effective_is_the_history_without_what_was_undone() -> None:
    def made(n: int, do: str, origin: str = "") -> Event:
        return Event(id=f"{n}", by="a", do=do, key="k", origin=origin)

    events = [
        made(1, "edit"),
        made(2, "edit"),
        made(3, "undo", "2"),
        made(4, "undo", "3"),
        made(5, "undo", "1"),
    ]
    assert [e.id for e in effective(events)] == ["2"]
    assert effective(events[:1]) is not None


@pytest.mark.parametrize("other", ["Berta", "Ana"])
def test_what_was_done_in_one_moment_by_two_calls_are_two_acts(
    other: str, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Saved in the same thousandth of a second, by two people or by one: the last is taken back, and nothing besides."""
    from translate_flow.catalogue import journal
    from translate_flow.flow.statement.acts import acts

    monkeypatch.setattr(journal, "_now", lambda: "2099-03-08T12:00:00.000Z")
    first, second = keys(workspace)[:2]
    work = opened(workspace)
    edit(work, first, "The first text.", "Ana")
    edit(work, second, "The second text.", other)
    assert [{e.by for e in act.events} for act in acts(opened(workspace).journal.events)][-2:] == [
        {"Ana"},
        {other},
    ]
    back(workspace, other)
    texts = {u.key: u.target for u in opened(workspace).units}
    assert texts[first] == "The first text." and texts[second] != "The second text."


def test_times_of_a_journal_rise_unless_another_clock_was_wrong(tmp_path: Path) -> None:
    """A thousandth more where the clock has not moved; what came from a machine that is an hour ahead moves nothing."""
    journal = Journal(tmp_path / "a.jsonl")
    made = [journal.append([Event(by="Ana", do="edit", key="a", text=str(n))])[0].at for n in range(50)]
    assert made == sorted(set(made))
    journal.append([Event(by="Ana", do="edit", key="a", text="b", at="2099-01-01T00:00:00.000Z")])
    assert journal.append([Event(by="Ana", do="edit", key="a", text="c")])[0].at < "2099"
