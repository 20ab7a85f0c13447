"""The overview: what it shows of many statements in several languages, and what is begun from there."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from translate_flow.catalogue.messages import NO_TEXT
from translate_flow.desk.board import AskedRows, Findings, board, still_seen
from translate_flow.flow.editing.edit import send_back
from translate_flow.flow.statement.work import Work
from translate_flow.flow.summary import Summary
from translate_flow.model import State
from translate_flow.workspace import Workspace

from .conftest import NAME, Desk, Visitor, until, write

Visit = Callable[..., Visitor]
TWO = 'targets = ["en", "fr"]'


def summary(name: str, language: str = "en", **known: object) -> Summary:
    return replace(Summary(name, language, title=f"Carta {name}"), **known)  # type: ignore[arg-type]


ROWS = [
    summary("a", words={"missing": 10, "approved": 30}, states={"missing": 1, "approved": 3}),
    summary("b", words={"translated": 20}, states={"translated": 2}, to_review={"Ana": 1, "Berta": 1}),
    summary(
        "c", words={"draft": 90}, states={"draft": 9}, returned_to={"Ana": 2}, people={"Ana": "2024-05-02"}
    ),
    summary("c", "fr", words={"kept": 90}, states={"kept": 9}, people={"Berta": "2024-05-03"}),
    summary("d", problem=NO_TEXT()),
]


LOOKED_AT: dict[tuple[str, str], dict[str, int]] = {("en", "b"): {}, ("fr", "c"): {"warning": 1}}


def names(counts: Findings = LOOKED_AT, **asked: object) -> list[str]:
    return [s["name"] for s in board(ROWS, "Ana", AskedRows(**asked), counts)["shown"]]  # type: ignore[arg-type]


def test_the_board_shows_all_or_what_one_asks_for() -> None:
    assert names() == ["a", "b", "c", "d"]
    assert names(show="open") == ["a", "c"]
    assert names(show="review") == ["b"] and names(show="returned") == ["c"]
    assert names(show="done") == ["b", "c"]
    assert names({}, show="done") == []  # nobody has looked at them yet
    assert names({**LOOKED_AT, ("en", "b"): {"error": 1}}, show="done") == ["c"]
    assert names(query="cartá D") == ["d"] and names(query="fr") == ["c"] and names(query="x") == []
    assert names(order="to-go") == ["c", "a", "b", "d"]
    assert names(order="activity")[0] == "c"


def test_the_board_counts_words_by_language_and_names_what_waits() -> None:
    data = board(ROWS, "Ana", AskedRows(), LOOKED_AT)
    english, french = data["totals"]
    assert (english["percent"], english["to_go"]) == (33, 100) and (french["percent"], french["to_go"]) == (
        100,
        0,
    )
    assert [(w["kind"], w["sum"]) for w in data["waiting"]] == [("returned", 2), ("open", 100), ("review", 1)]
    assert [name for name, _, _ in data["people"]] == ["Berta", "Ana"]
    shown = {kind: n for kind, n in data["filters"] if n}
    assert shown == {"all": 4, "open": 2, "review": 1, "returned": 1, "done": 2}, "and nothing is planned"
    assert [r["next"] for s in data["shown"] for r in s["languages"]] == [
        "edit",
        "look",
        "edit",
        "build",
        "build",
    ]


def test_a_board_that_was_kept_shows_no_statement_that_was_hidden_meanwhile() -> None:
    data = board(ROWS, "Ana", AskedRows(), LOOKED_AT)
    gone = ROWS[0]
    left = still_seen(data, lambda name, language: (name, language) != (gone.name, gone.language))
    rows = [r["summary"] for s in left["shown"] for r in s["languages"]]
    rows += [row for w in left["waiting"] for row, _, _ in w["statements"]] + [
        row for _, _, row in left["people"]
    ]
    assert gone not in rows and len(rows) > 4
    assert all(s["languages"] for s in left["shown"])
    nothing = still_seen(data, lambda _name, _language: False)
    assert nothing["shown"] == [] == nothing["people"] and not any(
        w["statements"] for w in nothing["waiting"]
    )


@pytest.mark.parametrize("page", ["", "0", "-1", "99999999", "x"])
def test_nonsense_in_the_address_counts_as_not_given(page: str) -> None:
    asked = AskedRows.of({"q": "", "show": "<b>", "order": "'", "page": page})
    assert (asked.show, asked.order) == ("all", "name")
    assert board(ROWS, "Ana", asked, {})["current"] == 1


def test_addresses_keep_what_was_asked_for() -> None:
    asked = AskedRows("el agua & más", "open", "to-go", 3)
    given = parse_qs(urlsplit(asked.address(page=4)).query)
    assert AskedRows.of({k: v[0] for k, v in given.items()}) == AskedRows("el agua & más", "open", "to-go", 4)
    assert asked.address(show="done").count("page") == 0


def two_languages(workspace: Workspace) -> None:
    """French is new; English is partly done, and something came back."""
    write(workspace, {0: "Statement", 1: "12 families lost their homes on 3 May 2024."}, "Ana")
    work = Work.open(workspace, NAME, "en")
    send_back(work, work.catalogue.entries[0].key, "Berta", "Which league?")


def test_each_language_of_a_statement_has_its_line(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(two_languages, settings=[('targets = ["en"]', TWO)])
    visitor = visit(desk)
    page = visitor.page
    expect(page.locator("ul.statements > li")).to_have_count(1)
    assert page.locator("ul.languages > li .language").all_inner_texts() == ["English", "French"]
    page.wait_for_selector("[data-language=en] .findings .count")
    assert "1 paragraph" in page.inner_text(".waiting h3.returned")
    page.click(".waiting h3.returned + ul a")
    page.wait_for_selector("html[data-ready]")
    expect(page.locator("#list [role=listitem]:visible")).to_have_count(1)
    page.goto(desk.url)
    # What is drafted and built belongs to the language of the line.
    page.click("[data-language=fr] [data-draft]")
    page.click("#draft-go")
    until(lambda: page.locator("[data-language=fr] .state.draft").count())
    page.click("[data-language=fr] [data-build]")
    page.check("#build-drafts")
    page.click("#build-go")
    page.wait_for_selector("#build-result a:has-text('comunicado.fr.md')")
    page.keyboard.press("Escape")
    page.click(".heading .chips a[href='/?show=returned']")
    expect(page.locator("ul.languages > li")).to_have_count(1)
    assert page.get_attribute(".heading .chips [aria-current]", "href") == "/?show=returned"
    visitor.calm()


def test_all_that_is_missing_in_a_language_is_drafted_at_once_and_undone_at_once(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk(statements={"agua": "# Agua\n\nHola.\n", "luz": "# Luz\n\nAdiós.\n"})
    visitor = visit(desk)
    page = visitor.page
    page.click("[data-draft-all]")
    page.wait_for_selector("#draft-text:has-text('4 paragraphs of 2 statements')")
    page.click("#draft-go")
    page.wait_for_selector(".alarm.drafted")
    assert all(u.state is State.DRAFT for name in ("agua", "luz") for u in desk.work(name).units)
    page.click(".alarm.drafted button:has-text('Undo')")
    until(lambda: all(u.state is State.MISSING for name in ("agua", "luz") for u in desk.work(name).units))
    visitor.calm()


def test_files_are_added_by_dropping_them_anywhere_on_the_page(desk: Desk, visit: Visit) -> None:
    visitor = visit(desk)
    page = visitor.page
    page.evaluate("""() => {
      const data = new DataTransfer();
      for (const n of [1, 2]) data.items.add(new File([`# Carta ${n}\\n\\nHola.\\n`], `carta-${n}.md`));
      for (const kind of ['dragenter', 'dragover']) document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
      window.marked = document.getElementById('drop').classList.contains('over');
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }""")
    assert page.evaluate("window.marked")
    page.wait_for_selector("[data-name='carta-2'] h3 a:focus")
    assert sorted(p.name for p in (desk.root / "statements").iterdir())[:2] == [
        "carta-1.es.md",
        "carta-2.es.md",
    ]
    visitor.calm()


ENGLISH = """# Letter from the people

We are writing to you because the river that feeds our homes has been closed by the company, and nobody
has told us when it will be opened again. There is no water for the children, for the animals or for the
fields, and the authorities have not answered what we asked them. We want them to come and see it.
"""


def test_a_text_that_looks_like_another_language_is_asked_about_and_added_all_the_same(
    desk: Desk, visit: Visit, tmp_path: Path
) -> None:
    visitor = visit(desk)
    page = visitor.page
    (tmp_path / "letter.md").write_text(ENGLISH, "utf-8")
    page.set_input_files("#file", tmp_path / "letter.md")
    page.wait_for_selector("#other-language[open]")
    assert page.inner_text("#other-language-said").startswith(
        "letter.es.md appears to be English, not Spanish."
    )
    page.keyboard.press("Enter")  # the button with the focus adds nothing
    page.wait_for_selector("#other-language", state="hidden")
    assert not (desk.root / "statements" / "letter.es.md").exists()
    page.set_input_files("#file", tmp_path / "letter.md")
    page.click("#other-language[open] button[value=go]")
    page.wait_for_selector("[data-name=letter]")
    visitor.calm()


def test_a_name_of_a_language_is_never_cut(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(settings=[('targets = ["en"]', 'targets = ["pt", "es-419"]')])
    for width in (1280, 1000, 360):
        page = visit(desk, path="/", viewport={"width": width, "height": 700}).page
        for line in page.query_selector_all(".language"):
            whole = line.evaluate(
                "e => { const r = document.createRange(); r.selectNodeContents(e);"
                " return r.getClientRects().length <= e.textContent.trim().split(/\\s+/).length && e.scrollWidth <= e.clientWidth; }"
            )
            assert whole, (width, line.inner_text())


def test_the_window_that_chooses_a_file_offers_all_that_can_be_read(desk: Desk, visit: Visit) -> None:
    page = visit(desk).page
    offered = (page.locator("#file").get_attribute("accept") or "").split(",")
    assert {".md", ".docx", ".pdf", ".rtf", ".jpg"} <= set(offered)
    expect(page.locator("label[for=file] + span")).to_contain_text(".pdf")


def test_a_new_version_of_a_statement_is_read_when_one_says_so(
    desk: Desk, visit: Visit, tmp_path: Path
) -> None:
    write(Workspace.load(desk.root), {3: "We ask for:"}, "Ana")
    page = visit(desk).page
    file = tmp_path / f"{NAME}.md"
    source = (desk.root / "statements" / f"{NAME}.es.md").read_text("utf-8")
    file.write_text(source.replace("12 familias", "13 familias"), "utf-8")
    page.set_input_files("#file", file)
    page.click("#replace button:has-text('Cancel')")
    assert "12 familias" in (desk.root / "statements" / f"{NAME}.es.md").read_text("utf-8")
    page.set_input_files("#file", file)
    page.click("#replace button.primary")
    until(lambda: "13 familias" in (desk.root / "statements" / f"{NAME}.es.md").read_text("utf-8"))
    until(lambda: [e.target for e in desk.work().catalogue.entries][3] == "We ask for:")


def test_the_page_follows_what_others_do(desk: Desk, visit: Visit) -> None:
    page = visit(desk).page
    page.focus("[data-build]")
    write(Workspace.load(desk.root), {0: "Statement of the Liga Ribereña"}, "Berta")
    page.wait_for_selector(".last:has-text('Berta')")
    expect(page.locator(".people li:has-text('Berta')")).to_have_count(1)
    # The rows were drawn anew under the focus, which stays where it was.
    assert page.evaluate("document.activeElement.matches('[data-build]')")


def test_a_confidential_statement_is_shown_as_one(desk: Desk, visit: Visit) -> None:
    """The overview and the editor say so, and why; a settings name that is none is told above all."""
    page = visit(desk).page
    expect(page.locator(".confidential")).to_have_count(0)
    settings = desk.root / "translate-flow.toml"
    with settings.open("a", encoding="utf-8") as file:
        file.write(f'[privacy]\nconfidential = ["{NAME}.es.md", "otro"]\n')
    told = page.locator(".all > .notice")

    def shown() -> bool:
        page.reload()
        page.wait_for_selector("ul.languages > li")
        return told.count() == 1 and "otro" in told.inner_text()

    until(shown)
    mark = page.locator(".statements .confidential")
    assert mark.inner_text() == "■ confidential"
    assert "[privacy] confidential" in str(mark.get_attribute("title"))
    page.goto(desk.editor())
    expect(page.locator(".where .confidential")).to_be_visible()
    page.goto(f"{desk.url}/review/en/{NAME}")
    expect(page.locator(".where .confidential")).to_be_visible()


def test_where_an_old_file_came_back_the_two_texts_are_shown_until_somebody_decides(
    desk: Desk, visit: Visit
) -> None:
    """On the overview, in the editor's list and head, and in review."""
    workspace = Workspace.load(desk.root)
    write(workspace, {0: "Statement by Ana"}, "Ana")
    old = desk.po().read_text("utf-8")
    write(workspace, {0: "Statement by Berta"}, "Berta")
    # It lay open in another editor, which saves it under its person's name.
    desk.po().write_text(re.sub(r"Last-Translator: [^\\]*", "Last-Translator: Olga", old), "utf-8")
    page = visit(desk, name="Carla").page
    page.goto(f"{desk.url}/review/en/{NAME}")
    expect(page.locator(".item .doubt")).to_have_text("⁇ two texts")
    page.goto(desk.url)
    page.click(".languages .notice a")
    expect(page.locator("#main .notice")).to_contain_text("1 paragraph has another text", use_inner_text=True)
    shown = page.locator("#list a:visible")
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text("⁇")
    shown.click()
    expect(page.locator("#meta-state")).to_contain_text("two texts")
    assert page.input_value("#text") == "Statement by Berta"
    page.click("[data-do=confirm] >> visible=true")
    until(lambda: "Carla" in {e.by for e in desk.work().units[0].events})
    page.goto(desk.url)
    expect(page.locator(".languages .notice")).to_have_count(0)
