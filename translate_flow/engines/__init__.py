"""Translation engines: one file each, one row each in `ENGINES`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.metadata import entry_points
from typing import Protocol

from ..errors import UsageError
from ..model import Passage


class Engine(Protocol):
    """A translator of passages. Made by its factory for one language pair; a context manager."""

    name: str
    """Such as `apertium`."""
    version: str
    """Goes into the journal beside the name."""
    private: bool
    """Whether the text stays on this machine."""
    style: str
    """How it wants held spans shown: `word` (a letters-only word), `xml` or `html` (tags)."""

    def translate(self, passages: Sequence[Passage]) -> Iterator[str]:
        """The translations, in order and each as soon as it is there, marks still in them.

        Raises EngineError (RateLimited, Unavailable). Never yields a guess for a failed passage.
        """
        ...

    def close(self) -> None:
        """End processes and connections; may be called twice."""
        ...


class Factory(Protocol):
    """What an engine's file defines: facts that need no start, and how to start."""

    name: str
    private: bool
    description: str

    def missing(self, source: str, target: str) -> str:
        """Why it cannot run here for that language pair, with the remedy; empty if it can."""
        ...

    def start(self, source: str, target: str) -> Engine:
        """A running engine for that pair of language tags. Raises Unavailable."""
        ...


ENGINES: dict[str, str] = {
    "apertium": ".apertium:APERTIUM",
    "google": ".online.google:GOOGLE",
    "libretranslate": ".online.libretranslate:LIBRETRANSLATE",
    "mymemory": ".online.mymemory:MYMEMORY",
    "deepl": ".online.deepl:DEEPL",
    "microsoft": ".online.microsoft:MICROSOFT",
    "fake": ".fake:FAKE",
}
"""Name of each engine and where its factory is defined; `fake` is for tests."""


def load(name: str) -> Factory:
    """The engine of that name, ours or a third party's (entry points `translate_flow.engines`)."""
    if name in ENGINES:
        module, attribute = ENGINES[name].split(":")
        factory: Factory = getattr(import_module(module, __name__), attribute)
        return factory
    for entry in entry_points(group="translate_flow.engines", name=name):
        factory = entry.load()
        return factory
    raise UsageError(f"{name}: no such engine; known are {', '.join(n for n in ENGINES if n != 'fake')}")
