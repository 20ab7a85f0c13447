"""Where several people share one program, each sees and does what they may: wherever statements are read."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from translate_flow.desk.hub import OVERVIEW, Hub, Listener
from translate_flow.errors import NotAllowed, UsageError
from translate_flow.flow import summaries as of_all
from translate_flow.flow.drafts.draft import plan
from translate_flow.flow.drafts.propose import remembered
from translate_flow.flow.editing.edit import approve, edit
from translate_flow.flow.editing.replace import preview, replace
from translate_flow.flow.editing.replace import search as asked
from translate_flow.flow.memory import opened, search
from translate_flow.flow.queries.concordance import concordance
from translate_flow.flow.statement.shelf import Shelf
from translate_flow.flow.statement.work import Work
from translate_flow.flow.status import status
from translate_flow.flow.summaries import Summaries
from translate_flow.workspace import Workspace
from translate_flow.workspace.access import Access, acting, as_program, present

from .desk.conftest import make_workspace, write

SENTENCE = "Las rondas acompañaron a las familias hasta el amanecer."
OPEN, SECRET = "abierto", "secreto"


@dataclass
class Some:
    """Somebody who sees the open statement alone, and may do what is named."""

    names: Collection[str] = (OPEN,)
    does: Collection[str] = ("edit",)
    read: list[str] = field(default_factory=list)

    def sees(self, name: str, language: str = "") -> bool:
        return name in self.names

    def standing(self) -> object:
        return tuple(self.names)

    def everywhere(self, language: str) -> bool:
        return False

    def open(self, name: str, language: str) -> None:
        self.read.append(name)

    def shown(self, name: str, language: str) -> None:
        self.read.append(f"{name} elsewhere")

    def may(self, do: str, name: str, language: str) -> bool:
        return do in self.does

    def within(self, names: Collection[str]) -> Access:
        return self


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Two statements with the same sentence, translated in both."""
    made = make_workspace(tmp_path / "w", statements={n: f"# {n}\n\n{SENTENCE}\n" for n in (OPEN, SECRET)})
    for name in (OPEN, SECRET):
        write(made, {1: f"The patrols stayed with the families until dawn ({name})."}, name=name)
    return made


@contextmanager
def _as(who: Some) -> Iterator[Some]:
    with acting(who):
        yield who


def test_lists_leave_out_what_may_not_be_seen(workspace: Workspace) -> None:
    assert workspace.catalogued("en") == [OPEN, SECRET] and workspace.source_names() == [OPEN, SECRET]
    with _as(Some()):
        assert workspace.catalogued("en") == [OPEN] and workspace.source_names() == [OPEN]
        assert [s.name for s in status(workspace, workspace.choose([], "en"), "en")] == [OPEN]
        with as_program():
            assert workspace.catalogued("en") == [OPEN, SECRET]
    assert workspace.catalogued("en") == [OPEN, SECRET]


def test_what_may_not_be_seen_is_as_if_it_were_not_there(workspace: Workspace) -> None:
    """The same words as for a name nobody ever used, so that trying names finds out nothing."""
    shelf = Shelf(workspace)
    shelf.sheet(SECRET, "en")  # already open for others
    with _as(Some()):
        for read in (
            lambda name: Work.open(workspace, name, "en"),
            lambda name: shelf.sheet(name, "en"),
            lambda name: shelf.peek(name, "en"),
        ):
            with pytest.raises(UsageError) as hidden:
                read(SECRET)
            assert str(hidden.value) == f"{SECRET}: no such statement in en"
        with pytest.raises(UsageError) as missing:
            shelf.sheet("nada", "en")
        assert str(missing.value) == "nada: no such statement in en"
        with pytest.raises(UsageError, match="no such statement"):
            workspace.choose([SECRET], "en")


def test_the_overview_kept_for_all_shows_each_their_own(workspace: Workspace) -> None:
    summaries = Summaries(workspace)
    with _as(Some()):
        assert [s.name for s in summaries.all(workspace)] == [OPEN]
    assert [s.name for s in summaries.all(workspace)] == [OPEN, SECRET]


def test_a_look_at_files_is_believed_for_a_moment_while_nothing_happens_here(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list stays the very same one, by which the overview knows that nothing has changed."""
    now = [0.0]
    monkeypatch.setattr(of_all.time, "monotonic", lambda: now[0])
    real = Summaries._all

    def slow(self: Summaries, workspace: Workspace) -> None:
        now[0] += 0.05  # believed for half a second
        real(self, workspace)

    monkeypatch.setattr(Summaries, "_all", slow)
    summaries = Summaries(workspace)
    first = summaries.all(workspace, news=1)
    now[0] += 0.6
    assert summaries.all(workspace, news=1) is first, "looked again, and nothing is another"
    write(workspace, {0: "Statement."}, name=OPEN)
    assert summaries.all(workspace, news=1) is first
    happened = summaries.all(workspace, news=2)
    assert happened is not first and happened[1] is first[1], "only what has changed is read"
    write(workspace, {1: "More."}, name=OPEN)
    assert summaries.all(workspace, news=2) is happened
    now[0] += 0.6
    later = summaries.all(workspace, news=2)
    assert later[0] != happened[0] and later[1] is first[1]
    write(workspace, {1: "Otherwise."}, name=OPEN)
    assert summaries.all(workspace)[0] != later[0], "a command looks each time"
    with _as(Some()):
        seen = summaries.all(workspace, news=3)
        assert [one.name for one in seen] == [OPEN] and summaries.all(workspace, news=3) is seen


def _by_another_program(workspace: Workspace, name: str) -> None:
    """Somebody's editor saves a translation: nothing in this process knows of it."""
    path = workspace.catalogue_path(name, "en")
    before, last, after = path.read_text("utf-8").rpartition('msgstr "')
    path.write_text(f"{before}{last}By an editor. {after}", "utf-8")


def test_of_many_statements_nobody_waits_for_a_look_at_all_their_files(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What this program writes is seen at once, what others do by a look beside, and after a while in any case."""
    now, looks = [0.0], []
    monkeypatch.setattr(of_all.time, "monotonic", lambda: now[0])
    monkeypatch.setattr(of_all, "MANY", 1)
    real = Summaries._all
    monkeypatch.setattr(Summaries, "_all", lambda self, of: (looks.append(1), real(self, of))[1])
    summaries = Summaries(workspace)
    first = summaries.all(workspace, news=1)
    write(workspace, {0: "Statement."}, name=OPEN)
    own = summaries.all(workspace, news=2)
    assert own[0] != first[0] and own[1] is first[1] and summaries.all(workspace, news=3) is own
    _by_another_program(workspace, SECRET)
    assert summaries.all(workspace, news=4) is own and not summaries.due()
    now[0] += of_all.AGAIN_SECONDS + 1
    assert summaries.due()
    changed = [names for names in summaries.beside(workspace) if names]
    beside = summaries.all(workspace, news=4)
    assert changed == [{SECRET}] and beside[0] is own[0] and beside[1] != own[1] and not summaries.due()
    assert len(looks) == 1
    _by_another_program(workspace, OPEN)
    now[0] += of_all.OLD_SECONDS + 1
    late = summaries.all(workspace, news=4)
    assert late[0] != beside[0] and len(looks) == 2
    workspace.catalogue_path(OPEN, "en").unlink()
    now[0] += of_all.AGAIN_SECONDS + 1
    list(summaries.beside(workspace))
    assert [one.name for one in summaries.all(workspace, news=4)] == [SECRET]


def test_who_may_see_which_statement_is_asked_anew_when_it_may_have_changed(workspace: Workspace) -> None:
    """Rights, or a source file in which a statement is marked as confidential."""

    @dataclass
    class Counting(Some):
        asked: list[str] = field(default_factory=list)

        def sees(self, name: str, language: str = "") -> bool:
            self.asked.append(name)
            return super().sees(name, language)

    summaries, who = Summaries(workspace), Counting()

    def asked(news: int) -> int:
        who.asked.clear()
        with _as(who):
            summaries.all(workspace, news)
        return len(who.asked)

    assert asked(1) == 2 and asked(1) == 0
    write(workspace, {0: "Statement."}, name=OPEN)
    assert asked(2) == 0, "that a text was saved does not change who may read it"
    who.names = (OPEN, SECRET)
    with _as(who):
        assert len(summaries.all(workspace, 2)) == 2
    source = workspace.source_path(SECRET)
    source.write_text(source.read_text("utf-8") + "\n", "utf-8")
    assert asked(3) == 2


def test_searches_and_suggestions_show_only_what_may_be_seen(workspace: Workspace) -> None:
    shelf = Shelf(workspace)
    with _as(Some()) as who:
        assert {h.name for h in concordance(workspace, "rondas", "en")} == {OPEN}
        sheet = shelf.sheet(OPEN, "en")
        key = list(sheet.units)[1]
        assert remembered(sheet, key) == []  # the one other place is the secret one
        with opened(workspace) as memory:
            assert {p.hit.document for p in search(memory, ["rondas"], "en")} == {OPEN}
        assert who.read == [f"{OPEN} elsewhere", OPEN, f"{OPEN} elsewhere", f"{OPEN} elsewhere"]
    with _as(Some(names=(OPEN, SECRET))):
        assert {h.name for h in concordance(workspace, "rondas", "en")} == {OPEN, SECRET}
        assert [p.text[-10:] for p in remembered(sheet, key)] == ["(secreto)."]


def test_the_memory_forgets_nothing_that_its_asker_may_not_see(workspace: Workspace) -> None:
    with opened(workspace):
        pass
    with _as(Some()), opened(workspace):
        pass
    with opened(workspace) as memory:
        assert {p.hit.document for p in search(memory, ["rondas"], "en")} == {OPEN, SECRET}


def test_a_change_everywhere_changes_only_what_may_be_seen(workspace: Workspace) -> None:
    with _as(Some()):
        every = workspace.choose([], "en")
        replace(workspace, "en", preview(workspace, every, "en", asked("patrols", "rounds")), "Ana", "")
    assert "rounds" in Work.open(workspace, OPEN, "en").units[1].target
    assert "patrols" in Work.open(workspace, SECRET, "en").units[1].target


def test_a_change_is_refused_by_what_it_would_write(workspace: Workspace) -> None:
    """Not by the button that was pressed: a new one is held to the same."""
    work = Work.open(workspace, OPEN, "en")
    key = work.units[1].key
    before = work.journal.path.read_bytes(), work.file.path.read_bytes()
    with _as(Some(does=("edit",))):
        with pytest.raises(NotAllowed, match="your role"):
            approve(work, key, "Luz")
        assert (work.journal.path.read_bytes(), work.file.path.read_bytes()) == before
        assert edit(work, key, "By dawn the patrols were still there.", "Luz").target.startswith("By dawn")
    with _as(Some(does=("approve",))):
        approve(Work.open(workspace, OPEN, "en"), key, "Ana")


def test_a_plan_for_drafts_is_for_what_may_be_seen(workspace: Workspace) -> None:
    with _as(Some()), pytest.raises(UsageError):
        plan(workspace, [SECRET], "en")


def test_news_reach_those_who_may_see_what_they_are_of() -> None:
    hub = Hub()
    pages = {
        "all": Listener(OVERVIEW, "1", "Ana"),
        "some": Listener(OVERVIEW, "2", "Luz", access=Some()),
        "gone": Listener(OVERVIEW, "3", "Eva", access=Some(), valid=lambda: False),
        "secret": Listener(("en", SECRET), "4", "Luz", access=Some()),
    }
    hub.listeners.update(pages.values())
    hub.tell(OVERVIEW, "statement", {"language": "en", "name": SECRET})
    hub.tell(OVERVIEW, "job", {"language": "en", "names": [OPEN, SECRET], "done": 1})
    hub.tell(OVERVIEW, "trouble", {"error": "locales/en/secreto.po: cannot be read"})
    hub.tell(("en", SECRET), "units", {"units": []})
    assert {name: page.news.qsize() for name, page in pages.items()} == {
        "all": 3,
        "some": 0,
        "gone": 0,
        "secret": 0,
    }
    hub.tell(OVERVIEW, "statement", {"language": "en", "name": OPEN})
    hub.tell(OVERVIEW, "statement", {})
    assert pages["some"].news.qsize() == 2 and pages["gone"].news.qsize() == 0


def test_nobody_is_held_back_who_works_alone(workspace: Workspace) -> None:
    assert present().sees(SECRET) and present().may("anything", SECRET, "en")
    assert present().within([OPEN]) is present()
