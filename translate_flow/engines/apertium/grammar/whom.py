"""Who does it behind *a quien*: *la mató su esposo, a quien había denunciado* (whom she had reported). Pure."""

from __future__ import annotations

from ....language import of
from .sentence import Word, made

_PERSONS = of("es").words("grammar", "people") | of("es").words("names", "titles", "roles")
_CLOSING = frozenset(("pr", "adv", "cnjcoo", "cnjadv"))


def other_person(words: list[Word], n: int, verb: int) -> bool:
    """Say who does it, of two persons named the one that is not meant by *whom*; whether nobody is behind the verb.

    `n`: where *whom* is.
    """
    last = verb + (words[verb].kind == "vbhaver")
    after = words[last + 1] if last + 1 < len(words) else None
    alone = after is None or after.ends or after.kind in _CLOSING
    if not alone or not words[verb].has("p3", "sg") or words[verb].kind not in ("vblex", "vbhaver"):
        return False
    people = [
        word
        for word in words[:n]
        if word.has("sg") and ((word.kind == "n" and word.base in _PERSONS) or word.has("ant"))
    ]
    if len(people) > 1:
        who = f"<prn><tn><p3><{'f' if people[0].has('f') else 'm'}><sg>"
        words.insert(verb, made("prpers", who, "prpers", target_tags=who.replace("tn", "subj")))
    return True
