"""Damaged files: each of some hundreds of mutated fixtures is read right or refused, never a traceback."""

from __future__ import annotations

import random

import pytest

from translate_flow.errors import BuildError, ReadError
from translate_flow.formats import format_for

from .fixtures import FILES

ROUNDS = 700
JUNK = [
    b"\n",
    b"\r",
    b"> ",
    b"- ",
    b"|",
    b"`",
    b"\xff",
    b"\xc3",
    b"\x81",
    b"\t",
    b"\\",
    b"[^1]: ",
    b"---\n",
    b"#",
    b"<",
]


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The data with a few stretches cut, doubled, moved or replaced by junk."""
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.randrange(12))
        piece = chance.choice([b"", data[start:end] * 2, chance.choice(JUNK), bytes([chance.randrange(256)])])
        data = data[:start] + piece + data[end:]
    return data


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_file_is_identical_when_rebuilt_or_refused_in_one_line(seed: int) -> None:
    chance = random.Random(seed)
    read = 0
    for _ in range(ROUNDS // 4):
        path = chance.choice(FILES)
        form = format_for(path.name)
        data = mutated(path.read_bytes(), chance)
        try:
            document = form.read(data, path.stem)
        except ReadError as error:
            assert str(error).startswith(path.stem)
            assert "\n" not in str(error)
            continue
        read += 1
        own = {segment.key: segment.text for segment in document.segments}
        assert form.rebuild(data, document, own) == data
        try:
            form.rebuild(data, document, {key: f"Nuevo {text}" for key, text in own.items()})
        except BuildError as error:
            assert "segment" in str(error)
            assert "\n" not in str(error)
    assert read > ROUNDS // 16
