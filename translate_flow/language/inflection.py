"""Spanish number and gender: the forms in which a common-noun term may stand in a text.

Rules of regular inflection (RAE, Nueva gramática, chapters 2 and 3), generous on purpose: a form
that does not exist is never met in a text, a form left out is a term that slips.
"""

from __future__ import annotations

import re
from itertools import product

from .wordlists import term_words

_ACUTE = str.maketrans("áéíóú", "aeiou")
_ADD_ACUTE = str.maketrans("aeiou", "áéíóú")
_BOTH_GENDERS = re.compile(r"(?:ero|sino|dano|eño|dor|tor|sor)(?:e?s)?$")
_UNSTRESSED_N = re.compile(r"^(.*)([aeiou])([^aeiouáéíóú]+[aeio]n)$")
_STRESSED_LAST = re.compile(r"^(.*[aeiouáéíóúü].*)([aeiou])([ns])es$")
"""Plurals whose singular has its accent written: `camiones`, `alemanes`, `autobuses`, `intereses`."""
_LONGEST = 60
"""Letters of a word that may be looked at: twice as many as any has."""
_PREFIXED = frozenset(("ex", "no", "alto", "alta"))


_MONOSYLLABLE = re.compile(r"^[^aeiou]*[aeiou][^aeiou]+$")
_MOVING = {"régimen": "regímenes", "espécimen": "especímenes", "carácter": "caracteres"}


def plurals(word: str) -> list[str]:
    """Plural forms of a singular noun or adjective; the regular one first."""
    if word in _MOVING:
        return [_MOVING[word]]
    last = word[-1:]
    if last in "aeoáéó":
        return [word + "s"]
    if last in "iu":
        return [word + "s"]
    if last in "íú":
        return [word + "es", word + "s"]
    if last == "z":
        return [word[:-1] + "ces"]
    if last in "sx":
        if re.search(r"[áéíóú]s$", word):
            stem = (
                word
                if word.endswith("ís") and word[-3:-2] in "aeo"
                else word[:-2] + word[-2:].translate(_ACUTE)
            )
            return [stem + "es"]
        return [word + "es"] if _MONOSYLLABLE.match(word) else [word]
    if re.search(r"[áéíóú]n$", word):
        return [word[:-2] + word[-2:].translate(_ACUTE) + "es"]
    if (llana := _UNSTRESSED_N.match(word)) and not re.search("[áéíóú]", word):
        before, vowel, after = llana.groups()
        return [before + vowel.translate(_ADD_ACUTE) + after + "es", word + "es"]
    if last in "lrndjy":
        return [word + "es"]
    return [word + "s", word + "es"]


def singulars(word: str) -> list[str]:
    """What a word in the plural may be in the singular; itself if it does not look like a plural."""
    if not word.endswith("s") or not 4 <= len(word) <= _LONGEST:
        return [word]
    found = [one for one, many in _MOVING.items() if many == word]
    if word.endswith(("íes", "úes")):
        found.append(word[:-2])
    if stressed := _STRESSED_LAST.match(word):
        before, vowel, last = stressed.groups()
        found.append(before + vowel.translate(_ADD_ACUTE) + last)
    if word.endswith("ces"):
        found.append(word[:-3] + "z")
    if re.search(r"[lrndjsyz]es$", word):
        found.append(word[:-2])
        if llana := re.match(r"^(.*)([áéíóú])([^aeiou]+[aeio]n)es$", word):
            before, vowel, after = llana.groups()
            found.append(before + vowel.translate(_ACUTE) + after)
    if word[-2] in "aeiouáéíóú":
        found.append(word[:-1])
    return found or [word]


def feminine(word: str) -> str:
    """The feminine of a masculine singular that has one; else the word itself."""
    if word.endswith("o"):
        return word[:-1] + "a"
    if word.endswith(("dor", "tor", "sor")):
        return word + "a"
    if word.endswith("ón") and len(word) > 4 and not word.endswith(("ión", "azón")):
        return word[:-2] + "ona"
    if word.endswith("és"):
        return word[:-2] + "esa"
    return word


def _neutral(word: str) -> str:
    """The form in *-e* that some write for all genders: `comunere`, `defensore`."""
    if word.endswith("o"):
        return word[:-1] + "e"
    return word if word.endswith("e") else word + "e" if word[-1:] in "lrndsz" else word


def head_group(parts: list[str]) -> int:
    """How many words at the start of a term agree with its head noun: all up to the first preposition."""
    for count, word in enumerate(parts):
        if word.lower() in term_words("connectors") and count:
            return count
    return len(parts)


def looks_plural(word: str) -> bool:
    """Whether a noun is plural to judge by its form; `crisis`, `país`, `virus` are not."""
    lowered = word.lower()
    if not lowered.endswith("s") or len(lowered) < 4:
        return False
    return not re.search(
        r"(?:sis|itis|[áéíóú]s|us|ies)$|^(?:lunes|martes|miércoles|jueves|viernes|caos)$", lowered
    )


def forms(parts: list[str], number: str = "", people: bool = False) -> list[tuple[list[str], str]]:
    """Every form of a common-noun term, as (words, `sg` or `pl`); the term as written comes first.

    Head noun and its adjectives change together; what follows the first preposition stays.
    `people` says that the term names people, and so has a feminine too (`comunero`, `comunera`) and
    the form in *-e* (`comunere`).
    """
    count = head_group(parts)
    group, rest = parts[:count], parts[count:]
    plural = number == "pl" or (not number and looks_plural(group[0]))
    found: dict[tuple[str, ...], str] = {tuple(parts): "pl" if plural else "sg"}
    singular_groups = [list(g) for g in product(*(singulars(w) for w in group))] if plural else [group]
    both = people or bool(_BOTH_GENDERS.search(group[0]))
    for group_sg in singular_groups[:16]:
        versions = [group_sg]
        if both:
            versions.append([feminine(w) for w in group_sg])
        for version in versions:
            found.setdefault((*version, *rest), "sg")
            choices = [[w] if w in _PREFIXED else plurals(w) for w in version]
            for group_pl in list(product(*choices))[:8]:
                found.setdefault((*group_pl, *rest), "pl")
        if both:
            found.setdefault((*map(_neutral, group_sg), *rest), "sg")
            found.setdefault((*[_neutral(w) + "s" for w in group_sg], *rest), "pl")
    return [(list(words), number_) for words, number_ in found.items()]
