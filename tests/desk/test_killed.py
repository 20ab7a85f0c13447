"""Killed right after it said that something is done, the desk has lost nothing of it: every kind of act, one after the other.

Each act is acknowledged, then the process is ended as a power failure would end it (SIGKILL), and what was done is looked
for on the disk and at the desk that is started again.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from starlette.routing import Route

from translate_flow.desk.app import pages
from translate_flow.desk.desk import Desk as Served
from translate_flow.desk.gate import Secret
from translate_flow.flow.align import known_corrections
from translate_flow.flow.exchange.packages import export_package
from translate_flow.flow.planning.plans import read_plans
from translate_flow.flow.statement.shelf import Shelf
from translate_flow.glossary import Glossary
from translate_flow.language.text import digest
from translate_flow.model import Unit
from translate_flow.workspace import Workspace

from .conftest import NAME, Desk, journal, until, write
from .test_remembered import TMX

TEXTS = {
    0: "Statement of the Liga Ribereña",
    1: "The Liga Ribereña denounces that 12 families lost their home on 3 May 2024.",
    2: "The rondas (village patrols) went with the families. There was no answer.",
    3: "We ask:",
}


@dataclass
class Hand:
    """Somebody's requests, as a page sends them."""

    desk: Desk
    headers: dict[str, str] = field(default_factory=dict)
    posted: set[str] = field(default_factory=set)
    """Addresses of what was done."""

    def begin(self) -> None:
        """Come in."""
        cookie = self.desk.cookie()
        page = self.desk.request("GET", "/", {"Cookie": cookie})[2].decode()
        token = page.split('name="csrf" content="')[1].split('"')[0]
        self.headers = {"Cookie": cookie, "X-CSRF-Token": token, "Origin": self.desk.url}

    def post(self, path: str, data: dict[str, Any]) -> dict[str, Any]:
        """What the desk answers; it has to say yes."""
        self.posted.add(path)
        body = json.dumps({"language": "en", "name": NAME, **data}).encode()
        return self._said(
            self.desk.request("POST", path, self.headers | {"Content-Type": "application/json"}, body)
        )

    def upload(self, path: str, data: bytes, **parameters: str) -> dict[str, Any]:
        """The same of a file."""
        self.posted.add(path)
        kind = {"Content-Type": "application/octet-stream"}
        return self._said(
            self.desk.request("POST", f"{path}?{urlencode(parameters)}", self.headers | kind, data)
        )

    @staticmethod
    def _said(answer: tuple[int, dict[str, str], bytes]) -> dict[str, Any]:
        status, _, body = answer
        assert status == 200, body.decode()
        found: dict[str, Any] = json.loads(body)
        return found


Acts = list[tuple[str, Callable[[], object], Callable[[], object]]]
"""What it is called, how it is done, and whether it is there afterwards."""
NO_ACTS = {
    "/api/look", "/api/conflict", "/api/here", "/api/me", "/api/replace/preview", "/api/term/preview", "/api/signatories/paste",
    "/api/engine/test", "/api/job/cancel",
}  # fmt: skip
"""Addresses that nothing is kept of, but for what the browser keeps itself."""
KILLED = {
    "/api/typing", "/api/save", "/api/comment", "/api/resolve", "/api/undo", "/api/batch", "/api/replace", "/api/part",
    "/api/term/write", "/api/glossary/change", "/api/plan", "/api/signatories", "/api/upload/review", "/api/upload/align",
    "/api/settings", "/api/upload", "/api/sample", "/api/sample/remove",
}  # fmt: skip
"""What the first test does; the second does the rest but for fetching a model, which goes on where it was
(`tests/engines`)."""


def _killed_after_each(desk: Desk, hand: Hand, acts: Acts) -> None:
    for name, act, there in acts:
        before = len(journal(desk.root))
        act()
        desk.kill()
        desk.restart()
        assert there(), name
        assert len(journal(desk.root)) >= before, name
        # Started again it knows what was done, and the page can go on without being loaded anew.
        assert desk.request("GET", f"/s/en/{NAME}", hand.headers)[0] == 200, name


@dataclass
class Kept:
    """What is on the disk, and the acts of one user."""

    desk: Desk
    hand: Hand

    def workspace(self) -> Workspace:
        return Workspace.load(self.desk.root)

    def unit(self, place: int) -> Unit:
        return self.desk.work().units[place]

    def events(self, place: int | None = None) -> list[str]:
        """The kinds of the journal's events, or of a segment's."""
        key = self.unit(place).key if place is not None else None
        return [e["do"] for e in journal(self.desk.root) if key is None or e["key"] == key]

    def last(self, do: str, place: int | None = None) -> Callable[[], bool]:
        """Whether the last event is of that kind."""
        return lambda: self.events(place)[-1:] == [do]

    def page(self, path: str) -> str:
        return self.desk.request("GET", path, self.hand.headers)[2].decode()

    def start(self, path: str) -> dict[str, Any]:
        """What the page begins with."""
        found: dict[str, Any] = json.loads(self.page(path).split('id="start">')[1].split("</script>")[0])
        return found

    def file(self, path: str, words: str) -> Callable[[], bool]:
        return lambda: words in (self.desk.root / path).read_text("utf-8")

    def in_some(self, pattern: str, words: str) -> bool:
        """Whether one of these files has the words."""
        return any(words in p.read_text("utf-8") for p in self.desk.root.glob(pattern) if p.is_file())


class Texts(Kept):
    """What is done to the texts of a statement, and what the desk itself keeps."""

    def segment(self, place: int, do: str, **more: Any) -> Callable[[], dict[str, Any]]:
        def act() -> dict[str, Any]:
            unit = self.unit(place)
            base = digest(unit.target)
            return self.hand.post("/api/save", {"key": unit.key, "base": base, "do": do, "tab": "t", **more})

        return act

    def item(self, place: int) -> list[str]:
        unit = self.unit(place)
        return ["en", NAME, unit.key, digest(unit.target)]

    def replaced(self) -> dict[str, Any]:
        asking = {"wanted": "families", "replacement": "households", "language": "en", "q": ""}
        found = self.hand.post("/api/replace/preview", asking)
        return self.hand.post("/api/replace", {**asking, "items": [p["item"] for p in found["proposals"]]})

    def reviewed(self) -> dict[str, Any]:
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder) / "out"
            export_package(self.workspace(), [NAME], "en", "xliff", out=target, by="Ana")
            file = next(p for p in target.iterdir() if p.suffix in (".xlf", ".xliff"))
            data = file.read_bytes().replace(b"We ask:", b"We demand:")
        return self.hand.upload("/api/upload/review", data, file=file.name)

    def signatories(self) -> dict[str, Any]:
        base = self.start(f"/publish/en/{NAME}")["base"]
        rows = [["Red Ribereña", "", "", "", "", ""]]
        return self.hand.post("/api/signatories", {"base": base, "rows": rows})

    def settings(self) -> dict[str, Any]:
        base = digest((self.desk.root / "translate-flow.toml").read_text("utf-8"))
        return self.hand.post("/api/settings", {"base": base, "values": {"memory.threshold": 77}})

    def in_segments(self) -> Acts:
        """What is done to one, some, or a part of one."""
        post, unit, last = self.hand.post, self.unit, self.last
        return [
            ("typing", lambda: post("/api/typing", {"key": unit(4).key, "text": "half a", "base": digest(""), "tab": "t"}),
             lambda: "half a" in self.page(f"/s/en/{NAME}")),
            ("save", self.segment(4, "save", text="clean water for all;"), lambda: unit(4).target == "clean water for all;"),
            ("approve", self.segment(1, "approve", text=TEXTS[1]), last("approve", 1)),
            ("return", self.segment(0, "return", note="Not quite."), last("return", 0)),
            ("comment", lambda: post("/api/comment", {"key": unit(1).key, "note": "Sure?"}), last("comment", 1)),
            ("resolve", lambda: post("/api/resolve", {"key": unit(1).key, "number": 1}), last("resolve", 1)),
            ("undo", lambda: post("/api/undo", {"act": "", "tab": "t"}), last("undo")),
            ("redo", lambda: post("/api/undo", {"act": "", "again": True, "tab": "t"}), last("undo")),
            ("batch", lambda: post("/api/batch", {"do": "return", "items": [self.item(3)], "note": "All of it."}), last("return", 3)),
            ("replace", self.replaced, lambda: "households" in unit(1).target),
            ("split", lambda: post("/api/part", {"do": "split", "how": "sentences", "key": unit(2).key}), lambda: len(self.desk.work().units) == 8),
            ("join", lambda: post("/api/part", {"do": "join", "key": unit(2).key}), lambda: len(self.desk.work().units) == 7),
            ("kind", lambda: post("/api/part", {"do": "kind", "kind": "quote", "key": unit(2).key}), last("kind", 2)),
        ]  # fmt: skip

    def beside_them(self) -> Acts:
        """The glossary, plans, settings, files and statements."""
        post, upload = self.hand.post, self.hand.upload
        term = {"es": "mesa de diálogo", "en": "dialogue table", "policy": "translate"}
        parts = ["# Statement", "A sentence.", "The rondas came.", "We ask for:", "- water;\n- talks."]
        translation = "\n\n".join(parts).encode()
        fix = [f"skip {self.desk.work().catalogue.entries[6].key}"]
        sent = {"file": "en.md", "language": "en", "name": NAME}
        return [
            ("term", lambda: post("/api/term/write", term), lambda: any(t.es == term["es"] for t in Glossary.load(sorted((self.desk.root / "glossary").glob("*.csv"))).terms)),
            ("glossary", lambda: post("/api/glossary/change", {"terms": ["comunicado"], "note": "seen"}), self.file("glossary/names.csv", "seen")),
            ("plan", lambda: post("/api/plan", {"places": [["en", NAME]], "changes": {"translator": "Ana"}}), lambda: read_plans(self.workspace()).of("en", NAME).translator == "Ana"),
            ("signatories", self.signatories, lambda: self.in_some("statements/*.signatories.csv", "Red Ribereña")),
            ("review file", self.reviewed, lambda: self.unit(3).target == "We demand:"),
            ("alignment corrected", lambda: upload("/api/upload/align", translation, fixes=json.dumps(fix), **sent), lambda: len(known_corrections(self.workspace(), NAME, "en")) == 1),
            ("alignment taken in", lambda: upload("/api/upload/align", translation, take="yes", **sent), lambda: not {"edit", "draft"}.isdisjoint(self.events(5))),
            ("settings", self.settings, lambda: self.workspace().settings.memory.threshold == 77),
            ("statement", lambda: upload("/api/upload", b"# Otra\n\nHola.\n", file="otra.md"), lambda: (self.desk.root / "locales/en/otra.po").exists()),
            ("sample", lambda: post("/api/sample", {}), lambda: (self.desk.root / "locales/en/ejemplo.po").exists()),
            ("sample thrown away", lambda: post("/api/sample/remove", {}), lambda: not (self.desk.root / "locales/en/ejemplo.po").exists()),
        ]  # fmt: skip


def test_nothing_that_was_acknowledged_is_lost(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(lambda workspace: write(workspace, TEXTS, "Berta"))
    hand = Hand(desk)
    hand.begin()
    texts = Texts(desk, hand)
    _killed_after_each(desk, hand, [*texts.in_segments(), *texts.beside_them()])
    assert hand.posted - NO_ACTS == KILLED


WRONG = "The Liga Ribereña denounces that 21 families lost lost their home on 3 May 2024."


class Rest(Kept):
    """What is done to many segments at once, or beside the texts."""

    def finding(self, path: str, rule: str) -> Callable[[], dict[str, Any]]:
        items = [{"name": NAME, "key": self.unit(1).key, "rule": rule}]
        return lambda: self.hand.post(path, {"items": items, "why": "counted again"})

    def approved(self) -> dict[str, Any]:
        bases = {self.unit(n).key: digest(self.unit(n).target) for n in (0, 2)}
        return self.hand.post("/api/approve", {"bases": bases})

    def taken_back(self) -> dict[str, Any]:
        term = {"es": "agua limpia", "en": "clean water", "policy": "translate"}
        return self.hand.post(
            "/api/back", {"token": self.hand.post("/api/term/write", term)["back"]["token"]}
        )

    def imprint(self) -> dict[str, Any]:
        base = self.start(f"/publish/en/{NAME}")["imprint"]
        return self.hand.post("/api/imprint", {"base": base, "values": {"place": "Ilo"}})

    def another_source(self) -> dict[str, Any]:
        source = self.workspace().source_path(NAME)
        source.write_text(source.read_text("utf-8").replace("municipio", "ministerio"), "utf-8")
        return self.hand.post("/api/reread", {})

    def drafted(self) -> None:
        """As soon as the first draft is there."""
        self.hand.post("/api/draft", {})
        until(lambda: "draft" in self.events())

    def all_drafts(self) -> bool:
        told = {e["key"]: e["text"] for e in journal(self.desk.root) if e["do"] == "draft"}
        return bool(told) and all(self.desk.work().unit(key).target == text for key, text in told.items())

    def redrafted(self) -> None:
        """Under way; the engine says the same again."""
        drafts = [u.key for u in self.desk.work().units if u.state == "draft"]
        self.hand.post("/api/term/redraft", {"keys": {NAME: drafts}})

    def settings(self) -> dict[str, Any]:
        base = digest((self.desk.root / "translate-flow.toml").read_text("utf-8"))
        return self.hand.post("/api/settings", {"base": base, "values": {"languages.targets": ["en", "pt"]}})

    def looked(self) -> bool:
        return self.in_some(".translate-flow/**/*.json", journal(self.desk.root)[-1]["id"])

    def of_many(self) -> Acts:
        """Findings, approvals and the glossary."""
        post, unit, last = self.hand.post, self.unit, self.last
        return [
            ("fix", self.finding("/api/findings/fix", "doubled-word"), lambda: "lost lost" not in unit(1).target),
            ("dismiss", lambda: post("/api/dismiss", {"key": unit(1).key, "rule": "number-changed", "why": "so"}), last("dismiss", 1)),
            ("speak again", lambda: post("/api/undismiss", {"key": unit(1).key, "rule": "number-changed"}), last("undismiss", 1)),
            ("dismiss many", self.finding("/api/findings/dismiss", "number-changed"), last("dismiss", 1)),
            ("many again", self.finding("/api/findings/undismiss", "number-changed"), last("undismiss", 1)),
            ("approve many", self.approved, lambda: last("approve", 0)() and last("approve", 2)()),
            ("taken back", self.taken_back, lambda: not self.in_some("glossary/*", "agua limpia")),
            ("no name", lambda: post("/api/glossary/take", {"refused": ["Puerto Viejo"]}), lambda: self.in_some("glossary/*", "Puerto Viejo")),
        ]  # fmt: skip

    def of_files(self) -> Acts:
        """What is uploaded, drafted, built and set."""
        post, upload, unit = self.hand.post, self.hand.upload, self.unit
        clean = {"duplicates": False, "before": "2016", "by": ""}
        build = {"kinds": ["statement"], "drafts": True, "errors": True}
        remembered = self.file("memory/old.tmx", "There was no answer")
        return [
            ("glossary file", lambda: upload("/api/upload/glossary", b"es,en\npliego,list of demands\n", file="ours.csv", language="en"), self.file("glossary/ours.csv", "list of demands")),
            ("memory file", lambda: upload("/api/upload/memory", TMX.encode(), file="old.tmx", language="en"), remembered),
            ("memory tidied", lambda: post("/api/memory/clean", clean), lambda: not remembered()),
            ("imprint", self.imprint, self.file(f"statements/{NAME}.about.yaml", "place: Ilo")),
            ("drafts", self.drafted, self.all_drafts),
            ("drafts again", self.redrafted, self.all_drafts),
            ("build", lambda: post("/api/build", build), lambda: (self.desk.root / f"build/en/{NAME}/{NAME}.en.md").exists()),
            ("another source", self.another_source, lambda: any("ministerio" in u.segment.text for u in self.desk.work().units)),
            ("looked", lambda: post("/api/looked", {"event": journal(self.desk.root)[-1]["id"]}), self.looked),
            ("typed", lambda: post("/api/typing", {"key": unit(4).key, "text": "half a", "base": digest(unit(4).target), "tab": "t"}), lambda: True),
            ("typed no more", lambda: post("/api/forget", {"key": unit(4).key}), lambda: '"half a"' not in self.page(f"/s/en/{NAME}")),
            ("language", self.settings, lambda: (self.desk.root / f"locales/pt/{NAME}.po").exists()),
        ]  # fmt: skip


def test_nor_what_was_done_to_many_or_beside_the_texts(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(lambda workspace: write(workspace, {**TEXTS, 1: WRONG}, "Berta"))
    hand = Hand(desk)
    hand.begin()
    rest = Rest(desk, hand)
    _killed_after_each(desk, hand, [*rest.of_many(), *rest.of_files()])
    application = pages(Served(Shelf(Workspace.load(desk.root)), Secret("0" * 64), 1))
    posts = {r.path for r in application.routes if isinstance(r, Route) and "POST" in (r.methods or ())}
    assert posts - NO_ACTS - KILLED - {"/api/model"} == hand.posted - NO_ACTS - KILLED, (
        "every act is killed once"
    )
