"""What a statement asks of its reader: *Firme la petición*, *No comparta la foto*.

At the head of a sentence a subjunctive without *que* is the imperative that goes with *usted* (Real Academia Española, Nueva
gramática, 42.3). The rules of the pair give it a subject (*It sign the request*). Verbs of coming and happening wish there
something of what is behind them (*Cese la represión*), and stay as they are; *viva* is long live. In the first person it is
*let us* (*No olvidemos*).
"""

from __future__ import annotations

import re

from ....language import of
from .phrases import phrase
from .sentence import Word, capital, drop, heads, made
from .wished import more

_WISHING = of("es").words("grammar", "appearing", "wishing")
_BE = frozenset(("ser", "sean"))
"""*Sean* at the head of a sentence is taken for a man's name."""
_WHICH = frozenset(("cual", "cuales"))
_SAYING = of("es").words("grammar", "telling") | {"decir", "olvidar"}
_SUBJUNCTIVE = re.compile(r"<prs>(?=<p3><(?:sg|pl)>)")
_OURS = re.compile(r"<(?:prs|imp)><p1><pl>")
_NO = "do not"


def appeals(words: list[Word]) -> None:
    """Say a subjunctive at the head of a sentence as an imperative."""
    n = 0
    while n < len(words):
        if _opens(words, n) and n + 1 < len(words):
            denied = words[n].base == "no"
            at = n + denied
            if words[n].base == "bastar" and words[n].has("pri", "p3", "sg"):
                _enough(words, n)
            elif (
                not denied
                and [w.base for w in words[at : at + 2]] == ["servir", "se"]
                and _inf(words, at + 2)
            ):
                _please(words, at)
            elif words[n].base == "descansar" and [w.base for w in words[n + 1 : n + 2]] == ["en paz"]:
                words[n].tag("<adv>")
                words[n].say("rest", "<adv>")
            elif words[n].base == "constar# que" and words[n].has("p3", "sg") and not words[n].has("pri"):
                words[n].tag("<adv>")
                words[n].name("Sabido sea" if words[n].lemma[:1].isupper() else "sabido sea")
                words[n].say("let it be noted that", "<adv>")
            elif words[n].base in _BE and words[n + 1].base.strip("*") in _WHICH:
                _whatever(words, n)
            elif words[n].base == "que" and _be_said(words, n):
                pass
            elif words[n].base == "que" and _them(words, n + 1):
                _let_them(words, n)
            elif at < len(words) and _ours(words[at]):
                _let(words, at, denied)
            elif at < len(words) and words[at].kind == "vblex" and _asking(words, at):
                _ask(words, at, denied)
            elif denied and _one(words, at) and words[at + 1].kind == "vblex" and _asking(words, at + 1):
                pronoun = words.pop(at)
                _ask(words, at, denied)
                pronoun.tag(pronoun.tags.replace("<pro>", "<enc>"))
                words.insert(at + 1, pronoun)
            elif (
                not denied
                and at < len(words)
                and words[at].base == "vivir"
                and _SUBJUNCTIVE.search(words[at].tags)
            ):
                words[at].tag("<adv>")
                words[at].say("long live", "<adv>")
        n += 1


def _one(words: list[Word], at: int) -> bool:
    """Whether a pronoun is there to whom a verb is done: *no nos callen*."""
    return at + 1 < len(words) and words[at].has("prn", "pro") and not words[at].has("ref")


def _enough(words: list[Word], n: int) -> None:
    """*Basta de abusos*, *¡Basta ya!*: enough of abuses, enough."""
    follower = words[n + 1] if n + 1 < len(words) else None
    if follower is None or follower.kind == "sent" or follower.base in ("de", "ya"):
        words[n].tag("<adv>")
        words[n].say("enough", "<adv>")
        if follower is not None and follower.base == "de":
            follower.say("of", "<pr>")
        elif follower is not None and follower.base == "ya":
            drop(words, n + 1)


def _opens(words: list[Word], n: int) -> bool:
    return heads(words, n) or words[n - 1].kind == "lquest"


def _ask(words: list[Word], n: int, denied: bool) -> None:
    verb = words[n]
    if not _SUBJUNCTIVE.search(verb.tags):
        return
    verb.tag(_SUBJUNCTIVE.sub("<imp>", verb.tags))
    verb.targets = [_SUBJUNCTIVE.sub("<imp>", target) for target in verb.targets]
    _yours(words, n + 1)
    if denied:
        words[n - 1].tag("<adv>")
        words[n - 1].say(_NO, "<adv>")
    if n + 1 < len(words) and words[n + 1].base == "ya" and words[n + 1].kind == "adv":
        words[n + 1].say("now")


def _inf(words: list[Word], at: int) -> bool:
    return at < len(words) and words[at].has("inf")


def _please(words: list[Word], n: int) -> None:
    """*Sírvase responder*: please answer."""
    drop(words, n + 1)
    words[n].tag("<adv>")
    words[n].say("please", "<adv>")
    words[n].name("Favor" if words[n].lemma[:1].isupper() else "favor")
    words[n + 1].tag(words[n + 1].tags.replace("<inf>", "<imp><p2><sg>"))
    words[n + 1].targets = [t.replace("<inf>", "<imp><p2><sg>") for t in words[n + 1].targets]


def _ours(verb: Word) -> bool:
    return (
        verb.kind in ("vblex", "vbser", "vbhaver")
        and verb.has("p1", "pl")
        and (verb.has("prs") or verb.has("imp"))
    )


def _them(words: list[Word], at: int) -> bool:
    """Whether a wish follows whose subject nobody names: *¡Que se vayan todos!*."""
    at += at < len(words) and words[at].base == "se"
    if (
        at >= len(words)
        or words[at].kind not in ("vblex", "vbser")
        or not _SUBJUNCTIVE.search(words[at].tags)
    ):
        return False
    if more(words, at + 1):
        return False  # que callen no significa que acepten
    return words[at].has("pl") and (phrase(words, at + 1) == at + 1 or words[at - 1].base != "se")


def _whatever(words: list[Word], n: int) -> None:
    """*Sea cual sea el resultado*: whatever the result."""
    if n + 2 < len(words) and words[n + 2].base == "ser":
        words[n].tag("<adv>")
        words[n].name("Cualquiera que" if words[n].lemma[:1].isupper() else "cualquiera que")
        words[n].say("whatever", "<adv>")
        del words[n + 1 : n + 3]


def _be_said(words: list[Word], n: int) -> bool:
    """*Que no se diga que callamos*: let it not be said that. True if it was said so."""
    denied = words[n + 1 : n + 2] != [] and words[n + 1].base == "no"
    at = n + 1 + denied
    if at + 2 >= len(words) or words[at].base != "se" or words[at + 1].base not in _SAYING:
        return False
    that = at + 2
    while that < len(words) and words[that].kind == "adv":
        that += 1
    if that == len(words) or words[that].base != "que" or not words[at + 1].has("prs", "p3", "sg"):
        return False
    verb = words[at + 1]
    verb.tag("<vblex><pp><m><sg>")
    verb.targets = [target[: target.find("<")] + "<vblex><pp>" for target in verb.targets]
    words[n].tag("<adv>")
    words[n].name("Ojalá así" if words[n].lemma[:1].isupper() else "ojalá así")
    words[n].say("let it not be" if denied else "let it be", "<adv>")
    del words[n + 1 : at + 1]
    return True


def _let_them(words: list[Word], n: int) -> None:
    """*Que devuelvan el dinero*: let them return the money."""
    if words[n + 1].base == "se":
        drop(words, n + 1)
    verb = words[n + 1]
    verb.tag(_SUBJUNCTIVE.sub("<inf>", verb.tags).replace("<p3><pl>", ""))
    verb.targets = [_SUBJUNCTIVE.sub("<inf>", t).replace("<p3><pl>", "") for t in verb.targets]
    words[n].tag("<adv>")
    words[n].name("Ojalá ellos" if words[n].lemma[:1].isupper() else "ojalá ellos")
    words[n].targets = ["Let them<adv>" if words[n].lemma[:1].isupper() else "let them<adv>"]


def _let(words: list[Word], n: int, denied: bool) -> None:
    """*Recordemos*, *no olvidemos*: let us remember, let us not forget."""
    verb = words[n]
    form = _OURS.search(verb.tags)
    if form is None:
        return
    verb.tag(verb.tags.replace(form[0], "<inf>"))
    verb.targets = [target.replace(form[0], "<inf>") for target in verb.targets]
    if n + 1 < len(words) and words[n + 1].has("enc", "p1", "pl"):
        drop(words, n + 1)
    if denied:
        words[n - 1].tag("<adv>")
        words[n - 1].say("let us not", "<adv>")
        words[n - 1].name("no ojalá")
    else:
        words.insert(n, made("ojalá que nosotros", "<adv>", "let us", before=verb.before))
        verb.before = " "
        capital(words[n], verb)


def _asking(words: list[Word], n: int) -> bool:
    """Whether nothing behind the verb can be what is wished."""
    return words[n].base not in _WISHING or (words[n].base != "vivir" and phrase(words, n + 1) == n + 1)


def _yours(words: list[Word], at: int) -> None:
    """*Su* of the one who is asked, before anybody else is named: *Escriba a su embajada*."""
    while at < len(words) and words[at].kind in ("adv", "pr", "predet"):
        at += 1
    if at < len(words) and words[at].base == "suyo":
        words[at].name("vuestro")
        words[at].say("your")
