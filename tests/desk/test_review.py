"""Review as a second reader goes through it: order, filters, versions, approving, returning, four eyes."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from translate_flow.flow.drafts.draft import plan, run
from translate_flow.workspace import Workspace

from .conftest import NAME, Desk, Visitor, journal, until, write

Visit = Callable[..., Visitor]
REVIEW = f"/review/en/{NAME}"
FOUR_EYES = "\n[review]\nfour_eyes = true\n"
DRAFTS = {
    0: "Statement of the Liga Ribereña",
    1: "The Liga Ribereña reports that 12 families lost their homes on 3 May 2024.",
    2: "The rondas (village patrols) stood by the families. There was no answer of the municipality.",
    3: "We ask for:",
}
EDITS = {
    0: "Statement by the Liga Ribereña",
    1: "The Liga Ribereña reports that 21 families lost their homes on 3 May 2024.",
    2: "The rondas (village patrols) stood by the families. The municipality gave an answer.",
}


def reviewable(workspace: Workspace) -> None:
    """Texts of Ana's that Carla changed; the number and the negation in them are wrong."""
    write(workspace, DRAFTS, "Ana")
    write(workspace, EDITS, "Carla")


def drafted(workspace: Workspace) -> None:
    """A machine's drafts, three of them worked on by Carla."""
    list(run(plan(workspace, [NAME], "en"), lambda *_: None))
    write(workspace, EDITS, "Carla")


def approved(desk: Desk) -> list[str]:
    """Sources of the segments somebody approved."""
    keys = [e["key"] for e in journal(desk.root) if e["do"] == "approve"]
    return [desk.work().unit(key).segment.text[:20] for key in keys]


def test_the_riskiest_come_first_and_only_what_people_changed(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    page = visit(open_desk(drafted), path=REVIEW, name="Berta").page
    texts = page.locator(".item .source").all_inner_texts()
    assert len(texts) == 3, "drafts nobody has touched are not for a second look"
    assert "12 familias" in texts[0] and texts[2].startswith("Comunicado")
    first = page.inner_text(".item >> nth=0")
    assert "number or date" in first and "✖" in first
    page.wait_for_selector(".item >> nth=0 >> ins, del >> nth=1")


def test_a_class_is_a_filter_and_a_batch_is_what_it_shows(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk(drafted, stop="error")
    visitor = visit(desk, path=REVIEW, name="Berta")
    page = visitor.page
    page.click("#classes [data-class=number]")
    expect(page.locator("#classes [data-class=number]")).to_have_attribute("aria-pressed", "true")
    shown = page.locator(".item:visible .source").all_inner_texts()
    assert len(shown) < 3 and "12 familias" in shown[0]
    page.click("#classes [data-class=number]")
    expect(page.locator(".item:visible")).to_have_count(3)
    page.click("#classes [data-class=number]")
    page.click("#approve-shown")
    expect(page.locator("#preview-list li, #preview-faulty-list li")).to_have_count(len(shown))
    page.keyboard.press("Escape")
    assert approved(desk) == [], "looking at the preview approves nothing"
    page.click("#approve-shown")
    page.check("#preview-errors")
    page.click("#preview button.primary")
    until(lambda: len(approved(desk)) == len(shown))
    assert {e["by"] for e in journal(desk.root) if e["do"] == "approve"} == {"Berta"}
    visitor.calm()


def test_ones_own_text_waits_for_another_person(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(reviewable)
    for person in ("Carla", "CARLA"):
        page = visit(desk, name=person).page
        assert "1 paragraph" in page.inner_text(".waiting h3.review"), "one of the four is Ana's"
        page.goto(desk.url + REVIEW)
        page.wait_for_selector("html[data-ready]")
        expect(page.locator(".item")).to_have_count(1)
        assert page.inner_text("#approve-shown").startswith("Approve the 1 shown")
        assert "3 paragraphs that you wrote are waiting for another person" in page.inner_text("main")


def test_what_is_returned_waits_for_whoever_wrote_it(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(reviewable)
    page = visit(desk, path=REVIEW, name="Berta").page
    page.click(".item >> nth=0 >> [data-do=return]")
    page.fill("#return-note", "It was 12.")
    page.click("#return button.primary")
    until(lambda: journal(desk.root)[-1]["do"] == "return")
    carla = visit(desk, name="Carla").page
    carla.click(".waiting .returned + ul a")
    carla.wait_for_selector("html[data-ready]")
    carla.wait_for_selector("#back-box:has-text('It was 12.')")


def test_nobody_approves_their_own_text_under_four_eyes(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(reviewable, more=FOUR_EYES)
    visitor = visit(desk, path=f"{REVIEW}?show=all", name="Carla")
    page = visitor.page
    expect(page.locator(".item [data-do=approve]:disabled")).to_have_count(3)
    assert "another person" in page.inner_text(".item >> nth=0")
    # Ana's own text is the only one a batch of Carla's may hold.
    page.click("#approve-shown")
    expect(page.locator("#preview-list li")).to_have_count(1)
    page.keyboard.press("Escape")
    page.locator(".item >> nth=0").focus()
    page.keyboard.press("Control+Alt+Enter")
    # A page is only a page: the desk itself refuses.
    refused = page.evaluate("""async () => {
      const { post } = await import('/static/x/api.js');
      const items = [...document.querySelectorAll('.item')];
      const bases = Object.fromEntries(items.map((i) => [i.id, i.dataset.base]));
      return post('/api/approve', { language: 'en', name: 'comunicado', bases });
    }""")
    assert len(refused["refused"]) == 3 and len(refused["approved"]) == 1
    assert all("second person" in reason for reason in refused["refused"].values())
    assert approved(desk) == ["Pedimos:"]


def test_any_two_versions_stand_side_by_side(open_desk: Callable[..., Desk], visit: Visit) -> None:
    def three(workspace: Workspace) -> None:
        drafted(workspace)
        write(workspace, {0: "A statement by the Liga Ribereña"}, "Dora")

    page = visit(open_desk(three), path=REVIEW, name="Berta").page
    item = page.locator(".item:has-text('Comunicado de la Liga')")
    item.locator("summary").click()
    choice = item.locator("select")
    choice.wait_for()
    expect(choice.locator("option")).to_have_count(2)  # Carla's text and the machine's
    columns = item.locator("details .pair p")
    choice.select_option(index=0)
    until(lambda: "Statement by" in columns.nth(0).inner_text())
    expect(columns.nth(0).locator("ins")).to_have_count(0)
    expect(columns.nth(1).locator("del")).to_have_count(0)
    expect(columns.nth(1).locator("ins")).not_to_have_count(0)
    assert page.locator(".item:has-text('Comunicado de la Liga') > .pair .target").inner_text() != ""


def test_since_i_looked_compares_with_what_i_saw(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(drafted)
    page = visit(desk, path=REVIEW, name="Berta").page
    page.click("#looked")
    page.wait_for_selector("#toast:not(:empty)")
    write(Workspace.load(desk.root), {0: "Statement by the Liga Ribereña, 9 May"}, "Carla")
    page.click(".tabs a:has-text('Since I last looked')")
    page.wait_for_selector("html[data-ready]")
    expect(page.locator(".item")).to_have_count(1)
    assert page.locator(".item .target ins").all_inner_texts() == [", 9 May"]
    expect(page.locator(".item .target del")).to_have_count(0)


def test_a_second_reader_needs_no_pointer(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(reviewable, stop="error")
    page = visit(desk, path=REVIEW, name="Berta").page
    page.keyboard.press("Alt+ArrowDown")
    for done in range(1, 5):
        item = page.locator(".item:focus").get_attribute("id")
        page.keyboard.press("Control+Alt+Enter")
        page.wait_for_selector(f"#anyway[open], [id='{item}'] .state.approved")
        if page.locator("#anyway[open]").count():
            page.keyboard.press("Shift+Tab")
            page.keyboard.press("Shift+Tab")
            page.keyboard.type("as the authors want it")
            page.keyboard.press("Enter")
        page.wait_for_selector(f"[id='{item}'] .state.approved")
        if done < 4:
            page.wait_for_selector(f".item:focus:not([id='{item}'])")
    until(lambda: len(approved(desk)) == 4)


@pytest.mark.parametrize("base", ["", "0" * 16])
def test_nothing_is_approved_for_another_text_than_the_one_shown(
    open_desk: Callable[..., Desk], visit: Visit, base: str
) -> None:
    desk = open_desk(reviewable)
    page = visit(desk, path=REVIEW, name="Berta").page
    key = desk.work().catalogue.entries[1].key
    done = page.evaluate(
        "async (bases) => (await import('/static/x/api.js')).post('/api/approve', {language: 'en', name: 'comunicado', bases})",
        {key: base},
    )
    assert done["approved"] == [] and key in done["refused"], json.dumps(done)
