"""No entry of a table changes unseen: `entries.tsv` holds how many each has, and their hash. --accept rewrites it."""

from __future__ import annotations

import random
import re
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path

import pytest

from translate_flow import language
from translate_flow.language.knowledge import entries, parse

LISTED = Path(__file__).parent / "entries.tsv"
ELSEWHERE = frozenset({"page", "columns", "signatories", "about", "confidential"})
"""Texts, and words of other rooms, whose tests they are."""
SENTENCES = re.compile(
    r".*_in_english|spelling|letters|names|day_parts|grammar|written_out|contraries|times|hedges"
)
"""Tables whose rows hold texts or groups, in which a word may come again."""
FOLDER = files("translate_flow.language") / "data"


def marks(known: language.Language) -> list[str]:
    """A line for each row of a language's tables: how many entries it has, and their hash."""
    lines = []
    for name, table in known.tables.items():
        for key, row in table.items() if name not in ELSEWHERE else ():
            found = entries(row) or (str(row),)
            mark = blake2b("\n".join(sorted(found)).encode(), digest_size=6).hexdigest()
            lines.append(f"{known.tag}\t{name}\t{key}\t{len(found)}\t{mark}")
    return lines


def summary() -> str:
    return "".join(f"{line}\n" for tag in language.known() for line in marks(language.of(tag)))


@pytest.mark.parametrize("tag", language.known())
def test_no_entry_is_written_twice(tag: str) -> None:
    for name, table in language.of(tag).tables.items():
        if name in ELSEWHERE or SENTENCES.fullmatch(name):
            continue
        for key, row in table.items():
            found = entries(row)
            assert len(set(found)) == len(found), f"{tag} [{name}] {key}: an entry appears twice"


def test_an_entry_more_less_or_elsewhere_is_seen() -> None:
    """Of each table of each language one entry, drawn by a seed, is taken out, written otherwise, or put beside another."""
    chance = random.Random(16)
    listed = set(LISTED.read_text(encoding="utf-8").splitlines())
    tried = 0
    for tag in language.known():
        text = (FOLDER / f"{tag}.toml").read_text(encoding="utf-8")
        for name, table in language.of(tag).tables.items():
            rows = [(key, row) for key, row in table.items() if entries(row)]
            if not rows or name in ELSEWHERE:
                continue
            key, row = chance.choice(rows)
            entry = chance.choice(entries(row))
            quote = "[\"']" if isinstance(row, tuple) else ""
            section = re.search(rf"(?ms)^\[{name}\].*?(?=^\[|\Z)", text)
            assert section is not None, (tag, name)
            where = re.search(
                rf'(?ms)^"?{re.escape(key)}"? = .*?(?<![^\s"\[]){quote}({re.escape(entry)}){quote}(?![^\s",\]])',
                section[0],
            )
            assert where is not None, (tag, name, key, entry)
            for put in ("", f"{entry}x", f"{entry} zzz"):
                changed = parse(
                    section[0][: where.start(1)] + put + section[0][where.end(1) :], tag, "x.toml"
                )
                assert changed.faults or not listed.issuperset(marks(changed)), (tag, name, key, entry, put)
                tried += 1
    assert tried > 300


def test_tables_are_as_they_were_read(request: pytest.FixtureRequest) -> None:
    found = summary()
    if request.config.getoption("--accept"):
        LISTED.write_text(found, encoding="utf-8")
    assert found == LISTED.read_text(encoding="utf-8")
