"""An engine's answer made a translation: English put right, held spans back, lost ones repaired."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Held, Passage
from .articles import articles
from .english import capitals, signs, small_opening
from .marks import remnants
from .messages import LINE_BREAK_LOST
from .repair import repair
from .restore import Restored, problem, restore


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
        problems.append(LINE_BREAK_LOST())
    text = capitals(source, result.text) if english else result.text
    return Restored(text, tuple(problems), result.lost)


def finish_again(
    source: str, passage: Passage, wanted: Sequence[Held], answers: Sequence[str], language: str
) -> Restored:
    """A second answer, made without marks for terms: the terms put in place of the engine's renderings.

    `answers`: that of the passage, then those of the wanted terms alone.
    """
    answer, *renderings = answers
    result = finish(source, passage, answer, language)
    text, missing = repair(remnants(passage, result.text), wanted, renderings)
    problems = [*result.problems, *(problem(held) for held in missing)]
    return Restored(text, tuple(dict.fromkeys(problems)), (*result.lost, *missing))
