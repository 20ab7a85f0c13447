"""Publishing from the page: what is missing, outputs looked at, built and taken as one file, signatories pasted from a sheet."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from translate_flow.errors import ConflictError, UsageError
from translate_flow.flow.publishing import packed, preview, readiness
from translate_flow.flow.signing import listed, pasted, put
from translate_flow.imprint import Signatory
from translate_flow.workspace import Workspace

from .conftest import NAME, Desk, Visitor, make_workspace, write
from .test_axe import PHONE, WIDE, broken_rules, lively

Visit = Callable[..., Visitor]
PAGE = f"/publish/en/{NAME}"
LIST = "organisation,place\nRed Muqui,Lima\n"


def signed(workspace: Workspace) -> None:
    """A statement that is half done, with a list of signatories."""
    lively(workspace)
    (workspace.statements / f"{NAME}.signatories.csv").write_text(LIST, "utf-8")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return make_workspace(tmp_path / "w")


def test_what_is_missing_is_known_beforehand(workspace: Workspace) -> None:
    found = readiness(workspace, NAME, "en")
    assert not found.ready and len(found.unconfirmed) == found.total and "date" in found.untold
    write(workspace, {n: f"Text {n}." for n in range(found.total)}, "Berta")
    found = readiness(workspace, NAME, "en")
    assert found.unconfirmed == () and (found.ready or found.faulty)


def test_a_preview_is_what_would_be_built_and_leaves_nothing_behind(workspace: Workspace) -> None:
    file, data = preview(workspace, NAME, "en", "page-html")
    assert file.endswith(".html") and b"<html" in data
    assert not (workspace.root / "build").exists()
    with pytest.raises(UsageError):
        preview(workspace, NAME, "en", "no-such-thing")
    with pytest.raises(UsageError, match="nothing has been built"):
        packed(workspace, NAME, "en")


def test_a_list_of_signatories_is_put_as_it_was_looked_at_or_not_at_all(workspace: Workspace) -> None:
    before = listed(workspace, NAME)
    assert before.rows == ()
    now = put(
        workspace, NAME, [Signatory("Red Muqui", "Lima"), Signatory(""), Signatory(" Sutep ")], before.base
    )
    assert [r.organisation for r in now.rows] == ["Red Muqui", "Sutep"]
    with pytest.raises(ConflictError, match="changed meanwhile"):
        put(workspace, NAME, [], before.base)
    with pytest.raises(UsageError, match="line 1: the organisation"):
        put(workspace, NAME, [Signatory("", "Lima")], now.base)
    assert listed(workspace, NAME) == now


def test_rows_of_a_spreadsheet_are_read_with_and_without_their_heads() -> None:
    assert pasted("Red Muqui\tLima\r\nSutep\tCusco\tPE\n") == [
        Signatory("Red Muqui", "Lima"),
        Signatory("Sutep", "Cusco", "PE"),
    ]
    with_heads = pasted("País\tNombre de la organización\tCorreo\nPE\tRed Muqui\tx@example.org\n")
    assert [(r.organisation, r.country) for r in with_heads] == [("Red Muqui", "PE")]
    assert pasted(" \n") == []


def test_a_statement_is_published_with_its_signatories(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(signed)
    visitor = visit(desk, path=PAGE)
    page = visitor.page
    page.wait_for_selector("html[data-ready]")
    expect(page.locator("#missing")).to_contain_text("nobody has confirmed")
    expect(page.locator("#missing")).to_contain_text("will not say")
    # A sheet's rows, pasted into the table, go below what is there.
    page.fill("#paste", "Sutep\tCusco\tPE\nCGTP\tLima")
    page.click("#paste-go")
    expect(page.locator("#signatories tbody tr")).to_have_count(3)
    page.click("#sign")
    expect(page.locator("#signed")).to_contain_text("Saved in")
    text = (desk.root / "statements" / f"{NAME}.signatories.csv").read_text("utf-8")
    assert text.splitlines()[1:] == ["Red Muqui,Lima,", "Sutep,Cusco,PE", "CGTP,Lima,"]
    # By keyboard: without leave nothing is built, and it is said why; with it all is one file.
    page.focus("#go")
    page.keyboard.press("Enter")
    expect(page.locator("#result .notice")).to_contain_text("not confirmed")
    page.check("[name=drafts]")
    page.check("[name=errors]")
    page.focus("#go")
    page.keyboard.press("Enter")
    expect(page.locator("#result li").first).to_be_visible()
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")  # the zip file has the focus
    with zipfile.ZipFile(io.BytesIO(waiting.value.path().read_bytes())) as archive:
        assert "manifest.json" in archive.namelist() and len(archive.namelist()) > 5
    with page.context.expect_page() as opening:
        page.click("a[href*='kind=page-html']")
    shown = opening.value
    shown.wait_for_load_state()
    assert "Sutep" in shown.inner_text("body")
    visitor.calm()


def test_what_is_said_about_a_statement_is_written_and_undone_from_the_page(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk(signed)
    page = visit(desk, path=PAGE).page
    page.wait_for_selector("html[data-ready]")
    expect(page.locator("#missing")).to_contain_text("licence")
    page.get_by_role("link", name="Fill it in").press("Enter")
    page.fill("#said-place", "Ilo")
    page.fill("#said-issuers", "Red Muqui\nSutep")
    page.fill("#said-licence", "CC BY 4.0")
    page.focus("#say")
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_contain_text("Saved in")
    file = desk.root / "statements" / f"{NAME}.about.yaml"
    assert file.read_text("utf-8") == "place: Ilo\nissuers:\n- Red Muqui\n- Sutep\nlicence: CC BY 4.0\n"
    with page.context.expect_page() as opening:
        page.click("a[href*='kind=page-html']")
    expect(opening.value.locator("body")).to_contain_text("CC BY 4.0")
    page.click("#take-back")
    expect(page.locator("#said-place")).to_have_value("")
    page.wait_for_selector("html[data-ready]")
    assert not file.exists()
    # Somebody else wrote it meanwhile: nothing of theirs is lost.
    page.fill("#said-place", "Ilo")
    file.write_text("place: Puno\n", "utf-8")
    page.click("#say")
    expect(page.locator("#said .notice")).to_contain_text("was changed meanwhile")
    assert file.read_text("utf-8") == "place: Puno\n"


@pytest.mark.parametrize("look", [("light", WIDE), ("dark", PHONE)], ids=["light-wide", "dark-phone"])
def test_the_page_is_accessible_and_spanish(
    open_desk: Callable[..., Desk], visit: Visit, look: tuple[str, dict[str, int]]
) -> None:
    desk = open_desk(signed)
    scheme, size = look
    page = visit(desk, path=PAGE, color_scheme=scheme, viewport=size, locale="es-PE").page
    page.wait_for_selector("html[data-ready]")
    assert broken_rules(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    said = page.inner_text("main")
    assert "Qué falta" in said and "Firmantes" in said and "Look at" not in said
    page.click("#go")
    expect(page.locator("#result")).to_contain_text("marque que también vaya")
    assert "--" not in page.inner_text("#result"), "no option of a command"
