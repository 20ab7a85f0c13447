"""Negative words of Spanish in the English they ask for.

*Nadie*, *ningún* and *nada* are negative by themselves before the verb (*Nadie respondió*: nobody) and only go along
with another negation behind it (*No respondió nadie*: anybody). The dictionaries of Apertium know the second reading
alone, and so turn "no minister has resigned" into "any minister has resigned". Each is given the reading of its place
(Real Academia Española, Nueva gramática, 48.3: la doble negación). The same for *ni* behind another negation (nor, not
neither) and *no* before anything but a verb (*no solo*: not only).
"""

from __future__ import annotations

import re

from ....language import of
from .sentence import Word

NEGATIVE = {
    "ninguno": ("no", "any"),
    "nadie": ("nobody", "anybody"),
    "nada": ("nothing", "anything"),
}
"""By Spanish lemma: the English when it negates, and when another word does."""
_NEGATORS = (
    of("es").words("negation", "negators", "without", "agreeing", "joining") | {"sin que", "que no", "ya no"}
) - NEGATIVE.keys()
"""What negates the clause behind it, by itself."""
_CLAUSES = frozenset({"si", "y", "e", "pero", "mas", "sino", ";", ":"})
"""Words and characters behind which a clause of its own begins."""
_NEVER = frozenset(("nunca", "jamás", "nunca más"))
_TELLING = _NEGATORS | _CLAUSES | NEGATIVE.keys() | {"ni siquiera"} | _NEVER
_COMPARING = of("es").words("grammar", "comparing")
_NOMINAL = frozenset(("n", "np", "adj", "prn", "num", "cm"))
"""What *ni* joins another of its like to; behind a verb it may be *not even* as well."""
_REACH = 12
"""Words between one *ni* and the next."""
FINITE = re.compile(r"^<v\w+>.*<(?:pri|prs|ifi|pii|pis|fti|fts|cni|imp)>")


def negation(words: list[Word]) -> None:
    """Give negative words the English of their place."""
    negated = comma = listing = False
    for n, word in enumerate(words):
        base = word.base
        if listing and FINITE.match(word.tags):
            listing = False
        if base not in _TELLING and word.kind not in ("sent", "cm"):
            continue
        if base in NEGATIVE and not _compares(words, n):
            alone = not negated or (comma and listing) or (comma and _before_verb(words, n))
            negative(word, alone)
            listing = alone  # ningún juez, ningún fiscal ha venido
            negated, comma = True, False
            if n + 2 < len(words) and words[n + 1].base == "que" and words[n + 2].has("inf"):
                words[n + 1].tag("<adv>")
                words[n + 1].say("to", "<adv>")
        elif base in _NEVER and negated and not comma and not _denies(words, n):
            word.say("ever again" if base == "nunca más" else "ever", word.tags)  # no vino nunca
        elif base == "ni siquiera" and negated:
            word.say("even", word.tags)  # no pudieron llamar ni siquiera a sus familias
        elif base in _NEGATORS:
            _negator(words, n, negated)
            negated, comma = True, False
        elif word.kind == "sent" or base in _CLAUSES:
            negated = comma = listing = False
        elif word.kind == "cm":
            comma = True


def _compares(words: list[Word], n: int) -> bool:
    """Whether the word is what is compared with: *más que nadie*. And *para nada*, *nada más* are no *nothing*."""
    before = words[n - 1].base if n else ""
    if words[n].base == "nada":
        after = words[n + 1].base if n + 1 < len(words) else ""
        if before == "para" or after == "más":
            return True
    than = before.removesuffix(" que")
    return (than in _COMPARING and than != before) or (
        before == "que" and n > 1 and words[n - 2].base in _COMPARING
    )


def _denies(words: list[Word], n: int) -> bool:
    """Whether a verb that the word denies follows: *no sé por qué nunca vino*."""
    at = n + 1
    while at < len(words) and words[at].has("prn", "pro"):
        at += 1
    return at < len(words) and FINITE.match(words[at].tags) is not None


def _before_verb(words: list[Word], n: int) -> bool:
    """Whether a finite verb follows in the same clause."""
    for word in words[n + 1 :]:
        if FINITE.match(word.tags):
            return True
        if word.kind in ("cm", "sent", "rel", "cnjsub") or word.base == "que":
            return False
    return False


def _negator(words: list[Word], n: int, negated: bool) -> None:
    """*ni* and *no* where they are not what the dictionary says."""
    word = words[n]
    if word.base == "ni" and not negated and n + 1 < len(words) and not _again(words, n):
        one = words[n + 1].base in ("un", "uno", "una") or words[n + 1].has("det", "ind")
        word.say("not" if one else "not even", word.tags)
        more = next((k for k in (n + 2, n + 3) if k < len(words) and words[k].base == "más"), 0)
        if more and words[n + 1].base == "uno" and (more == n + 2 or words[n + 2].kind == "n"):
            word.say("not one more", word.tags)  # ni un muerto más
            del words[more]
            del words[n + 1]
    elif word.base == "ni" and n and negated and (at := _denied_verb(words, n)):
        word.say("and", word.tags)  # no se identificaron ni mostraron orden
        words.insert(at, Word(" ", "no", "<adv>", ["no<adv>"]))
    elif word.base == "ni" and n:
        before = words[n - 1]
        single = [w.base for w in words[n + 1 : n + 3]] == ["uno", "solo"]
        if negated and single:
            word.say("even", word.tags)  # no hay en la región ni un solo hospital
        elif any(w.base == "ni" and w.targets[0].startswith("either") for w in words[max(0, n - _REACH) : n]):
            word.say("or", word.tags)
        elif negated and n + 1 < len(words) and words[n + 1].has("inf") and words[n + 1].kind == "vblex":
            word.say(
                "even" if before.kind[:1] == "v" and FINITE.match(before.tags) else "or", word.tags
            )  # no podemos regar ni beber
        elif negated and n + 1 < len(words) and words[n + 1].has("pp") and before.has("pp"):
            word.say("or", word.tags)  # jamás ha pedido ni recibido
        elif negated and n + 1 < len(words) and words[n + 1].has("itg"):
            word.say("nor", word.tags)
        elif negated and _without(words, n):
            word.say("or", word.tags)  # sin orden ni aviso
        elif (
            negated
            and words[n + 1 : n + 2]
            and words[n + 1].kind in ("adv", "cnjadv")
            and _of_two(words, n) == "either"
        ):
            word.say("either", word.tags)  # ni antes ni después
        elif negated and (before.kind in _NOMINAL or before.base in NEGATIVE):
            word.say("nor", word.tags)
        elif (
            negated
            and n + 1 < len(words)
            and words[n + 1].kind in ("det", "n", "np", "num", "pr")
            and before.kind[:1] == "v"
        ):
            word.say(_of_two(words, n), word.tags)
    if word.base == "no" and n + 1 < len(words):
        following = words[n + 1]
        joined = n > 0 and words[n - 1].kind in ("cnjcoo", "cm")
        slogan = following.base == "más" or (following.base == "a" and not joined)  # No a la represión
        if following.kind in ("pr", "adv", "predet", "cnjadv", "cnjsub", "det") and not slogan:
            word.say("not", word.tags)


def _denied_verb(words: list[Word], n: int) -> int:
    """Where the verb or its pronouns begin that *ni* goes on to deny; 0 if there is none, or *ni … ni* has begun it."""
    at = n + 1
    while at < len(words) and words[at].has("prn", "pro"):
        at += 1
    if at >= len(words) or not FINITE.match(words[at].tags):
        return 0
    if any(
        word.base == "ni" and word.targets[0].lower().startswith(("either", "neither")) for word in words[:n]
    ):
        return 0
    return n + 1


def _without(words: list[Word], n: int) -> bool:
    """Whether *sin* is what denies what *ni* goes on with: *sin orden ni aviso*."""
    for word in reversed(words[:n]):
        if word.base in ("sin", "sin que"):
            return True
        if word.base in _TELLING or word.kind in ("sent", "rel") or FINITE.match(word.tags):
            return False
    return False


def _again(words: list[Word], n: int) -> bool:
    """Whether another *ni* follows in the same sentence."""
    for word in words[n + 1 :]:
        if word.kind == "sent":
            return False
        if word.base == "ni":
            return True
    return False


def _of_two(words: list[Word], n: int) -> str:
    """*ni* behind a negated verb: the first of two is *either*, one alone *even*."""
    for word in words[n + 1 :]:
        if word.kind == "sent" or FINITE.match(word.tags):
            break
        if word.base == "ni":
            return "either"
    return "even"


def negative(word: Word, alone: bool) -> None:
    """Say a negative word: by itself, or behind another negation."""
    no, some = NEGATIVE[word.base]
    tags = word.targets[0][word.targets[0].find("<") :] if "<" in word.targets[0] else word.tags
    if word.base == "nada":
        tags = "<prn><tn><m><sg>"
        word.tag(tags)
    target = no if alone else some
    if target == "no" and tags.startswith("<prn>"):
        target = "none"
    word.say(target, tags)
