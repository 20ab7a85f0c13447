"""Words whose company tells their sense: *la papa* (the potato), *doce grados bajo cero* (below zero), *el plazo vence* (expires)."""

from __future__ import annotations

from collections.abc import Callable

from ....language import of
from .sentence import Word, drop, made

_SPANISH = of("es")
_FEMININE = {
    str(noun): str(english).split("|") for noun, english in _SPANISH.table("feminine_in_english").items()
}
_PERIODS = frozenset("segundo minuto hora día semana mes año".split())
_ENDING = _SPANISH.words("grammar", "ending")
_BODIES = _SPANISH.words("grammar", "bodies")
_SOURCING = _SPANISH.words("grammar", "sourcing")
_WRITINGS = _SPANISH.words("grammar", "writings")
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


def _beside(words: list[Word], n: int) -> tuple[str, Word | None]:
    """The lemma of the word behind a word, and the word; empty and None if there is none."""
    after = words[n + 1] if n + 1 < len(words) else None
    return (after.base, after) if after is not None else ("", None)


def _time(words: list[Word], n: int) -> bool:
    return n + 1 < len(words) and words[n].kind == "num" and words[n + 1].base in _PERIODS


def _feminine(words: list[Word], n: int) -> None:
    """*La papa*: of a noun with a sense for each gender the feminine one, by its article or where it has none."""
    word, (_, after) = words[n], _beside(words, n)
    if word.kind != "n" or (after is not None and after.kind == "np"):
        return  # el papa Francisco
    if n and words[n - 1].kind == "det" and not words[n - 1].has("f"):
        return
    one, several = _FEMININE[word.base]
    word.say(several if word.has("pl") else one)


def _below(words: list[Word], n: int) -> None:
    """*Diez grados bajo cero*."""
    if _beside(words, n)[0] == "cero":
        words[n].tag("<pr>")
        words[n].say("below", "<pr>")


def _per(words: list[Word], n: int) -> None:
    """*Por semana*, *por falta de agua*."""
    base, after = _beside(words, n)
    if after is None:
        return
    if base in _PERIODS and after.kind == "n" and n:
        words[n].say("per", "<pr>")
    elif base == "falta" and n + 2 < len(words) and words[n + 2].base == "de":
        words[n].say("for", "<pr>")
        after.say("lack")


def _within(words: list[Word], n: int) -> None:
    """*Dentro de tres días*: in three days."""
    if _time(words, n + 1):
        words[n].say("in")


def _end_up(words: list[Word], n: int) -> None:
    """*Resultó herido*, *quedó demostrado*: was wounded, was shown."""
    word, (_, after) = words[n], _beside(words, n)
    if after is None or not after.has("pp") or "<vblex>" not in word.tags:
        return
    capital = word.lemma[:1].isupper()
    word.name("Ser" if capital else "ser")
    word.tag(word.tags.replace("<vblex>", "<vbser>"))
    word.targets = [("Be" if capital else "be") + word.tags]


def _is_about(words: list[Word], n: int) -> int:
    """*No se trata de un error*: it is not an error."""
    verb = words[n]
    if not n or words[n - 1].base != "se" or not words[n - 1].has("ref") or not verb.has("p3", "sg"):
        return 0
    if (
        n + 2 >= len(words)
        or words[n + 1].base != "de"
        or words[n + 2].kind not in ("det", "n", "num", "adj")
    ):
        return 0
    verb.name("ser")
    verb.tag(verb.tags.replace("<vblex>", "<vbser>"))
    verb.targets = ["be" + verb.tags]
    drop(words, n + 1)
    drop(words, n - 1)
    if verb.lemma[:1].isupper():
        verb.targets = ["Be" + verb.tags]
    return 1


def _years_since(words: list[Word], n: int) -> int:
    """*Se cumplen 20 años de la masacre*: it is 20 years since the massacre."""
    at = n + 3
    if not n or words[n - 1].base != "se" or not _time(words, n + 1) or at >= len(words):
        return 0
    tense = next((t for t in ("pri", "ifi", "fti") if words[n].has(t)), "")
    english = {"pri": "it is", "ifi": "it was", "fti": "it will be"}.get(tense)
    if english is None or words[at].base != "de":
        return 0
    words[at].say("since", "<pr>")
    words[n].tag("<adv>")
    words[n].say(english, "<adv>")
    drop(words, n - 1)
    return 1


def _aged(words: list[Word], n: int) -> None:
    """*Niños menores de cinco años*: under five years; *los mayores de 60 años*: people over 60 years."""
    word = words[n]
    if _beside(words, n)[0] != "de" or not _time(words, n + 2):
        return
    if n and words[n - 1].base == "el":
        words[n - 1].tag("<adv>")
        words[n - 1].say("people", "<adv>")
        words[n - 1].name("Persona" if words[n - 1].lemma[:1].isupper() else "persona")
    word.tag("<pr>")
    word.say("under" if word.base == "menor" else "over", "<pr>")
    drop(words, n + 1)


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
    if word.has("pp", "f") and _beside(words, n)[0] == "de":
        word.name("medida")
        word.tag(word.tags.replace("<vblex><pp>", "<n>"))
        word.say("measure", "<n><pl>" if word.has("pl") else "<n><sg>")


def _years_in_prison(words: list[Word], n: int) -> None:
    """*Una sentencia de diez años*: a sentence; others are rulings."""
    if _beside(words, n)[0] == "de" and _time(words, n + 2):
        words[n].name("pena")
        words[n].say("sentence")


def _sentenced(words: list[Word], n: int) -> None:
    """*Fue condenado a diez años*: sentenced; *por la masacre*: convicted."""
    base, word = _beside(words, n)[0], words[n]
    if word.has("pp") and base in ("a", "por") and n and words[n - 1].kind in ("vbser", "n", "np"):
        word.name("sentenciar")
        word.say("sentence" if base == "a" else "convict")


def _expire(words: list[Word], n: int) -> None:
    """*El plazo vence*: of what runs out."""
    word = words[n]
    near = {w.base for w in (*words[max(0, n - 2) : n], *words[n + 1 : n + 4])}
    if word.has("p3") and not _ENDING.isdisjoint(near):
        word.name("Caducar" if word.lemma[:1].isupper() else "caducar")
        word.say("expire")


def _rule(words: list[Word], n: int) -> None:
    """*Falló a favor de*: ruled."""
    if _beside(words, n)[0] in ("a favor", "a favor de", "en contra de", "en contra", "contra"):
        words[n].say("rule")


def _unity(words: list[Word], n: int) -> None:
    """*La unidad*: what unites, not one of several."""
    base, after = _beside(words, n)
    before = words[n - 1] if n else None
    definite = before is not None and (before.kind in ("pr", "vblex") or before.has("det", "def"))
    if words[n].has("sg") and definite and (after is None or (after.kind in _LED and base != "de")):
        words[n].say("unity")


def _individual(words: list[Word], n: int) -> None:
    """*Un sujeto huyó*: a person, as the police call him; *sujetos de derechos* are subjects."""
    word = words[n]
    counted = word.kind in ("n", "adj") and n and words[n - 1].kind in ("det", "num")
    if counted and _beside(words, n)[0] not in ("de", "a"):
        word.tag(word.tags.replace("<adj>", "<n>"))
        word.say("individual", "<n><pl>" if word.has("pl") else "<n><sg>")


def _worth(words: list[Word], n: int) -> None:
    """*Cabe señalar*: it should be noted."""
    told = words[n + 1] if n + 1 < len(words) else None
    if told is None or not told.has("inf") or not words[n].has("pri", "p3", "sg"):
        return
    if n and words[n - 1].base == "no":
        return
    words[n].tag("<adv>")
    words[n].say("it should be", "<adv>")
    words[n].name(f"{words[n].lemma} que")
    if told.base == "señalar":
        told.name("notar")
        told.say("note")
    told.tag(told.tags.replace("<inf>", "<pp><m><sg>"))
    told.targets = [target.replace("<inf>", "<pp><m><sg>") for target in told.targets]


def _urgent(words: list[Word], n: int) -> None:
    """*Urge que respondan*: it is urgent."""
    if words[n].kind == "vblex" and words[n].has("sg") and _beside(words, n)[0] == "que":
        words[n].tag("<adv>")
        words[n].say("it is urgent", "<adv>")
        words[n].name("Urgencia" if words[n].lemma[:1].isupper() else "urgencia")


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
    if word.kind == "n" and n and words[n - 1].base in ("mantener", "estar", "permanecer", "seguir", "se"):
        number = "<pl>" if word.has("pl") else "<sg>"
        word.tag(f"<adj><mf>{number}")
        word.say("vigilant", f"<adj>{number}")


def _far(words: list[Word], n: int) -> None:
    """*Lejos de escuchar*: far from listening."""
    if n + 2 < len(words) and words[n + 1].base == "de" and words[n + 2].has("inf"):
        words[n + 1].say("from", "<pr>")
        words[n + 2].tag(words[n + 2].tags.replace("<inf>", "<ger>"))
        words[n + 2].targets = [target.replace("<inf>", "<ger>") for target in words[n + 2].targets]


def _of(words: list[Word], n: int) -> None:
    """*Proceden del acta*: come from; else see `_age`."""
    before = words[n - 1] if n else None
    if before is not None and before.kind == "vblex" and before.base in _SOURCING and words[n].kind == "pr":
        words[n].say("from", "<pr>")
        if before.base in ("proceder", "provenir"):
            before.say("come")
    else:
        _age(words, n)


def _party(words: list[Word], n: int) -> None:
    """*Las partes firmaron*: those who negotiate or litigate; *las partes de* are parts."""
    word = words[n]
    if word.has("pl") and n and words[n - 1].has("det", "def") and _beside(words, n)[0] != "de":
        word.say("party")


def _evidence(words: list[Word], n: int) -> None:
    """*Falta de pruebas*."""
    if words[n].kind == "n" and words[n].has("pl"):
        words[n].say("evidence", "<n><sg>")


def _insurance(words: list[Word], n: int) -> None:
    """*Carecen de seguro*."""
    word, (_, after) = words[n], _beside(words, n)
    last = after is None or after.ends or after.kind in ("pr", "cnjcoo")
    if word.kind == "adj" and last and n and words[n - 1].base.endswith(("de", "sin")):
        word.tag(word.tags.replace("<adj>", "<n>"))
        word.say("insurance", "<n><sg>")


def _address(words: list[Word], n: int) -> None:
    """*Dirigieron una carta al ministro*, *la carta que le dirigieron*, *el comunicado está dirigido a ustedes*: addressed."""
    near = {word.base for word in (*words[max(0, n - 5) : n], *words[n + 1 : n + 3])}
    if words[n].kind == "vblex" and not _WRITINGS.isdisjoint(near):
        words[n].say("address")


def _address_to(words: list[Word], n: int) -> None:
    """*Un comunicado dirigido a la opinión pública*, *la carta que dirigieron al ministro*: addressed to."""
    written = any(word.base in _WRITINGS for word in words[max(0, n - 6) : n])
    own = n > 0 and words[n - 1].has("prn", "pro")
    if words[n].has("pp") or (written and not own):
        words[n].say("address")
        words.insert(n + 1, made("a", "<pr>", "to"))


def _launch(words: list[Word], n: int) -> None:
    """*La puesta en marcha de*: the launch of."""
    if words[n].has("pp", "f", "sg") and n and words[n - 1].kind == "det" and _beside(words, n)[0] == "de":
        words[n].tag("<n><f><sg>")
        words[n].say("launch", "<n><sg>")


def _that_of(words: list[Word], n: int) -> None:
    """*La responsabilidad del Ejecutivo y la del Congreso*: that of the Congress."""
    word = words[n]
    if _beside(words, n)[0] == "de" and (word.kind == "det" or word.has("prn", "tn")):
        tags = f"<prn><tn><mf><{'pl' if word.has('pl') else 'sg'}>"
        word.say("that", tags)
        word.tag("<prn><tn><m><pl>" if word.has("pl") else "<prn><tn><m><sg>")


def _another(words: list[Word], n: int) -> None:
    """*Otros 17 ciudadanos*: another 17 citizens."""
    if words[n].has("pl") and n + 1 < len(words) and words[n + 1].kind == "num":
        words[n].say("another", "<det><ind><sp>")


def _both(words: list[Word], n: int) -> None:
    """*Tanto el Congreso como el gobierno*: both the Congress and the government, also in the middle of a sentence."""
    if words[n].has("pl") or words[n].has("f") or n + 1 >= len(words):
        return
    first = words[n + 1].kind
    if first not in ("det", "np", "pr", "n"):
        return
    for at in range(n + 2, min(len(words) - 1, n + 14)):
        word = words[at]
        if word.ends or (word.kind.startswith("v") and not word.has("pp")):
            return
        if word.base == "como" and words[at + 1].kind in ("det", "np", "pr", "n"):
            words[n].tag("<adv>")
            words[n].say("both", "<adv>")
            word.tag("<cnjcoo>")
            word.name("y")
            word.say("and", "<cnjcoo>")
            return


def _responsible(words: list[Word], n: int) -> None:
    """*Responsable de las violaciones*: responsible for."""
    if words[n].kind == "adj" and _beside(words, n)[0] == "de":
        words[n + 1].say("for", "<pr>")


def _anniversary(words: list[Word], n: int) -> None:
    """*Al cumplirse un año de la masacre*: a year after the massacre."""
    said = [word.base for word in words[n : n + 4]]
    at = n + 6
    if said != ["a", "el", "cumplir", "se"] or at >= len(words) or words[at].base != "de":
        return
    if words[n + 4].kind in ("num", "det") and words[n + 5].base in _PERIODS:
        words[at].say("after", "<pr>")
        for _ in said:
            drop(words, n)


def _age(words: list[Word], n: int) -> None:
    """*Rosa, de 62 años,* and *de 62 años de edad*: aged 62."""
    if not (n and _time(words, n + 1) and words[n + 2].base == "año"):
        return
    behind = [word.base for word in words[n + 3 : n + 5]]
    whole = behind == ["de", "edad"]
    alone = words[n - 1].kind == "cm" and n + 3 < len(words) and words[n + 3].kind in ("cm", "sent")
    if whole or alone:
        words[n].tag("<adv>")
        words[n].say("aged", "<adv>")
        words[n].name("edad")
        for _ in range(3 if whole else 1):
            drop(words, n + 2)


_BY_WORD: dict[str, Callable[[list[Word], int], int | None]] = {
    "bajo": _below,
    "por": _per,
    "dentro de": _within,
    "resultar": _end_up,
    "quedar": _end_up,
    "tratar": _is_about,
    "cumplir": _years_since,
    "menor": _aged,
    "mayor": _aged,
    "ganar": _livestock,
    "medir": _measure,
    "sentencia": _years_in_prison,
    "condenar": _sentenced,
    "vencer": _expire,
    "fallar": _rule,
    "unidad": _unity,
    "sujeto": _individual,
    "caber": _worth,
    "urgir": _urgent,
    "de": _of,
    "ante": _before,
    "lejos": _far,
    "vigilante": _watchful,
    "parte": _party,
    "seguro": _insurance,
    "prueba": _evidence,
    "dirigir": _address,
    "otro": _another,
    "poner# en marcha": _launch,
    "tanto": _both,
    "responsable": _responsible,
    "el": _that_of,
    "la": _that_of,
    "a": _anniversary,
    "dirigirse# a": _address_to,
}
"""By lemma what looks at a word's company, and says by how many words the sentence is shorter before it."""
