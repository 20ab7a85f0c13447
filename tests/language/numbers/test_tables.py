"""Each word of the number tables means what its row says, in a text; a row that is changed fails here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from translate_flow.language import knowledge
from translate_flow.language.numbers import figures
from translate_flow.language.numbers.hedges import hedge, hedges
from translate_flow.language.numbers.tables import tables
from translate_flow.language.numbers.units import beside, units

TAGS = ("ca", "en", "es", "fr", "it", "pt")
TABLES = (
    "months short_months weekdays short_weekdays numerals cardinals scales ordinals fractions rounds multiples loose "
    "times units currencies hedges opposites"
).split()
AGREED = Path(__file__).with_name("tables.txt")
"""The rows as a person has read them. A second copy, so that a slip in the data fails; --accept rewrites it."""


def rows(tag: str, table: str) -> Iterator[tuple[int, str]]:
    for key, row in knowledge.of(tag).table(table).items():
        if key.isdigit() and isinstance(row, str):
            for word in row.split():
                yield int(key), word


def listing() -> str:
    """Every row of the tables on a line of its own."""
    lines = []
    for tag in TAGS:
        for table in TABLES:
            for key, row in knowledge.of(tag).table(table).items():
                shown = " | ".join(row) if isinstance(row, tuple) else str(row)
                lines.append(f"{tag} {table} {key}: {shown}")
    return "\n".join(lines) + "\n"


def test_rows_are_those_agreed_on(request: pytest.FixtureRequest) -> None:
    """No word is lost, put in or moved to another row without a person seeing it."""
    if request.config.getoption("--accept"):
        AGREED.write_text(listing(), encoding="utf-8")
    assert listing().splitlines() == AGREED.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("tag", TAGS)
def test_cardinals_read_alone(tag: str) -> None:
    """A number word by itself is its value."""
    for value, word in rows(tag, "cardinals"):
        found = figures(f"({word})", tag)
        assert [str(value) in f.readings for f in found] == [True], word


@pytest.mark.parametrize("tag", TAGS)
def test_months_and_weekdays_are_found_in_a_date(tag: str) -> None:
    """Names and abbreviations, with their capital where the language writes one."""
    known = knowledge.of(tag)
    for table, sign, frame in (
        ("months", "m", "12 {} 2023"),
        ("short_months", "m", "12 {}. 2023"),
        ("weekdays", "w", "{} 12"),
        ("short_weekdays", "w", "{}. 12"),
    ):
        capital = known.table("months").get("capital")
        for number, word in rows(tag, table):
            text = frame.format(word.capitalize() if capital else word)
            readings = {r for f in figures(text, tag) for r in f.readings}
            assert f"{sign}{number}" in readings, text


@pytest.mark.parametrize("table", ["ordinals", "fractions", "rounds", "loose"])
@pytest.mark.parametrize("tag", TAGS)
def test_loose_words_ask_for_no_partner(tag: str, table: str) -> None:
    """Ordinals, parts and round numbers have their value and are not certain."""
    for value, word in rows(tag, table):
        found = [f for f in figures(f"({word})", tag) if str(value) in f.readings]
        assert len(found) == 1, word
        if value < 1000:
            assert not found[0].certain, word


@pytest.mark.parametrize("tag", TAGS)
def test_scales_multiply(tag: str) -> None:
    """`7 millones` is seven million; a letter only where it is glued or a capital."""
    for power, word in rows(tag, "scales"):
        text = f"7{word}" if len(word) == 1 else f"7 {word}"
        (found,) = figures(text, tag)
        assert str(7 * 10**power) in found.readings, text


@pytest.mark.parametrize("tag", TAGS)
def test_multiples(tag: str) -> None:
    """`3 décadas` may be thirty."""
    for value, word in rows(tag, "multiples"):
        assert str(3 * value) in figures(f"3 {word}", tag)[0].readings, word


@pytest.mark.parametrize("tag", TAGS)
def test_units_and_currencies(tag: str) -> None:
    """Each form of a unit is found behind a number and means that unit."""
    listed: dict[str, set[str]] = {}
    for table in ("units", "currencies"):
        for name in knowledge.of(tag).table(table):
            for form in knowledge.of(tag).phrases(table, name):
                if name != "loose":
                    listed.setdefault(form, set()).add(name)
    known = units(tag)
    for form, names in listed.items():
        found, _ = beside(f"7 {form}", 0, 1, known)
        if not found or not names <= found:
            before, _ = beside(f"{form} 7", len(form) + 1, len(form) + 2, known)
            assert names <= before, form


@pytest.mark.parametrize("tag", TAGS)
def test_hedges(tag: str) -> None:
    """Each phrase at a number says what its row says."""
    known = hedges(tag)
    assert known is not None
    assert known.loose <= {*known.before, *known.after}
    for phrase, kind in known.before.items():
        found = hedge(f"{phrase} 41", len(phrase) + 1, len(phrase) + 3, known)
        assert (found.kind if found else "none") == kind, phrase
    for phrase, kind in known.after.items():
        if phrase[0].isalpha():
            found = hedge(f"41 {phrase}", 0, 2, known)
            assert found is not None and found.kind == kind, phrase


@pytest.mark.parametrize("tag", TAGS)
def test_halves_of_the_day(tag: str) -> None:
    """`am` before noon, `pm` after it, `night` by the hour."""
    for row, hours in (("am", {"t4:00"}), ("pm", {"t16:00"}), ("night", {"t21:00"})):
        number = 9 if row == "night" else 4
        for phrase in knowledge.of(tag).phrases("times", row):
            assert figures(f"{number} {phrase}", tag)[0].readings == hours, phrase
    for row, reading in (("midday", "t12:00"), ("midnight", "t0:00")):
        for word in knowledge.of(tag).words("times", row):
            assert any(reading in f.readings for f in figures(word, tag)), word


def test_a_language_without_numbers_has_no_tables() -> None:
    assert tables("qu") is None
    assert tables("es-PE") is tables("es-PE")
