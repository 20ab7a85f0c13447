"""Engines one after the other: where one fails, the next takes over for what is left."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ... import __version__
from ...drafting import Draft, draft, due, generative
from ...drafting.cache import DraftCache, key
from ...engines import Engine, Factory
from ...errors import EngineError
from ...messages import Message
from ...model import Segment
from ...workspace import Workspace
from .brief import Brief
from .kept import KeptDrafts
from .messages import NO_ENGINE_LEFT, NOT_TAKEN, TAKEN_ALL_THE_SAME, TAKES_OVER
from .tally import Tally, wrong


@dataclass(frozen=True, slots=True)
class _Candidate:
    draft: Draft
    generative: bool


@dataclass
class EngineChain:
    """The engines of one job, each started when it is first needed."""

    workspace: Workspace
    language: str
    """Target language."""
    notices: list[Message] = field(default_factory=list)
    """Which engine gave up, and which took over, one message each."""
    tallies: dict[str, Tally] = field(default_factory=dict)
    """What became of the drafts so far, by engine and version."""
    turned_down: list[Draft] = field(default_factory=list)
    """Drafts of segments that have none now, since those of no engine hold."""
    _running: dict[str, Engine] = field(default_factory=dict)
    _gone: dict[str, EngineError] = field(default_factory=dict)
    _cache: DraftCache | None = None

    def __enter__(self) -> EngineChain:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End all engines and close the cache; may be called twice."""
        running, self._running = self._running, {}
        for engine in running.values():
            engine.close()
        if self._cache is not None:
            self._cache.close()
            self._cache = None

    def drafts(
        self,
        factories: Sequence[Factory],
        segments: Sequence[Segment],
        brief: Brief,
        look: Callable[[], None] = lambda: None,
    ) -> Iterator[Draft]:
        """A draft for each segment, by the first of the engines that can make it.

        A draft in which the brief's judge finds a fault, or
        that lost what was held, waits while the next engines try; where none makes one that holds, the one with the
        fewest faults is taken and says so, but never a generative engine's: that segment is left out, and its drafts
        added to `turned_down`. `look` is called before each draft is given out or kept waiting. An engine that cannot be started, or gives up, is left for the rest of the job; a
        segment it cannot translate goes to the next one alone. Raises the last engine's EngineError when segments
        are left that no engine answered.
        """
        left = list(segments)
        last: EngineError | None = None
        turned: dict[str, list[_Candidate]] = {}
        for place, factory in enumerate(factories):
            if not left:
                return
            failed: list[EngineError] = []
            done: set[str] = set()
            final = place + 1 == len(factories)
            try:
                engine = self._engine(factory)
                for item in self._with(engine, left, brief, failed):
                    look()
                    turned.setdefault(item.key, []).append(_Candidate(item, generative(engine)))
                    if wrong(item):
                        self.tallies.setdefault(item.engine, Tally()).doubt(item)
                        if not final:
                            continue
                    done.add(item.key)
                    yield from self._settled(turned[item.key])
            except EngineError as error:
                last = self._gone[factory.name] = error
            else:
                last = failed[0] if failed else last
            left = [segment for segment in left if segment.key not in done]
            unanswered = sum(segment.key not in turned for segment in left)
            if unanswered and last is not None and not final:
                other = factories[place + 1].name
                self.notices.append(TAKES_OVER(problem=last.message, engine=other, n=unanswered))
        for segment in left:
            yield from self._settled(turned.get(segment.key, []))
        if any(segment.key not in turned for segment in left):
            raise last or EngineError(NO_ENGINE_LEFT())

    def _settled(self, candidates: Sequence[_Candidate]) -> Iterator[Draft]:
        """The draft to take of those that the engines made for one segment, in the order they were asked; or none."""
        if not candidates:
            return
        allowed = [one.draft for one in candidates if not (one.generative and wrong(one.draft))]
        best = min(allowed, key=wrong, default=None)
        others = [one.draft for one in candidates if one.draft is not best]
        for item in others:
            self.tallies.setdefault(item.engine, Tally()).turned_down += 1
        if best is None:
            self.turned_down += others
            return
        self.tallies.setdefault(best.engine, Tally()).take(best)
        reasons = [NOT_TAKEN(engine=d.engine, faults=(*d.faults, *d.problems)) for d in others]
        if others and best.faults:
            reasons.append(TAKEN_ALL_THE_SAME(faults=best.faults))
        yield replace(best, reasons=tuple(reasons))

    def _engine(self, factory: Factory) -> Engine:
        """The running engine. Raises EngineError if it gave up before in this job."""
        if factory.name in self._gone:
            raise self._gone[factory.name]
        if factory.name not in self._running:
            source = self.workspace.settings.languages.source
            self._running[factory.name] = factory.start(source, self.language)
        return self._running[factory.name]

    def _with(
        self,
        engine: Engine,
        segments: Sequence[Segment],
        brief: Brief,
        failed: list[EngineError],
    ) -> Iterator[Draft]:
        """Drafts by one engine; those it made before come from the cache, between the others."""
        if self._cache is None:
            self._cache = DraftCache(self.workspace.cache)
        kept = KeptDrafts(self._cache, engine, brief, lambda some: self._keys(engine, some, brief))
        drafts = draft(
            kept.asked(segments),
            brief.glossary,
            engine,
            mentions=brief.mentions,
            language=self.language,
            failed=failed,
            names=brief.names,
            around=brief.around,
            judge=brief.judge,
        )
        yield from kept.among(drafts)

    def _keys(
        self,
        engine: Engine,
        segments: Sequence[Segment],
        brief: Brief,
    ) -> dict[str, bytes]:
        """Cache keys by segment key: everything a draft comes from, for a generative engine its neighbours too.

        An online service gets better (or worse) without a word, so its answers are good for a month.
        """
        month = "" if engine.private else f"{date.today():%Y-%m}"
        source = self.workspace.settings.languages.source
        common = (
            __version__, engine.name, engine.version, getattr(engine, "fingerprint", ""), source, self.language,
            brief.glossary.hash, month,
        )  # fmt: skip
        made: dict[str, bytes] = {}
        for s in segments:
            held = [f"{name.start}-{name.end}" for name in brief.names(s.text)]
            beside = brief.around.get(s.key, ()) if generative(engine) else ()
            made[s.key] = key(
                [*common, *beside, *sorted(due(s, brief.mentions, brief.glossary)), " ".join(held), s.text]
            )
        return made
