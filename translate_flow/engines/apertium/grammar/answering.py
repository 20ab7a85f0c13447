"""Who is held responsible for what may happen: *responsabilizamos al Estado de lo que ocurra*, *hacen responsable al alcalde por la vida de los testigos*.

Of a deed that was done it is *blame*; for somebody's life, and for what is still to come, nobody can be blamed.
"""

from __future__ import annotations

from ....language import of
from .negation import FINITE
from .phrases import phrase
from .sentence import Word, drop, made

_ANSWERED = of("es").words("grammar", "answered_for")
_CHARGES = of("es").words("grammar", "charges")
_COMING = of("es").words("grammar", "occurring") | {"poder", "pasar"}
_FOR = frozenset(("de", "por"))
_REACH = 14


def answering(words: list[Word]) -> None:
    """Say *hold responsible for*."""
    n = 0
    while n + 2 < len(words):
        if words[n].base == "responsabilizar" and words[n].kind == "vblex" and not words[n].has("pp"):
            _held(words, n)
        n += 1


def _held(words: list[Word], n: int) -> None:
    at = n + 1
    while at + 1 < min(len(words), n + _REACH) and not words[at].ends:
        if words[at].base in _FOR and words[at].kind == "pr" and _to_come(words, at + 1):
            break
        at += 1
    else:
        _blamed(words, n)
        return
    if words[at].ends or at + 1 >= min(len(words), n + _REACH):
        return
    words[at].say("for", "<pr>")
    words[at].name("por")
    verb = words[n]
    verb.name("Mantener así" if verb.lemma[:1].isupper() else "mantener así")
    verb.say("hold")
    if words[n + 1].base == "a" and words[n + 1].kind == "pr":
        drop(words, n + 1)
    words.insert(n + 1, made("responsable", "<adv>", "responsible"))


def _blamed(words: list[Word], n: int) -> None:
    """*Responsabilizamos al ejército de la masacre*: we blame the army for it."""
    for at in range(n + 2, min(len(words) - 1, n + _REACH)):
        if words[at].ends:
            return
        if words[at].base == "de" and words[at].kind == "pr":
            named = words[at + 1 : max(phrase(words, at + 1), at + 2)]
            head = next((word for word in named if word.kind == "n"), None)
            if head is not None and head.base in _CHARGES:
                words[at].say("for", "<pr>")
                words[at].name("por")
                return


def _to_come(words: list[Word], at: int) -> bool:
    """Whether somebody's life is there, or what nobody knows yet: *lo que pueda ocurrir*, *cualquier agresión*."""
    if words[at].base in ("lo que", "aquello que", "todo lo que"):
        told = next((word for word in words[at + 1 : at + 5] if FINITE.match(word.tags)), None)
        return told is not None and told.base in _COMING and not (told.has("ifi") or told.has("pii"))
    if words[at].base in ("cualquier", "cualquiera"):
        return True
    named = words[at : max(phrase(words, at), at + 1)]
    head = next((word for word in named if word.kind == "n"), None)
    return head is not None and head.base.split(" ")[0] in _ANSWERED
