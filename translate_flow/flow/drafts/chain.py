"""Engines one after the other: where one fails, the next takes over for what is left."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice

from ... import __version__
from ...drafting import Draft, draft, due
from ...drafting.cache import DraftCache, KeptDraft, key
from ...engines import Engine, Factory
from ...errors import EngineError
from ...glossary import Glossary
from ...model import Segment
from ...names.found import found
from ...names.name import Name
from ...workspace import Workspace

KEEP_EVERY = 50
"""Drafts after which the cache is written, and segments it is asked for at a time."""


@dataclass
class EngineChain:
    """The engines of one job, each started when it is first needed."""

    workspace: Workspace
    language: str
    """Target language."""
    notices: list[str] = field(default_factory=list)
    """Which engine gave up, and which took over, one sentence each."""
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
        glossary: Glossary,
        mentions: Mapping[str, str],
        names: Callable[[str], Sequence[Name]] = found,
    ) -> Iterator[Draft]:
        """A draft for each segment, by the first of the engines that can make it; `names` are held.

        An engine that cannot be started, or gives up, is left for the rest of the job; a segment
        it cannot translate goes to the next one alone. Raises the last engine's EngineError when
        segments are left.
        """
        left = list(segments)
        last: EngineError | None = None
        for place, factory in enumerate(factories):
            if not left:
                return
            failed: list[EngineError] = []
            done: set[str] = set()
            try:
                for item in self._with(self._engine(factory), left, glossary, mentions, names, failed):
                    done.add(item.key)
                    yield item
            except EngineError as error:
                last = self._gone[factory.name] = error
            else:
                last = failed[0] if failed else last
            left = [segment for segment in left if segment.key not in done]
            if left and last is not None and place + 1 < len(factories):
                self.notices.append(
                    f"{last}; {factories[place + 1].name} takes over for {len(left)} segments"
                )
        if left:
            raise last or EngineError("no engine is left")

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
        glossary: Glossary,
        mentions: Mapping[str, str],
        names: Callable[[str], Sequence[Name]],
        failed: list[EngineError],
    ) -> Iterator[Draft]:
        """Drafts by one engine; those it made before come from the cache, between the others."""
        if self._cache is None:
            self._cache = DraftCache(self.workspace.cache)
        cache = self._cache
        name = f"{engine.name} {engine.version}".strip()
        known: dict[bytes, KeptDraft] = {}
        keys: dict[str, bytes] = {}
        same: dict[bytes, list[str]] = {}
        ready: list[Draft] = []

        def asked() -> Iterator[Segment]:
            """Segments for the engine, looked up in the cache some at a time, as it takes them."""
            source = iter(segments)
            while some := list(islice(source, KEEP_EVERY)):
                keys.update(self._keys(engine, some, glossary, mentions, names))
                known.update(cache.find([keys[segment.key] for segment in some]))
                for segment in some:
                    place = keys[segment.key]
                    if kept := known.get(place):
                        ready.append(Draft(segment.key, kept.text, name, glossary.hash, kept.problems))
                    elif place in same:
                        same[place].append(segment.key)
                    else:
                        same[place] = []
                        yield segment

        waiting: dict[bytes, KeptDraft] = {}
        try:
            drafts = draft(
                asked(),
                glossary,
                engine,
                mentions=mentions,
                language=self.language,
                failed=failed,
                names=names,
            )
            for item in drafts:
                place = keys[item.key]
                waiting[place] = known[place] = KeptDraft(item.text, item.problems)
                if len(waiting) >= KEEP_EVERY:
                    cache.keep(waiting)
                    waiting = {}
                yield item
                ready += [replace(item, key=other) for other in same[place]]
                yield from ready
                ready.clear()
        except EngineError:
            yield from ready
            raise
        finally:
            cache.keep(waiting)
        yield from ready

    def _keys(
        self,
        engine: Engine,
        segments: Sequence[Segment],
        glossary: Glossary,
        mentions: Mapping[str, str],
        names: Callable[[str], Sequence[Name]],
    ) -> dict[str, bytes]:
        """Cache keys by segment key: everything a draft comes from.

        An online service gets better (or worse) without a word, so its answers are good for a month.
        """
        month = "" if engine.private else f"{date.today():%Y-%m}"
        source = self.workspace.settings.languages.source
        common = (
            __version__, engine.name, engine.version, getattr(engine, "fingerprint", ""), source, self.language,
            glossary.hash, month,
        )  # fmt: skip
        made: dict[str, bytes] = {}
        for s in segments:
            held = [f"{name.start}-{name.end}" for name in names(s.text)]
            made[s.key] = key([*common, *sorted(due(s, mentions, glossary)), " ".join(held), s.text])
        return made
