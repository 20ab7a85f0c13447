"""Which drafts to read first: how likely a machine draft is far from what a person will make of it.

Signs are joined as if they were independent ("noisy or": one minus the product of what each leaves
over), so each adds, none is ever lost, and the score stays between 0 and 1. Signs of errors that
hurt (a name, a number, a *no*) weigh by what they cost; the softer ones (length, word-for-word
English, engine) by what they tell about the distance from a person's translation, measured on the
development half of the sentences in `bench/risk.py`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from .figures import figures, unmatched
from .lexicon.dictionary import is_english
from .model import Unit

ENGINES = {"apertium": 0.30, "firefox": 0.12, "memory": 0.02, "fake": 0.9}
"""What an engine leaves to be done whatever the text; others as `OTHER`."""
OTHER = 0.10
RATIO = {("es", "en"): 0.93}
"""Letters of a usual translation for one of the source."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NOT = {
    "es": re.compile(r"\b(?:no|nunca|jamás|tampoco|nadie|ningun[oa]s?|ningún|ni|sin)\b", re.IGNORECASE),
    "en": re.compile(
        r"\b(?:not?|never|cannot|nobody|none|neither|nor|without|nothing|un\w{3,}|fail\w*|lack\w*)\b|n['’]t\b",
        re.IGNORECASE,
    ),
}
_SHOWN = 3
"""Unknown words named in a reason."""


@dataclass(frozen=True, slots=True)
class Risk:
    """How much a draft needs a reader."""

    score: float
    """0 (as good as read) to 1."""
    reasons: tuple[str, ...] = ()
    """What speaks against it, the weightiest first."""


@dataclass(frozen=True, slots=True)
class _Sign:
    weight: float
    reason: str = ""


def of_unit(unit: Unit, languages: tuple[str, str]) -> Risk:
    """The risk of a unit's text, with what its draft's journal line says of engine, match and problems."""
    draft = unit.draft
    if draft is None:
        return assess(unit.segment.text, unit.target, languages)
    problems = [note for note in draft.note.split("; ") if _PROBLEM.match(note)]
    return assess(
        unit.segment.text,
        unit.target,
        languages,
        engine=draft.engine or draft.by,
        memory=draft.score,
        problems=problems,
    )


_PROBLEM = re.compile(r"(?:term )?not held: |line break lost")


def assess(
    source: str,
    target: str,
    languages: tuple[str, str],
    *,
    engine: str = "",
    memory: int | None = None,
    problems: Sequence[str] = (),
) -> Risk:
    """The risk of a draft. `memory`: percent of the memory match it comes from, if it does.

    `problems`: what did not come through the engine whole. Language pairs other than those the
    signs know are judged by the signs that need no language.
    """
    left, right = (tag.split("-")[0] for tag in languages)
    if not target.strip():
        return Risk(1.0, ("no text",))
    signs = [
        _engine(engine, memory),
        *(_Sign(0.6, problem) for problem in problems),
        _unknown(source, target, right),
        _length(source, target, (left, right)),
        _figures(source, target, left, right),
        _negation(source, target, left, right),
        _word_for_word(target, right),
        _Sign(0.08 if "?" in source else 0.0),
    ]
    safe = math.prod(1.0 - sign.weight for sign in signs)
    told = sorted((sign for sign in signs if sign.reason), key=lambda sign: -sign.weight)
    return Risk(round(1.0 - safe, 3), tuple(sign.reason for sign in told))


def _engine(engine: str, memory: int | None) -> _Sign:
    name = engine.split(" ")[0]
    if memory is not None:
        lacking = min(1.0, (100 - min(memory, 100)) / 50)
        base = ENGINES["memory"] if "+" not in name else ENGINES.get(name.partition("+")[2], OTHER)
        reason = f"memory match of {memory} % only" if memory < 95 else ""
        return _Sign(max(base, 0.7 * lacking), reason)
    return _Sign(ENGINES.get(name, OTHER))


def _unknown(source: str, target: str, language: str) -> _Sign:
    """Words left as they stand in the source: those the engine does not know."""
    there = {w.lower() for w in _WORD.findall(source)}
    found = [w for w in _WORD.findall(target) if w[0].islower() and len(w) > 3 and w.lower() in there]
    found = [w for w in found if language != "en" or not is_english(w)]
    if not found or source == target:
        return _Sign(0.0)
    named = ", ".join(dict.fromkeys(found[:_SHOWN]))
    return _Sign(min(0.5, 0.15 * len(found)), f"words left untranslated: {named}")


def _length(source: str, target: str, pair: tuple[str, str]) -> _Sign:
    """A translation much longer or shorter than usual; ten letters are added so that short texts may differ."""
    usual = math.log(RATIO.get(pair, 1.0))
    off = math.log((len(target) + 10) / (len(source) + 10)) - usual
    part = min(1.0, max(0.0, abs(off) - (0.02 if off > 0 else 0.15)) / 0.4)
    reason = f"unusually {'long' if off > 0 else 'short'}" if part > 0.5 else ""
    return _Sign(0.6 * part, reason)


def _figures(source: str, target: str, left: str, right: str) -> _Sign:
    if (left, right) != ("es", "en"):
        return _Sign(0.0)
    lost, added = unmatched(figures(source, left), figures(target, right))
    if not lost and not added:
        return _Sign(0.0)
    spots = [source[f.start : f.end] for f in lost] or [target[f.start : f.end] for f in added]
    return _Sign(0.5, f"numbers differ: {', '.join(spots[:_SHOWN])}")


def _negation(source: str, target: str, left: str, right: str) -> _Sign:
    if left not in _NOT or right not in _NOT:
        return _Sign(0.0)
    here, there = _NOT[left].search(source), _NOT[right].search(target)
    if here and not there:
        return _Sign(0.35, f"negation: “{here[0]}” has nothing like it")
    return _Sign(0.08 if here else 0.0)


def _word_for_word(target: str, language: str) -> _Sign:
    """English that strings nouns together with *of*, as Spanish does with *de*."""
    words = _WORD.findall(target.lower())
    if language != "en" or len(words) < 6:
        return _Sign(0.0)
    part = min(1.0, max(0.0, words.count("of") / len(words) - 0.04) / 0.1)
    return _Sign(0.25 * part, "reads word for word" if part > 0.8 else "")
