"""Names and terms that nobody listed yet, and names that are spelt in several ways.

Pure functions over statements with their translations and histories.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ..glossary import Glossary
from ..model import Edition
from .edited import from_edits, phrase_index
from .renderings import of_edits, of_listed, of_unlisted, read_units
from .shown import from_names
from .sources import from_sources
from .suggestion import Suggestion, squashed
from .variants import Spelling, variants

_OF_SOURCES = frozenset({"in a list", "acronym", "name", "phrase"})

__all__ = ["Spelling", "Suggestion", "squashed", "suggest", "variants"]


def suggest(
    editions: Sequence[Edition], glossary: Glossary, dismissed: Collection[str] = ()
) -> list[Suggestion]:
    """Proposals for the glossary, the most useful first; one for each Spanish term.

    From people's repeated edits of the same draft wording, from terms rendered in two ways, and
    from names in the sources. `dismissed` are terms that somebody said are none.
    """
    index = phrase_index(editions)
    read = read_units(editions)
    found = [
        *from_edits(editions, glossary, index),
        *of_edits(read, glossary, index),
        *of_listed(read, glossary),
        *of_unlisted(read, glossary, index),
        *from_names(editions, glossary),
        *from_sources(editions, glossary),
    ]
    out = {squashed(text) for text in dismissed}
    best: dict[str, Suggestion] = {}
    shown = {squashed(s.es) for s in found if s.shown}
    for suggestion in sorted(found, key=lambda s: s.rank):
        entry = squashed(suggestion.es)
        if entry in shown and not suggestion.shown and suggestion.reason in _OF_SOURCES:
            continue  # the same name, with less known of it
        if entry and entry not in out:
            best.setdefault(entry, suggestion)
    return list(best.values())
