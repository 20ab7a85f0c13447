"""The subject that Spanish leaves to the verb: *Ante los hechos, exigimos justicia* (we demand).

The rules of the pair take what is before the comma for the subject (*In front of the events, demand*). Where a clause
begins with a preposition, nothing of it can be the subject of a verb in the first or second person. And they put the subject behind
*nunca* and the like (*Never we will forget*).
"""

from __future__ import annotations

from ....language import of
from ....language.calendar import months, weekdays
from .constructions import PERIODS
from .negation import FINITE
from .phrases import movable, number, phrase, swap, thing
from .sentence import Word, capital, heads, made

_MIDDLE = frozenset(("ya no", "nunca", "jamás", "siempre", "todavía", "aún", "también", "solo", "sólo"))
"""What English says between the subject and its verb."""
_NEVER = frozenset(("nunca", "jamás", "ya no"))
_DAYS = weekdays("es")
_CALENDAR = _DAYS | months("es") | PERIODS | of("es").words("grammar", "parts_of_time")
_BEFORE = frozenset(("prn", "adv"))
_CROWDS = of("es").words("grammar", "crowds") | {"quien", "nadie"}
_OPENING = frozenset(("de si", "al no"))
"""Links that `conditions` has made."""
_ALONE = of("es").words("grammar", "appearing", "lasting")
_ON_PERSONS = of("es").words("grammar", "bodily")


def subjects(words: list[Word]) -> None:
    """Put *we* and its like before a verb behind *desde la sierra,*."""
    n = 0
    while n < len(words):
        opens = heads(words, n) or words[n - 1].kind == "lquest" or words[n].base == "vivo"
        if opens and words[n].kind == "adj" and _alive(words, n):
            n += 3
            continue
        if not heads(words, n):
            if words[n].has("itg") and words[n].kind == "adv":
                n = _asked(words, n)
            elif words[n].base in ("y", "e", "pero") and words[n].kind == "cnjcoo":
                n = _other(words, n)
            elif words[n].kind == "cm" and not _named(words, n):
                n = _behind_comma(words, n)
            elif words[n].kind in ("cnjsub", "cnjadv"):
                _has(words, n + 1)
            elif words[n].base == "donde" and words[n + 1 : n + 2] and words[n + 1].has("prn", "pro"):
                n = _asked(words, n)
            n += 1
            continue
        if words[n].kind == "prn" and _wanting(words, n):
            n += 3
            continue
        if words[n].kind == "pr" or words[n].base in _OPENING:
            n = _to_those(words, n) or _clause(words, n)
        elif words[n].kind == "cnjadv" or (
            words[n].kind == "adv" and n + 1 < len(words) and words[n + 1].kind == "cnjadv"
        ):
            n = _subordinate(words, n)
        elif words[n].base == "tener" and FINITE.match(words[n].tags) and not words[n].has("imp"):
            if not say_subject(words, n, n):  # of tener the rules of the pair say none
                _put(words, n, f"<prn><tn><p3>{'<mf><pl>' if words[n].has('pl') else '<nt><sg>'}")
        elif _done_to_one(words, n):
            gender = "f" if words[n + 1].has("f") else "m"
            _put(words, n, f"<prn><tn><p3><{gender}><sg>")
            _own(words, n, "her" if gender == "f" else "his")
        elif words[n].kind in ("det", "predet") and (verb := _on_a_day(words, n)):
            n = verb + 1
        elif _together(words, n):
            n += 3
        elif words[n].base in _MIDDLE and not _marked(words, n):
            verb = _verb(words, n + 1)
            if verb and (say_subject(words, n, verb) or _they(words, n, verb)):
                capital(words[n], words[n + 1])
                n = verb + 1
        n += 1


def _to_those(words: list[Word], n: int) -> int:
    """*A quienes gobiernan les decimos*: we tell them; where its verb is, 0 in any other sentence."""
    if words[n].base != "a" or n + 1 >= len(words) or words[n + 1].base != "quien":
        return 0
    finite = [at for at in range(n + 2, len(words)) if FINITE.match(words[at].tags)][:2]
    if len(finite) < 2 or any(words[at].kind == "sent" for at in range(n, finite[1])):
        return 0
    verb = finite[1]
    at = verb - 1 if words[verb - 1].has("prn", "pro") else verb
    return verb + 1 if say_subject(words, at, verb) else 0


def _together(words: list[Word], n: int) -> bool:
    """*Unidos somos más fuertes*, *juntas venceremos*: united, we are stronger."""
    if not (words[n].has("adj", "pl") or words[n].has("pp", "pl")) or n + 1 >= len(words):
        return False
    verb = _verb(words, n + 1)
    if not verb or not words[verb].has("p1", "pl") or not say_subject(words, n + 1, verb):
        return False
    if words[n].base == "unir":
        words[n].name("Unido")
        words[n].say("united")
    words.insert(n + 1, made(",", "<cm>", ",", before=""))
    return True


def _on_a_day(words: list[Word], n: int) -> int:
    """*Este jueves marchamos*, *cada 25 de noviembre salimos*: we; where its verb is, 0 if none follows a time."""
    at = thing(words, n)
    if at == n or not any(word.base in _CALENDAR for word in words[n:at]):
        return 0
    verb = _verb(words, at)
    return verb + 1 if verb and words[verb].has("p1") and say_subject(words, at, verb) else 0


def _they(words: list[Word], n: int, verb: int) -> bool:
    """*Nunca nos dijeron la verdad*: they never told us, where nobody is named behind the verb."""
    end = phrase(words, verb + 1)
    named = end > verb + 1 and number(words, verb + 1, end) == "pl"
    if words[n].base not in _NEVER or not words[verb].has("p3", "pl") or words[verb].kind != "vblex":
        return False
    if named or words[verb].base in _ALONE or any(word.has("ref") for word in words[n:verb]):
        return False
    _put(words, n, "<prn><tn><p3><mf><pl>")
    return True


def _alive(words: list[Word], n: int) -> bool:
    """*Vivas las queremos*: we want them alive."""
    if n + 2 >= len(words) or not words[n + 1].has("prn", "pro", "p3") or not movable(words, n, n + 3):
        return False
    if not words[n + 2].has("p1", "pl") or not FINITE.match(words[n + 2].tags):
        return False
    blank = words[n].before
    swap(words, n, n + 1, n + 3)
    say_subject(words, n, n + 1)
    words[n].before, words[n + 1].before = blank, " "
    return True


def _wanting(words: list[Word], n: int) -> bool:
    """*Nos quieren hacer creer*: they want; of *querer* and its like the rules of the pair say no subject behind a pronoun."""
    verb = words[n + 1] if n + 1 < len(words) else words[n]
    own = words[n].has("pro") and not words[n].has("ref")
    if not own or verb.kind != "vbmod" or not verb.has("p3", "pl") or not FINITE.match(verb.tags):
        return False
    _put(words, n, "<prn><tn><p3><mf><pl>")
    return True


def _has(words: list[Word], at: int) -> None:
    """*Les dijeron que tenían tres días*: that they had; of *tener* the rules of the pair say no subject."""
    if (
        at < len(words)
        and words[at].base == "tener"
        and words[at].has("p3", "pl")
        and FINITE.match(words[at].tags)
    ):
        _put(words, at, "<prn><tn><p3><mf><pl>")


def _named(words: list[Word], comma: int) -> bool:
    """Whether *nosotros* is named whose verb comes behind the comma: *Nosotros, los comuneros, exigimos*."""
    for at, word in enumerate(words):
        if word.has("prn", "tn", "p1") and (
            at > comma or not any(FINITE.match(w.tags) for w in words[at + 1 : comma])
        ):
            return True
    return False


def _clause(words: list[Word], start: int) -> int:
    at = start
    own = words[start].base == "de si"
    while at < len(words) and words[at].kind not in ("cm", "sent"):
        if words[at].base == "hacer" and words[at - 1].base == "desde":
            at += 1
            continue
        if not own and FINITE.match(words[at].tags):
            return _without_comma(words, start, at)
        if words[at].kind == "rel" or words[at].kind.startswith("cnj"):
            own = own or words[at].base == "de si"
            if not own:
                return start
        at += 1
    if at >= len(words) or words[at].kind != "cm":
        return start
    verb = _verb(words, at + 1)
    if verb and not say_subject(words, at + 1, verb):
        _third(words, at + 1, verb)
    return at


def _other(words: list[Word], n: int) -> int:
    """*Se prometió una escuela y nos dieron un aula*: a verb that does not agree with the one before *y* has another subject."""
    verb = _verb(words, n + 1)
    if not verb or any(word.has("ref") for word in words[n + 1 : verb]):
        return n
    before = next(
        (word for word in reversed(words[:n]) if FINITE.match(word.tags) or word.kind == "sent"), None
    )
    if before is None or before.kind == "sent" or not before.has("p3") or words[verb].base in _ALONE:
        return n
    if words[verb].has("p1", "pl"):
        say_subject(words, n + 1, verb)
        return verb + 1
    end = phrase(words, verb + 1)
    other = end > verb + 1 and number(words, verb + 1, end) == "pl"
    crowd = any(word.base in _CROWDS for word in words[:n])
    if (
        words[verb].has("p3", "pl")
        and before.has("sg")
        and words[verb].kind == "vblex"
        and not other
        and not crowd
    ):
        _put(words, n + 1, "<prn><tn><p3><mf><pl>")
        return verb + 1
    return n


def _subordinate(words: list[Word], start: int) -> int:
    """*Solo si se van volveremos*: the second verb of a sentence that begins like this, without a comma, has a subject of its own."""
    verbs = 0
    for at in range(start + 1, len(words)):
        word = words[at]
        if word.kind in ("cm", "sent", "rel", "cnjcoo", "cnjsub"):
            return start
        if FINITE.match(word.tags):
            verbs += 1
            if verbs == 2 and words[at - 1].kind in ("n", "np", "adj", "adv") and words[at - 1].base != "no":
                say_subject(words, at, at)
                return at
    return start


def _asked(words: list[Word], n: int) -> int:
    """*Dónde los enterraron*: where they buried them, if nobody is named behind the verb."""
    verb = _verb(words, n + 1)
    if not verb or words[verb].base in _ALONE or any(word.has("ref") for word in words[n + 1 : verb]):
        return n
    if say_subject(words, n + 1, verb):
        return verb + 1
    end = phrase(words, verb + 1)
    other = end > verb + 1 and number(words, verb + 1, end) == "pl" and words[end - 1].base not in PERIODS
    if words[verb].has("p3", "pl") and words[verb].kind == "vblex" and not other:
        _put(words, n + 1, "<prn><tn><p3><mf><pl>")
        return verb + 1
    return n


def _behind_comma(words: list[Word], n: int) -> int:
    """*Si no responden, marcharemos*: nothing before the comma is the subject of a verb in the first or second person."""
    at = n + 1
    if at + 1 < len(words) and words[at].has("det", "def") and words[at + 1].base in _DAYS:
        at += 2  # si no pagan, el miércoles marcharemos
    day = at
    while at < len(words) and words[at].base in _MIDDLE | {"no"}:
        at += 1
    verb = _verb(words, at)
    if not verb or not words[verb].has("p1", "pl"):
        return n
    say_subject(words, day, verb)
    return verb + 1


def _without_comma(words: list[Word], start: int, verb: int) -> int:
    """*Desde la sierra exigimos justicia*: nothing before the verb can be its subject."""
    at = verb
    while at > start + 1 and (words[at - 1].kind == "prn" or words[at - 1].base in _MIDDLE | {"no"}):
        at -= 1
    named = any(word.has("prn", "tn") for word in words[start:verb])
    if (
        not named
        and words[at - 1].kind in ("n", "np", "num", "adj", "adv")
        and movable(words, at - 1, verb + 1)
    ):
        if not say_subject(words, at, verb) and _undergone(words, verb):
            _put(words, at, "<prn><tn><p3><mf><pl>")
            return verb + 1
        return verb + 1 if words[at].has("prn", "tn") else start
    return start


def _undergone(words: list[Word], verb: int) -> bool:
    """*Tras seis años de juicio fueron absueltos*: they were, where none of them is named."""
    done = words[verb + 1] if verb + 1 < len(words) else None
    several = words[verb].kind == "vbser" and words[verb].has("p3", "pl")
    return several and done is not None and done.has("pp") and phrase(words, verb + 2) == verb + 2


def _third(words: list[Word], at: int, verb: int) -> None:
    """*Ante los hechos, exigen justicia*: they demand, where nothing that follows can be the subject."""
    at_once = all(word.has("prn", "pro") and not word.has("ref") for word in words[at:verb])
    if not at_once or not words[verb].has("p3"):
        return  # en vez de escucharnos, nos mandan a la policía
    if words[verb].has("pl") and words[verb].kind == "vblex" and words[verb].base not in _ALONE:
        end = thing(words, verb + 1)
        if end == verb + 1 or (number(words, verb + 1, end) == "sg" and words[verb + 1].kind != "num"):
            _put(words, at, "<prn><tn><p3><mf><pl>")
    elif words[verb].kind == "vbser" and words[verb].has("sg") and _stated(words, verb + 1):
        _put(words, at, "<prn><tn><p3><nt><sg>")


def _stated(words: list[Word], at: int) -> bool:
    return at < len(words) and words[at].kind in ("preadv", "adj", "adv") and phrase(words, at) == at


def _own(words: list[Word], n: int, english: str) -> None:
    """*Su casa* of the person that the sentence is about."""
    for word in words[n + 1 :]:
        if word.kind == "sent" or (FINITE.match(word.tags) and word.kind != "vbser"):
            return
        if word.base == "suyo" and word.has("det", "pos"):
            word.name("suya")
            word.say(english)


def _done_to_one(words: list[Word], n: int) -> bool:
    """*Fue asesinada en su casa*: whether it says of one person, named before, what was done to him or her."""
    if n + 1 >= len(words) or words[n].kind != "vbser" or not words[n].has("p3", "sg"):
        return False
    done = words[n + 1]
    if not FINITE.match(words[n].tags) or not done.has("pp", "sg") or done.base not in _ON_PERSONS:
        return False
    return phrase(words, n + 2) == n + 2


def _marked(words: list[Word], n: int) -> bool:
    """Whether a mark is around a word, which would then hold two."""
    return any("[" in word.before for word in words[n : n + 2])


def _verb(words: list[Word], n: int) -> int:
    """The finite verb behind pronouns and adverbs that stand there; 0 if there is none."""
    while n < len(words) and words[n].kind in _BEFORE and not words[n].has("tn"):
        n += 1
    return n if n < len(words) and FINITE.match(words[n].tags) and not words[n].has("imp") else 0


def say_subject(words: list[Word], at: int, verb: int) -> bool:
    """Put the pronoun of the verb's person at a place before it; False if it is the third."""
    person = next((tag for tag in ("p1", "p2") if words[verb].has(tag)), "")
    if person:
        count = "sp" if person == "p2" else "pl" if words[verb].has("pl") else "sg"
        _put(words, at, f"<prn><tn><{person}><mf><{count}>")
    return bool(person)


def _put(words: list[Word], at: int, tags: str) -> None:
    """A personal pronoun as the subject at a place."""
    head = heads(words, at)
    words.insert(
        at, made("prpers", tags, "prpers", "" if head else " ", target_tags=tags.replace("tn", "subj"))
    )
    if head:
        words[at].before, words[at + 1].before = words[at + 1].before, " "
        capital(words[at], words[at + 1])
