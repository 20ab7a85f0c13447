"""Whose something is, where Spanish has a pronoun beside the verb: *nos quemaron las casas* (they burnt our houses).

Of parts of the body and of what is taken or broken Spanish says by the dative whose it is, and by an article what it is (Real
Academia Española, Nueva gramática, 35.7: dativo posesivo); English says it by *my*, *our* and *their*, or by *of* where the
person is named (*le rompieron el brazo a un anciano*).
"""

from __future__ import annotations

from ....language import of
from .negation import FINITE
from .phrases import phrase
from .sentence import Word, drop

_TAKING = of("es").words("grammar", "taking")
_BODY = of("es").words("grammar", "body")
_NOMINAL = frozenset(("det", "n", "np", "num", "adj"))
_OWN = {"p1sg": "my", "p1pl": "our", "p2sg": "your", "p2pl": "your", "p3sg": "their", "p3pl": "their"}


def possession(words: list[Word]) -> None:
    """Say *our* and its like for a dative and an article."""
    n = 0
    while n + 2 < len(words):
        pronoun, verb = words[n], words[n + 1]
        if (
            pronoun.has("enc")
            and n
            and words[n - 1].base in _TAKING
            and _dative(pronoun)
            and verb.has("det", "def")
        ):
            _own(words, n, words[n - 1], n + 1)
        elif _dative(pronoun):
            at = n + 2
            if verb.kind == "vbhaver" and words[at].has("pp"):
                verb, at = words[at], at + 1
            elif verb.kind == "vbmod" and FINITE.match(verb.tags) and words[at].has("inf"):
                verb, at = words[at], at + 1  # nos quieren quitar el agua
            if verb.kind == "vblex" and (FINITE.match(verb.tags) or verb.has("pp") or verb.has("inf")):
                _own(words, n, verb, at)
        n += 1


def _dative(word: Word) -> bool:
    if not (word.has("prn", "pro") or word.has("prn", "enc")) or word.has("ref") or word.base != "prpers":
        return False
    return word.has("p1") or word.has("p2") or (word.has("p3", "mf"))


def _own(words: list[Word], n: int, verb: Word, at: int) -> None:
    personal = at < len(words) and words[at].base == "a" and words[at].kind == "pr"
    at += personal
    if at + 1 < len(words) and words[at].base == "suyo" and words[n].has("p3") and verb.base in _TAKING:
        words[at].name("suya")  # les quitó sus papeles
        words[at].say("their" if words[n].has("pl") else "his")
        drop(words, n)
        return
    if at + 1 >= len(words) or not words[at].has("det", "def"):
        return
    noun = next((word for word in words[at + 1 : at + 3] if word.kind == "n"), None)
    if (
        noun is None
        or not (verb.base in _TAKING or noun.base in _BODY)
        or (personal and noun.base not in _BODY)
    ):
        return
    end = phrase(words, at)
    named = end + 1 < len(words) and words[end].base == "a" and words[end].kind == "pr"
    if named and words[end + 1].kind in _NOMINAL and words[n].has("p3"):
        words[end].say("of", "<pr>")
        words[end].name("de")
    else:
        person = "p1" if words[n].has("p1") else "p2" if words[n].has("p2") else "p3"
        count = "pl" if words[n].has("pl") else "sg"
        article = words[at]
        article.name("nuestro")
        article.tag(article.tags.replace("<def>", "<pos>"))
        article.targets = [_OWN[person + count] + article.tags]
    if personal:
        words[at - 1].say("at", "<pr>")
    drop(words, n)
