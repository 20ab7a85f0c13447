"""What the rest of the program says, said in Spanish: every finding, every error a page can show."""

from __future__ import annotations

import os
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.test_cases import Case, cases
from tests.checks.test_cases import findings as findings_of
from tests.growth import grows_too_fast
from translate_flow.desk.sentences import Sentences
from translate_flow.desk.views import finding_view
from translate_flow.desk.words import LANGUAGES, PROGRAM, catalogue_of, locale_of
from translate_flow.glossary import Glossary
from translate_flow.model import Finding, Severity
from translate_flow.pages import language

from .said import PACKAGE, errors_said, source

OTHERS = [tag for tag in LANGUAGES if tag != "en"]
QUOTED = re.compile(r"“[^”]*”?|'[^']*'")
ENGLISH = re.compile(
    r"\b(?:the|and|not|with|write|this|that|its|there|here|is|are|once|times|yet|cannot|be|another)\b", re.I
)
ADJACENT = re.compile(r"\{\} ?\{\}")
SYSTEM = "what the operating system says"


def left_in_english(template: str, told: str) -> list[str]:
    """Runs of words of the English that stand in the translation still."""
    runs = re.findall(r"[A-Za-z][a-z]+(?: [A-Za-z][a-z]+)+", template.replace("{}", "|"))
    return [run for run in runs if run in told and ENGLISH.search(run)]


@pytest.mark.parametrize("tag", OTHERS)
def test_every_error_and_finding_can_be_said(tag: str) -> None:
    other = locale_of(tag)
    unsaid = []
    for template in sorted(set(errors_said())):
        if ADJACENT.search(template):
            continue  # what stands there can be more than one thing; the checks' cases show it
        said = template.replace("{}", "“7”")
        told = other.translate(said)
        if told == said or left_in_english(template, told):
            unsaid.append(template)
    assert unsaid == [], f"write these into {PROGRAM}.po"


def test_the_sentences_are_read_from_the_source() -> None:
    """The reader of the source sees what one knows to be there."""
    found = set(errors_said())
    assert "the comment is empty" in found and "{}: holds no text to translate" in found
    assert "{}: cannot be read: {}" in found and "no engine can run here" in found
    assert not any("--name" in t for t in found)


@pytest.mark.parametrize("tag", OTHERS)
def test_no_sentence_is_left_over(tag: str) -> None:
    """Each word of each English sentence stands somewhere in the program; the system's own stand in it."""
    words = set(re.findall(r"[A-Za-z]+", source()))
    system = {os.strerror(n) for n in range(1, 140)}
    for entry in catalogue_of(tag, PROGRAM):
        assert entry.msgstr, entry.msgid
        assert entry.msgid.count("{}") >= len(re.findall(r"\{\d*\}", entry.msgstr)), entry.msgid
        if entry.comment == SYSTEM:
            assert entry.msgid in system, entry.msgid
        else:
            assert set(re.findall(r"[A-Za-z]+", entry.msgid)) <= words, entry.msgid


@pytest.mark.parametrize(
    "case", [c for c in cases() if c.severity != "-"], ids=lambda c: f"{c.rule} {c.target[:30]}"
)
def test_findings_are_told_wholly_in_spanish(case: Case) -> None:
    for finding in findings_of(case.rule, case.source, case.target):
        seen = finding_view(finding, locale_of("es"))
        assert finding_view(finding, locale_of("en"))["message"] == str(finding.message)
        for english, told in ((str(finding.message), seen["message"]), (str(finding.hint), seen["hint"])):
            assert told != english or not english
            assert not ENGLISH.search(QUOTED.sub("", told)), told
            for words in re.findall(r"“\w[^”“]*”", english):
                assert words in told, "the text's own words stay as they are"


def test_the_plain_text_of_a_third_partys_check_is_shown_as_it_is() -> None:
    told = finding_view(
        Finding("their-rule", Severity.ERROR, "k", "A message nobody knows."), locale_of("es")
    )
    assert told["message"] == "A message nobody knows."


SAID = {
    "same text, from carta 3f9a (approved by Ana, 2024-05-01); 2 other translations of it in the memory": "el mismo texto, de carta 3f9a (aprobado por Ana, 2024-05-01); hay otras 2 traducciones suyas en la memoria",
    "certain, merged from 2 paragraphs": "seguro, unido de 2 párrafos",
    "Ana's own words, which stay.": "Ana's own words, which stay.",
    "": "",
}


@pytest.mark.parametrize("english", SAID)
def test_sentences_within_sentences(english: str) -> None:
    assert locale_of("es").translate(english) == SAID[english]
    assert locale_of("en").translate(english) == english


def test_slots_may_change_places() -> None:
    other = Sentences({"{} by {}": "{1}: {0}"})
    assert other.told("7 by {}") == "{}: 7"


@given(
    st.text(max_size=300)
    | st.lists(st.sampled_from(["{}", ": ", "; ", "write ", "“", "”", ".", "x"])).map("".join)
)
def test_any_text_can_be_told(text: str) -> None:
    assert isinstance(locale_of("es").translate(text), str)


def test_long_texts_with_many_places_to_divide_take_no_time() -> None:
    for unit in ("x: ", "a; ", "; x: ", "{}: {} of {} segments are not "):
        assert not grows_too_fast(
            locale_of("es").translate, lambda size, unit=unit: (unit * size)[:size], 500
        )  # type: ignore[misc]


def test_kinds_of_terms_and_languages_have_names() -> None:
    glossary = Glossary.load(sorted((PACKAGE.parent / "glossary").glob("*.csv")))
    kinds = {term.kind for term in glossary.terms if term.kind}
    assert kinds and [k for k in sorted(kinds) if locale_of("es").translate(k) == k] == []
    for tag in ("es", "en", "fr", "pt", "de"):
        assert locale_of("es").translate(language(tag)) != language(tag)
