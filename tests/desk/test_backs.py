"""What was done beside the journal of texts is taken back too: divisions, kinds, rows of the glossary, who translates."""

from __future__ import annotations

import json
from collections.abc import Callable

from translate_flow.carry.kinds import KINDS
from translate_flow.flow.planning.plans import read_plans
from translate_flow.language.text import digest
from translate_flow.workspace import Workspace

from .conftest import NAME, Desk, Visitor, until, write
from .test_axe import broken_rules
from .test_killed import TEXTS, Hand
from .test_parts import texts
from .test_spanish import all_spanish
from .test_terms import opened

Visit = Callable[..., Visitor]


def test_on_the_page_it_is_offered_and_stays_offered_when_the_page_is_made_anew(
    desk: Desk, visit: Visit
) -> None:
    visitor = visit(desk, path=f"/s/en/{NAME}", locale="es")
    page = visitor.page
    before = texts(desk)
    opened(page, "municipio")
    page.click("button[data-do=part]")
    page.wait_for_selector("#part[open]")
    page.check("[name=how][value=sentences]")
    with page.expect_navigation():
        page.click("#part-split")
    page.wait_for_selector("#take-back")
    assert len(texts(desk)) == len(before) + 1
    all_spanish(page)
    assert broken_rules(page) == []
    page.focus("#take-back")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert texts(desk) == before
    page.wait_for_selector("html[data-ready]")
    assert page.query_selector("#take-back") is None
    # A row of the glossary: changed, and as it was.
    file = desk.root / "glossary" / "names.csv"
    rows = file.read_bytes()
    page.goto(f"{desk.url}/glossary/en")
    page.check(".pick >> nth=0")
    page.click("#remove")
    with page.expect_navigation():
        page.click("#many-go")
    page.wait_for_selector("html[data-ready]")
    page.wait_for_selector("#take-back")
    until(lambda: file.read_bytes() != rows)
    with page.expect_navigation():
        page.click("#take-back")
    assert file.read_bytes() == rows
    page.wait_for_selector("html[data-ready]")
    visitor.calm()


def test_every_kind_is_as_it_was_and_what_went_on_since_is_left(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(lambda workspace: write(workspace, TEXTS, "Berta"))
    hand = Hand(desk)
    hand.begin()

    def state() -> tuple[object, ...]:
        work = desk.work()
        plan = read_plans(Workspace.load(desk.root)).of("en", NAME).translator
        files = sorted((p.name, p.read_bytes()) for p in (desk.root / "glossary").iterdir())
        return (
            [(u.segment.text, u.target) for u in work.units],
            work.catalogue.header.get(KINDS, ""),
            plan,
            files,
        )

    units = desk.work().units
    item = ["en", NAME, units[1].key, digest(units[1].target)]
    term = {"es": "agua limpia", "en": "clean water", "policy": "translate"}
    acts: list[tuple[str, dict[str, object]]] = [
        ("/api/part", {"do": "split", "how": "sentences", "key": units[2].key}),
        ("/api/part", {"do": "kind", "kind": "heading", "key": units[3].key}),
        ("/api/term/write", term),
        ("/api/glossary/change", {"terms": ["comunicado"], "note": "seen"}),
        ("/api/glossary/change", {"terms": ["rondas"], "remove": True}),
        ("/api/glossary/take", {"refused": ["Puerto Viejo"]}),
        ("/api/batch", {"do": "assign", "items": [item], "note": "Bia"}),
    ]
    for path, data in acts:
        before = state()
        token = hand.post(path, data)["back"]["token"]
        assert state() != before, path
        hand.post("/api/back", {"token": token})
        assert state() == before, path
    # Parts that were joined are parts again.
    hand.post("/api/part", {"do": "split", "how": "sentences", "key": units[2].key})
    parts = state()
    token = hand.post("/api/part", {"do": "join", "key": desk.work().units[2].key})["back"]["token"]
    hand.post("/api/back", {"token": token})
    assert state() == parts
    # Somebody else has gone on from it, or it is another session, or it was taken back before: said, and nothing changes.
    done = hand.post("/api/term/write", term)
    token, file = done["back"]["token"], desk.root / done["file"]
    file.write_text(file.read_text("utf-8") + "\n", "utf-8")
    other = Hand(desk)
    other.begin()
    before = state()
    for somebody in (hand, other):
        kind = somebody.headers | {"Content-Type": "application/json"}
        status, _, said = desk.request("POST", "/api/back", kind, json.dumps({"token": token}).encode())
        assert status == 409 and json.loads(said)["error"]
    assert state() == before
