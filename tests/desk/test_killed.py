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


def test_nothing_that_was_acknowledged_is_lost(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(lambda workspace: write(workspace, TEXTS, "Berta"))
    hand = Hand(desk)
    hand.begin()

    def workspace() -> Workspace:
        return Workspace.load(desk.root)

    def unit(place: int) -> Unit:
        return desk.work().units[place]

    def event(do: str, place: int | None = None) -> bool:
        """Whether the journal's last event of that segment is of that kind."""
        key = desk.work().catalogue.entries[place].key if place is not None else None
        lines = [e for e in journal(desk.root) if key is None or e["key"] == key]
        return bool(lines) and lines[-1]["do"] == do

    def segment(place: int, do: str, **more: Any) -> Callable[[], dict[str, Any]]:
        return lambda: hand.post(
            "/api/save",
            {"key": unit(place).key, "base": digest(unit(place).target), "do": do, "tab": "t", **more},
        )

    def item(place: int) -> list[str]:
        return ["en", NAME, unit(place).key, digest(unit(place).target)]

    def replaced() -> dict[str, Any]:
        asking = {"wanted": "families", "replacement": "households", "language": "en", "q": ""}
        found = hand.post("/api/replace/preview", asking)
        return hand.post("/api/replace", {**asking, "items": [p["item"] for p in found["proposals"]]})

    def reviewed() -> dict[str, Any]:
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder) / "out"
            export_package(workspace(), [NAME], "en", "xliff", out=target, by="Ana")
            file = next(p for p in target.iterdir() if p.suffix in (".xlf", ".xliff"))
            data = file.read_bytes().replace(b"We ask:", b"We demand:")
        return hand.upload("/api/upload/review", data, file=file.name)

    def signatories() -> dict[str, Any]:
        page = desk.request("GET", f"/publish/en/{NAME}", hand.headers)[2].decode()
        start = json.loads(page.split('id="start">')[1].split("</script>")[0])
        return hand.post(
            "/api/signatories", {"base": start["base"], "rows": [["Red Ribereña", "", "", "", "", ""]]}
        )

    def settings() -> dict[str, Any]:
        base = digest((desk.root / "translate-flow.toml").read_text("utf-8"))
        return hand.post("/api/settings", {"base": base, "values": {"memory.threshold": 77}})

    term = {"es": "mesa de diálogo", "en": "dialogue table", "policy": "translate"}
    translation = "\n\n".join(
        ["# Statement", "A sentence.", "The rondas came.", "We ask for:", "- water;\n- talks."]
    )
    fix = [f"skip {desk.work().catalogue.entries[6].key}"]
    sent = {"file": "en.md", "language": "en", "name": NAME}

    acts: Acts = [
        ("typing", lambda: hand.post("/api/typing", {"key": unit(4).key, "text": "half a", "base": digest(""), "tab": "t"}),
         lambda: "half a" in desk.request("GET", f"/s/en/{NAME}", hand.headers)[2].decode()),
        ("save", segment(4, "save", text="clean water for all;"), lambda: unit(4).target == "clean water for all;"),
        ("approve", segment(1, "approve", text=TEXTS[1]), lambda: event("approve", 1)),
        ("return", segment(0, "return", note="Not quite."), lambda: event("return", 0)),
        ("comment", lambda: hand.post("/api/comment", {"key": unit(1).key, "note": "Sure?"}), lambda: event("comment", 1)),
        ("resolve", lambda: hand.post("/api/resolve", {"key": unit(1).key, "number": 1}), lambda: event("resolve", 1)),
        ("undo", lambda: hand.post("/api/undo", {"act": "", "tab": "t"}), lambda: event("undo")),
        ("redo", lambda: hand.post("/api/undo", {"act": "", "again": True, "tab": "t"}), lambda: event("undo")),
        ("batch", lambda: hand.post("/api/batch", {"do": "return", "items": [item(3)], "note": "All of it."}), lambda: event("return", 3)),
        ("replace", replaced, lambda: "households" in unit(1).target),
        ("split", lambda: hand.post("/api/part", {"do": "split", "how": "sentences", "key": unit(2).key}), lambda: len(desk.work().units) == 8),
        ("join", lambda: hand.post("/api/part", {"do": "join", "key": unit(2).key}), lambda: len(desk.work().units) == 7),
        ("kind", lambda: hand.post("/api/part", {"do": "kind", "kind": "quote", "key": unit(2).key}), lambda: event("kind", 2)),
        ("term", lambda: hand.post("/api/term/write", term), lambda: any(t.es == term["es"] for t in Glossary.load(sorted((desk.root / "glossary").glob("*.csv"))).terms)),
        ("glossary", lambda: hand.post("/api/glossary/change", {"terms": ["comunicado"], "note": "seen"}), lambda: "seen" in (desk.root / "glossary" / "names.csv").read_text("utf-8")),
        ("plan", lambda: hand.post("/api/plan", {"places": [["en", NAME]], "changes": {"translator": "Ana"}}), lambda: read_plans(workspace()).of("en", NAME).translator == "Ana"),
        ("signatories", signatories, lambda: any("Red Ribereña" in p.read_text("utf-8") for p in (desk.root / "statements").glob("*.signatories.csv"))),
        ("review file", reviewed, lambda: unit(3).target == "We demand:"),
        ("alignment corrected", lambda: hand.upload("/api/upload/align", translation.encode(), fixes=json.dumps(fix), **sent), lambda: len(known_corrections(workspace(), NAME, "en")) == 1),
        ("alignment taken in", lambda: hand.upload("/api/upload/align", translation.encode(), take="yes", **sent), lambda: any(e["do"] in ("edit", "draft") and e["key"] == unit(5).key for e in journal(desk.root))),
        ("settings", settings, lambda: workspace().settings.memory.threshold == 77),
        ("statement", lambda: hand.upload("/api/upload", b"# Otra\n\nHola.\n", file="otra.md"), lambda: (desk.root / "locales/en/otra.po").exists()),
        ("sample", lambda: hand.post("/api/sample", {}), lambda: (desk.root / "locales/en/ejemplo.po").exists()),
        ("sample thrown away", lambda: hand.post("/api/sample/remove", {}), lambda: not (desk.root / "locales/en/ejemplo.po").exists()),
    ]  # fmt: skip
    _killed_after_each(desk, hand, acts)
    assert hand.posted - NO_ACTS == KILLED


WRONG = "The Liga Ribereña denounces that 21 families lost lost their home on 3 May 2024."


def test_nor_what_was_done_to_many_or_beside_the_texts(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(lambda workspace: write(workspace, {**TEXTS, 1: WRONG}, "Berta"))
    hand = Hand(desk)
    hand.begin()
    glossary = desk.root / "glossary"

    def unit(place: int) -> Unit:
        return desk.work().units[place]

    def event(do: str, place: int) -> bool:
        key = unit(place).key
        return bool([e["do"] for e in journal(desk.root) if e["key"] == key][-1] == do)

    def file(path: str, words: str) -> Callable[[], bool]:
        return lambda: words in (desk.root / path).read_text("utf-8")

    def finding(path: str, rule: str) -> Callable[[], dict[str, Any]]:
        items = [{"name": NAME, "key": unit(1).key, "rule": rule}]
        return lambda: hand.post(path, {"items": items, "why": "counted again"})

    def approved() -> dict[str, Any]:
        bases = {unit(n).key: digest(unit(n).target) for n in (0, 2)}
        return hand.post("/api/approve", {"bases": bases})

    def taken_back() -> dict[str, Any]:
        done = hand.post("/api/term/write", {"es": "agua limpia", "en": "clean water", "policy": "translate"})
        return hand.post("/api/back", {"token": done["back"]["token"]})

    def imprint() -> dict[str, Any]:
        page = desk.request("GET", f"/publish/en/{NAME}", hand.headers)[2].decode()
        start = json.loads(page.split('id="start">')[1].split("</script>")[0])
        return hand.post("/api/imprint", {"base": start["imprint"], "values": {"place": "Ilo"}})

    def another_source() -> dict[str, Any]:
        source = Workspace.load(desk.root).source_path(NAME)
        source.write_text(source.read_text("utf-8").replace("municipio", "ministerio"), "utf-8")
        return hand.post("/api/reread", {})

    def drafted() -> None:
        """As soon as the first draft is there."""
        hand.post("/api/draft", {})
        until(lambda: any(e["do"] == "draft" for e in journal(desk.root)))

    def all_drafts() -> bool:
        told = {e["key"]: e["text"] for e in journal(desk.root) if e["do"] == "draft"}
        return bool(told) and all(desk.work().unit(key).target == text for key, text in told.items())

    def redrafted() -> None:
        """Under way; the engine says the same again."""
        drafts = [u.key for u in desk.work().units if u.state == "draft"]
        hand.post("/api/term/redraft", {"keys": {NAME: drafts}})

    def settings() -> dict[str, Any]:
        base = digest((desk.root / "translate-flow.toml").read_text("utf-8"))
        return hand.post("/api/settings", {"base": base, "values": {"languages.targets": ["en", "pt"]}})

    clean = {"duplicates": False, "before": "2016", "by": ""}
    build = {"kinds": ["statement"], "drafts": True, "errors": True}
    acts: Acts = [
        ("fix", finding("/api/findings/fix", "doubled-word"), lambda: "lost lost" not in unit(1).target),
        ("dismiss", lambda: hand.post("/api/dismiss", {"key": unit(1).key, "rule": "number-changed", "why": "so"}), lambda: event("dismiss", 1)),
        ("speak again", lambda: hand.post("/api/undismiss", {"key": unit(1).key, "rule": "number-changed"}), lambda: event("undismiss", 1)),
        ("dismiss many", finding("/api/findings/dismiss", "number-changed"), lambda: event("dismiss", 1)),
        ("many again", finding("/api/findings/undismiss", "number-changed"), lambda: event("undismiss", 1)),
        ("approve many", approved, lambda: event("approve", 0) and event("approve", 2)),
        ("taken back", taken_back, lambda: not any("agua limpia" in p.read_text("utf-8") for p in glossary.iterdir())),
        ("no name", lambda: hand.post("/api/glossary/take", {"refused": ["Puerto Viejo"]}), lambda: any("Puerto Viejo" in p.read_text("utf-8") for p in glossary.iterdir())),
        ("glossary file", lambda: hand.upload("/api/upload/glossary", b"es,en\npliego,list of demands\n", file="ours.csv", language="en"), file("glossary/ours.csv", "list of demands")),
        ("memory file", lambda: hand.upload("/api/upload/memory", TMX.encode(), file="old.tmx", language="en"), file("memory/old.tmx", "There was no answer")),
        ("memory tidied", lambda: hand.post("/api/memory/clean", clean), lambda: not file("memory/old.tmx", "There was no answer")()),
        ("imprint", imprint, file(f"statements/{NAME}.about.yaml", "place: Ilo")),
        ("drafts", drafted, all_drafts),
        ("drafts again", redrafted, all_drafts),
        ("build", lambda: hand.post("/api/build", build), lambda: (desk.root / f"build/en/{NAME}/{NAME}.en.md").exists()),
        ("another source", another_source, lambda: any("ministerio" in u.segment.text for u in desk.work().units)),
        ("looked", lambda: hand.post("/api/looked", {"event": journal(desk.root)[-1]["id"]}), lambda: any(journal(desk.root)[-1]["id"] in p.read_text("utf-8") for p in (desk.root / ".translate-flow").rglob("*") if p.is_file() and p.suffix == ".json")),
        ("typed", lambda: hand.post("/api/typing", {"key": unit(4).key, "text": "half a", "base": digest(unit(4).target), "tab": "t"}), lambda: True),
        ("typed no more", lambda: hand.post("/api/forget", {"key": unit(4).key}), lambda: '"half a"' not in desk.request("GET", f"/s/en/{NAME}", hand.headers)[2].decode()),
        ("language", settings, lambda: (desk.root / f"locales/pt/{NAME}.po").exists()),
    ]  # fmt: skip
    _killed_after_each(desk, hand, acts)
    application = pages(Served(Shelf(Workspace.load(desk.root)), Secret("0" * 64), 1))
    posts = {r.path for r in application.routes if isinstance(r, Route) and "POST" in (r.methods or ())}
    assert posts - NO_ACTS - KILLED - {"/api/model"} == hand.posted - NO_ACTS - KILLED, (
        "every act is killed once"
    )
