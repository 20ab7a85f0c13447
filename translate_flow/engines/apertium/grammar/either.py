"""*Tampoco* before a verb, which denies it: *Tampoco respondió el alcalde* (the mayor did not answer either).

The rules of the pair say *neither* and leave the verb as it is (*Neither they have to accept*), which English does not; and what the
verb denies is lost where a subject is between them.
"""

from __future__ import annotations

from ....language import of
from .negation import FINITE
from .phrases import movable, phrase
from .sentence import Word, capital, heads, made

_CLOSING = frozenset(("cm", "sent", "cnjadv", "rpar"))
_WANTED = of("es").words("grammar", "wanted_more")
_REACH = 14
"""Words behind the verb among which *either* finds its place."""


def either(words: list[Word]) -> None:
    """Say *not … either*, and *any* for *alguno* behind a noun."""
    n = 0
    while n + 1 < len(words):
        if words[n].base == "tampoco" and words[n].kind == "adv":
            _neither(words, n)
        elif words[n].kind == "n" and words[n + 1].base == "alguno" and words[n + 1].before == " ":
            _any(words, n)
        elif words[n].base == "más" and n and words[n].kind == "adv" and words[n + 1].kind in ("sent", "cm"):
            _any_longer(words, n)
        n += 1


def _any_longer(words: list[Word], n: int) -> None:
    """*No callamos más*: any longer; *no queremos más* is of a quantity."""
    before = words[n - 1]
    verb = before if FINITE.match(before.tags) else words[n - 2] if before.base == "silencioso" else None
    denied = any(word.base in ("no", "nunca") for word in words[max(0, n - 5) : n])
    if verb is not None and denied and verb.kind in ("vblex", "vbmod") and verb.base not in _WANTED:
        words[n].say("any longer", "<adv>")
        words[n].name("ya más")


def _neither(words: list[Word], n: int) -> None:
    start = n + 1
    end = phrase(words, start)
    verb = end
    while verb < len(words) and words[verb].kind == "prn" and words[verb].has("pro"):
        verb += 1
    if verb >= len(words) or not FINITE.match(words[verb].tags) or not movable(words, n, verb + 1):
        return
    close = next((k for k in range(verb + 1, len(words)) if words[k].kind in _CLOSING), len(words))
    if close > verb + _REACH:
        close = phrase(words, verb + 1)
        close = max(close, verb + 1)
    words.insert(close, made("tampoco", "<adv>", "either"))
    no = words[n]
    head = heads(words, n)
    no.name("No" if no.lemma[:1].isupper() else "no")
    no.targets = ["No<adv>" if no.lemma[:1].isupper() else "no<adv>"]
    if end > start:
        words[n:end] = [*words[start:end], no]
        words[n].before, no.before = no.before, " "
        if head:
            capital(words[n], no)


def _any(words: list[Word], n: int) -> None:
    """*Sin sanción alguna*: without any sanction."""
    noun, some = words[n], words[n + 1]
    if not some.has("sg") or not (n and movable(words, n, n + 2)):
        return
    some.tag("<det><ind>" + some.tags[some.tags.rfind("<sg>") - 3 :])
    some.targets = ["any<det><ind><sp>"]
    words[n], words[n + 1] = some, noun
    some.before, noun.before = noun.before, some.before
