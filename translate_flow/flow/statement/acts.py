"""Which events are one act: what a person does at once, on however many segments and statements."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace

from ...catalogue.states import UNDO, undone
from ...errors import NotAllowed
from ...model import Event
from ...workspace.access import present
from . import messages as said

_ACT: ContextVar[str] = ContextVar("act", default="")


@contextmanager
def one_act(name: str = "") -> Iterator[str]:
    """What is journalled within is one act, of that name or of a new one, which is given; inside another, a part of it."""
    if outer := _ACT.get():
        yield outer
        return
    token = _ACT.set(name or new_act())
    try:
        yield _ACT.get()
    finally:
        _ACT.reset(token)


def new_act() -> str:
    """A name for an act: six hex digits, as short as a person can copy and as long as a workspace needs."""
    return secrets.token_hex(3)


def named(events: Iterable[Event]) -> Sequence[Event]:
    """New events with the name of the act they belong to, if there is one."""
    name = _ACT.get()
    return [replace(e, act=e.act or name) for e in events] if name else list(events)


@dataclass(frozen=True, slots=True)
class Act:
    """What was done at once, in one journal."""

    name: str
    """Six hex digits by which it can be asked for."""
    events: tuple[Event, ...]
    """What it did, in the journal's order; never empty."""
    undone: bool = False
    """Whether nothing of it counts any more."""

    @property
    def at(self) -> str:
        """When it was done, RFC 3339."""
        return self.events[0].at

    @property
    def by(self) -> str:
        """Who did it; the engine, if it was a draft."""
        return self.events[0].by

    @property
    def keys(self) -> tuple[str, ...]:
        """Segments it was done to, by their keys then."""
        return tuple(dict.fromkeys(e.key for e in self.events))

    @property
    def deeds(self) -> tuple[str, ...]:
        """What was done, each kind once: `edit`, `dismiss` …"""
        return tuple(dict.fromkeys(e.do for e in self.events))

    @property
    def undoes(self) -> str:
        """Name of the act that it undid; empty if it undid none."""
        reason = self.events[0].reason
        return str(reason.values.get("act", "")) if self.events[0].do == UNDO and reason is not None else ""


def acts(events: Sequence[Event]) -> list[Act]:
    """The acts of one journal, oldest first.

    Events that name an act belong to it; of the others, one person's of one moment do: they were written at once.
    """
    groups: dict[tuple[str, ...], list[Event]] = {}
    for event in events:
        groups.setdefault((event.act,) if event.act else (event.at, event.by), []).append(event)
    gone = undone(events)
    return [
        Act(some[0].act or some[0].id[-6:], tuple(some), all(e.id in gone for e in some))
        for some in groups.values()
    ]


def must_be_allowed(events: Sequence[Event], name: str, language: str) -> None:
    """Raise NotAllowed if whoever is present may not do all of this to that statement in that language."""
    access = present()
    if not all(access.may(event.do, name, language) for event in events):
        raise NotAllowed(said.NOT_YOUR_ROLE(name=name))
