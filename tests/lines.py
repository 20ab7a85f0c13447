"""Engines in a line for tests of chains: they note what they are asked, and fail when told to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from translate_flow.engines import EngineFacts, Price
from translate_flow.errors import EngineError, Unavailable
from translate_flow.passage import Passage

_ENGLISH = dict(
    pair.split("-")
    for pair in "Párrafo-Paragraph uno-one dos-two tres-three cuatro-four cinco-five seis-six Van-Already personas-people de-of la-the carta-letter".split()
)


def _english(text: str) -> str:
    """A translation whose facts hold, of the sentences that tests of chains are made of."""
    return re.sub(r"\w+", lambda word: _ENGLISH.get(word[0], word[0]), text)


@dataclass
class Running:
    """An engine that answers in English, in capitals."""

    name: str
    line: Line
    private: bool
    version: str = "1"
    style: str = "word"
    fingerprint: str = ""

    def translate(self, passages: Sequence[Passage]) -> Iterator[str]:
        for passage in passages:
            if len(self.line.asked[self.name]) >= self.line.give_up.get(self.name, 1_000_000):
                raise Unavailable(f"{self.name}: gone")
            if self.line.too_hard.get(self.name, "\0") in passage.text:
                raise EngineError(f"{self.name}: too hard")
            self.line.asked[self.name].append(passage.text)
            yield f"{_english(passage.text).upper().rstrip('.')} ({self.name})."

    def close(self) -> None:
        self.line.closed.append(self.name)


@dataclass
class Maker:
    """Its factory."""

    name: str
    line: Line
    private: bool
    description: str = "for tests"

    def facts(self) -> EngineFacts:
        return EngineFacts(price=None if self.private else Price(20.0, "EUR", "a note"))

    def missing(self, source: str, target: str) -> str:
        return ""

    def start(self, source: str, target: str) -> Running:
        self.line.started.append(self.name)
        if self.name in self.line.no_start:
            raise Unavailable(f"{self.name}: does not start")
        return Running(self.name, self.line, self.private, self.line.versions.get(self.name, "1"))


@dataclass(init=False)
class Line:
    """Engines by name, and whether each is on this machine."""

    asked: dict[str, list[str]] = field(default_factory=dict)
    """Texts each engine translated."""

    def __init__(self, **private: bool) -> None:
        self.makers = {name: Maker(name, self, here) for name, here in private.items()}
        self.asked = {name: [] for name in private}
        self.started: list[str] = []
        self.closed: list[str] = []
        self.no_start: set[str] = set()
        self.give_up: dict[str, int] = {}
        """Answers after which an engine is gone."""
        self.too_hard: dict[str, str] = {}
        """What an engine cannot translate."""
        self.versions: dict[str, str] = {}

    def load(self, name: str) -> Maker:
        """In the place of `engines.load`."""
        return self.makers[name]
