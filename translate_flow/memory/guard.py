"""What two sources must not differ in, to count as nearly the same. Pure.

One *no* more or less turns a statement into its contrary, and a number, date or name that
differs makes it false, however alike the rest is.
"""

from __future__ import annotations

import re
from collections import Counter

from ..figures import figures
from ..glossary import Glossary

_WORDS = {
    "es": "no ni nunca jamás jamas sin tampoco nadie nada ningún ningun ninguna ninguno ningunas ningunos",
    "en": "no not nor never neither none nobody nothing nowhere without cannot",
    "pt": "não nem nunca jamais sem tampouco ninguém nada nenhum nenhuma",
    "fr": "ne n pas ni jamais sans aucun aucune personne rien non",
    "it": "non né mai senza nessuno nessuna niente nulla no",
    "de": "nicht kein keine keinen keiner keinem nie niemals ohne niemand nichts weder noch",
}
_NEGATIONS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_ANY = frozenset().union(*_NEGATIONS.values())
_WORD = re.compile(r"[^\W\d_]+")
_SHORTENED = re.compile(r"n['’]t\b", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_ARTICLES = frozenset({"un", "una", "uno", "unos", "unas", "a", "an", "one"})
_OPENS = re.compile(r"(?:^|[.!?…:\n][\s\"'”’»)*_]*|[¿¡“«\"—–(*_•-]\s*)\Z")


def difference(source: str, other: str, language: str, glossary: Glossary | None) -> str:
    """What stands in the way, as a few words for a person; empty if nothing does. Symmetric in kind."""
    return (
        _told("negation", negations(other, language), negations(source, language))
        or _told("number", _numbers(other, language), _numbers(source, language))
        or _told("name", _terms(other, glossary), _terms(source, glossary))
        or _told("name", _capitals(other, source), _capitals(source, other))
    )


def negations(text: str, language: str) -> Counter[str]:
    """Words of negation in a text; in a language without a list, those of all lists."""
    base = language.split("-")[0].lower()
    known = _NEGATIONS.get(base, _ANY)
    found = Counter(word for word in _WORD.findall(text.lower()) if word in known)
    shortened = len(_SHORTENED.findall(text)) if base == "en" else 0
    return found + Counter({"not": shortened}) if shortened else found


def _numbers(text: str, language: str) -> Counter[str]:
    """Values of the figures, and every run of digits as it stands (codes, articles of laws)."""
    found = Counter(_DIGITS.findall(text))
    for figure in figures(text, language):
        if figure.form.lower() not in _ARTICLES and not _DIGITS.fullmatch(figure.form):
            found[f"={min(figure.readings)}"] += 1
    return found


def _terms(text: str, glossary: Glossary | None) -> Counter[str]:
    return Counter(match.term.es for match in glossary.find(text)) if glossary else Counter()


def _capitals(text: str, other: str) -> Counter[str]:
    """Words with a capital inside a sentence that the other text does not have in any writing."""
    there = set(_WORD.findall(other.lower()))
    return Counter(
        found[0]
        for found in _WORD.finditer(text)
        if found[0][0].isupper()
        and found[0].lower() not in there
        and not (found[0].isupper() and text.isupper())
        and not _OPENS.search(text, max(0, found.start() - 8), found.start())
    )


def _told(what: str, before: Counter[str], now: Counter[str]) -> str:
    if before == now:
        return ""
    gone, came = sorted((before - now).elements()), sorted((now - before).elements())
    shown = " → ".join(", ".join(w.lstrip("=") for w in side[:3]) or "none" for side in (gone, came))
    return f"other {what}: {shown}"
