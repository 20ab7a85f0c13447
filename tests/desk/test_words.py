"""The interface in another language: complete, true to its slots, and nothing left in English."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import polib
import pytest
from babel.messages.extract import extract_from_file
from hypothesis import given
from hypothesis import strategies as st

import translate_flow.desk
from translate_flow import checks
from translate_flow.desk.sentences import SENTENCES
from translate_flow.desk.words import LANGUAGES, choose, script_messages, tongue
from translate_flow.workspace import Workspace

from .conftest import Desk, Visitor
from .test_axe import lively

Visit = Callable[..., Visitor]
DESK = Path(translate_flow.desk.__file__).parent
SLOTS = re.compile(r"\{\w*\}|%\(\w+\)s")


def messages() -> Iterator[tuple[str, ...]]:
    """Every message of templates, code, scripts, and of other parts of the program."""
    for path in (DESK / "templates").glob("*.html"):
        for _, found, _, _ in extract_from_file(
            "jinja2.ext:babel_extract", path, {"_": None, "ngettext": (1, 2)}
        ):
            yield (found,) if isinstance(found, str) else found
    for path in DESK.glob("*.py"):
        for _, found, _, _ in extract_from_file("python", path, {"say": None}):
            yield (found,)
    yield from ((m,) for m in (*script_messages(), *SENTENCES))


OTHERS = [tag for tag in LANGUAGES if tag != "en"]


@pytest.fixture(params=OTHERS)
def catalogue(request: pytest.FixtureRequest) -> polib.POFile:
    """Each catalogue of the interface."""
    place = files("translate_flow").joinpath("locale", request.param, "LC_MESSAGES", "translate_flow.po")
    return polib.pofile(place.read_text("utf-8"))


def test_every_message_is_translated_and_none_is_left_over(catalogue: polib.POFile) -> None:
    wanted = {m[0] for m in messages()}
    assert {e.msgid for e in catalogue} == wanted
    assert not catalogue.untranslated_entries() and not catalogue.fuzzy_entries()


def test_translations_have_the_slots_of_their_messages(catalogue: polib.POFile) -> None:
    for entry in catalogue:
        for text in entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]:
            wanted = SLOTS.findall(entry.msgid)
            if "{}" in wanted:
                assert SLOTS.findall(text) <= wanted, entry.msgid  # a hint may leave the last ones out
            else:
                assert sorted(SLOTS.findall(text)) == sorted(wanted), entry.msgid


def test_every_check_can_be_told() -> None:
    assert {c.description for c in checks.load()} <= set(SENTENCES)


@pytest.mark.parametrize("check", [c for c in checks.load() if c.example], ids=lambda c: c.rule)
def test_findings_of_the_examples_are_told_in_spanish(check: checks.Check) -> None:
    from translate_flow.desk.views import finding_view
    from translate_flow.model import Finding

    spanish = tongue("es")
    found = finding_view(Finding(check.rule, check.severity, "k", "a message nobody knows of"), spanish)
    assert found["message"] == spanish.say(check.description) != check.description


def test_a_sentence_with_names_is_told_by_its_pattern() -> None:
    told = tongue("es").told("The source has “17”, the translation “71”.")
    assert told == "El original tiene “17”, la traducción “71”."
    assert (
        tongue("en").told("The source has “17”, the translation “71”.")
        == "The source has “17”, the translation “71”."
    )


@given(st.text(max_size=200))
def test_any_text_can_be_told(text: str) -> None:
    assert isinstance(tongue("es").told(text), str)


CHOICES = {
    "": "en",
    "es": "es",
    "es-PE,es;q=0.9,en;q=0.8": "es",
    "en-GB,es;q=0.5": "en",
    "qu,es;q=0.3": "es",
    "fr": "en",
    "es;q=0,en": "en",
    "*": "en",
    ";;,q": "en",
}


@pytest.mark.parametrize("accepted", CHOICES)
def test_the_browser_chooses_the_language(accepted: str) -> None:
    assert choose(accepted) == CHOICES[accepted]
    assert choose(accepted, "es") == "es"


ENGLISH = """(known) => {
  const said = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const own = document.documentElement.lang;
  for (let n = walker.nextNode(); n; n = walker.nextNode()) {
    const e = n.nodeType === 3 ? n.parentElement : n;
    if (e.closest('script, template') || e.closest('[lang]').lang !== own) continue;
    if (n.nodeType === 3) said.push(n.data);
    else for (const a of ['title', 'aria-label', 'placeholder', 'data-empty']) if (e.hasAttribute(a)) said.push(e.getAttribute(a));
  }
  said.push(document.title);
  return said.map(s => s.trim()).filter(s => s && known.some(k => new RegExp(k).test(s)));
}"""


def english() -> list[str]:
    """Patterns of the English messages that are said otherwise in Spanish."""
    spanish = tongue("es")
    found = []
    for message in {part for m in messages() for part in m}:
        if spanish.say(message) != message or "%(num)s" in message:
            fixed = [re.escape(p) for p in SLOTS.split(message)]
            if any(len(re.findall(r"[A-Za-z]{2,}", p)) for p in SLOTS.split(message)):
                found.append("^" + ".+?".join(fixed) + "$")
    return found


def test_a_browser_set_to_spanish_gets_pages_wholly_in_spanish(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk(lively)
    visitor = visit(desk, locale="es-PE")
    page, known = visitor.page, english()
    page.wait_for_selector(".findings .count")
    assert page.evaluate("document.documentElement.lang") == "es"
    assert page.evaluate(ENGLISH, known) == []
    page.goto(desk.editor())
    page.wait_for_selector("html[data-ready]")
    for place in range(3):
        page.click(f"#list li:nth-child({place + 1}) a")
        page.wait_for_selector(".term-row")
        page.wait_for_timeout(300)
        assert page.evaluate(ENGLISH, known) == []
    page.click("[data-open=keys]")
    assert page.evaluate(ENGLISH, known) == []
    page.keyboard.press("Escape")
    page.keyboard.insert_text("Mío")
    from .conftest import write

    write(Workspace.load(desk.root), {2: "Theirs"}, "Berta")
    page.wait_for_selector("#conflict:not([hidden])")
    assert page.evaluate(ENGLISH, known) == []
    page.goto(desk.editor().replace("/s/", "/review/") + "?show=all")
    page.wait_for_selector(".item")
    assert page.evaluate(ENGLISH, known) == []
    page.goto(f"{desk.url}/nothing")
    assert page.evaluate(ENGLISH, known) == []
    visitor.calm()


def test_the_language_can_be_switched_and_stays(desk: Desk, visit: Visit) -> None:
    page = visit(desk).page
    page.click("[data-open=me]")
    page.select_option("#me-language", "es")
    with page.expect_navigation():
        page.click("#me button.primary")
    assert page.inner_text("#add-title") == "Añadir un comunicado"
    page.goto(desk.editor())
    assert page.evaluate("document.documentElement.lang") == "es"


def test_dates_and_numbers_are_written_as_the_reader_writes_them(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    words = " ".join(["agua"] * 12345)
    desk = open_desk(statements={"largo": f"# Largo\n\n{words}.\n"})
    for locale, shown in (("en", "12,346"), ("es", "12.346")):
        page = visit(desk, locale=locale).page
        page.wait_for_selector("dl.facts data")
        assert page.inner_text("dl.facts data") == shown
