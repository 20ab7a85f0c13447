"""Aligned pairs as XLIFF 2.1 (OASIS, 2018), for other translation tools."""

from __future__ import annotations

from .. import tmx
from ..model import CONFIRMED, Edition, State
from ..typeset.corpus import CorpusPair, corpus
from . import Output, messages

_STATES = {
    State.APPROVED: "final",
    State.TRANSLATED: "reviewed",
    State.KEPT: "final",
    State.MISSING: "initial",
}


def make(edition: Edition) -> bytes:
    """One `unit` per unit, with its state; an unconfirmed text has a note that says so."""
    units = "".join(_unit(pair) for pair in corpus(edition))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1"'
        f" srcLang={tmx.attribute(edition.source_language)} trgLang={tmx.attribute(edition.target_language)}>\n"
        f'<file id="f1" original={tmx.attribute(edition.document.name)}>\n{units}</file>\n</xliff>\n'
    ).encode()


def _unit(pair: CorpusPair) -> str:
    state = pair.unit.state
    key = f"u{pair.unit.key}"
    note = "" if state in CONFIRMED else f"<notes><note>not confirmed by a person: {state}</note></notes>\n"
    target = f"<target>{tmx.text(pair.target)}</target>" if pair.target else ""
    return (
        f"<unit id={tmx.attribute(key)}>\n{note}"
        f'<segment state="{_STATES.get(state, "translated")}">'
        f"<source>{tmx.text(pair.source)}</source>{target}</segment>\n</unit>\n"
    )


XLIFF = Output("xliff", "aligned.xlf", messages.XLIFF(), make, aligned=True)
