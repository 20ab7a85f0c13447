"""Names and terms that nobody listed yet, and names that are spelt in several ways.

Pure functions over statements with their translations and histories.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from ..glossary import Glossary
from ..model import Edition, Policy
from .edited import from_edits, phrase_index
from .renderings import of_edits, of_listed, of_unlisted, read_units
from .shown import from_names
from .sources import from_sources
from .suggestion import Reason, Suggestion, squashed
from .variants import Spelling, variants

__all__ = ["Reason", "Spelling", "Suggestion", "squashed", "suggest", "variants"]


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
        *_names(editions, glossary),
    ]
    out = {squashed(text) for text in dismissed}
    best: dict[str, Suggestion] = {}
    for suggestion in sorted(found, key=lambda s: s.rank):
        entry = squashed(suggestion.es)
        if entry and entry not in out:
            best.setdefault(entry, suggestion)
    return list(best.values())


def _names(editions: Sequence[Edition], glossary: Glossary) -> list[Suggestion]:
    """Names of the sources: capitalised sequences, and the names that show themselves; one proposal for both.

    The longer form is the proposal, the acronym behind it and the list's line included; what shows itself tells the kind.
    """
    sequences = list(from_sources(editions, glossary))
    entries = [squashed(s.es) for s in sequences]
    for name in from_names(editions, glossary):
        entry = squashed(name.es)
        around = [n for n, other in enumerate(entries) if entry in other]
        if not around:
            sequences.append(name)
        for n in around:
            if entries[n] == entry:
                sequences[n] = replace(name, reason=_reason(sequences[n]))
            elif sequences[n].policy is Policy.KEEP:
                sequences[n] = replace(sequences[n], shown=True)
    return sequences


def _reason(sequence: Suggestion) -> Reason:
    """Why it is proposed: what shows itself is more than a phrase."""
    return Reason.NAME if sequence.reason is Reason.PHRASE else sequence.reason
