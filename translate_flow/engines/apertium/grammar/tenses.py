"""*Presentamos*, *pedimos*: of verbs in -ar and -ir the first person of the plural is the same in the present and in the past.

The tagger takes the present. What was sent, signed or agreed is past where the sentence says when (*en 2019*, *ayer*), or in a clause
that belongs to what has happened (*no respondieron a la carta que enviamos*).
"""

from __future__ import annotations

from ....language import of
from .negation import FINITE
from .phrases import phrase
from .sentence import Word, made

_EVENTS = of("es").words("grammar", "events")
_WHEN = of("es").words("grammar", "back_then")
_MEETING = frozenset(("reunir", "juntar", "congregar"))
_PAST = ("ifi", "pii")


def tenses(words: list[Word]) -> None:
    """Put such verbs into the past where they are certainly past."""
    start = met = 0
    for n, word in enumerate(words):
        if word.kind == "sent":
            start = n + 1
        elif word.base in _MEETING and word.has("p1", "pl") and n and words[n - 1].has("prn", "pro", "p1"):
            met = n
        if (
            word.has("pri", "p1", "pl")
            and word.base in _EVENTS
            and word.base[-2:] in ("ar", "ir")
            and (_dated(words, n) or _belongs(words, start, n))
        ):
            word.tag(word.tags.replace("<pri>", "<ifi>"))
            word.targets = [target.replace("<pri>", "<ifi>") for target in word.targets]
    if met and words[met + 1 : met + 2] and words[met + 1].kind == "num" and phrase(words, met + 1) > met + 1:
        words.insert(
            met + 1, made(",", "<cm>", ",", before="")
        )  # nos reunimos 340 delegadas: they are who met


def _dated(words: list[Word], n: int) -> bool:
    """Whether the clause says when it was."""
    for step in (-1, 1):
        at = n + step
        while 0 <= at < len(words) and not words[at].ends and words[at].kind not in ("rel", "cnjsub"):
            word = words[at]
            year = word.base.isdecimal() and 1900 <= int(word.base) < 2100
            if word.base in _WHEN or year or (word.base == "pasado" and word.kind in ("adj", "n")):
                return True
            at += step
    return False


def _belongs(words: list[Word], start: int, n: int) -> bool:
    """Whether it is in a relative clause, and the verb before that tells what has happened."""
    at = n - 1
    while at > start and (words[at].has("prn", "pro") or words[at].base == "no"):
        at -= 1
    if at <= start or words[at].kind != "rel":
        return False
    for verb in range(at - 1, start - 1, -1):
        if FINITE.match(words[verb].tags):
            perfect = words[verb].kind == "vbhaver" and verb + 1 < at and words[verb + 1].has("pp")
            return perfect or any(words[verb].has(tense) for tense in _PAST)
    return False
