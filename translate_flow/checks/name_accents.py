"""A name of the source is in the translation without its accents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..facts.gathered import NAMES, Gathering
from ..model import Finding, Severity, Unit
from ..names.accents import Bare, accented, bare, may_be_bare, may_be_foreign
from . import Check, Example, Scene, Scope, quoted
from .messages import WITHOUT_ACCENTS, WITHOUT_ACCENTS_ALL, WRITE, about, explain, remedy

_MANY = 3
"""Names without their accents that are a translation's way, if fewer have them."""


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    if not _is_looked_at(scene) or unit.segment.text.isascii():
        return
    here, there = scene.source(unit).cut, scene.target(unit).cut
    if not may_be_bare(here, there):
        return
    words = _words(unit, scene)
    known = _names_of_terms(scene, unit)  # those the checks of terms report
    lost = [found for found in bare(words, there) if found.word not in known]
    if lost:
        told = {span for _, _, span in scene.slips(unit)}
        lost = [found for found in lost if found.span not in told]
    if not lost:
        return
    way = _WAY.of(scene)
    if way.number and unit.key == way.unit:
        yield _finding(unit, lost[0], Severity.INFO, way.number)
    for found in lost:
        if not way.number or found.word in way.kept:
            foreign = may_be_foreign(found.word, scene.names(unit))
            yield _finding(unit, found, Severity.INFO if foreign else Severity.WARNING)


def _finding(unit: Unit, lost: Bare, severity: Severity, names: int = 0) -> Finding:
    said = {"name": quoted(lost.word), "written": quoted(unit.target[slice(*lost.span)])}
    return Finding(
        "name-accents",
        severity,
        unit.key,
        WITHOUT_ACCENTS_ALL(n=names, **said) if names else WITHOUT_ACCENTS(**said),
        span=lost.span,
        hint=WRITE(form=quoted(lost.word)),
    )


def _words(unit: Unit, scene: Scene) -> list[str]:
    return [] if unit.segment.text.isascii() else list(accented(scene.source(unit).cut, scene.names(unit)))


def _names_of_terms(scene: Scene, unit: Unit) -> frozenset[str]:
    forms = (form for m in scene.matches(unit) for form in (m.form, m.term.target, *m.term.accepted))
    return frozenset(word for form in forms for word in form.split())


@dataclass(frozen=True, slots=True)
class _Way:
    """Whether a translation writes most names without their accents: that is its way, said once, and no slip."""

    number: int = 0
    """How many names; 0 if it does not."""
    unit: str = ""
    """Key of the first unit with one."""
    kept: frozenset[str] = frozenset()
    """Words that have their accents somewhere in it."""


def _given(unit: Unit, scene: Scene) -> list[list[str]] | None:
    """The words of names that a unit's translation has with their accents, and without them."""
    words = _words(unit, scene) if unit.target and _is_looked_at(scene) else []
    if not words:
        return None
    gone = {found.word for found in bare(words, scene.target(unit).cut)} - _names_of_terms(scene, unit)
    return [[word for word in words if word in unit.target], sorted(gone)]


def _together(given: Iterable[tuple[Unit, list[list[str]] | None]], scene: Scene) -> _Way:
    kept: set[str] = set()
    lost: set[str] = set()
    first = ""
    for unit, words in given:
        if words:
            kept.update(words[0])
            lost.update(words[1])
            first = first or (unit.key if words[1] else "")
    return _Way(len(lost), first, frozenset(kept)) if len(lost) >= _MANY and len(lost) > len(kept) else _Way()


def _seen(way: _Way, unit: Unit, given: list[list[str]] | None) -> object:
    if not given or not way.number:
        return None
    return [way.number if unit.key == way.unit else 0, [word for word in given[1] if word in way.kept]]


_WAY = Gathering("name-accents", _given, _together, _seen, needs=(NAMES,))
"""How a translation writes names."""


def _is_looked_at(scene: Scene) -> bool:
    return scene.source_language == "es" and scene.target_language == "en"


NAME_ACCENTS = Check(
    "name-accents",
    about.NAME_ACCENTS(),
    _run,
    explain=explain.NAME_ACCENTS(),
    remedy=remedy.NAME_ACCENTS(),
    example=Example(
        "Declaró Elsa Huamán Chávez.", "Elsa Huaman Chavez testified.", "Elsa Huamán Chávez testified."
    ),
    scope=Scope.STATEMENT,
    gathers=(NAMES, _WAY),
    formal=True,
)
