"""*Faltar*, *hacer falta* and *sobrar*: *faltan médicos* (there is a lack of doctors), *hace falta una ley* (there is a need for a law).

What is lacking is the subject in Spanish, behind the verb; the rules of the pair take it for the object of somebody left out
(*they lack medical*). Whom it is lacking to is the subject in English: *nos falta agua* (we lack water).
"""

from __future__ import annotations

import re

from .constructions import PERIODS
from .negation import FINITE
from .phrases import number, phrase
from .sentence import Word, capital, drop, heads

_TENSES = {
    "pri": "is",
    "ifi": "was",
    "pii": "was",
    "fti": "will be",
    "cni": "would be",
    "prs": "is",
    "pis": "was",
}
_PERSON = re.compile(r"<p3><(?:sg|pl)>")
_THERE = {"faltar": "a lack of", "falta": "a need for", "sobrar": "more than enough"}
_LACK = {"faltar": "lack", "falta": "need", "sobrar": "have more than enough"}


def lacking(words: list[Word]) -> None:
    """Say *there is a lack of*, *there is a need for*, or who lacks and needs."""
    n = 0
    while n + 1 < len(words):
        verb = words[n]
        needed = verb.base == "hacer" and words[n + 1].base in ("falta", "faltar")
        if (
            (verb.base in ("faltar", "sobrar") or needed)
            and verb.kind == "vblex"
            and verb.has("p3")
            and FINITE.match(verb.tags)
            and "[" not in words[n + 1].before
        ):
            _said(words, n, "falta" if needed else verb.base)
        n += 1


def _said(words: list[Word], n: int, what: str) -> None:
    verb, at = words[n], n + 1 + (what == "falta")
    if at >= len(words):
        return
    end = max(phrase(words, at), at + (words[at].kind == "num"))
    pronoun = words[n - 1] if n and words[n - 1].has("prn", "pro") else None
    if pronoun is not None and n > 1 and words[n - 2].kind == "rel" and end == at:
        if pronoun.has("p1") and what == "faltar":
            tags = verb.tags.replace("<vblex>", "<vbser>")  # las que nos faltan: those who are missing
            verb.name("ser")
            verb.tag(tags)
            verb.targets = ["be" + tags]
            words.insert(n + 1, Word(" ", "ausente", "<adv>", ["missing<adv>"]))
            drop(words, n - 1)
        return
    if pronoun is not None:
        if not pronoun.has("ref") and pronoun.base not in ("lo",) and end > at:
            _whom(words, n, what, pronoun)
        return
    be = next(english for tense, english in _TENSES.items() if verb.has(tense))
    denied = n > 0 and words[n - 1].base == "no"
    if what == "falta" and (words[at].has("inf") or words[at].base == "que"):
        english = f"it {be} {'not ' if denied else ''}necessary{' to' if words[at].has('inf') else ''}"
    elif what == "sobrar" and (words[at].kind in ("sent", "cm") or words[n - 1].base == "nadie"):
        tags = verb.tags.replace("<vblex>", "<vbser>")
        verb.name("ser")
        verb.tag(tags)
        verb.targets = ["be" + tags]
        words.insert(n + 1, Word(" ", "superfluo", "<adv>", ["superfluous<adv>"]))
        return
    elif end == at or not _alone(words, n - denied) or any(word.base in PERIODS for word in words[at:end]):
        return
    elif what == "faltar" and words[at].kind == "num" and words[at].base != "uno":
        english = f"there {be.replace('is', 'are').replace('was', 'were')} {'not ' if denied else ''}missing"
    else:
        english = f"there {be} {'not ' if denied else ''}{_THERE[what]}".replace("not a ", "no ").replace(
            "will be no", "will be no"
        )
    first = n - denied
    verb.before = words[first].before
    upper = words[first].lemma[:1].isupper() and heads(words, first)
    verb.tag("<adv>")
    verb.name("Hay" if upper else "hay")
    verb.targets = [(english[:1].upper() + english[1:] if upper else english) + "<adv>"]
    del words[n + 1 : at]
    del words[first:n]


def _alone(words: list[Word], first: int) -> bool:
    """Whether the clause has not named a subject before the verb."""
    if first == 0 or words[first - 1].kind in ("sent", "cm", "cnjcoo", "cnjadv", "cnjsub", "adv"):
        return True
    start = first
    while start and not words[start - 1].ends:
        start -= 1
    return words[start].kind == "pr" and phrase(words, start + 1) == first


def _doubled(words: list[Word], pronoun: int) -> int:
    """Where those begin who are named before the pronoun; 0 if nobody is."""
    for at in range(pronoun - 1, max(-1, pronoun - 8), -1):
        if words[at].base == "a" and words[at].kind == "pr" and phrase(words, at + 1) == pronoun:
            return at + 1
    return 0


def _whom(words: list[Word], n: int, what: str, pronoun: Word) -> None:
    verb = words[n]
    if n > 2 and (start := _doubled(words, n - 1)):  # a los heridos les falta sangre
        count = number(words, start, n - 1)
        verb.tag(_PERSON.sub(f"<p3><{count}>", verb.tags))
        verb.targets = [_LACK[what].partition(" ")[0] + verb.tags]
        verb.name("necesitar" if what == "falta" else "carecer")
        if what == "falta":
            del words[n + 1]
        del words[n - 1]
        drop(words, start - 1)
        return
    person = next((p for p in ("p1", "p2") if pronoun.has(p)), "p3")
    count = "pl" if pronoun.has("pl") else "sg"
    gender = "nt" if person == "p3" and count == "sg" else "mf"
    tags = f"<{person}><{gender}><{count}>"
    upper = pronoun.lemma[:1].isupper()
    pronoun.name("Prpers" if upper else "prpers")
    pronoun.tag(f"<prn><tn>{tags}")
    pronoun.targets = [("Prpers" if upper else "prpers") + f"<prn><subj>{tags}"]
    verb.tag(_PERSON.sub(f"<{person}><{count}>", verb.tags))
    verb.targets = [_PERSON.sub(f"<{person}><{count}>", target) for target in verb.targets]
    first, _, behind = _LACK[what].partition(" ")
    verb.name("carecer")
    verb.targets = [first + verb.tags]
    if what == "falta":
        verb.name("necesitar")
        del words[n + 1]
    elif behind:
        words.insert(n + 1, Word(" ", behind, "<adv>", [behind + "<adv>"]))
    if n > 1 and words[n - 2].base == "no":  # no nos falta valor
        words[n - 2].before, pronoun.before = pronoun.before, words[n - 2].before
        words[n - 2 : n] = [pronoun, words[n - 2]]
        if heads(words, n - 2):
            capital(pronoun, words[n - 1])
