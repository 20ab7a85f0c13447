"""Engines as a workspace may use them."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from ... import engines
from ...engines import Engine, EngineFacts, Factory
from ...errors import Unavailable, UsageError
from ...messages import Message, several
from ...passage import Passage
from ...workspace import SETTINGS, Workspace
from ..statement.privacy import confidential, fresh
from .messages import (
    ANOTHER_PACKAGE,
    IS_CONFIDENTIAL,
    NOTHING_TO_FETCH,
    NOTHING_TO_FETCH_BUT,
    SENDS_TEXT,
    WISH,
    WISH_ANY,
)

SENTENCES = {
    "es": "Hola, mundo. Este es un ejemplo.",
    "ca": "Hola, món. Això és un exemple.",
    "de": "Hallo, Welt. Das ist ein Beispiel.",
    "en": "Hello, world. This is an example.",
    "fr": "Bonjour, le monde. Ceci est un exemple.",
    "it": "Ciao, mondo. Questo è un esempio.",
    "pt": "Olá, mundo. Este é um exemplo.",
}
"""What `engines test` sends: nothing of anybody's."""


def survey(workspace: Workspace, language: str) -> list[dict[str, Any]]:
    """All that is known of every engine but the tests' own; the shape is docs/json/README.md's."""
    rows = []
    for name in engines.names():
        factory = _load(name)
        missing = factory.missing(workspace.settings.languages.source, language)
        refused = forbidden(workspace, factory)
        reasons = [reason for reason in (missing, refused) if reason]
        facts = known(factory)
        rows.append(
            {
                "name": name,
                "private": stays_here(factory),
                "allowed": not refused,
                "ready": not (missing or refused),
                "missing": missing or "",
                "why": several(reasons) if reasons else "",
                "description": factory.description,
                "chosen": name in workspace.settings.drafting.engines,
                "limits": dict(facts.limits),
                "key": facts.key,
                "variables": list(facts.variables),
                "pairs": None if facts.pairs is None else [list(pair) for pair in facts.pairs],
                "languages": None if facts.languages is None else list(facts.languages),
                "chrf2": quality(factory, workspace.settings.languages.source, language),
                "models": models(factory) if not refused else [],
                "price": asdict(facts.price) if facts.price else None,
            }
        )
    return rows


@dataclass
class BrokenEngine:
    """In the place of a third party's engine that cannot be loaded."""

    name: str
    reason: Message
    private: bool = False
    """Nobody can know, so it counts as one that would send text away."""
    description: Message | str = field(default_factory=ANOTHER_PACKAGE)

    def facts(self) -> EngineFacts:
        """Nothing is known."""
        return EngineFacts()

    def missing(self, source: str, target: str) -> Message:
        """Why it cannot run."""
        return self.reason

    def start(self, source: str, target: str) -> Engine:
        """Raises Unavailable."""
        raise Unavailable(self.reason)


def _load(name: str) -> Factory:
    """The engine, or what is in for one that cannot be loaded. Raises UsageError for an unknown name."""
    try:
        return engines.load(name)
    except Unavailable as error:
        return BrokenEngine(name, error.message)


def known(factory: Factory) -> EngineFacts:
    """An engine's facts; a third party's engine need not have any."""
    return factory.facts() if hasattr(factory, "facts") else EngineFacts()


def obtainable(name: str) -> bool:
    """Whether `get` can fetch what this engine needs for a language: it has something to fetch, and the means to."""
    factory = _load(name)
    return hasattr(factory, "get") and bool(getattr(factory, "installed", True))


def models(factory: Factory) -> list[str]:
    """Names of the models an engine can work with, for one that has several; a server on this machine is asked."""
    listed = getattr(factory, "models", None)
    return list(listed()) if listed is not None and stays_here(factory) else []


def quality(factory: Factory, source: str, target: str) -> float | None:
    """chrF2 of an engine's drafts for a pair of languages; None if it was not measured."""
    return known(factory).quality.get((source.split("-")[0], target.split("-")[0]))


RECOMMENDED = "firefox"
"""Engine to wish for: as private as Apertium, and far better."""


def wish(workspace: Workspace, language: str) -> Message | None:
    """That drafts could be better and stay on this machine, and how; None if they are, or nothing is known of the pair."""
    source = workspace.settings.languages.source
    wanted = _load(RECOMMENDED)
    best = quality(wanted, source, language)
    ready = (_load(name) for name in engines.names())
    now = [
        quality(one, source, language)
        for one in ready
        if stays_here(one) and not one.missing(source, language)
    ]
    known_now = [score for score in now if score is not None]
    if best is None or any(score >= best for score in known_now):
        return None
    if not known_now:
        return WISH_ANY(engine=RECOMMENDED, source=source, target=language, better=best)
    return WISH(engine=RECOMMENDED, source=source, target=language, better=best, now=max(known_now))


def stays_here(factory: Factory) -> bool:
    """Whether text stays on this machine. A third party's engine that does not plainly say so sends it away."""
    return getattr(factory, "private", False) is True


def forbidden(workspace: Workspace, factory: Factory) -> Message | None:
    """Why this workspace does not let the engine see its text; None if it does."""
    if stays_here(factory) or workspace.settings.privacy.online_engines:
        return None
    return SENDS_TEXT(engine=factory.name, file=SETTINGS)


def refused(workspace: Workspace, factory: Factory, name: str) -> Message | None:
    """Why an engine may not see this very statement; None if it may."""
    if stays_here(factory):
        return None
    if why := forbidden(workspace, factory):
        return why
    where = confidential(workspace, name)
    if not where:
        return None
    return IS_CONFIDENTIAL(name=name, where=where, engine=factory.name)


def usable(
    workspace: Workspace, wanted: tuple[str, ...], language: str, name: str
) -> tuple[list[Factory], list[Message]]:
    """The engines for one statement, in the order they are tried, and why those before the first were passed over.

    Those `wanted` by name, or else the statement's or the workspace's own. One wanted that is
    not allowed to see the text is an error (UsageError), not passed over.
    """
    found: list[Factory] = []
    reasons: list[Message] = []
    factories = [_load(e) for e in wanted or workspace.settings.engines(name, workspace.source_name(name))]
    for factory in factories:
        if wanted and isinstance(factory, BrokenEngine):
            raise Unavailable(factory.reason)
        why = refused(workspace, factory, name)
        if why and wanted:
            raise UsageError(why)
        why = why or factory.missing(workspace.settings.languages.source, language)
        if not why:
            found.append(factory)
        elif not found:
            reasons.append(why)
    return found, reasons


def able(workspace: Workspace, wanted: tuple[str, ...], language: str, name: str) -> list[Factory]:
    """All engines that may draft one statement and can run: those wanted, or its own and then others on this machine.

    Raises UsageError for one wanted that may not see the text, Unavailable for one that cannot run.
    """
    if wanted:
        found, _ = usable(workspace, wanted, language, name)
        for factory in map(_load, wanted):
            if why := factory.missing(workspace.settings.languages.source, language):
                raise Unavailable(why)
        return found
    own = list(workspace.settings.engines(name, workspace.source_name(name)))
    others = [engine for engine in engines.names() if engine not in own]
    found = []
    for factory in map(_load, (*own, *others)):
        fits = not refused(workspace, factory, name) and (factory.name in own or stays_here(factory))
        if fits and not factory.missing(workspace.settings.languages.source, language):
            found.append(factory)
    return found


def here(workspace: Workspace, language: str, name: str) -> list[Factory]:
    """The statement's engines that run on this machine, in the order they are tried."""
    known = (_load(engine) for engine in workspace.settings.engines(name, workspace.source_name(name)))
    source = workspace.settings.languages.source
    return [one for one in known if stays_here(one) and not one.missing(source, language)]


def still(workspace: Workspace, factories: Sequence[Factory], name: str) -> None:
    """Raise UsageError if one of these engines may no longer see the statement.

    Between the plan of a long job and its turn a person may have marked it, or forbidden it all.
    Raises WorkspaceError if the settings cannot be read any more, or name a statement that is not there.
    """
    if all(map(stays_here, factories)):
        return
    workspace = fresh(workspace)
    for factory in factories:
        if why := refused(workspace, factory, name):
            raise UsageError(why)


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of one harmless sentence."""

    engine: str
    """Engine and version."""
    text: str
    """The sentence."""
    answer: str
    """Its translation."""
    start: float
    """Seconds until the engine was ready."""
    seconds: float
    """Seconds the translation took."""


def trial(workspace: Workspace, name: str, source: str, target: str) -> Trial:
    """One harmless sentence through an engine.

    Raises UsageError if the workspace does not allow it, EngineError if it fails.
    """
    factory = engines.load(name)
    if why := forbidden(workspace, factory):
        raise UsageError(why)
    text = SENTENCES.get(source.split("-")[0], SENTENCES["es"])
    begin = time.perf_counter()
    with closing(factory.start(source, target)) as engine:
        ready = time.perf_counter()
        answer = next(iter(engine.translate([Passage(text)])))
        done = time.perf_counter()
        version = f"{engine.name} {engine.version}".strip()
    return Trial(version, text, answer, ready - begin, done - ready)


def get(
    name: str,
    source: str,
    target: str,
    origin: Path | None,
    progress: Callable[[str, int, int], None] | None = None,
) -> Path:
    """Put what an engine needs for a pair into its place: from a folder, or from its makers' servers.

    `progress` is called with a file's name, kilobytes there and kilobytes in all. Raises UsageError for an
    engine that has nothing to fetch, Unavailable if it cannot be had.
    """
    factory = engines.load(name)
    fetch = getattr(factory, "get", None)
    if fetch is None:
        remedy = factory.missing(source, target)
        raise UsageError(
            NOTHING_TO_FETCH_BUT(engine=name, remedy=remedy) if remedy else NOTHING_TO_FETCH(engine=name)
        )
    place: Path = fetch(source, target, origin, progress)
    return place
