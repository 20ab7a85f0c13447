"""A participle that says which things are meant goes before its noun: *los docentes contratados* (the hired teachers).

The rules of the pair know this of adjectives alone. Only where nothing belongs to the participle (*los docentes contratados por el
alcalde* stay as they are), and not where it says what became of them (*dejó las casas destruidas*).
"""

from __future__ import annotations

import re

from ....language import of
from .negation import FINITE
from .sentence import Word

_SORT = re.compile(r"<(m|f)><(sg|pl)>$")
_NOUN = re.compile(r"^<n><(m|f|mf)><(sg|pl)>")
_RESULTING = of("es").words("grammar", "resulting")
_BEHIND = frozenset(("sent", "cm", "cnjcoo", "cnjsub", "rel", "prn"))


def participles(words: list[Word]) -> None:
    """Put such a participle before its noun."""
    for n in range(1, len(words)):
        word, noun = words[n], words[n - 1]
        if word.kind != "vblex" or not word.has("pp") or noun.kind != "n" or word.before != " ":
            continue
        sort, of_noun = _SORT.search(word.tags), _NOUN.match(noun.tags)
        if sort is None or of_noun is None or of_noun[2] != sort[2] or of_noun[1] not in (sort[1], "mf"):
            continue
        behind = words[n + 1] if n + 1 < len(words) else None
        if behind is not None and not (
            behind.kind in _BEHIND or behind.base == "no" or FINITE.match(behind.tags)
        ):
            continue
        before = words[n - 2] if n > 1 else None
        if before is None or not (before.kind in ("det", "num", "pr") and noun.before == " "):
            continue
        if any(w.base in _RESULTING for w in words[max(0, n - 6) : n]):
            continue
        words[n - 1], words[n] = word, noun
