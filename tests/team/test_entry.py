"""Coming in and staying out: what a person, and whoever is none, gets to see of the team's desk."""

from __future__ import annotations

import asyncio
import re
import threading
from pathlib import Path

import pytest
from anyio import to_thread

from translate_flow.desk.hub import OVERVIEW, Listener
from translate_flow.flow.intake.add import add
from translate_flow.flow.statement.work import Work
from translate_flow.language.text import digest
from translate_flow.team.rights import PersonsAccess
from translate_flow.team.roles import Grant, Role
from translate_flow.workspace import Workspace

from ..desk.conftest import until, write
from .asgi import ORIGIN, Browser
from .conftest import OPEN, OTHER, PASSWORD, PHRASE, SECRET, WHISPER, Team, new_team


def join(team: Team, name: str, *roles: str) -> Browser:
    """A person's browser, come in by an invitation with a password."""
    account = team.accounts.create(name, [Grant.of(role) for role in roles])
    team.people[name] = account
    browser, key = team.browser(), team.accounts.invite(account)
    assert name in browser.get(f"/join?key={key}").body
    answer = browser.submit("/join", key=key, password=PASSWORD)
    assert (answer.status, answer.headers["location"]) == (303, "/")
    browser.get("/")
    return browser


def test_an_invitation_then_a_password(team: Team) -> None:
    luz = join(team, "Luz", "translator")
    assert PHRASE not in team.browser().get("/").body
    assert "abierto" in luz.get("/").body
    luz.submit("/account/leave")
    assert luz.get("/").headers["location"] == "/login"
    wrong = luz.submit("/login", name="Luz", password="something else entirely")
    assert wrong.status == 400 and "wrong" in wrong.body and "something else" not in wrong.body
    right = luz.submit("/login", name="luz", password=PASSWORD, next=f"/s/en/{OPEN}")
    assert right.headers["location"] == f"/s/en/{OPEN}" and PHRASE in luz.get(f"/s/en/{OPEN}").body


def test_a_bad_password_does_not_use_the_invitation_up(team: Team) -> None:
    account = team.accounts.create("Luz")
    browser, key = team.browser(), team.accounts.invite(account)
    assert browser.submit("/join", key=key, password="short").status == 400
    assert browser.submit("/join", key=key, password=PASSWORD).status == 303
    again = team.browser().submit("/join", key=key, password=PASSWORD)
    assert again.status == 410 and "set-cookie" not in again.headers


def test_the_cookie_is_of_this_host_and_by_tls_alone(team: Team) -> None:
    account = team.accounts.create("Luz")
    browser = team.browser()
    answer = browser.ask(
        "POST",
        "/join",
        f"key={team.accounts.invite(account)}&password={PASSWORD}".encode(),
        {"content-type": "application/x-www-form-urlencoded"},
    )
    assert "__Host-desk" in browser.cookies and answer.headers["strict-transport-security"]
    raw = team.guard.address
    assert raw.secure and raw.cookie == "__Host-desk"


@pytest.mark.parametrize(
    "place", ["//evil.example", "https://evil.example", "/\\evil.example", "evil", "/\x00"]
)
def test_signing_in_leads_nowhere_else(team: Team, place: str) -> None:
    join(team, "Luz", "translator")
    answer = team.browser().submit("/login", name="Luz", password=PASSWORD, next=place)
    assert answer.headers["location"] == "/"


FORGED = {
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "http",
    "x-forwarded-for": "127.0.0.1",
    "forwarded": "for=127.0.0.1;host=evil.example;proto=http",
    "x-remote-user": "Ada",
    "remote-user": "Ada",
    "x-forwarded-user": "Ada",
    "x-original-url": "/people",
    "x-http-method-override": "POST",
}


def test_headers_that_a_proxy_might_set_change_nothing(team: Team) -> None:
    team.person("Ada", "administrator", "coordinator", named=True)
    luz = team.person("Luz", "translator")
    for browser in (team.browser(), luz):
        for path in ("/", "/people", f"/s/en/{SECRET}"):
            plain, forged = browser.get(path), browser.get(path, **FORGED)
            assert (plain.status, plain.headers.get("location")) == (
                forged.status,
                forged.headers.get("location"),
            )
            assert "evil" not in forged.body and WHISPER not in forged.body


def test_a_save_that_is_sent_twice_is_one_and_gets_the_same_answer(team: Team) -> None:
    """A page whose answer was lost sends it again."""
    luz = team.person("Luz", "translator")
    work = Work.open(team.workspace, OPEN, "en")
    unit = work.units[1]
    sent = {
        "language": "en",
        "name": OPEN,
        "key": unit.key,
        "do": "save",
        "text": "On the hill.",
        "base": digest(unit.target),
    }
    first, second = luz.post("/api/save", sent), luz.post("/api/save", sent)
    assert (first.status, second.status) == (200, 200) and first.json["unit"] == second.json["unit"]
    events = Work.open(team.workspace, OPEN, "en").journal.events
    assert [e.text for e in events].count("On the hill.") == 1


@pytest.mark.parametrize("odd", ["\0", "\ud83d", "a\0b", "\udcff"])
def test_characters_that_no_text_has_are_refused_and_break_nothing(team: Team, odd: str) -> None:
    luz = team.person("Luz", "translator", "reviewer", "administrator")
    unit = Work.open(team.workspace, OPEN, "en").units[1]
    place = {"language": "en", "name": OPEN, "key": unit.key}
    saved = luz.post("/api/save", {**place, "do": "save", "text": f"Hill{odd}", "base": digest(unit.target)})
    assert saved.status == 400
    for address, more in (
        ("/api/comment", {"note": odd}), ("/api/typing", {"text": odd, "base": ""}), ("/api/here", {"tab": odd}),
        ("/api/save", {"key": odd}), ("/api/save", {"name": odd}), ("/api/term/write", {"es": odd, "policy": "keep"}),
        ("/api/find", {"q": odd}),
    ):  # fmt: skip
        assert luz.post(address, {**place, **more}).status < 500, address
    for path in (
        "/join?key=%00",
        "/login?next=%00",
        "/s/en/%00",
        "/s/en/%ff",
        "/find?q=%00",
        "/exchange/en?q=%00",
    ):
        assert luz.get(path).status < 500, path
    form = {"name": "A%00", "password": "x%00"}
    assert team.browser().submit("/login", **form).status == 400
    invited = luz.submit("/people/invite", name="Eva\0", role="translator", language="", statement="")
    assert invited.status in (200, 400) and all("\0" not in p.name for p in team.accounts.people())
    assert Work.open(team.workspace, OPEN, "en").units[1].target == unit.target


@pytest.mark.parametrize(
    "host", ["evil.example", "desk.example.org:444", "desk.example.org.", "", "127.0.0.1"]
)
def test_another_host_is_refused(team: Team, host: str) -> None:
    assert team.person("Luz", "translator").get("/", host=host).status == 421


def test_other_pages_can_link_here_and_nothing_else(team: Team) -> None:
    luz = team.person("Luz", "translator")
    link = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    assert luz.get(f"/s/en/{OPEN}", **link).status == 200
    for mode, dest in (("no-cors", "image"), ("cors", "empty"), ("navigate", "iframe")):
        other = {"sec-fetch-site": "cross-site", "sec-fetch-mode": mode, "sec-fetch-dest": dest}
        assert luz.get(f"/api/segment?language=en&name={OPEN}&key=x", **other).status == 403
    assert luz.post("/api/me", {"language": "es"}, origin="https://evil.example").status == 403
    assert luz.post("/api/me", {"language": "es"}, origin="null").status == 403
    luz.token = "0" * 64
    assert luz.post("/api/me", {"language": "es"}).status == 403
    assert luz.submit("/account/lost").status == 403 and luz.get("/").status == 200


def test_a_name_is_the_accounts(team: Team) -> None:
    luz = team.person("Luz", "translator")
    assert luz.post("/api/me", {"name": "Ana"}).status == 403
    luz.cookies["person-443"] = "Ana"
    assert 'id="person">Luz<' in luz.get("/").body


def test_four_eyes_are_those_of_two_accounts(team: Team) -> None:
    """Neither another browser nor another name in a cookie makes a second person."""
    luz, second = team.person("Luz", "reviewer"), team.person("Ana", "reviewer")
    shelf = team.guard.desk.shelf
    key = shelf.sheet(OPEN, "en").work.catalogue.entries[2].key
    place = {"language": "en", "name": OPEN, "key": key}
    done = luz.post(
        "/api/save", {**place, "do": "save", "text": "We ask for clean water.", "base": digest("")}
    )
    assert done.status == 200
    base = done.json["unit"]["base"]
    other = team.again("Luz")
    other.cookies["person-443"] = "Ana"
    for browser in (luz, other):
        refused = browser.post("/api/approve", {**place, "bases": {key: base}}).json
        assert refused["approved"] == [] and key in refused["refused"]
    assert second.post("/api/approve", {**place, "bases": {key: base}}).json["approved"] == [key]
    work = Work.open(Workspace.load(team.workspace.root), OPEN, "en")
    assert [(e.do, e.by) for e in work.journal.events if e.key == key][-2:] == [
        ("edit", "Luz"),
        ("approve", "Ana"),
    ]


def test_a_translator_cannot_approve_by_saving(team: Team) -> None:
    """The address is the translator's; what would be written is not."""
    luz = team.person("Luz", "translator")
    entry = team.guard.desk.shelf.sheet(OPEN, "en").work.catalogue.entries[1]
    place = {
        "language": "en",
        "name": OPEN,
        "key": entry.key,
        "text": entry.target,
        "base": digest(entry.target),
    }
    assert luz.post("/api/save", {**place, "do": "approve"}).status == 403
    assert luz.post("/api/save", {**place, "do": "return", "note": "no"}).status == 403
    assert {e.do for e in Work.open(team.workspace, OPEN, "en").journal.events} == {"edit"}


def test_roles_taken_and_sessions_ended_hold_at_once(team: Team) -> None:
    ada, luz = team.person("Ada", "administrator"), team.person("Luz", "reviewer")
    phone, account = team.again("Luz"), team.people["Luz"].id
    assert luz.get(f"/s/en/{OPEN}").status == 200
    ada.get("/people")
    ada.submit("/people/roles", account=account, do="take", role="reviewer", language="", statement="")
    assert luz.get(f"/s/en/{OPEN}").status == 403
    luz.get("/account")
    assert luz.submit("/account/lost").headers["location"] == "/login"
    assert phone.get("/").headers["location"] == "/login" == luz.get("/").headers["location"]


def test_a_page_goes_on_after_signing_in_again(team: Team) -> None:
    """What was typed meanwhile waits in the page; the new session's token is that of the old one."""
    luz = join(team, "Luz", "translator")
    luz.get(f"/s/en/{OPEN}")
    before = luz.token
    team.clock.now += 13 * 3600
    late = luz.post("/api/me", {"language": "en"})
    assert late.status == 401 and "sign in" in late.json["error"]
    luz.submit("/login", name="Luz", password=PASSWORD)
    luz.token = before
    assert luz.post("/api/me", {"language": "en"}).status == 200


def test_who_brings_in_a_confidential_statement_is_named_for_it(team: Team) -> None:
    carla, other = team.person("Carla", "coordinator"), team.person("Otto", "coordinator")
    text = f"---\nconfidential: true\n---\n\n# Nuevo\n\n{WHISPER}\n".encode()

    def upload(browser: Browser, file: str, replace: str = "") -> int:
        headers = {"x-csrf-token": browser.token, "content-type": "application/octet-stream"}
        address = f"/api/upload?file={file}&anyway=yes&replace={replace}"
        return browser.ask("POST", address, text, headers).status

    assert upload(carla, "nuevo.md") == 200
    assert WHISPER in carla.get("/s/en/nuevo").body and "nuevo" not in other.get("/").body
    assert upload(other, "nuevo.md", "yes") == 400  # a new version of what one may not see
    carla.get("/named/en/nuevo")
    account = team.people["Otto"].id
    carla.submit("/named", language="en", statement="nuevo", account=account)
    assert WHISPER in other.get("/s/en/nuevo").body
    assert "read it" in carla.get("/named/en/nuevo").body
    carla.submit("/named", language="en", statement="nuevo", account=account, do="take")
    assert other.get("/s/en/nuevo").status == 404


def test_reading_in_confidence_is_noted_wherever_it_is_read(team: Team) -> None:
    nora = team.person("Nora", "translator", named=True)
    team.person("Noel", "translator", named=True)
    assert SECRET in nora.get("/api/concordance?language=en&q=asamblea").body
    team.again("Noel").get(f"/s/en/{SECRET}")
    team.again("Noel").get(f"/s/en/{OPEN}")
    reads = [(r.who, r.what) for r in team.accounts.noted(SECRET) if r.what == "read"]
    assert sorted(reads) == [("Noel", "read"), ("Nora", "read")]
    assert team.accounts.noted(OPEN) == []


def test_hidden_matches_do_not_push_out_what_may_be_seen(team: Team) -> None:
    """Sixty confidential statements say the same: whoever is not named for them gets the open one all the same."""
    for n in range(60):
        path = team.workspace.statements / f"oculto-{n}.es.md"
        path.write_text(f"---\nconfidential: true\n---\n\n# Oculto {n}\n\n{PHRASE}\n", "utf-8")
        add(Workspace.load(team.workspace.root), [path], ["en"])
        write(Workspace.load(team.workspace.root), {1: f"Hidden rendering {n}."}, name=f"oculto-{n}")
    luz = team.person("Luz", "translator")
    work = Work.open(team.workspace, OTHER, "en")
    key = work.catalogue.entries[1].key
    asked = f"/api/suggest?language=en&name={OTHER}&key={key}"
    until(lambda: "(abierto)" in luz.get(asked).body)
    answer = luz.get(asked).body
    assert "Hidden" not in answer and "oculto" not in answer and "(secreto)" not in answer
    found = luz.get("/exchange/en?q=asamblea").body
    assert "(abierto)" in found and "Hidden" not in found


def test_a_statement_that_becomes_confidential_is_gone_at_once(team: Team) -> None:
    luz = team.person("Luz", "translator")
    assert luz.get(f"/s/en/{OTHER}").status == 200
    source = team.workspace.source_path(OTHER)
    source.write_text(f"---\nconfidential: true\n---\n\n{source.read_text('utf-8')}", "utf-8")
    assert luz.get(f"/s/en/{OTHER}").status == 404 and OTHER not in luz.get("/").body
    assert OTHER not in luz.get("/api/concordance?language=en&q=asamblea").body


def test_the_page_says_how_a_confidential_text_is_kept(team: Team) -> None:
    nora = team.person("Nora", "translator", named=True)
    assert '"lasting":false' in nora.get(f"/s/en/{SECRET}").body
    assert '"lasting":true' in nora.get(f"/s/en/{OPEN}").body


def test_an_administrator_invites_and_the_link_is_shown_once(team: Team) -> None:
    ada = team.person("Ada", "administrator")
    ada.get("/people")
    made = ada.submit("/people/invite", name="Luz", role="translator", language="en", statement="")
    link = re.search(rf"{re.escape(ORIGIN)}/join\?key=[\w-]+", made.body)
    assert link is not None and "data:image/svg+xml" in made.body
    assert link[0] not in ada.get("/people").body
    assert team.browser().get(link[0].removeprefix(ORIGIN)).status == 200
    again = ada.submit("/people/invite", name="LUZ", role="translator", language="", statement="")
    assert again.status == 400 and "looks like" in again.body


def test_for_one_evening_a_link_is_enough(tmp_path: Path) -> None:
    for team in new_team(tmp_path / "w", evening=True):
        host = team.accounts.create("Ana", [Grant.of("coordinator"), Grant.of("administrator")])
        guest = team.accounts.create("Luz", [Grant.of("translator")])
        team.accounts.let_see(SECRET, host)
        browser, key = team.browser(), team.accounts.invite(host)
        door = browser.get(f"/join?key={key}").body
        assert "password" not in door and "unprotected" in door
        assert browser.submit("/join", key=key).headers["location"] == "/people"
        other, link = team.browser(), team.accounts.invite(guest)
        assert other.submit("/join", key=link).headers["location"] == "/"
        assert team.browser().submit("/join", key=link).status == 410
        assert WHISPER in browser.get(f"/s/en/{SECRET}").body
        assert PHRASE in other.get(f"/s/en/{OPEN}").body and SECRET not in other.get("/").body
        assert "Scan your code" in team.browser().get("/login").body


def test_who_is_planned_for_something_is_told_on_their_page(team: Team) -> None:
    carla, luz = team.person("Carla", "coordinator", named=True), team.person("Luz Ñahui", "translator")
    hub, pages = team.guard.desk.hub, {}
    for name, browser in (("Carla", carla), ("Luz Ñahui", luz)):
        seat = team.guard.sessions.find(browser.cookies["__Host-desk"])
        assert seat is not None
        access = PersonsAccess(
            team.people[name], team.guard.book, team.guard.locks, team.guard.desk, Role.TRANSLATOR
        )
        pages[name] = Listener(OVERVIEW, name, name, session=seat.id, access=access)
    hub.listeners.update(pages.values())
    for statement in (OPEN, SECRET):  # of the secret one Luz is told nothing: it is not for her to know of
        plan = {"places": [["en", statement]], "changes": {"translator": "ÑAHUI, Luz"}}
        assert carla.post("/api/plan", plan).status == 200
    told = [pages["Luz Ñahui"].news.get_nowait() for _ in range(pages["Luz Ñahui"].news.qsize())]
    asked = [line for line in told if line.startswith("event: asked")]
    assert len(asked) == 1 and f'"name":"{OPEN}"' in asked[0] and '"by":"Carla"' in asked[0]
    assert "asked" not in str(list(pages["Carla"].news._queue))  # type: ignore[attr-defined]
    assert SECRET not in luz.get("/plan").body and SECRET in carla.get("/plan").body
    assert luz.post("/api/plan", plan).status == 403


def test_the_door_is_answered_while_all_threads_are_at_long_work(team: Team) -> None:
    luz, free = team.person("Luz", "translator"), threading.Event()

    async def fill() -> int:
        limiter = to_thread.current_default_thread_limiter()
        busy = int(limiter.total_tokens)
        for _ in range(busy):
            team.loop.create_task(to_thread.run_sync(free.wait))
        while limiter.borrowed_tokens < busy:
            await asyncio.sleep(0)
        return busy

    assert asyncio.run_coroutine_threadsafe(fill(), team.loop).result(60) > 0
    try:
        assert luz.get("/static/0/desk.css").status == 200
        assert team.browser().get("/").status == 303
    finally:
        free.set()
