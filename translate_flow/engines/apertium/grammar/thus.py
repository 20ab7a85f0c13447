"""*Así lo acordó la asamblea*: that is what the assembly agreed.

*Así* takes the place of a whole clause that *lo* takes up again (Real Academia Española, Nueva gramática, 33.2); said word by word it is
neither. The subject, which is behind the verb, goes before it.
"""

from __future__ import annotations

from .negation import FINITE
from .phrases import movable, number, phrase, swap
from .sentence import Word, drop, made

_SAYING = "that is what"
_DOERS = frozenset(("det", "np", "n"))


def thus(words: list[Word]) -> None:
    """Say it of a verb in any tense."""
    n = 0
    while n + 2 < len(words):
        if words[n].base == "así" and words[n + 1].base == "lo" and words[n + 1].has("prn", "pro"):
            _said(words, n)
        n += 1


def _said(words: list[Word], n: int) -> None:
    verb = n + 2
    if not FINITE.match(words[verb].tags) or words[verb].kind == "vbser":
        return
    last = verb + (verb + 1 < len(words) and words[verb + 1].has("pp") and words[verb].kind == "vbhaver")
    drop(words, n + 1)
    words[n].say(_SAYING, "<rel><nn><sp>")
    words[n].tag("<rel><nn><nt><sg>")
    words[n].name("Aquello que" if words[n].lemma[:1].isupper() else "aquello que")
    end = phrase(words, last)
    counts = "pl" if words[n + 1].has("pl") else "sg"
    if (
        end > last
        and words[last].kind in _DOERS
        and words[n + 1].has("p3")
        and number(words, last, end) == counts
        and movable(words, n + 1, end)
    ):
        swap(words, n + 1, last, end)
    elif words[n + 1].has("pl") and (words[n + 1].has("p1") or words[n + 1].has("p3")):
        who = f"<prn><tn><{'p1' if words[n + 1].has('p1') else 'p3'}><mf><pl>"
        words.insert(n + 1, made("prpers", who, "prpers", target_tags=who.replace("tn", "subj")))
