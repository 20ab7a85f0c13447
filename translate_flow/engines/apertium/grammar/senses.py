"""Words whose company tells their sense: *la papa* (the potato), *doce grados bajo cero* (below zero), *por semana* (per week)."""

from __future__ import annotations

from ....language import of
from .sentence import Word, drop

_SPANISH = of("es")
_FEMININE = {
    str(noun): str(english).split("|") for noun, english in _SPANISH.table("feminine_in_english").items()
}
_PERIODS = frozenset("segundo minuto hora día semana mes año".split())


def senses(words: list[Word]) -> None:
    """Give words the English of the sense that the words beside them show."""
    n = 0
    while n < len(words):
        word = words[n]
        before = words[n - 1] if n else None
        after = words[n + 1] if n + 1 < len(words) else None
        if word.base in _FEMININE and word.kind == "n" and _of_a_thing(word, before, after):
            one, several = _FEMININE[word.base]
            word.say(several if word.has("pl") else one)
        elif word.base == "bajo" and after is not None and after.base == "cero":
            word.tag("<pr>")
            word.say("below", "<pr>")
        elif word.base == "por" and after is not None and after.base in _PERIODS and after.kind == "n" and n:
            word.say("per", "<pr>")
        elif word.base == "dentro de" and after is not None and _time(words, n + 1):
            word.say("in")
        elif word.base == "por" and after is not None and after.base == "falta" and n + 2 < len(words):
            if words[n + 2].base == "de":
                word.say("for", "<pr>")
                after.say("lack")
        elif word.base == "resultar" and after is not None and after.has("pp") and "<vblex>" in word.tags:
            word.name("Ser" if word.lemma[:1].isupper() else "ser")
            word.tag(word.tags.replace("<vblex>", "<vbser>"))
            word.targets = [("Be" if word.lemma[:1].isupper() else "be") + word.tags]
        elif word.base == "tratar" and before is not None and before.base == "se" and before.has("ref"):
            n = _is_about(words, n)
        elif word.base == "cumplir" and before is not None and before.base == "se" and _time(words, n + 1):
            n = _years_since(words, n)
        n += 1


def _of_a_thing(word: Word, before: Word | None, after: Word | None) -> bool:
    """Whether a noun with a sense for each gender has its feminine one: by its article, or where it has none."""
    if after is not None and after.kind == "np":
        return False  # el papa Francisco
    return before is None or before.kind != "det" or before.has("f")


def _time(words: list[Word], n: int) -> bool:
    return n + 1 < len(words) and words[n].kind == "num" and words[n + 1].base in _PERIODS


def _is_about(words: list[Word], n: int) -> int:
    """*No se trata de un error*: it is not an error."""
    verb = words[n]
    if not verb.has("p3", "sg") or n + 2 >= len(words) or words[n + 1].base != "de":
        return n
    if words[n + 2].kind not in ("det", "n", "num", "adj"):
        return n
    verb.name("ser")
    verb.tag(verb.tags.replace("<vblex>", "<vbser>"))
    verb.targets = ["be" + verb.tags]
    drop(words, n + 1)
    drop(words, n - 1)
    if verb.lemma[:1].isupper():
        verb.targets = ["Be" + verb.tags]
    return n - 1


def _years_since(words: list[Word], n: int) -> int:
    """*Se cumplen 20 años de la masacre*: it is 20 years since the massacre."""
    at = n + 3
    if at >= len(words) or words[at].base != "de":
        return n
    tense = next((t for t in ("pri", "ifi", "fti") if words[n].has(t)), "")
    english = {"pri": "it is", "ifi": "it was", "fti": "it will be"}.get(tense)
    if english is None:
        return n
    words[at].say("since", "<pr>")
    words[n].tag("<adv>")
    words[n].say(english, "<adv>")
    drop(words, n - 1)
    return n - 1
