"""Drafts of segments by an engine: protect, translate, restore; and what to do when a term is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from ..errors import EngineError, RateLimited, Unavailable
from ..glossary import Glossary
from ..messages import Message
from ..model import Segment
from ..names.found import found as shown
from ..names.name import Name
from ..passage import Passage
from .lone import noted, whole_words
from .mentions import FirstMentions, due
from .messages import AT_SEGMENT, TERM_NOT_HELD, TOO_FEW_ANSWERS
from .protect import protect
from .queue import Judge, Queue, Task, no_faults
from .spelt import spelt

_IN_A_ROW = 3
"""Passages without an answer, one after the other, after which the engine is not asked for more."""


class Translator(Protocol):
    """What drafting needs of an engine."""

    name: str
    version: str
    style: str

    def translate(self, passages: Iterable[Passage]) -> Iterator[str]:
        """The translations, in order; passages are taken as there is room for them."""
        ...


@dataclass(frozen=True, slots=True)
class Draft:
    """An engine's translation of one segment, names in place."""

    key: str
    """The segment's key."""
    text: str
    """The translation."""
    engine: str
    """Engine and version, such as `apertium 3.8.3`."""
    glossary: str
    """Hash of the glossary it was made with."""
    problems: tuple[Message, ...] = ()
    """What a reviewer has to put right, such as "term not held: ternas"."""
    faults: tuple[Message, ...] = ()
    """Which facts of the source do not hold in it, as far as the caller's judge sees."""
    again: bool = False
    """Whether it is the engine's second answer, the first having lost a term or a fact."""
    reasons: tuple[Message, ...] = ()
    """Why it is this engine's, if others were asked before, and why it was taken if its facts do not hold."""


def generative(engine: object) -> bool:
    """Whether an engine may write what the source does not say; see the Engine protocol."""
    return getattr(engine, "generative", False) is True


def draft(
    segments: Iterable[Segment],
    glossary: Glossary,
    engine: Translator,
    *,
    mentions: Mapping[str, str] | None = None,
    language: str = "en",
    failed: list[EngineError] | None = None,
    names: Callable[[str], Sequence[Name]] = shown,
    around: Mapping[str, tuple[str, str]] | None = None,
    judge: Judge | None = None,
) -> Iterator[Draft]:
    """Drafts of the segments, in order and each as soon as it is there.

    `mentions` says where each explained term is first mentioned (`FirstMentions` of the whole
    document); without it these segments are taken for the whole. `language` is the target's tag. `names` finds in
    a text the names that no glossary lists. `around` has by key the paragraphs before and after a segment, for an
    engine that reads them; `judge` says which facts of a segment a draft has wrong (`Draft.faults`).
    Every term and code comes back exactly once or the draft carries a problem that says so.
    A segment the engine cannot translate is left out, and the error (EngineError) raised when
    the others are through, or added to `failed` where that is given. RateLimited, Unavailable
    and the third failure in a row are raised at once, after the drafts that are there.
    """
    if mentions is None:
        segments = list(segments)
        mentions = FirstMentions(segments, glossary)
    manner = engine.style, language
    beside = around if around is not None and generative(engine) else {}
    tasks = (_task(s, glossary, manner, mentions, names, beside.get(s.key, ("", ""))) for s in segments)
    queue = Queue(tasks, engine.style, language, judge or no_faults)
    failures: list[EngineError] = [] if failed is None else failed
    in_a_row = 0
    while queue.open or queue.unanswered:
        try:
            for answer in engine.translate(queue.questions()):
                queue.answered(answer)
                in_a_row = 0
                yield from _finished(queue, engine, glossary)
            if queue.unanswered:
                raise EngineError(TOO_FEW_ANSWERS(engine=engine.name))
        except EngineError as cause:
            if isinstance(cause, RateLimited | Unavailable) or not queue.unanswered:
                yield from _finished(queue, engine, glossary, all_of_them=True)
                raise
            if (task := queue.failed()) is not None:
                failures.append(EngineError(AT_SEGMENT(key=task.segment.key, cause=cause.message)))
                in_a_row += 1
            gone = in_a_row == _IN_A_ROW
            yield from _finished(queue, engine, glossary, all_of_them=gone)
            if gone:
                raise failures[-_IN_A_ROW] from cause
    if failures and failed is None:
        raise failures[0]


def _task(
    segment: Segment,
    glossary: Glossary,
    manner: tuple[str, str],
    mentions: Mapping[str, str],
    names: Callable[[str], Sequence[Name]],
    beside: tuple[str, str],
) -> Task:
    """A segment made ready: no word cut by a mark, and a Spanish one written out.

    `manner`: the engine's style and the target's tag.
    """
    text = whole_words(segment.text, noted(segment.note))
    if not manner[1].lower().startswith("es"):  # what is drafted into Spanish comes from elsewhere
        text = spelt(text, lambda: [(name.start, name.end) for name in names(text)])
    segment = replace(segment, text=text)
    found = glossary.found(segment.text)
    matches = found.held
    gloss = due(segment, mentions, glossary)
    kept = tuple(names(segment.text))
    passage = protect(
        segment.text, matches, manner[0], gloss=gloss, names=kept, note=segment.note, target=manner[1]
    )
    if any(beside):
        passage = replace(passage, before=beside[0], after=beside[1])
    return Task(segment, matches, passage, gloss, found.missed, kept)


def _finished(
    queue: Queue, engine: Translator, glossary: Glossary, *, all_of_them: bool = False
) -> Iterator[Draft]:
    name = f"{engine.name} {engine.version}".strip()
    for task, result in queue.finished(all_of_them=all_of_them):
        problems = (*(TERM_NOT_HELD(span=form) for form in task.missed), *result.problems)
        yield Draft(task.segment.key, result.text, name, glossary.hash, problems, task.faults, task.again)
