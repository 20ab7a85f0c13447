"""Segments on their way through an engine: asked one after the other, drafts in the order of the text.

The engine takes a passage when it has room for one, and terms are found, held and put back while
it is busy with others, so it never waits for a batch to be made ready. A segment that lost a term
is asked for again at once, between those that follow; so is one whose facts do not hold, if the engine
understands what it is told.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from ..messages import Message
from ..model import Match, Segment
from ..names.name import Name
from ..passage import Held, Passage
from .finish import MARKUP, finish, finish_again, with_marks
from .marks import wider
from .protect import protect
from .restore import Restored


@dataclass(slots=True, eq=False)
class Task:
    """A segment, and what became of it."""

    segment: Segment
    matches: tuple[Match, ...]
    """Terms to be held."""
    passage: Passage
    gloss: frozenset[str]
    """Terms that are explained here."""
    missed: tuple[str, ...] = ()
    """Terms that cannot be held."""
    names: tuple[Name, ...] = ()
    """Names to be held that no glossary lists."""
    result: Restored | None = None
    """The best so far; None while there is no answer, or if there will be none."""
    faults: tuple[Message, ...] = ()
    """What of the source's facts does not hold in the result."""
    again: bool = False
    """Whether the result is that of a second try."""
    done: bool = False
    """Whether nothing better is coming."""


@dataclass(slots=True, eq=False)
class _Second:
    """A second try: the text without marks for its terms, and the terms alone."""

    passage: Passage
    wanted: tuple[Held, ...]
    answers: list[str] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class _Question:
    task: Task
    passage: Passage
    second: _Second | None = None


Judge = Callable[[Segment, str], tuple[Message, ...]]
"""Says which of a segment's facts do not hold in a translation."""


def no_faults(_segment: Segment, _text: str) -> tuple[Message, ...]:
    """The judge that finds nothing."""
    return ()


class Queue:
    """What is to be asked, what has been asked, and what is finished."""

    def __init__(self, tasks: Iterator[Task], style: str, language: str, judge: Judge = no_faults) -> None:
        """`tasks` are taken one by one as the engine has room; `style` is the engine's."""
        self._judge = judge
        self._understands = style == "text"
        self._tasks = tasks
        self._style = style
        self._language = language
        self._first: deque[_Question] = deque()
        self._asked: deque[_Question] = deque()
        self._order: deque[Task] = deque()
        self._all_taken = False

    @property
    def open(self) -> bool:
        """Whether something is still to be asked."""
        return bool(self._first) or not self._all_taken

    @property
    def unanswered(self) -> bool:
        """Whether something was asked that has no answer."""
        return bool(self._asked)

    def questions(self) -> Iterator[Passage]:
        """Passages for the engine, in the order in which `answered` expects the answers."""
        while (question := self._next()) is not None:
            self._asked.append(question)
            yield question.passage

    def _next(self) -> _Question | None:
        if self._first:
            return self._first.popleft()
        task = next(self._tasks, None)
        if task is None:
            self._all_taken = True
            return None
        self._order.append(task)
        return _Question(task, task.passage)

    def answered(self, answer: str) -> None:
        """Take the answer to the oldest question."""
        question = self._asked.popleft()
        task, second = question.task, question.second
        if second is None:
            task.result = finish(task.segment.text, task.passage, answer, self._language, self._style)
            if self._understands or not task.result.problems:
                task.faults = self._judge(task.segment, task.result.text)
            task.done = not (task.result.problems or (self._understands and task.faults))
            if not task.done:
                self._ask_again(task)
            return
        second.answers.append(answer)
        if len(second.answers) > len(second.wanted):
            self._take(task, second)
            task.done = True

    def _take(self, task: Task, second: _Second) -> None:
        """The second answer, unless the first was better."""
        source, before = task.segment.text, task.result
        if self._understands:
            result = finish(source, second.passage, second.answers[0], self._language, self._style)
        else:
            result = finish_again(source, second.passage, second.wanted, second.answers, self._language)
        result = with_marks(source, result)
        faults = self._judge(task.segment, result.text)
        if self._understands and before is not None:
            wrong, now = len(before.problems) + len(task.faults), len(result.problems) + len(faults)
            if wrong <= now:
                return
        task.result, task.faults, task.again = result, faults, True

    def _ask_again(self, task: Task) -> None:
        """Put the second try before what is still to be asked.

        An engine that understands what it reads is asked the same again and told what was wrong; for any other
        the terms are not marked, and asked for alone.
        """
        if self._understands and task.result is not None:
            fault = "; ".join(map(str, (*task.result.problems, *task.faults)))
            passage = replace(task.passage, fault=fault)
            self._first.append(_Question(task, passage, _Second(passage, ())))
            return
        source = task.segment.text
        assert task.result is not None
        lost = {held.source for held in task.result.lost if held.noun in MARKUP}
        if all(held.noun in MARKUP for held in task.result.lost):
            second = _Second(wider(task.passage, lost), ())
        else:
            wanted = tuple(held for held in task.passage.held if held.noun in ("name", "noun"))
            plain = protect(
                source,
                task.matches,
                self._style,
                hold_terms=False,
                note=task.segment.note,
                target=self._language,
            )
            second = _Second(wider(plain, lost), wanted)
        wanted = second.wanted
        asked = [second.passage, *(Passage(held.source) for held in wanted)]
        self._first.extend(_Question(task, passage, second) for passage in asked)

    def failed(self) -> Task | None:
        """The oldest question has no answer: its segment, or None if a first answer of it holds.

        What was asked after it will be asked again.
        """
        question = self._asked.popleft()
        left = [*self._asked, *self._first]
        self._first = deque(q for q in left if q.second is None or q.second is not question.second)
        self._asked.clear()
        question.task.done = True
        return question.task if question.second is None else None

    def finished(self, *, all_of_them: bool = False) -> Iterator[tuple[Task, Restored]]:
        """Finished segments that no unfinished one is before; with `all_of_them` every answer there is."""
        while self._order and (all_of_them or self._order[0].done):
            task = self._order.popleft()
            if task.result is not None:
                yield task, task.result
