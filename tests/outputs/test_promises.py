"""What every output promises: nothing dropped, machine text marked, hostile text harmless, same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from translate_flow import outputs
from translate_flow.errors import BuildError
from translate_flow.language import knowledge
from translate_flow.model import CONFIRMED, Kind, State
from translate_flow.typeset.aligned import pairs
from translate_flow.typeset.escaped import escaped
from translate_flow.typeset.layout import inline_html

from .editions import case, made, read

PAGES = ("page-html", "page-md", "bilingual", "interleaved", "bilingual-txt", "md", "html", "txt")
BOTH = ("page-html", "page-md", "bilingual", "interleaved", "bilingual-txt")
"""Those that hold the original too."""
HTML = ("page-html", "html", "bilingual", "interleaved")
HOSTILE = (
    "<script>alert(1)</script>",
    "]]> & \"quoted\" 'text' </style></title>",
    '<img src="https://example.org/x.png" onerror="alert(1)">',
    "[click](javascript:alert(1)) ![pixel](https://example.org/pixel.gif)",
    "<b>bold <i>crossed</b></i> <iframe src=//example.org></iframe>",
    "text<!-- comment -->\n<style>*{display:none}</style>",
)


class _Tags(HTMLParser):
    """Collects elements and attributes as a browser would see them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _parsed(page: bytes) -> _Tags:
    tags = _Tags()
    tags.feed(page.decode())
    tags.close()
    return tags


def _harmless(page: bytes) -> None:
    tags = _parsed(page)
    names = [tag for tag, _ in tags.found]
    assert not {"script", "img", "iframe", "object", "embed", "link", "form", "svg", "base"} & set(names)
    assert names.count("style") == 1 and names.count("title") == 1
    for _, attributes in tags.found:
        assert not [name for name in attributes if name.startswith("on") or name == "src"]
        assert (
            not (attributes.get("href") or "")
            .strip()
            .lower()
            .startswith(("javascript:", "data:", "vbscript:"))
        )


@pytest.mark.parametrize("output", list(outputs.OUTPUTS))
def test_the_same_edition_gives_the_same_bytes(output: str) -> None:
    make = outputs.load(output).make
    assert make(case("aviso")) == make(case("aviso"))


@pytest.mark.parametrize("output", PAGES)
@pytest.mark.parametrize("state", [s for s in State if s not in CONFIRMED])
def test_unconfirmed_text_is_marked_in_every_page(output: str, state: State) -> None:
    page = outputs.load(output).make(made([(Kind.PARAGRAPH, state, "Una frase.", "A sentence.")])).decode()
    words = {State.DRAFT: "machine", State.STALE: "source changed", State.MISSING: "not translated"}
    assert "not been confirmed by a person" in page.replace("\n", " ").lower()
    assert words[state] in re.sub(r"(?s)<style>.*?</style>", "", page)
    assert ("A sentence." in page) is (state is not State.MISSING)
    if output in BOTH:
        assert "Una frase." in page


@pytest.mark.parametrize("output", ["tsv", "jsonl", "tmx"])
@pytest.mark.parametrize("state", list(State))
def test_aligned_data_names_the_state_of_each_pair(output: str, state: State) -> None:
    data = outputs.load(output).make(made([(Kind.PARAGRAPH, state, "Una frase.", "A sentence.")])).decode()
    shape = {
        "tsv": f"\t{state}\t",
        "jsonl": f'"state": "{state}"',
        "tmx": f'<prop type="x-state">{state}</prop>',
    }
    assert shape[output] in data


@pytest.mark.parametrize("output", PAGES)
def test_confirmed_text_bears_no_mark(output: str) -> None:
    page = outputs.load(output).make(case("llano")).decode()
    assert "not reviewed" not in re.sub(r"(?s)<style>.*?</style>", "", page).lower()


@pytest.mark.parametrize("output", ["page-html", "bilingual", "interleaved"])
def test_figures_that_are_no_segments_stay_in_the_page(output: str) -> None:
    """A death toll that stands alone in a cell or line is not translated, but never lost."""
    page = outputs.load(output).make(case("aviso"))
    cells = re.findall(rb'<(?:td|span)[^>]*(?:text-align|class="cell")[^>]*>(\d)<', page)
    # What is the same in both languages is given once where they are in turn.
    times = 1 if output == "interleaved" else 2
    assert cells.count(b"3") == cells.count(b"1") == times
    assert _parsed(outputs.load(output).make(case("llano"))).words.count("41") == times


def test_figures_that_are_no_segments_stay_in_the_markdown_page() -> None:
    assert outputs.load("page-md").make(case("aviso")).count(b"| 3 |") == 2
    assert outputs.load("page-md").make(case("llano")).count(b"\n\n41\n\n") == 2


def test_every_unit_stands_in_exactly_one_pair() -> None:
    edition = case("aviso")
    keys = [unit.key for pair in pairs(edition) for unit in pair.units]
    assert sorted(keys) == sorted(unit.key for unit in edition.units)


def test_a_footnote_nobody_refers_to_any_more_is_kept() -> None:
    rows = [(State.APPROVED, "A sentence."), (State.APPROVED, "The note.")]
    edition = read(b"Una frase.[^1]\n\n[^1]: La nota.\n", "a.es.md", rows)
    for output in PAGES:
        assert b"The note." in outputs.load(output).make(edition)


def test_a_title_from_the_front_matter_heads_the_page() -> None:
    edition = read(
        b"---\ntitle: El aviso\n---\n\nUna frase.\n",
        "a.es.md",
        [(State.APPROVED, "The notice"), (State.APPROVED, "One.")],
    )
    assert b"<h1>The notice</h1>" in outputs.load("page-html").make(edition)
    assert outputs.load("page-md").make(edition).startswith(b"# The notice\n\nOne.\n")
    assert b"The notice" in outputs.load("bilingual").make(edition)


def test_a_source_in_another_encoding_is_no_hindrance() -> None:
    data = "# Señal\r\n\r\nUna frase “útil”.\r\n".encode("cp1252")
    edition = read(data, "a.es.md", [(State.APPROVED, "Signal — ☞"), (State.APPROVED, "A “useful” one →")])
    assert "Signal — ☞" in outputs.load("page-md").make(edition).decode()
    assert "Señal" in outputs.load("page-html").make(edition).decode()


@pytest.mark.parametrize("form", ["plain", "markdown"])
@pytest.mark.parametrize("output", HTML)
def test_hostile_text_is_shown_not_obeyed(form: str, output: str) -> None:
    rows = [(kind, State.APPROVED, text, text) for kind, text in zip(Kind, HOSTILE, strict=False)]
    _harmless(outputs.load(output).make(made(rows, form)))


WORSE = (
    *HOSTILE,
    "=cmd|' /C calc'!A0",
    "41 \u202e14 dichos \u2066uno",
    "\x00\x07\x1b[31m \ufffe\ufdd0 9\ufdd1 x\ufdd2a)\ufdd3",
    "a" * 5000,
)


@pytest.mark.parametrize("form", ["plain", "markdown"])
@pytest.mark.parametrize("output", ["docx", "odt", "epub", "page-docx", "bilingual-docx", "interleaved-docx"])
def test_hostile_text_leaves_documents_well_formed(form: str, output: str) -> None:
    rows = [(kind, State.APPROVED, text, text) for text in WORSE for kind in (Kind.PARAGRAPH, Kind.ITEM)]
    with zipfile.ZipFile(io.BytesIO(outputs.load(output).make(made(rows, form)))) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels", ".xhtml", ".opf")):
                root = etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False))
                assert not list(root.iter("{*}script", "{*}iframe", "{*}img"))
                targets = [
                    str(value)
                    for node in root.iter()
                    for key, value in node.attrib.items()
                    if key in ("Target", "href", "{http://www.w3.org/1999/xlink}href")
                ]
                assert not [
                    target
                    for target in targets
                    if target.lower().startswith(("javascript", "data", "vbscript"))
                ]


@pytest.mark.parametrize("form", ["plain", "markdown"])
def test_hostile_text_leaves_a_fragment_harmless(form: str) -> None:
    rows = [(kind, State.APPROVED, text, text) for kind, text in zip(Kind, WORSE, strict=False)]
    tags = _parsed(outputs.load("fragment").make(made(rows, form)))
    assert not {"script", "img", "iframe", "style", "form"} & {name for name, _ in tags.found}
    assert not [
        n for _, attributes in tags.found for n in attributes if n.startswith("on") or n in ("class", "src")
    ]


@pytest.mark.parametrize("output", ["html", "md", "txt", "fragment"])
def test_nothing_turns_the_order_of_what_is_published(output: str) -> None:
    """An override would have 41 read as 14 (UTR 36, 2.10)."""
    rows = [(Kind.PARAGRAPH, State.APPROVED, "Murieron 41.", "The dead: \u202e41\u202c, \u2067so\u2069.")]
    page = outputs.load(output).make(made(rows)).decode()
    assert "\u202e" not in page and "41" in page


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_plain_text_reads_as_it_was_written(text: str) -> None:
    page = outputs.load("page-html").make(made([(Kind.PARAGRAPH, State.APPROVED, "Uno.", text)]))
    assert " ".join(text.split()) in " ".join("".join(_parsed(page).words).split())


def test_hostile_text_in_a_markdown_file_is_harmless_too() -> None:
    data = (
        "# Uno\n\n<script>alert(1)</script>\n\n" + "\n\n".join(f"Dos {n}." for n in range(len(HOSTILE)))
    ).encode()
    texts = ["One", *(text.replace("\n", " ") for text in HOSTILE)]
    edition = read(data, "a.es.md", [(State.DRAFT, text) for text in texts])
    for output in HTML:
        _harmless(outputs.load(output).make(edition))


@pytest.mark.parametrize("output", HTML)
def test_names_of_statements_and_people_are_escaped(output: str) -> None:
    edition = case("aviso")
    evil = "<script>x</script>"
    units = tuple(replace(u, events=tuple(replace(e, by=evil) for e in u.events)) for u in edition.units)
    edition = replace(edition, document=replace(edition.document, name=evil), units=units, source_path=evil)
    _harmless(outputs.load(output).make(edition))


def test_directions_and_languages_are_told() -> None:
    edition = made([(Kind.PARAGRAPH, State.MISSING, "Una frase.", "")], target="ar")
    page = outputs.load("page-html").make(edition).decode()
    assert '<html lang="ar" dir="rtl">' in page
    assert '<span lang="es" dir="ltr">Una frase.</span>' in page
    pair = (
        outputs.load("bilingual")
        .make(made([(Kind.PARAGRAPH, State.DRAFT, "Una.", "x")], target="ar"))
        .decode()
    )
    assert 'lang="ar" dir="rtl"' in pair and 'lang="es" dir="ltr"' in pair


@pytest.mark.parametrize(
    ("target", "spoken", "head", "below"),
    [
        ("fr", "fr", "Traduction en français", "Original en espagnol"),
        ("pt-BR", "pt", "Tradução para o português (Brasil)", "Original em espanhol"),
        ("de", "de", "Übersetzung (Deutsch)", "Original (Spanisch)"),
        ("qu", "en", "Quechua translation", "Spanish original"),
    ],
)
def test_a_page_speaks_the_language_of_its_readers_or_english(
    target: str, spoken: str, head: str, below: str
) -> None:
    page = (
        outputs.load("page-html")
        .make(made([(Kind.PARAGRAPH, State.DRAFT, "Una frase.", "x")], target=target))
        .decode()
    )
    assert head in page and below in page
    assert f'class="overline" lang="{spoken}"' in page
    assert ('lang="en"' in page) == (spoken == "en")
    assert ("machine translation" in page) == ("Not reviewed." in page) == (spoken == "en")
    markdown = outputs.load("page-md").make(
        made([(Kind.PARAGRAPH, State.APPROVED, "Una.", "x")], target=target)
    )
    assert f"## {below}" in markdown.decode()


def test_each_language_that_pages_speak_has_all_their_words() -> None:
    english = knowledge.of("en").table("page").keys()
    spoken = [tag for tag in knowledge.known() if knowledge.of(tag).table("page")]
    assert len(spoken) >= 7
    for tag in spoken:
        assert knowledge.of(tag).table("page").keys() == english, tag


@pytest.mark.parametrize("output", list(outputs.OUTPUTS))
def test_an_empty_statement_is_no_hindrance(output: str) -> None:
    assert outputs.load(output).make(made([])) is not None


_SIGNS = st.text(st.sampled_from("ab1 .)(*_`~#>+-=|\\<>&;[]!:/\n\"'é\ufdd0"), max_size=40)


@given(_SIGNS)
@settings(max_examples=300, deadline=None)
def test_plain_text_reads_the_same_as_markdown(text: str) -> None:
    """Law: Markdown of an escaped text, rendered, is the text (white space apart)."""
    edition = made([(Kind.PARAGRAPH, State.APPROVED, text, text)])
    tags = _Tags()
    tags.feed(inline_html(edition, text).replace("<br>", "\n"))
    tags.close()
    assert "".join("".join(tags.words).split()) == "".join(text.split())


@given(_SIGNS)
@settings(max_examples=200, deadline=None)
def test_an_escaped_paragraph_stays_a_paragraph(text: str) -> None:
    """Law: no plain text becomes a heading, list, table, quotation or rule, wherever it stands."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table")
    kinds = [token.type for token in parser.parse(f"x\n\n{escaped(text)}\n\ny")]
    assert set(kinds) == {"paragraph_open", "inline", "paragraph_close"}


@given(
    st.lists(
        st.tuples(st.sampled_from(list(Kind)), st.sampled_from(list(State)), _SIGNS), min_size=1, max_size=5
    )
)
@settings(max_examples=60, deadline=None)
def test_no_text_makes_a_page_unsafe(rows: list[tuple[Kind, State, str]]) -> None:
    for form in ("plain", "markdown"):
        edition = made([(kind, state, text or "x", text) for kind, state, text in rows], form)
        for output in HTML:
            _harmless(outputs.load(output).make(edition))


@given(_SIGNS.filter(str.strip))
@settings(max_examples=60, deadline=None)
def test_no_translation_of_a_markdown_file_makes_a_page_unsafe(text: str) -> None:
    edition = read(b"# Uno\n\n- dos\n\n> tres\n", "a.es.md", [(State.DRAFT, text)] * 3)
    for output in HTML:
        try:
            page = outputs.load(output).make(edition)
        except BuildError as error:
            assert str(error).startswith("a")
        else:
            _harmless(page)
