"""A subject behind its verb, where Spanish tells what happened: *Llegó la policía*, *murieron dos campesinos*.

The rules of the pair put a pronoun before such a verb (*It arrived the police*). The subject goes before it: behind verbs of
coming and happening, where what follows can be nothing but the subject; behind a passive (*fueron quemadas tres casas*); and behind
a verb whose object is before it as a pronoun (*nos detuvieron los militares*).
"""

from __future__ import annotations

from ....language import of
from ....language.calendar import weekdays
from .constructions import PERIODS
from .negation import FINITE
from .phrases import movable, number, phrase, swap, thing
from .sentence import Word, heads

_SPANISH = of("es")
_APPEARING = _SPANISH.words("grammar", "appearing")
_ON_PERSONS = _SPANISH.words("grammar", "direct") - _SPANISH.words("grammar", "giving")
_NAMING = _SPANISH.words("grammar", "naming")
_SIGNING = _SPANISH.words("grammar", "signing")
_SIGNERS = (
    _SPANISH.words("names", "titles", "roles", "organisations")
    | _SPANISH.words("grammar", "people", "bodies")
    | _SPANISH.words("grammar", "signers")
)
_FEARING = _SPANISH.words("grammar", "fearing")
_ANSWERING = frozenset(("responsable", "culpable"))
_SAYING = _SPANISH.words("grammar", "asserting")
_WHEN = PERIODS | weekdays("es") | {"noche", "mañana", "tarde", "madrugada"}
_TOLD = _SAYING | {"decir"}
_CLOSING = frozenset('"»”’')
_INTRANSITIVE = _SPANISH.words("grammar", "intransitive", "lasting")
_NO_SUBJECT = _SPANISH.words("grammar", "having_people")
_PERSONS = _SPANISH.words("grammar", "people") | _SPANISH.words("names", "titles", "roles")
_ALONE = _APPEARING | _INTRANSITIVE
_WITH_PEOPLE = _ON_PERSONS | _NO_SUBJECT | _TOLD
"""Verbs behind which people without an *a* may be something else than the subject."""
_AMOUNTS = _SPANISH.words("grammar", "amounts")
_CHANGING = frozenset(("subir", "bajar"))
_SOME = _SPANISH.words("grammar", "some")


def order(words: list[Word]) -> None:
    """Put the subject before its verb."""
    n = 0
    while n + 1 < len(words):
        verb = words[n]
        if verb.base == "de" and verb.kind == "pr" and heads(words, n):
            _answerable(words, n)
        elif verb.base == "como" and verb.kind == "cnjadv":
            _said_by(words, n)
        if verb.has("p3") and FINITE.match(verb.tags):
            if verb.kind == "vblex" and (
                verb.base in _APPEARING or _rising(words, n) or _signing(words, n) or _quoted(words, n)
            ):
                n = _turned(words, n, n)
            elif _going_on(words, n):
                n = _turned(words, n, n + 1)
            elif verb.kind in ("vbser", "vbhaver"):
                last = n + (verb.kind == "vbhaver")
                if verb.kind == "vbhaver" and words[last].has("pp") and words[last].base in _APPEARING:
                    n = _turned(words, n, last)
                elif words[last].base == "ser" and last + 1 < len(words) and _done(words[last + 1]):
                    n = _turned(words, n, _behind_how(words, last + 1))
            elif n and verb.kind == "vblex" and verb.base in _ON_PERSONS and _object(words[n - 1]):
                n = max(n, _turned(words, n - 1, n))
        n += 1


def actors(words: list[Word]) -> None:
    """Put people who can be nothing but the subject before their verb; to be asked while the *a* of objects is there."""
    n = 0
    while n + 1 < len(words):
        kind = words[n].kind
        if kind in ("vblex", "vbmod") and words[n].has("p3") and FINITE.match(words[n].tags):
            until = n > 1 and words[n - 1].base == "no" and words[n - 2].base == "hasta que"  # see `limits`
            if kind == "vblex" and not until and _persons_behind(words, n):
                n = _turned(words, n, n)
            elif kind == "vbmod" and not until and _able(words, n):
                n = _turned(words, n, n + 1)
        n += 1


def _rising(words: list[Word], n: int) -> bool:
    """*Subieron los pasajes*: what goes up and down by itself, where nobody before can have raised it."""
    if words[n].base not in _CHANGING or not heads(words, n):
        return False
    head = next((word for word in words[n + 1 : phrase(words, n + 1)] if word.kind == "n"), None)
    return head is not None and head.base.removesuffix(" así") in _AMOUNTS


def _behind_how(words: list[Word], last: int) -> int:
    """*Fue asesinado de cinco balazos el dirigente*: where how it was done ends, if who it was done to is behind that."""
    if last + 2 < len(words) and words[last + 1].kind == "pr" and words[last + 2].kind in ("num", "n"):
        end = phrase(words, last + 2)
        then = words[end] if end < len(words) else None
        if end > last + 2 and then is not None and then.kind == "det" and then.before == " ":
            head = next((word for word in words[end : phrase(words, end)] if word.kind in ("n", "np")), None)
            if head is not None and head.base in _PERSONS:
                return end - 1
    return last


def _quoted(words: list[Word], n: int) -> bool:
    """*«No nos callarán», dijo la lideresa*: whether a verb of saying is behind what was said."""
    comma = words[n - 1] if n else None
    return (
        comma is not None
        and comma.kind == "cm"
        and bool(_CLOSING & set(comma.before))
        and words[n].base in _TOLD
    )


def _going_on(words: list[Word], n: int) -> bool:
    """*Siguen llegando ataúdes*: coffins continue arriving."""
    after = words[n + 1]
    return words[n].base in ("seguir", "continuar") and after.has("ger") and after.base in _APPEARING


def _able(words: list[Word], n: int) -> bool:
    """*Deben renunciar los responsables*, *podrán votar los jóvenes*: a verb without an object behind *deber* and *poder*."""
    after = words[n + 1]
    return (
        words[n].base in ("poder", "deber")
        and words[n].kind == "vbmod"
        and after.has("inf")
        and (after.base in _ALONE or _persons_behind(words, n + 1))
        and after.base != "vivir"  # vivir una vida digna
    )


def _persons_behind(words: list[Word], n: int) -> bool:
    """*Salieron los vecinos*: people with an article, and no *a* before them, can be nothing but the subject of most verbs.

    Not of those that are done to persons, of which some have no *a* (*eligieron los delegados*), nor of saying (*said the mayor*).
    """
    base, start = words[n].base, n + 1
    if start >= len(words):
        return False
    if words[start].kind not in ("det", "predet", "num", "adv", "adj") or (
        n and words[n - 1].has("prn", "pro")
    ):
        return False
    if "#" in base or base in _WITH_PEOPLE:
        return False
    end = phrase(words, start)
    head = next((word for word in words[start:end] if word.kind == "n"), None)
    if head is None or head.base not in _PERSONS:
        return False
    counted = words[start].kind == "num" and base in _INTRANSITIVE
    return counted or (words[start].has("det", "def") and (head.has("pl") or base in _INTRANSITIVE))


def _answerable(words: list[Word], n: int) -> None:
    """*De ello son responsables tanto el Congreso como el alcalde*: both the Congress and the mayor are responsible for this."""
    at = next((k for k in range(n + 2, min(len(words) - 2, n + 7)) if words[k].kind == "vbser"), 0)
    if not at or words[at + 1].base not in _ANSWERING or any(word.ends for word in words[n:at]):
        return
    start = end = at + 2
    while end < len(words) and not words[end].ends and words[end].kind != "rel":
        if FINITE.match(words[end].tags):
            return
        end += 1
    if end == start or not movable(words, n, end):
        return
    words[n].say("for", "<pr>")
    told = end + 1 < len(words) and words[end].kind == "cm" and words[end + 1].kind == "rel"
    if told:  # …, whose work was praised: whoever is meant stays before it
        swap(words, n, at + 1, start)
        return
    swap(words, n, start, end)
    first = n + end - start
    blanks = [word.before for word in words[first:end]]
    words[first:end] = words[end - 2 : end] + words[first : end - 2]
    for word, blank in zip(words[first:end], blanks, strict=True):
        word.before = blank


def _said_by(words: list[Word], n: int) -> None:
    """*Como sostuvo el Ejército*: as the Army maintained."""
    at = n + 1 + (words[n + 1].kind == "vbhaver" and n + 2 < len(words))
    verb = words[at]
    end = phrase(words, at + 1)
    if verb.kind != "vblex" or verb.base not in _SAYING or not words[n + 1].has("p3") or end == at + 1:
        return
    closes = end >= len(words) or words[end].kind in ("cm", "sent")
    agrees = number(words, at + 1, end) == ("pl" if words[n + 1].has("pl") else "sg")
    if closes and agrees and words[at + 1].base != "a" and movable(words, n + 1, end):
        swap(words, n + 1, at + 1, end)


def _signing(words: list[Word], n: int) -> bool:
    """*Firman 31 organizaciones*: whom nobody signs."""
    if words[n].base not in _SIGNING:
        return False
    head = next((word for word in words[n + 1 : phrase(words, n + 1)] if word.kind == "n"), None)
    return head is not None and head.base in _SIGNERS


def _done(word: Word) -> bool:
    return word.kind == "vblex" and word.has("pp") and word.base not in _NAMING


def _object(word: Word) -> bool:
    """Whether a word is a pronoun before its verb that can be the direct object."""
    return (
        word.has("prn", "pro")
        and not word.has("ref")
        and (word.has("p1") or word.has("p2") or word.base == "lo" or word.has("p3", "f"))
    )


def _led(words: list[Word], first: int) -> bool:
    """Whether nothing but *en la plaza* and the like is between the head of the clause and that place."""
    start = first
    while not heads(words, start) and words[start - 1].kind != "cm":
        start -= 1
        if words[start].kind.startswith("v"):
            return False
    if start == first:
        return False
    dated = words[start].base == "el" and words[start + 1].kind == "num"
    at = thing(words, start + (words[start].kind == "pr")) if words[start].kind == "pr" or dated else start
    if at < first and words[at].base in ("y", "e"):
        at = thing(words, at + 1)
    return at == first


def _feared(words: list[Word], at: int) -> bool:
    """*Temen que llegue el ejército*: whether a verb is there behind which Spanish has the subjunctive, and English has not."""
    return at >= 0 and words[at].base in _FEARING


def _named(words: list[Word], at: int) -> bool:
    """*Dijeron que llegó la policía*: whether a subject with an article is there, and no time."""
    end = phrase(words, at)
    return end > at and words[at].kind == "det" and not any(word.base in PERIODS for word in words[at:end])


def _turned(words: list[Word], verb: int, last: int) -> int:
    """Put the subject behind the words from `verb` to `last` before them; where the last of these then is."""
    n = first = verb
    while (
        first and words[first - 1].base in ("no", "nunca", "ya", "también") and words[first - 1].kind == "adv"
    ):
        first -= 1
    opens = (
        heads(words, first)
        or words[first - 1].kind in ("cm", "cnjadv")
        or words[first - 1].base in ("donde", "cuando")
        or (words[first - 1].kind == "cnjcoo" and words[first].has("pro"))  # y lo siguieron dos hombres
    )
    if not opens:
        before = words[first - 1]
        wished = before.base in ("sin que", "para que") or (
            before.base == "que"
            and (
                words[n].has("prs")
                or words[n].has("pis")
                or _feared(words, first - 2)
                or _named(words, last + 1)
            )
        )
        opens = (
            (
                wished
                and (before.kind != "rel" or (_named(words, last + 1) and words[first - 2].base in _WHEN))
            )
            or before.kind == "adv"
            or (before.has("ND") or before.base in ("años", "día"))
        )
    if not (opens or _led(words, first)):
        return n
    at = last + 1
    if at + 1 < len(words) and words[at].kind == "adv" and words[at + 1].kind == "num":
        at += 1  # por lo menos 33 líderes
    end = phrase(words, at)
    if end == at:
        at = end = last + 1
    if end == last + 1 and end < len(words) and words[end].base in _SOME and words[end].kind == "prn":
        end += 1
    if end == last + 1 or not movable(words, first, end):
        return n
    if end < len(words) and (words[end].kind in ("np", "num") or "[" in words[end].before):
        return n
    finite = next(word for word in words[n : last + 1] if FINITE.match(word.tags))
    if number(words, last + 1, end) != ("pl" if finite.has("pl") else "sg"):
        return n
    if end < len(words) and words[end].kind == "vblex" and words[end].has("pp"):
        return n
    swap(words, first, last + 1, end)
    return end - 1
