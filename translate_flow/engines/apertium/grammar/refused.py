"""To whom something was done, before a passive: *nos fue negado el permiso*, *les fue arrebatada la tierra*.

What was done is behind the participle and goes before the verb; the pronoun goes behind it, with *to*, or with *from* where something was taken.
"""

from __future__ import annotations

from ....language import of
from .negation import FINITE
from .phrases import movable, number, phrase
from .sentence import Word, capital, heads, made, small

_TAKING = of("es").words("grammar", "taking", "removing") | {"cortar", "retirar"}
_NOT = frozenset(("no", "nunca", "jamás", "también"))


def refused(words: list[Word]) -> None:
    """Put the subject of such a passive before it, and the pronoun behind."""
    n = 0
    while n + 3 < len(words):
        if words[n].has("prn", "pro") and (words[n].has("p3", "mf") or words[n].has("p1", "pl")):
            _refused(words, n)
        n += 1


def _refused(words: list[Word], n: int) -> None:
    own, be = words[n], words[n + 1]
    last = n + 2
    if be.kind == "vbhaver" and words[last].base == "ser":
        last += 1
    if not (be.kind == "vbser" or last > n + 2) or not FINITE.match(be.tags) or not be.has("p3"):
        return
    if own.has("ref") or last >= len(words) or not (words[last].kind == "vblex" and words[last].has("pp")):
        return
    first = n
    while first and words[first - 1].base in _NOT:
        first -= 1
    opens = heads(words, first) or words[first - 1].kind in ("cm", "cnjsub", "cnjadv", "cnjcoo")
    end = phrase(words, last + 1)
    if (
        not opens
        or end == last + 1
        or not movable(words, first, end)
        or number(words, last + 1, end) != ("pl" if be.has("pl") else "sg")
    ):
        return
    head, blank, at_head = words[first], words[first].before, heads(words, first)
    word = "from" if words[last].base in _TAKING else "to"
    to = made("a", "<pr>", word)
    said = [*words[last + 1 : end], *words[first:n], *words[n + 1 : last + 1], to, own]
    words[first:end] = said
    for one in said:
        one.before = " "
    said[0].before = blank
    if at_head:
        capital(said[0], head)
        small(own)
        small(be)
    own.tag(own.tags.replace("<pro>", "<tn>"))
    own.targets = [target.replace("<subj>", "<obj>") for target in own.targets]
