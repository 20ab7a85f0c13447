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

from translate_flow.flow.align import known_corrections
from translate_flow.flow.exchange.packages import export_package
from translate_flow.flow.planning.plans import read_plans
from translate_flow.glossary import Glossary
from translate_flow.language.text import digest
from translate_flow.model import Unit
from translate_flow.workspace import Workspace

from .conftest import NAME, Desk, journal, write

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

    def begin(self) -> None:
        """Come in."""
        cookie = self.desk.cookie()
        page = self.desk.request("GET", "/", {"Cookie": cookie})[2].decode()
        token = page.split('name="csrf" content="')[1].split('"')[0]
        self.headers = {"Cookie": cookie, "X-CSRF-Token": token, "Origin": self.desk.url}

    def post(self, path: str, data: dict[str, Any]) -> dict[str, Any]:
        """What the desk answers; it has to say yes."""
        body = json.dumps({"language": "en", "name": NAME, **data}).encode()
        return self._said(
            self.desk.request("POST", path, self.headers | {"Content-Type": "application/json"}, body)
        )

    def upload(self, path: str, data: bytes, **parameters: str) -> dict[str, Any]:
        """The same of a file."""
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

    acts: list[tuple[str, Callable[[], Any], Callable[[], Any]]] = [
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
    for name, act, there in acts:
        before = len(journal(desk.root))
        act()
        desk.kill()
        desk.restart()
        assert there(), name
        assert len(journal(desk.root)) >= before, name
        # Started again it knows what was done, and the page can go on without being loaded anew.
        assert desk.request("GET", f"/s/en/{NAME}", hand.headers)[0] == 200, name
