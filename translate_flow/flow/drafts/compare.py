"""One statement drafted by several engines, side by side, so that a coordinator can choose; nothing is stored."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ...drafting import Draft
from ...engines import Factory
from ...errors import EngineError, UsageError
from ...messages import Message, identity, say
from ...model import CONFIRMED, Kind, Segment, Unit
from ...review import diff
from ...review.scores import Scoring
from ...review.tracked import DiffRun
from ...workspace import Workspace
from ..statement.work import Work
from .brief import Brief, brief_of
from .chain import EngineChain
from .engines import able
from .messages import ONE_ENGINE
from .tally import rule_of, wrong


@dataclass(frozen=True, slots=True)
class Compared:
    """One segment's drafts."""

    unit: Unit
    """The segment as it stands."""
    drafts: tuple[tuple[str, Draft | None, tuple[DiffRun, ...]], ...]
    """For each engine its name, its draft (None if it gave none), and what differs from the first engine's."""


@dataclass
class EngineSummary:
    """What one engine made of the statement."""

    engine: str
    """Engine and version."""
    private: bool
    """Whether the text stays on this machine."""
    drafts: int = 0
    """Segments it drafted."""
    wrong: int = 0
    """Of these: drafts in which a fact does not hold."""
    rules: dict[str, int] = field(default_factory=dict)
    """By which checks."""
    edits: float | None = None
    """Percent of words that people changed to come from such a draft to the text they confirmed (HTER); None if
    nothing is confirmed, or sacrebleu is not installed."""
    seconds: float = 0.0
    """What it took, start included; next to nothing for drafts made before."""
    error: EngineError | None = None
    """Why it stopped before the end."""


@dataclass(frozen=True, slots=True)
class EngineComparison:
    """A statement's drafts by several engines."""

    name: str
    language: str
    segments: tuple[Compared, ...]
    """Those with words, in document order."""
    engines: tuple[EngineSummary, ...]
    """In the order they were asked."""


def compare(workspace: Workspace, name: str, language: str, engines: Sequence[str] = ()) -> EngineComparison:
    """The statement drafted by those engines, or by all that may draft it and run on this machine.

    Raises UsageError for an engine that may not see the text, and where fewer than two can run.
    """
    work = Work.open(workspace, name, language)
    factories = able(workspace, tuple(engines), language, name)
    if len(factories) < 2:
        raise UsageError(ONE_ENGINE(engine=factories[0].name if factories else "–"))
    units = [unit for unit in work.units if unit.segment.kind is not Kind.NAME]
    brief = brief_of(work)
    made: list[dict[str, Draft]] = []
    summaries: list[EngineSummary] = []
    with EngineChain(workspace, language) as chain:
        for factory in factories:
            summary, drafts = _engine(chain, factory, [unit.segment for unit in units], brief)
            summary.edits = _edits(units, drafts)
            made.append(drafts)
            summaries.append(summary)
    names = [summary.engine for summary in summaries]
    return EngineComparison(name, language, tuple(_beside(units, names, made)), tuple(summaries))


def alone(chain: EngineChain, factory: Factory, segment: Segment, brief: Brief) -> Draft | None:
    """One segment by one engine, faults and all; None if it gave no translation. Raises EngineError."""
    found = [*chain.drafts([factory], [segment], brief), *chain.turned_down]
    chain.turned_down.clear()
    return next(iter(found), None)


def _engine(
    chain: EngineChain, factory: Factory, segments: Sequence[Segment], brief: Brief
) -> tuple[EngineSummary, dict[str, Draft]]:
    summary = EngineSummary(factory.name, factory.private)
    drafts: dict[str, Draft] = {}
    begun = time.perf_counter()
    try:
        for item in chain.drafts([factory], segments, brief):
            drafts[item.key] = item
    except EngineError as error:
        summary.error = error
    drafts |= {item.key: item for item in chain.turned_down}
    chain.turned_down.clear()
    summary.seconds = time.perf_counter() - begun
    summary.drafts = len(drafts)
    for item in drafts.values():
        summary.engine = item.engine
        summary.wrong += wrong(item) > 0
        for rule in {rule_of(fault) for fault in item.faults}:
            summary.rules[rule] = summary.rules.get(rule, 0) + 1
    return summary, drafts


def _edits(units: Sequence[Unit], drafts: dict[str, Draft]) -> float | None:
    pairs = [(drafts[u.key].text, u.target) for u in units if u.state in CONFIRMED and u.key in drafts]
    try:
        return Scoring().scores(pairs).hter.value if pairs else None
    except ImportError:
        return None


def _beside(
    units: Sequence[Unit], names: Sequence[str], made: Sequence[dict[str, Draft]]
) -> Iterator[Compared]:
    for unit in units:
        drafts = [drafts.get(unit.key) for drafts in made]
        first = next((item for item in drafts if item is not None), None)
        yield Compared(
            unit,
            tuple(
                (
                    name,
                    item,
                    diff(first.text, item.text) if first and item and first.text != item.text else (),
                )
                for name, item in zip(names, drafts, strict=True)
            ),
        )


COLUMNS = ("statement", "key", "source", "engine", "draft", "faults")
"""Of the drafts as a table."""


def rows(found: EngineComparison) -> Iterator[tuple[str, ...]]:
    """The drafts as a table: a row for each segment and engine."""
    for each in found.segments:
        for name, item, _ in each.drafts:
            faults = "; ".join(map(str, (*item.faults, *item.problems))) if item else ""
            yield found.name, each.unit.key, each.unit.segment.text, name, item.text if item else "", faults


def to_json(found: EngineComparison) -> dict[str, Any]:
    """The comparison for programs; the shape is docs/json/README.md's."""
    return {
        "version": 1,
        "name": found.name,
        "language": found.language,
        "engines": [
            {
                "engine": one.engine,
                "private": one.private,
                "drafts": one.drafts,
                "wrong": one.wrong,
                "rules": one.rules,
                "edits": one.edits,
                "seconds": round(one.seconds, 3),
                "error": say(one.error.message) if one.error else "",
                "error_id": identity(one.error.message) if one.error else "",
            }
            for one in found.engines
        ],
        "segments": [
            {
                "key": each.unit.key,
                "source": each.unit.segment.text,
                "drafts": [
                    {
                        "engine": name,
                        "text": item.text if item else None,
                        "faults": [say(fault) for fault in _faults(item)],
                        "fault_ids": [identity(fault) for fault in _faults(item)],
                    }
                    for name, item, _ in each.drafts
                ],
            }
            for each in found.segments
        ],
    }


def _faults(draft: Draft | None) -> tuple[Message | str, ...]:
    """What is wrong with a draft, by the checks and by the drafting."""
    return (*draft.faults, *draft.problems) if draft else ()
