"""Whose a thing is, said by *de* and a pronoun: *el apoyo de ustedes* (your support), *los hijos de ella* (her children), *la tierra de nosotros*.

American Spanish says so what *su* leaves open (Real Academia Española, Nueva gramática, 18.4). English has the possessive. Parts of a number stay: *la mayoría de
ellos*.
"""

from __future__ import annotations

from ....language import of
from .sentence import Word

_SHARES = of("es").words("grammar", "shares_of")
_POSSESSIVES = {
    "<p1><pl>": "our",
    "<p2>": "your",
    "<p3><f><sg>": "her",
    "<p3><m><sg>": "his",
    "<p3><pl>": "their",
}
_FURTHER = frozenset(("que", "mismo", "quien"))


def yours(words: list[Word]) -> None:
    """Say *your* and its like for an article, a noun, and *de* with a pronoun."""
    n = 1
    while n + 1 < len(words):
        if words[n].base == "de" and words[n].kind == "pr" and words[n + 1].has("prn", "tn"):
            _own(words, n)
        n += 1


def _own(words: list[Word], n: int) -> None:
    if words[n - 1].kind == "vbser" and (said := _possessive(words[n + 1])):
        words[n].tag("<adv>")  # este triunfo es de ustedes
        words[n].targets = [(said if said == "his" else f"{said}s") + "<adv>"]
        del words[n + 1]
        return
    at = n - 1
    while at > 0 and words[at].kind == "adj":
        at -= 1
    noun = words[at]
    while at > 0 and words[at - 1].kind == "adj":
        at -= 1
    article = words[at - 1] if at else None
    after = words[n + 2] if n + 2 < len(words) else None
    if noun.kind != "n" or noun.base in _SHARES or article is None or not article.has("det", "def"):
        return
    if after is not None and (after.base in _FURTHER or after.kind in ("rel", "num", "det")):
        return
    own = _possessive(words[n + 1])
    if not own or "[" in words[n].before or "[" in words[n + 1].before:
        return
    article.name("Nuestro" if article.lemma[:1].isupper() else "nuestro")
    article.tag(article.tags.replace("<def>", "<pos>"))
    article.targets = [(own.capitalize() if article.lemma[:1].isupper() else own) + article.tags]
    del words[n : n + 2]


def _possessive(pronoun: Word) -> str:
    said = pronoun.targets[0]
    if pronoun.base != "prpers":
        return ""
    if "<p2>" in said:
        return _POSSESSIVES["<p2>"]
    for tags, english in _POSSESSIVES.items():
        if all(pronoun.has(tag) for tag in tags.strip("<>").split("><")):
            return english
    return ""
