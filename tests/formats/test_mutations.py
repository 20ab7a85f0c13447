"""Damaged files: each of some hundreds of mutated fixtures is read right or refused, never a traceback.

The bench runs the same over ten thousand a format (`python -m bench.fuzz_formats`).
"""

from __future__ import annotations

import random
from collections import Counter

import pytest

from bench.fuzz_formats import GOOD, damaged, fixtures, tried
from translate_flow.formats import FORMATS, load

ROUNDS = 120


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_file_is_rebuilt_right_or_refused_in_one_line(name: str, seed: int) -> None:
    """What is read is identical with its own texts, and holds other texts as they were given."""
    chance = random.Random(seed)
    form, files = load(name), fixtures(name)
    found: Counter[str] = Counter()
    for number in range(ROUNDS):
        path = chance.choice(files)
        came = tried(form, damaged(path, chance))
        assert came in GOOD, f"{path.name}, number {number} of seed {seed}: {came}"
        found[came] += 1
    assert found["read"] > ROUNDS // 8
