"""A second verb with *se* of what the first is said of (*no se negocian ni se consultan*), and what stops by itself (*se detuvo el conteo*)."""

from __future__ import annotations

import re

from ....language import of
from .negation import FINITE
from .phrases import phrase
from .sentence import Word, drop

_PERSONS = of("es").words("grammar", "people") | of("es").words("names", "titles", "roles") | {"responsable"}


def joined(words: list[Word], n: int, link: int, tense: re.Match[str]) -> bool:
    """*Los derechos no se negocian ni se consultan*: are not negotiated nor consulted, of what both verbs are said."""
    at = link - 1
    while at > 0 and words[at].kind in ("adv", "pr", "n", "det") and not FINITE.match(words[at].tags):
        at -= 1
    done = words[at]
    be = next((word for word in reversed(words[max(0, at - 2) : at]) if word.kind == "vbser"), None)
    if be is None or not done.has("pp") or not be.has(tense[1], "p3", tense[2]):
        return False
    if phrase(words, n + 2) > n + 2:
        return False
    verb = words[n + 1]
    verb.tag(f"<vblex><pp><m><{tense[2]}>")
    verb.targets = [target.partition("<")[0] + verb.tags for target in verb.targets]
    if words[n - 1].base == "no":
        words[n - 1].name("tampoco")
        words[n - 1].targets = ["not<adv>"]
    drop(words, n)
    return True


def stopped(words: list[Word], n: int) -> bool:
    """*El conteo se detuvo*: stopped; *se detuvo a tres jóvenes*: were arrested."""
    after = words[n + 2] if n + 2 < len(words) else None
    if after is not None and after.base == "a" and after.kind == "pr" and _somebody(words, n + 3):
        return False
    behind = words[n + 2 : phrase(words, n + 2)]
    return not any(
        word.base in _PERSONS or word.kind == "np" for word in (*words[max(0, n - 3) : n], *behind)
    )


def _somebody(words: list[Word], at: int) -> bool:
    there = words[at : phrase(words, at)]
    return not there or any(word.base in _PERSONS or word.kind in ("np", "num", "adj") for word in there)


def how(words: list[Word], at: int) -> bool:
    """*Nos queremos vivas*: whether it says how one is."""
    return at < len(words) and words[at].has("adj", "pl")
