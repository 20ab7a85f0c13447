"""As `test_no_trace`, of what is done and of news: whoever is not named does the same in two teams, of which one has a
confidential statement, and is answered and told the same. In that one, people are at work in the statement all the while.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest

from ..desk.conftest import until
from .asgi import ORIGIN, Answer, Browser
from .conftest import OPEN, SECRET, WHISPER, Team
from .test_no_trace import CHANGING, ROLES, _same, _work, differences, two_teams

TMX = (
    '<tmx version="1.4"><header srclang="es" datatype="plaintext" segtype="block" adminlang="en" o-tmf="x"'
    ' creationtool="x" creationtoolversion="1"/><body><tu><tuv xml:lang="es"><seg>La asamblea acordó el camino del cerro.'
    '</seg></tuv><tuv xml:lang="en"><seg>The gathering agreed on 41 paths.</seg></tuv></tu></body></tmx>'
)
PO = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: en\\n"\n"X-Source: statements/secreto.md\\n"\n'
QUESTIONS = (
    "/api/outlook?language=en", "/find?q=gathering", "/find?q=Eulalia", "/api/concordance?language=en&q=gathering",
    "/api/concordance?language=en&q=asamblea", "/exchange/en?q=gathering&side=target", "/plan/plan.ics", "/plan/digest.eml",
    "/plan/figures-by-person.csv", "/plan/figures-by-statement.csv", "/glossary/en?for=secreto", "/plan?who=Nora",
    "/exchange/out?language=en&name=secreto&kind=po", "/publish/look?language=en&name=secreto&kind=html",
    "/publish/zip?language=en&name=secreto", "/api/statements?q=secreto", "/?q=secreto", "/findings/en?q=secreto",
    "/api/glossary/suggestions?language=en&for=secreto", "/built?language=en&name=secreto&file=secreto.en.html",
)  # fmt: skip
"""What is asked besides: by words that stand in the confidential statement alone, and by its name."""


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Team, Team]]:
    """The team without the confidential statement, and the one with it."""
    with two_teams(tmp_path_factory, [("Teo", "translator:en")]) as teams:
        yield teams


class Doer:
    """Somebody who does the same in both teams; each answer is kept, by what was asked."""

    def __init__(self, team: Team, browser: Browser) -> None:
        self.browser, self.desk = browser, team.guard.desk
        self.seen: list[tuple[str, Any]] = []
        self.key = team.guard.desk.shelf.sheet(OPEN, "en").work.catalogue.entries[1].key

    def post(self, path: str, **sent: Any) -> Any:
        """The answer's content, if it has one."""
        answer = self.browser.post(path, {"language": "en", "name": OPEN, "key": self.key, **sent})
        return self._kept(path, answer)

    def put(self, path: str, data: str, **asked: str) -> Any:
        """The same with a file as the body."""
        answer = self.browser.ask(
            "POST",
            f"{path}?{urlencode({'language': 'en', **asked})}",
            data.encode(),
            {"x-csrf-token": self.browser.token},
        )
        return self._kept(path, answer)

    def get(self, address: str) -> Any:
        """The same of a question."""
        return self._kept(address, self.browser.get(address))

    def _kept(self, path: str, answer: Answer) -> Any:
        self.seen.append((path, _same(answer)))
        try:
            return json.loads(answer.body)
        except ValueError:
            return {}

    def base(self) -> str:
        """The digest of the paragraph's text."""
        answer = self.browser.get(f"/api/segment?language=en&name={OPEN}&key={self.key}")
        return str(answer.json.get("base", "")) if answer.status == 200 else ""

    def everything(self, role: str) -> None:
        """What a person does in a day."""
        self.post(
            "/api/save", do="save", text=f"The assembly agreed on the hill path, as {role}.", base=self.base()
        )
        self.post("/api/comment", note="Which hill?")
        self.post("/api/look", text="The gathering agreed.")
        for wanted in ("assembly", "gathering", "Eulalia"):
            found = self.post("/api/replace/preview", wanted=wanted, replacement="meeting")
            items = [one["item"] for one in found.get("proposals", ())]
            done = self.post(
                "/api/replace",
                wanted=wanted,
                replacement="meeting",
                items=items or [["en", OPEN, self.key, ""]],
            )
            self.post("/api/undo", act=done.get("act", "x"))
        self.post("/api/replace/preview", spread=f"en/{OPEN}/{self.key}")
        self.post("/api/replace/preview", spread=f"en/{SECRET}/{self.key}")
        self.post("/api/batch", do="approve", dry=True, items=[["en", SECRET, self.key, "x"]])
        self.post("/api/batch", do="assign", note="me", items=[["en", OPEN, self.key, "x"]])
        self.post("/api/approve", bases={self.key: self.base()})
        term = {"es": "asamblea", "en": "meeting", "policy": "translate", "statement": ""}
        self.post("/api/term/preview", **term)
        self.post("/api/term/write", **term)
        self.post("/api/term/redraft", keys={OPEN: [self.key], SECRET: [self.key]})
        self.post("/api/glossary/take", wanted=["asamblea=gathering"], **{"for": SECRET})
        for dry in (True, False):
            self.post("/api/glossary/change", terms=["asamblea"], note=f"by {role}", dry=dry)
        self.put(
            "/api/upload/glossary", "es,en\nasamblea,gathering\ntestigo,witness\n", file="g.csv", dry="yes"
        )
        self.put("/api/upload/memory", TMX, file="m.tmx", replace="yes")
        self.post("/api/memory/clean", duplicates=True, dry=True)
        back = f'{PO}\nmsgctxt "{self.key}"\nmsgid "x"\nmsgstr "y"\n'
        self.put("/api/upload/review", back, file="back.po", dry="yes")
        self.put("/api/upload/align", "# Open\n\nThe gathering agreed.\n", file="x.en.md", name=SECRET)
        self.post("/api/plan", places=[["en", OPEN], ["en", SECRET]], changes={"note": "soon"})
        self.post("/api/plan", places=[["en", OPEN]], changes={"note": "soon"})
        self.post("/api/draft", name="")
        until(lambda: all(job["state"] != "running" for job in self.desk.jobs.now()))
        self.post("/api/findings/fix", items=[{"name": SECRET, "key": self.key, "rule": "missing"}])
        self.post("/api/build", kinds=["html"], drafts=True, errors=True)
        for question in QUESTIONS:
            self.get(question)


@pytest.mark.parametrize("role", ROLES)
def test_whatever_somebody_does_it_is_answered_as_if_it_did_not_exist(
    worlds: tuple[Team, Team], role: str
) -> None:
    both = []
    for team in worlds:
        doer = Doer(team, team.person(f"Doer {role}", *ROLES[role]))
        doer.everything(role)
        until(lambda desk=team.guard.desk: not desk._counting and not desk.examining)
        both.append(doer)
    assert [path for path, _ in both[0].seen] == [path for path, _ in both[1].seen]
    differ = [
        (path, one, other)
        for (path, one), (_, other) in zip(*(d.seen for d in both), strict=True)
        if one != other
    ]
    assert differ == []
    assert differences(worlds, [doer.browser for doer in both]) == []


def test_whoever_is_named_is_answered_otherwise(worlds: tuple[Team, Team]) -> None:
    """So that the other test could fail."""
    both = [Doer(team, team.again("Nora")) for team in worlds]
    for doer in both:
        doer.everything("Nora")
    differ = {path for (path, one), (_, other) in zip(*(d.seen for d in both), strict=True) if one != other}
    assert {
        "/api/replace/preview",
        "/api/batch",
        "/api/plan",
        "/find?q=Eulalia",
        "/api/term/preview",
    } <= differ


def _change_and_take_back(nora: Browser) -> None:
    """What changes the overview beside a saved text: plans, replacements, a term of its own, and each of them undone."""
    place = {"language": "en", "name": SECRET, "statement": SECRET}
    found = nora.post(
        "/api/replace/preview", {"language": "en", "wanted": "gathering", "replacement": "meeting"}
    ).json
    items = [one["item"] for one in found["proposals"] if one["name"] == SECRET]
    done = nora.post(
        "/api/replace", {"language": "en", "wanted": "gathering", "replacement": "meeting", "items": items}
    ).json
    assert done["will"] > 0
    backs = []
    assert nora.post("/api/undo", {**place, "act": done["act"]}).status == 200
    for path, sent in (
        ("/api/batch", {"do": "assign", "note": "Nora", "items": items}),
        ("/api/term/write", {"es": "cerro", "en": "mountain", "policy": "translate"}),
    ):
        answer = nora.post(path, {**place, **sent})
        assert answer.status == 200, (path, answer.body)
        backs.append(answer.json["back"]["token"])
    for token in backs:
        assert nora.post("/api/back", {"token": token}).status == 200


class Stream:
    """A page's news, as they come."""

    def __init__(self, team: Team, browser: Browser, address: str) -> None:
        self.said = ""
        self._over = asyncio.Event()
        parts = urlsplit(address)
        cookies = "; ".join(f"{k}={v}" for k, v in browser.cookies.items())
        self._scope = {
            "type": "http", "http_version": "1.1", "method": "GET", "path": parts.path, "scheme": "http", "raw_path": b"",
            "query_string": parts.query.encode(), "root_path": "", "client": ("203.0.113.7", 1), "server": ("127.0.0.1", 80),
            "headers": [(b"host", urlsplit(ORIGIN).netloc.encode()), (b"cookie", cookies.encode())],
        }  # fmt: skip
        self._loop, self._guard = team.loop, team.guard
        self._task = asyncio.run_coroutine_threadsafe(self._listen(), team.loop)

    async def _listen(self) -> None:
        asked = False

        async def receive() -> dict[str, Any]:
            nonlocal asked
            if not asked:
                asked = True
                return {"type": "http.request", "body": b"", "more_body": False}
            await self._over.wait()
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            self.said += message.get("body", b"").decode()

        await self._guard(self._scope, receive, send)

    def end(self) -> str:
        """What came, without what is drawn by lot."""
        self._loop.call_soon_threadsafe(self._over.set)
        self._task.result(60)
        return CHANGING.sub("…", self.said)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("address", ["/events?tab=v", f"/events?language=en&name={OPEN}&tab=v"])
def test_no_news_of_it_reach_whoever_is_not_named(worlds: tuple[Team, Team], role: str, address: str) -> None:
    streams, (_, having) = [], worlds
    for team in worlds:
        # What she has worked out in the open statements when she looks at all findings, is there in both.
        team.again("Nora").get("/findings/en")
        until(lambda desk=team.guard.desk: not desk._counting and not desk.examining)
    for team in worlds:
        name = f"Doer {role}"
        visitor = team.again(name) if name in team.people else team.person(name, *ROLES[role])
        streams.append(Stream(team, visitor, address))
    hers = Stream(having, having.again("Nora"), "/events?tab=n")
    until(lambda: "hello" in hers.said)
    before = len(hers.said)
    _work(having, having.again("Nora"))
    _change_and_take_back(having.again("Nora"))
    until(lambda: SECRET in hers.said[before:])
    hers.end()
    allowed = bool(ROLES[role]) and role != "administrator"
    for team, stream in zip(worlds, streams, strict=True):
        teo = Doer(team, team.again("Teo"))
        teo.post("/api/save", do="save", text=f"Teo's, beside {role} at {len(address)}.", base=teo.base())
        if allowed:
            until(lambda stream=stream: stream.said.count("data:") > 1)
        until(lambda desk=team.guard.desk: not desk._counting and not desk.examining)
    said = [stream.end() for stream in streams]
    assert all(SECRET not in one and WHISPER not in one for one in said)
    assert _kinds(said[0]) == _kinds(said[1])


def _kinds(said: str) -> set[str]:
    """News as they are, each once: how often the overview is told to count anew is a matter of when."""
    return {part for part in said.split("\n\n") if part and not part.startswith(":")}
