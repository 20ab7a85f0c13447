"""The *a* that Spanish puts before a person who is the object of a verb, and English does not (*detuvo a los jóvenes*).

Only behind verbs whose person is their direct object in English; with others (*respondió a la madre*) it is *to*.
"""

from __future__ import annotations

from ....language import of
from .sentence import Word, drop

_DIRECT = of("es").words("grammar", "direct")


def persons(words: list[Word]) -> None:
    """Take out the *a* before a person behind a verb that has it as its object."""
    n = 1
    while n + 1 < len(words):
        word = words[n]
        if word.base == "a" and word.kind == "pr" and not words[n + 1].kind.startswith("v"):
            verb = words[n - 1]
            if verb.kind == "adv" and n > 1:
                verb = words[n - 2]
            if verb.kind == "vblex" and verb.base in _DIRECT and not (verb.has("pp") and verb.has("f")):
                drop(words, n)
        n += 1
