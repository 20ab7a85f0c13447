"""*Haber* and *existir* that say what there is, and their *no*.

The rules of the pair lose the *no* of *no habrá* and *no habría* (the future and the conditional have none), and what
English denies of what there is goes with the noun: *there is no justice*. Before a noun without an article *no* goes
there; before anything else the English is given whole.
"""

from __future__ import annotations

from ....language import of
from .negation import NEGATIVE, negative
from .phrases import ROUGHLY, number, phrase, swap
from .sentence import Word, capital, drop, heads, made

_LOST = {"fti": "there will not be", "cni": "there would not be"}
_THERE = {"pri": "there are", "pii": "there were", "ifi": "there were", "fti": "there will be"}
_QUANTITIES = of("es").words("grammar", "quantities")
_NO = "<det><ind><sp>"
_MODALS = {
    ("poder", "pri"): ("there can be", "there cannot be"),
    ("poder", "prs"): ("there can be", "there cannot be"),
    ("poder", "fti"): ("there can be", "there cannot be"),
    ("poder", "ifi"): ("there could be", "there could not be"),
    ("poder", "pii"): ("there could be", "there could not be"),
    ("poder", "cni"): ("there could be", "there could not be"),
    ("deber", "pri"): ("there must be", "there must not be"),
    ("deber", "cni"): ("there should be", "there should not be"),
    ("deber", "pii"): ("there should be", "there should not be"),
    ("tener# que", "pri"): ("there has to be", "there does not have to be"),
    ("tener# que", "fti"): ("there will have to be", "there will not have to be"),
    ("ir", "pri"): ("there is going to be", "there is not going to be"),
    ("ir", "pii"): ("there was going to be", "there was not going to be"),
    ("soler", "pri"): ("there is usually", "there is not usually"),
}
"""Two verbs, the second *haber*: the English of both, and the same denied."""
_NOT_OBLIGED = {
    "pri": "one must not",
    "ifi": "it was not necessary to",
    "pii": "it was not necessary to",
    "fti": "it will not be necessary to",
    "cni": "it would not be necessary to",
}
"""*No hay que*."""
_OPENS = frozenset(("cm", "cnjcoo", "cnjsub", "cnjadv", "adv", "rel"))


def _no_longer(words: list[Word], n: int) -> int:
    """*Ya no hay peces*: there are no longer fish."""
    tense = next((tense for tense in _THERE if words[n].has(tense)), "")
    if tense and number(words, n + 1, phrase(words, n + 1)) == "pl":
        words[n].tag("<adv>")
        words[n].say(_THERE[tense], "<adv>")
    swap(words, n - 1, n, n + 1)
    return n + 1


def _said(words: list[Word], at: int) -> bool:
    """Whether what there is is said there."""
    return phrase(words, at) > at


def existence(words: list[Word]) -> None:
    """Say *there is no …* for *no hay …*, in every tense and behind other verbs."""
    n = 0
    while n < len(words):
        word = words[n]
        if word.has("p3", "pl") and word.base in ("ser", "sumar"):
            _count(words, n)
        if word.kind == "vbhaver" and word.has("ger") and heads(words, n):
            word.tag("<adv>")  # the rules of the pair look for a subject before it
            word.say("having", "<adv>")
        if word.base in ("haber", "hay") and word.has("p3"):
            _people(words, n)
        if word.base == "haber" and word.has("p3", "sg") and _had_been(words, n):
            n += 1
            continue
        if word.base in ("haber", "hay") and n and _alone(words, n) and _of_it(words, n):
            continue
        if word.base in ("haber", "hay", "haber que", "existir"):
            denied = n > 0 and words[n - 1].base == "no"
            if n and words[n - 1].base == "ya no" and word.base in ("haber", "hay") and _said(words, n + 1):
                n = _no_longer(words, n)
                continue
            if word.base == "haber que":
                n = _obliged(words, n, denied)
            elif word.base == "haber" and word.has("inf") and n and _alone(words, n):
                n = _behind(words, n)
            elif word.has("p3") and _alone(words, n):
                if word.base == "existir":
                    n = _exists(words, n, denied)
                elif denied and word.has("sg"):
                    n = _denied(words, n)
                elif word.has("sg") and word.base != "existir":
                    _several(words, n)
        n += 1


_HAD_BEEN = {"pii": "there had been", "pis": "there had been", "cni": "there would have been"}


def _had_been(words: list[Word], n: int) -> bool:
    """*Hubiera habido contaminación*: there had been pollution. True if it was said so."""
    tense = next((tag for tag in _HAD_BEEN if words[n].has(tag)), "")
    if not tense or n + 1 >= len(words) or words[n + 1].base != "haber" or not words[n + 1].has("pp"):
        return False
    if n and words[n - 1].base == "no":
        return False
    _whole(words, n, n + 1, _HAD_BEEN[tense])
    return True


def _people(words: list[Word], n: int) -> None:
    """*Hay despedidos*: a participle in the plural behind *haber* is people of whom it is said."""
    at = n + 1
    if at < len(words) and words[at].kind == "vblex" and words[at].has("pp", "pl"):
        words[at].tag(words[at].tags.replace("<vblex><pp>", "<adj>"))
        words.insert(at + 1, made("persona", "<n><f><pl>", "people", target_tags="<n><pl>"))
        tense = next((tag for tag in _THERE if words[n].has(tag)), "")
        if tense and not (n and words[n - 1].base == "no"):
            _whole(words, n, n, _THERE[tense])


_OF_IT = {
    "pri": ("is", "are"),
    "ifi": ("was", "were"),
    "pii": ("was", "were"),
    "fti": ("will be", "will be"),
    "cni": ("would be", "would be"),
}


def _of_it(words: list[Word], n: int) -> bool:
    """*No lo hubo*: there was none; *y los hay*: and there are. True if it was said so."""
    own, tense = words[n - 1], next((tense for tense in _OF_IT if words[n].has(tense, "p3")), "")
    if own.base not in ("lo", "prpers") or not own.has("prn", "pro", "p3") or own.has("ref") or not tense:
        return False
    be = _OF_IT[tense][own.has("pl")]
    before = words[n - 2] if n > 1 else None
    denied = before is not None and before.base in ("no", "nunca", "jamás")
    never = denied and before is not None and before.base != "no"
    _whole(
        words,
        n - 1 - denied,
        n,
        f"there {'never ' if never else ''}{be}" + (" any" if never else " none" if denied else ""),
    )
    return True


def _count(words: list[Word], n: int) -> None:
    """*Son por lo menos 41 las víctimas*, *sumaban 41 los muertos*: there are at least 41 victims."""
    at = n + 1
    while at < len(words) and words[at].base in ROUGHLY:
        at += 1
    if at + 2 >= len(words) or words[at].kind != "num" or not words[at + 1].has("det", "def", "pl"):
        return
    tense = next((tag for tag in _THERE if words[n].has(tag)), "")
    if tense and phrase(words, at + 1) > at + 1:
        drop(words, at + 1)
        _whole(words, n, n, _THERE[tense])


def _alone(words: list[Word], n: int) -> bool:
    """Whether *haber* is a verb of its own there: no participle goes with it."""
    at = n + 1
    if at < len(words) and words[at].has("enc"):
        at += 1  # podría haberse evitado
    return at == len(words) or not words[at].has("pp") or words[at].base == "haber"


def _several(words: list[Word], n: int) -> None:
    """*Había más de treinta heridos*, *hubo quienes*: there were."""
    at = n + 1
    end = phrase(words, at)
    many = words[at].base == "quien" if at < len(words) else False
    tense = next((tag for tag in _THERE if words[n].has(tag)), "")
    if tense and (many or (end > at and words[at].kind == "pr" and number(words, at, end) == "pl")):
        _whole(words, n, n, _THERE[tense])


def _denied(words: list[Word], n: int) -> int:
    """Put the *no* before *haber* where English has it; the place of *haber* afterwards."""
    at = n + 1
    if at < len(words) and words[at].base == "haber":
        at += 1  # no ha habido
    if _with_the_noun(words, at):
        drop(words, n - 1)
        return n - 1
    tense = next((tag for tag in _LOST if words[n].has(tag)), "")
    return _whole(words, n - 1, n, _LOST[tense]) if tense else n


def _with_the_noun(words: list[Word], at: int) -> bool:
    """Say *no* with what there is, at that place, if it can be said there."""
    if at >= len(words):
        return False
    what = words[at]
    if what.base in NEGATIVE:
        negative(what, alone=True)
    elif what.base == "quien":
        what.say("nobody who", "<rel><nn><sp>")
    elif what.kind in ("n", "adj") or what.base in _QUANTITIES or not what.tags:
        words.insert(at, made("ninguno", _NO, "no"))
    else:
        return False
    return True


def _whole(words: list[Word], first: int, last: int, english: str) -> int:
    """Say the words from `first` to `last` as one; its place."""
    word = words[last]
    word.tag("<adv>")
    word.name(word.lemma.lower())
    word.targets = [english + "<adv>"]
    word.before = words[first].before
    if heads(words, first):
        capital(word, words[first])
    del words[first:last]
    return first


def _behind(words: list[Word], n: int) -> int:
    """*Puede haber*, *va a haber*: there can be, there is going to be."""
    first = n - 2 if words[n - 1].base == "a" and n > 1 else n - 1
    tense = next((tag for tag in ("pri", "prs", "fti", "ifi", "pii", "cni") if words[first].has(tag)), "")
    english = _MODALS.get((words[first].base, tense))
    if english is None or not words[first].has("p3"):
        return n
    if first and words[first - 1].base == "no":
        if _with_the_noun(words, n + 1):
            return _whole(words, first - 1, n, english[0])
        return _whole(words, first - 1, n, english[1])
    return _whole(words, first, n, english[0])


def _obliged(words: list[Word], n: int, denied: bool) -> int:
    tense = next((tag for tag in _NOT_OBLIGED if words[n].has(tag)), "")
    return _whole(words, n - 1, n, _NOT_OBLIGED[tense]) if denied and tense else n


def _exists(words: list[Word], n: int, denied: bool) -> int:
    """*Existe* before what exists is *there is*."""
    first = n - 1 if denied else n
    opens = heads(words, first) or words[first - 1].kind in _OPENS
    follows = n + 1 < len(words) and (
        words[n + 1].kind in ("n", "adj", "num") or words[n + 1].has("det", "ind")
    )
    if not opens or not follows or "subj" in words[first].tags:
        return n
    word = words[n]
    tags = word.tags.replace("<pl>", "<sg>")
    now = word.has("pri")
    lemma, english = ("hay", "there is") if now else ("haber", "have")
    tags = tags if now else tags.replace("<vblex>", "<vbhaver>")
    upper = word.lemma[:1].isupper()
    word.name(lemma.capitalize() if upper else lemma)
    word.tag(tags)
    word.targets = [(english[:1].upper() + english[1:] if upper else english) + tags]
    return _denied(words, n) if denied else n
