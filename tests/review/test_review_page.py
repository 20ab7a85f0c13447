"""The page: one self-contained file with everything in it, safe against what texts hold."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

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
