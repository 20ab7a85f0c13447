"""Drafts: engines fill what is missing, each result journalled as it comes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace

from ...catalogue.messages import combined
from ...drafting import Draft
from ...drafting.lone import foreign, noted
from ...engines import Factory
from ...errors import EngineError, TranslateFlowError
from ...glossary import Glossary
from ...language.spans import Spans
from ...language.text import digest, fold
from ...messages import several
from ...model import Event, Segment
from ...names.name import Name
from ..memory import Memory
from ..statement.acts import one_act
from ..statement.work import Work
from .brief import brief_of
from .chain import EngineChain
from .engines import still
from .messages import NOT_FINISHED
from .plan import Drafted, DraftPlan, open_memory, plan, questions, recalled
from .recall import ENGINE, Recalled, joined, mentions_in_parts

__all__ = ["DraftPlan", "Drafted", "plan", "run"]

JOURNAL_SECONDS = 0.3
"""Results are journalled at least this often while a job runs."""
PO_SECONDS = 5.0
"""The PO file follows about this often; the journal is enough to bring it up to date."""
PO_SHARE = 30
"""Times as long as writing it took the PO file is left alone; large ones are written more rarely."""

Progress = Callable[[str, int, int], None]
"""Called with the statement's name, segments done and segments to do."""


def run(
    plan: DraftPlan, progress: Progress | None = None, results: list[Drafted] | None = None
) -> Iterator[Drafted]:
    """Do the job, statement by statement. What is finished stays finished, however the job ends.

    `results` is filled with all statements at once, and kept up to date for whoever is interrupted.
    Where the last engine gives up, or a file cannot be read or written, the next statement has its
    turn; the first such error (EngineError, CatalogueError …) is raised when all have had it, and each
    is in its statement's result. KeyboardInterrupt passes through.
    """
    jobs = [(work, segments, seen) for (work, segments), seen in zip(plan.works, plan.outlook(), strict=True)]
    if results is not None:
        results += [seen for _, _, seen in jobs]
    with ExitStack() as stack:
        memory = open_memory(plan, stack)
        chain = stack.enter_context(EngineChain(plan.workspace, plan.language))
        for work, segments, result in jobs:
            try:
                _one(plan, memory, chain, work, segments, result, progress)
            except TranslateFlowError as error:
                result.error = error
            result.notices, chain.notices = (*result.notices, *chain.notices), []
            yield result
    for _, _, result in jobs:
        if result.error is not None:
            raise result.error


def _one(
    plan: DraftPlan,
    memory: Memory | None,
    chain: EngineChain,
    work: Work,
    segments: Sequence[Segment],
    result: Drafted,
    progress: Progress | None,
) -> None:
    """One statement: what the memory knows, then what is left for the engines."""
    result.act = plan.act
    known = recalled(plan, memory, work, segments) if memory is not None and segments else {}
    if memory is not None:
        result.notices, memory.notices = tuple(memory.notices), []
    if known:
        _remember(work, known, result)
    left = questions(segments, known)
    if progress is not None and segments:
        progress(work.name, result.done, result.wanted)
    if left and plan.chains[work.name]:
        still(plan.workspace, plan.chains[work.name], work.name)
        _statement(work, left, known, chain, plan.chains[work.name], result, progress)


def _remember(work: Work, known: Mapping[str, Recalled], result: Drafted) -> None:
    """Journal what the memory knows whole."""
    whole = [found for found in known.values() if found.whole]
    drafts = [Draft(found.segment.key, found.text, ENGINE, "") for found in whole]
    before = result.done
    _store(work, drafts, _digests(work), result, known, whole=True)
    result.remembered = result.done - before


def _digests(work: Work) -> dict[str, str]:
    return {u.key: digest(u.target) for u in work.units}


def _statement(
    work: Work,
    segments: Sequence[Segment],
    known: Mapping[str, Recalled],
    chain: EngineChain,
    factories: Sequence[Factory],
    result: Drafted,
    progress: Progress | None,
) -> None:
    brief = brief_of(work)
    brief = replace(brief, mentions=mentions_in_parts(brief.mentions, known, brief.glossary))
    result.names = _unlisted(segments, brief.glossary, brief.names)
    source = work.workspace.settings.languages.source.split("-")[0].lower()
    result.foreign = tuple(
        segment.text[start:end]
        for segment in segments
        for start, end, _ in foreign(segment.text, noted(segment.note), source)
    )
    chain.tallies, chain.turned_down = result.tallies, result.turned_down
    waiting: list[Draft] = []
    journalled = written = looked = time.monotonic()

    def look() -> None:
        """A person may mark it while its first half is on its way."""
        nonlocal looked
        now = time.monotonic()
        if now - looked >= JOURNAL_SECONDS:
            looked = now
            still(work.workspace, factories, work.name)

    found = chain.drafts(factories, segments, brief, look)
    pause = PO_SECONDS
    started_from = _digests(work)
    try:
        for item in joined(found, known):
            waiting.append(item)
            now = time.monotonic()
            if now - journalled >= JOURNAL_SECONDS:
                late = now - written >= pause
                _store(work, waiting, started_from, result, known, whole=late)
                journalled, written = now, now if late else written
                if late:
                    pause = max(PO_SECONDS, PO_SHARE * (time.monotonic() - now))
            if progress is not None:
                progress(work.name, result.done + len(waiting), result.wanted)
    except EngineError as error:
        _store(work, waiting, started_from, result, known, whole=True)
        left = result.wanted - result.done
        problem = several([*chain.notices, error.message])
        chain.notices = []
        raise EngineError(NOT_FINISHED(name=work.name, problem=problem, n=left)) from error
    finally:
        _store(work, waiting, started_from, result, known, whole=True)


def _unlisted(
    segments: Sequence[Segment], glossary: Glossary, names: Callable[[str], Sequence[Name]]
) -> tuple[str, ...]:
    """Names in the segments that no glossary lists, each once."""
    found: dict[str, str] = {}
    for segment in segments:
        here = names(segment.text)
        taken = Spans((m.start, m.end) for m in (glossary.find(segment.text) if here else ()))
        for name in here:
            if not name.gives_way(taken):
                found.setdefault(" ".join(fold(name.text).split()), name.text)
    return tuple(found.values())


def _store(
    work: Work,
    waiting: list[Draft],
    started_from: dict[str, str],
    result: Drafted,
    known: Mapping[str, Recalled],
    *,
    whole: bool,
) -> None:
    """Journal the waiting drafts, except where somebody has written a text meanwhile; if `whole`, the PO file follows at
    once.

    One made anew that is the draft there was before is done, but is not an event.
    """
    taken = list(waiting)
    waiting.clear()
    same: list[str] = []

    def make(now: Work) -> Sequence[Event]:
        keys = {d.key for d in taken}
        entries = {e.key: e for e in now.catalogue.entries if e.key in keys}
        free = [
            d for d in taken if d.key in entries and digest(entries[d.key].target) == started_from.get(d.key)
        ]
        again = [d for d in free if d.text == entries[d.key].target]
        history = now.counting if again else {}
        same[:] = [d.key for d in again if _last(history.get(d.key, ())) == (d.engine, d.glossary)]
        return [_event(d, entries[d.key].target, known.get(d.key)) for d in free if d.key not in same]

    if taken:
        with one_act(result.act), work.journal_only(not whole):
            events = work.change(make, durable=whole)
        made = {event.key for event in events}
        made.update(same)
        result.done += len(made)
        for item in taken:
            if item.key in made:
                result.hands[item.engine] = result.hands.get(item.engine, 0) + 1
        result.problems += [(d.key, problem) for d in taken for problem in d.problems]
    elif whole:
        work.flush()


def _last(events: Sequence[Event]) -> tuple[str, str]:
    """Engine and glossary of the newest draft."""
    return next(((e.engine, e.glossary) for e in reversed(events) if e.do == "draft"), ("", ""))


def _event(item: Draft, target: str, known: Recalled | None) -> Event:
    recalled = known.reasons if known else ()
    return Event(
        by=item.engine.split(" ")[0],
        do="draft",
        key=item.key,
        text=item.text,
        base=digest(target) if target else "",
        engine=item.engine,
        glossary=item.glossary,
        score=known.score if known else None,
        reason=combined([*recalled, *item.reasons, *item.problems]),
    )
