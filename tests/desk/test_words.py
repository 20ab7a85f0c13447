"""The interface in another language: complete, true to its slots, and nothing left in English."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import polib
import pytest
from babel.messages.extract import extract_from_file
from playwright.sync_api import expect

import translate_flow.desk
import translate_flow.team
from translate_flow.desk.words import LANGUAGES, choose, script_messages
from translate_flow.model import ICONS

from .conftest import Desk, Visitor

Visit = Callable[..., Visitor]
DESK = Path(translate_flow.desk.__file__).parent
TEAM = Path(translate_flow.team.__file__).parent
SLOTS = re.compile(r"\{\w*\}|%\(\w+\)s")


def messages() -> Iterator[tuple[str, ...]]:
    """Every message of templates, code and scripts."""
    for path in [*(DESK / "templates").glob("*.html"), *(TEAM / "templates").glob("*.html")]:
        for _, found, _, _ in extract_from_file(
            "jinja2.ext:babel_extract", path, {"_": None, "ngettext": (1, 2)}
        ):
            yield (found,) if isinstance(found, str) else found
    for path in DESK.glob("*.py"):
        for _, found, _, _ in extract_from_file("python", path, {"say": None}):
            yield (found,)
    yield from ((m,) for m in script_messages())


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


def test_the_language_can_be_switched_and_stays(desk: Desk, visit: Visit) -> None:
    page = visit(desk).page
    page.click("[data-open=me]")
    page.select_option("#me-language", "es")
    with page.expect_navigation():
        page.click("#me button.primary")
    expect(page.locator("#add-title")).to_have_text("Añadir un comunicado", use_inner_text=True)
    page.goto(desk.editor())
    assert page.evaluate("document.documentElement.lang") == "es"


def test_dates_and_numbers_are_written_as_the_reader_writes_them(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    words = " ".join(["agua"] * 12345)
    desk = open_desk(statements={"largo": f"# Largo\n\n{words}.\n"})
    for locale, shown in (("en", "12,346"), ("es", "12.346")):
        page = visit(desk, locale=locale).page
        page.wait_for_selector("dl.totals data, dl.facts data")
        assert page.inner_text("dl.totals data, dl.facts data") == shown


def test_scripts_show_the_signs_of_the_states() -> None:
    """A script cannot ask the program for them, so it has its own copy."""
    said = (DESK / "static" / "says.js").read_text("utf-8")
    own = re.search(r"ICONS = \{([^}]*)\}", said)
    assert own is not None
    assert dict(re.findall(r"(\w+): '(.)'", own[1])) == ICONS


def test_every_output_is_called_by_words_where_it_is_chosen() -> None:
    """Not by its code, such as `page-pdf`."""
    from translate_flow.outputs import OUTPUTS

    page = (DESK / "templates" / "bits.html").read_text("utf-8")
    assert [kind for kind in OUTPUTS if f'"{kind}": _(' not in page] == []


def test_what_somebody_did_is_said_by_words_of_its_own() -> None:
    """English has one word for “Rosa approved” and “is approved”; a language that bends verbs has two."""
    script = (DESK / "static" / "says.js").read_text("utf-8")
    deeds = set(re.findall(r"_\('([^']+)'\)", script.split("DEEDS = {")[1].split("};")[0]))
    others = re.sub(r"DEEDS = \{.*?\};", "", script, flags=re.DOTALL)
    for path in [*(DESK / "static").glob("*.js"), *(DESK / "templates").glob("*.html")]:
        others += path.read_text("utf-8") if path.name != "says.js" else ""
    said = {m for m in deeds if f"_('{m}')" in others or f'_("{m}")' in others}
    assert said == {"kept as it is"}  # nobody did that: it is so in every language
    assert {"approved it", "confirmed"} <= deeds
