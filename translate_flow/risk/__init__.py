"""Which drafts to read first: how likely a machine draft is far from what a person will make of it.

Signs are joined as if they were independent ("noisy or": one minus the product of what each leaves
over), so each adds, none is ever lost, and the score stays between 0 and 1. What the checks find
weighs by what it costs to overlook (`checks.costs`); the soft signs (engine, wordiness) by what they tell about the
distance from a person's translation, fitted on the development sentences of `bench/risk.py`. What was tried there and tells nothing within one engine: the length of the source,
words in no dictionary, capitals, quotes, questions, how alike another engine's draft is.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..catalogue.messages import parts
from ..facts import read
from ..language import of
from ..language.dictionary import is_english
from ..language.lengths import ratio
from ..messages import Message
from ..model import DRAFT_PROBLEMS, Unit
from .messages import CLAUSES, LONG, MEMORY_MATCH, NO_TEXT, SHORT, SMALL_WORDS, UNTRANSLATED

ENGINES = {"apertium": 0.30, "firefox": 0.12, "memory": 0.02, "fake": 0.9}
"""What an engine leaves to be done whatever the text; others as `OTHER`."""
OTHER = 0.10
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SHOWN = 3
"""Unknown words named in a reason."""


Costed = tuple[float, Message | str]
"""What a finding of the checks adds, 0 to 1, and what it says."""


@dataclass(frozen=True, slots=True)
class Risk:
    """How much a draft needs a reader."""

    score: float
    """0 (as good as read) to 1."""
    reasons: tuple[Message | str, ...] = ()
    """What speaks against it, the weightiest first."""


@dataclass(frozen=True, slots=True)
class _Sign:
    weight: float
    reason: Message | str = ""


def of_unit(unit: Unit, languages: tuple[str, str], findings: Sequence[Costed] = ()) -> Risk:
    """The risk of a unit's text: what the checks find, and what its draft's journal line says of engine,
    match and problems."""
    draft = unit.draft
    if draft is None:
        return assess(unit.segment.text, unit.target, languages, findings=findings)
    problems = [reason for reason in parts(draft.reason) if reason.id in DRAFT_PROBLEMS]
    return assess(
        unit.segment.text,
        unit.target,
        languages,
        engine=draft.engine or draft.by,
        memory=draft.score,
        problems=problems,
        findings=findings,
    )


def assess(
    source: str,
    target: str,
    languages: tuple[str, str],
    *,
    engine: str = "",
    memory: int | None = None,
    problems: Sequence[Message] = (),
    findings: Sequence[Costed] = (),
) -> Risk:
    """The risk of a draft. `memory`: percent of the memory match it comes from, if it does.

    `problems`: what did not come through the engine whole; `findings`: what the checks say of it. Language pairs other than those the
    signs know are judged by the signs that need no language.
    """
    left, right = (tag.split("-")[0] for tag in languages)
    if not target.strip():
        return Risk(1.0, (NO_TEXT(),))
    signs = [
        _engine(engine, memory),
        *(_Sign(0.6, problem) for problem in problems),
        _unknown(source, target, right),
        _length(source, target, (left, right)),
        *(_Sign(cost, said) for cost, said in findings if cost),
        *_wordy(source, target, left, right),
    ]
    safe = math.prod(1.0 - sign.weight for sign in signs)
    told = sorted((sign for sign in signs if sign.reason), key=lambda sign: -sign.weight)
    return Risk(round(1.0 - safe, 3), tuple(sign.reason for sign in told))


def _engine(engine: str, memory: int | None) -> _Sign:
    name = engine.split(" ")[0]
    if memory is not None:
        lacking = min(1.0, (100 - min(memory, 100)) / 50)
        base = ENGINES["memory"] if "+" not in name else ENGINES.get(name.partition("+")[2], OTHER)
        reason = MEMORY_MATCH(score=memory) if memory < 95 else ""
        return _Sign(max(base, 0.7 * lacking), reason)
    return _Sign(ENGINES.get(name, OTHER))


def _unknown(source: str, target: str, language: str) -> _Sign:
    """Words left as they stand in the source: those the engine does not know."""
    there = {w.lower() for w in _WORD.findall(source)}
    found = [w for w in _WORD.findall(target) if w[0].islower() and len(w) > 3 and w.lower() in there]
    found = [w for w in found if language != "en" or not is_english(w)]
    if not found or source == target:
        return _Sign(0.0)
    named = tuple(dict.fromkeys(found[:_SHOWN]))
    return _Sign(min(0.5, 0.15 * len(found)), UNTRANSLATED(words=named))


def _length(source: str, target: str, pair: tuple[str, str]) -> _Sign:
    """A translation much longer or shorter than usual: something was added, or left out."""
    off = _excess(source, target, pair)
    part = min(1.0, max(0.0, abs(off) - 0.2) / 0.35)
    reason = LONG() if off > 0 else SHORT()
    return _Sign(0.5 * part, reason if part > 0.3 else "")


def _excess(source: str, target: str, pair: tuple[str, str]) -> float:
    """Logarithm of length over usual length; ten letters are added so that short texts may differ."""
    return math.log((len(target) + 10) / (len(source) + 10) / (ratio(*pair) or 1.0))


def _wordy(source: str, target: str, left: str, right: str) -> list[_Sign]:
    """How the sentence is built, which tells a little about any engine's draft.

    People write shorter than machines, with fewer small words; they take sentences of many clauses
    and the Spanish *se* apart. Each measure is its distance from the mean in standard deviations of the
    development sentences, times its share in the fit. Ten words of the usual kind are added, so that
    a short text is taken for a usual one.
    """
    words, said = _WORD.findall(target), len(_WORD.findall(source)) + 10
    holding = of(right).words("grammar", "holding")
    small = (sum(word.lower() in holding for word in words) + 4) / (len(words) + 10)
    clauses = (source.count(",") + 0.6) / said
    total = (clauses - 0.06) / 0.035
    if ratio(left, right) is not None:
        total += 0.9 * (_excess(source, target, (left, right)) + 0.015) / 0.1
    if holding:
        total += 1.1 * (small - 0.39) / 0.06
    if left == "es":
        total += 0.5 * ((read(source, left).folded.count("se") + 0.15) / said - 0.015) / 0.018
    signs = [_Sign(0.5 / (1.0 + math.exp(-total / 1.5)))]
    if holding and small > 0.48:
        signs.append(_Sign(0.0, SMALL_WORDS()))
    if clauses > 0.13:
        signs.append(_Sign(0.0, CLAUSES()))
    return signs
