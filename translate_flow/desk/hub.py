"""News for the open pages, by server-sent events: changed units, people, jobs."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..errors import Away
from ..messages import Message
from ..workspace.access import EVERYTHING, Access

BEAT = 15.0
"""Seconds after which an idle stream says that it is alive."""
WAITING = 500
"""News one page may be behind with; a page that is further behind is told to load anew."""

SENTENCES = frozenset({"error", "reasons"})
"""What news hold that a person reads."""
Topic = tuple[str, str]
"""Language and statement; two empty texts for the overview."""
OVERVIEW: Topic = ("", "")


@dataclass(eq=False)
class Listener:
    """One open page."""

    topic: Topic
    tab: str
    """The page's own id."""
    person: str
    translate: Callable[[Message], str] = str
    """Says a message in the page's language."""
    session: str = ""
    """The session it was opened in."""
    access: Access = EVERYTHING
    """What its person may see, looked up anew for each piece of news."""
    valid: Callable[[], bool] = lambda: True
    """Whether the session still holds; the stream ends with it."""
    key: str = ""
    """Segment its person is in."""
    news: asyncio.Queue[str] = field(default_factory=lambda: asyncio.Queue(WAITING))

    def hears(self, topic: Topic | None, data: Mapping[str, Any]) -> bool:
        """Whether the news are for this page: they are on its topic (None: any), and of statements its person may see.

        Of news that name no statement nobody can tell what they give away: only the empty ones are everybody's.
        """
        if topic not in (None, self.topic) or not self.valid():
            return False
        if self.access is EVERYTHING or data.get("kind") == "model":
            return True  # a model of a language gives nothing of any statement away
        try:
            return self._may_hear(topic, data)
        except Away:
            return False  # nobody can say what its person may see

    def take(self, event: str) -> None:
        """One more; where too many wait, the page has to be loaded anew."""
        if self.news.full():
            while not self.news.empty():
                self.news.get_nowait()
            self.news.put_nowait("event: reload\ndata: {}\n\n")
        self.news.put_nowait(event)

    def _may_hear(self, topic: Topic | None, data: Mapping[str, Any]) -> bool:
        if topic not in (None, OVERVIEW):
            return self.access.sees(topic[1], topic[0])
        names = [data["name"]] if data.get("name") else data.get("names", [])
        language = data.get("language", "")
        return all(self.access.sees(name, language) for name in names) if names else not data


Here = dict[str, str]
"""One page of a statement: its `tab`, its `person`, and the `key` of the segment they are in."""


class Hub:
    """All open pages. Used from the server's event loop only, but for `tell_from_thread`."""

    def __init__(self) -> None:
        self.listeners: set[Listener] = set()
        self.abroad: dict[Topic, list[Here]] = {}
        """The pages of statements that are open at other desks of the same team."""
        self.moved: Callable[[Topic, list[Here]], None] = lambda topic, here: None
        """Called with the pages of a statement at this desk when one came, went, or moved on."""
        self.loop: asyncio.AbstractEventLoop | None = None
        self.closing = asyncio.Event()
        self.told = 0
        """How many pieces of news there were."""
        self._told: dict[Topic, tuple[str, ...]] = {}

    def tell(
        self,
        topic: Topic | None,
        kind: str,
        data: Mapping[str, Any],
        to: Callable[[str], bool] = lambda _person: True,
    ) -> None:
        """News for all pages on a topic, or for every page, of the people `to` whom they are; an `error` and
        `reasons` in them in each page's language."""
        self.told += 1
        same = _event(kind, data) if SENTENCES.isdisjoint(data) else ""
        for listener in self.listeners:
            if to(listener.person) and listener.hears(topic, data):
                listener.take(same or _event(kind, _in_words(data, listener.translate)))

    def tell_about(self, places: Collection[Topic]) -> None:
        """For the overviews of all who may see one of these statements: something about them changed."""
        self.told += 1
        for listener in self.listeners:
            if any(listener.hears(OVERVIEW, {"language": tag, "name": name}) for tag, name in places):
                listener.take(_event("statement", {}))

    def tell_from_thread(self, topic: Topic | None, kind: str, data: Mapping[str, Any]) -> None:
        """The same, from another thread."""
        if self.loop is not None and not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self.tell, topic, kind, data)

    async def stream(
        self,
        listener: Listener,
        state: Callable[[], str],
        jobs: Callable[[], list[dict[str, Any]]] = list,
    ) -> AsyncIterator[str]:
        """The events of one page, until it goes; `state` names what a page should know by now, `jobs` gives the last
        news of the work under way: a page was made, or has last listened, some time before."""
        self.listeners.add(listener)
        self._somebody_moved(listener.topic)
        try:
            known: dict[str, Any] = {"state": state()}
            with contextlib.suppress(Away):
                known["jobs"] = await asyncio.to_thread(jobs)
            yield f"retry: 1000\n{_event('hello', known)}"
            while not self.closing.is_set() and listener.valid():
                try:
                    yield await asyncio.wait_for(listener.news.get(), BEAT)
                except TimeoutError:
                    yield ": still here\n\n"
        finally:
            self.listeners.discard(listener)
            self._somebody_moved(listener.topic)

    def move(self, tab: str, topic: Topic, key: str, person: str, session: str) -> None:
        """A page's person has gone to a segment."""
        for listener in self.listeners:
            if listener.tab == tab and listener.topic == topic and listener.session == session:
                listener.key, listener.person = key, person
        self._somebody_moved(topic)

    def here(self, topic: Topic) -> list[Here]:
        """The pages of a statement that are open at this desk."""
        return [
            {"tab": listener.tab, "person": listener.person, "key": listener.key}
            for listener in self.listeners
            if listener.topic == topic
        ]

    def tabs(self) -> set[str]:
        """All open pages, those at other desks included."""
        abroad = {page["tab"] for pages in self.abroad.values() for page in pages}
        return {listener.tab for listener in self.listeners} | abroad

    def _somebody_moved(self, topic: Topic) -> None:
        if topic != OVERVIEW:
            self.tell_people(topic)
            self.moved(topic, self.here(topic))

    def tell_people(self, topic: Topic) -> None:
        """Tell all pages of a statement who is where."""
        here = [*self.here(topic), *self.abroad.get(topic, [])]
        self.tell(topic, "people", {"here": here, "at": time.time()})
        now = tuple(sorted({one["person"] for one in here}))
        if self._told.get(topic, ()) != now:
            self._told[topic] = now
            if not now:
                del self._told[topic]
            self.tell(OVERVIEW, "where", {"language": topic[0], "name": topic[1], "people": now})

    def where(self) -> dict[Topic, tuple[str, ...]]:
        """Who has which statement open now."""
        return dict(self._told)

    def close(self) -> None:
        """End all streams."""
        self.closing.set()
        for listener in self.listeners:
            if not listener.news.full():
                listener.news.put_nowait(": the desk is closing\n\n")


def _event(kind: str, data: Mapping[str, Any]) -> str:
    return f"event: {kind}\ndata: {json.dumps(data, ensure_ascii=True, separators=(',', ':'))}\n\n"


def _in_words(data: Mapping[str, Any], translate: Callable[[Message], str]) -> dict[str, Any]:
    spoken = {
        k: translate(v) if isinstance(v, Message) else [translate(s) for s in v]
        for k, v in data.items()
        if k in SENTENCES
    }
    return {**data, **spoken}
