"""A term that is explained at its first mention was not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..facts.gathered import Gathering
from ..markup.plain import plain
from ..model import Finding, Policy, Severity, Unit
from . import Check, Example, Scene, Scope, quoted
from .messages import NOT_EXPLAINED, WRITE, about, explain, remedy

_EXPLAINED = re.compile(r"['’]?s?[”\"’»*_]{0,3}\s*(?:\(|\[|[–—]|- |\u2013)")
_OPENED = re.compile(r"\((?:an?|the|known as|called|or)?$", re.IGNORECASE)


def _explained_terms(unit: Unit, scene: Scene) -> list[str] | None:
    """The terms with an explanation in a unit's source."""
    if not scene.memo("gloss-missing-any", _any):
        return None
    terms = [m.term for m in scene.matches(unit)]
    return [term.es for term in terms if term.policy is Policy.GLOSS and term.gloss] or None


def _any(scene: Scene) -> bool:
    return any(term.policy is Policy.GLOSS and term.gloss for term in scene.glossary.terms)


def _first_mentions(given: Iterable[tuple[Unit, list[str] | None]], scene: Scene) -> dict[str, str]:
    """Spanish of each term with a gloss → key of the first unit whose source has it."""
    found: dict[str, str] = {}
    for unit, terms in given:
        for term in terms or ():
            found.setdefault(term, unit.key)
    return found


def _first_seen(whole: dict[str, str], unit: Unit, given: list[str] | None) -> object:
    return [term for term in given if whole[term] == unit.key] if given else None


_FIRST = Gathering("gloss-missing", _explained_terms, _first_mentions, _first_seen)
"""Where each term with an explanation is first."""


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    first = _FIRST.of(scene)
    for use in scene.terms(unit):
        term = use.term
        if first.get(term.es) != unit.key or not use.there:
            continue
        if " ".join(term.gloss.split()).casefold() in " ".join(plain(unit.target).text.split()).casefold():
            continue
        if any(_explained(unit.target, start, end) for start, end in use.there):
            continue
        start, end = use.there[0]
        written = unit.target[start:end]
        yield Finding(
            "gloss-missing",
            Severity.WARNING,
            unit.key,
            NOT_EXPLAINED(written=quoted(written)),
            span=(start, end),
            hint=WRITE(form=quoted(f"{written} ({term.gloss})", 160)),
        )


def _explained(text: str, start: int, end: int) -> bool:
    """Whether brackets or a dash follow the term, or it is in brackets itself after its explanation."""
    if _EXPLAINED.match(text, end):
        return True
    before, after = text[:start].rstrip('“"‘«*_ '), text[end:].lstrip('”"’»*_ ')
    return _OPENED.search(before) is not None and after.startswith(")")


GLOSS_MISSING = Check(
    "gloss-missing",
    about.GLOSS_MISSING(),
    _run,
    explain=explain.GLOSS_MISSING(),
    remedy=remedy.GLOSS_MISSING(),
    example=Example(
        "Denunciaron la presencia de ternas.",
        "They denounced the presence of ternas.",
        "They denounced the presence of ternas (plain-clothes police groups).",
    ),
    formal=True,
    scope=Scope.SOURCES,
    gathers=(_FIRST,),
)
