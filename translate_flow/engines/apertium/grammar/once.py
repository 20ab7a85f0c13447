"""*Una vez vencido el plazo*: once the term has expired.

Spanish puts a participle before its subject there (Real Academia Española, Nueva gramática, 38.11: construcciones absolutas), and English
has a clause.
"""

from __future__ import annotations

from .negation import FINITE
from .phrases import movable, number, phrase
from .sentence import Word, made

_ENDING = {
    "vencer": "expire",
    "caducar": "expire",
    "expirar": "expire",
    "transcurrir": "pass",
    "pasar": "pass",
}
"""Verbs of what ends by itself, which have no passive."""
_PAST = ("ifi", "pii")


def once(words: list[Word]) -> None:
    """Put the subject before such a participle."""
    for n in range(len(words) - 2):
        done = words[n + 1]
        if words[n].base != "una vez" or not done.has("pp"):
            continue
        end = phrase(words, n + 2)
        if end == n + 2 or not movable(words, n + 1, end):
            continue
        count = number(words, n + 2, end)
        past = _told(words, end)
        if done.base in _ENDING:
            verb = made("haber", f"<vbhaver><{'pii' if past else 'pri'}><p3><{count}>", "have")
            done.say(_ENDING[done.base])
        else:
            verb = made("ser", f"<vbser><{'ifi' if past else 'pri'}><p3><{count}>", "be")
        done.name("caducar" if done.base == "vencer" else done.base)
        words[n].tag("<cnjadv>")
        words[n].targets = [target.replace("<adv>", "<cnjadv>") for target in words[n].targets]
        words[n + 1 : end] = [*words[n + 2 : end], verb, done]


def _told(words: list[Word], start: int) -> bool:
    """Whether the first finite verb behind is in the past: *una vez firmada el acta, se retiraron*."""
    for word in words[start:]:
        if word.kind == "sent":
            return False
        if FINITE.match(word.tags):
            return any(word.has(tense) for tense in _PAST)
    return False
