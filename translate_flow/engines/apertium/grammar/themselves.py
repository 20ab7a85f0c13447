"""What persons do themselves with *se*, and what is done to things: *los policías se retiraron* (withdrew), *los pliegos se presentan* (are presented)."""

from __future__ import annotations

from ....language import of
from ....language.calendar import weekdays
from .phrases import movable, number, phrase, swap
from .sentence import Word, drop, heads, made

_PERSONS = of("es").words("grammar", "people") | of("es").words("names", "titles", "roles") | {"responsable"}
_THEMSELVES = {
    "presentar": "appear",
    "retirar": "withdraw",
    "entregar": "surrender",
    "movilizar": "",
    "reunir": "meet",
    "imponer": "prevail",
    "identificar": "identify themselves",
}
"""What some verbs say of persons themselves; empty where it is what they always say."""
_OPENING = frozenset(("cm", "cnjcoo", "cnjsub", "cnjadv", "adv"))
_WHEN = frozenset(("donde", "cuando"))
_NAMING = frozenset(("det", "n", "np", "num", "predet"))
_TIMES = weekdays("es") | of("es").words("grammar", "parts_of_time")
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
        english, _, behind = english.partition(" ")
        verb.say(english)
        verb.name(verb.lemma + "se")
        if behind:
            words.insert(words.index(verb) + 1, made("mismo", "<adv>", behind))
    drop(words, n)
    if end > start:
        swap(words, first, start - 1, end - 1)
    return True


def _riding(words: list[Word], at: int) -> bool:
    """*Se movilizaban en una moto*: travelled."""
    return any(word.base in _VEHICLES for word in words[at : at + 2])


def subject_first(words: list[Word], n: int, last: int) -> int:
    """*Se derrumbó el puente*: the subject before *se* and the verb that ends at `last`; where *se* then is."""
    first = n
    while first and words[first - 1].base in ("no", "ya", "ya no", "nunca", "también"):
        first -= 1
    opens = heads(words, first) or words[first - 1].kind in _OPENING or words[first - 1].base in _WHEN
    end = phrase(words, last + 1)
    if not opens or end == last + 1 or not movable(words, first, end):
        return n
    if words[last + 1].kind not in _NAMING or any(word.base in _TIMES for word in words[last + 1 : end]):
        return n  # se reunieron el lunes
    if number(words, last + 1, end) != ("pl" if words[n + 1].has("pl") else "sg"):
        return n
    swap(words, first, last + 1, end)
    return n + end - last - 1
