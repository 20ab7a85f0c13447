"""Translation engines: one file each, one row each in `ENGINES`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Protocol

from ..errors import PluginError, Unavailable, UsageError
from ..messages import Message
from ..passage import Passage
from ..plugins import members
from ..plugins import names as other_names
from ..plugins.engine import factory as guarded_factory
from .messages import UNKNOWN


@dataclass(frozen=True, slots=True)
class Price:
    """What a service takes for its work; a list price, to estimate with and not to rely on."""

    amount: float
    """For a million characters of source text."""
    currency: str
    """ISO 4217 code, such as `EUR`."""
    note: str
    """What is free, what comes on top, and since when this is known."""


@dataclass(frozen=True, slots=True)
class EngineFacts:
    """What is known of an engine without starting it; `Factory.facts` is optional."""

    limits: Mapping[str, int] = field(default_factory=dict)
    """Such as `{"characters a request": 4999}`; empty if it takes any paragraph."""
    key: str = ""
    """Environment variable of its key; empty if there is none."""
    variables: tuple[str, ...] = ()
    """Other environment variables it reads."""
    pairs: tuple[tuple[str, str], ...] | None = None
    """Language pairs that can be started here; None if a service has them."""
    languages: tuple[str, ...] | None = None
    """Languages a service translates between; None if only the service knows."""
    quality: Mapping[tuple[str, str], float] = field(default_factory=dict)
    """chrF2 by language pair, as docs/engines.md has it: how near its drafts are to a person's translation, 0 to 100."""
    price: Price | None = None
    """None if nothing is charged, or it is not known what."""


class Engine(Protocol):
    """A translator of passages. Made by its factory for one language pair; a context manager."""

    name: str
    """Such as `apertium`."""
    version: str
    """Goes into the journal beside the name."""
    private: bool
    """Whether the text stays on this machine."""
    style: str
    """How it wants held spans shown: `word` (a letters-only word), `xml` or `html` (tags), or `text`: as
    they must appear in the translation, for an engine that understands what it reads."""
    generative: bool
    """Whether it may write what the source does not say. Such an engine is given the neighbouring paragraphs,
    is asked once more with the fault named, and its draft is taken only if its facts hold. May be missing: no."""
    fingerprint: str
    """What its answers depend on beside name and version, such as the state of its dictionaries."""

    def translate(self, passages: Iterable[Passage]) -> Iterator[str]:
        """The translations, in order and each as soon as it is there, marks still in them.

        Passages are taken one by one as there is room for them: the next may be made ready while
        earlier ones are translated, and may depend on what came of them.
        Raises EngineError (RateLimited, Unavailable). Never yields a guess for a failed passage.
        """
        ...

    def close(self) -> None:
        """End processes and connections; may be called twice."""
        ...


class Factory(Protocol):
    """What an engine's file defines: facts that need no start, and how to start.

    An engine with something to fetch also has `get(source, target, origin, progress) -> Path`:
    it puts what a pair needs into its place, from the folder `origin` or from its makers'
    servers (None), tells `progress` (or None) a file's name, kilobytes there and in all, and
    returns the place. Raises Unavailable. One that works with one of several models may have
    `models() -> Sequence[str]`: the names of those that are there, empty if nobody answers.
    """

    name: str
    private: bool
    description: Message | str

    def facts(self) -> EngineFacts:
        """Limits, key, languages, price."""
        ...

    def missing(self, source: str, target: str) -> Message | None:
        """Why it cannot run here for that language pair, with the remedy; None if it can."""
        ...

    def start(self, source: str, target: str) -> Engine:
        """A running engine for that pair of language tags. Raises Unavailable."""
        ...


ENGINES: dict[str, str] = {
    "apertium": ".apertium:APERTIUM",
    "firefox": ".firefox:FIREFOX",
    "google": ".online.google:GOOGLE",
    "llm": ".online.llm:LLM",
    "libretranslate": ".online.libretranslate:LIBRETRANSLATE",
    "mymemory": ".online.mymemory:MYMEMORY",
    "deepl": ".online.deepl:DEEPL",
    "microsoft": ".online.microsoft:MICROSOFT",
    "fake": ".fake:FAKE",
}
"""Name of each engine and where its factory is defined; `fake` is for tests."""


def load(name: str) -> Factory:
    """The engine of that name, ours or a third party's (entry points `translate_flow.engines`).

    Raises UsageError for an unknown name, Unavailable for a third party's that cannot be loaded.
    """
    if name in ENGINES:
        module, attribute = ENGINES[name].split(":")
        factory: Factory = getattr(import_module(module, __name__), attribute)
        return factory
    try:
        for _, found in members("engines", _guarded, name):
            return found
    except PluginError as error:
        raise Unavailable(error.message) from error
    raise UsageError(UNKNOWN(name=name, known=tuple(names())))


def _guarded(found: object, who: Message) -> Factory | None:
    made: Factory | None = guarded_factory(found, who, EngineFacts())
    return made


def names() -> list[str]:
    """Names of all engines but the tests' own, third parties' last."""
    ours = [name for name in ENGINES if name != "fake"]
    return [*ours, *(name for name in other_names("engines") if name not in ENGINES)]
