"""Text that tries to be more than text, everywhere a text can stand."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from translate_flow.flow.reviewing.remarks import comment
from translate_flow.flow.statement.work import Work
from translate_flow.workspace import Workspace

from .conftest import GLOSSARY, Desk, Visitor, journal, until, write

Visit = Callable[..., Visitor]
BAD = '<img src=x onerror="window.caught=1"><script>window.caught=1</script></script><!--{{7*7}}--> \' " &lt; javascript:window.caught=1 \u202e\u2028'
NAME = "carta '\"><img src=x onerror=caught=1> {{7*7}}"


def hostile(workspace: Workspace) -> None:
    """Put it into glossary, translation, comment, history, people's names."""
    (workspace.root / "glossary" / "names.csv").write_text(
        GLOSSARY
        + '"perverso","<svg onload=caught=1>","<b>kind</b>","translate","m","sg","no","","","<i>bad</i>","</textarea><script>window.caught=1</script>"\n',
        "utf-8",
    )
    person = '<img src=x onerror="window.caught=1">'
    write(
        workspace,
        {0: BAD.replace("\u2028", " "), 1: BAD.replace("\u2028", " ") + " <svg onload=caught=1>"},
        person,
        NAME,
    )
    work = Work.open(workspace, NAME, "en")
    comment(work, work.catalogue.entries[0].key, person, BAD.replace("\u2028", " "))


def test_no_text_anywhere_becomes_markup_or_script(open_desk: Callable[..., Desk], visit: Visit) -> None:
    source = f"# Título {BAD}\n\nUn texto perverso {BAD}\n\n</textarea><script>window.caught=1</script>\n"
    desk = open_desk(hostile, statements={NAME: source})
    visitor = visit(desk, name='"><script>window.caught=1</script>')
    page = visitor.page
    page.wait_for_selector("h3 a")
    expect(page.locator("ul.statements > li")).to_have_count(1)
    page.click("[data-build]")
    assert NAME not in page.url
    page.keyboard.press("Escape")
    page.click("h3 a")
    page.wait_for_selector("html[data-ready]")
    for _ in range(3):
        page.wait_for_timeout(250)
        page.keyboard.type("<script>window.caught=1</script>")
        page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("Alt+ArrowUp")
    page.fill("#comment", BAD)
    page.click("#comment-form button")
    page.wait_for_selector(".comments li")
    page.fill("#q", "text:<script>")
    page.keyboard.press("Enter")
    page.wait_for_selector("#found:not(:empty)")
    page.fill("#concordance", "perverso")
    page.keyboard.press("Enter")
    page.wait_for_selector("#concordance-found .match")
    page.goto(page.url.split("#")[0].split("?")[0].replace("/s/en", "/review/en") + "?show=all")
    page.wait_for_selector("html[data-ready]")
    for summary in page.locator(".item details summary").all():
        summary.click()
    page.click(".item [data-do=return]")
    page.fill("#return-note", BAD)
    page.click("#return button.primary")
    page.wait_for_selector("#toast:not(:empty)")
    page.click("#approve-shown")
    page.wait_for_selector("#preview-list li")
    page.click("#preview button.primary")
    page.wait_for_timeout(300)
    assert page.evaluate("window.caught") is None
    visitor.calm()
    # The overview again, where all of this is told; and what cannot be found.
    for path in (
        "/?show=review",
        "/?q=<script>window.caught=1</script>",
        "/s/en/<img src=x onerror=caught=1>",
    ):
        page.goto(desk.url + path)
        page.wait_for_timeout(200)
        assert page.evaluate("window.caught") is None
    assert page.evaluate("window.caught") is None
    expect(page.locator("img, svg[onload], iframe, object, base")).to_have_count(0)
    visitor.calm()


def test_a_hostile_file_name_is_made_harmless(desk: Desk, visit: Visit, tmp_path: Path) -> None:
    visitor = visit(desk)
    page = visitor.page
    file = tmp_path / "'><img src=x onerror=caught=1>.md"
    file.write_text("Hola <script>window.caught=1</script>", "utf-8")
    page.set_input_files("#file", file)
    page.wait_for_selector("ul.statements > li:nth-child(2)")
    assert sorted(p.name for p in (desk.root / "statements").iterdir()) == [
        "comunicado.es.md",
        "img-src-x-onerror-caught-1.es.md",
    ]
    visitor.calm()


def test_half_a_character_from_a_script_is_no_trouble(desk: Desk, visit: Visit) -> None:
    page = visit(desk, path="/s/en/comunicado").page
    page.evaluate(
        "() => import('/static/x/api.js').then(m => m.post('/api/typing', {language: 'en', name: 'comunicado', key: document.querySelector('section.row').id, text: 'a\\ud800b', base: ''}))"
    )
    assert journal(desk.root) == []


def test_an_error_of_the_workspace_is_shown_as_text(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk()
    (desk.root / "glossary" / "bad.csv").write_text("es,<script>caught=1</script>\nx,y\n", "utf-8")
    visitor = visit(desk, path="/s/en/comunicado")
    until(lambda: "script" in visitor.page.inner_text("body"))
    assert visitor.page.evaluate("window.caught") is None
    visitor.calm()
    assert json.dumps(visitor.troubles) == "[]"
