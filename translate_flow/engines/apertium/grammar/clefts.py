"""Sentences that put one part into relief: *fueron las mujeres quienes los encontraron* (it was the women who found them), *el propio ministro* (the minister himself).

Spanish gives *ser* the number and person of what is put into relief (Real Academia Española, Nueva gramática, 40.10), English says *it*.
"""

from __future__ import annotations

from ....language import of
from .negation import FINITE
from .phrases import number, phrase
from .sentence import Word, capital, drop, heads, made

_SPANISH = of("es")
_PERSONS = _SPANISH.words("grammar", "people", "bodies") | _SPANISH.words(
    "names", "titles", "roles", "organisations"
)
_GROUPS = _SPANISH.words("grammar", "bodies") | _SPANISH.words("names", "organisations")
_TENSES = {"pri": "it is", "ifi": "it was", "pii": "it was", "fti": "it will be", "cni": "it would be"}
_OPENING = frozenset(("cm", "cnjcoo", "cnjsub", "cnjadv", "lquest"))
_SELVES = {"pl": "themselves", "m": "himself", "f": "herself", "": "itself"}
_WE = "ourselves"


def clefts(words: list[Word]) -> None:
    """Say *it was … who*, and *himself* and its like."""
    n = 0
    while n + 1 < len(words):
        if words[n].kind == "vbser" and FINITE.match(words[n].tags):
            _cleft(words, n)
        elif words[n].base == "propio" and words[n].kind == "adj" and n and words[n - 1].has("det", "def"):
            _own(words, n)
        elif words[n].has("prn", "tn") and words[n + 1].base == "mismo":
            _same(words, n)
        n += 1


def _cleft(words: list[Word], n: int) -> None:
    first = n - 1 if n and words[n - 1].base == "no" else n
    if not (heads(words, first) or words[first - 1].kind in _OPENING):
        return
    tonic = words[n + 1].has("prn", "tn")
    end = n + 2 if tonic else phrase(words, n + 1)
    while end < len(words) and words[end].base == "mismo":
        end += 1
    if end == n + 1 or end + 1 >= len(words):
        return
    both = words[end].base == "el" and words[end].kind == "det" and words[end + 1].base == "que"
    if not both and not (words[end].kind == "rel" and words[end].base in ("quien", "el que")):
        return
    tense = next((tense for tense in _TENSES if words[n].has(tense)), "")
    if not tense:
        return
    if both:
        drop(words, end)
    person = tonic or any(w.base in _PERSONS or w.kind == "np" for w in words[n + 1 : end])
    relative = words[end]
    who = person or relative.base == "quien"
    relative.name("quien")  # of which the rules for que know nothing
    relative.tag("<rel><an><mf><sp>")
    relative.targets = [("who" if who else "that") + "<rel><an><mf><sp>"]
    for verb in words[end + 1 :] if tense == "ifi" else ():
        if verb.ends or verb.kind == "rel":
            break
        if verb.has("pri", "p1", "pl"):  # pedimos is of both tenses
            verb.tag(verb.tags.replace("<pri>", "<ifi>"))
            verb.targets = [target.replace("<pri>", "<ifi>") for target in verb.targets]
    verb = words[n]
    verb.name("Esto" if verb.lemma[:1].isupper() else "esto")
    verb.tag("<adv>")
    verb.say(_TENSES[tense], "<adv>")
    if first < n:
        no = words.pop(first)
        verb.before, words[first] = no.before, verb
        verb.targets = [_TENSES[tense] + " not<adv>"]
        capital(verb, no)


def _own(words: list[Word], n: int) -> None:
    """*Las propias víctimas*: the victims themselves."""
    noun = words[n + 1]
    if noun.kind != "n" or words[n].before != " ":
        return
    count = number(words, n + 1, n + 2)
    sort = "pl"
    if count == "sg":
        female = words[n - 1].has("f")
        sort = ("f" if female else "m") if noun.base in _PERSONS - _GROUPS else ""
    at = n + 2
    while at < len(words) and words[at].kind == "adj":
        at += 1
    words.insert(at, made("mismo", "<adv>", _SELVES[sort]))
    drop(words, n)


def _same(words: list[Word], n: int) -> None:
    """*Ellos mismos*: they themselves."""
    pronoun, same = words[n], words[n + 1]
    if pronoun.has("p1", "pl"):
        said = _WE
    elif pronoun.has("p3", "pl"):
        said = _SELVES["pl"]
    elif pronoun.has("p3", "sg"):
        said = _SELVES["f" if pronoun.has("f") else "m"]
    else:
        return
    same.tag("<adv>")
    same.targets = [said + "<adv>"]
