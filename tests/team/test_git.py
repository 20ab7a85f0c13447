"""What a team does in git: commits by statement and person, an exchange with a remote, and what can go wrong there."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from translate_flow.errors import WorkspaceError
from translate_flow.flow.editing.edit import edit
from translate_flow.flow.intake.init import starter
from translate_flow.flow.statement.work import Work
from translate_flow.team.scribe import Scribe, address
from translate_flow.team.upstream import Upstream
from translate_flow.workspace import Workspace

from ..desk.conftest import make_workspace
from ..warm import program
from .conftest import OPEN, OTHER, SECRET, TEXTS


def git(folder: Path, *words: str) -> str:
    """What git says there."""
    who = ("-c", "user.name=Outsider", "-c", "user.email=outsider@example.org")
    done = subprocess.run(
        ["git", "-C", str(folder), *who, *words], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@dataclass
class Place:
    """A workspace in a clone."""

    root: Path

    @property
    def workspace(self) -> Workspace:
        return Workspace.load(self.root)

    def write(self, place: int, text: str, by: str, name: str = OPEN) -> None:
        work = Work.open(self.workspace, name, "en")
        edit(work, work.catalogue.entries[place].key, text, by)

    def texts(self, name: str = OPEN) -> list[str]:
        return [e.target for e in Work.open(self.workspace, name, "en").catalogue.entries]

    def scribe(self, **settings: object) -> Scribe:
        return Scribe(self.workspace, **({"quiet": 0.0} | settings))  # type: ignore[arg-type]

    def upstream(self, **settings: object) -> Upstream:
        return Upstream(self.scribe(**settings), "origin")

    def log(self, form: str = "%an|%s") -> list[str]:
        return git(self.root, "log", f"--format={form}", "--first-parent").splitlines()


@dataclass
class Places:
    """The team's server, somebody's clone at home, and the remote between them."""

    server: Place
    home: Place
    remote: Path


@pytest.fixture
def places(tmp_path: Path) -> Places:
    server = Place(tmp_path / "server")
    make_workspace(server.root, statements={OPEN: TEXTS[OPEN], OTHER: TEXTS[OTHER]})
    for name, text in starter("es", ("en",)).items():
        if name.startswith(".git"):
            (server.root / name).write_text(text, "utf-8")
    git(server.root, "init", "-q", "-b", "main")
    git(server.root, "add", ".")
    git(server.root, "commit", "-qm", "The beginning")
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "remote.git")
    git(server.root, "remote", "add", "origin", str(tmp_path / "remote.git"))
    git(server.root, "push", "-q", "origin", "main")
    git(tmp_path, "clone", "-q", "remote.git", "home")
    return Places(server, Place(tmp_path / "home"), tmp_path / "remote.git")


def test_a_statement_is_committed_when_it_rests_by_those_who_wrote(places: Places) -> None:
    server = places.server
    server.write(1, "First.", "José Ñahui")
    server.write(2, "Second.", "José Ñahui")
    server.write(0, "Title", "Ana <Condori>")
    server.write(1, "Of the other.", "Luz", OTHER)
    assert server.scribe(quiet=30.0).write() == []
    now = (server.root / "translate-flow.toml").stat().st_mtime + 3600
    made = server.scribe(quiet=30.0, clock=lambda: now).write()
    assert [commit.about for commit in made] == [OPEN, OTHER]
    assert server.log()[:2] == [f"Luz|{OTHER}: Luz", f"José Ñahui|{OPEN}: José Ñahui, Ana <Condori>"]
    body = git(server.root, "log", "-1", "--skip=1", "--format=%B%n%ae")
    assert f"Co-authored-by: {address('Ana <Condori>')}" in body and "jose-nahui@nobody.invalid" in body
    assert git(server.root, "status", "--porcelain") == "" and server.scribe().write() == []


def test_a_network_may_commit_in_one_name(places: Places) -> None:
    places.server.write(1, "First.", "Ana")
    places.server.scribe(author="The network <desk@example.org>").write()
    assert (
        git(places.server.root, "log", "-1", "--format=%an <%ae> %B")
        == f"The network <desk@example.org> {OPEN}"
    )


def test_what_others_have_staged_or_left_lying_about_is_theirs(places: Places) -> None:
    (places.server.root / "notes.txt").write_text("private")
    (places.server.root / "README").write_text("staged")
    git(places.server.root, "add", "README")
    places.server.write(1, "First.", "Ana")
    places.server.scribe().write()
    assert git(places.server.root, "status", "--porcelain") == "A  README\n?? notes.txt"


def test_both_sides_have_each_others_work(places: Places) -> None:
    """Different paragraphs of one statement, here and in a clone: both are in, on both sides, and nobody forced a push."""
    places.server.write(1, "Of the server.", "Ana")
    places.server.scribe().write()
    places.home.write(2, "Of home.", "Luz")
    places.home.scribe().write()
    there = places.home.upstream().exchange()
    here = places.server.upstream().exchange()
    assert (there.went, here.came) == (1, 1) and here.went == 2 and not here.problems and not here.doubtful
    assert places.home.upstream().exchange().came == 2
    assert places.server.texts() == places.home.texts()
    assert {"Of the server.", "Of home."} <= set(places.server.texts())
    assert git(places.server.root, "worktree", "list").count("\n") == 0


def test_two_texts_for_one_paragraph_become_a_draft_with_both(places: Places) -> None:
    places.server.write(1, "Forty-one were hurt.", "Ana")
    places.server.scribe().write()
    places.home.write(1, "Forty-two were hurt.", "Luz")
    places.home.scribe().write()
    places.home.upstream().exchange()
    made = places.server.upstream().exchange()
    assert made.doubtful == [f"locales/en/{OPEN}.po"] and not made.problems
    unit = Work.open(places.server.workspace, OPEN, "en").units[1]
    assert unit.state == "draft"
    assert {"Forty-one were hurt.", "Forty-two were hurt."} == {
        unit.target,
        *(e.text for e in unit.events if e.text and e.text != unit.target),
    }
    assert b"<<<<<<<" not in places.server.workspace.catalogue_path(OPEN, "en").read_bytes()


def test_what_is_saved_during_the_merge_is_in_it(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    """People go on while the merge is made elsewhere; nothing of theirs is written over."""
    places.home.write(2, "Of home.", "Luz")
    places.home.scribe().write()
    places.home.upstream().exchange()
    upstream, between = places.server.upstream(), type(places.server.scribe().git).between
    saved: list[str] = []

    def and_a_save(self: object, one: str, other: str) -> list[str]:
        if not saved:
            saved.append("During the merge.")
            places.server.write(1, saved[0], "Ana")
        return between(self, one, other)  # type: ignore[arg-type]

    monkeypatch.setattr(type(upstream.git), "between", and_a_save)
    made = upstream.exchange()
    assert not made.problems and {"During the merge.", "Of home."} <= set(places.server.texts())


def test_an_edit_in_another_program_comes_in_under_its_committers_name(places: Places) -> None:
    path = places.home.workspace.catalogue_path(OPEN, "en")
    places.server.write(1, "As it was.", "Ana")
    places.server.scribe().write()
    places.server.upstream().exchange()
    git(places.home.root, "pull", "-q")
    path.write_text(path.read_text("utf-8").replace("As it was.", "As Outsider says."), "utf-8")
    git(places.home.root, "commit", "-qam", "By hand")
    git(places.home.root, "push", "-q")
    places.server.upstream().exchange()
    newest = Work.open(places.server.workspace, OPEN, "en").units[1].events[-1]
    assert (newest.by, newest.text) == ("Outsider", "As Outsider says.")


def test_a_catalogue_that_cannot_be_read_is_named_and_the_others_come_in(places: Places) -> None:
    places.server.write(1, "It is here.", "Ana")
    places.server.scribe().write()
    places.home.write(1, "Of the other.", "Luz", OTHER)
    places.home.workspace.catalogue_path(OPEN, "en").write_text("spoilt by a program\n")
    git(places.home.root, "add", ".")
    git(places.home.root, "commit", "-qm", "Spoilt")
    git(places.home.root, "push", "-q")
    made = places.server.upstream().exchange()
    assert len(made.problems) == 1 and f"{OPEN}.po" in str(made.problems[0])
    assert "It is here." in places.server.texts() and "Of the other." in places.server.texts(OTHER)


def test_a_file_that_only_a_person_can_merge_stops_the_exchange_and_changes_nothing(places: Places) -> None:
    for place, text in ((places.home, "note,here\n"), (places.server, "note,there\n")):
        (place.root / "glossary" / "new.csv").write_text(text)
        place.scribe().write()
    places.home.upstream().exchange()
    before = places.server.log("%H")
    made = places.server.upstream().exchange()
    assert "new.csv" in str(made.problems[0]) and made.came == made.went == 0
    assert places.server.log("%H") == before and git(places.server.root, "status", "--porcelain") == ""


def test_a_push_that_is_refused_is_told_and_tried_again(places: Places) -> None:
    hook = places.remote / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    places.server.write(1, "Kept.", "Ana")
    upstream = places.server.upstream()
    upstream.scribe.write()
    assert "refused" in str(upstream.exchange().problems[0])
    hook.unlink()
    made = upstream.exchange()
    assert made.went == 1 and not made.problems


def test_confidential_statements_stay_out_of_what_is_sent(places: Places) -> None:
    root = places.server.root
    (root / "statements" / f"{SECRET}.es.md").write_text(TEXTS[SECRET], "utf-8")
    subprocess.run(
        [program(), "add", f"statements/{SECRET}.es.md"], cwd=root, check=True, capture_output=True
    )
    places.server.write(1, "Whispered.", "Ana", SECRET)
    places.server.write(1, "Said.", "Ana")
    done = subprocess.run(
        [program(), "team", "git", "--once", "--remote", "origin"],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0 and "1 commit went out" in done.stdout, done.stderr
    sent = git(places.remote, "log", "-p", "--all")
    assert "Said." in sent and "Whispered." not in sent and SECRET not in sent
    assert "Whispered." in places.server.texts(SECRET)


def test_without_a_repository_it_is_said(tmp_path: Path) -> None:
    made = make_workspace(tmp_path / "w")
    with pytest.raises(WorkspaceError, match="git init"):
        Scribe(made)
