"""The subject that Spanish leaves to the verb: *Ante los hechos, exigimos justicia* (we demand).

The rules of the pair take what stands before the comma for the subject (*In front of the events, demand*). Where a clause
begins with a preposition, nothing of it can be the subject of a verb in the first or second person. And they put the subject behind
*nunca* and the like (*Never we will forget*).
"""

from __future__ import annotations

from .negation import FINITE
from .sentence import Word, capital, heads, made

_MIDDLE = frozenset(("ya no", "nunca", "jamás", "siempre", "todavía", "aún", "también", "solo", "sólo"))
"""What English says between the subject and its verb."""
_BEFORE = frozenset(("prn", "adv"))


def subjects(words: list[Word]) -> None:
    """Put *we* and its like before a verb behind *desde la sierra,*."""
    n = 0
    while n < len(words):
        if heads(words, n) and words[n].kind == "pr":
            n = _clause(words, n)
        elif heads(words, n) and words[n].base in _MIDDLE and not _marked(words, n):
            verb = _verb(words, n + 1)
            if verb and _say(words, n, verb):
                capital(words[n], words[n + 1])
                n = verb + 1
        n += 1


def _clause(words: list[Word], start: int) -> int:
    at = start
    while at < len(words) and words[at].kind not in ("cm", "sent") and not FINITE.match(words[at].tags):
        at += 1
    if at >= len(words) or words[at].kind != "cm":
        return start
    verb = _verb(words, at + 1)
    if verb:
        _say(words, at + 1, verb)
    return at


def _marked(words: list[Word], n: int) -> bool:
    """Whether a mark stands around a word, which would then hold two."""
    return any("[" in word.before for word in words[n : n + 2])


def _verb(words: list[Word], n: int) -> int:
    """The finite verb behind pronouns and adverbs that stand there; 0 if there is none."""
    while n < len(words) and words[n].kind in _BEFORE and not words[n].has("tn"):
        n += 1
    return n if n < len(words) and FINITE.match(words[n].tags) and not words[n].has("imp") else 0


def _say(words: list[Word], at: int, verb: int) -> bool:
    """Put the pronoun of the verb's person at a place before it; False if it is the third."""
    person = next((tag for tag in ("p1", "p2") if words[verb].has(tag)), "")
    if person:
        number = "sp" if person == "p2" else "pl" if words[verb].has("pl") else "sg"
        tags = f"<prn><tn><{person}><mf><{number}>"
        head = heads(words, at)
        words.insert(
            at, made("prpers", tags, "prpers", "" if head else " ", target_tags=tags.replace("tn", "subj"))
        )
        if head:
            words[at].before, words[at + 1].before = words[at + 1].before, " "
    return bool(person)
