"""A check: the translation shouts, the source does not."""

from __future__ import annotations

from collections.abc import Iterator

from translate_flow.checks import Check, Scene
from translate_flow.model import Finding, Severity, Unit


def run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    """At most one finding."""
    if unit.target.isupper() and not unit.segment.text.isupper():
        yield Finding(
            "shouting",
            Severity.WARNING,
            unit.key,
            "The translation is in capitals.",
            hint="write it in lower case",
        )


SHOUTING = Check("shouting", "the translation is in capitals, the source is not", run)
