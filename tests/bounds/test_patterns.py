"""No regular expression of the program runs away, whatever text it meets.

The strings are made from each pattern's own parse tree: something that leads to a repetition, what it repeats,
many times, and an end that it cannot match. (regexploit 1.0 was tried instead: it finds one of the seven patterns that
doubled with each repetition, and cannot read possessive quantifiers.)
"""

from __future__ import annotations

import importlib
import re
from collections import deque
from functools import cache
from pathlib import Path

import pytest

import translate_flow

from ..growth import grows_too_fast, timed
from .patterns import Pattern, attacks, patterns

SIZE = 1000
"""Characters of an attack."""
ALLOWED = 80
"""Times the quickest quadratic search of the same length: other quadratic ones take up to thirty, cubic ones hundreds."""
SQUARE = 8
"""The same where the pattern has no bound in `BOUNDED`: what grows in proportion takes a tenth of one."""
BOUNDED = {
    "confidential.lines._KEYED": "1,000 characters of a line, and 80 of a key",
    "engines.apertium.grammar.readings._OURS": "one reading of a word that the dictionary has",
    "glossary.matching._OPENS": "4 characters before a term",
    "memory.facts._OPENS": "8 characters before a word",
    "names.capitals._OPENS": "8 characters before a word",
    "names.capitals._MARKS": "80 characters before a word",
    "names.capitals._BETWEEN": "80 characters before a word",
    "language.numbers.companions._LAST_WORDS": "32 characters before a figure",
    "names.order._LAST_WORD": "40 characters before a name",
    "language.inflection._STRESSED_LAST": "words of 60 letters at most",
    "language.numbers.comparison._LETTERS": "24 characters before a figure",
    "language.numbers.exchange._DAY_BEFORE": "24 characters before a figure",
    "language.numbers.exchange._SHORT": "12 characters before a figure",
    "language.numbers.years._WORD_BEFORE": "12 characters before a figure",
    "language.numbers.years._BEFORE_YEAR": "14 characters before a year",
    "language.sentences._NUMBERED": "80 characters before a full stop",
    "term_extraction.sources._START": "12 characters before a word",
    "flow.editing.replace._too_much": "a pattern of `flow.editing.replace.LONGEST` characters",
}
"""Patterns that grow with the square of what they are searched in, and how little that is."""
SLOW = frozenset({"drafting.codes._CODES"})
"""Patterns that grow in proportion, and have so many alternatives that it looks like more."""
USE = re.compile(r"\b(\w+)\.(match|fullmatch|search|sub|subn|split|findall|finditer)\b")
SOURCES = {p: p.read_text("utf-8") for p in sorted(Path(translate_flow.__path__[0]).rglob("*.py"))}


@cache
def _quadratic() -> float:
    """Seconds of processor time that a search takes which looks at each character once for each before it."""
    search = re.compile("a*b").search
    return min(timed(lambda: [search("a" * SIZE) for _ in range(20)]) for _ in range(5)) / 20


def _cost(pattern: Pattern, text: str, anchored: bool, limit: float) -> float:
    data = text if isinstance(pattern.pattern, str) else text.encode("utf-8", "replace")
    if anchored:
        return timed(lambda: pattern.match(data), limit)  # type: ignore[arg-type]
    return timed(lambda: deque(pattern.finditer(data), 0), limit)  # type: ignore[arg-type]


def runaway(pattern: Pattern, anchored: bool = False, allowed: float = ALLOWED) -> str:
    """An attack that takes the pattern far too long, as it can be told; empty if there is none."""
    limit = allowed * _quadratic()
    for before, repeated, after in attacks(pattern):
        text = before + repeated * max(2, SIZE // len(repeated)) + after
        # A busy machine may hold up one try, hardly three.
        if all(_cost(pattern, text, anchored, 2 * limit) > limit for _ in range(3)):
            return f"{before!r} + {repeated!r} * n + {after!r}"
    return ""


def _anchored(where: str) -> bool:
    """Whether the pattern of that name is nowhere searched for, only matched at a given place."""
    if where.endswith((":match", ":fullmatch")) or where == "translate_flow.formats.docx.codes._WORDS":
        return True
    module, _, name = where.rpartition(".")
    if not name.isidentifier():
        return False
    place = Path(translate_flow.__path__[0], *module.split(".")[1:])
    places = (place.with_suffix(".py"), place / "__init__.py") if name.startswith("_") else tuple(SOURCES)
    used = set().union(*(_uses(file).get(name, set()) for file in places if file in SOURCES))
    return bool(used) and used <= {"match", "fullmatch"}


@cache
def _uses(file: Path) -> dict[str, set[str]]:
    """What is asked of each name in that file, as of a pattern."""
    used: dict[str, set[str]] = {}
    for name, call in USE.findall(SOURCES[file]):
        used.setdefault(name, set()).add(call)
    return used


def _bounded(where: str) -> bool:
    """Whether only so little text is searched by the pattern of that name that the square of it is little, too."""
    name = where.removeprefix("translate_flow.")
    return (
        name in BOUNDED
        or name in SLOW
        or (name.startswith("flow.editing.replace:") and name.endswith(":findall"))
    )


def test_a_pattern_that_grows_with_the_square_is_recognised() -> None:
    assert runaway(re.compile(r"([^\W\d_]+) \d{1,2}\Z"), allowed=SQUARE)


@pytest.mark.parametrize(
    "pattern", ["(a*)*b", r"(?:\s|<\?.*?\?>|<!--.*?-->)*<!DOCTYPE", "(?:[a-z]+[0-9]*)+!", "(.*)(.*)(.*)z"]
)
def test_patterns_that_run_away_are_recognised(pattern: str) -> None:
    assert runaway(re.compile(pattern, re.DOTALL))


@pytest.mark.parametrize("pattern", [r"(?:a|b)*+c", r"\s+$", r"\A(?:<!--(?:(?!-->).)*+-->|\s)*+<!DOCTYPE"])
def test_patterns_that_do_not_are_not(pattern: str) -> None:
    assert not runaway(re.compile(pattern, re.DOTALL))


def test_no_pattern_of_the_program_runs_away() -> None:
    found = patterns()
    assert len(found) > 300
    bad = {
        where: made
        for p, where in found.items()
        if (made := runaway(p, _anchored(where), ALLOWED if _bounded(where) else SQUARE))
    }
    assert not bad, "\n".join(f"{where}: {made}" for where, made in bad.items())


WHOLE = (
    "checks.markup_changed._LINK",
    "checks.same_as_source._ADDRESS",
    "convert.markdown._ADDRESS",
    "carry.safe._BROKEN",
    "catalogue._HEAD_ENTRY",
    "engines.apertium.stream._CARRIED",
    "exchange.codes._INDENT",
    "formats.html.blocks._BLANK_LINES",
    "formats.markdown.escape.BREAK",
    "formats.markdown.items._BREAK",
    "formats.markdown.page._TOKEN",
    "formats.markdown.signs.ATTRIBUTES",
    "formats.markdown.signs.FENCE",
    "language.chunks._LINE",
    "language.whole._LAST",
    "markup.letters._PIECE",
    "names._COUNTRY_TAIL",
    "names._SENTENCE",
    "convert.paragraphs._LED",
    "names.listed._PLACE",
    "term_extraction.sources._PLACE_TAIL",
    "typeset.blocks._TAG",
)
"""Patterns that are searched for in whole paragraphs or files, and once looked at a run of blanks from each of them."""


@pytest.mark.parametrize("name", WHOLE)
def test_a_long_run_is_looked_at_once(name: str) -> None:
    module, _, constant = f"translate_flow.{name}".rpartition(".")
    pattern = getattr(importlib.import_module(module), constant)
    for before, repeated, after in attacks(pattern):
        fault = grows_too_fast(
            lambda text: deque(pattern.finditer(text), 0),
            lambda size, made=(before, repeated, after): (  # type: ignore[misc]
                made[0] + made[1] * (size // len(made[1])) + made[2]
            ),
            3000,
        )
        assert not fault, (before, repeated, after)
