"""Everyday verbs whose object tells their sense: *se realizó una marcha* (was held), *subieron los pasajes* (raised), *lanzaron piedras* (threw).

`senses` goes through the words and applies them.
"""

from __future__ import annotations

from collections.abc import Callable

from ....language import of
from .constructions import beside
from .phrases import number, phrase
from .sentence import Word, heads, made

_SPANISH = of("es")
_HELD = _SPANISH.words("grammar", "held")
_AMOUNTS = _SPANISH.words("grammar", "amounts")
_FIRED = _SPANISH.words("grammar", "fired")
_THROWN = _SPANISH.words("grammar", "thrown")
_PASSING = _SPANISH.words("grammar", "passing")
_BARRING = _SPANISH.words("grammar", "barring")
_PEOPLE = _SPANISH.words("grammar", "people") | _SPANISH.words("names", "titles", "roles")
_CHANGED = {"subir": ("elevar", "raise"), "bajar": ("rebajar", "lower")}


def _of_verb(words: list[Word], n: int) -> set[str]:
    """The heads of the noun that is the object of a verb, and of those before it that can be its subject."""
    found = {word.base.split(" ")[0] for word in words[max(0, n - 5) : n] if word.kind == "n"}
    for at in range(n + 1, min(len(words), n + 6)):
        if words[at].kind == "n":
            return found | {words[at].base.split(" ")[0]}
        if words[at].ends or words[at].kind in ("pr", "rel") or words[at].kind[:1] == "v":
            break
    return found


def _carry_out(words: list[Word], n: int) -> None:
    """*La asamblea se realizó*: was held; *realizaron un estudio*: carried out."""
    if words[n].kind != "vblex":
        return
    if not _HELD.isdisjoint(_of_verb(words, n)):
        words[n].name("Celebrar" if words[n].lemma[:1].isupper() else "celebrar")
        words[n].say("hold")
    else:
        words[n].name("Efectuar" if words[n].lemma[:1].isupper() else "efectuar")
        words[n].say("carry")
        enclitic = n + 1 < len(words) and words[n + 1].has("enc")
        words.insert(n + 1 + enclitic, made("a cabo", "<adv>", "out"))


def _raise(words: list[Word], n: int) -> None:
    """*El alcalde subió los sueldos*: raised; *subieron los precios* went up, unless the number of the verb is another."""
    verb = words[n]
    end = phrase(words, n + 1)
    if verb.kind != "vblex" or end == n + 1 or verb.base not in _CHANGED:
        return
    head = next((word for word in words[n + 1 : end] if word.kind == "n"), None)
    if head is None or head.base not in _AMOUNTS:
        return
    before = words[n - 1] if n else None
    named = before is not None and before.kind in ("n", "np", "adj", "prn") and before.base != "se"
    agrees = verb.has("p3") and number(words, n + 1, end) == ("pl" if verb.has("pl") else "sg")
    if named or not agrees or verb.has("inf"):
        like, english = _CHANGED[verb.base]
        verb.name(like.capitalize() if verb.lemma[:1].isupper() else like)
        verb.say(english)


def _throw(words: list[Word], n: int) -> None:
    """*Lanzaron piedras*: threw; *lanzaron gases*: fired; campaigns are launched."""
    what = _of_verb(words, n)
    fired = not _FIRED.isdisjoint(what)
    if words[n].kind == "vblex" and (fired or not _THROWN.isdisjoint(what)):
        words[n].name("disparar" if fired else "arrojar")
        words[n].say("fire" if fired else "throw")


def _passage(words: list[Word], n: int) -> None:
    """*No permitieron el paso*, *el paso de maquinaria*: passage; others are steps."""
    what = {word.base for word in words[n + 1 : n + 4]}
    near = {word.base for word in words[max(0, n - 4) : n]}
    if (
        words[n].kind == "n"
        and words[n].has("sg")
        and not (_BARRING.isdisjoint(near) and _PASSING.isdisjoint(what))
    ):
        words[n].name("tránsito")
        words[n].say("passage")


def prevail(words: list[Word], n: int) -> None:
    """*¡Venceremos!*: we will win; whom one defeats follows, or is before it as a pronoun."""
    before, (_, after) = words[n - 1] if n else None, beside(words, n)
    alone = (
        after is None
        or (after.ends and after.base != ":")
        or after.base in ("por", "en")
        or after.kind == "num"
    )
    if words[n].kind == "vblex" and alone and not (before is not None and before.has("prn", "pro")):
        words[n].name("Triunfar" if words[n].lemma[:1].isupper() else "triunfar")
        words[n].say("win")


def _newly(words: list[Word], n: int) -> None:
    """*Colonos recién llegados*: newly arrived; with a verb it is *only* then."""
    _, after = beside(words, n)
    if words[n].kind in ("adv", "preadv") and after is not None and (after.has("pp") or after.kind == "adj"):
        words[n].name("recientemente")
        words[n].say("newly")


def _association(words: list[Word], n: int) -> None:
    """*El Colegio de Enfermeros*: an association of a profession; *un colegio de niñas* is a school."""
    base, _ = beside(words, n)
    whose = words[n + 2] if n + 2 < len(words) else None
    named = words[n].lemma[:1].isupper() and not heads(words, n)
    if (
        words[n].kind == "n"
        and named
        and base == "de"
        and whose is not None
        and whose.has("n", "pl")
        and whose.base in _PEOPLE
    ):
        words[n].name("Asociación")
        words[n].say("Association")


def _rise(words: list[Word], n: int) -> None:
    """*Rechazo al alza del pasaje*: to the rise; *una tendencia al alza* is upward."""
    if beside(words, n)[0] == "de" and words[n].kind == "adj":
        words[n].tag("<adv>")
        words[n].say("to the rise", "<adv>")


EVERYDAY: dict[str, Callable[[list[Word], int], int | None]] = {
    "realizar": _carry_out,
    "subir": _raise,
    "bajar": _raise,
    "lanzar": _throw,
    "arrojar": _throw,
    "paso": _passage,
    "al alza": _rise,
    "recién": _newly,
    "colegio": _association,
}
"""By lemma, as in `senses`."""
