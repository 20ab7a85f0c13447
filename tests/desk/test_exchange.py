"""Review packages out and back from the page: each row is shown before anything is written; the memory searched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from translate_flow.flow import handing
from translate_flow.flow.exchange import Way
from translate_flow.workspace import Workspace

from .conftest import NAME, Desk, Visitor, journal, make_workspace, write
from .test_axe import PHONE, WIDE, broken_rules, lively

Visit = Callable[..., Visitor]
PAGE = "/exchange/en"


def test_a_package_goes_out_and_comes_back_with_nothing_written_when_dry(tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path / "w")
    lively(workspace)
    for kind in handing.kinds():
        data = handing.sent(workspace, [NAME], "en", kind, note="Please.")
        before = journal(tmp_path / "w")
        done, troubles = handing.came_back(workspace, "x.zip", data, Way(dry=True))
        assert [d.name for d in done] == [NAME] and troubles == []
        assert journal(tmp_path / "w") == before


def test_what_was_sent_out_comes_back_row_by_row(
    open_desk: Callable[..., Desk], visit: Visit, tmp_path: Path
) -> None:
    desk = open_desk(lively)
    visitor = visit(desk, path=PAGE)
    page = visitor.page
    page.wait_for_selector("html[data-ready]")
    page.click("#out button")
    expect(page.locator("#toast")).to_contain_text("Choose a statement")
    page.check(f"[name=name][value='{NAME}']")
    page.select_option("#out-kind", "xliff")
    with page.expect_download() as waiting:
        page.focus("form[action='/exchange/out'] button")
        page.keyboard.press("Enter")
    package = tmp_path / "review-en.zip"
    package.write_bytes(waiting.value.path().read_bytes())
    # Meanwhile somebody goes on, and the reviewer has changed a text.
    file, data = next(iter(_unzipped(package).items()))
    changed = tmp_path / file
    changed.write_bytes(data.replace(b"Statement of the Shore League", b"Declaration of the Shore League"))
    before = journal(desk.root)
    page.set_input_files("#file", str(changed))
    expect(page.locator("#back")).to_contain_text("Declaration of the Shore League")
    assert journal(desk.root) == before
    page.focus("#take")
    page.keyboard.press("Enter")
    expect(page.locator("#back")).to_contain_text("can be undone")
    assert any(e.get("text") == "Declaration of the Shore League" for e in journal(desk.root))
    page.set_input_files("#file", {"name": "x.docx", "mimeType": "", "buffer": b"no document"})
    expect(page.locator("#back .notice")).to_contain_text("x.docx")
    # The memory knows it at once.
    page.fill("#q", "declaration")
    page.keyboard.press("Enter")
    page.wait_for_selector("#hits mark:has-text('Declaration')")
    visitor.calm()


def _unzipped(package: Path) -> dict[str, bytes]:
    import zipfile

    with zipfile.ZipFile(package) as archive:
        return {n: archive.read(n) for n in archive.namelist() if n.endswith(".xlf")}


@pytest.mark.parametrize("look", [("light", WIDE), ("dark", PHONE)], ids=["light-wide", "dark-phone"])
def test_the_page_is_accessible_and_spanish(
    open_desk: Callable[..., Desk], visit: Visit, look: tuple[str, dict[str, int]]
) -> None:
    def prepare(workspace: Workspace) -> None:
        lively(workspace)
        write(workspace, {0: "Statement of the Shore League"}, "Berta")

    desk = open_desk(prepare)
    scheme, size = look
    page = visit(desk, path=f"{PAGE}?q=shore", color_scheme=scheme, viewport=size, locale="es-PE").page
    page.wait_for_selector("html[data-ready]")
    page.wait_for_selector("#hits mark")
    assert broken_rules(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    said = page.inner_text("main")
    assert "Lo que volvió" in said and "What" not in said
