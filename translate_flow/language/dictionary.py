"""Ordinary words of Spanish and English, so that they are not taken for names, nor for misspelt ones.

The word lists beside this file (`words/`, see the note on their origin there) hold Spanish words in
their dictionary form, and English ones with most inflections. They are read at the first question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from .text import fold

_SPANISH_VERB = re.compile(
    r"(.{2,}?)(?:amos|emos|imos|aron|ieron|ando|iendo|yendo|ad[oa]s?|id[oa]s?|aba[ns]?|ía[ns]?|ábamos|íamos|ó|ió|an|en"
    r"|ará|erá|irá|arán|erán|irán|aremos|eremos|iremos|aría|ería|iría|ase|ese|[ae]r(?:se|lo|la|los|las|les?|nos)"
    r"|[ae]|é|í)$"
)


_DERIVED = re.compile(
    r".{3,}(?:mientos?|ci[oó]n(?:es)?|si[oó]n(?:es)?|dad(?:es)?|mente|ismos?|dur[ií]as?|log[ií]as?|[áa]stic[oa]s?|ístic[oa]s?)$"
)
_OF_EAR = re.compile(r"(\w{2,})eos?")
"""What is done, of verbs in *-ear*: *chequeo*, *saqueos*."""
_PREFIX = re.compile(
    r"(?:vice|sub|ex|inter|anti|super|neo|auto|pre|pos|post|tele|bio|micro|multi|pluri|euro|agro|contra)(?=.{4})"
)


@cache
def _words(language: str) -> frozenset[str]:
    return frozenset(
        (files(__package__) / "frequent" / f"{language}.txt").read_text(encoding="utf-8").split("\n")
    )


@cache
def _unaccented() -> frozenset[str]:
    """Spanish words with their accents left out, as haste and capitals do."""
    accented = (word for word in _words("es") if not word.isascii() and "ñ" not in word)
    return frozenset(fold("\n".join(accented)).split("\n"))  # all at once, in an eighth of the time


@cache
def is_spanish(word: str) -> bool:
    """Whether a word, whatever its case, is an ordinary Spanish one, in this form or another of the same word."""
    low, words = word.lower(), _words("es")
    if low in words or _DERIVED.match(low) or (low.isascii() and low in _unaccented()):
        return True
    if (prefix := _PREFIX.match(low)) and is_spanish(low[prefix.end() :]):
        return True
    for stem in _singulars(low):
        if stem in words or fold(stem) in words or (stem[-1:] == "a" and stem[:-1] + "o" in words):
            return True
        # comisiones: the accent of comisión goes with the plural
        accented = re.sub(r"([aeiou])([ns])$", lambda m: "áéíóú"["aeiou".index(m[1])] + m[2], stem)
        if accented in words:
            return True
    if low[-1:] == "a" and low[:-1] in words:
        return True
    if (noun := _OF_EAR.fullmatch(low)) and noun[1] + "ear" in words:
        return True
    verb = _SPANISH_VERB.match(low)
    # one-letter endings would make a word of too many slips: Institue is no form of instituir
    return bool(
        verb
        and len(low) - len(verb[1]) > 1
        and any(verb[1] + ending in words for ending in ("ar", "er", "ir"))
    )


@cache
def is_english(word: str) -> bool:
    """Whether a word, whatever its case, is in the English list, common names of people and places included."""
    low, words = word.lower().replace("’", "'"), _words("en")
    return low in words or any(stem in words for stem in _singulars(low))


def is_ordinary(word: str) -> bool:
    """Whether a word is one of either language."""
    return is_english(word) or is_spanish(word)


def _singulars(word: str) -> list[str]:
    found = []
    if word.endswith("s") and (len(word) > 4 or word.endswith("ías")):
        found.append(word[:-1])
        if word.endswith("es"):
            found.append(word[:-2])
        if word.endswith("ces"):
            found.append(word[:-3] + "z")
    return found


_ENDING = re.compile(
    r"(?:o|as?|es?|an|en|[aei]mos|[aeáé]mo(?=nos|se)|é|í|aste|iste|asteis|isteis|ó|ió|aron|ieron|eron|[áé]is|aba[ns]?|ía[ns]?|abais|íais"
    r"|ábamos|íamos|ando|iendo|yendo|[aei]d|[ai]d[oa]s?|ido|[aei]r|[aei]r[éá][ns]?|[aei]remos|[aei]réis|[aei]ría[ns]?"
    r"|[aei]ríamos|ase[ns]?|ara[ns]?|iera[ns]?|iese[ns]?|[áé]ramos)(?:me|te|se|nos|los?|las?|les?)*$"
)
_STEMS = (
    ("ue", "o"),
    ("ue", "u"),
    ("u", "o"),
    ("ie", "e"),
    ("i", "e"),
    ("zc", "c"),
    ("j", "g"),
    ("qu", "c"),
    ("gu", "g"),
    ("c", "z"),
    ("g", ""),
    ("g", "gu"),
    ("y", ""),
)
"""How stems of Spanish verbs change, undone: *cuenta* contar, *juega* jugar, *piensa* pensar, *pide* pedir, *durmió* dormir …"""
_VERB_PREFIX = re.compile(r"(?:des|re|pre|sobre|entre|auto|inter|co)(?=.{4})")
"""Before verbs of the dictionary: *desactive* activar, *reubicó* ubicar."""
_IRREGULAR = re.compile(
    r"(?:\w{1,6}?)?(?:(?:tuv|pus|vin|dij|traj|duj|hic|hiz|quis|pud|sup|cup|hub|anduv)(?:e|iste|o|imos|ieron|eron)"
    r"|(?:tendr|vendr|pondr|saldr|valdr|podr|querr|habr|sabr|har|dir|cabr)(?:[éá][ns]?|emos|éis|ía[ns]?|íamos)"
    r"|(?:teng|veng|pong|salg|valg|dig|hag|traig|caig|oig)(?:o|a[ns]?|amos)(?:me|te|se|nos|los?|las?|les?)*"
    r"|tien(?:e[ns]?)|vien(?:e[ns]?)|(?:ten|pon|ven)(?:me|te|se|nos|los?|las?|les?)+)"
    r"|(?:sal|haz|di)(?:me|te|se|nos|los?|las?|les?)+"
    r"|(?:est|d|v|s|h)(?:oy|ás|as|á|án|an|amos|emos|ais|áis|e|aya[ns]?|ea[ns]?|on)|fu(?:e|i|imos|eron|era[ns]?)|he|ha|hay|ve(?:o|mos|n)?"
    r"|er(?:a[ns]?|es)|éramos|ib(?:a[ns]?)|vay(?:a[ns]?|amos)|[dv]i(?:mos|o|ste|eron)?|veía(?:[ns]|mos)?|vamonos"
    r"|(?:sep|quep)(?:a[ns]?|amos)|o(?:i|imos|iste|ia[ns]?|iamos|ye[ns]?|yeron|yo)"
)
"""Forms of verbs whose stems follow no rule, those with a prefix included: *obtuvo*, *intervendrá*."""


_TOLD = re.compile(r"\w{2,}(?:tén|pón|vén)")
"""What somebody is told to do, by the short form of a verb with a prefix: *mantén*, *dispón*."""


@cache
def is_verb_form(word: str) -> bool:
    """Whether a word, whatever its case, may be a form of a Spanish verb: *teme*, *tengo*, *cuentan*, *pidió*.

    Laxer than `is_spanish`: for the first word of a sentence, whose capital says nothing.
    """
    low, words = word.lower(), _words("es")
    if _TOLD.fullmatch(low):
        return True
    # with a pronoun behind it a verb gains an accent: asegure, asegúrese
    if not low.isascii() and (plain := fold(low)) != low and (is_spanish(plain) or is_verb_form(plain)):
        return True
    if _IRREGULAR.fullmatch(low) or low in words:
        return True
    for length in range(1, min(12, len(low) - 1)):
        stem = low[:-length]
        if not _ENDING.fullmatch(low, len(stem)):
            continue
        stems = {stem, *_changed(stem)}
        stems |= {again for changed in stems for again in _changed(changed)}  # comience: comenzar
        if any(base + infinitive in words for base in stems for infinitive in ("ar", "er", "ir", "ír")):
            return True
    prefix = _VERB_PREFIX.match(low)
    return prefix is not None and is_verb_form(low[prefix.end() :])


def _changed(stem: str) -> Iterator[str]:
    """The stems of which this one may be a change."""
    for now, base in _STEMS:
        at = stem.rfind(now)
        if at > 0:
            yield stem[:at] + base + stem[at + len(now) :]


_PARTICIPLE = re.compile(r"[ai]d[oa]s?$")


@cache
def is_conjugated(word: str) -> bool:
    """Whether a word is a form of a verb and nothing else: *firmará*, *acepta*; not *marcha*, *unida*, *campesina*."""
    low, words = word.lower(), _words("es")
    if low.endswith(("ar", "er", "ir")) or _PARTICIPLE.search(low) or not is_verb_form(low):
        return False
    if low[-1] in "ae" and low not in words and low + "r" in words:
        return True  # camina, though there is a camino
    singular = low.removesuffix("s")
    forms = (low, singular, singular[:-1] + "o", singular.removesuffix("e"))
    return not any(form in words or fold(form) in _unaccented() for form in forms)
