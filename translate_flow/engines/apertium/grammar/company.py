"""More words whose company tells their sense: *los medios* (the media), *un peso* (money), *una enérgica condena* (condemnation).

`senses` goes through the words and applies them.
"""

from __future__ import annotations

from collections.abc import Callable

from ....language import of
from .constructions import beside, is_time
from .negation import FINITE
from .phrases import phrase
from .sentence import Word, drop, heads, made

_BODIES = of("es").words("grammar", "bodies")
_OBSERVED = frozenset(
    ("derecho", "derecho humano", "democracia", "libertad", "constitución", "estado de derecho", "garantía")
)
_EXPRESSING = of("es").words("grammar", "expressing")
_WITH_GLASSES = of("es").words("grammar", "done_to_glasses")
_KNOWN = of("es").words("grammar", "known")
_ANY = frozenset(("ninguno", "cada", "otro", "alguno"))
_GROUND = of("es").words("grammar", "ground")


def _thus(words: list[Word], n: int) -> None:
    """*Estigmatiza así sus reclamos*: thus."""
    _, after = beside(words, n)
    if n and words[n - 1].kind == "vblex" and after is not None and after.kind == "det":
        words[n].say("thus")


def _turn_to(words: list[Word], n: int) -> None:
    """*Acudimos a los organismos internacionales*: turn to; one attends meetings."""
    base, after = beside(words, n)
    if after is None or not (base == "a" and after.kind == "pr") or words[n].kind != "vblex":
        return
    if (
        words[n + 2 : n + 4]
        and words[n + 3 : n + 4]
        and words[n + 3].base.startswith("xqz")
        and words[n + 3].kind == "n"
    ):
        words[n].name("recurrir")  # a la comunidad internacional, as a term
        words[n].say("turn")
    if any(w.base.split(" ")[0] in _BODIES | {"organismo", "relator"} for w in words[n + 2 : n + 4]):
        words[n].name("recurrir")
        words[n].say("turn")


def _call_them(words: list[Word], n: int) -> None:
    """*Los calificó de delincuentes*: called them criminals."""
    if n and words[n - 1].has("prn", "pro") and not words[n - 1].has("ref"):
        words[n].name("llamar")
        words[n].say("call")


def _media(words: list[Word], n: int) -> None:
    """*Filtraron a los medios*: the media; *los medios de prueba* and *los medios hermanos* are others."""
    base, after = beside(words, n)
    closes = (
        after is None or after.ends or after.kind in ("pr", "n", "cnjcoo", "rel") or after.kind[:1] == "v"
    )
    if (
        words[n].has("m", "pl")
        and n
        and words[n - 1].has("det", "def")
        and closes
        and base not in ("de", "para")
    ):
        words[n].name("medio de comunicación")
        words[n].tag("<n><m><pl>")
        words[n].say("media", "<n><pl>")
    elif (
        words[n].has("adj", "m", "sg")
        and n
        and words[n - 1].base in _ANY
        and after is not None
        and (after.kind[:1] == "v" or after.ends)
    ):
        words[n].name("medio de comunicación")  # ningún medio puede ser clausurado
        words[n].tag("<n><m><sg>")
        words[n].say("media outlet", "<n><sg>")


def _several(words: list[Word], n: int) -> None:
    """*Varios de ellos*: several."""
    if words[n].kind == "adj" and beside(words, n)[0] == "de":
        words[n].tag(words[n].tags.replace("<adj>", "<prn><tn>"))
        words[n].say("several", words[n].tags)


def _enough(words: list[Word], n: int) -> None:
    """*No basta con cambiar un nombre*: it is not enough to change."""
    base, _ = beside(words, n)
    if base != "con" or words[n].kind != "vblex" or n + 2 >= len(words):
        return
    doing = words[n + 2].has("inf")
    if not doing and words[n + 2].base != "que":
        return
    words[n].name("Ser" if words[n].lemma[:1].isupper() else "ser")
    words[n].tag(words[n].tags.replace("<vblex>", "<vbser>"))
    words[n].targets = [("Be" if words[n].lemma[:1].isupper() else "be") + words[n].tags]
    words[n + 1] = made("bastante", "<adv>", "enough to" if doing else "enough")
    if not doing:
        words[n + 2].tag("<cnjsub>")
        words[n + 2].targets = ["that<cnjsub>"]


def _mined(words: list[Word], n: int) -> None:
    """*Los caminos están minados*: mined; confidence is undermined."""
    if words[n].kind == "vblex" and any(word.base in _GROUND for word in words[max(0, n - 4) : n + 4]):
        words[n].name("sembrar de minas")
        if words[n].has("pp"):
            words[n].tag(words[n].tags.replace("<vblex><pp>", "<adj>"))
            words[n].say("mined", words[n].tags)
        else:
            words[n].say("plant mines in")


def _glasses(words: list[Word], n: int) -> None:
    """*Le rompieron los lentes*: the glasses that somebody wears."""
    near = {word.base for word in (*words[max(0, n - 4) : n], *words[n + 1 : n + 2])}
    if words[n].has("pl") and not near.isdisjoint(_WITH_GLASSES):
        words[n].name("anteojos")
        words[n].say("glasses")


def _in_force(words: list[Word], n: int) -> None:
    """*La vigencia de los derechos*: their observance; contracts have a validity."""
    if any(word.base in _OBSERVED for word in words[n + 1 : n + 5]) and beside(words, n)[0] == "de":
        words[n].say("observance")


def _condemned(words: list[Word], n: int) -> None:
    """*Nuestra enérgica condena por la represión*: condemnation; a judge's is a conviction."""
    near = {word.base for word in (*words[max(0, n - 6) : n], *words[n + 1 : n + 2])}
    if words[n].kind == "n" and not near.isdisjoint(_EXPRESSING):
        words[n].name("condena pública")
        words[n].say("condemnation")


def _money(words: list[Word], n: int) -> None:
    """*Ni un peso*, *cien pesos*: money, where it is counted; *el peso de la prueba* is a weight."""
    counted = n > 0 and (words[n - 1].kind == "num" or words[n - 1].base in ("uno", "solo", "ninguno"))
    if (
        words[n].kind == "n"
        and counted
        and (words[n].has("pl") or beside(words, n)[0] in ("de", ".", ",", ""))
    ):
        words[n].say(
            "pesos" if words[n].has("pl") else "peso", "<n><pl>" if words[n].has("pl") else "<n><sg>"
        )
        words[n].name("peso de plata")


def _seek(words: list[Word], n: int) -> None:
    """*Buscan imponer la mina*: they seek to impose."""
    _, after = beside(words, n)
    if after is not None and after.has("inf") and words[n].kind == "vblex":
        words[n].say("seek")


def _unknown(words: list[Word], n: int) -> None:
    """*Se desconoce su paradero*: is unknown; *desconoce la cifra*: is unaware of it; who ignores an order knows it."""
    if words[n].has("pp") and n and words[n - 1].base == "ser":
        words[n].name("desconocido")
        words[n].tag("<adj><m><sg>")
        words[n].targets = ["unknown<adj>"]
    elif words[n].kind == "vblex" and not words[n].has("pp"):
        end = phrase(words, n + 1)
        if next((word.base for word in words[n + 1 : end] if word.kind == "n"), "") in _KNOWN:
            words[n].name("Ser" if words[n].lemma[:1].isupper() else "ser")
            words[n].tag(words[n].tags.replace("<vblex>", "<vbser>"))
            words[n].say("be", words[n].tags)
            words.insert(n + 1, made("ajeno a", "<adv>", "unaware of"))


def _occasions(words: list[Word], n: int) -> None:
    """*En tres ocasiones*: on three occasions; *en una moto*: on a motorbike."""
    at = next((k for k in range(n - 1, max(-1, n - 4), -1) if words[k].kind == "pr"), -1)
    if at >= 0 and words[at].base == "en":
        words[at].say("on", "<pr>")


def _imprisoned(words: list[Word], n: int) -> None:
    """*Los dirigentes presos*: imprisoned leaders; *los presos*: prisoners."""
    before = words[n - 1] if n else None
    if words[n].kind == "n" and before is not None and before.kind == "n":
        words[n].name("encarcelado")
        words[n].tag(words[n].tags.replace("<n>", "<adj>"))
        words[n].say("imprisoned", "<adj>")


def _anyone(words: list[Word], n: int) -> None:
    """*Todo aquel que protesta*: anyone who."""
    base, after = beside(words, n)
    if not n or words[n - 1].base != "todo" or base != "que" or after is None or words[n].has("pl"):
        return
    words[n].name("cualquiera")
    words[n].tag("<prn><tn><mf><sg>")
    words[n].say("anyone", "<prn><tn><mf><sg>")
    after.tag("<rel><an><mf><sp>")
    after.targets = ["who<rel><an><mf><sp>"]
    drop(words, n - 1)


def _refrain(words: list[Word], n: int) -> None:
    """*Debe abstenerse de intervenir*: abstain from intervening."""
    at = next((k for k in range(n + 1, min(n + 3, len(words) - 1)) if words[k].base == "de"), 0)
    if at and words[at + 1].has("inf"):
        words[at].say("from", "<pr>")
        words[at + 1].tag(words[at + 1].tags.replace("<inf>", "<ger>"))
        words[at + 1].targets = [target.replace("<inf>", "<ger>") for target in words[at + 1].targets]


def _politics(words: list[Word], n: int) -> None:
    """*La política no es un negocio*: politics; *la política económica*, *la política de despojo*: a policy."""
    base, after = beside(words, n)
    alone = after is None or not (base == "de" or after.kind in ("adj", "n", "np") or after.has("pp"))
    if words[n].kind == "n" and words[n].has("sg") and alone and n and words[n - 1].base in ("el", "en"):
        words[n].name("actividad política")
        words[n].say("politics", "<n><sg>")


def _as_soon(words: list[Word], n: int) -> None:
    """*En cuanto llegaron, dispararon*: as soon as."""
    _, after = beside(words, n)
    if not n or words[n - 1].base != "en" or after is None:
        return
    if FINITE.match(after.tags) or after.kind in ("prn", "det", "n", "np"):
        words[n].tag("<cnjadv>")
        words[n].name("tan pronto como")
        words[n].targets = ["as soon as<cnjadv>"]
        drop(words, n - 1)


def _we_all(words: list[Word], n: int) -> None:
    """*Lo que todos vimos*: we all."""
    _, after = beside(words, n)
    told = after is not None and FINITE.match(after.tags) and after.has("p1", "pl")
    if words[n].kind in ("prn", "predet") and words[n].has("pl") and told:
        words[n].tag("<adv>")
        words[n].say("we all", "<adv>")


def _already(words: list[Word], n: int) -> None:
    """*Ya van treinta muertos*: there are already thirty."""
    _, after = beside(words, n)
    if (
        words[n].has("pri", "p3", "pl")
        and n
        and words[n - 1].base == "ya"
        and after is not None
        and after.kind == "num"
    ):
        words[n].tag("<adv>")
        words[n].name("hay")
        words[n].targets = ["there are already<adv>"]
        drop(words, n - 1)


def _retired(words: list[Word], n: int) -> None:
    """*Los maestros jubilados*: retired; *los jubilados* are pensioners."""
    if words[n].kind == "n" and n and words[n - 1].kind == "n":
        words[n].name("retirado")
        words[n].tag(words[n].tags.replace("<n>", "<adj>"))
        words[n].say("retired", "<adj>")


def _for(words: list[Word], n: int) -> None:
    """*Durante tres semanas*: for three weeks; *durante la marcha*: during."""
    if is_time(words, n + 1):
        words[n].say("for", "<pr>")


def _alleged(words: list[Word], n: int) -> None:
    """*Por supuesto secuestro*: for alleged kidnapping; *Por supuesto, no* has a comma or a verb behind it."""
    _, after = beside(words, n)
    if after is not None and after.kind == "n" and not heads(words, n):
        words[n].tag("<pr>")
        words[n].name("por")
        words[n].say("for alleged", "<pr>")


BESIDE: dict[str, Callable[[list[Word], int], int | None]] = {
    "así": _thus,
    "por supuesto": _alleged,
    "durante": _for,
    "todo": _we_all,
    "ir": _already,
    "jubilado": _retired,
    "medio": _media,
    "vario": _several,
    "bastar": _enough,
    "peso": _money,
    "condena": _condemned,
    "vigencia": _in_force,
    "lente": _glasses,
    "minar": _mined,
    "buscar": _seek,
    "desconocer": _unknown,
    "cuanto": _as_soon,
    "política": _politics,
    "preso": _imprisoned,
    "aquel": _anyone,
    "abstener": _refrain,
    "desistir": _refrain,
    "ocasión": _occasions,
    "moto": _occasions,
    "motocicleta": _occasions,
    "bicicleta": _occasions,
    "acudir": _turn_to,
    "calificar# de": _call_them,
}
"""By lemma what looks at a word's company."""
