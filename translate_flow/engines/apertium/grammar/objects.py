"""Verbs whose sense their object shows: *violar* a person or a law, *saludar* somebody or a decision, *cobrar* wages or lives."""

from __future__ import annotations

from collections.abc import Callable

from ....language import of
from . import treated
from .beside import following, near
from .constructions import PERIODS
from .negation import FINITE
from .phrases import movable, phrase
from .sentence import Word, drop, made

_SPANISH = of("es")
_PEOPLE = _SPANISH.words("grammar", "people") | _SPANISH.words("names", "titles", "roles")
_BURSTING = _SPANISH.words("grammar", "bursting")
_EXPIRING = _SPANISH.words("grammar", "ending", "perishing")
_WAGES = _SPANISH.words("grammar", "wages")
_RANSOMS = _SPANISH.words("grammar", "ransoms")
_AMOUNTS = frozenset(("más", "menos", "poco"))
_PAID = _SPANISH.words("grammar", "paid")
_SHOTS = _SPANISH.words("grammar", "shots")
_REMAINS = _SPANISH.words("grammar", "remains")
_WORN = _SPANISH.words("grammar", "worn")
_ARMS = _SPANISH.words("grammar", "arms")
_QUANTITIES = _SPANISH.words("grammar", "quantities") | {"nada", "poco", "lo mismo", "igual"}
_FOOD = _SPANISH.words("grammar", "food")
_NO_MORE = _SPANISH.words("grammar", "no_more")
_SHARES = frozenset(("mitad", "tercio", "parte", "cuarto"))
_BURNING = _SPANISH.words("grammar", "burning")


def objects(words: list[Word]) -> None:
    """Give verbs the English that goes with their object."""
    n = 0
    while n < len(words):
        rule = OBJECTS.get(words[n].base)
        if rule is not None:
            rule(words, n)
        n += 1


def _hit(words: list[Word], n: int) -> None:
    """*Una bala alcanzó a una niña*: hit; aims are reached."""
    shot = {word.base for word in words[max(0, n - 5) : n]} | (
        {w.base for w in words[n + 1 : n + 6]} if words[n].has("pp") else set()
    )
    if words[n].kind == "vblex" and not _SHOTS.isdisjoint(shot):
        words[n].name("impactar")
        words[n].say("hit")
        after = following(words, n)
        if after is not None and after.base == "a":
            drop(words, n + 1)


def _owe(words: list[Word], n: int) -> None:
    """*Les deben tres meses de sueldo*: owe, where no other verb follows."""
    after = following(words, n)
    if (
        words[n].kind == "vbmod"
        and after is not None
        and after.kind in ("num", "det", "n", "predet")
        and (end := phrase(words, n + 1)) > n + 1
        and not (end < len(words) and words[end].has("inf"))
    ):
        words[n].tag(words[n].tags.replace("<vbmod>", "<vblex>"))
        words[n].name("adeudar")
        words[n].targets = ["owe" + words[n].tags]


def _mourn(words: list[Word], n: int) -> None:
    """*Sus restos fueron velados*: mourned; interests are watched over."""
    if words[n].kind == "vblex" and not _REMAINS.isdisjoint(near(words, n, -5, 4)):
        words[n].name("llorar a")
        words[n].say("mourn")


def _explode(words: list[Word], n: int) -> None:
    """*Explotó una granada*: exploded; people and land are exploited."""
    if words[n].kind == "vblex" and not _BURSTING.isdisjoint(near(words, n, -4, 4)):
        words[n].name("estallar")
        words[n].say("explode")


def _travel(words: list[Word], n: int) -> None:
    """*Recorrer 300 kilómetros*: travel; villages are visited."""
    if words[n].kind == "vblex" and not {"kilómetro", "legua", "camino", "hora"}.isdisjoint(
        near(words, n, 0, 4)
    ):
        words[n].name("viajar")
        words[n].say("travel")


def _silent(words: list[Word], n: int) -> None:
    """*Le pagaron para que callara*: keep silent; somebody is silenced."""
    after = following(words, n)
    alone = (
        after is None or after.ends or after.kind in ("cnjcoo", "cnjadv", "cnjsub") or after.base in _NO_MORE
    )
    before = words[n - 1] if n else None
    if (
        words[n].kind == "vblex"
        and alone
        and not (before is not None and (before.has("prn", "pro") or before.kind == "vbser"))
    ):
        words[n].name("guardar silencio")
        words[n].say("keep")
        words.insert(n + 1, made("silencioso", "<adv>", "silent"))


def _claim(words: list[Word], n: int) -> None:
    """*El brote cobró quince vidas*: claimed; *llevan tres meses sin cobrar*: being paid."""
    after = following(words, n)
    if (
        words[n].has("inf")
        and n
        and words[n - 1].base in ("sin", "de")
        and (after is None or after.kind in ("sent", "cm", "cnjcoo", "pr", "adv"))
    ):
        words[n].name("ser")
        words[n].tag("<vbser><inf>")
        words[n].targets = ["be<vbser><inf>"]
        words.insert(n + 1, made("pagado", "<adv>", "paid"))
        return
    if (
        FINITE.match(words[n].tags)
        and n
        and words[n - 1].base == "no"
        and (after is None or after.ends or after.base in ("desde", "hacer") or after.kind == "cnjcoo")
    ):
        tags = words[n].tags.replace("<vblex>", "<vbser>")  # no cobran desde hace tres meses
        words[n].name("ser")
        words[n].tag(tags)
        words[n].targets = ["be" + tags]
        words.insert(n + 1, made("pagado", "<adv>", "paid"))
        return
    if (
        words[n].has("pp")
        and n
        and words[n - 1].kind == "vbhaver"
        and (after is None or after.ends or after.kind in ("pr", "adv"))
    ):
        words[n].name("pagar")  # no han cobrado desde febrero: have not been paid
        words[n].say("pay")
        words.insert(n, made("ser", "<vbser><pp><m><sg>", "be"))
        return
    if words[n].kind == "vblex" and not _WAGES.isdisjoint(" ".join(near(words, n, 0, 6)).split()):
        words[n].name("percibir")
        words[n].say("receive")
    if words[n].kind == "vblex" and not _RANSOMS.isdisjoint(near(words, n, 0, 4)):
        words[n].name("percibir")
        words[n].say("collect")
    if words[n].kind == "vblex" and "vida" in near(words, n, 0, 4):
        words[n].say("claim")


def _expired(words: list[Word], n: int) -> None:
    """*Vacunas vencidas*: expired."""
    if _EXPIRING.isdisjoint(near(words, n, -2, 2)):
        return
    if words[n].has("pp"):
        words[n].name("caducar")
        words[n].say("expire")
    elif words[n].kind == "adj":
        words[n].name("caduco")
        words[n].say("expired")


def _earn(words: list[Word], n: int) -> None:
    """*Ganan 39 soles*: earn; elections are won."""
    after = following(words, n)
    less = (n > 0 and words[n - 1].base in _AMOUNTS) or (after is not None and after.base in _AMOUNTS)
    paid = not _PAID.isdisjoint(near(words, n, 0, 5))
    counted = n + 2 < len(words) and words[n + 2].kind in ("n", "num")
    behind = " ".join(word.base for word in words[n + 1 : n + 5])
    share = (
        "mitad que" in behind or "menos que" in behind or "más que" in behind
    )  # un tercio menos que los hombres
    if words[n].kind == "vblex" and (paid or share or (less and not counted)):
        words[n].say("earn")


def _remind(words: list[Word], n: int) -> None:
    """*Recordamos al Estado que …*: we remind the State that."""
    if words[n].kind != "vblex" or not treated.personal(words, n):
        return
    if any(word.base == "que" for word in words[n + 1 : n + 8]):
        words[n].say("remind")


def _out(words: list[Word], n: int) -> None:
    """*¡Fuera la minera!*: out with it."""
    after = following(words, n)
    if not words[n].has("pis", "p3", "sg") or after is None or after.kind not in ("det", "n", "np"):
        return
    if n == 0 or words[n - 1].kind in ("sent", "lquest"):
        capital = words[n].lemma[:1].isupper()
        words[n].name("Fuera" if capital else "fuera")
        words[n].tag("<pr>")
        words[n].targets = ["Out with<pr>" if capital else "out with<pr>"]


def _barely(words: list[Word], n: int) -> None:
    """*Apenas se enteraron, viajaron*, *apenas el rector firme*: as soon as."""
    after = following(words, n)
    opens = n == 0 or words[n - 1].kind in ("sent", "cm")
    end = phrase(words, n + 1) if after is not None and after.has("det", "def") else n + 1
    said = (
        next((word for word in words[end : end + 3] if FINITE.match(word.tags)), None)
        if end > n + 1
        else None
    )
    counted = any(word.kind == "num" or word.base in _SHARES for word in words[n + 1 : end])
    awaited = (
        said is not None
        and not counted
        and (said.has("prs") or (opens and "," in near(words, n, end - n, 6)))
    )
    if awaited or (opens and after is not None and (after.kind[:1] == "v" or after.has("prn", "pro"))):
        words[n].tag("<cnjadv>")
        words[n].name("Tan pronto como" if words[n].lemma[:1].isupper() else "tan pronto como")
        words[n].targets = ["as soon as<cnjadv>"]


def _wait(words: list[Word], n: int) -> None:
    """*Esperan una respuesta*: await; *esperamos que*: hope; *esperaron tres años*: waited."""
    after, before = following(words, n), words[n - 1] if n else None
    if words[n].kind != "vblex" or after is None:
        return
    if before is not None and (before.has("prn", "pro") or before.base == "lo que"):
        return  # se espera que: it is expected
    if words[n].has("inf") and (before is None or before.kind != "pr") and after.base == "que":
        return  # no cabe esperar que
    if after.base == "que" or after.has("inf"):
        words[n].say("hope")
    elif after.kind in ("num", "adv", "sent", "cm") or after.base in ("desde", "para que"):
        words[n].say("wait")
    elif after.kind in ("det", "n", "np", "adj"):
        words[n].say("await")


def _carry(words: list[Word], n: int) -> None:
    """*La ropa que llevaba*: wore; *llevaba consigo una foto*: carried along."""
    beside = near(words, n, -4, 4)
    if words[n].kind == "vblex" and ("consigo" in beside or not _ARMS.isdisjoint(beside)):
        words[n].name("portar")
        words[n].say("carry")
    elif words[n].kind == "vblex" and not _WORN.isdisjoint(beside):
        words[n].name("vestir")
        words[n].say("wear")


def _put_out(words: list[Word], n: int) -> None:
    """*Apagaron el incendio*: put out."""
    if words[n].kind == "vblex" and not _BURNING.isdisjoint(near(words, n, -9, 5)):
        words[n].name("extinguir")
        tags = words[n].targets[0]
        words[n].targets = ["put# out<vblex><sep>" + tags[tags.find("<vblex>") + 7 :].replace("<sep>", "")]


def _hear(words: list[Word], n: int) -> None:
    """*Escuchar a las víctimas*, *escucharlos*: hear; without an object it is listen."""
    after, before = following(words, n), words[n - 1] if n else None
    enclitic = after is not None and after.has("enc")
    named = after is not None and (
        after.kind in ("det", "n", "np") or (after.base == "a" and after.kind == "pr")
    )
    done = words[n].has("pp") and before is not None and before.kind == "vbser"
    if words[n].kind == "vblex" and (enclitic or named or done or treated.personal(words, n)):
        words[n].name("oír")
        words[n].say("hear")


def _call(words: list[Word], n: int) -> None:
    """*Llamó terroristas a los estudiantes*: called terrorists the students."""
    if n + 3 >= len(words) or words[n].kind != "vblex" or words[n + 1].kind not in ("n", "adj"):
        return
    end = phrase(words, n + 3)
    if words[n + 2].base == "a" and words[n + 2].kind == "pr" and end > n + 3 and movable(words, n, end):
        drop(words, n + 2)


def _stop(words: list[Word], n: int) -> None:
    """*No detuvieron la marcha*, *detener la tala*: stop; persons are arrested."""
    after = following(words, n)
    if words[n].kind != "vblex" or words[n].has("pp") or after is None or not after.has("det", "def"):
        return
    head = next((word for word in words[n + 1 : phrase(words, n + 1)] if word.kind in ("n", "np")), None)
    if head is not None and head.kind == "n" and head.base not in _PEOPLE and not head.lemma[:1].isupper():
        words[n].name("frenar")
        words[n].say("stop")


def _delay(words: list[Word], n: int) -> None:
    """*La justicia que tarda*: is slow, said as *delay*; *tarda dos años en llegar*: takes."""
    after = following(words, n)
    if words[n].kind == "vblex" and (
        after is None or after.ends or after.base == "no" or after.kind[:1] in ("v", "c")
    ):
        words[n].name("demorarse")
        words[n].say("delay")


def _announce(words: list[Word], n: int) -> None:
    """*Adelantó que apelará*: announced that."""
    after = following(words, n)
    if words[n].kind == "vblex" and after is not None and after.base == "que" and after.kind == "cnjsub":
        words[n].say("announce")


def _complete(words: list[Word], n: int) -> None:
    """*La huelga cumple su segunda semana*, *cumple un año en el cargo*: completes."""
    if (
        words[n].kind == "vblex"
        and not PERIODS.isdisjoint(near(words, n, 0, 5))
        and not (n and words[n - 1].base == "se")
    ):
        words[n].say("complete")


def _claim_that(words: list[Word], n: int) -> None:
    """*Aseguran que funciona sin permiso*: claim; *que aseguren que funcione*: ensure."""
    after = following(words, n)
    said = words[n].has("p3") and (words[n].has("pri") or words[n].has("ifi") or words[n].has("pii"))
    if not said or after is None or after.base != "que" or after.kind != "cnjsub":
        return
    clause = next((word for word in words[n + 2 : n + 12] if FINITE.match(word.tags)), None)
    if clause is not None and not (clause.has("prs") or clause.has("pis")):
        words[n].name("afirmar")
        words[n].say("claim")


def _taste(words: list[Word], n: int) -> None:
    """*Sin probar alimento*: tasting; what is said is proved."""
    if words[n].kind == "vblex" and not _FOOD.isdisjoint(near(words, n, 0, 4)):
        words[n].name("degustar")
        words[n].say("taste")


def _worth(words: list[Word], n: int) -> None:
    """*Su vida no vale menos*: is not worth less."""
    after = following(words, n)
    if (
        words[n].kind == "vblex"
        and FINITE.match(words[n].tags)
        and after is not None
        and after.base.removesuffix(" que") in _QUANTITIES
    ):
        tags = words[n].tags.replace("<vblex>", "<vbser>")
        words[n].name("ser")
        words[n].tag(tags)
        words[n].targets = ["be" + tags]
        words.insert(n + 1, made("valioso", "<adv>", "worth"))


OBJECTS: dict[str, Callable[[list[Word], int], None]] = {
    "velar": _mourn,
    "alcanzar": _hit,
    "deber": _owe,
    "violar": treated.rape,
    "saludar": treated.greet,
    "agradecer": treated.thank,
    "ascender": treated.promote,
    "perseguir": treated.persecute,
    "regresar": treated.send_back,
    "retornar": treated.send_back,
    "nombrar": treated.name,
    "mandar": treated.send,
    "subir": treated.put_into,
    "recorrer": _travel,
    "callar": _silent,
    "cesar": treated.dismiss,
    "explotar": _explode,
    "cobrar": _claim,
    "vencer": _expired,
    "vencido": _expired,
    "hacer": treated.blame,
    **dict.fromkeys(treated.REMOVING, treated.take_from),
    "ganar": _earn,
    "esperar": _wait,
    "ser": _out,
    "ir": _out,
    "apenas": _barely,
    "recordar": _remind,
    "demandar": treated.sue,
    "disparar": treated.shoot,
    "llevar": _carry,
    "llamar": _call,
    "escuchar": _hear,
    "apagar": _put_out,
    "detener": _stop,
    "tardar": _delay,
    "asegurar": _claim_that,
    "cumplir": _complete,
    "adelantar": _announce,
    "probar": _taste,
    "valer": _worth,
    "bajar": treated.take_off,
}
