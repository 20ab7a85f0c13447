"""*Se* with a dative, of whom something is done to: *se les paga por destajo* (they are paid), *no se nos ha consultado* (we have not been consulted).

With an object behind the verb it is what is done that goes before it (*se les negó el agua*: the water was denied to them). One who is
named before with *a* is the subject (*a los docentes no se les paga*: the teachers are not paid).
"""

from __future__ import annotations

import re

from ....language import of
from .negation import FINITE
from .passives import be_done, passive
from .phrases import movable, number, phrase
from .sentence import Word, capital, drop, heads, made

_SPANISH = of("es")
_DONE = _SPANISH.words("grammar", "done", "two_objects")
_TOLD = _SPANISH.words("grammar", "telling")
_TO_PERSONS = _SPANISH.words("grammar", "direct", "asking") | _TOLD | {"tratar", "adeudar"}
_PERSONS = _SPANISH.words("grammar", "people") | _SPANISH.words("names", "titles", "roles")
_FINITE = re.compile(r"<(pri|prs|ifi|pii|pis|fti|cni)><p3><(sg|pl)>")
_NAMING = _SPANISH.words("grammar", "naming")
_HEARD = {"decir": "tell", "escuchar": "hear"}
"""Of whom it is done: *se nos dijo* (we were told)."""
_TWO_OBJECTS = _SPANISH.words("grammar", "two_objects")
_MODAL = frozenset(("poder", "deber"))
_NOT = frozenset(("no", "nunca", "jamás", "ya", "ya no", "tampoco"))


def given(words: list[Word], n: int) -> bool:
    """Say so what *se* and a dative say there; False if they do not."""
    if n + 2 >= len(words) or not _dative(words[n + 1]) or words[n + 1].before != " ":
        return False
    verb = words[n + 2]
    tense = _FINITE.search(verb.tags)
    follower = words[n + 3] if n + 3 < len(words) else None
    compound = verb.kind == "vbhaver" and follower is not None and follower.has("pp")
    modal = verb.base in _MODAL and follower is not None and follower.has("inf")
    done = follower if (compound or modal) and follower is not None else verb
    if tense and verb.base in ("seguir", "continuar") and follower is not None and follower.has("ger"):
        return _still(words, n, follower)
    _in_its_sense(words, n, verb, done, modal=modal)
    if tense is None or done.kind != "vblex" or done.base not in _DONE | _TO_PERSONS:
        return False
    start = n
    while start and words[start - 1].base in _NOT and words[start - 1].kind == "adv":
        start -= 1
    last = n + 3 + (compound or modal)
    if last < len(words) and words[last].has("ger"):
        return False
    end = phrase(words, last)
    if (
        end > last
        and done.base in _TWO_OBJECTS
        and _fronted(words, start) >= 0
        and movable(words, start, last)
    ):
        _undergone(words, n, tense[1], start, compound=compound, modal=modal)
        return True  # a nadie se le puede negar el derecho
    if end > last and done.base == "decir" and tense[2] == "sg" and movable(words, start, last):
        done.say("tell")  # que se les diga la verdad
        done.name("contar")
        _undergone(words, n, tense[1], start, compound=compound, modal=modal)
        return True
    if end > last and not dative_only(words[n + 1]):
        return False
    if end > last and not (done.base in _NAMING and words[last].kind in ("n", "adj")):
        return done.base in _DONE and not modal and _object(words, n, tense, start, compound)
    if (
        start > 1
        and words[start - 1].kind == "rel"
        and words[start - 2].kind in ("n", "adj")
        and dative_only(words[n + 1])
        and done.base in _DONE
        and not modal
    ):
        return _which(words, n, tense, compound)
    if tense[2] != "sg" or not movable(words, start, last):
        return False
    if _told(words, last) and not modal and done.base not in _TOLD:
        return False
    if done.base in _HEARD:
        done.say(_HEARD[done.base])
    _undergone(words, n, tense[1], start, compound=compound, modal=modal)
    return True


def _dative(word: Word) -> bool:
    if not word.has("prn", "pro") or word.has("ref"):
        return False
    return word.has("p3") or word.has("p1", "pl")


def dative_only(word: Word) -> bool:
    """*Le*, *les* and *nos*, and not *lo* and *la*."""
    return word.has("mf")


def _still(words: list[Word], n: int, follower: Word) -> bool:
    """*Que se nos siga engañando*: that we continue being deceived."""
    if follower.base not in _DONE | _TO_PERSONS or follower.kind != "vblex":
        return False
    dative, verb = words[n + 1], words[n + 2]
    count = "pl" if dative.has("pl") else "sg"
    who = (
        "<prn><tn><p1><mf><pl>"
        if dative.has("p1")
        else f"<prn><tn><p3>{'<mf><pl>' if count == 'pl' else '<m><sg>'}"
    )
    verb.say("continue")
    verb.tag(verb.tags.replace("<sg>", f"<{count}>"))
    verb.targets = [target.replace("<sg>", f"<{count}>") for target in verb.targets]
    follower.tag("<vblex><pp><m><sg>")
    follower.targets = [target.replace("<ger>", "<pp><m><sg>") for target in follower.targets]
    words.insert(n + 3, made("ser", "<vbser><ger>", "be"))
    drop(words, n)
    words[n] = made("prpers", who, "prpers", before=dative.before, target_tags=who.replace("tn", "subj"))
    if n and words[n - 1].base == "no":
        words[n - 1], words[n] = words[n], words[n - 1]
    return True


def _which(words: list[Word], n: int, tense: re.Match[str], compound: bool) -> bool:
    """*Los equipos que se le prometieron*: that were promised to them."""
    dative = words.pop(n + 1)
    be_done(words, n, tense[1], tense[2], compound)
    dative.tag(dative.tags.replace("<pro>", "<tn>"))
    dative.targets = [target.replace("<subj>", "<obj>") for target in dative.targets]
    at = n + 2 + compound
    words[at:at] = [made("a", "<pr>", "to"), dative]
    dative.before = " "
    return True


def _in_its_sense(words: list[Word], n: int, verb: Word, done: Word, *, modal: bool) -> None:
    """Verbs that have another English with whom it is done to."""
    if verb.base == "deber" and verb.kind == "vbmod" and not modal:  # lo que se les debe: what they are owed
        verb.name("adeudar")
        verb.tag(verb.tags.replace("<vbmod>", "<vblex>"))
        verb.targets = ["owe" + verb.tags]
    if done.base == "mentir":
        done.name("engañar")  # se nos ha mentido
        done.say("deceive")
    if done.base == "preguntar# por":  # cuando se le preguntó por los muertos
        done.name("preguntar")
        done.targets = ["ask" + done.tags]
        words.insert(words.index(done, n) + 1, made("acerca de", "<adv>", "about"))


def _told(words: list[Word], at: int) -> bool:
    return at < len(words) and words[at].base == "que"


def _object(words: list[Word], n: int, tense: re.Match[str], start: int, compound: bool) -> bool:
    """*Se le imputa un delito*: a crime is charged to him."""
    at = n + 3 + compound
    end = phrase(words, at)
    if number(words, at, end) != tense[2] or not movable(words, start, end):
        return False
    dative = words[n + 1]
    sort = dative.tags.replace("<pro>", "<tn>").replace(
        "<mf><sg>", "<f><sg>" if _female(words, n) else "<m><sg>"
    )
    del words[n + 1]
    after = len(words) - passive(words, n, tense[1], compound)
    at = len(words) - after + 2 + compound
    words[at:at] = [
        made("a", "<pr>", "to"),
        made("prpers", sort, "prpers", target_tags=sort.replace("<tn>", "<obj>")),
    ]
    return True


def _undergone(words: list[Word], n: int, tense: str, start: int, *, compound: bool, modal: bool) -> None:
    """*Se les paga*, *se nos ha mentido*, *no se les puede pedir*: they are paid."""
    dative = words[n + 1]
    count = "pl" if dative.has("pl") else "sg"
    who = f"<prn><tn><p3>{'<mf><pl>' if count == 'pl' else '<f><sg>' if _female(words, n) else '<m><sg>'}"
    if count == "sg" and not dative_only(dative) and not _female(words, n):
        who = "<prn><tn><p3><nt><sg>"
    if dative.has("p1"):
        who = "<prn><tn><p1><mf><pl>"
    del words[n + 1]
    if modal:
        _be(words, n, count)
    else:
        be_done(words, n, tense, count, compound)
    if start > 1 and words[start - 1].base == "que" and words[start - 2].base == "sin" and not modal:
        words[n].tag("<vbser><ger>")  # sin que se les permitiera: without them being allowed
        words[n].targets = ["be<vbser><ger>"]
        words[start - 1] = made("prpers", who, "prpers", target_tags=who.replace("tn", "obj"))
        _to(words, n + 2)
        return
    front = _fronted(words, start)
    if front >= 0:
        drop(words, front)
        n -= 1
    else:
        they = made(
            "prpers", who, "prpers", before=words[start].before, target_tags=who.replace("tn", "subj")
        )
        words[start].before = " "
        if heads(words, start):
            capital(they, words[start])
        words.insert(start, they)
        n += 1
    _to(words, n + 2 + (compound or modal))


def _to(words: list[Word], at: int) -> None:
    if at < len(words) and words[at].has("inf"):
        words.insert(at, made("para", "<adv>", "to"))


def _be(words: list[Word], n: int, count: str) -> None:
    """*Se puede pedir*: can be asked."""
    drop(words, n)
    modal, verb = words[n], words[n + 1]
    modal.tag(modal.tags.replace("<sg>", f"<{count}>"))
    modal.targets = [target.replace("<sg>", f"<{count}>") for target in modal.targets]
    words.insert(n + 1, made("ser", "<vbser><inf>", "be", before=verb.before))
    verb.before = " "
    verb.tag(verb.tags.replace("<inf>", "<pp><m><sg>"))
    verb.targets = [target.replace("<inf>", "<pp><m><sg>") for target in verb.targets]


def _fronted(words: list[Word], start: int) -> int:
    """Where the *a* of those is who are named before: *a los que protestan se les acusa*; -1 if they are not."""
    for at in range(start - 1, max(-1, start - 14), -1):
        if words[at].kind in ("cm", "sent"):
            return -1
        if words[at].base == "a" and words[at].kind == "pr":
            if not (heads(words, at) or words[at - 1].kind in ("cm", "cnjcoo")):
                continue  # a sus hijos
            between = words[at + 1 : start]
            named = bool(between) and between[0].kind in (
                "det",
                "n",
                "np",
                "rel",
                "num",
                "adj",
                "predet",
                "prn",
            )
            clause = any(word.kind == "rel" for word in between)
            said = any(FINITE.match(word.tags) for word in between)
            return at if named and clause == said else -1
    return -1


def _female(words: list[Word], n: int) -> bool:
    """Whether women alone are named before in the sentence."""
    female = False
    for word in reversed(words[:n]):
        if word.kind == "sent":
            break
        if word.base in _PERSONS and word.kind == "n":
            if not word.has("f"):
                return False
            female = True
    return female
