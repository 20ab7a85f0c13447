"""A subject behind the verb of a question that somebody tells or asks: *saber dónde están nuestros muertos*, *cuántos votos obtuvo la lista*.

English has it before the verb in such a question (Huddleston and Pullum, The Cambridge Grammar of the English Language, 11.5), and behind it in one that is put at
once: *where are our dead?*.
"""

from __future__ import annotations

from ....language import of
from .negation import FINITE
from .phrases import movable, number, phrase, swap
from .sentence import Word, heads

_ALONE = of("es").words("grammar", "appearing", "lasting", "intransitive") | {
    "estar",
    "ir",
    "quedar",
    "andar",
}
_KINDS = frozenset(("sent", "cm", "cnjcoo", "cnjadv", "pr", "rel", "cnjsub", "adv", "rpar"))


def questions(words: list[Word]) -> None:
    """Put such a subject before its verb."""
    n = 0
    while n + 2 < len(words):
        if words[n].has("itg") and (heads(words, n) or words[n - 1].kind == "lquest"):
            _put(words, n)
        elif words[n].has("itg") and not heads(words, n) and words[n - 1].kind != "lquest":
            _told(words, n)
        n += 1


def _put(words: list[Word], n: int) -> None:
    """*¿Dónde están los desaparecidos?*: where are, and not *where they are*."""
    be = words[n + 1]
    tense = next((tense for tense in _BEING if be.has(tense)), "")
    end = phrase(words, n + 2)
    closes = end >= len(words) or words[end].kind in ("sent", "cm") or words[end].base == "?"
    if be.base in ("estar", "ser") and tense and be.has("p3") and end > n + 2 and closes:
        be.targets = [_BEING[tense][be.has("pl")] + "<adv>"]
        be.tag("<adv>")
        be.name("así")


_BEING = {"pri": ("is", "are"), "pii": ("was", "were"), "ifi": ("was", "were")}


def _told(words: list[Word], n: int) -> None:
    if any(word.kind == "lquest" for word in words[max(0, n - 3) : n]):
        return
    if words[n].base == "cuál":
        return  # its clause may go on
    at = n + 1
    if at < len(words) and words[at].kind == "n":
        at += 1  # cuántos votos obtuvo
    while at < len(words) and words[at].has("prn", "pro"):
        at += 1
    verb = at
    if verb + 1 >= len(words) or not words[verb].has("p3") or not FINITE.match(words[verb].tags):
        return
    if words[verb].kind not in ("vblex", "vbser", "vbhaver") or words[verb].base in ("hay", "haber que"):
        return
    start = verb
    while start > n + 1 and (words[start - 1].has("prn", "pro") or words[start - 1].base == "no"):
        start -= 1
    last = verb
    if words[verb].kind in ("vbhaver", "vbser") and words[verb + 1].has("pp"):
        last += 1
    end = phrase(words, last + 1)
    whose = end > last + 1 and (words[last + 1].has("det", "def") or words[last + 1].has("det", "pos"))
    if not whose or not movable(words, start, end):
        return
    if end + 1 < len(words) and words[end].kind == "cnjcoo" and words[end + 1].kind == "det":
        return  # … la UEFA y la FIFA
    if end < len(words) and not (words[end].kind in _KINDS or words[end].ends):
        return
    counted = words[n + 1].kind == "n"  # what was done to is before the verb
    if not counted and last == verb and words[verb].kind != "vbser" and words[verb].base not in _ALONE:
        return  # por qué otorgó la concesión has its subject elsewhere
    if number(words, last + 1, end) == ("pl" if words[verb].has("pl") else "sg"):
        swap(words, start, last + 1, end)
