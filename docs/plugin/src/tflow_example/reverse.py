"""An engine that turns every word round: private, always ready, and of no use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from translate_flow.engines import Engine, EngineFacts
from translate_flow.passage import Passage

_WORD = re.compile(r"[^\W\d_]+")


class Reverse:
    """A running engine."""

    name = "reverse"
    version = "1"
    private = True
    style = "word"
    fingerprint = ""

    def __enter__(self) -> Reverse:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def translate(self, passages: Iterable[Passage]) -> Iterator[str]:
        """One answer for each passage, in order; a held mark comes back as it is."""
        for passage in passages:
            marks = {held.mark for held in passage.held}
            words = [w if w in marks else w[::-1] for w in _WORD.findall(passage.text)]
            rest = iter(words)
            yield _WORD.sub(lambda _, rest=rest: next(rest), passage.text)

    def close(self) -> None:
        """Nothing to end."""


class Factory:
    """What is known before it is started."""

    name = "reverse"
    private = True
    description = "Turns every word round"

    def facts(self) -> EngineFacts:
        """It takes anything."""
        return EngineFacts()

    def missing(self, source: str, target: str) -> str:
        """Empty: it can always run."""
        return ""

    def start(self, source: str, target: str) -> Engine:
        """An engine for any pair."""
        return Reverse()


REVERSE = Factory()
