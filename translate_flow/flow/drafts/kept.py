"""Drafts that an engine made before, from the cache, in between those it makes now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from ...drafting import Draft
from ...drafting.cache import DraftCache, KeptDraft
from ...engines import Engine
from ...errors import EngineError
from ...model import Segment
from .brief import Brief

KEEP_EVERY = 50
"""Drafts after which the cache is written, and segments it is asked for at a time."""


@dataclass
class KeptDrafts:
    """The cache, as one engine's job uses it: asks the engine only for what is not in it, and each text once."""

    cache: DraftCache
    engine: Engine
    brief: Brief
    keys_of: Callable[[Sequence[Segment]], Mapping[str, bytes]]
    """Place in the cache of each segment's draft, by segment key."""
    _keys: dict[str, bytes] = field(default_factory=dict)
    _known: dict[bytes, KeptDraft] = field(default_factory=dict)
    _same: dict[bytes, list[str]] = field(default_factory=dict)
    _ready: list[Draft] = field(default_factory=list)

    def asked(self, segments: Iterable[Segment]) -> Iterator[Segment]:
        """Segments for the engine, looked up in the cache some at a time, as it takes them."""
        source = iter(segments)
        while some := list(islice(source, KEEP_EVERY)):
            self._keys.update(self.keys_of(some))
            self._known.update(self.cache.find([self._keys[segment.key] for segment in some]))
            for segment in some:
                place = self._keys[segment.key]
                if kept := self._known.get(place):
                    self._ready.append(self._again(segment, kept))
                elif place in self._same:
                    self._same[place].append(segment.key)
                else:
                    self._same[place] = []
                    yield segment

    def among(self, drafts: Iterable[Draft]) -> Iterator[Draft]:
        """The engine's drafts, each followed by those that were ready, and the cache written as they come.

        Raises the engine's EngineError after what was ready.
        """
        waiting: dict[bytes, KeptDraft] = {}
        try:
            for item in drafts:
                place = self._keys[item.key]
                waiting[place] = self._known[place] = KeptDraft(item.text, item.problems)
                if len(waiting) >= KEEP_EVERY:
                    self.cache.keep(waiting)
                    waiting = {}
                yield item
                self._ready += [replace(item, key=other) for other in self._same[place]]
                yield from self._ready
                self._ready.clear()
        except EngineError:
            yield from self._ready
            raise
        finally:
            self.cache.keep(waiting)
        yield from self._ready

    def _again(self, segment: Segment, kept: KeptDraft) -> Draft:
        name = f"{self.engine.name} {self.engine.version}".strip()
        faults = self.brief.judge(segment, kept.text)
        return Draft(segment.key, kept.text, name, self.brief.glossary.hash, kept.problems, faults)
