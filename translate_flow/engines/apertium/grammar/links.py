"""*Que* that joins a clause and is not a relative: *es cierto que hemos perdido*, *Que no tenían armas y que huían*.

The analyser takes it for a relative behind an adjective, at the head of a sentence and behind *y*; the verb behind it is then left without
its subject (*It is true that have lost*).
"""

from __future__ import annotations

from ....language import of
from .sentence import Word, heads

_STATING = of("es").words("grammar", "stating")
_AND = frozenset(("y", "e", "ni", "o", ",", ";"))


def links(words: list[Word]) -> None:
    """Make such a *que* a conjunction."""
    before = None
    for n, word in enumerate(words):
        if word.kind == "sent":
            before = None
        if word.base != "que" or word.kind not in ("rel", "cnjsub"):
            continue
        if word.kind == "rel" and (heads(words, n) or _stated(words, n) or _goes_on(words, n, before)):
            word.tag("<cnjsub>")
            word.targets = [("That" if word.lemma[:1].isupper() else "that") + "<cnjsub>"]
        if word.kind == "cnjsub":
            before = word


def _stated(words: list[Word], n: int) -> bool:
    """*Es falso que*, *está claro que*: whether an adjective is said of the clause."""
    at = n - 1
    if at < 1 or words[at].kind != "adj" or not words[at].has("sg") or words[at].has("f"):
        return False
    while at and words[at].kind in ("adj", "adv", "preadv"):
        at -= 1
    return words[at].base in _STATING and (words[at].has("p3", "sg") or words[at].has("inf"))


def _goes_on(words: list[Word], n: int, before: Word | None) -> bool:
    """*Saben que callamos y que tememos*: whether it goes on with what another began."""
    return before is not None and n > 0 and words[n - 1].base in _AND and words[n - 1].kind != "cm"
