"""Words whose company tells their sense: *la papa* (the potato), *doce grados bajo cero* (below zero), *el plazo vence* (expires)."""

from __future__ import annotations

from collections.abc import Callable

from ....language import of
from .company import BESIDE
from .constructions import CONSTRUCTIONS, PERIODS, age, beside, is_time
from .everyday import EVERYDAY, prevail
from .negation import FINITE
from .public import PUBLIC
from .sentence import Word, heads
from .statements import STATEMENTS

_SPANISH = of("es")
_STAYING = _SPANISH.words("grammar", "remaining") | {"mantener", "se"}
_FEMININE = {
    str(noun): str(english).split("|") for noun, english in _SPANISH.table("feminine_in_english").items()
}
_SHARED = _SPANISH.words("grammar", "shared")
_ENDING = _SPANISH.words("grammar", "ending")
_BODIES = _SPANISH.words("grammar", "bodies")
_SOURCING = _SPANISH.words("grammar", "sourcing")
_TALL = _SPANISH.words("grammar", "people") | _SPANISH.words("grammar", "tall")
_COMPARED = {"superior": "higher", "mayor": "higher", "inferior": "lower", "menor": "lower"}
_USING = _SPANISH.words("grammar", "using")
_EACH = _SPANISH.words("grammar", "each")
_LONG = PERIODS | frozenset(("década", "siglo", "generación"))
_CALLING = _SPANISH.words("grammar", "calling")
_LED = frozenset(("cm", "sent", "pr"))


def senses(words: list[Word]) -> None:
    """Give words the English of the sense that the words beside them show."""
    n = 0
    while n < len(words):
        rule = _BY_WORD.get(words[n].base)
        if rule is not None:
            n -= rule(words, n) or 0
        elif words[n].base in _FEMININE:
            _feminine(words, n)
        n += 1


def _feminine(words: list[Word], n: int) -> None:
    """*La papa*: of a noun with a sense for each gender the feminine one, by its article or where it has none."""
    word, (_, after) = words[n], beside(words, n)
    if word.kind != "n" or (after is not None and after.kind == "np"):
        return  # el papa Francisco
    if n and words[n - 1].kind == "det" and not words[n - 1].has("f"):
        return
    one, several = _FEMININE[word.base]
    word.say(several if word.has("pl") else one)


def _below(words: list[Word], n: int) -> None:
    """*Diez grados bajo cero*."""
    if beside(words, n)[0] == "cero":
        words[n].tag("<pr>")
        words[n].say("below", "<pr>")


def _said(words: list[Word], n: int) -> bool:
    """Whether the sentence that begins there has a finite verb."""
    for word in words[n:]:
        if word.kind == "sent":
            break
        if FINITE.match(word.tags):
            return True
    return False


def _per(words: list[Word], n: int) -> None:
    """*Por semana*, *por falta de agua*."""
    base, after = beside(words, n)
    if after is None:
        return
    later = words[n + 2] if n + 2 < len(words) else None
    counted = base in _SHARED and n > 1 and words[n - 1].has("n", "pl") and words[n - 2].kind == "num"
    closes = later is None or later.ends or later.kind in ("pr", "cnjcoo")
    if heads(words, n) and after.kind in ("det", "n", "adj") and not _said(words, n):
        words[n].say("for", "<pr>")  # por una educación gratuita
    elif after.has("det", "ord") and later is not None and later.base in PERIODS | {"vez"}:
        words[n].say("for the", "<pr>")  # por tercer año consecutivo
    elif counted and closes and after.kind == "n" and after.has("sg"):
        words[n].say("per", "<pr>")  # cinco reos por cama
    elif base in _LONG and after.has("pl") and after.kind == "n":
        words[n].say("for", "<pr>")  # por décadas
    elif base in PERIODS and after.kind == "n" and n:
        words[n].say("per", "<pr>")
    elif (
        after.kind == "n"
        and after.has("sg")
        and base in _EACH
        and n > 1
        and (
            words[n - 1].has("n", "pl") or (closes and any(w.kind == "num" for w in words[max(0, n - 5) : n]))
        )
    ):
        words[n].say("per", "<pr>")  # cincuenta alumnos por docente
    elif base == "falta" and n + 2 < len(words) and words[n + 2].base == "de":
        words[n].say("for", "<pr>")
        after.say("lack")


def _within(words: list[Word], n: int) -> None:
    """*Dentro de tres días*: in three days."""
    if is_time(words, n + 1):
        words[n].say("in")


def _end_up(words: list[Word], n: int) -> None:
    """*Resultó herido*, *quedó demostrado*: was wounded, was shown."""
    word, (_, after) = words[n], beside(words, n)
    stated = after is not None and after.kind == "adj" and word.base == "resultar"  # resulta inaceptable
    if after is None or not (after.has("pp") or stated) or "<vblex>" not in word.tags:
        return
    capital = word.lemma[:1].isupper()
    word.name("Ser" if capital else "ser")
    word.tag(word.tags.replace("<vblex>", "<vbser>"))
    word.targets = [("Be" if capital else "be") + word.tags]


def _livestock(words: list[Word], n: int) -> None:
    """*Robaron ganado*: a participle does not stand behind a verb that has an object."""
    word = words[n]
    if word.has("pp", "m", "sg") and n and words[n - 1].kind == "vblex" and words[n - 1].base != "estar":
        word.name("ganado")
        word.tag("<n><m><sg>")
        word.say("livestock", "<n><sg>")


def _measure(words: list[Word], n: int) -> None:
    """*Cuenta con medidas de protección*: what has *de* behind it is the noun."""
    word = words[n]
    if word.has("pp", "f") and beside(words, n)[0] == "de":
        word.name("medida")
        word.tag(word.tags.replace("<vblex><pp>", "<n>"))
        word.say("measure", "<n><pl>" if word.has("pl") else "<n><sg>")


def _years_in_prison(words: list[Word], n: int) -> None:
    """*Una sentencia de diez años*: a sentence; others are rulings."""
    if beside(words, n)[0] == "de" and is_time(words, n + 2):
        words[n].name("pena")
        words[n].say("sentence")


def _sentenced(words: list[Word], n: int) -> None:
    """*Fue condenado a diez años*: sentenced; *por la masacre*: convicted."""
    base, word = beside(words, n)[0], words[n]
    if word.has("pp") and base in ("a", "por") and n and words[n - 1].kind in ("vbser", "n", "np"):
        word.name("sentenciar")
        word.say("sentence" if base == "a" else "convict")


def _expire(words: list[Word], n: int) -> None:
    """*El plazo vence*: of what runs out."""
    word = words[n]
    after = beside(words, n)[1]
    dated = after is None or after.ends or after.kind in ("pr", "adv") or after.has("def", "m")
    reach = 8 if dated and words[n + 1 : n + 3][-1:] and words[n + 1 : n + 3][-1].kind != "n" else 2
    near = {w.base for w in (*words[max(0, n - reach) : n], *words[n + 1 : n + 4])}
    if (word.has("p3") or word.has("pp")) and not _ENDING.isdisjoint(
        part for base in near for part in base.split()
    ):
        word.name("Caducar" if word.lemma[:1].isupper() else "caducar")
        word.say("expire")
    else:
        prevail(words, n)


def _rule(words: list[Word], n: int) -> None:
    """*Falló a favor de*: ruled."""
    if beside(words, n)[0] in ("a favor", "a favor de", "en contra de", "en contra", "contra"):
        words[n].say("rule")


def _unity(words: list[Word], n: int) -> None:
    """*La unidad*: what unites, not one of several."""
    base, after = beside(words, n)
    before = words[n - 1] if n else None
    definite = before is not None and (before.kind in ("pr", "vblex") or before.has("det", "def"))
    called = any(word.base in _CALLING for word in words[max(0, n - 4) : n])
    if (
        words[n].has("sg")
        and definite
        and (after is None or ((after.kind in _LED or after.has("prn", "pro")) and (base != "de" or called)))
    ):
        words[n].say("unity")


def _individual(words: list[Word], n: int) -> None:
    """*Un sujeto huyó*: a person, as the police call him; *sujetos de derechos* are subjects."""
    word = words[n]
    counted = word.kind in ("n", "adj") and n and words[n - 1].kind in ("det", "num")
    if counted and beside(words, n)[0] not in ("de", "a"):
        word.tag(word.tags.replace("<adj>", "<n>"))
        word.say("individual", "<n><pl>" if word.has("pl") else "<n><sg>")


def _before(words: list[Word], n: int) -> None:
    """*Ante el juez*, *ante la represión*: before, in the face of."""
    if words[n].kind != "pr":
        return
    at = n + 1
    while at < len(words) and words[at].kind in ("det", "predet", "adj", "num"):
        at += 1
    if at >= len(words) or words[at].kind == "prn":
        return
    body = words[at].kind == "np" or words[at].lemma[:1].isupper() or words[at].base in _BODIES
    words[n].say("before" if body else "in the face of", "<pr>")


def _watchful(words: list[Word], n: int) -> None:
    """*Mantenerse vigilante*: vigilant, not a guard."""
    word = words[n]
    if word.kind == "n" and n and words[n - 1].base in _STAYING:
        number = "<pl>" if word.has("pl") else "<sg>"
        word.tag(f"<adj><mf>{number}")
        word.say("vigilant", f"<adj>{number}")


def _of(words: list[Word], n: int) -> None:
    """*Proceden del acta*: come from; else see `age`."""
    before = words[n - 1] if n else None
    if before is not None and before.kind == "vblex" and before.base in _SOURCING and words[n].kind == "pr":
        words[n].say("from", "<pr>")
        if before.base in ("proceder", "provenir"):
            before.say("come")
    else:
        age(words, n)


def _party(words: list[Word], n: int) -> None:
    """*Las partes firmaron*: those who negotiate or litigate; *las partes de* are parts."""
    word = words[n]
    both = n > 0 and (words[n - 1].has("det", "def") or words[n - 1].base == "ambos")
    if word.has("pl") and both and beside(words, n)[0] != "de":
        word.say("party")


def _evidence(words: list[Word], n: int) -> None:
    """*Falta de pruebas*."""
    if words[n].kind == "n" and words[n].has("pl"):
        words[n].say("evidence", "<n><sg>")


def _insurance(words: list[Word], n: int) -> None:
    """*Carecen de seguro*, *sin contrato ni seguro*."""
    word, (_, after) = words[n], beside(words, n)
    last = after is None or after.ends or after.kind in ("pr", "cnjcoo")
    named = n > 0 and words[n - 1].base.endswith(("de", "sin", "ni", "uno", "suyo"))
    if word.kind in ("adj", "adv") and last and named:
        word.tag("<n><m><pl>" if word.has("pl") else "<n><m><sg>")
        word.say("insurance", "<n><sg>")


def _high(words: list[Word], n: int) -> None:
    """*Altos cargos*, *precios altos*: high; persons and trees are tall."""
    before = words[n - 1] if n else None
    _, after = beside(words, n)
    if words[n].kind != "adj":
        return
    ahead = after is not None and after.kind == "n" and (before is None or before.kind != "n")
    behind = before is not None and before.kind == "n" and before.base not in _TALL
    if ahead or behind:
        words[n].say("high", "<adj><sint>" + words[n].tags.removeprefix("<adj>"))


def _times(words: list[Word], n: int) -> None:
    """*Tres veces superior a lo permitido*: three times higher than."""
    base, after = beside(words, n)
    if after is None or not n or words[n - 1].kind != "num" or base not in _COMPARED:
        return
    words[n].tag("<adv>")
    words[n].targets = ["times<adv>"]
    words[n].name("tantas veces")
    after.say(_COMPARED[base], after.tags)
    if n + 2 < len(words) and words[n + 2].base == "a":
        words[n + 2].say("than", "<pr>")


def _whether(words: list[Word], n: int) -> None:
    """*Que diga si apoya o no el proyecto*: whether."""
    for at in range(n + 1, min(len(words) - 1, n + 10)):
        if words[at].kind in ("cm", "sent", "rel"):
            return
        if words[at].base == "o" and words[at + 1].base == "no":
            words[n].say("whether")
            words[at + 1].say("not")
            return


def _as(words: list[Word], n: int) -> None:
    """*Como organizaciones de mujeres, exigimos*, *usar la violencia como arma*: as."""
    _, after = beside(words, n)
    near = {word.base for word in words[max(0, n - 8) : n]}
    if (
        after is not None
        and after.kind == "n"
        and (n == 0 or words[n - 1].kind == "sent" or not _USING.isdisjoint(near))
    ):
        words[n].tag("<pr>")
        words[n].say("as", "<pr>")


def _single(words: list[Word], n: int) -> None:
    """*Un solo sol*, *ni una sola respuesta*: a single; *no nos dejen solos*: alone."""
    _, after = beside(words, n)
    if words[n].kind == "adj" and n and words[n - 1].kind[:1] == "v":
        words[n].tag("<adv>")
        words[n].say("alone", "<adv>")
        return
    one = n > 0 and words[n - 1].base in ("uno", "ni")
    if words[n].kind == "n" and one and after is not None and after.has("pp"):
        words[n].tag(words[n].tags.replace("<n>", "<adj>"))
        words[n].say("single", words[n].tags)
    elif (
        words[n].kind == "adj"
        and one
        and after is not None
        and (after.kind in ("n", "adj", "") or after.has("pp"))
    ):
        words[n].say("single", words[n].tags)


_BY_WORD: dict[str, Callable[[list[Word], int], int | None]] = {
    **CONSTRUCTIONS,
    **BESIDE,
    **STATEMENTS,
    **PUBLIC,
    **EVERYDAY,
    "bajo": _below,
    "alto": _high,
    "solo": _single,
    "vez": _times,
    "si": _whether,
    "como": _as,
    "por": _per,
    "dentro de": _within,
    "resultar": _end_up,
    "quedar": _end_up,
    "ganar": _livestock,
    "medir": _measure,
    "sentencia": _years_in_prison,
    "condenar": _sentenced,
    "vencer": _expire,
    "fallar": _rule,
    "unidad": _unity,
    "sujeto": _individual,
    "de": _of,
    "ante": _before,
    "vigilante": _watchful,
    "parte": _party,
    "seguro": _insurance,
    "prueba": _evidence,
}
"""By lemma what looks at a word's company, and says by how many words the sentence is shorter before it."""
