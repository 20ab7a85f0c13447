"""Pronouns of an infinitive or gerund that stand before the verb it depends on: *no nos van a callar* (they will not silence us).

Spanish may put them in either place (Real Academia Española, Nueva gramática, 16.12), and the rules of the pair know a verb of two words without
a pronoun before it alone: *they do not go us to keep silent*. They go behind the verb whose they are, where the pair has them too.
"""

from __future__ import annotations

from ....language import of
from .affected import fronted
from .negation import FINITE
from .phrases import movable
from .sentence import Word, capital, heads

_TO_DO = {"ir": "a", "acabar": "de"} | dict.fromkeys(of("es").words("grammar", "with_infinitive"), "")
"""Verbs with an infinitive, and what is between them."""
_ON_PERSONS = of("es").words("grammar", "direct") - of("es").words("grammar", "giving")
_DOING = frozenset(("seguir", "continuar", "venir", "andar"))


def climbing(words: list[Word]) -> None:
    """Put such pronouns behind their verb."""
    n = 0
    while n + 2 < len(words):
        if _moves(words, n):
            _behind(words, n)
        n += 1


def _moves(words: list[Word], n: int) -> bool:
    own = words[n]
    if not own.has("prn", "pro") or own.has("ref") or words[n + 1].before != " ":
        return False
    beside = (words[n - 1] if n else None, words[n + 1])
    return not any(word is not None and word.has("prn", "pro") for word in beside)


def _behind(words: list[Word], n: int) -> None:
    verb = words[n + 1]
    if not FINITE.match(verb.tags) or _same(words[n], verb):
        return
    at = n + 2
    if verb.kind == "vbhaver" and at + 1 < len(words) and words[at].kind == "vbmod" and words[at].has("pp"):
        at += 1  # no la han podido callar
        if not words[at].has("inf") or words[at].kind != "vblex" or _topic(words, n, at):
            return
    elif verb.base in _DOING:
        if (
            not words[at].has("ger")
            or words[at].kind != "vblex"
            or words[at].base == "deber"
            or _topic(words, n, at)
        ):
            return
    else:
        between = _TO_DO.get(verb.base)
        denied = n > 0 and words[n - 1].base in ("no", "nunca", "jamás", "tampoco")
        if between is None or not (denied or verb.kind == "vbmod" or verb.base == "intentar"):
            return
        at += bool(between)
        if at >= len(words) or (between and words[at - 1].base != between):
            return
        if (
            not words[at].has("inf")
            or words[at].kind != "vblex"
            or words[at].base in ("hacer", "dejar", "deber")
        ):
            return
    if at + 1 < len(words) and words[at + 1].has("enc"):
        return
    own = words.pop(n)
    verb.before, own.before = own.before, " "
    if heads(words, n):
        capital(verb, own)
    own.tag(own.tags.replace("<pro>", "<enc>"))
    words.insert(at, own)


def _topic(words: list[Word], n: int, at: int) -> bool:
    """*A los dirigentes los siguen persiguiendo*: they continue pursuing the leaders; whether it was said so."""
    front = fronted(words, n)
    itself = words[n].has("p3") and not words[n].has("mf")  # lo, las: what it is done to
    if front < 0 or not (itself or words[at].base in _ON_PERSONS) or not movable(words, front, at + 1):
        return False
    denied = n
    while denied > front + 1 and words[denied - 1].kind == "adv":
        denied -= 1  # a Rosa no la han podido callar
    whom = words[front + 1 : denied]
    opens, blank, first = heads(words, front), words[front].before, words[front]
    said = [*words[denied:n], *words[n + 1 : at + 1], *whom]
    words[front : at + 1] = said
    for word in said:
        word.before = " "
    said[0].before = blank
    if opens:
        capital(said[0], first)
    return True


def _same(own: Word, verb: Word) -> bool:
    """*Nos vamos a defender*: of whoever does it."""
    return any(own.has(person) and verb.has(person) for person in ("p1", "p2"))
