"""What the checks said before, so that they look again only at what has changed since. Pure.

A finding holds as long as everything its check looks at is the same: the unit's own texts and history, and, by the
check's scope, the sources of the statement or all of its texts; besides them the glossary, the languages, and the
program. What a check gathers from the statement is kept unit by unit: then only that counts which has to do with the
unit.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from ..cycles import uncollected
from ..facts.gathered import Gathering
from ..facts.lettered import as_written
from ..glossary import Glossary
from ..model import Edition, Finding, Unit
from . import CHECKS, Check, Scene, Scope, blocks, dismissed
from .crew import Exchange, share

Said = Mapping[str, tuple[Finding, ...]]
"""What each check said of a unit, by its rule; nothing for the many that said nothing."""


@dataclass(frozen=True, slots=True)
class KeptUnit:
    """What is kept of a unit."""

    digest: str = ""
    """Of its texts and history."""
    said: Said = field(default_factory=dict)
    """What the checks said of it."""
    given: Mapping[str, Any] = field(default_factory=dict)
    """What it gave to each gathering; nothing where that is None."""
    seen: Mapping[str, str] = field(default_factory=dict)
    """Digest of what each gathering had to do with it; nothing where that is None."""


Holding = dict[str, tuple[Finding, ...]]
"""Findings that hold, by the unit's key."""

_NOTHING = KeptUnit()


@dataclass(frozen=True, slots=True)
class KeptFindings:
    """The findings about a statement, with what they depend on."""

    contexts: Mapping[str, str] = field(default_factory=dict)
    """Scope → digest of what checks of that scope look at beside the unit."""
    units: Mapping[str, KeptUnit] = field(default_factory=dict)
    """By key."""

    @property
    def findings(self) -> list[Finding]:
        """All of them, in document order."""
        return [f for unit in self.units.values() for found in unit.said.values() for f in found]


def check_again(
    edition: Edition, glossary: Glossary, checks: Collection[Check], before: KeptFindings, program: str
) -> KeptFindings:
    """All findings about a statement; those `before` are taken over where nothing they depend on has changed.

    `program` names the state of the checks themselves: another one makes all else void.
    """
    contexts = _contexts(edition, glossary, program, checks)
    same = {scope for scope, digest in contexts.items() if before.contexts.get(scope) == digest}
    digests = [_digest(unit) for unit in edition.units]
    known = before.units if Scope.UNIT in same else {}
    old = [known.get(unit.key, _NOTHING) for unit in edition.units]
    if Scope.STATEMENT in same and [kept.digest for kept in old] == digests:
        return before
    old = [kept if kept.digest == digest else _NOTHING for kept, digest in zip(old, digests, strict=True)]
    scene = Scene(edition, glossary)

    def work(part: range, exchange: Exchange) -> list[KeptUnit]:
        given, seen = _gathered(scene, checks, old, part, exchange)
        units = scene.edition.units[part.start : part.stop]
        found: list[KeptUnit] = []
        for block in blocks(units):
            rows = [
                (n, unit, dismissed(edition.units[n]), dict[str, tuple[Finding, ...]]())
                for n, unit in enumerate(block, part.start + len(found))
            ]
            for check in checks:
                for n, unit, dropped, said in rows:
                    if unit.state not in check.states:
                        continue
                    if old[n].digest and _holds(check, same, old[n], seen[n - part.start]):
                        told = old[n].said.get(check.rule, ())
                    else:
                        told = () if check.rule in dropped else tuple(check.run(unit, scene))
                        if told and scene.edition is not edition:
                            told = tuple(as_written(told, (edition.units[n],)))
                    if told:
                        said[check.rule] = told
            found += (
                KeptUnit(digests[n], said, given[n - part.start], seen[n - part.start])
                for n, _, _, said in rows
            )
        return found

    ours = all(
        check.rule in CHECKS for check in checks
    )  # another's may keep something, and reports its faults
    with uncollected():
        found = share(len(old), work, sum(kept is _NOTHING for kept in old) if ours else 0)
    return KeptFindings(contexts, {unit.key: kept for unit, kept in zip(edition.units, found, strict=True)})


def holding(scene: Scene, checks: Collection[Check], before: KeptFindings, program: str) -> Holding:
    """What was said `before` of the units that are as they were, by key, without running a check on them.

    What the checks gather from the whole statement is worked out into the scene besides, with what these units gave.
    Of the statement's other translations only so much counts as in a long-lived program that has looked once: a unit's
    findings stand until the unit changes, or the glossary, or any source.
    """
    edition = scene.edition
    contexts = _contexts(edition, scene.glossary, program, checks)
    if any(before.contexts.get(scope) != contexts[scope] for scope in (Scope.UNIT, Scope.SOURCES)):
        return {}
    known = (before.units.get(unit.key, _NOTHING) for unit in edition.units)
    old = [
        kept if kept.digest == _digest(unit) else _NOTHING
        for unit, kept in zip(edition.units, known, strict=True)
    ]
    _gathered(scene, checks, old, range(len(old)), lambda own: own)
    return {
        unit.key: tuple(finding for said in kept.said.values() for finding in said)
        for unit, kept in zip(edition.units, old, strict=True)
        if kept is not _NOTHING
    }


def _holds(check: Check, same: Collection[str], old: KeptUnit, seen: Mapping[str, str]) -> bool:
    """Whether what a check said of a unit that is as it was still holds."""
    if not check.gathers:
        return check.scope in same
    return all(old.seen.get(one.name) == seen.get(one.name) for one in check.gathers)


def _gathered(
    scene: Scene, checks: Collection[Check], old: list[KeptUnit], part: range, exchange: Exchange
) -> tuple[list[dict[str, Any]], list[dict[str, str]]]:
    """What each unit of a stretch gives to what the checks gather, and digests of what it sees of that; the wholes are left in the scene."""
    units = scene.edition.units
    given: list[dict[str, Any]] = [{} for _ in part]
    seen: list[dict[str, str]] = [{} for _ in part]
    for gathering in dict.fromkeys(_ordered(g for check in checks for g in check.gathers)):
        name = gathering.name
        for n, now, sees in zip(part, given, seen, strict=True):
            kept = old[n]
            if kept.digest and all(kept.seen.get(g.name) == sees.get(g.name) for g in gathering.needs):
                gave = kept.given.get(name)
            else:
                gave = gathering.given(units[n], scene)
            if gave is not None:
                now[name] = gave
        every = exchange([now.get(name) for now in given])
        whole = gathering.together(zip(units, every, strict=True), scene)
        scene.remember(name, whole)
        for n, now, sees in zip(part, given, seen, strict=True):
            view = gathering.seen(whole, units[n], now.get(name))
            if view is not None:
                sees[name] = _hash(repr(view))
    return given, seen


def _ordered(gatherings: Iterator[Gathering[Any]]) -> Iterator[Gathering[Any]]:
    """Each one behind those it needs."""
    for gathering in gatherings:
        yield from _ordered(iter(gathering.needs))
        yield gathering


def _contexts(
    edition: Edition, glossary: Glossary, program: str, checks: Collection[Check]
) -> dict[str, str]:
    rules = " ".join(check.rule for check in checks)
    languages = f"{edition.source_language} {edition.target_language} {edition.document.format}"
    unit = _hash(program, rules, languages, glossary.hash)
    sources = _hash(unit, *(f"{u.key}\0{u.segment.kind}\0{u.segment.text}" for u in edition.units))
    statement = _hash(sources, *(f"{u.state}\0{u.target}" for u in edition.units))
    return {Scope.UNIT: unit, Scope.SOURCES: sources, Scope.STATEMENT: statement}


def _digest(unit: Unit) -> str:
    segment = unit.segment
    return _hash(
        segment.text,
        unit.target,
        f"{unit.state} {segment.kind} {segment.level} {segment.note}",
        unit.previous,
        unit.comment,
        *(event.id for event in unit.events),
    )


def _hash(*parts: str) -> str:
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
