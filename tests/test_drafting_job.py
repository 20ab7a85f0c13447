"""A draft job: held names, results kept however it ends, people's work never touched, nothing leaves the machine."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from translate_flow.engines.apertium import ApertiumFactory
from translate_flow.errors import EngineError, UsageError
from translate_flow.flow.drafts.draft import plan, run
from translate_flow.flow.editing.edit import edit
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.statement.work import Work
from translate_flow.model import State
from translate_flow.workspace import Workspace

from .desk.conftest import _starter_ends as _starter_ends
from .desk.conftest import starter
from .desk.forked import Forked

pytestmark = pytest.mark.apertium

PLACES = ("Puno", "Ayacucho", "Apurímac", "Junín", "La Libertad", "Arequipa")


def statement(paragraphs: int) -> str:
    """Paragraphs that differ, each with a name, a number and a term."""
    return "\n\n".join(
        f"La Red Muqui denuncia que el día {n} las ternas detuvieron a {n + 2} personas en {PLACES[n % 6]}."
        for n in range(1, paragraphs + 1)
    )


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with a statement of sixty paragraphs."""
    return made(tmp_path, 60)


def made(folder: Path, paragraphs: int) -> Workspace:
    """A workspace with a statement of so many paragraphs."""
    init(folder, "es", ("en",))
    source = folder / "statements" / "carta.es.txt"
    source.write_text(statement(paragraphs) + "\n", "utf-8")
    found = Workspace.find(folder)
    add(found, [source], ["en"])
    return found


def drafted(workspace: Workspace, **options: object) -> dict[str, str]:
    """Draft everything and return the texts by key."""
    list(run(plan(workspace, ["carta"], "en", **options)))  # type: ignore[arg-type]
    return texts(workspace)


def texts(workspace: Workspace) -> dict[str, str]:
    return {u.key: u.target for u in Work.open(workspace, "carta", "en").units}


def test_every_draft_holds_its_names_and_numbers(workspace: Workspace, apertium: ApertiumFactory) -> None:
    drafted(workspace)
    work = Work.open(workspace, "carta", "en")
    for number, unit in enumerate(work.units, 1):
        assert unit.state is State.DRAFT and unit.draft is not None
        assert unit.draft.engine.startswith("apertium 3") and unit.draft.glossary
        assert unit.target.startswith("Red Muqui ") and PLACES[number % 6] in unit.target
        assert "ternas" in unit.target and str(number + 2) in unit.target
    assert work.units[0].target.count("plain-clothes police intelligence groups") == 1
    assert not any("plain-clothes" in u.target for u in work.units[1:])


def test_what_a_person_wrote_is_never_drafted_over(workspace: Workspace, apertium: ApertiumFactory) -> None:
    work = Work.open(workspace, "carta", "en")
    key = work.units[3].key
    edit(work, key, "A person's words.", "translator")
    assert drafted(workspace)[key] == "A person's words."
    assert drafted(workspace, redo=True)[key] == "A person's words."


def test_redo_writes_again_only_what_no_person_has_touched(
    workspace: Workspace, apertium: ApertiumFactory
) -> None:
    first = drafted(workspace, engines=("fake",))
    key = next(iter(first))
    again = drafted(workspace, redo=True, only=(key,))
    assert again[key].startswith("Red Muqui") and {k: t for k, t in again.items() if k != key} == {
        k: t for k, t in first.items() if k != key
    }


JOB = """
    import sys, time
    from pathlib import Path
    from translate_flow.flow.drafts import draft
    from translate_flow.workspace import Workspace

    def show(name, done, total):
        print(done, flush=True)
        while done and not go_on.exists():
            time.sleep(0.01)

    go_on = Path(sys.argv[2])
    draft.JOURNAL_SECONDS = 0
    list(draft.run(draft.plan(Workspace.find(Path(sys.argv[1])), ["carta"], "en"), show))
"""


def begun(job: str, workspace: Workspace, *more: Path) -> Forked:
    """A process that drafts; one that is given a file as well stands still until that is there."""
    return starter().start(["-c", textwrap.dedent(job), str(workspace.root), *map(str, more)])


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_a_stopped_job_keeps_what_was_done_and_goes_on(
    tmp_path: Path, apertium: ApertiumFactory, ending: signal.Signals
) -> None:
    workspace, chance = made(tmp_path / "a", 60), random.Random(int(ending))
    expected = drafted(made(tmp_path / "b", 60))
    reached = 0
    for _ in range(4):
        job = begun(JOB, workspace, tmp_path)
        for _ in range(chance.randint(1, 14)):
            reached += bool(job.stdout.readline())
        job.send_signal(ending)
        job.wait(90)
        before = Work.open(workspace, "carta", "en")
        assert all(u.target in ("", expected[u.key]) for u in before.units)
    assert reached, "no job got as far as a draft"
    assert drafted(workspace) == expected
    events = Work.open(workspace, "carta", "en").journal.events
    assert len([e for e in events if e.do == "draft"]) == len(expected), "something was drafted twice"


SLOW_JOB = """
    import sys, time
    from itertools import count
    from pathlib import Path
    from translate_flow.flow.drafts import draft
    from translate_flow.workspace import Workspace

    def show(name, done, total, times=count()):
        print(done, flush=True)
        time.sleep(600 if next(times) == 14 else 0.002)

    draft.JOURNAL_SECONDS, draft.PO_SECONDS = 0.005, 0.03
    list(draft.run(draft.plan(Workspace.find(Path(sys.argv[1])), ["carta"], "en"), show))
"""


def test_killed_at_random_moments_a_dozen_times_nothing_is_lost_and_nothing_doubled(
    tmp_path: Path, apertium: ApertiumFactory
) -> None:
    """kill -9 while it translates, journals, writes the PO file or its cache.

    It never gets further than 14 segments before it is killed, however late that comes.
    """
    workspace, chance = made(tmp_path / "a", 200), random.Random(20)
    expected = drafted(made(tmp_path / "b", 200))
    known: set[str] = set()
    for _ in range(12):
        job = begun(SLOW_JOB, workspace)
        for _ in range(chance.choice((1, 2, 2, 2, 10))):
            job.stdout.readline()
        time.sleep(chance.uniform(0, 0.05))
        job.kill()
        job.wait(90)
        now = {key: text for key, text in texts(workspace).items() if text}
        assert known <= now.keys() and all(text == expected[key] for key, text in now.items())
        known = set(now)
    assert 0 < len(known) < 200, "the moments were not in the middle of the work"
    assert drafted(workspace) == expected
    events = Work.open(workspace, "carta", "en").journal.events
    assert sorted(e.key for e in events if e.do == "draft") == sorted(expected)


def test_a_killed_stage_of_the_engine_stores_no_wrong_text(tmp_path: Path, apertium: ApertiumFactory) -> None:
    expected = drafted(made(tmp_path / "a", 120))
    workspace = made(tmp_path / "b", 120)
    job = begun(JOB, workspace, tmp_path / "go on")
    while not (stages := children(job.pid)):
        assert job.stdout.readline()
    os.kill(stages[len(stages) // 2], signal.SIGKILL)
    (tmp_path / "go on").touch()
    job.communicate(timeout=90)
    found = texts(workspace)
    assert all(text in ("", expected[key]) for key, text in found.items())
    assert drafted(workspace) == expected


def children(pid: int) -> list[int]:
    """Process ids of a process's children."""
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False
    )
    return [int(line) for line in listed.stdout.split()]


def test_an_online_engine_is_refused_unless_the_workspace_allows_it(workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="online_engines = true"):
        plan(workspace, ["carta"], "en", engines=("google",))
    assert set(texts(workspace).values()) == {""}


def test_without_an_engine_names_are_kept_and_nothing_fails(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        ApertiumFactory, "missing", lambda *_: "Apertium is not installed: apt-get install apertium"
    )
    job = plan(workspace, ["carta"], "en")
    assert job.factory is None and "apt-get install" in str(job.reasons[0])
    assert [(d.done, d.wanted) for d in run(job)] == [(0, 60)]


def test_an_engine_that_gives_up_leaves_what_it_finished(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from translate_flow.engines.fake import FakeEngine

    whole = FakeEngine.translate

    def tired(self: FakeEngine, passages):  # type: ignore[no-untyped-def]
        for number, text in enumerate(whole(self, passages)):
            if number == 25:
                raise EngineError("fake: tired")
            yield text

    monkeypatch.setattr(FakeEngine, "translate", tired)
    with pytest.raises(EngineError, match="run draft again to continue"):
        drafted(workspace, engines=("fake",))
    assert sum(bool(t) for t in texts(workspace).values()) >= 25


def test_no_socket_is_opened_by_the_whole_way(workspace: Workspace, apertium: ApertiumFactory) -> None:
    code = """
        import os, sys
        from translate_flow.cli import run

        def never(event, args):
            if event not in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto"):
                return
            # A library asks at import whether this machine has IPv6.
            if not (event == "socket.bind" and args[1][0] in ("::1", "127.0.0.1")):
                print(event, args)
                os._exit(9)

        sys.addaudithook(never)
        for step in (["draft"], ["check"], ["status"], ["diff"], ["build", "--drafts"], ["engines"], ["doctor"]):
            code = run([step[0], "-C", sys.argv[1], *step[1:]])
            assert code in (0, 1), (step, code)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), str(workspace.root)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
