"""An engine's answer made a translation: English put right, held spans back, lost ones repaired."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..markup.placing import put
from ..passage import Held, Passage
from .articles import put_articles
from .english import capitals, signs, small_opening
from .marks import has_words, remnants
from .messages import LINE_BREAK_LOST, PLACE_GUESSED
from .repair import repair
from .restore import Restored, problem, restore

MARKUP = frozenset({"open", "close", "point", "blank", "break"})
"""Kinds of held spans that are not words."""


def finish(source: str, passage: Passage, answer: str, language: str, style: str = "word") -> Restored:
    """An answer with articles, punctuation, held spans and capitals put right.

    That of an engine that understands what it reads (`style` is `text`) is looked at and left as it is.
    """
    english = language.split("-")[0] == "en" and style != "text"
    if english:
        if has_words(passage):
            answer = put_articles(passage, answer)
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


def with_marks(source: str, result: Restored) -> Restored:
    """The marks and line breaks that an answer lost, put where they most likely belong, and said to be a guess."""
    broken = LINE_BREAK_LOST() in result.problems
    lost = {held.source for held in result.lost if held.noun in MARKUP}
    if broken and "\n" not in result.text:
        lost.add("\n")
    if not lost:
        return result
    wanted = re.compile("|".join(re.escape(mark) for mark in sorted(lost, key=len, reverse=True)))
    places = [(m.start(), m.end(), m[0]) for m in wanted.finditer(source)]
    bare = wanted.sub("", result.text) if any(mark in result.text for mark in lost) else result.text
    text = put(source, bare, places).text
    other = [p for p in result.problems if p not in {problem(h) for h in result.lost if h.noun in MARKUP}]
    if "\n" in lost:
        other = [p for p in other if p != LINE_BREAK_LOST()]
    told = [PLACE_GUESSED(span=mark.strip() or "\u21b5") for mark in dict.fromkeys(m for _, _, m in places)]
    return Restored(text, (*other, *told), result.lost)
