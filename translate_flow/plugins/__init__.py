"""Members of the families that other packages bring: found by entry point, loaded and called under guard.

Nobody's package can end a command: one that cannot be loaded, or is not what its family asks for, is left out
and reported in one line that names it; an error of its code while it works is an error of this program's own
kind, so that what does not need it goes on.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points
from typing import ParamSpec, TypeVar

from ..errors import PluginError, TranslateFlowError
from ..messages import Message
from . import messages as said

T = TypeVar("T")
P = ParamSpec("P")

GROUPS = {
    "formats": "translate_flow.formats",
    "engines": "translate_flow.engines",
    "checks": "translate_flow.checks",
    "outputs": "translate_flow.outputs",
}
"""Entry-point group of each family."""


@dataclass
class _Heard:
    """What was found wrong with packages in this process, and how much of it was asked for."""

    lines: list[Message] = field(default_factory=list)
    given: int = 0


_heard = _Heard()


def reported() -> tuple[Message, ...]:
    """Messages about packages that could not be used, since this was last asked for; each is given once."""
    new = tuple(_heard.lines[_heard.given :])
    _heard.given = len(_heard.lines)
    return new


def report(error: PluginError) -> None:
    """Keep the message about a package that is left out, for the one who talks to the user."""
    if error.message not in _heard.lines:
        _heard.lines.append(error.message)


def members(
    family: str, wanted: Callable[[object, Message], T | None], name: str = ""
) -> Iterator[tuple[str, T]]:
    """Other packages' members of a family, or the one of that name, with their names.

    `wanted` is given what was loaded and what to call it; it returns the member if it is one, else None. What
    cannot be used is left out and reported (`reported`). Asked for by `name`, it raises PluginError instead.
    """
    for entry in _entries(family, name):
        try:
            yield entry.name, load(entry, family, wanted)
        except PluginError as error:
            if name:
                raise
            report(error)


def names(family: str) -> list[str]:
    """Names that other packages' entry points give to members of a family; nothing is loaded."""
    return sorted({entry.name for entry in _entries(family, "")})


def load(entry: EntryPoint, family: str, wanted: Callable[[object, Message], T | None]) -> T:
    """What an entry point names. Raises PluginError."""
    try:
        found = entry.load()
    except (KeyboardInterrupt, GeneratorExit):
        raise
    except BaseException as cause:  # code of others may do anything at import, even end the program
        raise PluginError(said.NOT_LOADED(who=_who(entry), cause=_what(cause))) from cause
    try:
        member = wanted(found, _who(entry))
    except Exception as cause:
        raise PluginError(said.NOT_USABLE(who=_who(entry), member=entry.value, cause=_what(cause))) from cause
    if member is None:
        raise PluginError(
            said.OF_ANOTHER_KIND(
                who=_who(entry), member=entry.value, family=family, kind=type(found).__name__
            )
        )
    return member


def guarded(act: Callable[P, T], who: Message, kept: tuple[type[BaseException], ...] = ()) -> Callable[P, T]:
    """The function, with errors of its code that are not this program's own raised as PluginError naming `who`."""

    def call(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return act(*args, **kwargs)
        except (TranslateFlowError, OSError):
            raise
        except Exception as cause:
            if isinstance(cause, kept):
                raise
            raise PluginError(said.FAILED(who=who, cause=_what(cause))) from cause

    return call


def _who(entry: EntryPoint) -> Message:
    package = entry.dist.metadata["Name"] if entry.dist is not None else entry.module
    family = entry.group.rpartition(".")[2].removesuffix("s")
    return said.PACKAGE(package=package, family=family, name=entry.name)


def _what(cause: BaseException) -> str:
    words = " ".join(str(cause).split())
    return f"{type(cause).__name__}: {words[:200]}" if words else type(cause).__name__


@lru_cache(maxsize=32)
def _installed(
    find: Callable[..., Iterable[EntryPoint]], group: str, path: tuple[str, ...]
) -> list[EntryPoint]:
    """Entry points of a group: looked for once, as each search reads the metadata of all that is installed."""
    return sorted(find(group=group), key=lambda e: (e.name, e.value))


def _entries(family: str, name: str) -> Iterator[EntryPoint]:
    seen: set[tuple[str, str]] = set()
    for entry in _installed(entry_points, GROUPS[family], tuple(sys.path)):
        if name and entry.name != name:
            continue
        if (entry.name, entry.value) not in seen:
            seen.add((entry.name, entry.value))
            yield entry
