"""Other packages' engines under guard: whatever their code raises is an EngineError that names the package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ..errors import EngineError, PluginError, Unavailable
from ..messages import Message, verbatim
from ..passage import Passage
from . import guarded
from .messages import ANSWER_NOT_TEXT


class _Factory:
    """A factory whose errors are Unavailable."""

    def __init__(self, inner: Any, who: Message, nothing: Any) -> None:
        self._inner, self._who, self._nothing = inner, who, nothing
        self.name = str(inner.name)
        self.private = inner.private is True
        """Anything but a plain yes counts as an engine that sends text away."""
        self.description: Message | str = getattr(inner, "description", "")

    def facts(self) -> Any:
        """The engine's own; nothing is known if it has none, or fails."""
        if not hasattr(self._inner, "facts"):
            return self._nothing
        try:
            return guarded(self._inner.facts, self._who)()
        except PluginError:
            return self._nothing  # `missing` is asked as well, and says why

    def missing(self, source: str, target: str) -> Message | None:
        """Why it cannot run, which may be that its code fails; None if it can."""
        try:
            why = guarded(self._inner.missing, self._who)(source, target)
        except PluginError as error:
            return error.message
        return why if isinstance(why, Message) or why is None else verbatim(str(why)) if why else None

    def start(self, source: str, target: str) -> _Engine:
        """A running engine under guard. Raises Unavailable."""
        try:
            return _Engine(guarded(self._inner.start, self._who)(source, target), self._who)
        except PluginError as error:
            raise Unavailable(error.message) from error

    def __getattr__(self, name: str) -> Any:
        if name != "get":
            raise AttributeError(name)
        inner = guarded(self._inner.get, self._who)

        def get(source: str, target: str, origin: Path | None, progress: Any) -> Any:
            try:
                return inner(source, target, origin, progress)
            except PluginError as error:
                raise Unavailable(error.message) from error

        return get


class _Engine:
    """A running engine whose errors are EngineErrors."""

    def __init__(self, inner: Any, who: Message) -> None:
        self._inner, self._who = inner, who

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)

    def __enter__(self) -> _Engine:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def translate(self, passages: Iterable[Passage]) -> Iterator[str]:
        """The engine's answers; one that is not text, or one too few, is its failure."""
        try:
            answers = guarded(lambda: iter(self._inner.translate(passages)), self._who)()
            following = guarded(lambda: next(answers), self._who, (StopIteration,))
            while True:
                try:
                    answer = following()
                except StopIteration:
                    return
                if not isinstance(answer, str):
                    raise EngineError(ANSWER_NOT_TEXT(who=self._who, kind=type(answer).__name__))
                yield answer
        except PluginError as error:
            raise EngineError(error.message) from error

    def close(self) -> None:
        """End the engine; what fails then is not worth a word, the answers are there."""
        try:
            guarded(self._inner.close, self._who)()
        except PluginError:
            return


def factory(found: object, who: Message, nothing: Any) -> Any:
    """The factory under guard, whose facts are `nothing` if it has none; None if the object is not a factory."""
    needed = all(callable(getattr(found, name, None)) for name in ("missing", "start"))
    told = hasattr(found, "name") and hasattr(found, "private")
    return _Factory(found, who, nothing) if needed and told else None
