"""What the adapter has to know about a service, and where its key comes from."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from ...errors import EngineError, RateLimited, Unavailable
from ...language.chunks import Fits
from ...messages import Message
from ...passage import Passage
from .messages import (
    BAD_KEY,
    FAILS,
    NEEDS_EXTRA,
    NEEDS_KEY,
    NOT_ACCEPTED_STATUS,
    REDIRECTS,
    REJECTED,
    TOO_MANY,
    TOO_MANY_WAIT,
)
from .pace import retry_after
from .wire import Answer, AttemptFailed, Request

Send = Callable[[Request], Answer]
"""Sends one request; raises AttemptFailed for what brings no translation."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What one request asks for."""

    text: str
    """The passage's text or, if that is too long for one request, a piece of it."""
    marks: tuple[str, ...]
    """Marks that occur in it."""
    passage: Passage
    """Where it comes from."""


@dataclass(frozen=True, slots=True)
class Service:
    """One service, ready for one language pair."""

    name: str
    """The engine's."""
    ask: Callable[[Send, Asked], object]
    """Asks for one translation; what is in its place in the answer, which any exception but AttemptFailed says has none."""
    fits: Fits
    """Whether one request takes that text."""
    source: str
    """The language it translates from, by a tag: longer texts are cut between its sentences."""
    private: bool = False
    """Whether the text stays on this machine."""
    fingerprint: str = ""
    """Which of several servers it is."""
    judge: Callable[[Answer], None] = lambda _: None
    """Raises AttemptFailed for an answer that is none by the service's own rules; looked at first."""
    workers: int = 4
    """Requests under way at the same time."""
    interval: float = 0.0
    """Least seconds between the starts of two requests."""
    style: str = "word"
    """How held spans are shown to it; see the Engine protocol."""
    generative: bool = False
    """Whether it may write what the source does not say; see the Engine protocol."""
    version: str = ""
    """Its own version; public services tell none."""


def extra_missing(name: str) -> Message | None:
    """Why the engine of that name cannot run without the extra `online`, or None."""
    if find_spec("httpx") is None or find_spec("deep_translator") is None:
        return NEEDS_EXTRA(name=name)
    return None


def variable(name: str, what: str) -> str:
    """Environment variable of an engine's key or address, such as TRANSLATE_FLOW_DEEPL_KEY."""
    return f"TRANSLATE_FLOW_{name.upper()}_{what}"


def secret(name: str) -> str:
    """The engine's key: from the environment, else from the system keyring if that package is there.

    Keyring entry: service `translate-flow`, user the engine's name. Empty if there is none.
    Raises Unavailable for a key that cannot stand in a request; the message does not hold it.
    """
    key = os.environ.get(variable(name, "KEY"), "").strip() or _from_keyring(name).strip()
    if not (key.isascii() and key.isprintable()) or " " in key:
        raise Unavailable(BAD_KEY(name=name, variable=variable(name, "KEY")))
    return key


def _from_keyring(name: str) -> str:
    if find_spec("keyring") is None:
        return ""
    try:
        return import_module("keyring").get_password("translate-flow", name) or ""
    except Exception:
        # A locked or absent keyring is the same as none: the remedy given is the variable.
        return ""


def key_missing(name: str) -> Message | None:
    """Why the engine's key cannot be had, with the remedy, or None."""
    try:
        found = secret(name)
    except Unavailable as error:
        return error.message
    return None if found else NEEDS_KEY(name=name, variable=variable(name, "KEY"))


def same_language(source: str, target: str) -> bool:
    """Whether two tags name one language, whatever the region."""
    return primary(source) == primary(target)


def primary(tag: str) -> str:
    """The language of a BCP 47 tag, without script and region."""
    return tag.replace("_", "-").split("-")[0].lower()


def judge(name: str, answer: Answer, now: float) -> None:
    """Raise AttemptFailed unless the HTTP status is a success. `now`: seconds since 1970.

    The service's own words are never passed on: they may hold the text, or the key.
    """
    status = answer.status_code
    if 200 <= status < 300:
        return
    after = retry_after(answer.headers.get("retry-after"), now)
    if status == 429:
        wait = TOO_MANY_WAIT(name=name, seconds=f"{after:.0f}") if after else TOO_MANY(name=name)
        raise AttemptFailed(RateLimited(wait), again=True, after=after)
    if status in (408, 425) or status >= 500:
        raise AttemptFailed(Unavailable(FAILS(name=name, status=status)), again=True, after=after)
    if status in (401, 403):
        raise AttemptFailed(Unavailable(REJECTED(name=name, status=status)), fatal=True)
    if 300 <= status < 400:
        raise AttemptFailed(Unavailable(REDIRECTS(name=name, status=status)), fatal=True)
    raise AttemptFailed(EngineError(NOT_ACCEPTED_STATUS(name=name, status=status)))
