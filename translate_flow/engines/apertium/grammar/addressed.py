"""The reader who is spoken to as *usted*: *si su organización desea firmar, puede escribir* (if your organisation wishes to sign, it can write).

Spanish speaks to *usted* in the third person (Real Academia Española, Nueva gramática, 16.15). Certain is a sentence that begins with *si su* and what
readers have or *si usted*, and says then what they can do or are asked to do.
"""

from __future__ import annotations

from ....language import of
from .negation import FINITE
from .sentence import Word, heads, made

_OWN = of("es").words("names", "organisations") | of("es").words("grammar", "own_senders")
_WISHING = of("es").words("grammar", "wished_of_us")
_ASKING = ("<imp>", "<prs>")
_POLITE = frozenset(("tener a bien", "se servir"))
"""Turns with which somebody who is *usted* is asked."""
_YOU = "<prn><tn><p2><mf><sp>"


def addressed(words: list[Word]) -> None:
    """Say *your*, *you* and *you can*."""
    for n in range(len(words) - 3, -1, -1):
        if words[n].base == "si" and heads(words, n):
            _spoken_to(words, n)
    _you(words)


def _you(words: list[Word]) -> None:
    """*Nos dirigimos a usted para expresarle*: to express to you; pronouns of a sentence that names *usted*."""
    named = any(word.has("prn", "tn", "p3") and "<p2>" in word.targets[0] for word in words)
    if not named and not any(word.base in _POLITE for word in words):
        return
    for word in words:
        if word.base == "prpers" and word.has("prn", "p3", "mf") and (word.has("enc") or word.has("pro")):
            head = word.targets[0][:1].isupper()
            word.targets = [f"{'P' if head else 'p'}rpers<prn><obj><p2><mf><sp>"]


def _spoken_to(words: list[Word], n: int) -> None:
    own = words[n + 1].base == "suyo" and words[n + 1].has("pos") and words[n + 2].base in _OWN
    you = words[n + 1].has("prn", "tn") and "<p2>" in words[n + 1].targets[0]
    comma = next((at for at in range(n + 2, len(words)) if words[at].kind in ("cm", "sent")), 0)
    if not (own or you) or not comma or words[comma].kind != "cm" or comma + 2 >= len(words):
        return
    if own and not any(word.base in _WISHING for word in words[n + 3 : n + 5]):
        return
    verb = words[comma + 1]
    can = verb.base == "poder" and verb.has("p3", "sg") and words[comma + 2].has("inf")
    asked = verb.kind == "vblex" and verb.has("p3", "sg") and any(tag in verb.tags for tag in _ASKING)
    if not (can or asked):
        return
    if you and FINITE.match(words[n + 2].tags):
        _second(words[n + 2])
    for word in words[n + 1 :]:
        if word.kind == "sent":
            break
        if word.base == "suyo" and word.has("pos"):
            word.name("vuestra")
            word.say("your")
    if can:
        _second(verb)
        words.insert(comma + 1, made("prpers", _YOU, "prpers", target_tags=_YOU.replace("tn", "subj")))
    elif FINITE.match(verb.tags):
        verb.tag("<adv>")
        verb.targets = [verb.targets[0].partition("<")[0].replace("# ", " ") + "<adv>"]


def _second(verb: Word) -> None:
    verb.tag(verb.tags.replace("<p3>", "<p2>"))
    verb.targets = [target.replace("<p3>", "<p2>") for target in verb.targets]
