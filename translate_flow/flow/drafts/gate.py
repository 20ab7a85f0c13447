"""Whether a draft's facts hold: what its engine may have reversed, lost or made up, before anybody reads it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...checks import Check, check_unit, grave, load, quoted
from ...checks.messages import MARKUP_ADDED, STYLES
from ...drafting import Judge
from ...facts.scene import Scene
from ...language.detect import language_of
from ...messages import Message
from ...model import Finding, Segment, Severity, State, Unit
from ...names.strange import added, dropped
from .messages import FAULT, FIGURE_REPEATED, NAME_ADDED, NAME_DROPPED, OTHER_LANGUAGE, WORDS_REPEATED
from .twice import figure_repeated, words_repeated

_BESIDE = frozenset({
    "opposite", "sentence-lost", "sentence-twice", "source-left", "same-as-source", "markup-changed", "engine-marks", "placeholder-left",
})  # fmt: skip
"""Rules beside the grave ones: what was left out, added, left in the source's language, or torn."""


_BOLD = re.compile(r"\*\*(?=\S)[^*]+(?<=\S)\*\*")
"""Bold as a language model writes it, in whatever format the statement is: no person types it for nothing."""
ADDED = "name-added"
"""The rule of a name that the source does not have: of drafts alone, since a person may have put it there for a reason."""


def rules() -> frozenset[str]:
    """Rules of the checks by which a draft is judged."""
    return grave() | _BESIDE


def judge(scene: Scene) -> Judge:
    """A judge of drafts of that statement: for a segment and a translation what does not hold, in order.

    Each fault says which check it is of. The glossary's terms and the names that the statement shows are known to it.
    """
    wanted = rules()
    checks = [check for check in load() if check.rule in wanted and State.DRAFT in check.states]

    def faults(segment: Segment, text: str) -> tuple[Message, ...]:
        return _faults(scene, checks, segment, text)

    return faults


def _faults(scene: Scene, checks: Sequence[Check], segment: Segment, text: str) -> tuple[Message, ...]:
    unit = Unit(segment, text, State.DRAFT)
    found = [_fault(f) for f in check_unit(unit, scene, checks) if f.severity is not Severity.INFO]
    read = language_of(scene.target(unit).plain.text)
    if read and read not in (scene.target_language, scene.source_language):
        found.append(FAULT(rule="source-left", what=OTHER_LANGUAGE(language=read)))
    if scene.source_language == "es" and scene.target_language == "en":
        here = scene.source(unit)
        names = added(here.capitals, scene.target(unit).cut, here.parts)
        found += [FAULT(rule=ADDED, what=NAME_ADDED(name=quoted(name))) for name in names]
        lost = dropped(here.capitals, scene.target(unit).cut, here.parts)
        found += [FAULT(rule="name-missing", what=NAME_DROPPED(name=quoted(name))) for name in lost]
        if figure := figure_repeated(segment.text, text):
            found.append(FAULT(rule="number-changed", what=FIGURE_REPEATED(figure=figure)))
        if words := words_repeated(segment.text, text):
            found.append(FAULT(rule="sentence-twice", what=WORDS_REPEATED(words=words)))
    if "**" not in segment.text and (bold := _BOLD.search(text)):
        what = MARKUP_ADDED(kind=STYLES["bold"](), text=quoted(bold[0]))
        found.append(FAULT(rule="markup-changed", what=what))
    return tuple(dict.fromkeys(found))


def _fault(finding: Finding) -> Message:
    return FAULT(rule=finding.rule, what=finding.message)
