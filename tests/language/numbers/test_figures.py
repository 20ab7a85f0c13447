"""Numbers, dates and times are read alike in Spanish and English, in digits and in words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate_flow.language.numbers import figures, unmatched

READINGS = [
    ("es", "1.234,56", {"1234.56"}),
    ("es", "1,234.56", {"1234.56"}),
    ("es", "1.500", {"1500"}),
    ("es", "1,500", {"1500", "1.5"}),
    ("es", "1 500 000", {"1500000"}),
    ("es", "2.5", {"2.5"}),
    ("es", "0,125", {"0.125"}),
    ("es", "2,50", {"2.5"}),
    ("en", "1,234.56", {"1234.56"}),
    ("en", "1.234,56", {"1.234,56"}),
    ("en", "1,500", {"1500"}),
    ("en", "1.500", {"1.5"}),
    ("en", "2,5", {"2.5"}),
    ("en", "4.2.1", {"4.2.1"}),
    ("es", "2,5 millones", {"2500000"}),
    ("es", "780 mil millones", {"780000000000"}),
    ("es", "780 miles de millones", {"780000000000"}),
    ("es", "seis miles de millones", {"6000000000"}),
    ("es", "55 mil 053", {"55053"}),
    ("en", "2.5 million", {"2500000"}),
    ("en", "1.2bn", {"1200000000"}),
    ("en", "800m", {"800", "800000000"}),
    ("en", "47 thousand million", {"47000000000"}),
    ("es", "10:30", {"t10:30", "t22:30"}),
    ("es", "22:15", {"t22:15"}),
    ("es", "10.30 h", {"t10:30", "t22:30", "10.3"}),
    ("es", "15 horas", {"t15:00", "15"}),
    ("es", "3 de la tarde", {"t15:00"}),
    ("en", "10:30 a.m.", {"t10:30"}),
    ("en", "3 p.m.", {"t15:00"}),
    ("es", "cuarenta y uno", {"41"}),
    ("es", "veintitrés", {"23"}),
    ("es", "dos mil veintitrés", {"2023"}),
    ("es", "mil millones", {"1000000000"}),
    ("en", "forty-one", {"41"}),
    ("en", "a hundred and five", {"105"}),
    ("en", "twenty-five hundred", {"2500"}),
    ("en", "two decades", {"2", "20"}),
    ("es", "siglo XXI", {"21"}),
    ("en", "1990s", {"1990", "90"}),
    ("es", "N.º 30364", {"30364"}),
    ("es", "1.º", {"1"}),
]


@pytest.mark.parametrize(
    ("language", "text", "readings"), READINGS, ids=lambda v: v if isinstance(v, str) else ",".join(sorted(v))
)
def test_readings(language: str, text: str, readings: set[str]) -> None:
    """A figure means what its language says, and more than one thing where the language leaves it open."""
    assert [set(f.readings) for f in figures(text, language) if f.certain] == [readings]


NONE = [
    "por ciento",
    "Diego y Ana",
    "la segunda vez",
    "una mujer",
    "el medio ambiente",
    "I may go",
    "CD, DVD",
]


@pytest.mark.parametrize("text", NONE)
def test_ordinary_words_are_no_certain_figures(text: str) -> None:
    """Words that only look like numbers ask for no counterpart."""
    language = "en" if text.startswith(("I ", "CD")) else "es"
    assert [f for f in figures(text, language) if f.certain] == []


SEPARATE = [
    ("es", "treinta dos", ["treinta", "dos"]),
    ("es", "cinco y seis", ["cinco", "seis"]),
    ("es", "cuarenta y nunca", ["cuarenta"]),
    ("es", "cinco, seis", ["cinco", "seis"]),
    ("en", "five and six", ["five", "six"]),
    ("en", "twenty and three", ["twenty", "three"]),
    ("en", "two hundred people and five", ["two hundred", "five"]),
    ("es", "12/01/2023", ["12", "01", "2023"]),
    ("es", "2021-22", ["2021", "22"]),
]


@pytest.mark.parametrize(("language", "text", "forms"), SEPARATE, ids=lambda v: str(v))
def test_neighbours_stay_apart(language: str, text: str, forms: list[str]) -> None:
    """Two numbers beside each other are not one."""
    assert [f.form for f in figures(text, language)] == forms


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Murieron 41[^2] personas.[^12]", ["41"]),
        ('Ley <a name="n5">7</a>', ["7"]),
        ("Rock &#38; 9", ["9"]),
        ("[2](https://example.org/5) y 3", ["2", "3"]),
    ],
)
def test_marks_hold_no_figures(text: str, forms: list[str]) -> None:
    """A note's number, an attribute, a character's code say nothing."""
    for language in ("es", "en", "tlh"):
        assert [f.form for f in figures(text, language)] == forms


def spanish(number: int) -> str:
    """A number below a million in Spanish words."""
    small = (
        "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
        "dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete "
        "veintiocho veintinueve"
    ).split()
    tens = ". . . treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()
    hundreds = ". ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos".split()
    if number < 30:
        return small[number]
    if number < 100:
        return tens[number // 10] + (f" y {small[number % 10]}" if number % 10 else "")
    if number == 100:
        return "cien"
    if number < 1000:
        return hundreds[number // 100] + (f" {spanish(number % 100)}" if number % 100 else "")
    head = "mil" if number < 2000 else f"{spanish(number // 1000)} mil"
    return head + (f" {spanish(number % 1000)}" if number % 1000 else "")


def english(number: int, link: str) -> str:
    """A number below a million in English words; `link` is `and` or nothing."""
    small = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen"
    ).split()
    tens = ". . twenty thirty forty fifty sixty seventy eighty ninety".split()
    if number < 20:
        return small[number]
    if number < 100:
        return tens[number // 10] + (f"-{small[number % 10]}" if number % 10 else "")
    big, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    rest = number % big
    joint = f" {link} " if rest and rest < 100 and link else " "
    return f"{english(number // big, link)} {name}" + (f"{joint}{english(rest, link)}" if rest else "")


@given(st.integers(2, 999_999), st.sampled_from(["and", ""]))
def test_words_and_digits_agree_across_languages(number: int, link: str) -> None:
    """Any number below a million, in words of either language or in digits, has its own value as a reading."""
    forms = [
        figures(spanish(number), "es"),
        figures(english(number, link), "en"),
        figures(f"{number:,}".replace(",", "."), "es"),
        figures(f"{number:,}", "en"),
    ]
    for found in forms:
        assert [str(number) in f.readings for f in found] == [True], found
        assert all(unmatched(found, other) == ([], []) for other in forms)


@given(st.decimals(0, 10**9, places=2))
def test_decimals_agree_across_languages(value: object) -> None:
    """A price means the same in both formats."""
    text = f"{value:,.2f}"
    swapped = text.translate(str.maketrans(".,", ",."))
    assert unmatched(figures(swapped, "es"), figures(text, "en")) == ([], [])


@given(st.dates())
def test_dates_agree_across_languages(day: object) -> None:
    """Spanish and English dates agree, and a changed day does not."""
    es = "enero febrero marzo abril mayo junio julio agosto setiembre octubre noviembre diciembre".split()
    en = "January February March April May June July August September October November December".split()
    number, month, year = day.day, day.month - 1, day.year  # type: ignore[attr-defined]
    source = figures(f"el {number} de {es[month]} de {year}", "es")
    for text in (
        f"{en[month]} {number}, {year}",
        f"{number} {en[month]} {year}",
        f"on {en[month]} {number}th, {year}",
    ):
        assert unmatched(source, figures(text, "en")) == ([], [])
    if 40 not in (number, year):
        assert unmatched(source, figures(f"{en[month]} 40, {year}", "en"))[1] != []


def test_a_repeat_is_no_loss_but_a_change_in_a_repeat_is() -> None:
    """17 … 17 may become one 17; it may not become 17 … 27."""
    source = figures("17 muertos y 17 heridos", "es")
    assert unmatched(source, figures("17 dead and wounded", "en")) == ([], [])
    left, right = unmatched(source, figures("17 dead and 27 wounded", "en"))
    assert ([f.form for f in left], [f.form for f in right]) == (["17"], ["27"])


@settings(max_examples=300, deadline=None)
@given(
    st.text(alphabet="0123456789.,:/-' ºXIVm y\u00a0\n²١", max_size=40),
    st.sampled_from(["es", "en", "fr", "qu-PE"]),
)
def test_spans_and_identity(text: str, language: str) -> None:
    """Figures stand where they say, and any text agrees with itself."""
    found = figures(text, language)
    assert all(text[f.start : f.end] == f.form and f.readings for f in found)
    assert unmatched(found, found) == ([], [])


def test_other_languages_are_read_either_way() -> None:
    """In a language without rules of its own digits mean what either format allows."""
    assert [set(f.readings) for f in figures("1.500", "sw")] == [{"1500", "1.5"}]
