"""A subject behind its verb, where Spanish tells what happened: *Llegó la policía*, *murieron dos campesinos*.

The rules of the pair put a pronoun before such a verb (*It arrived the police*). The subject goes before it: behind verbs of
coming and happening, where what follows can be nothing but the subject.
"""

from __future__ import annotations

from ....language import of
from .negation import FINITE
from .phrases import movable, number, phrase, swap
from .sentence import Word, heads

_APPEARING = of("es").words("grammar", "appearing")


def order(words: list[Word]) -> None:
    """Put the subject before its verb."""
    n = 0
    while n + 1 < len(words):
        verb = words[n]
        if verb.base in _APPEARING and verb.kind == "vblex" and verb.has("p3") and FINITE.match(verb.tags):
            n = _turned(words, n)
        n += 1


def _turned(words: list[Word], n: int) -> int:
    first = n
    while (
        first and words[first - 1].base in ("no", "nunca", "ya", "también") and words[first - 1].kind == "adv"
    ):
        first -= 1
    opens = (
        heads(words, first)
        or words[first - 1].kind in ("cm", "cnjadv")
        or words[first - 1].base in ("donde", "cuando")
    )
    if not opens:
        before = words[first - 1]
        opens = before.kind == "adv" or (before.has("ND") or before.base in ("años", "día"))
    if not opens:
        return n
    end = phrase(words, n + 1)
    if end == n + 1 or not movable(words, first, end):
        return n
    if end < len(words) and (words[end].kind in ("np", "num") or "[" in words[end].before):
        return n
    if number(words, n + 1, end) != ("pl" if words[n].has("pl") else "sg"):
        return n
    if end < len(words) and words[end].kind == "vblex" and words[end].has("pp"):
        return n
    swap(words, first, n + 1, end)
    return end - 1
