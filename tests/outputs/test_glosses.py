"""What the glossary has on a statement's words, in all that shows both languages side by side."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from markupsafe import Markup

from translate_flow.flow.build import Built, build
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.statement.events import event
from translate_flow.flow.statement.work import Work
from translate_flow.model import Match, Term
from translate_flow.typeset.glosses import with_hints
from translate_flow.workspace import Workspace

GLOSSARY = (
    "es,en,kind,policy,gloss_en\n"
    "Red Ayni,,organisation,gloss,network of water users\n"
    "bofedal,wetland,term,translate,\n"
    "Junín,,region,keep,\n"
)
TEXT = "# El bofedal\n\nLa **Red Ayni** cuida cada bofedal de Junín. La Red Ayni <no> cede.\n"
ENGLISH = {
    0: "The wetland",
    1: "**Red Ayni** (network of water users) cares for each wetland in Junín. Red Ayni does <no> not yield.",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    home = tmp_path_factory.mktemp("glosses") / "w"
    init(home, "es", ("en",))
    (home / "glossary" / "nombres.csv").write_text(GLOSSARY, "utf-8")
    (home / "statements" / "agua.es.md").write_text(TEXT, "utf-8")
    workspace = Workspace.load(home)
    add(workspace, [home / "statements" / "agua.es.md"], ["en"])
    Work.open(workspace, "agua", "en").change(
        lambda now: [event("edit", u, "Ana", ENGLISH[at]) for at, u in enumerate(now.units)]
    )
    wanted = ["bilingual", "bilingual-docx", "bilingual-txt", "bilingual-pdf"]
    (one,) = build(workspace, ["agua"], "en", wanted, with_errors=True)
    return one


def test_a_term_says_what_it_means_where_it_stands(built: Built) -> None:
    page = (built.folder / "bilingual.html").read_text("utf-8")
    hints = re.findall(r'<abbr class="term" title="([^"]*)">([^<]*)</abbr>', page)
    assert hints == [
        ("wetland", "bofedal"),
        ("network of water users", "Red Ayni"),
        ("wetland", "bofedal"),
        ("network of water users", "Red Ayni"),
    ], "on a name kept as it is there is nothing to say"


def test_all_terms_stand_in_a_list_below_the_text(built: Built) -> None:
    page = (built.folder / "bilingual.html").read_text("utf-8")
    listed = re.findall(
        r"<dt[^>]*>([^<]*)</dt><dd[^>]*>(.*?)</dd>", page[page.index('<section class="terms"') :]
    )
    assert listed == [
        ("bofedal", "wetland"),
        ("Red Ayni", 'Red Ayni <span class="soft">(network of water users)</span>'),
        ("Junín", "Junín"),
    ]
    assert (
        (built.folder / "aligned.txt")
        .read_text("utf-8")
        .endswith(
            "Names and terms\nbofedal = wetland\nRed Ayni = Red Ayni (network of water users)\nJunín = Junín\n"
        )
    )
    with zipfile.ZipFile(io.BytesIO((built.folder / "bilingual.docx").read_bytes())) as word:
        text = re.sub(r"<[^>]+>", "|", word.read("word/document.xml").decode())
    assert re.search(r"Names and terms\|.*\|bofedal\|+wetland\|", text)


def test_a_hint_touches_neither_markup_nor_parts_of_words() -> None:
    matches = [Match(Term("red", "network"), 0, 3, "red"), Match(Term("a<b", 'x "y"'), 0, 3, "a<b")]
    html = Markup('<a href="red">redes</a> red a&lt;b')
    assert with_hints(html, matches) == (
        '<a href="red">redes</a> <abbr class="term" title="network">red</abbr> '
        '<abbr class="term" title="x &#34;y&#34;">a&lt;b</abbr>'
    ).replace("&#34;", "&quot;")
