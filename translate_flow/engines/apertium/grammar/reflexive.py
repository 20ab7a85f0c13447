"""*Se* that says what is done without saying by whom: *se prohíbe la marcha*, *las minas se cerraron*, *se sabe que …*.

English says it in the passive (Real Academia Española, Nueva gramática, 41.6: pasiva refleja). Only with verbs that are done to
something, and not in the sense that they have with *se* (`[grammar] done`); where what is done is behind the verb it goes before it.
Verbs that mean something else with *se* have that English (`[grammar] reflexive`).
"""

from __future__ import annotations

import re

from ....language import of
from ..supplement import inflected, supplement
from .given import given
from .obliged import behind_verb
from .passives import be_done, named_before, passive
from .phrases import governed, movable, phrase, swap
from .sentence import Word, capital, drop, heads, made
from .speaking import address
from .themselves import by_themselves, subject_first
from .together import how, joined, stopped

_DONE = of("es").words("grammar", "done") | {"llevar# a cabo", "poner# en marcha"}
_ON_WHOM = of("es").words("grammar", "direct", "bodily") - of("es").words("grammar", "giving", "taking")
_OF_THINGS = of("es").words("grammar", "done_to_things")
_PERSONS = of("es").words("grammar", "people") | of("es").words("names", "titles", "roles") | {"responsable"}
_LYING = frozenset(("encontrar", "hallar"))
_LIVING = of("es").words("grammar", "living")
_JOINING = of("es").words("grammar", "joining")
_MEANING = {str(verb): str(english) for verb, english in of("es").table("reflexive_in_english").items()}
_FINITE = re.compile(r"<(pri|prs|ifi|pii|pis|fti|cni)><p3><(sg|pl)>")
_PERSON = re.compile(r"<(?:pri|prs|ifi|pii|pis|fti|cni)><p1>")
_OURSELVES = frozenset(("engañar", "cuidar", "defender"))
_BY_OURSELVES = of("es").words("grammar", "by_ourselves")
_BODIES = (
    of("es").words("grammar", "bodies") | of("es").words("names", "organisations") | {"empresa", "minera"}
)
_OWN_VERBS = of("es").words("grammar", "with_oneself")
_AT = frozenset(("contra", "a", "sobre"))
_ALONE = frozenset(("derrumbar", "enterar", "acoger"))
_NUMBER = re.compile(r"<(?:sg|pl)>")


def reflexive(words: list[Word]) -> None:
    """Say *se* with a verb in the passive, or the verb in the sense it has with *se*."""
    n = 0
    while n + 1 < len(words):
        if (
            words[n].base.removesuffix("se") in _BY_OURSELVES
            and words[n].has("inf")
            and words[n + 1].has("enc", "p1", "pl")
        ):
            if any(_PERSON.search(word.tags) and word.has("pl") for word in words[max(0, n - 10) : n]):
                drop(words, n + 1)  # no vamos a rendirnos
        elif words[n].base == "se" and words[n].has("ref"):
            n = n if _there(words, n) or _among(words, n) else _said(words, n)
        elif words[n].has("prn", "pro", "p3", "mf", "sp"):
            _taken_away(words, n)
        elif (
            words[n].base == "haber"
            and words[n].has("inf")
            and n + 2 < len(words)
            and _with_oneself(words, n)
        ):
            drop(words, n + 1)  # por habernos afiliado
        elif words[n].base == "dirigirse# a" and words[n].has("inf") and words[n + 1].has("enc"):
            drop(words, n + 1)  # el agrado de dirigirme a usted
            address(words, n)
        elif _own(words[n], words[n + 1]):
            verb = words[n + 2] if words[n + 1].kind == "vbhaver" and n + 2 < len(words) else words[n + 1]
            if verb.base.startswith("dirigir"):
                address(words, words.index(verb, n))
            elif verb.base in _MEANING:
                _meaning(words, words.index(verb, n))
            elif verb.base in _OURSELVES or (verb.base == "querer" and how(words, words.index(verb, n) + 1)):
                words.insert(words.index(verb, n) + 1, made("mismo", "<adv>", "ourselves"))
            drop(words, n)
        if words[n].base == "enfrentarse" and n + 1 < len(words) and words[n + 1].base == "a":
            words[n + 1].say("with", "<pr>")  # se enfrentan a la policía
        if words[n].base.removesuffix("se") in _JOINING and n + 1 < len(words):
            firmly = n + 2 < len(words) and words[n + 1].kind == "adv"
            if words[n + 1 + firmly].base == "a" and words[n + 1 + firmly].kind == "pr":
                _taken(words, n, n + 1 + firmly)
        n += 1


def _with_oneself(words: list[Word], n: int) -> bool:
    """Whether *haber*, *nos* and a participle are of a verb that has the pronoun of its own subject."""
    own, done = words[n + 1], words[n + 2]
    return own.has("enc") and own.has("p1") and done.has("pp") and done.base.removesuffix("se") in _OWN_VERBS


def _taken(words: list[Word], n: int, to: int) -> None:
    """*Nos oponemos a la ley*: we oppose the law. *Unir una cosa a otra* has its object behind it."""
    verb = words[n]
    if verb.kind == "vblex" and (verb.base != "unir" or not verb.has("pp")):
        _meaning(words, n)
        drop(words, to)
        governed(words, to)


def _there(words: list[Word], n: int) -> bool:
    """*Se encontraban en la plaza*: they were in the square; *donde se hallaban los detenidos*: where the detainees were."""
    verb = words[n + 1]
    after = words[n + 2] if n + 2 < len(words) else None
    if verb.base not in _LYING or verb.kind != "vblex" or after is None or _FINITE.search(verb.tags) is None:
        return False
    end = phrase(words, n + 2)
    where = n > 0 and words[n - 1].base in ("donde", "cuando") and end > n + 2 and movable(words, n, end)
    if not where and not (after.kind in ("pr", "adj", "adv", "preadv") or after.has("pp")):
        return False
    verb.tag(verb.tags.replace("<vblex>", "<vbser>"))
    verb.targets = ["be" + verb.tags]
    verb.name("Ser" if verb.lemma[:1].isupper() else "ser")
    drop(words, n)
    if where:
        swap(words, n, n + 1, end - 1)
    return True


_ABOUT = {
    "acordar": ("remember", ""),
    "olvidar": ("forget", ""),
    "burlar": ("laugh", "at"),
    "reír": ("laugh", "at"),
    "desligar": ("withdraw", "from"),
}
"""Verbs with *se* and *de*, in English, and what *de* is then."""


def _shot(words: list[Word], n: int) -> bool:
    """*Que no se dispare contra el pueblo*: that they do not shoot; prices soar."""
    verb = words[n + 1]
    if verb.base != "disparar" or n + 2 >= len(words) or words[n + 2].base not in _AT:
        return False
    verb.tag(verb.tags.replace("<sg>", "<pl>"))
    verb.targets = ["shoot" + verb.tags]
    if words[n + 2].base == "contra":
        words[n + 2].say("at", "<pr>")
    drop(words, n)
    return True


def _about(words: list[Word], n: int) -> bool:
    """*Nadie se acuerda de ellos*: remembers; *se burlan de nosotros*: laugh at."""
    verb = words[n + 1]
    if verb.base == "suicidar" and verb.kind == "vblex":
        verb.name("cometer")
        verb.say("commit")
        words.insert(n + 2, made("suicidio", "<adv>", "suicide"))
        drop(words, n)
        return True
    if (
        verb.base not in _ABOUT
        or n + 2 >= len(words)
        or words[n + 2].base != "de"
        or _FINITE.search(verb.tags) is None
    ):
        return False
    english, by = _ABOUT[verb.base]
    verb.say(english)
    verb.name(verb.lemma + "se")
    if by:
        words[n + 2].say(by, "<pr>")
    else:
        drop(words, n + 2)
        whom = words[n + 2] if n + 2 < len(words) else verb
        if whom.has("prn", "tn"):
            whom.targets = [target.replace("<subj>", "<obj>") for target in whom.targets]
    drop(words, n)
    return True


def _among(words: list[Word], n: int) -> bool:
    """*Entre ellos se cuenta una niña*: among them is a girl."""
    verb = words[n + 1]
    led = any(word.base == "entre" for word in words[max(0, n - 3) : n])
    if verb.base != "contar" or not led or _FINITE.search(verb.tags) is None:
        return False
    is_, are = ("is", "are") if verb.has("pri") else ("was", "were")
    verb.targets = [(are if verb.has("pl") else is_) + "<adv>"]
    verb.tag("<adv>")
    verb.name("también")
    drop(words, n)
    return True


def _taken_away(words: list[Word], n: int) -> None:
    """*Se los llevaron en un camión*: they took them away."""
    if n + 2 >= len(words):
        return
    whom, verb = words[n + 1], words[n + 2]
    if verb.base in _ON_WHOM and _FINITE.search(verb.tags) and verb.has("sg") and whom.has("p3"):
        words[n].name("Se" if words[n].lemma[:1].isupper() else "se")
        words[n].tag("<prn><pro><ref><p3><mf><sp>")  # que se la vincule, se los detuvo
        words[n].silence()
        given(words, n)
        return
    if verb.base != "llevar" or verb.kind != "vblex" or not whom.has("prn", "pro", "p3"):
        return
    verb.name("alejar")
    tags = verb.targets[0][verb.targets[0].find("<vblex>") + 7 :]
    verb.targets = ["take# away<vblex><sep>" + tags.replace("<sep>", "")]
    gender = "<f>" if whom.has("f") else "<m>"
    whom.targets = [target.replace("<nt>", gender) for target in whom.targets]
    drop(words, n)


def _own(pronoun: Word, verb: Word) -> bool:
    """Whether a pronoun before a verb is that of its own subject: *nos organizamos*, *me opongo*."""
    if (
        not pronoun.has("prn", "pro")
        or not _PERSON.search(verb.tags)
        or verb.kind not in ("vblex", "vbhaver")
    ):
        return False
    first = pronoun.has("p1") and verb.has("p1")
    return first and pronoun.has("pl") == verb.has("pl")


def _active(words: list[Word], n: int, verb: Word) -> int:
    """*Se detuvo el conteo*: stopped, *que la empresa se retire*: withdraw; where it ends, -1 if it is said otherwise."""
    if verb.base == "detener" and stopped(words, n):
        verb.name("Frenar" if verb.lemma[:1].isupper() else "frenar")
        verb.say("stop")
        return subject_first(words, n, n + 1)
    if verb.base == "retirar" and n and words[n - 1].base in _PERSONS | _BODIES:
        verb.name("marcharse")
        verb.say("withdraw")
        drop(words, n)
        return n
    return -1


def _said(words: list[Word], n: int) -> int:
    enclitic = words[n].has("enc")
    verb = words[n - 1] if enclitic and n else words[n + 1]
    if not enclitic and given(words, n):
        return n
    if verb.kind not in ("vblex", "vbhaver"):
        return n
    if not enclitic and (_shot(words, n) or _about(words, n)):
        return n
    if verb.base == "sumar" and words[n + 2 : n + 3] and words[n + 2].kind == "det" and words[0].base == "a":
        verb.name("añadir")  # a ello se suma la crisis
        verb.say("add")
    if not enclitic and (last := _active(words, n, verb)) >= 0:
        return last
    refused = verb.base == "negar" and phrase(words, n + 2) > n + 2  # se niega el agua
    if verb.base.removesuffix("se") in _MEANING and not (refused and not enclitic):
        return _meant(words, n, verb, enclitic)
    if verb.kind == "vbhaver" and not enclitic and n + 2 < len(words) and _happened(words[n + 2]):
        return subject_first(words, n, _meaning(words, n + 2))  # se ha derrumbado el puente
    if verb.base == "ir" and not (
        n + 3 < len(words) and words[n + 2].base == "a" and words[n + 3].has("inf")
    ):
        verb.say("leave")
        verb.name("Marcharse" if verb.lemma[:1].isupper() else "marcharse")
        of = n + 1 + (not enclitic)
        if words[of : of + 1] and words[of].base == "de" and phrase(words, of + 1) > of + 1:
            drop(words, of)  # irse del campo
        if not enclitic:
            drop(words, n)  # hasta que se fueron los soldados: the rule for the order finds its subject
        return n
    if verb.base == "hacer" and not enclitic and n + 2 < len(words) and _become(words[n + 2]):
        verb.say("become")
        return n
    if enclitic:
        return behind_verb(words, n, verb)
    if by_themselves(words, n):
        return n
    if words[n + 1].base in _LIVING and not _dies(words, n) and _people(words, n):
        return n
    compound = verb.kind == "vbhaver" and n + 2 < len(words) and words[n + 2].has("pp")
    tense = _FINITE.search(verb.tags)
    done = words[n + 1 + compound].base
    behind = n + 2 + compound
    whom = (
        done in _ON_WHOM and behind < len(words) and words[behind].base == "a" and words[behind].kind == "pr"
    )
    if tense is None or (
        done not in _DONE and not whom and not (done in _OF_THINGS and named_before(words, n) == "rel")
    ):
        return n
    if compound and done in _MEANING and phrase(words, n + 3) == n + 3:
        _meaning(words, n + 2)  # se ha negado reiteradamente a recibirlos
        drop(words, n)
        return n
    if _parenthetic(words, n + 2 + compound):
        return _around(words, n, tense[1], compound)
    return n if not compound and _the_same(words, n) else passive(words, n, tense[1], compound)


def _meaning(words: list[Word], at: int) -> int:
    """Give a verb the English it has with *se*; where that ends."""
    verb = words[at]
    meant = verb.base.removesuffix("se")
    first, _, behind = _MEANING[meant].partition(" ")
    if first.endswith("*"):  # the generator does not know it
        tags = verb.targets[0].partition(">")[2].replace("<sep>", "").replace("<pron>", "")
        first = inflected(
            first[:-1], tags, negated=any(word.base == "no" for word in words[max(0, at - 2) : at])
        )
    verb.say(first)
    if behind:
        words.insert(at + 1, made(behind, "<adv>", behind))
    if meant in _ALONE or f"{meant}<vblex>".encode() in supplement().english:
        verb.name(verb.lemma.removesuffix("se") + "se")  # the table has another English without se
    return at + bool(behind)


def _happened(verb: Word) -> bool:
    return verb.has("pp") and verb.base.removesuffix("se") in _MEANING and verb.base not in _DONE


def _meant(words: list[Word], n: int, verb: Word, enclitic: bool) -> int:
    meant = verb.base.removesuffix("se")
    last = _meaning(words, words.index(verb))
    if not enclitic:
        return subject_first(words, n, last)
    if meant in _JOINING and n + 1 < len(words) and words[n + 1].base == "a":
        drop(words, n + 1)  # desea adherirse al comunicado
        drop(words, n)
    return n


def _the_same(words: list[Word], n: int) -> bool:
    """*La tierra no se vende, se defiende*: it is defended, of what the clause before is said."""
    verb = words[n + 1]
    closes = n + 2 >= len(words) or words[n + 2].kind in ("sent", "cm")
    tense = _FINITE.search(verb.tags)
    link = n - 1 - (n > 1 and words[n - 1].base == "no")
    if tense is not None and link > 0 and words[link].base in ("y", "e", "ni", "o"):
        return joined(words, n, link, tense)
    if not closes or tense is None or not n or words[n - 1].kind != "cm":
        return False
    before = next((k for k in range(n - 2, 0, -1) if words[k].kind in ("sent", "vbser")), 0)
    if (
        words[before].kind != "vbser"
        or not words[before].has("p3", tense[2])
        or not words[before + 1].has("pp")
    ):
        return False
    who = f"<prn><tn><p3>{'<mf><pl>' if tense[2] == 'pl' else '<nt><sg>'}"
    be_done(words, n, tense[1], tense[2], False)
    words.insert(n, made("prpers", who, "prpers", target_tags=who.replace("tn", "subj")))
    return True


def _become(word: Word) -> bool:
    """*Se hizo cómplice*: became, of what a person is."""
    return word.kind in ("n", "adj") and (word.base in _PERSONS or word.base == "cómplice")


def _parenthetic(words: list[Word], at: int) -> bool:
    """Whether an adverb between commas is there."""
    between = [word.kind for word in words[at : at + 3]]
    return len(between) == 3 and between[0] == between[2] == "cm" and between[1] in ("adv", "cnjadv")


def _around(words: list[Word], n: int, tense: str, compound: bool) -> int:
    """*Se ha denunciado, asimismo, la presencia de tropas*: the adverb goes behind the passive."""
    at = n + 2 + compound
    verb, aside = words[at - 1], words[at : at + 3]
    del words[at : at + 3]
    n = passive(words, n, tense, compound)
    behind = words.index(verb) + 1
    closed = behind < len(words) and words[behind].ends
    words[behind:behind] = aside[: 2 if closed else 3]
    return n


def _dies(words: list[Word], n: int) -> bool:
    """*La gente se muere*: of those who are named before it."""
    return words[n + 1].base == "morir" and n > 0 and words[n - 1].kind in ("n", "np", "adj")


def _people(words: list[Word], n: int) -> bool:
    """*En el campo se trabaja sin agua*: people work, of what has no object."""
    verb = words[n + 1]
    if not verb.has("p3", "sg") or _FINITE.search(verb.tags) is None:
        return False
    at = n - 1 if n and words[n - 1].base == "no" else n
    if at and words[at - 1].kind in ("n", "np", "adj", "rel") and words[at - 1].before == "":
        return False
    people = made("persona", "<n><f><pl>", "people", target_tags="<n><pl>")
    people.before = words[at].before
    words[at].before = " "
    if heads(words, at):
        capital(people, words[at])
    drop(words, n)
    words.insert(at, people)
    verb.tag(_NUMBER.sub("<pl>", verb.tags))
    verb.targets = [_NUMBER.sub("<pl>", target) for target in verb.targets]
    return True
