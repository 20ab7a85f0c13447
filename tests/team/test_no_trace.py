"""Whoever is not named for a confidential statement is answered as if it did not exist: two teams, of which one has it.

In that one people work in it: they write, comment, plan, type, look, have terms of its own. Then every page and every
answer for scripts is asked for in both, by everybody who is not named, and has to be the same, byte for byte, but for
what is drawn by lot and the clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any
from urllib.parse import urlencode

import pytest
from starlette.routing import Route

from ..desk.conftest import until
from .asgi import Answer, Browser
from .conftest import OPEN, SECRET, TEXTS, Team, new_team
from .test_matrix import BODIES, ENDING

ROLES = {
    "no role": (), "guest": ("translator:en:abierto",), "translator": ("translator:en",), "reviewer": ("reviewer",),
    "of one": ("coordinator:en:abierto",), "coordinator": ("coordinator",), "administrator": ("administrator",),
}  # fmt: skip
CHANGING = re.compile(
    r"[0-9a-f]{8,}(?:-[0-9a-f]{4}-[0-9a-f]{6}|-\d+)?|(?:sha256|nonce)-[\w+/=-]+"
    r"|\d{4}-\d\d-\d\d[T ][\d:.]+Z?|\"at\": ?[\d.]+|\d{1,2}:\d\d(?::\d\d)?|\b[0-9a-f]{6}\b|\"growing\":\w+"
)
"""What is drawn by lot, times, and whether the memory's files are being looked through just now."""
ENDLESS = "/events"


@contextmanager
def two_teams(
    tmp_path_factory: pytest.TempPathFactory, others: Sequence[tuple[str, str]] = ()
) -> Iterator[tuple[Team, Team]]:
    """A team without the confidential statement, and one with it, in which Nora may see it and has worked; `others` are in both."""
    with ExitStack() as ends:
        made = contextmanager(new_team)
        bare = {name: text for name, text in TEXTS.items() if name != SECRET}
        without = ends.enter_context(made(tmp_path_factory.mktemp("bare") / "w", texts=bare))
        having = ends.enter_context(made(tmp_path_factory.mktemp("full") / "w"))
        for team in (without, having):
            for name, role in (("Nora", "coordinator"), *others):
                team.person(name, role)
        having.accounts.let_see(SECRET, having.people["Nora"])
        _work(having, having.again("Nora"))
        yield without, having


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Team, Team]]:
    """The two teams, looked at once."""
    with two_teams(tmp_path_factory) as (without, having):
        for team in (without, having):
            # What the overview works out beside its answer is there before anybody looks.
            nora = team.again("Nora")
            for _ in range(2):
                nora.get("/")
                until(lambda desk=team.guard.desk: not desk._counting and not desk.examining)
        yield without, having


def _work(team: Team, nora: Browser) -> None:
    """What leaves traces: everything that one does in a statement."""
    folder = team.workspace.statements
    (folder / f"{SECRET}.glossary.csv").write_text("es,en\nasamblea,gathering\n", "utf-8")
    nora.get(f"/s/en/{SECRET}")
    units = nora.get(f"/api/units?language=en&name={SECRET}").json["units"]
    place = {"language": "en", "name": SECRET, "key": units[1]["key"]}
    for path, more in (
        (
            "/api/save",
            {
                "do": "save",
                "text": "The gathering agreed on 41 paths.",
                "base": units[1]["base"],
                "anyway": "so it is",
            },
        ),
        ("/api/comment", {"note": "Who was Eulalia?"}),
        ("/api/typing", {"text": "The gathering", "base": "", "tab": "t"}),
        ("/api/here", {"tab": "t"}),
        (
            "/api/plan",
            {
                "places": [["en", SECRET]],
                "changes": {"note": "soon", "due": "2030-01-01", "translator": "Nora"},
            },
        ),
        ("/api/build", {"formats": ["html"]}),
    ):
        answer = nora.post(path, {**place, **more})
        assert answer.status < 500, (path, answer.body)
    for address in (
        f"/api/suggest?{urlencode(place)}", f"/review/en/{SECRET}", f"/timeline/en/{SECRET}", "/findings/en", "/plan", "/",
        "/api/statements", f"/publish/en/{SECRET}", "/api/glossary/suggestions?language=en", "/find?q=asamblea",
    ):  # fmt: skip
        assert nora.get(address).status == 200, address


def _asked(browser: Browser, path: str, key: str) -> Answer:
    sent: dict[str, Any] = {
        "language": "en",
        "name": OPEN,
        "key": key,
        "statement": OPEN,
        **BODIES.get(path, {}),
    }
    where = path.replace("{language}", "en").replace("{name:path}", OPEN).replace("{edition}", "0")
    files = {"/plan/{file}": "digest.txt", "/glossary/{language}/{form}": "csv"}
    where = where.replace("{file}", files.get(path, "desk.css")).replace("{form}", "csv")
    return browser.get(f"{where}?{urlencode(sent)}")


def _same(answer: Answer) -> tuple[int, dict[str, str], str]:
    heads = {
        n: CHANGING.sub("…", v) for n, v in answer.headers.items() if n not in ("content-length", "etag")
    }
    # A packed file holds, packed, ids of what was done: its name and kind are compared, what is in it by other tests.
    packed = "zip" in answer.headers.get("content-type", "")
    return answer.status, heads, "" if packed else CHANGING.sub("…", answer.body)


def differences(worlds: tuple[Team, Team], browsers: Sequence[Browser]) -> list[tuple[Any, ...]]:
    """Addresses that are answered otherwise in the one than in the other, with where that begins."""
    differ: list[tuple[Any, ...]] = []
    for route in worlds[0].guard.routes:
        assert isinstance(route, Route)
        if "GET" not in (route.methods or ()) or route.path in {ENDLESS, *ENDING}:
            continue
        found = []
        for team, browser in zip(worlds, browsers, strict=True):
            key = team.guard.desk.shelf.sheet(OPEN, "en").work.catalogue.entries[1].key
            found.append(_same(_asked(browser, route.path, key)))
        if found[0] != found[1]:
            differ.append((route.path, *_first_difference(*found)))
    return differ


@pytest.mark.parametrize("role", ROLES)
def test_every_answer_is_as_if_it_did_not_exist(worlds: tuple[Team, Team], role: str) -> None:
    assert differences(worlds, [team.person(f"Visitor {role}", *ROLES[role]) for team in worlds]) == []


def test_whoever_is_named_sees_that_it_does(worlds: tuple[Team, Team]) -> None:
    """So that the other test could fail: it is in what she is shown, at many addresses."""
    found = {path for path, *_ in differences(worlds, [team.again("Nora") for team in worlds])}
    assert {"/", "/api/statements", "/api/concordance", "/find", "/plan", "/findings/{language}"} <= found


def _first_difference(
    one: tuple[int, dict[str, str], str], other: tuple[int, dict[str, str], str]
) -> tuple[Any, Any]:
    if one[:2] != other[:2]:
        return one[:2], other[:2]
    at = next(
        (n for n, (a, b) in enumerate(zip(one[2], other[2], strict=False)) if a != b),
        min(len(one[2]), len(other[2])),
    )
    return one[2][max(0, at - 60) : at + 80], other[2][max(0, at - 60) : at + 80]
