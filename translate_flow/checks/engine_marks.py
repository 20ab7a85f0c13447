"""Characters that a translation engine put before words it did not know."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..facts import Reading
from ..language.dictionary import is_spanish, is_verb_form
from ..language.words import folded
from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, messages, quoted
from .messages import TRANSLATE_OR_WRITE, about, explain, remedy

_MARK = re.compile(r"(?<![\w*#@/&.\\])([*#@^])(?=[^\W\d_])([\w'’-]+)(?![*^])")


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    target, source = unit.target, unit.segment.text
    if not ("*" in target or "#" in target or "@" in target or "^" in target):
        return
    for match in _MARK.finditer(target):
        sign, word = match[1], match[2]
        if sign == "*" and "*" in target[match.end() :] and _emphasis(target, match.start()):
            continue
        if sign + word in source or (sign == "#" and match.start() == 0):
            continue
        if target.endswith(_LINKED, 0, match.start()):
            continue
        if sign == "@" and _is_mention(word, scene.source(unit)):
            continue
        yield Finding(
            "engine-marks",
            Severity.ERROR,
            unit.key,
            messages.ENGINE_MARKS[sign](word=quoted(sign + word)),
            span=match.span(),
            hint=TRANSLATE_OR_WRITE(word=quoted(word), mark=sign),
        )


_LINKED = ("](", '="', "='")
"""Before a place of the page itself: `[above](#demands)`."""


def _is_mention(word: str, source: Reading) -> bool:
    """Whether a word behind an @ is somebody's name on a network, which the translation alone has: no word of the source
    begins like it, and Spanish has no such word, of which an engine might have found no translation."""
    if source.language != "es" or is_spanish(word) or is_verb_form(word):
        return False
    beginning = folded(word)[:_LEAST]
    return not any(part.startswith(beginning) for part in source.parts)


_LEAST = 3
"""Letters that a word and its dictionary form have in common."""


def _emphasis(text: str, at: int) -> bool:
    """Whether the asterisk opens Markdown emphasis: one that follows a letter or sign closes it."""
    closing = re.compile(r"[^\s*]\*(?![\w*])").search(text, at + 1)
    opening = re.compile(r"(?<![\w*])\*(?=\w)").search(text, at + 1)
    return closing is not None and (opening is None or closing.start() < opening.start())


ENGINE_MARKS = Check(
    "engine-marks",
    about.ENGINE_MARKS(),
    _run,
    explain=explain.ENGINE_MARKS(),
    remedy=remedy.ENGINE_MARKS(),
    example=Example(
        "Denunciaron el terruqueo.",
        "They denounced the *terruqueo.",
        "They denounced the *terruqueo* (red-baiting).",
    ),
    severity=Severity.ERROR,
    scope=Scope.UNIT,
)
