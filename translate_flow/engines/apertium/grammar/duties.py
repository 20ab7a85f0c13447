"""Whose turn it is, and of what use a thing is: *nos toca a los jóvenes defenderla* (it is up to the young people), *de poco sirve la ley*.

The one whose turn it is, is a dative in Spanish, what is to be done its subject (Real Academia Española, Nueva gramática, 35.5); and what is of no use
may stand behind the verb.
"""

from __future__ import annotations

import re

from .phrases import movable, phrase
from .sentence import Word, capital, heads, made

_FALLING = frozenset(("tocar", "corresponder"))
_USED = {"nada": "of no use", "poco": "of little use", "mucho": "of great use"}
_SAID = re.compile(r"<(pri|ifi|pii|fti|cni)><p3><(sg|pl)>")


def duties(words: list[Word]) -> None:
    """Say *it is up to* and *is of little use*."""
    n = 0
    while n + 2 < len(words):
        if words[n].base in _FALLING and words[n].kind == "vblex":
            _up_to(words, n)
        elif words[n].base == "de" and words[n + 1].base in _USED and words[n + 2].base == "servir":
            _of_use(words, n)
        n += 1


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
