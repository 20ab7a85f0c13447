"""*La federación se dirige al país*, *la marcha se dirigió al palacio*: addresses the country, headed to the palace.

Whom one can address are persons and those who listen; anything else is a place.
"""

from __future__ import annotations

from ....language import of
from .negation import FINITE
from .phrases import governed, phrase
from .sentence import Word, drop

_SPANISH = of("es")
_HEARING = _SPANISH.words("grammar", "hearing", "people") | _SPANISH.words("names", "titles", "roles")
_HELD = "xqz"
"""How the name of somebody or some body begins that is held."""
SPEAKING = frozenset(("dirigir", "dirigirse# a"))


def speaking(words: list[Word]) -> None:
    """Say *address* and *head*."""
    n = 1
    while n + 2 < len(words):
        if words[n].base in SPEAKING:
            _spoken_to(words, n)
        n += 1


def listens(words: list[Word], at: int) -> bool:
    """Whether whoever is named there can be addressed: a person, a body, those who listen; else it is a place."""
    if at < len(words) and (words[at].has("prn") or words[at].base in ("usted", "quien")):
        return True
    named = words[at : phrase(words, at)]
    head = next((word for word in named if word.kind in ("n", "np", "")), None)
    return head is not None and (
        head.base.split(" ")[0] in _HEARING or head.has("ant") or head.base.startswith(_HELD)
    )


def _spoken_to(words: list[Word], n: int) -> None:
    """*El frente se dirige al país para decir*: addresses the country; to a place one heads."""
    split = words[n].base == "dirigir"
    own = n - 1 - (words[n - 1].kind == "vbhaver")  # se ha dirigido
    said = words[own + 1]
    if own < 0 or words[own].base != "se" or not (said.has("p3") and FINITE.match(said.tags)):
        return
    if split and words[n + 1].base != "a":
        return
    if listens(words, n + 1 + split):
        if split:
            drop(words, n + 1)
        words[n].name("dirigirse a")
        words[n].tag(words[n].tags.replace("<pron>", ""))
        words[n].targets = ["address" + words[n].tags]
    elif split:  # la marcha se dirigió al palacio
        words[n].name("encaminarse")
        words[n].say("head", words[n].tags)
    else:
        return
    drop(words, own)


def address(words: list[Word], n: int) -> None:
    """*Nos dirigimos a ustedes*: we address you, as letters say; others go to a place."""
    if words[n].base.endswith("# a"):
        if listens(words, n + 1):
            words[n].say("address")
            governed(words, n + 1)
    elif n + 1 < len(words) and words[n + 1].base == "a" and words[n + 1].kind == "pr":
        if not listens(words, n + 2):
            words[n].say("head")  # nos dirigimos al palacio
            return
        words[n].say("address")
        drop(words, n + 1)
        governed(words, n + 1)
