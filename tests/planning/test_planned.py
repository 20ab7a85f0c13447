"""Pace, forecast, figures by person, day and engine, calendar and digest."""

from __future__ import annotations

import email
import email.policy
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests.desk.conftest import make_workspace, write
from translate_flow.cli import run as command
from translate_flow.flow.editing.edit import approve, edit, send_back
from translate_flow.flow.editing.undo import everywhere, newest, undo
from translate_flow.flow.planning import sent
from translate_flow.flow.planning.planned import Planned, forecast, planned, shown
from translate_flow.flow.planning.plans import read_plans, set_plan
from translate_flow.flow.statement.labour import Labour, labour, pace, together
from translate_flow.flow.statement.work import Work
from translate_flow.flow.summaries import Summaries
from translate_flow.model import Event
from translate_flow.workspace import Workspace

NOW = datetime(2026, 3, 8, 20, 0, tzinfo=UTC)
TEXT = " ".join(["agua"] * 23)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    paragraphs = "\n\n".join([TEXT + "."] * 12)
    return make_workspace(
        tmp_path / "w", statements={"a": f"# Uno\n\n{paragraphs}\n", "b": "# Tres\n\nCuatro.\n"}
    )


def rows(workspace: Workspace, now: datetime = NOW) -> dict[str, Planned]:
    found = planned(workspace, Summaries(workspace).all(workspace), read_plans(workspace), now)
    return {row.summary.name: row for row in found}


def worked(workspace: Workspace, minutes: int = 6, n: int = 5) -> None:
    """Ana confirms one paragraph of 23 words every so many minutes, until now."""
    work = Work.open(workspace, "a", "en")
    for place in range(n):
        at = NOW - timedelta(minutes=minutes * (n - 1 - place))
        stamp = at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        key = work.catalogue.entries[place + 1].key
        work.change(
            lambda _, key=key, stamp=stamp: [
                Event(by="Ana", do="edit", key=key, text=f"Water {key}.", at=stamp)
            ]
        )


def test_the_forecast_is_from_the_pace_so_far(workspace: Workspace) -> None:
    set_plan(workspace, "a", "en", {"translator": "Ana", "due": NOW + timedelta(minutes=30)})
    assert "too little" in str(forecast(rows(workspace)["a"]))
    worked(workspace)
    found = rows(workspace)["a"]
    assert found.pace == pytest.approx(230)
    left = found.summary.to_go
    assert found.done_at == NOW + timedelta(hours=left / 230)
    assert found.at_risk and not found.late
    sentence = str(forecast(found))
    assert sentence.startswith("at 230 words an hour, done at ") and "; due " in sentence
    late = rows(workspace, NOW + timedelta(hours=1))["a"]
    assert late.late and not late.at_risk


def test_a_pause_and_a_batch_tell_nothing_of_the_pace(workspace: Workspace) -> None:
    worked(workspace, minutes=16)
    assert rows(workspace)["a"].pace is None


def test_archived_mine_late_returned_and_blocked(workspace: Workspace) -> None:
    write(workspace, {0: "Three", 1: "Four."}, "Ana", "b")
    work = Work.open(workspace, "b", "en")
    send_back(work, work.catalogue.entries[1].key, "Berta", "No.")
    set_plan(workspace, "a", "en", {"translator": "ana", "reviewer": "Berta", "due": NOW - timedelta(days=1)})

    def names(show: str, person: str = "Ana", faulty: dict[tuple[str, str], int] | None = None) -> set[str]:
        found = shown(rows(workspace).values(), show, workspace, person, faulty or {})
        return {row.summary.name for row in found}

    assert names("all") == {"a", "b"} and names("mine") == {"a", "b"} and names("míos", "Carla") == set()
    assert names("late") == names("atrasados") == {"a"}
    assert names("returned") == {"b"}
    assert names("blocked", faulty={("en", "b"): 2}) == {"b"} and names("blocked") == set()
    set_plan(workspace, "a", "en", {"archived": True})
    assert names("all") == {"b"} and names("late") == set() and names("archived") == {"a"}


def test_a_statement_with_a_reviewer_is_done_when_all_is_approved(workspace: Workspace) -> None:
    set_plan(workspace, "b", "en", {"reviewer": "Berta", "due": NOW - timedelta(hours=1)})
    write(workspace, {0: "Three", 1: "Four."}, "Ana", "b")
    assert rows(workspace)["b"].late
    work = Work.open(workspace, "b", "en")
    for entry in work.catalogue.entries:
        approve(work, entry.key, "Berta")
    assert rows(workspace)["b"].done and not rows(workspace)["b"].late


def figures(workspace: Workspace, by: str) -> dict[str, Labour]:
    every = [one for s in Summaries(workspace).all(workspace) for one in s.labour]
    return {getattr(one, "by" if by == "person" else by): one for one in together(every, by)}


def test_figures_by_person_day_and_engine_leave_out_what_was_undone(workspace: Workspace) -> None:
    work = Work.open(workspace, "b", "en")
    one, two = (e.key for e in work.catalogue.entries)
    work.change(lambda _: [Event(by="fake", do="draft", key=two, text="Four and five.", engine="fake 1")])
    edit(work, one, "Three", "Ana")
    edit(work, two, "Four and six.", "Ana")
    edit(work, two, "Four and seven.", "Ana")
    approve(work, one, "Berta")
    send_back(work, two, "Berta", "No.")
    people = figures(workspace, "person")
    assert (people["Ana"].edited, people["Ana"].confirmed) == (2, 2), "a segment counts once a day"
    assert (people["Ana"].changed, people["Ana"].written, people["Ana"].effort) == (2, 6, 33.3)
    assert (people["Berta"].reviewed, people["Berta"].returned, people["Berta"].effort) == (2, 1, None)
    assert figures(workspace, "engine")["fake 1"].drafted == 1
    today = datetime.now().astimezone().date().isoformat()
    assert figures(workspace, "day")[today].confirmed == 2
    name, places = newest(workspace, everywhere(workspace), "Berta")
    undo(workspace, places, name, "Berta")
    assert figures(workspace, "person")["Berta"].returned == 0


def test_the_pace_needs_enough_to_tell_from() -> None:
    at = datetime(2026, 3, 8, 12, tzinfo=UTC)

    def event(n: int) -> Event:
        moment = (at + timedelta(minutes=n)).isoformat().replace("+00:00", "Z")
        return Event(id=f"{n:011x}-0000-00000{n}", at=moment, by="Ana", do="edit", key=str(n), text="x")

    events = [event(n) for n in range(4)]
    found = labour(events, {e.key: [e] for e in events}, {e.key: TEXT for e in events})
    assert pace(found) == pytest.approx(60 * 23)
    assert pace(found[:0]) is None and pace([Labour("", "Ana", paced=49, seconds=100)]) is None


def test_the_calendar_is_one_that_calendars_read(workspace: Workspace) -> None:
    set_plan(workspace, "a", "en", {"translator": "Ana, the first; \\", "note": "Línea " * 30, "due": NOW})
    set_plan(workspace, "b", "en", {"due": NOW, "archived": True})
    data = sent.calendar(workspace, list(rows(workspace).values()), NOW)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    [event] = Calendar.from_ical(data).walk("VEVENT")
    assert event["SUMMARY"] == "Uno (en) due" and event["DTSTART"].dt == NOW
    assert "Ana, the first; \\" in event["DESCRIPTION"]
    assert sent.calendar(workspace, list(rows(workspace).values()), NOW) == data, (
        "the same plan, the same file"
    )


def test_the_digest_is_what_waits_for_a_person_and_a_mail_of_it_has_no_address(workspace: Workspace) -> None:
    set_plan(workspace, "a", "en", {"translator": "Ana", "note": "Title last", "priority": "urgent"})
    every = list(rows(workspace).values())
    mine = sent.digest(workspace, every, "Ana")
    assert "Uno (en)" in mine and "Title last" in mine and "Tres" not in mine
    assert "Tres" in sent.digest(workspace, every) and "Nothing is planned" in sent.digest(
        workspace, every, "Carla"
    )
    mail = email.message_from_bytes(sent.mail(workspace, mine, NOW), policy=email.policy.default)
    assert mail["To"] is None and mail["X-Unsent"] == "1" and mail.get_content() == mine


@pytest.fixture
def said(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Any]:
    monkeypatch.chdir(workspace.root)

    def ask(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = command(list(words))
        return code, *capsys.readouterr()

    return ask


def test_the_command_plans_says_what_is_past_and_prints_each_form(said: Callable[..., Any]) -> None:
    code, _, err = said("plan", "a", "--translator", "Ana", "--due", "2020-01-01", "--priority", "alta")
    assert code == 0 and "which is in the past" in err
    code, out, _ = said("plan", "--format", "json", "--show", "late")
    [row] = json.loads(out)["statements"]
    assert (row["statement"], row["translator"], row["priority"], row["late"]) == ("a", "Ana", "high", True)
    assert said("plan", "--format", "csv")[1].count("\n") == 3
    assert "BEGIN:VEVENT" in said("plan", "--format", "ics")[1]
    assert said("plan", "--format", "text", "--as", "Ana")[1].startswith("For Ana")
    assert said("plan", "--translator", "Ana")[0] == 2 and said("plan", "--show", "nonsense")[0] == 2
    write(Workspace.load(Path.cwd()), {1: "Four."}, "Ana", "b")
    for by in ("person", "day", "engine"):
        assert said("status", "--by", by)[0] == 0
    assert json.loads(said("status", "--by", "person", "--format", "json")[1])["rows"][0]["person"] == "Ana"
    assert said("status", "--by", "person", "--format", "csv")[1].startswith("person,drafted")
    assert said("plan", "--show", "blocked")[0] == 0
