"""*Por* before what is fought for or is the reason: *por la vida* (for life), *por estas razones* (for these reasons).

Before everything else it stays what the dictionary says. *Por lo expuesto* and its like are given whole, and so
are the points of a statement (*Cuarto.-*: fourth).
"""

from __future__ import annotations

from ....language import of
from .negation import FINITE
from .phrases import phrase
from .sentence import Word, heads, made
from .subjects import say_subject

_SPANISH = of("es")
_PURPOSES = _SPANISH.words("grammar", "purposes")
_CHARGING = _SPANISH.words("grammar", "charging")
_ANSWERING = _SPANISH.words("grammar", "answering")
_STRIVING = _SPANISH.words("grammar", "striving")
_BLAMING = frozenset(("responsabilizar", "culpar"))
_WAYS = _SPANISH.words("grammar", "ways")
_CHARGES = _SPANISH.words("grammar", "charges")
_ENGLISH_ORDINALS = of("en").table("ordinals")
_POINTS = {
    form: str(_ENGLISH_ORDINALS[number]).split()[0]
    for number, forms in _SPANISH.table("ordinals").items()
    if number in _ENGLISH_ORDINALS
    for form in str(forms).split()
}
_MOURNED = _SPANISH.words("grammar", "mourned")
_LINKS = {tuple(words.split()): str(english) for words, english in _SPANISH.table("links_in_english").items()}
_LONGEST = max(map(len, _LINKS))
_BETWEEN = frozenset(("det", "predet"))


def reasons(words: list[Word]) -> None:
    """Say *for* where *por* gives a purpose or a reason, and links of sentences whole."""
    if len(words) > 1 and words[1].kind in ("sent", "cm", "guio") and words[0].base in _POINTS:
        words[0].tag("<adv>")
        words[0].say(_POINTS[words[0].base], "<adv>")
    n = 0
    while n + 1 < len(words):
        if words[n].base == "desde entonces":
            words[n].say("since then")
        if words[n].kind == "pr":
            if (
                words[n].base == "por"
                and words[n + 1].base == "lo que"
                and (heads(words, n) or words[n - 1].kind == "cm")
            ):
                _so(words, n)
            elif words[n].base == "por" and (
                _slogan(words, n) or _purpose(words, n + 1) or _charged(words, n) or _for_whom(words, n)
            ):
                words[n].say("for", "<pr>")
            elif heads(words, n):
                _link(words, n)
        n += 1


def _for_whom(words: list[Word], n: int) -> bool:
    """*Nadie lo hará por nosotros*: for us; *fue elegido por nosotros* is by us."""
    before = words[n - 1] if n else None
    who, after = words[n + 1], words[n + 2] if n + 2 < len(words) else None
    if before is None or not who.has("prn", "tn") or who.base != "prpers" or before.has("pp"):
        return False
    if after is not None and after.base in ("mismo", "solo"):
        return False
    return any(word.kind == "vblex" and not word.has("pp") for word in words[max(0, n - 4) : n])


def _so(words: list[Word], n: int) -> None:
    """*No hubo respuesta, por lo que marcharemos*: so."""
    words[n].name(f"{words[n].lemma} lo que")
    words[n].tag("<cnjcoo>")
    words[n].say("so", "<cnjcoo>")
    del words[n + 1]
    verb = n + 1
    while verb < len(words) and (words[verb].base == "no" or words[verb].has("prn", "pro")):
        verb += 1
    if verb < len(words) and FINITE.match(words[verb].tags):
        if say_subject(words, n + 1, verb) or phrase(words, verb + 1) > verb + 1:
            return
        if words[verb].has("p3", "pl"):
            they = "<prn><tn><p3><mf><pl>"
            words.insert(n + 1, made("prpers", they, "prpers", target_tags=they.replace("tn", "subj")))


def _slogan(words: list[Word], n: int) -> bool:
    """*Por un país sin corrupción*: a line without a verb says what it is for."""
    if not heads(words, n):
        return False
    for word in words[n + 1 :]:
        if word.kind == "sent":
            break
        if word.kind.startswith("v") or word.kind in ("cm", "rel"):
            return False
    return n + 1 < len(words) and words[n + 1].kind in ("det", "n", "adj")


def _purpose(words: list[Word], at: int) -> bool:
    done = at > 1 and words[at - 2].has("pp") and words[at].kind == "det"
    if done and any(word.kind == "vbser" for word in words[max(0, at - 5) : at - 2]):
        return False  # juzgados por la justicia ordinaria
    while at < len(words) and words[at].kind in _BETWEEN:
        at += 1
    return at < len(words) and words[at].base in _PURPOSES and words[at].kind in ("n", "prn")


def _charged(words: list[Word], n: int) -> bool:
    """*Fue condenado por el asesinato*: for what somebody is charged with or punished."""
    if n and words[n - 1].base in _ANSWERING:
        return True
    done = any(word.has("pp") for word in words[max(0, n - 2) : n])
    said = n > 0 and (FINITE.match(words[n - 1].tags) or words[n - 1].kind in ("adv", "cnjcoo"))
    if words[n + 1].base == "el que" and words[n + 1].has("pl") and said and not done:
        return True  # hablamos por los que no tienen voz
    if n and words[n - 1].kind == "n" and any(word.base in _MOURNED for word in words[n + 1 : n + 3]):
        return True  # un pronunciamiento por las víctimas
    if words[n - 1].kind == "cnjcoo" and any(
        word.base == "por" and word.targets[0].startswith("for<") for word in words[max(0, n - 9) : n - 1]
    ):
        return True  # por los que se fueron y por los que vendrán
    before = words[n - 2] if n > 1 and words[n - 1].kind == "adv" else words[n - 1]
    if before.kind == "vblex" and before.base in _STRIVING and not before.has("pp"):
        way = phrase(words, n + 1)
        if not any(word.base in _WAYS for word in words[n + 1 : way]):
            return True  # votar por, marchar por
        words[n].say("along", "<pr>")
        return False
    blamed = any(word.base in _BLAMING for word in words[max(0, n - 6) : n])
    if not blamed and not any(word.base in _CHARGING for word in words[max(0, n - 3) : n]):
        return False
    at = n + 1
    while at < len(words) and words[at].kind in _BETWEEN:
        at += 1
    if blamed and words[n + 1].base in ("cualquier", "cualquiera", "todo", "lo que"):
        return True  # responsabilizamos al Estado por cualquier atentado
    return at < len(words) and words[at].base in _CHARGES


def _link(words: list[Word], n: int) -> None:
    for length in range(_LONGEST, 1, -1):
        part = words[n : n + length]
        english = _LINKS.get(tuple(word.base for word in part))
        if english is None or n + length >= len(words) or words[n + length].kind != "cm":
            continue
        whole = part[0]
        whole.tag("<cnjadv>")
        whole.say(english, "<cnjadv>")
        del words[n + 1 : n + length]
        return
