"""What persons do themselves with *se*, and what is done to things: *los policías se retiraron* (withdrew), *los pliegos se presentan* (are presented)."""

from __future__ import annotations

from ....language import of
from .phrases import movable, number, phrase, swap
from .sentence import Word, drop

_PERSONS = of("es").words("grammar", "people") | of("es").words("names", "titles", "roles") | {"responsable"}
_THEMSELVES = {
    "presentar": "appear",
    "retirar": "withdraw",
    "entregar": "surrender",
    "movilizar": "",
    "reunir": "meet",
    "imponer": "prevail",
}
"""What some verbs say of persons themselves; empty where it is what they always say."""
_VEHICLES = of("es").words("grammar", "vehicles")


def by_themselves(words: list[Word], n: int) -> bool:
    """*Los policías se retiraron*, *no se presentó el perito*: withdrew, did not appear; papers are presented."""
    compound = words[n + 1].kind == "vbhaver" and n + 2 < len(words)
    verb = words[n + 1 + compound]
    english = _THEMSELVES.get(verb.base)
    if english is None or verb.kind != "vblex" or words[n].has("enc"):
        return False
    first = n
    while first and words[first - 1].base in ("no", "ya", "nunca"):
        first -= 1
    start, end = n + 2 + compound, phrase(words, n + 2 + compound)
    head = next((word for word in words[start:end] if word.kind in ("n", "np")), None)
    if head is None and first:
        at = first - 1 - (words[first - 1].base == "que")
        head = next(
            (
                w
                for w in reversed(words[max(0, at - 6) : at + 1])
                if (w.kind in ("n", "np") and w.base in _PERSONS) or w.has("pp", "pl")
            ),
            None,
        )
        end = start
    if head is None or not (head.base in _PERSONS or head.has("pp")):
        return False
    if end > start and (
        not movable(words, first, end)
        or number(words, start, end) != ("pl" if words[n + 1].has("pl") else "sg")
    ):
        return False
    if words[start : start + 1] and words[start].base == "en" and _riding(words, start + 1):
        verb.name("viajar")
        verb.say("travel")
    elif english:
        verb.say(english)
        verb.name(verb.lemma + "se")
    drop(words, n)
    if end > start:
        swap(words, first, start - 1, end - 1)
    return True


def _riding(words: list[Word], at: int) -> bool:
    """*Se movilizaban en una moto*: travelled."""
    return any(word.base in _VEHICLES for word in words[at : at + 2])
