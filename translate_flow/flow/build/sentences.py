"""An edition sentence by sentence: what corpora want of aligned text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...align.beads import Texts, beads
from ...language.sentences import split
from ...model import Edition, Unit
from ...typeset.corpus import words


def by_sentence(edition: Edition) -> Edition:
    """The edition with a unit for each sentence, or for what sentences became in the translation.

    Keys have the number of the sentence behind them (`1a2b3c4d.2`); a text of one sentence keeps its own. Texts are
    without markup, so what is made of them must not look for any.
    """
    units = tuple(part for unit in edition.units for part in _parts(unit, edition))
    return replace(edition, document=replace(edition.document, format="plain"), units=units, source=b"")


def _parts(unit: Unit, edition: Edition) -> Iterator[Unit]:
    languages = (edition.source_language, edition.target_language)
    form = edition.document.format
    source, target = words(unit.segment.text, form), words(unit.target, form)
    whole = replace(unit, segment=replace(unit.segment, text=source), target=target)
    ours = [s for line in source.split("\n") for s in split(line, languages[0])]
    theirs = [s for line in target.split("\n") for s in split(line, languages[1])]
    if not target.strip() or min(len(ours), len(theirs)) < 2:
        yield whole
        return
    found = [bead for bead in beads(Texts(ours, theirs, languages)) if bead.ours or bead.theirs]
    if not all(bead.ours and bead.theirs for bead in found):
        yield whole  # a sentence without a counterpart: the paragraph says more than its parts
        return
    for number, bead in enumerate(found, 1):
        segment = replace(
            unit.segment,
            key=f"{unit.key}.{number}",
            text=" ".join(ours[at] for at in bead.ours),
        )
        yield replace(unit, segment=segment, target=" ".join(theirs[at] for at in bead.theirs))
