"""What several do to one another: *se mataron entre ellos* (killed each other), *nos ayudamos entre nosotras* (help each other)."""

from __future__ import annotations

from .negation import FINITE
from .sentence import Word, drop, made

_REACH = 5
"""Words between the verb and *entre ellos*."""


def mutual(words: list[Word]) -> None:
    """Take out *se* before such a verb, and say *each other*."""
    n = 0
    while n + 3 < len(words):
        if (words[n].has("prn", "pro") and words[n].has("ref")) or words[n].has("prn", "pro", "p1", "pl"):
            verb = n + 1 + (words[n + 1].kind == "vbhaver")
            finite = FINITE.match(words[n + 1].tags) and words[n + 1].has("pl")
            if finite and words[verb].kind == "vblex":
                _each_other(words, n, verb)
        elif words[n].has("enc") and words[n].has("ref") and n and words[n - 1].has("inf"):
            _each_other(words, n, n)  # para cuidarse entre ellos
        n += 1


def _each_other(words: list[Word], n: int, verb: int) -> None:
    for at in range(verb + 1, min(len(words) - 1, verb + _REACH)):
        if words[at].ends or FINITE.match(words[at].tags):
            return
        who = words[at + 1]
        if words[at].base == "entre" and who.kind == "prn" and who.has("tn"):
            before = words[at].before
            words[at : at + 2] = [made("mutuamente", "<adv>", "each other", before=before)]
            drop(words, n)
            return
