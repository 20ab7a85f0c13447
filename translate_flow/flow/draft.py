"""Drafts: engines fill what is missing, each result journalled as it comes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field

from ..drafting import Draft, draft, first_mentions
from ..engines import Engine, Factory
from ..errors import EngineError
from ..glossary import Glossary
from ..model import Event, Segment, State, Unit
from ..states import HUMAN
from ..text import digest
from ..workspace import Workspace
from .engines import pick
from .memory import Memory, opened
from .recall import ENGINE, Recalled, joined, mentions_in_parts, recall, use_of
from .work import Work, glossary_for

JOURNAL_SECONDS = 0.3
"""Results are journalled at least this often while a job runs."""
PO_SECONDS = 5.0
"""The PO file follows at least this often; the journal is enough to bring it up to date."""

Progress = Callable[[str, int, int], None]
"""Called with the statement's name, segments done and segments to do."""


@dataclass
class Drafted:
    """What became of one statement."""

    name: str
    language: str
    wanted: int
    """Segments that were to be drafted."""
    characters: int
    """Their length."""
    done: int = 0
    """Segments drafted."""
    engine: str = ""
    """Engine that was chosen; empty if none could be."""
    private: bool = True
    """Whether its text stays on this machine."""
    problems: list[tuple[str, str]] = field(default_factory=list)
    """Key and sentence for each name or mark that did not come through whole."""
    remembered: int = 0
    """Of the segments done (or, beforehand, of those to do): wholly from the translation memory."""
    notices: tuple[str, ...] = ()
    """What the memory has to say."""


@dataclass(frozen=True)
class Plan:
    """What a draft job would do, settled before anything is started."""

    workspace: Workspace
    language: str
    factory: Factory | None
    """Engine chosen; None if none can run here."""
    reasons: tuple[str, ...]
    """Why engines were passed over, with remedies."""
    works: tuple[tuple[Work, tuple[Segment, ...]], ...]
    """Each statement with the segments that are to be drafted."""
    memory: str = "before"
    """Whether the translation memory comes `before` the engine, alone (`only`) or not at all (`off`)."""

    def forecast(self) -> list[Drafted]:
        """What would go where, what the memory knows taken off the engine's share."""
        seen = self.outlook()
        with ExitStack() as stack:
            memory = _memory(self, stack)
            for (work, segments), one in zip(self.works, seen, strict=True):
                if memory is not None and segments:
                    known = _recalled(self, memory, work, segments)
                    one.remembered = sum(found.whole for found in known.values())
                    one.characters = sum(len(s.text) for s in _questions(segments, known))
        return seen

    def outlook(self) -> list[Drafted]:
        """What would go where without the memory, with nothing done yet."""
        return [
            Drafted(
                work.name,
                self.language,
                len(segments),
                sum(len(s.text) for s in segments),
                engine=self.factory.name if self.factory else "",
                private=self.factory.private if self.factory else True,
            )
            for work, segments in self.works
        ]


def plan(
    workspace: Workspace,
    names: Sequence[str],
    language: str,
    *,
    engines: tuple[str, ...] = (),
    redo: bool = False,
    only: tuple[str, ...] = (),
    memory: str | None = None,
) -> Plan:
    """Choose the engine and the segments. `redo` takes drafts no person has touched, too.

    `memory` is `before`, `only` or `off`; the settings' if not given.
    Raises UsageError for an engine that is unknown or not allowed, and for an unknown key in `only`.
    """
    use = use_of(workspace, memory)
    factory, reasons = (None, []) if use == "only" else pick(workspace, engines, language)
    works = []
    for name in names:
        work = Work.open(workspace, name, language)
        keys = {work.unit(key).key for key in only}
        chosen = [u.segment for u in work.edition().units if (not keys or u.key in keys) and _open(u, redo)]
        works.append((work, tuple(chosen)))
    return Plan(workspace, language, factory, tuple(reasons), tuple(works), use)


def run(plan: Plan, progress: Progress | None = None) -> Iterator[Drafted]:
    """Do the job, statement by statement. What is finished stays finished, however the job ends.

    Raises EngineError when the engine gives up; KeyboardInterrupt passes through.
    """
    jobs = [(work, segments, seen) for (work, segments), seen in zip(plan.works, plan.outlook(), strict=True)]
    source = plan.workspace.settings.languages.source
    with ExitStack() as stack:
        memory = _memory(plan, stack)
        engine: Engine | None = None
        for work, segments, result in jobs:
            known = _recalled(plan, memory, work, segments) if memory is not None and segments else {}
            if memory is not None:
                result.notices, memory.notices = tuple(memory.notices), []
            _remember(work, known, result)
            left = _questions(segments, known)
            if left and plan.factory is not None:
                if engine is None:
                    engine = stack.enter_context(closing(plan.factory.start(source, plan.language)))
                glossary = glossary_for(plan.workspace, work.name, plan.language)
                _statement(work, left, known, glossary, engine, result, progress)
            yield result


def _memory(plan: Plan, stack: ExitStack) -> Memory | None:
    """The memory, open until the stack closes; None if it is off or nothing is to be drafted."""
    if plan.memory == "off" or not any(segments for _, segments in plan.works):
        return None
    return stack.enter_context(opened(plan.workspace))


def _recalled(plan: Plan, memory: Memory, work: Work, segments: Sequence[Segment]) -> dict[str, Recalled]:
    """What the memory knows of the segments; only whole ones if no engine can do the rest."""
    glossary = glossary_for(plan.workspace, work.name, plan.language)
    around, threshold = work.document.segments, plan.workspace.settings.memory.threshold
    known = recall(memory, work.name, plan.language, segments, around, glossary, threshold)
    return {key: found for key, found in known.items() if found.whole or plan.factory is not None}


def _questions(segments: Sequence[Segment], known: Mapping[str, Recalled]) -> list[Segment]:
    """What is left for the engine: segments, and runs of sentences of those known in part."""
    left: list[Segment] = []
    for segment in segments:
        left += known[segment.key].questions() if segment.key in known else [segment]
    return left


def _remember(work: Work, known: Mapping[str, Recalled], result: Drafted) -> None:
    """Journal what the memory knows whole."""
    whole = [found for found in known.values() if found.whole]
    drafts = [Draft(found.segment.key, found.text, ENGINE, "") for found in whole]
    before = result.done
    _store(work, drafts, _digests(work), result, known, write_po=True)
    result.remembered = result.done - before


def _digests(work: Work) -> dict[str, str]:
    return {u.key: digest(u.target) for u in work.units}


def _statement(
    work: Work,
    segments: Sequence[Segment],
    known: Mapping[str, Recalled],
    glossary: Glossary,
    engine: Engine,
    result: Drafted,
    progress: Progress | None,
) -> None:
    found = draft(
        segments,
        glossary,
        engine,
        mentions=mentions_in_parts(first_mentions(work.document.segments, glossary), known, glossary),
        language=work.language,
    )
    waiting: list[Draft] = []
    journalled = written = time.monotonic()
    started_from = _digests(work)
    try:
        for item in joined(found, known):
            waiting.append(item)
            now = time.monotonic()
            if now - journalled >= JOURNAL_SECONDS:
                late = now - written >= PO_SECONDS
                _store(work, waiting, started_from, result, known, write_po=late)
                journalled, written = now, now if late else written
            if progress is not None:
                progress(work.name, result.done + len(waiting), result.wanted)
    except EngineError as error:
        _store(work, waiting, started_from, result, known, write_po=True)
        left = result.wanted - result.done
        raise EngineError(
            f"{work.name}: {error}; {left} segments are left: run draft again to go on"
        ) from error
    finally:
        _store(work, waiting, started_from, result, known, write_po=True)


def _store(
    work: Work,
    waiting: list[Draft],
    started_from: dict[str, str],
    result: Drafted,
    known: Mapping[str, Recalled],
    *,
    write_po: bool,
) -> None:
    """Journal the waiting drafts, except where somebody has written a text meanwhile."""
    taken = list(waiting)
    waiting.clear()

    def make(now: Work) -> Sequence[Event]:
        entries = {e.key: e for e in now.catalogue.entries}
        free = [
            d for d in taken if d.key in entries and digest(entries[d.key].target) == started_from.get(d.key)
        ]
        return [_event(d, entries[d.key].target, known.get(d.key)) for d in free]

    if taken:
        result.done += len(work.change(make, write_po=write_po, durable=write_po))
        result.problems += [(d.key, problem) for d in taken for problem in d.problems]
    elif write_po:
        work.flush()


def _event(item: Draft, target: str, known: Recalled | None) -> Event:
    notes = ([known.note] if known else []) + list(item.problems)
    return Event(
        "",
        "",
        item.engine.split(" ")[0],
        "draft",
        item.key,
        item.text,
        digest(target) if target else "",
        engine=item.engine,
        glossary=item.glossary,
        score=known.score if known else None,
        note="; ".join(notes),
    )


def _open(unit: Unit, redo: bool) -> bool:
    """Whether the machine may write here: nothing stands there, or (redo) only what a machine wrote."""
    if unit.state is State.MISSING:
        return True
    return redo and unit.state is State.DRAFT and not _touched(unit.events)


def _touched(events: Iterable[Event]) -> bool:
    return any(e.do in HUMAN for e in events)
