"""Clauses without a finite verb that say when or how things stand: *concluida la asamblea* (with the assembly concluded).

Spanish puts the participle before its subject (Real Academia Española, Nueva gramática, 38.11: construcciones absolutas), English behind
it, and opens the clause with *with*; of time that has passed it says *after*. With *una vez* see `once`.
"""

from __future__ import annotations

import re

from ....language import of
from .negation import FINITE
from .phrases import movable, number, phrase
from .sentence import Word, capital, drop, heads, made

_SORT = re.compile(r"<pp><(m|f)><(sg|pl)>")
_PERIODS = of("es").words("grammar", "spans_of_time")
_PASSED = frozenset(("pasar", "transcurrir", "cumplir"))
_OTHERS = frozenset(("dar", "ver", "exceptuar", "incluir"))
"""Participles that have become prepositions: *dada la gravedad*."""
_ENDED = frozenset(("terminar", "acabar"))
_LONGEST = 14


def absolute(words: list[Word]) -> None:
    """Put the subject before the participle, and say how the clause goes with the sentence."""
    n = 0
    while n + 2 < len(words):
        if heads(words, n) and words[n].kind == "vblex" and words[n].has("pp"):
            _said(words, n)
        n += 1


def _said(words: list[Word], at: int) -> None:
    sort = _SORT.search(words[at].tags)
    end = phrase(words, at + 1)
    if sort is None or end == at + 1 or words[at].base in _OTHERS or not movable(words, at, end):
        return
    stop = next(
        (n for n in range(end, min(len(words), end + _LONGEST)) if words[n].kind in ("cm", "sent")), None
    )
    if stop is None or words[stop].kind != "cm" or any(FINITE.match(w.tags) for w in words[end:stop]):
        return
    noun = next((word for word in words[at + 1 : end] if word.kind in ("n", "np")), None)
    if noun is None or number(words, at + 1, end) != sort[2]:
        return
    if words[at].base in _PASSED and noun.base in _PERIODS:
        _after(words, at, end)
    elif words[at + 1].kind == "det" and (words[at + 1].has(sort[1]) or words[at + 1].has("mf")):
        _with(words, at, end)


def _after(words: list[Word], at: int, end: int) -> None:
    """*Pasados tres meses*: after three months; *transcurridos dos años de la masacre*: two years after the massacre."""
    behind = words[at + 1 : end]
    of_what = next((n for n, word in enumerate(behind) if word.base in ("de", "desde")), None)
    if of_what is None and end < len(words) and words[end].base == "desde":
        of_what = end - at - 1
    if of_what is None:
        words[at] = made("tras", "<pr>", "after", before=words[at].before)
        if heads(words, at):
            words[at] = made("Tras", "<pr>", "After", before=words[at].before)
    else:
        words[at + 1 + of_what].say("after", "<pr>")
        drop(words, at)


def _with(words: list[Word], at: int, end: int) -> None:
    """*Concluida la asamblea*: with the assembly concluded; *una vez concluida*: once the assembly was concluded."""
    done = words.pop(at)
    words.insert(end - 1, done)
    opener = made("con", "<pr>", "with", before=done.before)
    done.before = " "
    if done.base in _ENDED:
        done.say("end")
    capital(opener, done)
    words.insert(at, opener)
