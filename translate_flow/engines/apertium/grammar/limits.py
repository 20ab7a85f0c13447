"""*Hasta que no*, and *hasta* where nothing ends: *hasta que no respondan* (until they answer), *hasta han sido ascendidos* (have even been promoted).

The *no* behind *hasta que* denies nothing (Real Academia Española, Nueva gramática, 48.7: negación expletiva), and before a verb, and
before the object of one, *hasta* is not a preposition (*comprar hasta las jeringas*). Of a number it is *up to*.
"""

from __future__ import annotations

from ....language import of
from ....language.calendar import months, weekdays
from .negation import FINITE
from .phrases import phrase
from .sentence import Word, drop

_SPANISH = of("es")
_WITH_OBJECT = (
    _SPANISH.words("grammar", "objective", "taking") | {"pagar", "robar", "vender", "cobrar"}
) - _SPANISH.words("grammar", "moving")
_TIMES = (
    months("es")
    | weekdays("es")
    | _SPANISH.words("grammar", "parts_of_time", "spans_of_time")
    | {"final", "fin", "fecha"}
)


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
            if words[n + 1].base == "de" and n and words[n - 1].kind == "cnjcoo":
                words[n].tag("<adv>")  # carecen de guantes y hasta de jabón
                words[n].name("incluso")
                words[n].say("even", "<adv>")
            elif words[n + 1].base == "en" and n + 2 < len(words) and words[n + 2].kind == "num":
                words[n].tag("<adv>")  # hasta en cuatro ocasiones: on as many as four occasions
                words[n].name("tantas como")
                words[n].say("as many as", "<adv>")
                words[n], words[n + 1] = words[n + 1], words[n]
            elif words[at].kind == "num" and at + 1 < len(words) and words[at + 1].has("n", "pl"):
                words[n].say("up to", "<pr>")  # hasta cincuenta alumnos
                words[n].name("alrededor de")
            elif n and _object(words, n):
                words[n].tag("<adv>")
                words[n].name("incluso")
                words[n].say("even", "<adv>")  # comprar hasta las jeringas
            elif FINITE.match(words[at].tags):
                words[n].tag("<adv>")
                words[n].name("Incluso" if words[n].lemma[:1].isupper() else "incluso")
                words[n].say("even", "<adv>")
                if words[at].kind in ("vbhaver", "vbser"):  # have even been promoted
                    words[n : at + 1] = [*words[n + 1 : at + 1], words[n]]


def _object(words: list[Word], n: int) -> bool:
    """Whether what is behind *hasta* is the object of the verb before it, and no time or place."""
    verb, article = words[n - 1], words[n + 1]
    if verb.base not in _WITH_OBJECT or not (FINITE.match(verb.tags) or verb.has("inf")):
        return False
    end = phrase(words, n + 1)
    return article.has("det") and end > n + 1 and not any(word.base in _TIMES for word in words[n + 1 : end])
