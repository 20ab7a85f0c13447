"""The page: one self-contained file with everything in it, safe against what texts hold."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.review.statement import EDITION, GLOSSARY, UNITS, edition, unit
from translate_flow.glossary import Glossary
from translate_flow.model import Edition, Term
from translate_flow.review import edit, render_html, report
from translate_flow.review.marking import Stretch, mark, rows
from translate_flow.review.written import written

HOSTILE = '</dd><script>alert(1)</script><img src=x onerror="alert(2)">&amp;"\'</style>{{ 7*7 }}\u202e'


def page(statement: Edition = EDITION) -> str:
    return render_html([(report(statement, GLOSSARY, scores=False), GLOSSARY)])


def whole() -> str:
    """Two statements on one page, figures measured."""
    other = replace(EDITION, document=replace(EDITION.document, name="otra", title="Otra declaración"))
    return render_html([(report(e, GLOSSARY), GLOSSARY) for e in (EDITION, other)])


def test_a_whole_workspace_is_one_page_with_charts_and_distinct_anchors() -> None:
    html = whole()
    reader = read(html)
    ids = [a["id"] for _, a in reader.elements if "id" in a]
    assert len(ids) == len(set(ids))
    assert {(a["href"] or "")[1:] for tag, a in reader.elements if tag == "a"} <= set(ids)
    for title in (
        "Effort per statement",
        "How alike",
        "Changes by class",
        "Changes by person",
        "Most corrected terms",
    ):
        assert title in html
    assert html.count("<svg") > 10
    assert "2 statements" in html


def test_letters_and_moves_are_marked() -> None:
    html = page(
        edition(
            unit(
                "x",
                ("draft", "m", "In Lima on Monday Alberto Otalora spoke."),
                ("edit", "t", "On Monday Alberto Otárola spoke in Lima."),
            )
        )
    )
    assert "<del>Ot<b>al</b>o<b>r</b>a</del><ins>Ot<b>ár</b>o<b>l</b>a</ins>" in html
    assert '<del class="moved" title="moved: 1">In Lima</del>' in html.replace(
        "In Lima </del>", "In Lima</del>"
    )


class Reader(HTMLParser):
    """Elements with their attributes, and the texts of each view of each segment."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[tuple[str, str], str] = {}
        self.segment = self.view = ""
        self.reading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.elements.append((tag, given))
        names = (given.get("class") or "").split()
        if "segment" in names:
            self.segment = given["id"] or ""
        self.view = next((n for n in names if n in ("source", "changes", "sides", "was", "is")), self.view)
        if tag == "dd" and self.segment:
            self.reading = True
        if self.reading:
            self.texts.setdefault((self.segment, self.view), "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "dd":
            self.reading = False

    def handle_data(self, data: str) -> None:
        if self.reading:
            self.texts[self.segment, self.view] += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    return reader


def test_every_view_holds_the_exact_texts() -> None:
    """What is read on the page can be copied as it is: nothing but the text stands in source, draft and text.

    Where nobody changed the draft, the page has it once.
    """
    texts = read(page()).texts
    for made in report(EDITION, GLOSSARY, scores=False).edits:
        anchor = f"s-{made.unit.key}"
        assert texts[anchor, "source"] == made.unit.segment.text
        assert ((anchor, "was") in texts) == (made.unit.draft is not None and made.changed)
        if made.changed:
            assert texts[anchor, "was"] == made.draft
            assert texts[anchor, "is"] == made.unit.target
        assert texts[anchor, "changes"] == "".join(p.text for p in made.pieces)


def test_it_asks_for_nothing_outside_itself() -> None:
    """One script stands in the page itself, and the page's policy allows no other."""
    html = page()
    assert [a for tag, a in read(html).elements if tag == "script"] == [{}]
    code = html.split("<script>")[1].split("</script>")[0]
    digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in html
    for tag, attributes in read(html).elements:
        assert tag not in {"link", "img", "iframe", "object", "embed"}
        assert not any(
            name.startswith("on") or name in {"src", "srcset", "style" if tag != "i" else ""}
            for name in attributes
        )
        assert (attributes.get("href") or "#").startswith("#")
    assert "url(" not in html
    assert "@import" not in html


def test_hostile_text_stays_text() -> None:
    statement = edition(
        unit(HOSTILE, ("draft", HOSTILE, HOSTILE), ("edit", HOSTILE, "x " + HOSTILE)), title=HOSTILE
    )
    html = page(statement)
    reader = read(html)
    assert [tag for tag, _ in reader.elements if tag in {"script", "img"}] == ["script"]
    assert html.count("<script") == 1
    assert "49" not in reader.texts[f"s-{statement.units[0].key}", "source"]
    assert reader.texts[f"s-{statement.units[0].key}", "is"] == "x " + HOSTILE


def test_languages_are_named() -> None:
    for tag, attributes in read(page()).elements:
        if tag == "dd" and "lang" in attributes:
            assert attributes["lang"] in {"es", "en"}
            assert attributes["dir"] == "ltr"
    assert 'lang="es" dir="ltr"' in page()


def test_each_link_has_its_anchor() -> None:
    elements = read(page()).elements
    ids = [a["id"] for _, a in elements if "id" in a]
    assert len(ids) == len(set(ids))
    assert {(a["href"] or "")[1:] for tag, a in elements if tag == "a"} <= set(ids)


def test_the_same_statement_gives_the_same_page() -> None:
    assert page() == page()


TEXT = st.text(st.sampled_from("ab .,\n«é"), max_size=40)


@settings(max_examples=60)
@given(TEXT, TEXT)
def test_marking_loses_no_character(draft: str, target: str) -> None:
    """With terms found in any place, the runs of each view still join to its text."""
    glossary = Glossary((Term("agua", "a"), Term("bosque", "b a", forbidden=("a b",))))
    made = edit(unit("agua y bosque", ("draft", "m", draft), ("edit", "t", target)), glossary)
    marked = mark(made, glossary)

    def joined(view: Any) -> str:
        return "".join(run.text for stretch in view for run in stretch.runs)

    assert joined(marked.draft) == draft
    assert joined(marked.target) == target
    assert joined(marked.source) == "agua y bosque"


HTML = st.text(st.sampled_from("ab &<>\"'.\n\t\u00a0é"), max_size=30)


@settings(max_examples=60)
@given(HTML, HTML)
def test_what_is_written_is_the_text(draft: str, target: str) -> None:
    """Every view read as HTML again is the text it was made of, terms, moves and differing letters in elements."""
    glossary = Glossary((Term("agua", "a b"), Term("bosque", "b a", forbidden=("a & b", "a"))))
    made = edit(unit("agua & bosque", ("draft", "m", draft), ("edit", "t", target)), glossary)
    marked = mark(made, glossary)

    def text(stretches: Iterable[Stretch], *, explained: bool = True) -> str:
        reader = Reader()
        reader.segment = reader.view = "x"
        reader.feed(f"<dd>{written(stretches, explained=explained)}</dd>")
        reader.close()
        return reader.texts["x", "x"]

    assert text(marked.source) == "agua & bosque"
    assert text(marked.changes) == "".join(p.text for p in made.pieces)
    lines = rows(marked)
    assert "".join(text(row.left, explained=False) for row in lines) == draft
    assert "".join(text(row.right, explained=False) for row in lines) == target


def test_a_term_is_one_element_also_where_its_letters_differ() -> None:
    html = page(edition(unit("Ayanca, Puno", ("draft", "m", "In Punno"), ("edit", "t", "In Puno"))))
    assert "Pun<b>n</b>o" in html
    glossary = Glossary((Term("Puno", "", forbidden=("Punno",)),))
    made = edit(unit("Ayanca, Puno", ("draft", "m", "In Punno"), ("edit", "t", "In Puno")), glossary)
    shown = written(mark(made, glossary).changes, explained=False)
    assert shown.endswith('Pun<b>n</b>o</span></del><ins><span class="term">Puno</span></ins>')


def test_people_are_filtered_apart_from_engines() -> None:
    """Who drafted is a choice of its own, and only where there is more than one to choose from."""
    one = page()
    assert "Person" in one
    assert "Drafted by" not in one
    drafted = replace(
        UNITS[3], events=(replace(UNITS[3].events[0], engine="memory", score=87), *UNITS[3].events[1:])
    )
    two = page(edition(*UNITS[:3], drafted))
    groups = [
        re.sub("<[^>]+>", "", group).split()
        for group in re.findall("<fieldset><legend>(?:Person|Drafted by).*?</fieldset>", two, re.DOTALL)
    ]
    assert groups == [
        ["Person", "all", "reviewer", "2", "translator", "4"],
        ["Drafted", "by", "all", "apertium", "3.8.3", "3", "memory", "1"],
    ]


@pytest.fixture
def browser(chromium: Any) -> Any:
    """Chromium, driven by Playwright."""
    return chromium


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "diff.html"
    path.write_text(page(), "utf-8")
    return path


def shown(tab: Any) -> list[str]:
    """Keys of the segments that can be seen."""
    return [s.get_attribute("id")[2:] for s in tab.locator(".segment").all() if s.is_visible()]


@pytest.mark.browser
def test_filters_and_views_work_without_a_script(browser: Any, file: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(file.as_uri())
    assert len(shown(tab)) == 8
    tab.get_by_label("term broken").check(force=True)
    assert shown(tab) == [UNITS[2].key]
    tab.get_by_label("unread").check(force=True)
    assert shown(tab) == [UNITS[5].key, UNITS[6].key]
    tab.get_by_label("all", exact=False).first.check(force=True)
    first = tab.locator(".segment").first
    assert first.locator(".changes").is_visible()
    assert not first.locator(".sides").is_visible()
    tab.get_by_label("side by side").check(force=True)
    was, now = (first.locator(f".row > .{side}").bounding_box() for side in ("was", "is"))
    assert not first.locator(".changes").is_visible()
    assert was["y"] == now["y"]
    assert was["x"] < now["x"]
    tab.get_by_label("everything").check(force=True)
    assert first.locator(".changes").is_visible()
    assert first.locator(".row > .is").is_visible()
    context.close()


@pytest.mark.browser
def test_the_plain_view_has_a_line_for_what_was_and_one_for_what_is(browser: Any, file: Path) -> None:
    """Nothing is marked inside the lines, and a sentence that stayed stands there once."""
    tab = browser.new_page()
    tab.goto(file.as_uri())
    tab.get_by_label("plain", exact=True).check(force=True)
    rows = tab.locator(".segment:has(.changes ins) .row")
    for row in rows.all():
        was, now = row.locator(".was"), row.locator(".is")
        assert was.is_visible() == ("same" not in row.get_attribute("class"))
        assert now.is_visible()
    assert {t.evaluate("e => getComputedStyle(e).display") for t in tab.locator(".row .term").all()} == {
        "inline"
    }
    marks = "e => [getComputedStyle(e).textDecorationLine, getComputedStyle(e, '::before').content]"
    assert tab.locator(".row ins").first.evaluate(marks) == ["none", "none"]
    signs = [
        rows.first.locator(f".{s}").evaluate("e => getComputedStyle(e, '::before').content")
        for s in ("was", "is")
    ]
    assert [sign[1] for sign in signs] == ["−", "+"]
    tab.close()


@pytest.mark.browser
def test_what_nobody_changed_is_there_once_in_every_view(browser: Any, file: Path) -> None:
    tab = browser.new_page()
    tab.goto(file.as_uri())
    segment = tab.locator(f"#s-{UNITS[3].key}")
    for view in ("changes", "side by side", "plain", "everything"):
        tab.get_by_label(view, exact=True).check(force=True)
        seen = [part.text_content() for part in segment.locator("dt, dd").all() if part.is_visible()]
        assert seen == [
            *("Spanish", "Exigimos la debida diligencia."),
            *("English, as drafted", "We demand due diligence."),
        ]
    tab.close()


@pytest.mark.browser
def test_no_line_ends_with_the_sign_of_a_deletion(browser: Any, tmp_path: Path) -> None:
    """The sign keeps to the first word that went, however wide the page is."""
    words = " ".join(f"word{n}" for n in range(60))
    path = tmp_path / "signs.html"
    statement = edition(unit("x", ("draft", "m", words), ("edit", "t", re.sub(r"word\d*[05] ", "", words))))
    path.write_text(page(statement), "utf-8")
    tab = browser.new_page()
    tab.goto(path.as_uri())
    for width in range(380, 720, 20):
        tab.set_viewport_size({"width": width, "height": 800})
        pieces = tab.locator(".changes del").evaluate_all("all => all.map(e => e.getClientRects().length)")
        assert len(pieces) > 10
        assert set(pieces) <= {1, 2}
        narrow = tab.locator(".changes del").evaluate_all(
            "all => all.map(e => e.getClientRects()[0].width < 25)"
        )
        assert not any(narrow)
    tab.close()


@pytest.mark.browser
def test_a_script_explains_terms_beside_each_other(browser: Any, file: Path) -> None:
    tab = browser.new_page()
    tab.goto(file.as_uri())
    tab.get_by_label("side by side").check(force=True)
    term = tab.locator(".is .term", has_text="ternas").first
    assert term.get_attribute("title") is None
    term.hover()
    assert term.get_attribute("title").startswith("ternas, kept as it is (term). plain-clothes police groups")
    tab.close()


@pytest.mark.browser
def test_class_person_and_state_narrow_each_other_without_a_script(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "whole.html"
    path.write_text(whole(), "utf-8")
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(path.as_uri())
    assert tab.locator(".segment:visible").count() == 16
    tab.locator("details.more summary").click()
    tab.locator("#pick-class-term-fixed").check(force=True)
    assert tab.locator(".segment:visible").count() == 2
    tab.locator("#pick-in-2").check(force=True)
    assert tab.locator(".segment:visible").count() == 1
    tab.locator("#pick-state-draft").check(force=True)
    assert tab.locator(".segment:visible").count() == 0
    tab.locator("#class-all").check(force=True)
    assert tab.locator(".segment:visible").count() == 1
    assert not tab.locator("#find").is_visible()
    context.close()


@pytest.mark.browser
def test_a_script_finds_words_and_counts(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "whole.html"
    path.write_text(whole(), "utf-8")
    tab = browser.new_page()
    faults: list[str] = []
    tab.on("pageerror", lambda error: faults.append(str(error)))
    tab.goto(path.as_uri())
    tab.locator("details.more summary").click()
    assert tab.locator("#found").inner_text() == "16 of 16 segments"
    tab.keyboard.press("/")
    tab.keyboard.type("debida")
    assert tab.locator("#found").inner_text() == "2 of 16 segments"
    assert tab.locator(".segment:visible").count() == 2
    tab.keyboard.press("Tab")
    for choice in ("#show-fixed", "#show-broken", "#pick-in-2", "#show-all"):
        tab.locator(choice).check(force=True)
        seen = tab.locator(".segment:visible").count()
        assert tab.locator("#found").inner_text() == f"{seen} of 16 segments"
    assert seen == 1
    assert faults == []
    tab.close()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", ["changes", "side by side", "plain", "everything"])
def test_axe_finds_no_barrier(browser: Any, tmp_path: Path, scheme: str, view: str) -> None:
    """WCAG 2.2 A and AA, and axe's good practice, in every view, light and dark."""
    path = tmp_path / "whole.html"
    path.write_text(whole(), "utf-8")
    tab = browser.new_page(color_scheme=scheme)
    tab.goto(path.as_uri())
    tab.locator("details.more summary").click()
    tab.get_by_label(view, exact=True).check(force=True)
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    tab.evaluate(axe)
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = tab.evaluate("rules => axe.run(document, {runOnly: rules})", rules)
    assert len(found["passes"]) > 20
    assert [(v["id"], v["nodes"][0]["html"]) for v in found["violations"]] == []
    tab.close()


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_is_wider_than_the_screen(browser: Any, width: int, tmp_path: Path) -> None:
    """On a phone, too, and with a word that cannot be broken anywhere."""
    long = "x" * 300
    statement = edition(
        *UNITS, unit(long, ("draft", "apertium", long), ("edit", "translator", "https://a.example/" + long))
    )
    path = tmp_path / "wide.html"
    path.write_text(page(statement), "utf-8")
    tab = browser.new_page(viewport={"width": width, "height": 800})
    tab.goto(path.as_uri())
    for view in ("changes", "side by side", "plain", "everything"):
        tab.get_by_label(view, exact=True).check(force=True)
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
    tab.close()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_in_light_and_dark(browser: Any, file: Path, scheme: str) -> None:
    """Contrast of at least 4.5 to 1 (WCAG 2.2 AA) for changes, verdicts and small text."""
    tab = browser.new_page(color_scheme=scheme)
    tab.goto(file.as_uri())
    ratios = tab.evaluate(
        """() => {
        const channels = c => c.match(/[\\d.]+/g).map(Number);
        const light = c => { const [r, g, b] = channels(c).map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
            return .2126 * r + .7152 * g + .0722 * b; };
        const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
            const parts = channels(c); if (parts.length < 4 || parts[3] === 1) return c; } return 'rgb(255,255,255)'; };
        return ['ins', 'del', '.verdict', '.meta', '.texts dt', '.source dd', '.figures dt', '.controls label'].map(s => {
            const e = document.querySelector('.segment ' + s) || document.querySelector(s);
            const a = light(getComputedStyle(e).color), b = light(ground(e));
            return [s, (Math.max(a, b) + .05) / (Math.min(a, b) + .05)]; });
        }"""
    )
    assert not [pair for pair in ratios if pair[1] < 4.5]
    tab.close()


@pytest.mark.browser
def test_a_hostile_statement_runs_nothing(browser: Any, tmp_path: Path) -> None:
    statement = edition(unit(HOSTILE, ("draft", "m", HOSTILE), ("edit", "t", "x" + HOSTILE)), title=HOSTILE)
    path = tmp_path / "hostile.html"
    path.write_text(page(statement), "utf-8")
    tab = browser.new_page()
    said: list[str] = []
    tab.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(path.as_uri())
    tab.wait_for_timeout(200)
    assert said == []
    assert asked == [path.as_uri()]
    assert re.search("alert", tab.locator(".row .is").first.text_content())
    tab.close()


@pytest.mark.browser
def test_keyboard_reaches_the_filters(browser: Any, file: Path) -> None:
    tab = browser.new_page()
    tab.goto(file.as_uri())
    tab.locator("#show-all").focus()
    tab.keyboard.press("ArrowRight")
    assert tab.locator("#show-changed").is_checked()
    assert len(shown(tab)) == 5
    tab.close()
