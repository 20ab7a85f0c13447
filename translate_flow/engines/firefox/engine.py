"""Passages through Firefox's models, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from types import TracebackType

from ...errors import EngineError, Unavailable
from ...model import Passage
from ...pieces import cut, outer_space, sentences
from ...text import has_letters
from .models import Loaded

LONGEST = 500
"""Characters of one piece. The model cuts off without a word what goes beyond its context."""


class FirefoxEngine:
    """One model, or two one after the other; see the Engine protocol."""

    name = "firefox"
    private = True
    style = "word"

    def __init__(self, models: Sequence[Loaded]) -> None:
        """`models`: from the source language to the target, in the order they are gone through."""
        self._models = list(models)
        self.fingerprint = " ".join(f"{model.pair}.{model.digest}" for model in models)
        self.version = f"{_library()} {self.fingerprint}"

    def __enter__(self) -> FirefoxEngine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the models; may be called twice."""
        self._models = []

    def translate(self, passages: Sequence[Passage]) -> Iterator[str]:
        """The translations, in order and each as soon as it is there, marks still in them.

        Raises EngineError for a passage that the model answers with nothing.
        """
        if not self._models:
            raise Unavailable("firefox: the engine was closed; start it again")
        for passage in passages:
            marks = [held.mark for held in passage.held]
            yield "\n".join(self._line(line, marks) for line in passage.text.split("\n"))

    def _line(self, line: str, marks: Sequence[str]) -> str:
        before, core, after = outer_space(line)
        out = [before]
        for sentence in sentences(core):
            for piece in cut(sentence.text, lambda text: len(text) <= LONGEST):
                out += [self._piece(piece.text, marks), piece.gap]
            out.append(sentence.gap)
        return "".join(out) + after

    def _piece(self, text: str, marks: Sequence[str]) -> str:
        bare = text
        for mark in marks:
            bare = bare.replace(mark, "")
        if not has_letters(bare):
            return text
        answer = text
        for model in self._models:
            try:
                answer = model.translator.translate(answer).strip()
            except Exception as cause:
                raise EngineError(f"firefox: a piece of {len(text)} letters cannot be translated") from cause
            if not answer:
                raise EngineError(f"firefox: no answer for a piece of {len(text)} letters")
        return answer


def _library() -> str:
    try:
        return version("fxtranslate")
    except PackageNotFoundError:
        return "unknown"
