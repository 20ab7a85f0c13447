"""A verb that is done to something: *se* and a verb as *be* and a participle, what is done before them."""

from __future__ import annotations

import re

from ....language.calendar import weekdays
from .negation import NEGATIVE, negative
from .phrases import movable, number, phrase, swap
from .sentence import Word, capital, drop, heads, made

_TIMES = weekdays("es") | frozenset("segundo minuto hora día semana mes año mañana tarde noche vez".split())
_TELLING = frozenset(("lo que", "aquello que", "quién", "cómo", "dónde", "por qué", "cuándo", "cuánto"))
_NOMINAL = frozenset(("n", "np", "adj"))
_NUMBER = re.compile(r"<(?:sg|pl)>")


def passive(words: list[Word], n: int, tense: str, compound: bool) -> int:
    """*Se* and a verb as *be* and a participle; what is done goes before them if it is behind."""
    start = n - 1 if n and words[n - 1].base in ("no", "nunca", "jamás") else n
    at = n + 2 + compound
    if at + 1 < len(words) and words[at].kind == "adv" and " " in words[at].base and words[at].before == " ":
        at += phrase(words, at + 1) > at + 1  # se declare en emergencia la provincia
    personal = at < len(words) and words[at].base == "a" and words[at].kind == "pr"
    end = phrase(words, at + personal)
    if end > at + personal and any(word.base in _TIMES for word in words[at + personal : end]):
        end = at + personal  # se realiza el martes
    if end > at + personal and movable(words, start, end):
        count = number(words, at + personal, end)
        if not personal and count != ("pl" if words[n + 1].has("pl") else "sg"):
            return n
        if personal:
            drop(words, at)
            end -= 1
        if words[at].base in NEGATIVE:
            negative(words[at], alone=True)
            if start < n:
                drop(words, start)
                n, at, end = n - 1, at - 1, end - 1
        apart = (
            start > 0 and words[start - 1].kind in _NOMINAL and words[at].kind not in ("det", "num", "predet")
        )
        swap(words, start, at, end)
        n += end - at
        if apart:  # en la plaza, numerosas personas fueron vistas
            words.insert(start, made(",", "<cm>", ",", before=""))
            n += 1
        be_done(words, n, tense, count, compound)
        return n
    if personal:
        return n
    following = words[at] if at < len(words) else None
    later = at + (following is not None and following.kind == "adv")  # que se esclarezca pronto lo ocurrido
    told = words[later] if later < len(words) else None
    clause = (following is not None and following.base == "que") or (
        told is not None and told.base in _TELLING
    )
    if following is not None and following.has("inf") and start and words[start - 1].base == "que":
        it = "<prn><tn><p3><nt><sg>"  # que se permita salir
        be_done(words, n, tense, "sg", compound)
        words.insert(start, made("prpers", it, "prpers", target_tags=it.replace("tn", "subj")))
        return n
    subject = named_before(words, start) and not heads(words, start)
    made_so = (
        words[n + 1].base == "hacer" and following is not None and following.kind in ("pr", "adv", "sent")
    )
    if (clause or made_so) and tense in ("prs", "pri") and start and words[start - 1].base == "que":
        it = "<prn><tn><p3><nt><sg>"  # que se sepa que no huía
        be_done(words, n, tense, "sg", compound)
        words.insert(start, made("prpers", it, "prpers", target_tags=it.replace("tn", "subj")))
    elif clause or subject:
        be_done(words, n, tense, "pl" if words[n + 1].has("pl") else "sg", compound)
    return n


def be_done(words: list[Word], n: int, tense: str, count: str, compound: bool) -> None:
    """*Se* becomes *ser* in the tense of its verb, the verb a participle; behind *haber* it is *sido*."""
    if compound:
        have = words[n + 1]
        have.tag(_NUMBER.sub(f"<{count}>", have.tags))
        have.targets = [_NUMBER.sub(f"<{count}>", target) for target in have.targets]
        words.insert(n + 2, made("ser", "<vbser><pp><m><sg>", "be"))
        drop(words, n)
        return
    verb = words[n + 1]
    if tense == "prs":
        be = made("ser", "<vbser><inf>", "be", before=words[n].before)  # que se respete: that it be respected
        if n and words[n - 1].base == "no":
            be = made("que no", "<cnjadv>", "not be", before=words[n].before)
            drop(words, n - 1)
            n -= 1
    else:
        be = made("ser", f"<vbser><{tense}><p3><{count}>", "be", before=words[n].before)
    if heads(words, n):
        capital(be, words[n])
    words[n] = be
    verb.tag(f"<vblex><pp><m><{count}>")
    verb.targets = [target[: target.find("<")] + verb.tags for target in verb.targets if "<" in target]
    verb.name(verb.lemma[:1].lower() + verb.lemma[1:])


def named_before(words: list[Word], at: int) -> str:
    """The kind of what a verb is said of before it, behind adverbs (*que entonces se denunciaron*); empty if it is not there."""
    while at > 1 and words[at - 1].kind == "adv" and words[at - 1].base not in NEGATIVE:
        at -= 1
    adverb = at > 1 and words[at - 1].kind == "adv"
    kind = words[at - 1 - adverb].kind if at - adverb > 0 else ""
    return kind if kind in (("rel",) if adverb else ("n", "np", "adj", "rel")) else ""
