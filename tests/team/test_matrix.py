"""Every address × every role × statements of one's own, of others, and confidential ones.

The addresses are the application's own: one that nobody has classified fails the first test, and is shut at a desk
that is served. The answers are a table in `matrix.txt`; a person reads the difference before it is accepted.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from starlette.routing import Route

from translate_flow.team.permissions import NEEDS

from .asgi import Answer, Browser
from .conftest import OPEN, OTHER, PHRASE, SECRET, WHISPER, Team

TABLE = Path(__file__).with_name("matrix.txt")
MISSING = "no-existe"
BODIES: dict[str, dict[str, Any]] = {
    "/api/look": {"text": "x"},
    "/api/typing": {"text": "x", "base": ""},
    "/api/save": {"do": "save", "text": "Statement", "base": "no"},
    "/api/conflict": {"text": "x", "base": ""},
    "/api/comment": {"note": "?"},
    "/api/resolve": {"number": 1},
    "/api/dismiss": {"rule": "no-such-rule"},
    "/api/undismiss": {"rule": "no-such-rule"},
    "/api/here": {"tab": "1"},
    "/api/looked": {"event": ""},
    "/api/approve": {"bases": {"00000000": "x"}},
    "/api/find": {"q": "agua"},
    "/api/concordance": {"q": "asamblea"},
    "/api/me": {"language": "en"},
    "/api/act": {"act": "nothing"},
    "/api/part": {"do": "nothing"},
    "/api/undo": {"act": "nothing"},
    "/api/term": {"es": "asamblea"},
    "/api/term/preview": {"es": "asamblea", "en": "assembly", "policy": "translate"},
    "/api/term/write": {"es": "asamblea", "en": "assembly", "policy": "no-such-policy"},
    "/built": {"file": "manifest.json"},
    "/publish/look": {"kind": "html"},
    "/api/imprint": {"values": {}, "base": "no"},
    "/api/signatories": {"rows": [], "base": "no"},
    "/api/glossary/take": {"wanted": ["asamblea=assembly"]},
    "/api/batch": {"do": "approve", "dry": True},
}
"""What is sent along beside language, statement and segment."""
BY_STATEMENT = {
    "/api/outlook", "/api/draft", "/api/build", "/built", "/api/reread", "/api/segment", "/api/units", "/api/find",
    "/api/suggest", "/api/drafters", "/api/look", "/api/typing", "/api/save", "/api/conflict", "/api/forget",
    "/api/comment", "/api/resolve", "/api/dismiss", "/api/undismiss", "/api/here", "/api/looked", "/api/approve",
    "/events", "/api/part", "/named", "/api/term", "/api/act", "/api/plan", "/api/glossary/suggestions", "/api/findings/dismiss", "/api/findings/undismiss", "/api/findings/fix",
    "/api/term/preview", "/api/term/write", "/api/term/redraft", "/api/upload/align",
    "/publish/look", "/publish/zip", "/exchange/out", "/api/imprint", "/api/signatories", "/api/glossary/take", "/api/batch",
    "/api/replace", "/api/replace/preview", "/glossary/{language}", "/api/upload/review",
}  # fmt: skip
"""Addresses that name a statement in what is sent with them; others do so in their path."""


@pytest.fixture(scope="module")
def visitors(lasting_team: Team) -> dict[str, Browser]:
    """One of each kind, by what they are called in the table."""
    team = lasting_team
    gone = team.person("Gone", "coordinator", named=True)
    team.accounts.disable(team.people["Gone"])
    return {
        "nobody": team.browser(),
        "shut out": gone,
        "no role": team.person("Nina"),
        "guest": team.person("Gael", "translator:en:abierto"),
        "translator": team.person("Teo", "translator:en"),
        "reviewer": team.person("Rosa", "reviewer"),
        "of one": team.person("Olga", "coordinator:en:abierto"),
        "coordinator": team.person("Carla", "coordinator"),
        "named": team.person("Nora", "coordinator", named=True),
        "named translator": team.person("Noel", "translator:en", named=True),
        "administrator": team.person("Ada", "administrator"),
    }


def addresses(team: Team) -> Iterator[tuple[str, str]]:
    """Method and path of every address there is."""
    for route in team.guard.routes:
        assert isinstance(route, Route)
        for method in sorted((route.methods or set()) - {"HEAD"}):
            yield method, route.path


def test_every_address_is_classified(lasting_team: Team) -> None:
    """A new page is for somebody to classify in `translate_flow/team/permissions.py`; until then it is shut."""
    assert set(addresses(lasting_team)) == set(NEEDS)


def _ask(browser: Browser, method: str, path: str, name: str, key: str) -> Answer:
    place = {"name": name, "statement": name, "for": name, "key": key} if name else {}
    sent = {"language": "en", **place, **BODIES.get(path, {})}
    if path == "/api/plan":
        sent |= {"places": [["en", name]], "changes": {"note": "soon"}}
    if path.startswith("/api/findings/"):
        sent["items"] = [{"name": name, "key": key, "rule": "no-such-rule"}]
    if name and path in ("/api/batch", "/api/replace"):
        sent["items"] = [["en", name, key, "no"]]
    if name and path.startswith("/api/replace"):
        sent["spread"] = f"en/{name}/{key}"
    if path == "/api/term/redraft":
        sent["keys"] = {name: [key]}
    where = path.replace("{language}", "en").replace("{name:path}", name)
    where = where.replace("{edition}", "0").replace(
        "{file}", "digest.txt" if path.startswith("/plan") else "desk.css"
    )
    if method == "GET":
        return browser.ask("GET", f"{where}?{urlencode(sent)}", headers={"accept": "application/json"})
    if path == "/api/upload/align":
        query = urlencode({"file": "x.en.md", "language": "en", "name": name})
        return browser.ask("POST", f"{where}?{query}", b"# Open\n", {"x-csrf-token": browser.token})
    if path == "/api/upload/review":
        query = urlencode({"file": "back.po", "language": "en", "dry": "yes"})
        return browser.ask("POST", f"{where}?{query}", _back(name, key), {"x-csrf-token": browser.token})
    if path == "/api/upload":
        return browser.ask("POST", f"{where}?file=..md", b"x", {"x-csrf-token": browser.token})
    if path.startswith("/api/") or "passkey" in path:
        return browser.post(where, sent)
    return browser.submit(where, **{k: str(v) for k, v in sent.items()})


def _back(name: str, key: str) -> bytes:
    """A review file of that statement, which changes one paragraph."""
    head = f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: en\\n"\n"X-Source: statements/{name}.md\\n"\n'
    return f'{head}\nmsgctxt "{key}"\nmsgid "{PHRASE}"\nmsgstr "Changed."\n'.encode()


def _cell(answer: Answer, missing: Answer, name: str) -> str:
    """`in`, the status of a refusal, or `–`: just as for a name that nobody ever used."""
    if (answer.status, answer.body.replace(name, MISSING)) == (missing.status, missing.body):
        if _heads(answer) != _heads(missing):
            return "heads"
        return str(answer.status) if answer.status in (401, 403) else "–"
    return str(answer.status) if answer.status in (401, 403) else "in"


def _heads(answer: Answer) -> dict[str, str]:
    """The answer's header fields, but for its length, which the name changes."""
    return {name: value for name, value in answer.headers.items() if name != "content-length"}


ENDING = {"/account/leave", "/account/lost"}
"""Asked of everybody but those let in: they would end the session that the next row needs."""


def table(team: Team, visitors: dict[str, Browser]) -> tuple[str, list[str]]:
    """The table; and answers that hold words of the confidential statement for people not named for it."""
    work = team.guard.desk.shelf.sheet(OPEN, "en").work
    key = work.catalogue.entries[1].key
    lines, leaks = [], []
    for method, path in sorted(addresses(team), key=lambda a: (a[1], a[0])):
        named = path in BY_STATEMENT or "{name:path}" in path
        for name in (OPEN, OTHER, SECRET) if named else ("",):
            cells = []
            # Whoever may most comes first: nothing that is kept for them may be given to those who come after.
            for who, browser in reversed(visitors.items()):
                if path in ENDING and who not in ("nobody", "shut out"):
                    cells.append(".")
                    continue
                answer = _ask(browser, method, path, name, key)
                missing = _ask(browser, method, path, MISSING, key) if named else Answer(0, {}, "")
                cells.append(_cell(answer, missing, name))
                if not who.startswith("named") and (WHISPER in answer.body or "(secreto)" in answer.body):
                    leaks.append(f"{who}: {method} {path} {name}")
                if not who.startswith("named") and not name and SECRET in answer.body:
                    leaks.append(f"{who}: {method} {path}: its name")
            lines.append(
                " | ".join(
                    [f"{method} {path} {name}".ljust(52), *(c.ljust(4) for c in reversed(cells))]
                ).rstrip()
            )
    head = " | ".join(["".ljust(52), *visitors])
    return "\n".join([head, *lines]) + "\n", leaks


def test_answers_are_those_of_the_table(
    lasting_team: Team, visitors: dict[str, Browser], request: pytest.FixtureRequest
) -> None:
    found, leaks = table(lasting_team, visitors)
    assert leaks == []
    if request.config.getoption("--accept"):
        TABLE.write_text(found, "utf-8")
    assert found == TABLE.read_text("utf-8")


def test_an_address_that_is_not_classified_is_shut(
    lasting_team: Team, visitors: dict[str, Browser], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(lasting_team.guard.needs, ("GET", "/api/concordance"))
    answer = visitors["named"].get(f"/api/concordance?language=en&q=asamblea&name={OPEN}")
    assert answer.status == 404 and "asamblea" not in answer.body
