"""Drafts of segments by an engine: protect, translate, restore; and what to do when a term is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from ..errors import EngineError, RateLimited, Unavailable
from ..glossary import Glossary
from ..model import Match, Passage, Policy, Segment
from .english import articles, capitals, signs, small_opening
from .finding import find
from .marks import remnants
from .protect import protect
from .repair import repair
from .restore import Restored, problem, restore

_BATCH = 200
"""Segments handed to the engine at a time; lost terms are repaired when their batch is through."""


class Translator(Protocol):
    """What drafting needs of an engine."""

    name: str
    version: str
    style: str

    def translate(self, passages: Sequence[Passage]) -> Iterator[str]:
        """The translations, in order."""
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
    problems: tuple[str, ...] = ()
    """What a reviewer has to put right, one sentence each, such as "term not held: ternas"."""


@dataclass(frozen=True, slots=True)
class _Task:
    """A segment on its way through the engine."""

    segment: Segment
    matches: tuple[Match, ...]
    passage: Passage
    gloss: frozenset[str]
    missed: tuple[str, ...] = ()


def first_mentions(segments: Iterable[Segment], glossary: Glossary) -> dict[str, str]:
    """For each term that is to be explained: the key of the first segment that has it.

    Given all segments of a document, so that the explanation stands at the same place however
    often and in whatever order its paragraphs are drafted.
    """
    found: dict[str, str] = {}
    if not any(_explained(term.policy, term.gloss) for term in glossary.terms):
        return found
    for segment in segments:
        for match in find(segment.text, glossary).matches:
            if _explained(match.term.policy, match.term.gloss):
                found.setdefault(match.term.es, segment.key)
    return found


def _explained(policy: Policy, gloss: str) -> bool:
    return policy is Policy.GLOSS and bool(gloss)


def draft(
    segments: Iterable[Segment],
    glossary: Glossary,
    engine: Translator,
    *,
    mentions: Mapping[str, str] | None = None,
    language: str = "en",
    failed: list[EngineError] | None = None,
) -> Iterator[Draft]:
    """Drafts of the segments, in order and each as soon as it is there.

    `mentions` says where each explained term is first mentioned (`first_mentions` of the whole
    document); without it these segments are taken for the whole. `language` is the target's tag.
    Every term and code comes back exactly once or the draft carries a problem that says so.
    A segment the engine cannot translate is left out, and the error (EngineError) raised when
    the others of its batch are through, or added to `failed` where that is given. RateLimited,
    Unavailable and the third failure of a batch are raised at once.
    """
    if mentions is None:
        segments = list(segments)
        mentions = first_mentions(segments, glossary)
    source = iter(segments)
    while batch := list(islice(source, _BATCH)):
        tasks = [_task(segment, glossary, engine.style, mentions) for segment in batch]
        failures: list[EngineError] = []
        yield from _batch(tasks, glossary.hash, engine, language, failures)
        if failures and failed is None:
            raise failures[0]
        if failed is not None:
            failed += failures


def _task(segment: Segment, glossary: Glossary, style: str, mentions: Mapping[str, str]) -> _Task:
    found = find(segment.text, glossary)
    matches = found.matches
    gloss = frozenset(m.term.es for m in matches if mentions.get(m.term.es) == segment.key)
    return _Task(segment, matches, protect(segment.text, matches, style, gloss=gloss), gloss, found.missed)


def _batch(
    tasks: list[_Task], glossary: str, engine: Translator, language: str, failures: list[EngineError]
) -> Iterator[Draft]:
    name = f"{engine.name} {engine.version}".strip()
    held_back: list[tuple[_Task, Restored]] = []
    gone: EngineError | None = None
    for task, answer in _answers(tasks, engine, failures):
        result = finish(task.segment.text, task.passage, answer, language)
        if result.problems or task.missed or held_back:
            held_back.append((task, result))  # the engine is busy; order is kept
        else:
            yield Draft(task.segment.key, result.text, name, glossary)
    for task, result in held_back:
        if result.problems and gone is None:
            try:
                result = _again(task, engine, language)
            except (RateLimited, Unavailable) as error:
                gone = error  # the drafts that are there go out first, with their problems told
            except EngineError:
                pass  # the first answer stands, with its problems
        problems = (*(f"term not held: {form}" for form in task.missed), *result.problems)
        yield Draft(task.segment.key, result.text, name, glossary, problems)
    if gone is not None:
        raise gone


def _answers(
    tasks: list[_Task], engine: Translator, failures: list[EngineError]
) -> Iterator[tuple[_Task, str]]:
    """Each task with its answer; after a passage that cannot be translated it goes on with the next."""
    place = 0
    while place < len(tasks):
        try:
            for answer in engine.translate([task.passage for task in tasks[place:]]):
                place += 1
                yield tasks[place - 1], answer
            if place < len(tasks):
                raise EngineError(f"{engine.name}: answered fewer passages than it was asked")
        except (RateLimited, Unavailable):
            raise
        except EngineError as cause:
            failures.append(EngineError(f"{tasks[place].segment.key}: {cause}"))
            if len(failures) > 2:
                raise failures[0] from cause
            place += 1


def finish(source: str, passage: Passage, answer: str, language: str) -> Restored:
    """An answer with articles, signs, held spans and capitals put right."""
    english = language.split("-")[0] == "en"
    if english:
        if passage.held and passage.held[0].mark.isalpha():
            answer = articles(passage, answer)
        answer = small_opening(passage, source, signs(source, answer))
    result = restore(passage, answer)
    problems = list(result.problems)
    if result.text.count("\n") != source.count("\n"):
        problems.append("line break lost")
    text = capitals(source, result.text) if english else result.text
    return Restored(text, tuple(problems), result.lost)


def _again(task: _Task, engine: Translator, language: str) -> Restored:
    """A second translation without marks for terms, the terms then put in place of their renderings."""
    source = task.segment.text
    terms = protect(source, task.matches, engine.style, gloss=task.gloss).held
    wanted = [held for held in terms if held.noun in ("name", "noun")]
    passage = protect(source, task.matches, engine.style, hold_terms=False)
    asked = [passage, *(Passage(held.source) for held in wanted)]
    answer, *renderings = engine.translate(asked)
    result = finish(source, passage, answer, language)
    text, missing = repair(remnants(passage, result.text), wanted, renderings)
    problems = [*result.problems, *(problem(held) for held in missing)]
    return Restored(text, tuple(dict.fromkeys(problems)), (*result.lost, *missing))
