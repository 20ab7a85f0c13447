"""What things are due to, and who owes what to whom.

*La demora se debe a la lluvia* is due to it, *un alcalde se debe a sus vecinos* is answerable to them, and *la empresa debe a sus obreros
dos meses* owes them. The analyser joins *debe a* into one verb, whether *se* is before it or not, and does not where *a* and the
article are written together (*se debe al clima*).
"""

from __future__ import annotations

from ....language import of
from .negation import FINITE
from .sentence import Word, drop, made

_SPANISH = of("es")
_PERSONS = _SPANISH.words("grammar", "people") | _SPANISH.words("names", "titles", "roles")
_ELECTING = frozenset(("pueblo", "elector", "votante", "quien"))


def owed(words: list[Word]) -> None:
    """Say *be due to*, *be answerable to*, *be because* and *owe*."""
    n = 0
    while n + 2 < len(words):
        if words[n].base == "deberse# a":
            _due(words, n)
        elif words[n].base == "deber" and words[n + 1].base == "a" and n and words[n - 1].base == "se":
            words[n].tag(words[n].tags.replace("<vbmod>", "<vblex><pron>"))
            drop(words, n + 1)
            if not _answers(words, n):
                _said(words, n, "debido a", "due to")  # se debe al esfuerzo
        n += 1


def _due(words: list[Word], n: int) -> None:
    """*Se debe a que no llovió*: is because; *debe a sus obreros dos meses*: owes its workers two months."""
    if not n or words[n - 1].base != "se":
        words[n].name("adeudar")
        words[n].tag(words[n].tags.replace("<pron>", ""))
        words[n].targets = ["owe" + words[n].tags]
    elif words[n + 1].base == "que" and words[n + 1].kind == "cnjsub":
        drop(words, n + 1)
        _said(words, n, "porque", "because")
    else:
        _answers(words, n)


def _answers(words: list[Word], n: int) -> bool:
    """*Un congresista se debe a sus electores*: is answerable to his voters."""
    if not n or words[n - 1].base != "se" or not (words[n].has("p3") and FINITE.match(words[n].tags)):
        return False
    whom = next((w for w in words[n + 1 : n + 4] if w.kind in ("n", "rel", "np")), None)
    doer = next((w for w in reversed(words[max(0, n - 8) : n - 1]) if w.kind in ("n", "cm", "sent")), None)
    nobody = doer is None or doer.ends
    if whom is None or not (whom.base in _ELECTING or (whom.base in _PERSONS and not nobody)):
        return False
    if not nobody and doer is not None and doer.base not in _PERSONS:
        return False
    _said(words, n, "responsable ante", "answerable to")
    return True


def _said(words: list[Word], n: int, spanish: str, english: str) -> None:
    verb = words[n]
    verb.name("ser")
    verb.tag(verb.tags.replace("<vblex><pron>", "<vbser>"))
    verb.targets = ["be" + verb.tags]
    words.insert(n + 1, made(spanish, "<adv>", english))
    drop(words, n - 1)
