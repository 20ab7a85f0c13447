"""*Nadie* and its like behind a verb of coming and being, whose subject they are: *no quedaba nadie* (nobody remained), *no vino ningún juez* (no judge came).

English has the subject before the verb and says no once (Real Academia Española, Nueva gramática, 48.3).
"""

from __future__ import annotations

from ....language import of
from .negation import FINITE
from .phrases import movable, phrase, swap
from .sentence import Word, drop, made

_ALONE = (of("es").words("grammar", "appearing", "lasting") | {"quedar", "responder", "faltar"}) - {"existir"}
_NOBODY = frozenset(("nadie", "nada"))


def nobody(words: list[Word]) -> None:
    """Put such a subject before its verb, without *no*."""
    n = 0
    while n + 2 < len(words):
        if words[n].base in ("no", "ya no"):
            verb = n + 1
            while verb < n + 3 and verb + 1 < len(words) and words[verb].has("prn", "pro"):
                verb += 1
            if words[verb].base in _ALONE and verb == n + 1:
                _first(words, n, verb)
            elif FINITE.match(words[verb].tags):
                _first(words, n, verb, alone=False)
        elif words[n].base in ("nunca", "jamás") and words[n + 1].base in _NOBODY:
            swap(words, n, n + 1, n + 2)
            words[n + 1].name("alguna vez")  # nunca nadie nos pidió perdón: nobody ever
            words[n + 1].say("ever", "<adv>")
        n += 1


def _first(words: list[Word], n: int, last: int, *, alone: bool = True) -> None:
    """`last`: where the verb is; `alone`: it has no object, so that *nada* is its subject too. Whom something is done to has an *a*."""
    verb = words[last]
    at = last + 1 + (verb.kind == "vbhaver" and last + 1 < len(words) and words[last + 1].has("pp"))
    if not FINITE.match(verb.tags) or not verb.has("p3", "sg") or at >= len(words):
        return
    if words[at].base == "nadie" or (
        alone and words[at].base in _NOBODY and words[at].kind in ("prn", "adv")
    ):
        end = at + 1
    elif alone and words[at].base == "ninguno":
        end = at + 1 if words[at].kind == "prn" else phrase(words, at)
    else:
        return
    if end == at or not movable(words, n, end):
        return
    longer = words[n].base == "ya no"
    swap(words, n, at, end)
    drop(words, n + end - at)
    if longer:
        words.insert(n + end - at + 1, made("más", "<adv>", "any longer"))
