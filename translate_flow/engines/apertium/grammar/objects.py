"""Verbs whose sense their object shows: *violar* a person or a law, *saludar* somebody or a decision, *cobrar* wages or lives."""

from __future__ import annotations

from collections.abc import Callable

from ....language import of
from .sentence import Word, drop

_SPANISH = of("es")
_PEOPLE = _SPANISH.words("grammar", "people") | _SPANISH.words("names", "titles", "roles")
_BURSTING = _SPANISH.words("grammar", "bursting")
_EXPIRING = _SPANISH.words("grammar", "ending", "perishing")
_PAID = frozenset("miseria sol dólar sueldo salario jornal euro peso".split())
_PLAYED = frozenset("jugar cumplir desempeñar asumir tener".split())


def objects(words: list[Word]) -> None:
    """Give verbs the English that goes with their object."""
    n = 0
    while n < len(words):
        rule = _BY_VERB.get(words[n].base)
        if rule is not None:
            rule(words, n)
        n += 1


def _near(words: list[Word], n: int, start: int, end: int) -> set[str]:
    return {word.base for word in words[max(0, n + start) : n] + words[n + 1 : n + end]}


def _next(words: list[Word], n: int) -> Word | None:
    return words[n + 1] if n + 1 < len(words) else None


def _personal(words: list[Word], n: int) -> bool:
    """Whether the object is a person: behind *a*, or a pronoun before the verb."""
    after = _next(words, n)
    if after is not None and after.base == "a" and after.kind == "pr":
        return True
    before = words[n - 1] if n else None
    return before is not None and before.has("prn", "pro") and not before.has("ref")


def _rape(words: list[Word], n: int) -> None:
    """*Violaron a las mujeres*, *las niñas violadas*: raped; laws, rights and homes are violated."""
    done = words[n].has("pp") and any(word.base in _PEOPLE for word in words[max(0, n - 3) : n])
    if words[n].kind == "vblex" and (done or _personal(words, n)):
        words[n].name("violentar")
        words[n].say("rape")


def _greet(words: list[Word], n: int) -> None:
    """*Saludamos la decisión*: we welcome; persons are greeted."""
    if words[n].kind == "vblex" and not _personal(words, n):
        words[n].name(words[n].lemma + " algo")
        words[n].say("welcome")


def _thank(words: list[Word], n: int) -> None:
    """*Agradecemos a los vecinos*: we thank; what is done is appreciated."""
    if words[n].kind == "vblex" and _personal(words, n):
        words[n].say("thank")


def _dismiss(words: list[Word], n: int) -> None:
    """*Fueron cesados*: dismissed; what ends ceases."""
    if words[n].has("pp") and n and words[n - 1].kind in ("vbser", "n", "det"):
        words[n].name("despedir")
        words[n].say("dismiss")


def _explode(words: list[Word], n: int) -> None:
    """*Explotó una granada*: exploded; people and land are exploited."""
    if words[n].kind == "vblex" and not _BURSTING.isdisjoint(_near(words, n, -4, 4)):
        words[n].name("estallar")
        words[n].say("explode")


def _claim(words: list[Word], n: int) -> None:
    """*El brote cobró quince vidas*: claimed."""
    if words[n].kind == "vblex" and "vida" in _near(words, n, 0, 4):
        words[n].say("claim")


def _expired(words: list[Word], n: int) -> None:
    """*Vacunas vencidas*: expired."""
    if _EXPIRING.isdisjoint(_near(words, n, -2, 2)):
        return
    if words[n].has("pp"):
        words[n].name("caducar")
        words[n].say("expire")
    elif words[n].kind == "adj":
        words[n].name("caduco")
        words[n].say("expired")


def _role(words: list[Word], n: int) -> None:
    """*Jugar un papel*: a role."""
    if words[n].kind == "n" and not _PLAYED.isdisjoint(_near(words, n, -4, 1)):
        words[n].name("rol")
        words[n].say("role")


def _company(words: list[Word], n: int) -> None:
    """*La minera*: the mining company."""
    word = words[n]
    alone = n and words[n - 1].kind in ("det", "pr", "predet")
    if not alone or not word.has("f") or word.kind not in ("n", "adj"):
        return
    number = "pl" if word.has("pl") else "sg"
    english = "oil" if word.base == "petrolero" else "mining"
    word.tag(f"<n><f><{number}>")
    word.name(word.lemma + " empresa")
    word.say(f"{english} compan{'ies' if number == 'pl' else 'y'}", f"<n><{number}>")


def _blame(words: list[Word], n: int) -> None:
    """*Hacemos responsable al Estado*: we hold the State responsible, said as *blame*."""
    after = _next(words, n)
    if after is None or after.base != "responsable" or words[n].kind != "vblex":
        return
    words[n].name("responsabilizar")
    words[n].say("blame")
    drop(words, n + 1)
    at = n + 1
    while at < min(len(words), n + 8):
        if words[at].base == "de" and words[at].kind == "pr" and words[at + 1].kind in ("det", "predet"):
            words[at].say("for", "<pr>")
            break
        at += 1


def _earn(words: list[Word], n: int) -> None:
    """*Ganan 39 soles*: earn; elections are won."""
    if words[n].kind == "vblex" and not _PAID.isdisjoint(_near(words, n, 0, 5)):
        words[n].say("earn")


def _sun(words: list[Word], n: int) -> None:
    """*Cinco soles*: Peru's money; *bajo el sol*: the sun."""
    before = words[n - 1] if n else None
    counted = before is not None and (before.kind == "num" or before.base in ("de", "mil", "millón", "nuevo"))
    if words[n].kind == "n" and not counted:
        words[n].name("astro")
        words[n].say("sun")


def _remind(words: list[Word], n: int) -> None:
    """*Recordamos al Estado que …*: we remind the State that."""
    if words[n].kind != "vblex" or not _personal(words, n):
        return
    if any(word.base == "que" for word in words[n + 1 : n + 8]):
        words[n].say("remind")


def _sue(words: list[Word], n: int) -> None:
    """*Lo demandó por difamación*: sued him."""
    if words[n].kind == "vblex" and _personal(words, n):
        words[n].name("querellar")
        words[n].say("sue")


def _shoot(words: list[Word], n: int) -> None:
    """*Dispararon a un joven*: shot a young man."""
    after = _next(words, n)
    if words[n].kind == "vblex" and after is not None and after.base == "a" and after.kind == "pr":
        words[n].name("balear")
        words[n].say("shoot")


def _willing(words: list[Word], n: int) -> None:
    """*Disposición a dialogar*: willingness; those of a law are provisions."""
    after = _next(words, n)
    if words[n].kind == "n":
        willing = after is not None and after.base in ("a", "para")
        words[n].say("willingness" if willing else "provision")


def _raping(words: list[Word], n: int) -> None:
    """*Acusado de violación*: rape, where it does not say what was violated."""
    after, before = _next(words, n), words[n - 1] if n else None
    alone = after is None or after.kind in ("sent", "cm", "cnjcoo") or after.base == "sexual"
    if words[n].kind == "n" and alone and before is not None and before.base in ("de", "por", "el", "uno"):
        words[n].name("estupro")
        words[n].say("rape")


def _dead(words: list[Word], n: int) -> None:
    """*Están muertos*: dead."""
    if words[n].has("pp") and n and words[n - 1].base == "estar":
        tags = words[n].tags.replace("<vblex><pp>", "<adj>")
        words[n].tag(tags)
        words[n].targets = ["dead" + tags]


def _out(words: list[Word], n: int) -> None:
    """*¡Fuera la minera!*: out with it."""
    after = _next(words, n)
    if not words[n].has("pis", "p3", "sg") or after is None or after.kind not in ("det", "n", "np"):
        return
    if n == 0 or words[n - 1].kind in ("sent", "lquest"):
        capital = words[n].lemma[:1].isupper()
        words[n].name("Fuera" if capital else "fuera")
        words[n].tag("<pr>")
        words[n].targets = ["Out with<pr>" if capital else "out with<pr>"]


def _captive(words: list[Word], n: int) -> None:
    """*Estuvo presa*: in prison; *una presa* is a dam."""
    if words[n].kind == "n" and n and words[n - 1].base in ("estar", "ser", "seguir", "tomar", "permanecer"):
        words[n].name("recluido")
        words[n].tag("<adj><f><pl>" if words[n].has("pl") else "<adj><f><sg>")
        words[n].targets = ["imprisoned" + words[n].tags]


def _barely(words: list[Word], n: int) -> None:
    """*Apenas se enteraron, viajaron*: as soon as."""
    after = _next(words, n)
    opens = n == 0 or words[n - 1].kind in ("sent", "cm")
    if opens and after is not None and (after.kind[:1] == "v" or after.kind == "prn"):
        words[n].tag("<cnjadv>")
        words[n].name("Tan pronto como" if words[n].lemma[:1].isupper() else "tan pronto como")
        words[n].targets = ["as soon as<cnjadv>"]


def _wait(words: list[Word], n: int) -> None:
    """*Esperan una respuesta*: await; *esperamos que*: hope; *esperaron tres años*: waited."""
    after = _next(words, n)
    if words[n].kind != "vblex" or after is None:
        return
    if after.base == "que" or after.has("inf"):
        words[n].say("hope")
    elif after.kind in ("num", "adv", "sent", "cm"):
        words[n].say("wait")
    elif after.kind in ("det", "n", "np", "adj"):
        words[n].say("await")


_BY_VERB: dict[str, Callable[[list[Word], int], None]] = {
    "violar": _rape,
    "saludar": _greet,
    "agradecer": _thank,
    "cesar": _dismiss,
    "explotar": _explode,
    "cobrar": _claim,
    "vencer": _expired,
    "vencido": _expired,
    "papel": _role,
    "minero": _company,
    "petrolero": _company,
    "hacer": _blame,
    "ganar": _earn,
    "sol": _sun,
    "esperar": _wait,
    "ser": _out,
    "ir": _out,
    "presa": _captive,
    "apenas": _barely,
    "morir": _dead,
    "violación": _raping,
    "recordar": _remind,
    "demandar": _sue,
    "disparar": _shoot,
    "disposición": _willing,
}
