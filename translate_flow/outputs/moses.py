"""Aligned pairs as two plain files of equal length (Moses, OPUS): line *n* of one is line *n* of the other."""

from __future__ import annotations

from ..model import Edition
from ..typeset.corpus import corpus, one_line
from ..typeset.packed import packed
from . import Output, messages


def make(edition: Edition) -> bytes:
    """A zip file with `NAME.es-en.es` and `NAME.es-en.en`: confirmed pairs only, a pair a line, no empty lines."""
    pairs = [(one_line(p.source), one_line(p.target)) for p in corpus(edition) if p.confirmed]
    pairs = [pair for pair in pairs if all(pair)]
    name = edition.document.name.rsplit("/", 1)[-1]
    stem = f"{name}.{edition.source_language}-{edition.target_language}"
    sides = zip(
        (edition.source_language, edition.target_language),
        ("".join(f"{pair[at]}\n" for pair in pairs) for at in (0, 1)),
        strict=True,
    )
    return packed({f"{stem}.{language}": text for language, text in sides})


MOSES = Output("moses", "aligned.moses.zip", messages.MOSES(), make, aligned=True)
