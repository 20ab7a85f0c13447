"""Engines one after the other, drafts kept for repeats, and which segments a job takes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from translate_flow import engines
from translate_flow.cli.group import group
from translate_flow.drafting.cache import FILE, DraftCache, KeptDraft, key
from translate_flow.errors import EngineError, UsageError
from translate_flow.flow.drafts.draft import plan, run
from translate_flow.flow.editing.edit import edit
from translate_flow.flow.editing.messages import SOURCE_CHANGED
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.statement.work import Work
from translate_flow.model import State
from translate_flow.workspace import Workspace

from .lines import Line

TEXTS = tuple(f"Párrafo {word} de la carta." for word in "uno dos tres cuatro cinco seis".split())


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Line:
    """Two engines on this machine."""
    found = Line(first=True, second=True)
    monkeypatch.setattr(engines, "load", found.load)
    return found


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Workspace]:
    """A workspace with statements of these paragraphs, by name."""

    def made(settings: str = "", **statements: tuple[str, ...]) -> Workspace:
        init(tmp_path, "es", ("en",))
        (tmp_path / "translate-flow.toml").write_text(
            "[drafting]\nengines = ['first', 'second']\n[memory]\nuse = 'off'\n" + settings, "utf-8"
        )
        workspace = Workspace.find(tmp_path)
        for name, texts in (statements or {"carta": TEXTS}).items():
            source = tmp_path / "statements" / f"{name}.es.txt"
            source.write_text("\n\n".join(texts) + "\n", "utf-8")
            add(Workspace.find(tmp_path), [source], ["en"])
        return Workspace.load(workspace.root)

    return made


def hands(workspace: Workspace, name: str = "carta") -> list[str]:
    """Who drafted each segment, in order."""
    return [u.draft.engine if u.draft else "" for u in Work.open(workspace, name, "en").units]


def job(workspace: Workspace, *names: str, **options: object) -> list[str]:
    """Draft, and return the notices."""
    done = list(run(plan(workspace, list(names or ("carta",)), "en", **options)))  # type: ignore[arg-type]
    return [str(notice) for one in done for notice in one.notices]


def test_an_engine_that_does_not_start_is_followed_by_the_next(
    make: Callable[..., Workspace], line: Line
) -> None:
    workspace = make()
    line.no_start = {"first"}
    assert job(workspace) == ["first: does not start; second takes over for 6 segments"]
    assert hands(workspace) == ["second 1"] * 6


def test_an_engine_that_gives_up_mid_way_is_followed_for_the_rest(
    make: Callable[..., Workspace], line: Line
) -> None:
    workspace = make()
    line.give_up["first"] = 4
    assert job(workspace) == ["first: gone; second takes over for 2 segments"]
    assert hands(workspace) == ["first 1"] * 4 + ["second 1"] * 2
    texts = [u.target.lower() for u in Work.open(workspace, "carta", "en").units]
    assert texts[3:5] == ["paragraph four of the letter (first).", "paragraph five of the letter (second)."]


def test_a_text_too_hard_for_one_engine_goes_to_the_next_alone(
    make: Callable[..., Workspace], line: Line
) -> None:
    workspace = make()
    line.too_hard["first"] = "tres"
    (notice,) = job(workspace)
    assert notice.endswith("first: too hard; second takes over for one segment")
    assert hands(workspace) == ["first 1", "first 1", "second 1", "first 1", "first 1", "first 1"]


def test_when_all_give_up_what_is_done_stays_and_the_error_says_how_to_go_on(
    make: Callable[..., Workspace], line: Line
) -> None:
    workspace = make()
    line.give_up = {"first": 2, "second": 1}
    with pytest.raises(
        EngineError, match=r"first: gone; second takes over .*second: gone; 3 segments are left"
    ):
        job(workspace)
    assert hands(workspace) == ["first 1"] * 2 + ["second 1"] + [""] * 3
    line.give_up = {}
    assert job(workspace) == []
    assert hands(workspace)[3:] == ["first 1"] * 3 and len(line.asked["first"]) == 5


def test_an_engine_that_gave_up_is_not_started_again_for_the_next_statement(
    make: Callable[..., Workspace], line: Line
) -> None:
    workspace = make(carta=TEXTS[:3], otra=("Otra carta.",))
    line.no_start = {"first"}
    job(workspace, "carta", "otra")
    assert line.started == ["first", "second"] and line.closed == ["second"]
    assert hands(workspace, "otra") == ["second 1"]


def test_a_statement_may_have_a_chain_of_its_own(make: Callable[..., Workspace], line: Line) -> None:
    workspace = make("[statements.otra]\nengines = ['second']\n", carta=TEXTS[:1], otra=("Otra carta.",))
    job(workspace, "carta", "otra")
    assert (hands(workspace), hands(workspace, "otra")) == (["first 1"], ["second 1"])


def test_redo_asks_no_engine_for_what_it_said_already_and_journals_no_repeat(
    make: Callable[..., Workspace], line: Line
) -> None:
    workspace = make()
    job(workspace)
    before = Work.open(workspace, "carta", "en").journal.events
    job(workspace, redo=True)
    assert len(line.asked["first"]) == 6
    assert Work.open(workspace, "carta", "en").journal.events == before
    line.versions["first"] = "2"
    job(workspace, redo=True)
    assert len(line.asked["first"]) == 12 and hands(workspace) == ["first 2"] * 6


def test_another_glossary_makes_every_kept_draft_worthless(
    make: Callable[..., Workspace], line: Line
) -> None:
    workspace = make()
    job(workspace)
    with (workspace.root / "glossary" / "names.csv").open("a", encoding="utf-8") as file:
        file.write("Carta Nueva,,organisation,keep\n")
    job(workspace, redo=True)
    assert len(line.asked["first"]) == 12


def test_the_same_paragraph_is_asked_for_once_in_a_job_and_in_later_ones(
    make: Callable[..., Workspace], line: Line
) -> None:
    workspace = make(carta=("Basta ya.", "Otra cosa.", "Basta ya."), otra=("Basta ya.",))
    job(workspace)
    job(workspace, "otra")
    assert line.asked["first"] == ["Basta ya.", "Otra cosa."]
    assert hands(workspace) == ["first 1"] * 3 and hands(workspace, "otra") == ["first 1"]


def test_a_spoilt_cache_costs_time_only(make: Callable[..., Workspace], line: Line) -> None:
    workspace = make()
    job(workspace)
    for rubbish in (b"rubbish" * 1000, b""):
        (workspace.cache / FILE).write_bytes(rubbish)
        for rest in ("-wal", "-shm"):
            (workspace.cache / (FILE + rest)).unlink(missing_ok=True)
        line.asked["first"].clear()
        job(workspace, redo=True)
        assert len(line.asked["first"]) == 6


LOST = SOURCE_CHANGED(name="carta", key="3f9a1c07")
"""A message, as the problem of a draft is."""


def test_the_cache_finds_what_was_kept_and_nothing_else(tmp_path: Path) -> None:
    keys = [key([str(n), "text"]) for n in range(1200)]
    assert len(set(keys)) == 1200 and key(["ab", "c"]) != key(["a", "bc"])
    with DraftCache(tmp_path / "cache") as cache:
        cache.keep(
            {name: KeptDraft(f"draft {n}", (LOST,) if n % 2 else ()) for n, name in enumerate(keys[:1100])}
        )
    with DraftCache(tmp_path / "cache") as cache:
        found = cache.find(keys)
        assert len(found) == 1100 and found[keys[7]] == KeptDraft("draft 7", (LOST,))
    with DraftCache(Path("/proc/nowhere")) as cache:
        cache.keep({keys[0]: KeptDraft("x")})
        assert cache.find(keys) == {}


def test_only_takes_keys_globs_and_states(make: Callable[..., Workspace], line: Line) -> None:
    workspace = make()
    units = Work.open(workspace, "carta", "en").units
    job(workspace, only=(units[0].key, units[1].key[:6]))
    assert len(line.asked["first"]) == 2
    job(workspace, only=(f"{units[2].key[:5]}*",))
    assert len(line.asked["first"]) == 3
    edit(Work.open(workspace, "carta", "en"), units[0].key, "A person's words.", "translator")
    line.versions["first"] = "2"
    job(workspace, only=("draft",), redo=True)
    assert hands(workspace)[1:3] == ["first 2"] * 2 and len(line.asked["first"]) == 5
    assert Work.open(workspace, "carta", "en").units[0].state is State.TRANSLATED
    job(workspace, only=("missing",))
    assert len(line.asked["first"]) == 8
    with pytest.raises(UsageError, match="zzz: no segment has that key"):
        plan(workspace, ["carta"], "en", only=("zzz",))


def test_a_key_of_one_statement_is_enough_where_several_are_named(
    make: Callable[..., Workspace], line: Line
) -> None:
    workspace = make(carta=TEXTS, otra=("Otra carta.",))
    wanted = Work.open(workspace, "otra", "en").units[0].key
    job(workspace, "carta", "otra", only=(wanted,))
    assert line.asked["first"] == ["Otra carta."]


def test_the_report_tells_what_each_engine_did(make: Callable[..., Workspace], line: Line) -> None:
    workspace = make()
    line.give_up["first"] = 4
    told = CliRunner().invoke(group, ["draft", "-C", str(workspace.root)])
    assert "carta → en: 6 segments drafted: 4 by first, 2 by second" in told.output and told.exit_code == 0


def test_ctrl_c_leaves_a_clear_last_line_and_the_same_command_goes_on(
    make: Callable[..., Workspace], line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = make()
    from .lines import Running

    whole = Running.translate

    def interrupted(self: Running, passages):  # type: ignore[no-untyped-def]
        for place, text in enumerate(whole(self, passages)):
            if place == 3:
                raise KeyboardInterrupt
            yield text

    monkeypatch.setattr(Running, "translate", interrupted)
    told = CliRunner().invoke(group, ["draft", "-C", str(workspace.root)])
    assert (
        told.output.splitlines()[-1] == "stopped: 3 of 6 segments drafted; run the same command to continue"
    )
    assert told.exit_code == 130
    monkeypatch.setattr(Running, "translate", whole)
    assert CliRunner().invoke(group, ["draft", "-C", str(workspace.root)]).exit_code == 0
    assert all(hands(workspace)) and len(line.asked["first"]) <= 7
