"""What the checks said before, so that they look again only at what has changed since. Pure.

A finding holds as long as everything its check looks at is the same: the unit's own texts and history, and, by the
check's scope, the sources of the statement or all of its texts; besides them the glossary, the languages, and the
program.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from ..glossary import Glossary
from ..model import Edition, Finding, Unit
from . import Check, Scene, Scope, blocks, dismissed

Said = Mapping[str, tuple[Finding, ...]]
"""What each check said of a unit, by its rule; nothing for the many that said nothing."""


_NOTHING: Said = {}


@dataclass(frozen=True, slots=True)
class KeptFindings:
    """The findings about a statement, with what they depend on."""

    contexts: Mapping[str, str] = field(default_factory=dict)
    """Scope → digest of what checks of that scope look at beside the unit."""
    units: Mapping[str, tuple[str, Said]] = field(default_factory=dict)
    """Key → digest of the unit, and what was said of it."""

    @property
    def findings(self) -> list[Finding]:
        """All of them, in document order."""
        return [f for _, said in self.units.values() for found in said.values() for f in found]


def check_again(
    edition: Edition, glossary: Glossary, checks: Collection[Check], before: KeptFindings, program: str
) -> KeptFindings:
    """All findings about a statement; those `before` are taken over where nothing they depend on has changed.

    `program` names the state of the checks themselves: another one makes all else void.
    """
    contexts = _contexts(edition, glossary, program, checks)
    same = {scope for scope, digest in contexts.items() if before.contexts.get(scope) == digest}
    scene = Scene(edition, glossary)
    units: dict[str, tuple[str, Said]] = {}
    for block in blocks(edition.units):
        now = [(unit, _digest(unit), dismissed(unit), dict[str, tuple[Finding, ...]]()) for unit in block]
        for check in checks:
            for unit, digest, dropped, said in now:
                if unit.state not in check.states:
                    continue
                old_digest, old = before.units.get(unit.key, ("", _NOTHING))
                if old_digest == digest and check.scope in same:
                    found = old.get(check.rule, ())
                else:
                    found = () if check.rule in dropped else tuple(check.run(unit, scene))
                if found:
                    said[check.rule] = found
        units.update((unit.key, (digest, said)) for unit, digest, _, said in now)
    return KeptFindings(contexts, units)


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
