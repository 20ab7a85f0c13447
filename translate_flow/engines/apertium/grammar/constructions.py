"""Constructions that a word begins, and that are rebuilt: *tanto … como*, *se trata de*, *cabe señalar*, *al cumplirse un año*.

`senses` goes through the words and applies them, with the senses of single words.
"""

from __future__ import annotations

from collections.abc import Callable

from ....language import of
from .phrases import movable, phrase, swap
from .sentence import Word, drop, heads, made

PERIODS = of("es").words("grammar", "periods")
_THINGS = frozenset(("det", "n", "np"))
_POSSESSIVES = of("es").words("grammar", "possessives")
_LEAST = of("es").words("grammar", "least")
_WRITINGS = of("es").words("grammar", "writings")


def beside(words: list[Word], n: int) -> tuple[str, Word | None]:
    """The lemma of the word behind a word, and the word; empty and None if there is none."""
    after = words[n + 1] if n + 1 < len(words) else None
    return (after.base, after) if after is not None else ("", None)


def is_time(words: list[Word], n: int) -> bool:
    """Whether a number of days, years and the like is there."""
    return n + 1 < len(words) and words[n].kind == "num" and words[n + 1].base in PERIODS


def _address(words: list[Word], n: int) -> None:
    """*Dirigieron una carta al ministro*, *la carta que le dirigieron*, *el comunicado está dirigido a ustedes*: addressed."""
    near = {word.base for word in (*words[max(0, n - 5) : n], *words[n + 1 : n + 3])}
    if words[n].kind == "vblex" and not _WRITINGS.isdisjoint(near):
        words[n].say("address")


def _address_to(words: list[Word], n: int) -> None:
    """*Un comunicado dirigido a la opinión pública*, *la carta que dirigieron al ministro*: addressed to."""
    written = any(word.base in _WRITINGS for word in words[max(0, n - 20) : n])
    own = n > 0 and words[n - 1].has("prn", "pro")
    perfect = n > 0 and words[n - 1].kind == "vbhaver"  # nos hemos dirigido a la alcaldesa
    if (words[n].has("pp") and not perfect) or (written and not own):
        words[n].say("address")
        words.insert(n + 1, made("a", "<pr>", "to"))


def _launch(words: list[Word], n: int) -> None:
    """*La puesta en marcha de*: the launch of."""
    if words[n].has("pp", "f", "sg") and n and words[n - 1].kind == "det" and beside(words, n)[0] == "de":
        words[n].tag("<n><f><sg>")
        words[n].say("launch", "<n><sg>")


def _that_of(words: list[Word], n: int) -> None:
    """*La responsabilidad del Ejecutivo y la del Congreso*: that of the Congress."""
    word = words[n]
    if beside(words, n)[0] == "de" and (word.kind == "det" or word.has("prn", "tn")):
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
    if first not in ("det", "np", "pr", "n") and " " not in words[n + 1].base:
        return
    for at in range(n + 2, min(len(words) - 1, n + 14)):
        word = words[at]
        if word.ends or (word.kind.startswith("v") and not word.has("pp")):
            return
        joined = words[at + 1].kind in ("det", "np", "pr", "n") or " " in words[at + 1].base
        if word.base == "como" and joined:
            words[n].tag("<adv>")
            words[n].say("both", "<adv>")
            word.tag("<cnjcoo>")
            word.name("y")
            word.say("and", "<cnjcoo>")
            return


def _responsible(words: list[Word], n: int) -> None:
    """*Responsable de las violaciones*: responsible for."""
    if words[n].kind == "adj" and beside(words, n)[0] == "de":
        words[n + 1].say("for", "<pr>")


def _anniversary(words: list[Word], n: int) -> None:
    """*Al cumplirse un año de la masacre*: a year after the massacre."""
    said = [word.base for word in words[n : n + 4]]
    at = n + 6
    if said != ["a", "el", "cumplir", "se"] or at >= len(words) or words[at].base != "de":
        return
    if words[n + 4].kind in ("num", "det") and words[n + 5].base in PERIODS:
        words[at].say("after", "<pr>")
        for _ in said:
            drop(words, n)


def _is_about(words: list[Word], n: int) -> int:
    """*No se trata de un error*: it is not an error."""
    verb = words[n]
    if not n or words[n - 1].base != "se" or not words[n - 1].has("ref") or not verb.has("p3", "sg"):
        return 0
    if (
        n + 2 >= len(words)
        or words[n + 1].base != "de"
        or not (words[n + 2].kind in ("det", "n", "num", "adj") or words[n + 2].has("inf"))
    ):
        return 0
    if words[n + 2].has("inf"):  # no se trata de bloquear
        words[n + 2].tag(words[n + 2].tags.replace("<inf>", "<ger>"))
        words[n + 2].targets = [target.replace("<inf>", "<ger>") for target in words[n + 2].targets]
        words.insert(n + 2, made("sobre", "<adv>", "about"))
    verb.name("ser")
    verb.tag(verb.tags.replace("<vblex>", "<vbser>"))
    verb.targets = ["be" + verb.tags]
    drop(words, n + 1)
    drop(words, n - 1)
    if verb.lemma[:1].isupper():
        verb.targets = ["Be" + verb.tags]
    for at in range(n, len(words) - 2):
        if words[at].kind == "sent":
            break
        if (
            words[at].base == "sino"
            and words[at + 1].base == "de"
            and words[at + 2].kind in ("det", "n", "num", "adj")
        ):
            drop(words, at + 1)  # sino de una práctica
    return 1


def _years_since(words: list[Word], n: int) -> int:
    """*Se cumplen 20 años de la masacre*: it is 20 years since the massacre."""
    at = n + 3
    if not n or words[n - 1].base != "se" or not is_time(words, n + 1) or at >= len(words):
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
    if words[n].kind == "vblex" and words[n].has("sg") and beside(words, n)[0] == "que":
        words[n].tag("<adv>")
        words[n].say("it is urgent", "<adv>")
        words[n].name("Urgencia" if words[n].lemma[:1].isupper() else "urgencia")
    elif words[n].kind == "vblex" and words[n].has("p3") and phrase(words, n + 1) > n + 1:
        verb = words[n]  # urgen medidas: are urgently needed
        verb.name("Ser" if verb.lemma[:1].isupper() else "ser")
        verb.tag(verb.tags.replace("<vblex>", "<vbser>"))
        verb.targets = ["be" + verb.tags]
        words.insert(n + 1, made("urgentemente", "<adv>", "urgently needed"))
        end = phrase(words, n + 2)
        if heads(words, n) and movable(words, n, end):
            swap(words, n, n + 2, end)


def _far(words: list[Word], n: int) -> None:
    """*Lejos de escuchar*: far from listening."""
    if n + 2 < len(words) and words[n + 1].base == "de" and words[n + 2].has("inf"):
        words[n + 1].say("from", "<pr>")
        words[n + 2].tag(words[n + 2].tags.replace("<inf>", "<ger>"))
        words[n + 2].targets = [target.replace("<inf>", "<ger>") for target in words[n + 2].targets]


def _aged(words: list[Word], n: int) -> None:
    """*Niños menores de cinco años*: under five years; *los mayores de 60 años*: people over 60 years."""
    word = words[n]
    if beside(words, n)[0] != "de" or not is_time(words, n + 2):
        return
    if n and words[n - 1].base == "uno" and word.base == "menor" and words[n + 3].base == "año":
        word.tag("<n><mf><sg>")  # una menor de once años
        word.say("minor", "<n><sg>")
        words[n + 1].tag("<adv>")
        words[n + 1].say("aged", "<adv>")
        drop(words, n + 3)
        return
    if n and words[n - 1].base == "el":
        words[n - 1].tag("<adv>")
        words[n - 1].say("people", "<adv>")
        words[n - 1].name("Persona" if words[n - 1].lemma[:1].isupper() else "persona")
    word.tag("<pr>")
    word.say("under" if word.base == "menor" else "over", "<pr>")
    drop(words, n + 1)


def _lack(words: list[Word], n: int) -> None:
    """*La falta de agua*: the lack of water."""
    if words[n].kind == "n" and words[n].has("sg") and beside(words, n)[0] == "de":
        words[n].say("lack")


def _most(words: list[Word], n: int) -> None:
    """*Nuestra más enérgica protesta*: our most forceful protest; *menos impuestos que un maestro*: than a teacher."""
    kinds = [word.kind for word in words[n + 1 : n + 4]]
    if (
        len(kinds) == 3
        and kinds[0] in ("n", "adj")
        and words[n + 2].base == "que"
        and kinds[2] in (*_THINGS, "predet")
    ):
        words[n + 2].tag("<cnjsub>")
        words[n + 2].targets = ["than<cnjsub>"]  # más oro que la mina
    if n and words[n - 1].base in _POSSESSIVES and words[n - 1].has("pos"):
        said = {"nuestro": "our", "mío": "my", "mi": "my"}.get(words[n - 1].base)
        if words[n - 1].kind == "adj" and said:
            words[n - 1].tag(words[n - 1].tags.replace("<adj>", "<det>"))
            words[n - 1].say(said, "<det><pos><sp>")
        words[n].say("most" if words[n].base == "más" else "least")


def _slightest(words: list[Word], n: int) -> None:
    """*Sin la menor prueba*: the slightest."""
    if n and words[n - 1].has("det", "def") and beside(words, n)[0] in _LEAST:
        words[n].say("slightest", "<adj>")
        words[n].tag("<adj><mf><sg>")
    else:
        _aged(words, n)


def _on_the(words: list[Word], n: int) -> None:
    """*Al quinto día*: on the fifth day."""
    said = [word.base for word in words[n : n + 4]]
    counted = n > 1 and words[n - 1].kind == "n" and words[n - 2].kind in ("num", "det")
    dated = n + 3 < len(words) and words[n + 3].kind == "num"  # las elecciones al año 2023
    if (
        counted
        and len(said) > 2
        and said[1] == "el"
        and said[2] in PERIODS
        and said[3:] != ["de"]
        and not dated
    ):
        words[n].say("per", "<pr>")  # tres horas al día
        drop(words, n + 1)
        return
    if len(said) == 4 and said[1] == "el" and words[n + 2].has("ord") and said[3] in PERIODS:
        words[n].say("on", "<pr>")
    elif len(said) == 4 and said[1] == "el" and _counted(words[n + 2]) and said[3] in PERIODS:
        closes = n + 4 >= len(words) or words[n + 4].kind in ("cm", "sent")
        if closes and words[n + 3].has("pl"):  # lo soltaron a las dos horas
            words.insert(n + 4, made("después", "<adv>", "later"))
            drop(words, n)
            drop(words, n)
    else:
        _anniversary(words, n)


def _counted(word: Word) -> bool:
    """Whether a word is a number in words: *a las 14 horas* is a time of day."""
    return word.kind == "num" and word.base.isalpha()


def _what(words: list[Word], n: int) -> None:
    """*Qué es lo que piden*: what they ask."""
    said = [word.base for word in words[n + 1 : n + 3]]
    if said == ["ser", "lo que"] and words[n + 1].has("pri", "sg"):
        del words[n + 1 : n + 3]
        words[n].tag("<rel><nn><m><sg>")
        words[n].name("lo que")
        words[n].say("what", "<rel><nn><sp>")


def age(words: list[Word], n: int) -> None:
    """*Rosa, de 62 años,* and *de 62 años de edad*: aged 62."""
    if not (n and is_time(words, n + 1) and words[n + 2].base == "año"):
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


CONSTRUCTIONS: dict[str, Callable[[list[Word], int], int | None]] = {
    "dirigir": _address,
    "dirigirse# a": _address_to,
    "poner# en marcha": _launch,
    "el": _that_of,
    "la": _that_of,
    "otro": _another,
    "tanto": _both,
    "responsable": _responsible,
    "a": _on_the,
    "tratar": _is_about,
    "cumplir": _years_since,
    "caber": _worth,
    "urgir": _urgent,
    "lejos": _far,
    "menor": _slightest,
    "qué": _what,
    "falta": _lack,
    "más": _most,
    "menos": _most,
    "mayor": _aged,
}
"""By lemma what rebuilds the words around it, and says by how many words the sentence is shorter before it."""
