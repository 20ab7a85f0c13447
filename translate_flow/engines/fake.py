"""An engine for tests of other parts: deterministic, private, needs nothing, and plainly no translation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from types import TracebackType

from ..passage import Passage
from . import EngineFacts
from . import messages as about

_WORD = re.compile(r"[^\W\d_]+")


class FakeEngine:
    """Puts each run of letters between ‹ and ›, and leaves characters, digits and marks as they are."""

    name = "fake"
    version = "1"
    private = True
    style = "word"
    fingerprint = ""

    def __enter__(self) -> FakeEngine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def translate(self, passages: Iterable[Passage]) -> Iterator[str]:
        """The passages with every word in angle quotes; never fails."""
        for passage in passages:
            marks = {held.mark for held in passage.held}
            yield _WORD.sub(lambda word, marks=marks: _shown(word[0], marks), passage.text)  # type: ignore[misc]

    def close(self) -> None:
        """Nothing to end."""


def _shown(word: str, marks: set[str]) -> str:
    return word if word in marks else f"‹{word}›"


class FakeFactory:
    """Facts about the fake engine."""

    name = "fake"
    private = True
    description = about.FAKE()

    def facts(self) -> EngineFacts:
        """It takes anything."""
        return EngineFacts()

    def missing(self, source: str, target: str) -> None:
        """Always ready."""
        return

    def start(self, source: str, target: str) -> FakeEngine:
        """A fake engine for any pair."""
        return FakeEngine()


FAKE = FakeFactory()
