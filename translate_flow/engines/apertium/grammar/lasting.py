"""What has begun and goes on is in the present in Spanish, and in English in the perfect: *desde hace años reclaman* (for years they have demanded).

Real Academia Española, Nueva gramática, 23.6: el presente continuado. Only where the clause says since when: behind *desde* a time that has
been (*desde hace*, *desde 2019*, *desde entonces*), and not *desde hoy*.
"""

from __future__ import annotations

import re

from ....language import of
from ....language.calendar import months
from .negation import FINITE
from .phrases import number, phrase
from .sentence import Word, made

_PRESENT = re.compile(r"<pri>(<p\d><(?:sg|pl)>)")
_ROUND = of("es").words("grammar", "spans_of_time")
_THEN = frozenset(("entonces", "ayer", "siempre", "niño"))
_BREAKS = frozenset(("sent", "rel", "cnjsub", "cnjadv"))
_OWN = of("es").words("grammar", "lasting_already")


def lasting(words: list[Word]) -> None:
    """Put the verb of such a clause into the perfect."""
    n = 0
    while n + 1 < len(words):
        said = words[n].base == "desde" and words[n].kind == "pr" and _past(words, n + 1)
        if said or words[n].base == "desde entonces":
            at = None if _there(words, n) else _verb(words, n, 2 if said else 1)
            if at is not None:
                _perfect(words, at)
                n += at < n
        n += 1


def _there(words: list[Word], n: int) -> bool:
    """*No hay médico desde hace dos años*: there has been no doctor."""
    for at in range(n - 1, max(-1, n - 12), -1):
        if words[at].kind in _BREAKS or words[at].kind == "cm":
            return False
        said = words[at].targets[0] if words[at].targets else ""
        for now, since in (("here is", "here has been"), ("here are", "here have been")):
            end = phrase(words, at + 1)
            if number(words, at + 1, end) == "pl":
                since = since.replace("has", "have")
            if now in said and words[at].base in ("hay", "haber"):
                words[at].targets = [said.replace(now, since).partition("<")[0] + "<adv>"]
                words[at].tag("<adv>")
                return True
    return False


def _past(words: list[Word], at: int) -> bool:
    word = words[at]
    if word.base == "hacer":
        return word.has("pri", "p3", "sg") and any(w.base in _ROUND for w in words[at + 1 : at + 6])
    year = word.base.isdecimal() and 1800 <= int(word.base) < 2100
    return year or word.base in _THEN or (word.base in months("es") and word.kind == "n")


def _verb(words: list[Word], n: int, length: int) -> int | None:
    """The verb of the clause: before, or behind where the sentence begins with the time."""
    for step in (-1, 1):
        at = n + step * (1 if step < 0 else length)
        while 0 <= at < len(words) and words[at].kind not in _BREAKS:
            word = words[at]
            if FINITE.match(word.tags):
                fits = word.kind in ("vblex", "vbser") and word.base.partition("#")[0] not in _OWN
                return at if fits and _PRESENT.search(word.tags) else None
            if step < 0 and word.kind == "cm":
                break
            at += step
    return None


def _perfect(words: list[Word], at: int) -> None:
    verb = words[at]
    found = _PRESENT.search(verb.tags)
    assert found is not None
    upper = verb.lemma[:1].isupper()
    have = made(
        "Haber" if upper else "haber", f"<vbhaver>{found[0]}", "Have" if upper else "have", before=verb.before
    )
    verb.before = " "
    verb.name(verb.lemma[:1].lower() + verb.lemma[1:])
    verb.targets = [t[:1].lower() + t[1:].replace(found[0], "<pp><m><sg>") for t in verb.targets]
    verb.tag(verb.tags.replace(found[0], "<pp><m><sg>"))
    words.insert(at, have)
