"""No entry of a table changes unseen: `entries.tsv` holds how many each has, and their hash. --accept rewrites it."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

import pytest

from translate_flow import language

LISTED = Path(__file__).parent / "entries.tsv"
TABLES = (
    "function_words",
    "negation",
    "abbreviations",
    "sentences",
    "opposites",
    "name_lines",
    "term_words",
    "renderings",
)


def summary() -> str:
    lines = []
    for tag in language.known():
        for name in TABLES:
            for key, row in language.of(tag).table(name).items():
                entries = (
                    row.split() if isinstance(row, str) else row if isinstance(row, tuple) else (str(row),)
                )
                mark = blake2b("\n".join(sorted(entries)).encode(), digest_size=6).hexdigest()
                lines.append(f"{tag}\t{name}\t{key}\t{len(entries)}\t{mark}")
                assert len(set(entries)) == len(entries), f"{tag} [{name}] {key}: an entry appears twice"
    return "\n".join(lines) + "\n"


def test_tables_are_as_they_were_read(request: pytest.FixtureRequest) -> None:
    found = summary()
    if request.config.getoption("--accept"):
        LISTED.write_text(found, encoding="utf-8")
    assert found == LISTED.read_text(encoding="utf-8")
