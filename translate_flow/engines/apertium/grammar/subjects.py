"""The subject that Spanish leaves to the verb: *Ante los hechos, exigimos justicia* (we demand).

The rules of the pair take what stands before the comma for the subject (*In front of the events, demand*). Where a clause
begins with a preposition, nothing of it can be the subject of a verb in the first or second person.
"""

from __future__ import annotations

from .negation import FINITE
from .sentence import Word, heads, made

_BEFORE = frozenset(("prn", "adv"))


def subjects(words: list[Word]) -> None:
    """Put *we* and its like before a verb behind *desde la sierra,*."""
    n = 0
    while n < len(words):
        if heads(words, n) and words[n].kind == "pr":
            n = _clause(words, n)
        n += 1


def _clause(words: list[Word], start: int) -> int:
    at = start
    while at < len(words) and words[at].kind not in ("cm", "sent") and not FINITE.match(words[at].tags):
        at += 1
    if at >= len(words) or words[at].kind != "cm":
        return start
    first = verb = at + 1
    while verb < len(words) and words[verb].kind in _BEFORE and not words[verb].has("tn"):
        verb += 1
    if verb >= len(words) or not FINITE.match(words[verb].tags) or words[verb].has("imp"):
        return at
    person = next((tag for tag in ("p1", "p2") if words[verb].has(tag)), "")
    if person:
        number = "sp" if person == "p2" else "pl" if words[verb].has("pl") else "sg"
        tags = f"<prn><tn><{person}><mf><{number}>"
        words.insert(first, made("prpers", tags, "prpers", target_tags=tags.replace("tn", "subj")))
    return at
