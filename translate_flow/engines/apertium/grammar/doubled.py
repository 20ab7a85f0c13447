"""A pronoun that says once more what is said with *a* beside it: *a Rosa le quitaron la casa*, *no le creyeron al agresor*, *ponerle fin a la guerra*.

Spanish doubles an object so (Real Academia Española, Nueva gramática, 16.14); English says it once, and behind the verb. What
is at the head of its clause with *a* goes behind the verb, or behind what the verb has as its object there.
"""

from __future__ import annotations

import re

from ....language import of
from .negation import FINITE
from .passives import be_done
from .phrases import movable, number, phrase
from .sentence import Word, capital, drop, heads, made, small

_TAKING = of("es").words("grammar", "taking")
_REMOVING = of("es").words("grammar", "removing")
_TRANSITIVE = (
    _TAKING | of("es").words("grammar", "direct", "done", "giving", "asking", "told") | {"dar", "decir"}
)
_ON_PERSONS = of("es").words("grammar", "direct") - of("es").words("grammar", "giving")
_ANYBODY = frozenset(("nadie", "alguien", "ninguno"))
_TIMES = of("es").words("grammar", "times")
_TWO_OBJECTS = of("es").words("grammar", "two_objects")
_TENSE = re.compile(r"<(pri|prs|ifi|pii|pis|fti|cni)><p3><(sg|pl)>")


def doubled(words: list[Word]) -> None:
    """Take out such a pronoun, and put what it says once more behind the verb."""
    n = 0
    while n + 1 < len(words):
        if _to(words, n) and words[n + 1].has("prn", "tn") and not words[n + 1].has("itg"):
            _tonic(words, n)
        if _to(words, n) and n > 1 and _once_more(words, n):
            del words[n : n + 2]
            continue
        if words[n].base == "lo" and words[n].has("prn", "pro", "nt") and _everything(words, n + 1):
            drop(words, n)
            continue
        if _dative(words[n]):
            if words[n].has("enc"):
                _behind(words, n, n + 1)
            elif n + 2 < len(words) and words[n + 1].has("prn", "pro") and FINITE.match(words[n + 2].tags):
                if words[n + 2].base not in _ON_PERSONS:
                    _behind(words, n, n + 3)  # se los entregaron al ejército
            else:
                verb = n + 1 + (words[n + 1].kind == "vbhaver" and n + 2 < len(words))
                if FINITE.match(words[n + 1].tags) and not _fronted(words, n, verb):
                    _behind(words, n, verb + 1)
        elif (
            words[n].base in ("lo", "prpers")
            and words[n].has("prn", "pro", "p3")
            and not words[n].has("ref")
            and FINITE.match(words[n + 1].tags)
        ):
            _fronted(words, n, n + 1 + (words[n + 1].kind == "vbhaver" and n + 2 < len(words)))
        n += 1


def _once_more(words: list[Word], n: int) -> bool:
    """*Nos culpa a nosotros*: the pronoun before the verb says it."""
    person = next((tag for tag in ("p1", "p2") if words[n + 1].has("prn", "tn", tag)), "")
    after = words[n + 2] if n + 2 < len(words) else None
    closes = after is None or after.ends or after.kind in ("pr", "cnjcoo", "adv")
    own = words[n - 2]
    return bool(person) and closes and words[n - 1].kind == "vblex" and own.has("prn", "pro", person)


def _everything(words: list[Word], n: int) -> bool:
    """*Lo perdieron todo*: a verb and *todo*, which is said by *lo* already."""
    at = n + (words[n].kind == "vbhaver" and n + 2 < len(words))
    behind = words[at + 1] if at + 1 < len(words) else None
    return (
        bool(FINITE.match(words[n].tags))
        and behind is not None
        and behind.base == "todo"
        and behind.kind == "prn"
    )


def _tonic(words: list[Word], n: int) -> None:
    """*A nosotros no nos callarán*: the pronoun before the verb says it."""
    person = next((tag for tag in ("p1", "p2", "p3") if words[n + 1].has(tag)), "")
    at = n + 2
    while at < len(words) and words[at].base in ("no", "ya", "nunca", "ni", "también"):
        at += 1
    opens = heads(words, n) or words[n - 1].kind in ("cm", "cnjcoo", "cnjadv", "cnjsub")
    if not person or not opens or at + 1 >= len(words) or not words[at].has("prn", "pro", person):
        return
    if (
        words[at].has("ref")
        or words[at].has("pl") == words[n + 1].has("sg")
        or not FINITE.match(words[at + 1].tags)
    ):
        return
    drop(words, n)
    drop(words, n)


def _dative(word: Word) -> bool:
    return (
        word.base == "prpers"
        and word.has("p3", "mf")
        and (word.has("pro") or word.has("enc"))
        and word.kind == "prn"
    )


def _to(words: list[Word], n: int) -> bool:
    return n + 1 < len(words) and words[n].base == "a" and words[n].kind == "pr"


def _behind(words: list[Word], n: int, at: int) -> None:
    """*Le creyeron al agresor*, *ponerle fin a la guerra*: the pronoun goes."""
    end = phrase(words, at)
    if end == at and at < len(words) and words[at].kind == "n":
        end = at + 1
    if end == at and at + 1 < len(words) and words[at].has("prn", "f") and words[at + 1].base == "culpar":
        end = at + 2  # le echan la culpa a: the tagger takes it for a verb
    anybody = end + 1 < len(words) and words[end + 1].base in _ANYBODY and words[end + 1].kind == "prn"
    if _to(words, end) and (anybody or phrase(words, end + 1) > end + 1) and words[end].before == " ":
        if anybody and words[at - 1].base in _TAKING and end > at:
            words[end].targets = ["from<pr>"]  # no le quita derechos a nadie
        if words[at - 1].base in _REMOVING and end > at:
            words[end].targets = ["from<pr>"]  # les quitaron las tierras a los abuelos
        if words[n].has("enc") and n and words[n - 1].base in _TAKING and end > at:
            words[end].targets = ["from<pr>"]  # quitarle la tierra a la comunidad
        drop(words, n)


def _fronted(words: list[Word], n: int, verb: int) -> bool:
    """*A Rosa le quitaron la casa*: they took the house from Rosa, with *a Rosa* behind."""
    first = n
    while first and (words[first - 1].base in ("no", "se") or words[first - 1].kind == "adv"):
        first -= 1
    accusative = not words[n].has("mf")
    if not accusative and words[verb].base in _TWO_OBJECTS and words[n - 1].base == "se":
        return False  # a los presos no se les da agua: see `given`
    if accusative and _topic(words, n, first, verb):
        return True
    aside = _aside(words, first)
    if aside >= 0:
        return _suffered(words, aside, first, n, verb)
    start = first - 1
    while start >= 0 and not (heads(words, start) or words[start].kind in ("cm", "cnjcoo", "pr")):
        start -= 1
    if (
        start < 0
        or not _to(words, start)
        or not (heads(words, start) or words[start - 1].kind in ("cm", "cnjcoo", "cnjsub"))
    ):
        return False
    if (
        (words[verb].base not in _TRANSITIVE and not accusative)
        or phrase(words, start + 1) != first
        or not movable(words, start, verb + 1)
    ):
        return False
    end = phrase(words, verb + 1)
    if (
        end == verb + 1
        and words[verb].base in _TAKING
        and _to(words, verb + 1)
        and phrase(words, verb + 2) > verb + 2
    ):
        drop(words, verb + 1)  # a la abuela le arrebataron a su nieto
        end = phrase(words, verb + 1)
    if any(word.base in _TIMES for word in words[verb + 1 : end]):
        end = verb + 1  # lo golpearon tres días
    if end > verb + 1 and not movable(words, verb, end):
        return False
    if _suffered(words, start, first, n, verb):
        return True
    head = heads(words, start)
    moved = words[start:first]
    if words[verb].base in _TAKING and end > verb + 1:
        moved[0].targets = ["from<pr>"]
    del words[n]
    place = (end if end > verb + 1 else verb + 1) - 1
    words[start:place] = words[first:place] + moved
    if head:
        words[start].before, moved[0].before = moved[0].before, " "
        capital(words[start], moved[0])
        small(moved[0])
    if accusative and moved[0] in words:
        drop(words, words.index(moved[0]))
    return True


def _topic(words: list[Word], n: int, first: int, verb: int) -> bool:
    """*Esta tierra la trabajaron nuestros abuelos*: what does not agree with the verb is not its subject, and goes behind it."""
    start = first - 1
    while start > 0 and not heads(words, start):
        start -= 1
    tense = _TENSE.search(words[n + 1].tags)
    if (
        start >= first
        or first < n
        or words[start].kind != "det"
        or phrase(words, start) != first
        or tense is None
    ):
        return False
    count = number(words, start, first)
    if count == tense[2] or ("pl" if words[n].has("pl") else "sg") != count:
        return False
    end = phrase(words, verb + 1)
    named = end > verb + 1 and number(words, verb + 1, end) == tense[2] and words[end - 1].base not in _TIMES
    last = end if named else verb + 1
    if not movable(words, start, last):
        return False
    moved = words[start:first]
    said = [*words[verb + 1 : last], *words[n + 1 : verb + 1]] if named else words[n + 1 : verb + 1]
    blank = moved[0].before
    words[start:last] = [*said, *moved]
    for word in words[start:last]:
        word.before = " "
    words[start].before = blank
    if heads(words, start):
        capital(words[start], moved[0])
        small(moved[0])
    return True


def _aside(words: list[Word], first: int) -> int:
    """Where *a* is, with words between commas behind the one who is named: *A Brayan, de quince años, lo mató*; -1 if there is none."""
    if first < 4 or words[first - 1].kind != "cm":
        return -1
    comma = next((k for k in range(first - 2, 0, -1) if words[k].kind == "cm"), 0)
    for start in range(comma - 1, -1, -1):
        if words[start].ends or FINITE.match(words[start].tags):
            return -1
        if _to(words, start) and phrase(words, start + 1) == comma and heads(words, start):
            return start
    return -1


def _suffered(words: list[Word], start: int, first: int, n: int, verb: int) -> bool:
    """*A Rosa la mató su esposo*: Rosa was killed by her husband; *al dirigente se le acusa de robo*: the leader is accused."""
    impersonal = any(word.base == "se" for word in words[first:n])
    tense = _TENSE.search(words[n + 1].tags)
    end = phrase(words, verb + 1)
    if any(word.base in _TIMES for word in words[verb + 1 : end]):
        end = verb + 1
    if tense is None or words[verb].base not in _ON_PERSONS or words[verb].base == "tener":
        return False
    if impersonal:
        if end > verb + 1 or tense[2] != "sg":
            return False
        words[:] = [word for at, word in enumerate(words) if not (first <= at < n and word.base == "se")]
        n, verb = n - 1, verb - 1
    elif words[n].has("mf") or end == verb + 1 or number(words, verb + 1, end) != tense[2]:
        return False
    else:
        words.insert(verb + 1, made("por", "<pr>", "by"))
        if words[verb + 2].base == "suyo":
            female = words[n].has("f")
            words[verb + 2].name("suya")
            words[verb + 2].say("their" if words[n].has("pl") else "her" if female else "his")
    be_done(words, n, tense[1], number(words, start + 1, first), verb > n + 1)
    drop(words, start)
    return True
