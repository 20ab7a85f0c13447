"""Who won, lost or spoke, behind the verb: *ganó el pueblo*, *perdió la democracia*, *habló la calle*.

Such verbs have an object as well (*ganó la elección*). At the head of a clause whose end is theirs, what can only win or speak itself, and has
the number of the verb, is the subject.
"""

from __future__ import annotations

from ....language import of
from .negation import FINITE
from .phrases import movable, number, phrase, swap
from .sentence import Word, heads

_SPANISH = of("es")
WINNING = _SPANISH.words("grammar", "winning")
_VICTORS = _SPANISH.words("grammar", "victors")
_BEFORE = _SPANISH.words("grammar", "before_the_verb")


def victors(words: list[Word]) -> None:
    """Put such a subject before its verb."""
    n = 0
    while n + 1 < len(words):
        verb = words[n]
        if verb.base in WINNING and verb.has("p3") and FINITE.match(verb.tags):
            last = n + (verb.kind == "vbhaver" and n + 1 < len(words) and words[n + 1].has("pp"))
            _first(words, n, last)
        n += 1


def _first(words: list[Word], n: int, last: int) -> None:
    end = phrase(words, last + 1)
    first = n
    while first and words[first - 1].kind == "adv" and words[first - 1].base in _BEFORE:
        first -= 1
    opens = heads(words, first) or words[first - 1].kind in ("cm", "cnjcoo", "lquest")
    closes = end >= len(words) or words[end].kind in ("sent", "cm", "cnjcoo", "pr", "adv")
    if end == last + 1 or not (opens and closes and movable(words, n, end)):
        return
    if not words[last + 1].has("det", "def") or number(words, last + 1, end) != (
        "pl" if words[n].has("pl") else "sg"
    ):
        return
    head = next((word for word in words[last + 1 : end] if word.kind in ("n", "np")), None)
    if head is not None and head.base in _VICTORS:
        swap(words, n - (n > 0 and words[n - 1].base == "no"), last + 1, end)
