"""What is chanted and written on placards: *Libertad para los presos*, *Abajo la dictadura*, *Tierra o muerte*, *Justicia ya*.

The dictionaries take *Libertad*, *Gloria* and *Tierra* at the head of a sentence for women's names. Without an article, and before a preposition, *o* or a sign, they are
the things.
"""

from __future__ import annotations

from ....language import of
from .negation import FINITE
from .sentence import Word, heads

_THINGS = {str(name): str(english) for name, english in of("es").table("slogans_in_english").items()}
_BEHIND = frozenset(("para", "a", "o", "y", "e", "ya", "sin", "con", "de"))
_CRIES = {"abajo": "down with", "arriba": "up with"}


def slogans(words: list[Word]) -> None:
    """Say such words as what is called for."""
    for n, word in enumerate(words):
        opens = heads(words, n) or words[n - 1].kind == "lquest"
        behind = words[n + 1] if n + 1 < len(words) else None
        listed = n > 0 and words[n - 1].kind in ("cm", "cnjcoo") and words[0].base in _THINGS
        if word.kind == "np" and word.base in _THINGS and (opens or listed):
            if behind is None or behind.ends or behind.base in _BEHIND:
                word.tag("<n><f><sg>")
                word.targets = [_THINGS[word.base] + "<n><sg>"]
                if opens:
                    word.targets = [word.targets[0][:1].upper() + word.targets[0][1:]]
        elif word.base in _CRIES and word.kind == "adv" and opens and behind is not None:
            if behind.kind == "det" or behind.kind == "rel":
                word.tag("<pr>")
                word.say(_CRIES[word.base], "<pr>")
        elif word.base == "todo" and word.has("pl") and opens and behind is not None:
            if behind.base == "ser" and behind.has("p1", "pl") and behind.has("pri"):
                word.tag("<adv>")  # todos somos Cajamarca
                word.say("we are all" if not opens else "We are all", "<adv>")
                behind.tag("<adv>")
                behind.silence()
        elif word.base == "ya" and n and (behind is None or behind.kind in ("sent", "lquest")):
            start = n
            while start and words[start - 1].kind not in ("sent", "lquest"):
                start -= 1
            if not any(FINITE.match(one.tags) for one in words[start:n]):
                word.say("now")
