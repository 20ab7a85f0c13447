"""*Hasta que no* and *hasta* before a verb: *hasta que no respondan* (until they answer), *hasta han sido ascendidos* (have even been promoted).

The *no* behind *hasta que* denies nothing (Real Academia Española, Nueva gramática, 48.7: negación expletiva), and before a verb *hasta* is
not a preposition.
"""

from __future__ import annotations

from .negation import FINITE
from .sentence import Word, drop


def limits(words: list[Word]) -> None:
    """Leave out the *no* behind *until*, and say *even*."""
    for n in range(len(words) - 2, -1, -1):
        if words[n].base == "hasta que" and words[n + 1].base == "no":
            verb = next((word for word in words[n + 2 : n + 8] if FINITE.match(word.tags)), None)
            if verb is not None and (verb.has("prs") or verb.has("pis")):
                drop(words, n + 1)
        elif words[n].base == "hasta" and words[n].kind == "pr":
            at = n + 1
            while at < len(words) - 1 and words[at].has("prn", "pro"):
                at += 1
            if FINITE.match(words[at].tags):
                words[n].tag("<adv>")
                words[n].name("Incluso" if words[n].lemma[:1].isupper() else "incluso")
                words[n].say("even", "<adv>")
                if words[at].kind in ("vbhaver", "vbser"):  # have even been promoted
                    words[n : at + 1] = [*words[n + 1 : at + 1], words[n]]
