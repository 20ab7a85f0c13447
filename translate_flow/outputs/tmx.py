"""Aligned pairs as a translation memory: TMX 1.4 (LISA OSCAR, specification 1.4b of 2005).

Each unit's key, document, kind and state stand in `prop` elements of the types `x-key`,
`x-document`, `x-kind` and `x-state`; one that no person has confirmed has a `note` that
says so too. A missing translation leaves the source alone in its unit. Texts are without markup.
"""

from __future__ import annotations

from .. import __version__, tmx
from ..model import Edition
from ..typeset.corpus import CorpusPair, corpus
from ..typeset.hands import hands
from ..typeset.labels import label
from . import Output, messages


def make(edition: Edition) -> bytes:
    """A TMX file with one translation unit per unit, in document order."""
    lines = [line for pair in corpus(edition) for line in _unit(pair, edition)]
    return (tmx.head(__version__, edition.source_language) + "\n".join([*lines, ""]) + tmx.FOOT).encode()


def _unit(pair: CorpusPair, edition: Edition) -> list[str]:
    unit = pair.unit
    properties = {
        "x-key": unit.key,
        "x-document": edition.document.name,
        "x-kind": unit.segment.kind,
        "x-state": unit.state,
    }
    variants = [tmx.variant(edition.source_language, pair.source)]
    if pair.target:
        variants.append(tmx.variant(edition.target_language, pair.target, hands(unit)))
    notes = [said.strip("[]")] if (said := label(unit, "en")) else []
    return tmx.unit(variants, {"tuid": unit.key}, notes, properties.items())


TMX = Output("tmx", "aligned.tmx", messages.TMX(), make, aligned=True)
