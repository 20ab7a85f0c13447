"""Whose turn it is, and of what use a thing is: *nos toca a los jóvenes defenderla* (it is up to the young people), *de poco sirve la ley*.

Whom somebody answers to, too: *el alcalde se debe a sus vecinos* (is answerable to his neighbours), while things are due to something.
The one whose turn it is, is a dative in Spanish, what is to be done its subject (Real Academia Española, Nueva gramática, 35.5); and what is of no use
may stand behind the verb.
"""

from __future__ import annotations

import re

from ....language import of
from .phrases import movable, phrase
from .sentence import Word, capital, drop, heads, made

_SPANISH = of("es")
_PERSONS = _SPANISH.words("grammar", "people") | _SPANISH.words("names", "titles", "roles")
_HEARING = _SPANISH.words("grammar", "hearing") | _PERSONS
_SPEAKING = frozenset(("dirigir", "dirigirse# a"))
_ELECTING = frozenset(("pueblo", "elector", "votante", "quien"))
_FALLING = frozenset(("tocar", "corresponder"))
_USED = {"nada": "of no use", "poco": "of little use", "mucho": "of great use"}
_SAID = re.compile(r"<(pri|ifi|pii|fti|cni)><p3><(sg|pl)>")


def duties(words: list[Word]) -> None:
    """Say *it is up to* and *is of little use*."""
    n = 0
    while n + 2 < len(words):
        if words[n].base in _FALLING and words[n].kind == "vblex":
            _up_to(words, n)
        elif words[n].base in _SPEAKING and n:
            _addresses(words, n)
        elif words[n].base == "limitar" and n:
            _no_more(words, n)
        elif words[n].base == "deberse# a":
            _due(words, n)
        elif words[n].base == "deber" and words[n + 1].base == "a" and n and words[n - 1].base == "se":
            words[n].tag(words[n].tags.replace("<vbmod>", "<vblex><pron>"))
            drop(words, n + 1)
            if not _answers(words, n):
                _owed(words, n, "debido a", "due to")  # se debe al esfuerzo
        elif words[n].base == "de" and words[n + 1].base in _USED and words[n + 2].base == "servir":
            _of_use(words, n)
        n += 1


def _no_more(words: list[Word], n: int) -> None:
    """*Se limitó a leer el acta*: did no more than read."""
    own = n - 1 - (words[n - 1].kind == "vbhaver")
    if own < 0 or words[own].base != "se" or words[n].kind != "vblex":
        return
    if words[n + 1].base != "a" or not words[n + 2].has("inf"):
        return
    words[n].name("hacer")
    words[n].say("do")
    words[n + 1] = made("nada más que", "<adv>", "no more than")
    drop(words, own)


def _addresses(words: list[Word], n: int) -> None:
    """*El frente se dirige al país para decir*: addresses the country; to a place one heads."""
    split = words[n].base == "dirigir"
    if words[n - 1].base != "se" or not _SAID.search(words[n].tags) or (split and words[n + 1].base != "a"):
        return
    at = n + 1 + split
    head = next((word.base for word in words[at : phrase(words, at)] if word.kind in ("n", "np")), "")
    if head not in _HEARING:
        if split and head:  # la marcha se dirigió al palacio
            words[n].name("encaminarse")
            words[n].say("head", words[n].tags)
            drop(words, n - 1)
        return
    if split:
        drop(words, at - 1)
    words[n].name("dirigirse a")
    words[n].tag(words[n].tags.replace("<pron>", ""))
    words[n].targets = ["address" + words[n].tags]
    drop(words, n - 1)


def _due(words: list[Word], n: int) -> None:
    """*Se debe a que no llovió*: is because; *debe a sus obreros dos meses*: owes its workers two months."""
    if not n or words[n - 1].base != "se":
        words[n].name("adeudar")
        words[n].tag(words[n].tags.replace("<pron>", ""))
        words[n].targets = ["owe" + words[n].tags]
    elif words[n + 1].base == "que" and words[n + 1].kind == "cnjsub":
        drop(words, n + 1)
        _owed(words, n, "porque", "because")
    else:
        _answers(words, n)


def _answers(words: list[Word], n: int) -> bool:
    """*Un congresista se debe a sus electores*: is answerable to his voters."""
    if not n or words[n - 1].base != "se" or not _SAID.search(words[n].tags):
        return False
    whom = next((w for w in words[n + 1 : n + 4] if w.kind in ("n", "rel", "np")), None)
    doer = next((w for w in reversed(words[max(0, n - 8) : n - 1]) if w.kind in ("n", "cm", "sent")), None)
    nobody = doer is None or doer.ends
    if whom is None or not (whom.base in _ELECTING or (whom.base in _PERSONS and not nobody)):
        return False
    if not nobody and doer is not None and doer.base not in _PERSONS:
        return False
    _owed(words, n, "responsable ante", "answerable to")
    return True


def _owed(words: list[Word], n: int, spanish: str, english: str) -> None:
    verb = words[n]
    verb.name("ser")
    verb.tag(verb.tags.replace("<vblex><pron>", "<vbser>"))
    verb.targets = ["be" + verb.tags]
    words.insert(n + 1, made(spanish, "<adv>", english))
    drop(words, n - 1)


def _up_to(words: list[Word], n: int) -> None:
    verb = words[n]
    tense = _SAID.search(verb.tags)
    told = n > 0 and words[n - 1].base == "prpers" and words[n - 1].has("prn", "pro")
    if told and words[n - 1].has("p3") and not words[n - 1].has("mf"):
        return
    named = n + 1 < len(words) and words[n + 1].base == "a" and words[n + 1].kind == "pr"
    end = n + 1
    if named:
        own = n + 2 < len(words) and (words[n + 2].has("prn", "tn") or _everybody(words, n + 2))
        end = n + 3 if own else phrase(words, n + 2)
    if tense is None or not (told or named):
        return
    if end >= len(words) or not words[end].has("inf") or (named and end == n + 2):
        return
    start = n - told
    if named and _everybody(words, n + 2):
        us = told and words[n - 1].has("p1")
        words[n + 2] = made("nosotros todos", "<adv>", "all of us" if us else "everybody")
    denied = start > 0 and words[start - 1].base == "no"
    it = "<prn><tn><p3><nt><sg>"
    front = _front(words, start - denied)
    who = words[n + 2 : end] if named else [words[front + 1] if front >= 0 else _tonic(words[n - 1])]
    said = [
        made("prpers", it, "prpers", target_tags=it.replace("tn", "subj")),
        made("ser", f"<vbser><{tense[1]}><p3><sg>", "be"),
        *([made("no", "<adv>", "not")] if denied else []),
        made("a cargo de", "<adv>", "up to"),
        *who,
        made("para", "<adv>", "to"),
    ]
    first = start - denied
    if front >= 0:
        first = front
    opens, before, head = heads(words, first), words[first].before, words[first]
    for word in who:
        word.before = " "
        if word.has("prn", "tn"):
            word.targets = [target.replace("<subj>", "<obj>") for target in word.targets]
    words[first:end] = said
    said[0].before = before
    if opens:
        capital(said[0], head)


def _everybody(words: list[Word], at: int) -> bool:
    """*A todos*, *a todas*, with what is to be done behind it."""
    return (
        words[at].base == "todo" and words[at].has("pl") and at + 1 < len(words) and words[at + 1].has("inf")
    )


def _front(words: list[Word], first: int) -> int:
    """Where *a nosotros* is before the pronoun; -1 if it is not there."""
    at = first - 2
    there = at >= 0 and words[at].base == "a" and words[at + 1].has("prn", "tn")
    return at if there else -1


def _tonic(own: Word) -> Word:
    tags = own.tags.replace("<pro>", "<tn>")
    return Word(" ", own.lemma.lower(), tags, [target[:1].lower() + target[1:] for target in own.targets])


def _of_use(words: list[Word], n: int) -> None:
    """*De poco sirven las leyes*: the laws are of little use."""
    verb = words[n + 2]
    tense = _SAID.search(verb.tags)
    end = phrase(words, n + 3)
    if tense is None or end == n + 3 or not movable(words, n, end):
        return
    of, how = words[n], words[n + 1]
    verb.tag(verb.tags.replace("<vblex>", "<vbser>"))
    verb.name("ser")
    verb.targets = ["be" + verb.tags]
    how.targets = [_USED[how.base] + "<adv>"]
    how.name("inútil")
    how.tag("<adv>")
    said = [*words[n + 3 : end], verb, how]
    blank = of.before
    opens = heads(words, n)
    words[n:end] = said
    for word in said:
        word.before = " "
    said[0].before = blank
    if opens:
        capital(said[0], of)
