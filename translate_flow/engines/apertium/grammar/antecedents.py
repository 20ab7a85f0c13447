"""*Su*, and the subject that a clause leaves out, where the sentence names one who alone can be meant.

*La empresa no paga a sus obreros* (its), *El ministro mintió cuando dijo …* (when he said). Spanish leaves open whose *su* is, and the
rules of the pair say *their* and *it* throughout. Certain is the subject of the sentence, if nobody else is named between it and the
place.
"""

from __future__ import annotations

from dataclasses import dataclass

from ....language import of
from .negation import FINITE
from .phrases import number, phrase
from .sentence import Word, capital, heads, made

_SPANISH = of("es")
_PEOPLE = _SPANISH.words("grammar", "people") | _SPANISH.words("names", "titles", "roles")
_HUMAN = _SPANISH.words("grammar", "human") | {"dirigirse# a"}
_ON_PERSONS = _SPANISH.words("grammar", "bodily")
_GROUPS = _SPANISH.words("grammar", "bodies") | _SPANISH.words("names", "organisations")
_CLAUSES = _SPANISH.words("grammar", "clause_openers")
_TO_SOMEBODY = (
    _SPANISH.words("grammar", "direct", "bodily") | _SPANISH.words("grammar", "handing")
) - _SPANISH.words("grammar", "using_up")
_PLACES = _SPANISH.words("grammar", "homes", "places_of_care")
_NAMING = frozenset(("n", "np"))
_PARTICLES = _SPANISH.words("grammar", "before_the_verb")


@dataclass(frozen=True, slots=True)
class _Subject:
    verb: int
    """Where its verb is, or begins with its pronouns."""
    own: str
    """*his*, *her*, *its*."""
    tags: str
    """Of the pronoun for it."""


def antecedents(words: list[Word]) -> None:
    """Say *his*, *her*, *its*, and *he* and *she*, of the subject of a sentence."""
    n = 0
    before: _Subject | None = None
    while n < len(words):
        if n and words[n - 1].kind != "sent":
            n += 1
            continue
        subject = _subject(words, n) or _still(words, n, before)
        if words[n].kind != "sent":
            before = subject
        n = _follow(words, subject) if subject is not None else n + 1
    n = 0
    while n < len(words):
        if n == 0 or words[n - 1].kind == "sent":
            _only_one(words, n)
        n += 1
    _him(words)


def _still(words: list[Word], start: int, before: _Subject | None) -> _Subject | None:
    """*El ministro mintió. Debe renunciar*: the person of the sentence before, where this one names no subject."""
    if before is None or not before.tags:
        return None
    at = start
    if not _begins(words, at):
        at = next((n for n in range(start, len(words)) if words[n].kind in ("cm", "sent")), start)
        if words[at].kind != "cm" or any(_finite(word) or word.kind == "rel" for word in words[start:at]):
            return None
        at += 1
    if not _begins(words, at) or not _left_out(words, at):
        return None
    pronoun = made("prpers", before.tags, "prpers", target_tags=before.tags.replace("tn", "subj"))
    words.insert(at, pronoun)
    pronoun.before, words[at + 1].before = words[at + 1].before, " "
    if heads(words, at):
        capital(pronoun, words[at + 1])
    return _Subject(at + 1, before.own, before.tags)


def _begins(words: list[Word], at: int) -> bool:
    """Whether a verb is there, behind nothing but *no*, *ya* and pronouns."""
    while at < len(words) and (words[at].base in _PARTICLES or words[at].has("prn", "pro")):
        at += 1
    return at < len(words) and _finite(words[at]) and words[at].kind not in ("vbser", "vbhaver")


def _finite(word: Word) -> bool:
    return bool(FINITE.match(word.tags))


def _opens(word: Word) -> bool:
    """Whether a clause begins with it: *cuando*, *pese a que*."""
    return word.base in _CLAUSES or (word.kind == "cnjadv" and word.base.endswith(" que"))


def _only_one(words: list[Word], start: int) -> None:
    """*Mataron a nuestro hermano cuando regresaba*: he, of a verb of persons where the sentence names one person before it."""
    sort = ""
    n = start
    while n < len(words) and words[n].kind != "sent":
        word = words[n]
        if word.kind in ("n", "np") and (word.base in _PEOPLE or word.has("ant")):
            sort = _sort(words, n, sort)
        clause = _opens(word) or word.base == ";"
        if clause and sort in ("m", "f") and _left_out(words, n + 1) and _done_by_persons(words, n + 1):
            tags = f"<prn><tn><p3><{sort}><sg>"
            words.insert(n + 1, made("prpers", tags, "prpers", target_tags=tags.replace("tn", "subj")))
            n += 1
        n += 1


def _him(words: list[Word]) -> None:
    """*Capturaron al ladrón y lo entregaron*: him, where the nearest thing of its gender before it is a person."""
    nearest = {"m": False, "f": False}
    for n, word in enumerate(words):
        kind = word.kind
        if kind == "sent":
            nearest = {"m": False, "f": False}
        elif kind in _NAMING and word.has("sg"):
            person = word.base in _PEOPLE or word.has("ant")
            for gender in nearest:
                if not person and word.base in _PLACES:
                    continue  # al herido lo llevaron al hospital, pero nadie lo atendió
                if word.has(gender) or word.has("mf"):
                    nearest[gender] = person
        elif kind == "prn" and word.base in ("lo", "prpers") and word.has("p3") and not word.has("tn"):
            gender = "f" if word.has("f") else "m"
            if nearest[gender] and _done_to_somebody(words, n):
                word.targets = [target.replace("<nt>", f"<{gender}>") for target in word.targets]


def _done_to_somebody(words: list[Word], n: int) -> bool:
    """Whether the verb of a pronoun is one whose object is mostly somebody."""
    verbs = words[max(0, n - 1) : n] if words[n].has("enc") else words[n + 1 : n + 3]
    return any(word.base in _TO_SOMEBODY for word in verbs)


def _sort(words: list[Word], n: int, before: str) -> str:
    """The gender of one person, the same as that of the one before; `?` where several can be meant."""
    word = words[n]
    article = words[n - 1] if n and words[n - 1].kind == "det" else word
    named = words[n - 1].base in _PEOPLE if n else False  # compañero Gerardo
    sort = next((tag for tag in ("f", "m") if article.has(tag)), "") or next(
        (tag for tag in ("f", "m") if word.has(tag)), "?"
    )
    if word.has("pl") or (article.has("pl")):
        return before and "?"
    return sort if not before or (before == sort and named) or before == sort else "?"


def _done_by_persons(words: list[Word], at: int) -> bool:
    """Whether what persons alone do is told there, without a subject behind it."""
    while at < len(words) and not FINITE.match(words[at].tags):
        at += 1
    if at >= len(words) or words[at].base not in _HUMAN:
        return False
    behind = words[at + 1 : phrase(words, at + 1)]
    return not any(word.base in _PEOPLE | _GROUPS or word.kind == "np" for word in behind)


def _subject(words: list[Word], start: int) -> _Subject | None:
    """The subject at the head of a sentence, one person or thing."""
    if start + 2 < len(words) and words[start].kind == "pr":
        while start < len(words) and words[start].kind not in ("cm", "sent"):
            if FINITE.match(words[start].tags):
                return None
            start += 1
        start += 1
    end = phrase(words, start)
    if end == start or number(words, start, end) != "sg":
        return None
    at = end
    if end + 1 < len(words) and words[end].base in ("y", "e") and words[end + 1].base == "suyo":
        at = end + 1  # la viuda y sus hijos
    while at < len(words) and (words[at].base in _PARTICLES or words[at].has("prn", "pro")):
        at += 1
    if at >= len(words):
        return None
    if words[at].base != "suyo" and not (FINITE.match(words[at].tags) and words[at].has("p3", "sg")):
        return None
    head = next(word for word in words[start:end] if word.kind in ("n", "np"))
    if head.kind == "np" and not head.has("ant"):
        return None
    if head.kind == "n" and head.base not in _PEOPLE:
        return _Subject(at, "its", "")
    name = next((word for word in words[start:end] if word.has("ant")), head)
    female = words[start].has("det", "f") or head.has("f") or name.has("f")
    male = words[start].has("det", "m") or head.has("m") or name.has("m")
    if female == male:
        return None
    sort = "f" if female else "m"
    return _Subject(at, "her" if female else "his", f"<prn><tn><p3><{sort}><sg>")


def _follow(words: list[Word], subject: _Subject) -> int:
    """Give the rest of the sentence what is the subject's; the place of its end."""
    n = subject.verb
    while n < len(words) and words[n].kind != "sent":
        word = words[n]
        pronoun = word.kind == "prn"
        if pronoun and word.base == "prpers" and word.has("tn", "p3", "nt") and words[n - 1].kind == "rel":
            if subject.tags:  # los delitos que cometió
                word.tag(subject.tags)
                word.targets = ["prpers" + subject.tags.replace("tn", "subj")]
        elif (
            word.kind == "np"
            or word.base == "quien"
            or word.base in _PEOPLE
            or (
                pronoun and (word.has("tn") or word.has("pro", "p3", "pl"))
            )  # los acusa y rechaza sus reclamos
        ):
            break
        if word.base == "que" and word.kind == "cnjsub":
            end = phrase(words, n + 1)
            if end > n + 1 and end < len(words) and FINITE.match(words[end].tags):
                break  # reconoció que la represa tenía grietas desde su construcción
        if word.base == "suyo" and word.has("det", "pos"):
            word.name("suya")
            word.say(subject.own)
        elif subject.tags and _opens(word) and _left_out(words, n + 1):
            words.insert(
                n + 1, made("prpers", subject.tags, "prpers", target_tags=subject.tags.replace("tn", "subj"))
            )
            n += 1
        elif subject.own == "its" and word.kind == "n" and word.has("pl"):
            break
        n += 1
    return n


def _left_out(words: list[Word], at: int) -> bool:
    """Whether a clause begins there that does not say its subject, who is a person."""
    if at and words[at - 1].kind == "rel" and words[at - 1].base == "que":
        return False
    while at < len(words) and (words[at].base in _PARTICLES or words[at].has("prn", "pro")):
        if words[at].has("ref") and (at + 1 == len(words) or words[at + 1].base != "dirigirse# a"):
            return False
        at += 1
    if at >= len(words) or not FINITE.match(words[at].tags) or not words[at].has("p3", "sg"):
        return False
    if words[at].base in _HUMAN:
        return not (at + 2 < len(words) and any(word.base in _PEOPLE for word in words[at + 1 : at + 3]))
    behind = words[at + 1] if at + 1 < len(words) else None
    if words[at].kind == "vbser":  # fue amenazado
        return behind is not None and behind.has("pp", "sg") and behind.base in _ON_PERSONS
    return phrase(words, at + 1) == at + 1
