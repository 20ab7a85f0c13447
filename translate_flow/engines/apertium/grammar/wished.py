"""*Que* and a subjunctive at the head of a sentence, which wish something of somebody: *que los culpables paguen* (let the culprits pay).

The rules of the pair have *That the culprits pay*, which reads as a fact or as nothing. Where the sentence has no other verb that says something, it is *let*, with
the verb in the infinitive (Real Academia Española, Nueva gramática, 42.4).
"""

from __future__ import annotations

import re

from ....language import of
from .negation import FINITE
from .phrases import movable, number, phrase, swap
from .sentence import Word, heads, made

_WISH = re.compile(r"<prs><p3><(sg|pl)>")
_SUBJECTS = frozenset(("nadie", "todo", "cada uno"))


def wished(words: list[Word]) -> None:
    """Say *let* for such a *que*."""
    n = 0
    while n + 1 < len(words):
        if words[n].base == "que" and (heads(words, n) or words[n - 1].kind == "lquest"):
            _wished(words, n)
        n += 1


def _wished(words: list[Word], n: int) -> None:
    at = n + 1
    end = at + 1 if words[at].base in _SUBJECTS and words[at].kind == "prn" else phrase(words, at)
    named = end > at
    at = end
    denied = at < len(words) and words[at].base == "no"
    at += denied
    if at < len(words) and words[at].base == "se" and not named:
        return  # que se haga justicia
    own = at < len(words) and words[at].base == "se"
    at += own
    if at >= len(words) or words[at].kind != "vblex":
        return
    form = _WISH.search(words[at].tags)
    if form is None or own or more(words, at + 1):
        return
    if not named:
        at += (
            words[at + 1 : at + 2] != [] and words[at + 1].base == "unpunished"
        )  # que no quede impune el crimen
        end = phrase(words, at + 1)
        if end == at + 1 and words[at + 1 : at + 2] and words[at + 1].base in _SUBJECTS:
            end = at + 2
        if end == at + 1 or not movable(words, n, end) or number(words, at + 1, end) != form[1]:
            return
        closes = end >= len(words) or words[end].kind in ("sent", "cm", "pr", "adv", "cnjcoo", "rel")
        if words[at].base in _WITH_OBJECTS or not closes:
            return
        swap(words, n + 1, at + 1, end)
        at = end - 1
    if denied:
        place = next(k for k in range(at, n, -1) if words[k].base == "no")
        words[place] = made("ni", "<adv>", "not")
    words[at].tag(words[at].tags.replace(form[0], "<inf>"))
    words[at].targets = [target.replace(form[0], "<inf>") for target in words[at].targets]
    upper = words[n].lemma[:1].isupper()
    words[n].tag("<adv>")
    words[n].name("Ojalá que" if upper else "ojalá que")
    words[n].targets = ["Let<adv>" if upper else "let<adv>"]


_WITH_OBJECTS = of("es").words("grammar", "wished_with_objects")


def more(words: list[Word], at: int) -> bool:
    """Whether the sentence says something else: *que callen no significa que acepten*."""
    for word in words[at:]:
        if word.kind == "sent":
            return False
        if word.kind in ("rel", "cnjsub", "cnjadv"):
            return False
        if FINITE.match(word.tags):
            return True
    return False
