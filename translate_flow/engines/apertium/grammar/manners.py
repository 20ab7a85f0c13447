"""Adverbs that Spanish says with a noun: *de manera pacífica* (peacefully), *en forma arbitraria* (arbitrarily)."""

from __future__ import annotations

from .sentence import Word, drop, made

_WAYS = frozenset(("manera", "forma", "modo"))
_WHOLE = frozenset(("en forma", "de manera", "de forma", "de modo"))
MANNERS = _WAYS | _WHOLE
_JOINING = frozenset(("y", "e", "o", "u", "que", "pero", "ni"))


def manners(words: list[Word]) -> None:
    """Say an adjective behind such a noun as an adverb."""
    n = 0
    while n + 1 < len(words):
        several = words[n].base in ("de", "en") and words[n + 1].base in _WAYS and words[n + 1].has("sg")
        at = n + 2 if several else n + 1
        if (several or words[n].base in _WHOLE) and at < len(words) and words[at].kind == "adj":
            after = words[at + 1] if at + 1 < len(words) else None
            english, sign, _ = words[at].targets[0].partition("<")
            joined = after is not None and (after.base in _JOINING or after.kind == "adj")
            if sign and english.isalpha() and not joined and "[" not in words[at].before:
                words[at].tag("<adv>")
                words[at].name(f"de manera {words[at].base}")
                words[at].targets = [_adverb(english.lower()) + "<adv>"]
                for _ in range(at - n):
                    drop(words, n)
        elif (several or words[n].base in _WHOLE) and at < len(words) and words[at].has("pp", "f", "sg"):
            after = words[at + 1] if at + 1 < len(words) else None
            if several and (after is None or after.base not in ("por", "en", "que", "a")):
                words[n].tag("<pr>")  # de manera informada: in an informed way
                words[n].say("in", "<pr>")
                words.insert(n + 1, made("uno", "<det><ind><f><sg>", "a", target_tags="<det><ind><sg>"))
        n += 1


def _adverb(adjective: str) -> str:
    """The adverb of an English adjective."""
    if adjective.endswith("ic") and adjective != "public":
        return adjective + "ally"
    if adjective.endswith("le") and adjective[-3:-2] not in "aeiou":
        return adjective[:-1] + "y"
    if adjective.endswith("y") and len(adjective) > 3:
        return adjective[:-1] + "ily"
    return adjective + ("y" if adjective.endswith("ll") else "ly")
