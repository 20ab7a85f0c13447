"""Passages through Firefox's models, sentence by sentence."""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import PackageNotFoundError, version
from types import TracebackType
from typing import TypeVar

from ...errors import EngineError, Unavailable
from ...language.chunks import cut, outer_space, sentences
from ...language.text import has_letters
from ...passage import Passage
from ..messages import CLOSED
from .messages import NO_ANSWER, UNTRANSLATABLE
from .models import Loaded, ModelFiles
from .verify import Failed, guarded

T = TypeVar("T")
_here = threading.local()
"""The models of the thread that looks: each engine has one of its own, and they end with it."""


class FirefoxEngine:
    """One model, or two one after the other; see the Engine protocol.

    The compiled engine belongs to the thread that made it and stops with a panic in any
    other, so it lives and dies in a thread of its own, and any thread may call this one.
    """

    name = "firefox"
    private = True
    style = "word"

    def __init__(self, route: Sequence[ModelFiles]) -> None:
        """`route`: from the source language to the target, in the order they are gone through.

        Raises Unavailable for a model that cannot be loaded.
        """
        self._home = ThreadPoolExecutor(1, "firefox")
        try:
            self.fingerprint = self._home.submit(_at_home, self._load, route).result()
        except BaseException:
            self.close()
            raise
        self.version = f"{_library()} {self.fingerprint}"

    def __enter__(self) -> FirefoxEngine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the models, when the piece under way is done; may be called twice."""
        self._home.shutdown(wait=False, cancel_futures=True)

    def _load(self, route: Sequence[ModelFiles]) -> str:
        _here.models = [files.load() for files in route]
        return " ".join(f"{model.pair}.{model.digest}" for model in _here.models)

    def translate(self, passages: Iterable[Passage]) -> Iterator[str]:
        """The translations, in order and each as soon as it is there, marks still in them.

        Raises EngineError for a passage that the model answers with nothing.
        """
        for passage in passages:
            try:
                work = self._home.submit(_at_home, self._passage, passage)
            except RuntimeError as cause:
                raise Unavailable(CLOSED(name="firefox")) from cause
            yield work.result()

    def _passage(self, passage: Passage) -> str:
        marks = [held.mark for held in passage.held]
        return "\n".join(self._line(line, marks) for line in passage.text.split("\n"))

    def _line(self, line: str, marks: Sequence[str]) -> str:
        for model in _here.models:
            before, core, after = outer_space(line)
            out = [before]
            for sentence in sentences(core, model.source):
                for piece in cut(sentence.text, model.takes, model.source):
                    out += [_piece(model, piece.text, marks), piece.gap]
                out.append(sentence.gap)
            line = "".join(out) + after
        return line


def _at_home(work: Callable[..., T], *given: object) -> T:
    """What the work returns. An error goes to other threads, so that nothing it has passed may still hold a model:
    whoever lets go of the error last would let go of the model too."""
    try:
        return work(*given)
    except BaseException as error:
        raised: BaseException | None = error
        while raised is not None:
            traceback.clear_frames(raised.__traceback__)
            raised = raised.__cause__ or raised.__context__
        raise


def _piece(model: Loaded, text: str, marks: Sequence[str]) -> str:
    bare = text
    for mark in marks:
        bare = bare.replace(mark, "")
    if not has_letters(bare):
        return text
    try:
        with guarded():
            answer = model.translator.translate(text).strip()
    except Failed as cause:
        raise EngineError(UNTRANSLATABLE(n=len(text))) from cause
    if not answer:
        raise EngineError(NO_ANSWER(n=len(text)))
    return answer


def _library() -> str:
    try:
        return version("fxtranslate")
    except PackageNotFoundError:
        return "unknown"
