"""Who may change the glossary of which language, and what may not be taken back by somebody without the role."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from translate_flow.errors import NotAllowed
from translate_flow.flow.terms import bulk
from translate_flow.flow.terms.glossary import add, remove
from translate_flow.flow.terms.glossary_files import import_file
from translate_flow.model import Policy
from translate_flow.team.rights import PersonsAccess
from translate_flow.team.roles import Grant, Role
from translate_flow.workspace import Workspace
from translate_flow.workspace.access import acting

from .conftest import OPEN, Team, new_team

TABLE = "es,en,fr,policy,kind\ncomunidad,community,communauté,translate,term\ncerro,hill,,translate,term\n"
WRITE = {"es": "cerro", "en": "mountain", "policy": "translate", "kind": "term"}


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    """A team that translates into English and French, whose terms are in one file."""
    for made in new_team(tmp_path / "w"):
        settings = made.workspace.root / "translate-flow.toml"
        settings.write_text(
            settings.read_text("utf-8").replace('targets = ["en"]', 'targets = ["en", "fr"]'), "utf-8"
        )
        (made.workspace.root / "glossary" / "terms.csv").write_text(TABLE, "utf-8")
        made.guard.desk.shelf.reread()
        yield made


def as_(team: Team, name: str, *roles: str) -> PersonsAccess:
    """The access of a new person."""
    account = team.accounts.create(name, [Grant.of(role) for role in roles])
    return PersonsAccess(account, team.guard.book, team.guard.locks, team.guard.desk, Role.TRANSLATOR)


def table(team: Team) -> str:
    """The file as it is."""
    return (team.workspace.root / "glossary" / "terms.csv").read_text("utf-8")


def test_a_term_is_for_those_whose_language_it_is(team: Team) -> None:
    workspace = Workspace.load(team.workspace.root)
    refused = [
        as_(team, "Teo", "translator"), as_(team, "Fina", "reviewer:fr"), as_(team, "Uno", "reviewer:en:abierto"),
        as_(team, "Adela", "administrator"),
    ]  # fmt: skip
    for access in refused:
        with acting(access), pytest.raises(NotAllowed, match="en: your role"):
            add(workspace, "cerro", {"en": "mountain"}, "en", overwrite=True)
    assert table(team) == TABLE
    with acting(refused[0]):
        add(workspace, "cerro", {"en": "mountain"}, "en", overwrite=True, dry=True)  # looking is free
    with acting(as_(team, "Enma", "reviewer:en")):
        add(workspace, "cerro", {"en": "mountain"}, "en", overwrite=True)
    assert "cerro,mountain,," in table(team)


def test_what_languages_share_is_changed_by_who_has_them_all(team: Team) -> None:
    workspace = Workspace.load(team.workspace.root)
    with acting(as_(team, "Enma", "coordinator:en")):
        add(workspace, "comunidad", {"en": "village community"}, "en", overwrite=True)
        for act in (
            lambda: add(workspace, "comunidad", {"policy": Policy.KEEP}, "en", overwrite=True),
            lambda: remove(workspace, "comunidad", "en"),
            lambda: bulk.remove_many(workspace, ["cerro", "comunidad"], "en"),
            lambda: bulk.change_many(workspace, ["comunidad"], {"kind": "organisation"}, "en"),
        ):
            before = table(team)
            with pytest.raises(NotAllowed, match="fr: your role"):
                act()
            assert table(team) == before
        bulk.remove_many(workspace, ["cerro"], "en")
    with acting(as_(team, "Carla", "coordinator:en", "coordinator:fr")):
        remove(workspace, "comunidad", "en")
    assert table(team) == TABLE.split("\n")[0] + "\n"


def test_a_statements_own_glossary_is_for_those_of_the_statement(team: Team) -> None:
    workspace = Workspace.load(team.workspace.root)
    with acting(as_(team, "Uno", "reviewer:en:abierto")):
        add(workspace, "agua", {"en": "water"}, "en", statement=OPEN)
    with acting(as_(team, "Otra", "reviewer:en:otro")), pytest.raises(NotAllowed):
        add(workspace, "luz", {"en": "light"}, "en", statement=OPEN)
    assert "agua" in (workspace.statements / f"{OPEN}.glossary.csv").read_text("utf-8")


def test_a_file_of_terms_is_for_coordinators_of_its_language(team: Team) -> None:
    workspace, data = Workspace.load(team.workspace.root), b"es,en\nrio,river\n"
    for access in (as_(team, "Rosa", "reviewer:en"), as_(team, "Fina", "coordinator:fr")):
        with acting(access), pytest.raises(NotAllowed):
            import_file(workspace, Path("x.csv"), "en", data=data)
    with acting(as_(team, "Carla", "coordinator:en")):
        import_file(workspace, Path("x.csv"), "en", data=data)
    assert "river" in "".join(p.read_text("utf-8") for p in (workspace.root / "glossary").glob("*.csv"))


def test_the_page_refuses_it_and_a_role_that_is_gone_takes_nothing_back(team: Team) -> None:
    fina, enma = team.person("Fina", "reviewer:fr"), team.person("Enma", "reviewer:en")
    answer = fina.post("/api/term/write", {"language": "en", **WRITE})
    assert answer.status == 403 and "glossary" in answer.json["error"] and table(team) == TABLE
    assert (
        fina.post("/api/glossary/take", {"language": "en", "wanted": [], "refused": ["agua"]}).status == 403
    )
    done = enma.post("/api/term/write", {"language": "en", **WRITE})
    assert done.status == 200, done.body
    changed = table(team)
    assert "mountain" in changed
    team.accounts.grant(team.people["Enma"], [Grant.of("translator:en")])
    assert (
        enma.post("/api/back", {"token": done.json["back"]["token"]}).status == 409 and table(team) == changed
    )
    team.accounts.grant(team.people["Enma"], [Grant.of("reviewer:en")])
    assert (
        enma.post("/api/back", {"token": done.json["back"]["token"]}).status == 200 and table(team) == TABLE
    )
