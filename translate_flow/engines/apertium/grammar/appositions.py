"""A noun that says what kind another is, without a word between them: *la comunidad campesina* (the peasant community), *madre soltera*.

It agrees with the noun before it, as an adjective does, and English puts it before it (Real Academia Española, Nueva gramática,
12.13: sustantivos en aposición). Some do so without agreeing (`[grammar] apposed`: *sector salud*, *gas pimienta*).
"""

from __future__ import annotations

import re

from ....language import of
from ..supplement import supplement
from .phrases import movable
from .sentence import Word

_APPOSED = of("es").words("grammar", "apposed")
_SORT = re.compile(r"<n><(m|f|mf)><(sg|pl|sp)>")
_CALLED_AFTER = of("es").words("grammar", "called_after")
_APART = of("es").words("names", "titles", "roles") | of("es").words("grammar", "counted_apart")
"""Heads behind which a noun is something else: a name, or what is counted."""


def appositions(words: list[Word]) -> None:
    """Make such a noun an adjective."""
    for n in range(1, len(words)):
        word, head = words[n], words[n - 1]
        if (
            word.kind == "np"
            and head.base in _CALLED_AFTER
            and n > 1
            and words[n - 2].has("det", "def", "sg")
        ):
            if movable(words, n - 1, n + 1) and not word.base.startswith(
                "xqz"
            ):  # of a held name drafts drop the article
                word.tag("<adj><mf><sg>")  # el gabinete Otárola
                word.targets = [word.lemma + "<adj>"]
                words[n - 1], words[n] = word, head
            continue
        if word.kind != "n" or head.kind != "n" or word.before != " " or not word.lemma[:1].islower():
            continue
        named = n + 1 < len(words) and words[n + 1].kind in ("n", "np")
        agreeing = not named and head.base not in _APART and _agree(head, word)
        if agreeing or word.base in _APPOSED:
            tags = word.tags.replace("<n>", "<adj>")
            known = supplement().english.get(f"{word.base}<n>".encode())
            english = known[0] if known else word.targets[0].partition("<")[0]
            word.tag(tags)
            word.targets = [english + tags]


def _agree(head: Word, word: Word) -> bool:
    one, other = _SORT.match(head.tags), _SORT.match(word.tags)
    if one is None or other is None:
        return False
    return one[2] == other[2] and (one[1] == other[1] or "mf" in (one[1], other[1]))
