"""What is said of first and taken up by a pronoun: *la verdad la sabe el juez*, *el agua la pagamos cara*, *eso lo decide la asamblea*.

Spanish puts an object first so (Real Academia Española, Nueva gramática, 40.2); English has it behind the verb. A thing, or *eso* and *esto*, at the
head of its clause, taken up by a pronoun of its gender and number, is the object, whoever else may be named behind the verb.
"""

from __future__ import annotations

from ....language import of
from ....language.calendar import weekdays
from .negation import FINITE
from .phrases import movable, number, phrase
from .sentence import Word, capital, heads, small

_SPANISH = of("es")
_DOERS = (
    _SPANISH.words("grammar", "people", "bodies", "crowds")
    | _SPANISH.words("names", "titles", "roles", "organisations")
    | {"empresa", "minera"}
)
_NEUTER = frozenset(("esto", "eso", "aquello", "todo esto", "todo eso"))
_WHEN = weekdays("es") | _SPANISH.words("grammar", "parts_of_time")
_NOBODY = frozenset(("nadie", "ninguno", "ni"))
_NOT = frozenset(("no", "nunca", "jamás", "ya", "ya no", "también", "tampoco"))
_TO_DO = frozenset(("ir", "poder", "deber", "querer", "tener# que", "haber"))


def topics(words: list[Word]) -> None:
    """Put such an object behind its verb."""
    n = 1
    while n + 1 < len(words):
        own = words[n]
        if own.has("prn", "pro", "p3") and not own.has("mf") and not own.has("ref"):
            _behind(words, n)
        n += 1


def _behind(words: list[Word], n: int) -> None:
    first = n
    while first and words[first - 1].base in _NOT and words[first - 1].kind == "adv":
        first -= 1
    start = _topic(words, n, first)
    if start < 0 or not FINITE.match(words[n + 1].tags):
        return
    last = _verbs(words, n + 1)
    if last < 0:
        return
    end = phrase(words, last + 1)
    finite = words[n + 1]
    if end == last + 1 and _those(words, end):
        end += 2  # la deuda la pagan los pobres
    named = (
        end > last + 1
        and finite.has("p3")
        and (
            words[end - 1].has("pl")
            if end == last + 3 and words[end - 1].kind == "adj"
            else number(words, last + 1, end) == "pl"
        )
        == finite.has("pl")
    )
    pronoun = last + 1 < len(words) and words[last + 1].has("prn", "tn") and last == n + 1  # …nosotros, nadie
    if pronoun:  # la tierra la trabajamos nosotros
        end, named = last + 2, True
    if not named and finite.has("p3") and finite.has("pl") == words[n].has("pl"):
        return  # la ley lo prohíbe, el audio lo delata
    if named and any(word.base in _WHEN for word in words[last + 1 : end]):
        return
    end = end if named else last + 1
    if not movable(words, start, end):
        return
    if end < len(words) and words[end].kind == "adj":
        return  # la pagamos cara
    moved, blank = words[start:first], words[start].before
    nobody = named and any(word.base in _NOBODY for word in words[last + 1 : end])
    before = [word for word in words[first:n] if not (nobody and word.base == "no")]  # no los cumplió nadie
    said = [*words[last + 1 : end], *before, *words[n + 1 : last + 1], *moved]
    opens, head = heads(words, start), words[start]
    words[start:end] = said
    for word in said:
        word.before = " "
    said[0].before = blank
    if opens:
        capital(said[0], head)
        small(head)


def _those(words: list[Word], at: int) -> bool:
    """*Los pobres*: an article and an adjective of people, and the end of the clause."""
    closes = at + 2 >= len(words) or words[at + 2].ends or words[at + 2].kind in ("cnjcoo", "pr")
    return at + 1 < len(words) and words[at].has("det", "def") and words[at + 1].kind == "adj" and closes


def _topic(words: list[Word], n: int, first: int) -> int:
    """Where what the pronoun takes up begins; -1 if it is not there."""
    own, before = words[n], words[first - 1] if first else None
    if before is None:
        return -1
    if before.base in _NEUTER:
        start = first - 1
        return start if own.base == "lo" and _opens(words, start) else -1
    start = first - 1
    while start > 0 and not _opens(words, start):
        start -= 1
    if start >= first - 1 or words[start].kind not in ("det", "predet") or phrase(words, start) != first:
        return -1
    if words[start].has("prn"):
        return -1
    head = next((word for word in words[start:first] if word.kind in ("n", "np")), None)
    if head is None or head.kind != "n" or head.base.split(" ")[0] in _DOERS or not _opens(words, start):
        return -1
    plural = head.has("pl")
    agrees = head.has("mf") or (own.has("f") if head.has("f") else own.has("m") or own.base == "lo")
    return start if agrees and own.has("pl") == plural else -1


def _opens(words: list[Word], n: int) -> bool:
    return heads(words, n) or words[n - 1].kind in ("cm", "lquest")


def _verbs(words: list[Word], n: int) -> int:
    """The last of the verbs that begin there; -1 if they have an object of their own."""
    if words[n].kind == "vblex" and words[n].base not in _TO_DO:
        return n
    at = n + 1
    if words[n].base == "ir" and at < len(words) and words[at].base == "a":
        at += 1
    if at < len(words) and words[n].base in _TO_DO and (words[at].has("inf") or words[at].has("pp")):
        return at
    return -1
