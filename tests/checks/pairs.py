"""The pairs of `free.tsv` and `fresh.tsv`."""

from __future__ import annotations

from typing import NamedTuple

from .statement import HERE


class Pair(NamedTuple):
    """A sentence and a translation of it."""

    rule: str
    """The check that finds fault with it; `-` if it is right."""
    source: str
    target: str
    right: str = ""
    """What a good translator put; empty where that is not given."""


def pairs(name: str) -> list[Pair]:
    """The rows of a file."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [Pair(*line.split("\t")) for line in lines if line and not line.startswith("#")]


FREE, FRESH = pairs("free.tsv"), pairs("fresh.tsv")
FAULTS = [pair for pair in FRESH if pair.rule != "-"]
EVERY = FREE + FRESH
