"""*Quedan por exhumar tres fosas*: three graves remain to be exhumed.

*Quedar por* with an infinitive says what has not been done yet (Real Academia Española, Nueva gramática, 28.14); its subject is behind.
"""

from __future__ import annotations

from .phrases import movable, phrase
from .sentence import Word, capital, heads, made


def remaining(words: list[Word]) -> None:
    """Put what remains before *remain to be*."""
    for n in range(len(words) - 3):
        verb, doing = words[n], words[n + 2]
        if verb.base != "quedar" or words[n + 1].base != "por" or not doing.has("inf") or not verb.has("p3"):
            continue
        end = phrase(words, n + 3)
        start = n - 1 if n and words[n - 1].base in ("aún", "todavía") else n
        if (
            end == n + 3
            or not (heads(words, start) or words[start - 1].ends)
            or not movable(words, start, end)
        ):
            continue
        doing.tag(doing.tags.replace("<inf>", "<pp><m><sg>"))
        doing.targets = [target.replace("<inf>", "<pp><m><sg>") for target in doing.targets]
        verb.name("permanecer")
        verb.say("remain")
        first, blank = words[n + 3], words[start].before
        still, opener = words[start:n], words[start]
        words[start:end] = [*words[n + 3 : end], *still, verb, made("por ser", "<adv>", "to be"), doing]
        first.before, opener.before = blank, " "
        if heads(words, start):
            capital(first, opener)
        return
