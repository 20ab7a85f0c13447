"""What is told quickly is what the long way says: plain numbers, texts without units, translations without a change."""

from __future__ import annotations

from unittest import mock

from hypothesis import example, given, settings
from hypothesis import strategies as st

from translate_flow.language.numbers import Comparison, compare, digits, figures
from translate_flow.language.numbers import comparison as comparing
from translate_flow.language.numbers.digits import numbers
from translate_flow.language.numbers.tables import tables
from translate_flow.language.numbers.units import beside, units
from translate_flow.language.words import TextWords

SPANISH = (
    "a al de del en el la las los y o una un medio media mil millones por ciento km kg % S/ $ S/. mañana tarde h horas m. "
    "a. m. enero mayo lunes siglo XXI dos tres segunda tercio cientos años 68 90 1990 2023 41 7 10:30 1,500 2.5 12/01/2023 , . ( ) - –"
).split()
ENGLISH = (
    "the of in at and a an one half million percent per cent km miles $ US$ a.m. p.m. noon hours January May Monday century "
    "XXI two three second third hundreds years 68 90 1990 2023 41 7 10:30 1,500 2.5 01/12/2023 , . ( ) - –"
).split()


def texts(words: list[str]) -> st.SearchStrategy[str]:
    """Texts of such words, blanks between most of them."""
    pairs = st.tuples(st.sampled_from(words), st.sampled_from([" ", " ", " ", "", "-", "\n"]))
    return st.lists(pairs, max_size=14).map(lambda found: "".join(word + gap for word, gap in found))


@settings(max_examples=300)
@given(texts(SPANISH), texts(ENGLISH))
def test_plain_numbers_are_what_the_long_way_reads(spanish: str, english: str) -> None:
    for text, language in ((spanish, "es"), (english, "en")):
        known = tables(language)
        assert known is not None
        quick = list(numbers(text, known, TextWords(text)))
        with mock.patch.object(digits, "_is_plain", lambda *_: False):
            slow = list(numbers(text, known, TextWords(text)))
        assert quick == slow


@given(texts(SPANISH), texts(ENGLISH))
def test_figures_told_to_have_no_units_have_none(spanish: str, english: str) -> None:
    for text, language in ((spanish, "es"), (english, "en")):
        known, found = units(language), figures(text, language)
        near = known.near(found, TextWords(text))
        assert not any(beside(text, f.start, f.end, known)[0] for f in found if f.start not in near)


@settings(max_examples=300)
@example("", "century XXIthe")
@given(texts(SPANISH), texts(ENGLISH))
def test_translations_told_to_be_alike_are(spanish: str, english: str) -> None:
    """With everything compared the long way, nothing comes out that the quick way passes over."""
    languages = ("es", "en")
    found = figures(spanish, "es"), figures(english, "en")
    words = TextWords(spanish), TextWords(english)
    vocabulary = words[0].folded | {"-"}, words[1].folded | {"-"}
    quick = compare(spanish, english, languages, found, vocabulary, words)
    with mock.patch.object(comparing, "_alike", lambda *_: False):
        slow = compare(spanish, english, languages, found, vocabulary, words)
    assert quick == slow


PEOPLE = "41 18 7 dos muertos heridos mujeres hombres detenidos niñas y , . personas".split()
PERSONS = "41 18 7 two dead wounded women men detained girls and , . people".split()


@settings(max_examples=300)
@example("41 muertos y 18 heridos", "41 wounded and 18 dead")
@given(texts(PEOPLE), texts(PERSONS))
def test_people_told_not_to_be_exchanged_are_not(spanish: str, english: str) -> None:
    """Who counts only one kind of people, exchanges none."""
    found = figures(spanish, "es"), figures(english, "en")
    words = TextWords(spanish), TextWords(english)
    vocabulary = words[0].folded | {"-"}, words[1].folded | {"-"}
    quick = compare(spanish, english, ("es", "en"), found, vocabulary, words)
    with mock.patch.object(comparing, "may_count_others", lambda *_: True):
        assert quick == compare(spanish, english, ("es", "en"), found, vocabulary, words)


def test_most_translations_are_told_quickly() -> None:
    source, target = "El 5 de enero de 2023 murieron 17 personas.", "On January 5, 2023, 17 people died."
    found = figures(source, "es"), figures(target, "en")
    assert comparing._alike(*found)
    assert compare(source, target, ("es", "en"), found) == Comparison()
