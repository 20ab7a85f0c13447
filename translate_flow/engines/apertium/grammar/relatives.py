"""Relatives whose subject is behind their verb, and those behind a preposition: *la ley que aprobó el Congreso*, *el río del que bebemos*.

The analyser takes *en el que* for one relative, and *del que* and *al que* for an article and *that*; and the rules of the pair say a verb
behind such a relative without a subject (*with which speak*). None of what is before the verb can be the subject of a verb in
the first or second person; and of verbs of coming and happening, and of *vivir* and its like, what is behind it is the subject.
"""

from __future__ import annotations

import re

from ....language import of
from .negation import FINITE
from .passives import be_done
from .phrases import movable, number, phrase, swap
from .sentence import Word, drop, made
from .subjects import say_subject
from .whom import other_person

_SPANISH = of("es")
_ALONE = _SPANISH.words("grammar", "appearing", "lasting")
_SOURCING = _SPANISH.words("grammar", "sourcing")
_DIRECT = _SPANISH.words("grammar", "direct") - _SPANISH.words("grammar", "giving")
_DONE = _SPANISH.words("grammar", "done")
_SAID = re.compile(r"<(pri|prs|ifi|pii|pis|fti|cni)><p3><sg>")
_LEADING = _SPANISH.words("grammar", "leading")
_WRITINGS = _SPANISH.words("grammar", "writings")
_ISSUING = _SPANISH.words("grammar", "issuing")
_PERSONS = _SPANISH.words("grammar", "people") | _SPANISH.words("names", "titles", "roles")
_GROUPS = _SPANISH.words("grammar", "bodies") | _SPANISH.words("names", "organisations")
_OBJECTIVE = _SPANISH.words("grammar", "objective")
_ANY = frozenset(("el que", "el cual"))
_NAMED = frozenset(("n", "np"))
"""What they may stand for; behind anything else it is *those who*."""
_CROWDS = _SPANISH.words("grammar", "crowds")
"""With which a verb may be in the plural all the same."""
_CLOSING = frozenset(("pr", "adv", "cnjcoo", "cnjadv"))
_ADVERBS = _SPANISH.words("grammar", "before_the_verb")
_MOST = {"más": "most", "menos": "least"}
_REPORTED = _SPANISH.words("grammar", "reported")
_WHICH = "<rel><nn>"
_WHEN = _SPANISH.words("grammar", "occasions")
"""On which, or how, something is done, and which does nothing itself."""


def relatives(words: list[Word]) -> None:
    """Join *del que*, and give the verb behind a relative its subject."""
    n = 0
    while n + 2 < len(words):
        if words[n].kind == "rel" and words[n + 1].base in _MOST and FINITE.match(words[n + 2].tags):
            _most(words, n)
        if words[n].kind == "pr":
            _joined(words, n)
            if words[n].base == "a" and words[n + 1].base == "el que" and n and words[n - 1].kind in _NAMED:
                _who_were(words, n)
            if words[n].base == "a" and words[n + 1].base in ("quien", "el cual") and n:
                _whom(words, n)
                n += 1
                continue
            if (
                words[n + 1].base == "el que"
                and words[n + 1].has("pl")
                and (n == 0 or FINITE.match(words[n - 1].tags) or _joins(words, n - 1) or _of_none(words, n))
            ):
                _those(words, n)
            if (
                words[n + 1].base in _ANY
                and n
                and _antecedent(words, n) is not None
                and (verb := _subject(words, n + 2) or _named(words, n + 2))
            ):
                _preposition(words, n, words[verb])
        elif words[n].base == "cualquiera" and words[n + 1].base == "que" and words[n + 1].kind == "rel":
            words[n].say("anyone", "<prn><tn><mf><sg>")
            words[n + 1].targets = ["who<rel><an><mf><sp>"]
        elif words[n].base == "que" and words[n].kind == "rel" and n and words[n - 1].base == "cada vez":
            _sufferer(words, n, words[n + 1].has("pl"))
        elif words[n].base == "lo que" and words[n].kind == "rel":
            _subject(words, n + 1)
        elif words[n].base == "quien" and words[n].kind == "rel" and n and words[n - 1].kind == "cm":
            _who(words, n)
        elif words[n].base == "que" and words[n].kind == "rel" and n and words[n - 1].kind in _NAMED:
            _other(words, n)
        elif words[n].base == "que" and words[n].kind == "rel" and n > 1 and _behind_adjective(words, n):
            _sufferer(words, n, words[n + 1].has("pl"))
        n += 1


def _other(words: list[Word], n: int) -> None:
    """*El peligro que corríamos*, *los pasivos que dejó la mina*: a verb that does not agree with what is before *que* has another subject."""
    at = n + 1
    while at < len(words) and (
        words[at].base in _ADVERBS or (words[at].kind == "prn" and not words[at].has("tn"))
    ):
        if words[at].has("ref"):
            if words[at + 1 : at + 2] and words[at + 1].base == "llevar" and phrase(words, at + 2) > at + 2:
                drop(words, at)  # el agua que se lleva la mina
                behind = phrase(words, at + 1)
                if at == n + 1 and movable(words, at, behind):
                    swap(words, at, at + 1, behind)
            return
        at += 1
    if at >= len(words) or not FINITE.match(words[at].tags):
        return
    if words[at].has("p1") or words[at].has("p2"):
        say_subject(words, n + 1, at)
        return
    plural = words[at].has("pl")
    noun = words[n - 1]
    end = phrase(words, at + 1)
    if end > at + 1 and at == n + 1 and _doer(words, at, noun, end):
        if movable(words, n + 1, end):
            swap(words, n + 1, at + 1, end)
        return
    ago = any(word.base == "hacer" for word in words[max(0, n - 5) : n])
    if noun.base in _WHEN and not ago and plural and words[at].kind in ("vblex", "vbhaver") and end == at + 1:
        _sufferer(words, n, plural)  # las veces que nos cortaron, el día que lo mataron
        return
    if words[at].kind == "vbhaver" and at + 1 < len(words) and words[at + 1].has("pp") and at == n + 1:
        behind = phrase(words, at + 2)
        other = plural != noun.has("pl") or _doer(
            words, at, noun, behind
        )  # la ley que había aprobado el Congreso
        if other and behind > at + 2 and number(words, at + 2, behind) == ("pl" if plural else "sg"):
            if movable(words, n + 1, behind):  # las amenazas que ha recibido la periodista
                swap(words, n + 1, at + 2, behind)
            return
    done = end == at + 1 < len(words) and words[at].kind == "vbhaver" and words[at + 1].has("pp")
    if done and plural and noun.kind == "n" and noun.has("sg") and noun.base not in _CROWDS:
        _sufferer(words, n, plural)  # la solidaridad que nos han enviado
        return
    if _objective(words, at, noun):
        _sufferer(words, n, plural)
        return
    if plural == noun.has("pl") or not (noun.has("sg") or noun.has("pl")) or noun.kind == "np":
        return
    if end > at + 1 and number(words, at + 1, end) == ("pl" if plural else "sg"):
        if movable(words, n + 1, end):
            swap(words, n + 1, at + 1, end)
    elif end == at + 1 and words[at].kind == "vblex" and noun.base not in _CROWDS:
        tags = f"<prn><tn><p3>{'<mf><pl>' if plural else '<nt><sg>'}"  # las escuelas que ocupa
        words.insert(n + 1, made("prpers", tags, "prpers", target_tags=tags.replace("tn", "subj")))


def _behind_adjective(words: list[Word], n: int) -> bool:
    """*La brutal represión estatal que padece*: of a noun before an adjective."""
    return (
        words[n - 1].kind == "adj"
        and words[n - 2].kind == "n"
        and FINITE.match(words[n + 1].tags) is not None
        and _objective(words, n + 1, words[n - 2])
    )


def _sufferer(words: list[Word], n: int, plural: bool) -> None:
    """A pronoun as the subject behind *que*: *lo acusan de un delito que no cometió*, that he did not commit."""
    who = f"<prn><tn><p3>{'<mf><pl>' if plural else f'<{_gender(words, n - 1)}><sg>'}"
    words.insert(n + 1, made("prpers", who, "prpers", target_tags=who.replace("tn", "subj")))


def _gender(words: list[Word], n: int) -> str:
    """`m` or `f` of the person named last before a thing, `nt` if that is an organisation or nobody."""
    for word in reversed(words[:n]):
        if word.kind == "sent":
            break
        if word.base in _GROUPS and word.kind == "n":
            break
        person = word.kind == "n" and word.base in _PERSONS and word.has("sg")
        if person or (word.has("prn", "pro", "p3") and not word.has("ref") and not word.has("pl")):
            return "f" if word.has("f") else "m"
    return "nt"


def _objective(words: list[Word], at: int, noun: Word) -> bool:
    """*La represión que padece*: of a verb that wants an object and has none, what is before *que* is the object."""
    if noun.base in _PERSONS | _GROUPS | _CROWDS or words[at - 1].has("prn", "pro"):
        return False
    if words[at].kind == "vbhaver" and at + 1 < len(words) and words[at + 1].has("pp"):
        at += 1  # las medidas que había pedido
    verb = words[at]
    if verb.base not in _OBJECTIVE or verb.kind != "vblex" or noun.kind != "n":
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    return after is None or ((after.ends or after.kind in _CLOSING) and after.base != "a")


def _doer(words: list[Word], verb: int, noun: Word, end: int) -> bool:
    """Whether what is behind the verb behind *que* is its subject though it agrees with what is before *que* as well.

    *La comisión que preside Rojas*: of verbs of leading. *La ley que aprobó el Congreso*: a law approves nothing. *El acuerdo que firmó
    el ministro*: a person who is the object has *a* before it.
    """
    if words[verb].kind not in ("vblex", "vbhaver") or not words[verb].has("p3"):
        return False
    several = words[verb].has("pl")
    verb += words[verb].kind == "vbhaver"
    if number(words, verb + 1, end) != ("pl" if several else "sg"):
        return False
    head = next((word for word in words[verb + 1 : end] if word.kind in ("n", "np")), None)
    if head is None:
        return False
    if words[verb].base in _LEADING:
        definite = words[verb + 1].kind == "np" or words[verb + 1].has("def")
        return definite and (head.kind == "np" or head.base in _PERSONS | _GROUPS)
    if not (words[verb + 1].has("def") or words[verb + 1].has("pos") or words[verb + 1].kind == "np"):
        return False
    written = noun.base in _WRITINGS and words[verb].base in _ISSUING and head.base not in _WRITINGS
    return written or (head.kind == "n" and head.base in _PERSONS and noun.base not in _PERSONS)


def _most(words: list[Word], n: int) -> None:
    """*Los que más sufren*: who suffer most."""
    how = words.pop(n + 1)
    how.say(_MOST[how.base], "<adv>")
    how.tag("<adv>")
    words.insert(n + 2, how)


def _who_were(words: list[Word], n: int) -> None:
    """*Los maestros a los que se despidió*: that were dismissed."""
    se = n + 2 + (n + 2 < len(words) and words[n + 2].base == "no")
    if se + 1 >= len(words) or words[se].base != "se" or words[se + 1].base not in _DIRECT | _DONE:
        return
    tense = _SAID.search(words[se + 1].tags)
    if tense is None or words[se + 1].kind != "vblex" or phrase(words, se + 2) > se + 2:
        return
    be_done(words, se, tense[1], "pl" if words[n + 1].has("pl") else "sg", False)
    words[n + 1].name("que")
    words[n + 1].tag("<rel><an><mf><sp>")
    words[n + 1].targets = ["that<rel><an><mf><sp>"]
    drop(words, n)


def _joins(words: list[Word], at: int) -> bool:
    """Whether *y por* goes on with what *por las que* began."""
    before = {word.base for word in words[max(0, at - 8) : at]}
    return (
        words[at].kind == "cnjcoo"
        and at + 1 < len(words)
        and words[at + 1].base in before
        and "quien" in before
    )


def _of_none(words: list[Word], n: int) -> bool:
    """*No para los que siembran*, *la voz por los que no están*: whether nothing before it is meant, by its number."""
    before = words[n - 1]
    if before.base in ("no", "sino", "solo", "también") or before.kind in ("cnjcoo", "sent", "adv"):
        return True
    joined = any(word.base in ("y", "e", ",") for word in words[max(0, n - 5) : n])
    return before.kind == "n" and before.has("sg") and before.base not in _CROWDS and not joined


def _those(words: list[Word], n: int) -> None:
    """*Por las que ya no están*: for those who are no longer here."""
    words[n + 1].name("quien")
    words[n + 1].targets = ["those who<rel><nn><mf><pl>"]
    words[n + 1].tag("<rel><nn><mf><pl>")


def _whom(words: list[Word], n: int) -> None:
    """*La mujer a quien detuvieron*: whom they arrested; *a quien dieron la orden*: to whom."""
    end = next((k for k in range(n + 2, len(words)) if FINITE.match(words[k].tags)), n)
    end += end > n and words[end].kind == "vbhaver"
    behind = words[end + 1 : phrase(words, end + 1)] if end > n else []
    thing = behind and not any(word.base in _PERSONS | _GROUPS or word.kind == "np" for word in behind)
    person = words[n - 1].kind in ("np", "cm") or (words[n - 1].base in _PERSONS and not thing)
    if not person or words[n].before not in ("", " "):
        return  # poner trabas a quien investiga
    at = n + 2
    while at < len(words) and not FINITE.match(words[at].tags):
        if words[at].ends or words[at].kind in ("rel", "cnjsub"):
            return
        at += 1
    if at >= len(words):
        return
    verb = words[at + 1] if words[at].kind == "vbhaver" and at + 1 < len(words) else words[at]
    words[n + 1].tag("<adv>")
    words[n + 1].targets = ["whom<adv>"]
    if verb.base in _DIRECT | _REPORTED and words[at - 1].base != "se":
        drop(words, n)
    else:
        n += 1
    at = _subject(words, n + 1)
    if at == n + 1 and verb.base in _DIRECT | _REPORTED and other_person(words, n, at):
        return
    end = phrase(words, at + 1) if at == n + 1 else at
    if not at or end <= at + 1 or words[at].kind != "vblex" or not words[at].has("p3"):
        return
    head = next((word for word in words[at + 1 : end] if word.kind in ("n", "np")), None)
    if head is None or not (head.base in _PERSONS | _GROUPS or head.kind == "np"):
        _sufferer(words, n, words[at].has("pl"))  # a quienes imputa un delito
        return
    if number(words, at + 1, end) == ("pl" if words[at].has("pl") else "sg") and movable(words, n + 1, end):
        swap(words, n + 1, at + 1, end)


def _who(words: list[Word], n: int) -> None:
    """*Lo ocultó el ministro, quien renunció*: who, of one named before the comma behind a verb."""
    told = words[n - 2] if n > 1 else None
    if told is None or told.kind not in ("n", "np", "adj") or told.has("pl") != words[n].has("pl"):
        return
    for at in range(n - 2, -1, -1):
        if words[at].kind == "sent":
            return
        if FINITE.match(words[at].tags):
            words[n].tag("<rel><an><mf><sp>")
            words[n].targets = ["who<rel><an><mf><sp>"]
            return


def _joined(words: list[Word], n: int) -> None:
    article, that = words[n + 1 : n + 3]
    related = that.kind == "rel" or (that.kind == "cnjsub" and n > 0 and words[n - 1].kind in _NAMED)
    if article.base == "el" and article.kind == "det" and that.base == "que" and related:
        if not movable(words, n + 1, n + 3):
            return
        sort = f"{_WHICH}<m><{'pl' if article.has('pl') else 'sg'}>"
        article.name("el que")
        article.tag(sort)
        article.targets = ["the one who" + sort.replace("<m>", "<mf>")]
        del words[n + 2]


def _preposition(words: list[Word], n: int, verb: Word) -> None:
    """*Del que bebemos*: from which; *a los que detuvieron*: whom they arrested."""
    if words[n].base == "de" and verb.base in _SOURCING:
        words[n].say("from", "<pr>")
    elif words[n].base == "a" and verb.base in _DIRECT:
        words[n + 1].name("que")
        words[n + 1].tag("<rel><an><mf><sp>")
        words[n + 1].targets = ["that<rel><an><mf><sp>"]
        drop(words, n)
    elif words[n].base == "a" and (named := _antecedent(words, n)) is not None and named.base in _PERSONS:
        words[n + 1].tag("<adv>")
        words[n + 1].targets = ["whom<adv>"]


def _antecedent(words: list[Word], n: int) -> Word | None:
    """What a preposition and a relative stand for: the noun or name before them, be it before a comma."""
    at = n - 2 if n > 1 and words[n - 1].kind == "cm" else n - 1
    return words[at] if words[at].kind in _NAMED else None


def _named(words: list[Word], start: int) -> int:
    """The verb behind a subject that is named there: *al que la policía acusa*; 0 if there is none."""
    end = phrase(words, start)
    while end > start and end < len(words) and words[end].kind == "prn" and words[end].has("pro"):
        end += 1
    return end if end > start and end < len(words) and FINITE.match(words[end].tags) else 0


def _subject(words: list[Word], start: int) -> int:
    """Give the verb that begins behind a relative its subject; where the verb then is, 0 if there is none."""
    at = start
    while at < len(words) and (
        words[at].base == "no" or (words[at].kind == "prn" and not words[at].has("tn"))
    ):
        at += 1
    if at >= len(words) or not FINITE.match(words[at].tags):
        return 0
    if say_subject(words, start, at):
        return at + 1
    if not words[at].has("p3"):
        return at
    end = phrase(words, at + 1)
    plural = words[at].has("pl")
    agreeing = end > at + 1 and number(words, at + 1, end) == ("pl" if plural else "sg")
    other = agreeing or (end > at + 1 and words[at].base in _ALONE)
    passive = (
        words[at].kind == "vbser"
        and at + 1 < len(words)
        and words[at + 1].has("pp")
        and words[start - 1].base != "lo que"
    )
    perfect = words[at].kind == "vbhaver" and at + 1 < len(words) and words[at + 1].has("pp")
    alone = words[at].kind == "vblex" or passive or perfect
    if perfect:
        end = phrase(words, at + 2)
        other = end > at + 2 and number(words, at + 2, end) == "pl" and words[at + 2].has("def")
    if plural and not other and alone and words[at - 1].base != "se":
        tags = "<prn><tn><p3><mf><pl>"
        words.insert(start, made("prpers", tags, "prpers", target_tags=tags.replace("tn", "subj")))
        return at + 1
    head = next((word for word in words[at + 1 : end] if word.kind in ("n", "np")), None)
    doer = head is not None and head.base in _PERSONS | _GROUPS | _WRITINGS and words[at + 1].has("det")
    certain = words[at].base in _ALONE or ((plural or doer) and words[start - 1].base == "lo que")
    if agreeing and certain and movable(words, start, end):
        swap(words, start, at + 1, end)
        return start + end - at - 1
    return at
