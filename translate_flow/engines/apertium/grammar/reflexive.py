"""*Se* that says what is done without saying by whom: *se prohíbe la marcha*, *las minas se cerraron*, *se sabe que …*.

English says it in the passive (Real Academia Española, Nueva gramática, 41.6: pasiva refleja). Only with verbs that are done to
something, and not in the sense that they have with *se* (`[grammar] done`); where what is done is behind the verb it goes before it.
Verbs that mean something else with *se* have that English (`[grammar] reflexive`).
"""

from __future__ import annotations

import re

from ....language import of
from ....language.calendar import weekdays
from .negation import NEGATIVE, negative
from .phrases import movable, number, phrase, swap
from .sentence import Word, capital, drop, heads, made

_DONE = of("es").words("grammar", "done")
_OF_THINGS = of("es").words("grammar", "done_to_things")
_PERSONS = of("es").words("grammar", "people") | of("es").words("names", "titles", "roles") | {"responsable"}
_MODAL = frozenset(("deber", "poder", "tener que"))
_TIMES = weekdays("es") | frozenset("segundo minuto hora día semana mes año mañana tarde noche vez".split())
_NOMINAL = frozenset(("n", "np", "adj"))
_LYING = frozenset(("encontrar", "hallar"))
_LIVING = of("es").words("grammar", "living")
_JOINING = of("es").words("grammar", "joining")
_MEANING = {str(verb): str(english) for verb, english in of("es").table("reflexive_in_english").items()}
_FINITE = re.compile(r"<(pri|prs|ifi|pii|pis|fti|cni)><p3><(sg|pl)>")
_PERSON = re.compile(r"<(?:pri|prs|ifi|pii|pis|fti|cni)><p1>")
_NUMBER = re.compile(r"<(?:sg|pl)>")


def reflexive(words: list[Word]) -> None:
    """Say *se* with a verb in the passive, or the verb in the sense it has with *se*."""
    n = 0
    while n + 1 < len(words):
        if words[n].base == "se" and words[n].has("ref"):
            n = n if _there(words, n) else _said(words, n)
        elif _own(words[n], words[n + 1]):
            verb = words[n + 2] if words[n + 1].kind == "vbhaver" and n + 2 < len(words) else words[n + 1]
            if verb.base.startswith("dirigir"):
                _address(words, words.index(verb, n))
            elif verb.base in _MEANING:
                verb.say(_MEANING[verb.base])
            drop(words, n)
        if words[n].base in _JOINING and n + 1 < len(words) and words[n + 1].base == "a":
            _taken(words, n)
        n += 1


def _address(words: list[Word], n: int) -> None:
    """*Nos dirigimos a ustedes*: we address you, as letters say; others go to a place."""
    if words[n].base.endswith("# a"):
        words[n].say("address")
    elif n + 1 < len(words) and words[n + 1].base == "a" and words[n + 1].kind == "pr":
        words[n].say("address")
        drop(words, n + 1)


def _taken(words: list[Word], n: int) -> None:
    """*Nos oponemos a la ley*: we oppose the law. *Unir una cosa a otra* has its object behind it."""
    verb = words[n]
    if verb.kind == "vblex" and (verb.base != "unir" or not verb.has("pp")):
        verb.say(_MEANING[verb.base])
        drop(words, n + 1)


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


def _said(words: list[Word], n: int) -> int:
    enclitic = words[n].has("enc")
    verb = words[n - 1] if enclitic and n else words[n + 1]
    if not enclitic and _given(words, n):
        return n
    if verb.kind not in ("vblex", "vbhaver"):
        return n
    if verb.base in _MEANING:
        verb.say(_MEANING[verb.base])
        return n
    if enclitic:
        if verb.kind == "vbhaver" and words[n + 1].has("pp") and words[n + 1].base in _DONE:
            words[n] = made("ser", "<vbser><pp><m><sg>", "be")  # podría haberse evitado
            return n
        return _must(words, n)
    if words[n + 1].base in _LIVING and _people(words, n):
        return n
    compound = verb.kind == "vbhaver" and n + 2 < len(words) and words[n + 2].has("pp")
    tense = _FINITE.search(verb.tags)
    done = words[n + 1 + compound].base
    if tense is None or (done not in _DONE and not (done in _OF_THINGS and _named_before(words, n) == "rel")):
        return n
    if _parenthetic(words, n + 2 + compound):
        return _around(words, n, tense[1], compound)
    return _passive(words, n, tense[1], compound)


def _parenthetic(words: list[Word], at: int) -> bool:
    """Whether an adverb between commas is there."""
    between = [word.kind for word in words[at : at + 3]]
    return len(between) == 3 and between[0] == between[2] == "cm" and between[1] in ("adv", "cnjadv")


def _around(words: list[Word], n: int, tense: str, compound: bool) -> int:
    """*Se ha denunciado, asimismo, la presencia de tropas*: the adverb goes behind the passive."""
    at = n + 2 + compound
    verb, aside = words[at - 1], words[at : at + 3]
    del words[at : at + 3]
    n = _passive(words, n, tense, compound)
    behind = words.index(verb) + 1
    closed = behind < len(words) and words[behind].ends
    words[behind:behind] = aside[: 2 if closed else 3]
    return n


def _given(words: list[Word], n: int) -> bool:
    """*Se les paga por destajo*: they are paid; *se le imputa un delito*: a crime is charged to him."""
    if n + 2 >= len(words) or not words[n + 1].has("prn", "pro", "p3", "mf"):
        return False
    dative, verb = words[n + 1], words[n + 2]
    tense = _FINITE.search(verb.tags)
    if tense is None or verb.kind != "vblex" or verb.base not in _DONE or dative.before != " ":
        return False
    count = "pl" if dative.has("pl") else "sg"
    start = n - 1 if n and words[n - 1].base == "no" else n
    end = phrase(words, n + 3)
    if end > n + 3:
        if number(words, n + 3, end) != tense[2] or not movable(words, start, end):
            return False
        del words[n + 1]
        after = len(words) - _passive(words, n, tense[1], False)
        at = len(words) - after + 2
        whom = f"<prn><tn><p3><m><{count}>"
        words[at:at] = [
            made("a", "<pr>", "to"),
            made("prpers", whom, "prpers", target_tags=whom.replace("tn", "obj")),
        ]
        return True
    if (
        tense[2] != "sg"
        or not movable(words, start, n + 3)
        or (end < len(words) and words[end].base == "que")
    ):
        return False
    del words[n + 1]
    _be(words, n, tense[1], count, False)
    who = f"<prn><tn><p3><{'m' if count == 'sg' else 'mf'}><{count}>"
    they = made("prpers", who, "prpers", before=words[start].before, target_tags=who.replace("tn", "subj"))
    words[start].before = " "
    if heads(words, start):
        capital(they, words[start])
    words.insert(start, they)
    at = n + 3
    if at < len(words) and words[at].has("inf"):
        words.insert(at, made("para", "<adv>", "to"))
    return True


def _named_before(words: list[Word], at: int) -> str:
    """The kind of what a verb is said of before it, behind adverbs (*que entonces se denunciaron*); empty if it is not there."""
    while at > 1 and words[at - 1].kind == "adv" and words[at - 1].base not in NEGATIVE:
        at -= 1
    adverb = at > 1 and words[at - 1].kind == "adv"
    kind = words[at - 1 - adverb].kind if at - adverb > 0 else ""
    return kind if kind in (("rel",) if adverb else ("n", "np", "adj", "rel")) else ""


def _must(words: list[Word], n: int) -> int:
    """*Las leyes deben cumplirse*: must be fulfilled; *las actas que puedan firmarse*."""
    verb, modal = words[n - 1], words[n - 2] if n > 1 else None
    if modal is None or modal.base not in _MODAL or not verb.has("inf") or not modal.has("p3"):
        return n
    subject = words[n - 3].kind if n > 2 else ""
    if verb.base not in _DONE | _OF_THINGS or subject not in ("n", "adj", "rel", "vblex"):
        return n  # no name: Rosa debe llamarse
    if words[n - 3].base in _PERSONS:
        return n  # los testigos deben identificarse
    behind = words[n + 1] if n + 1 < len(words) else None
    if behind is not None and behind.kind in ("det", "n", "np", "num"):
        return n
    words[n - 1 : n + 1] = [made("ser", "<vbser><inf>", "be", before=verb.before), verb]
    verb.before = " "
    verb.tag(verb.tags.replace("<inf>", "<pp><m><sg>"))
    verb.targets = [target.replace("<inf>", "<pp><m><sg>") for target in verb.targets]
    return n


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


def _passive(words: list[Word], n: int, tense: str, compound: bool) -> int:
    """*Se* and a verb as *be* and a participle; what is done goes before them if it is behind."""
    start = n - 1 if n and words[n - 1].base in ("no", "nunca", "jamás") else n
    at = n + 2 + compound
    personal = at < len(words) and words[at].base == "a" and words[at].kind == "pr"
    end = phrase(words, at + personal)
    if end > at + personal and any(word.base in _TIMES for word in words[at + personal : end]):
        end = at + personal  # se realiza el martes
    if end > at + personal and movable(words, start, end):
        count = number(words, at + personal, end)
        if not personal and count != ("pl" if words[n + 1].has("pl") else "sg"):
            return n
        if personal:
            drop(words, at)
            end -= 1
        if words[at].base in NEGATIVE:
            negative(words[at], alone=True)
            if start < n:
                drop(words, start)
                n, at, end = n - 1, at - 1, end - 1
        apart = (
            start > 0 and words[start - 1].kind in _NOMINAL and words[at].kind not in ("det", "num", "predet")
        )
        _turn(words, start, at, end)
        n += end - at
        if apart:  # en la plaza, numerosas personas fueron vistas
            words.insert(start, made(",", "<cm>", ",", before=""))
            n += 1
        _be(words, n, tense, count, compound)
        return n
    if personal:
        return n
    following = words[at] if at < len(words) else None
    clause = following is not None and following.base == "que"
    subject = _named_before(words, start) and not heads(words, start)
    if clause or subject:
        _be(words, n, tense, "pl" if words[n + 1].has("pl") else "sg", compound)
    return n


def _turn(words: list[Word], start: int, middle: int, end: int) -> None:
    blanks = [word.before for word in words[start:end]]
    first = words[start]
    words[start:end] = words[middle:end] + words[start:middle]
    for word, blank in zip(words[start:end], blanks, strict=True):
        word.before = blank
    if heads(words, start):
        capital(words[start], first)


def _be(words: list[Word], n: int, tense: str, count: str, compound: bool) -> None:
    """*Se* becomes *ser* in the tense of its verb, the verb a participle; behind *haber* it is *sido*."""
    if compound:
        have = words[n + 1]
        have.tag(_NUMBER.sub(f"<{count}>", have.tags))
        have.targets = [_NUMBER.sub(f"<{count}>", target) for target in have.targets]
        words.insert(n + 2, made("ser", "<vbser><pp><m><sg>", "be"))
        drop(words, n)
        return
    verb = words[n + 1]
    if tense == "prs":
        be = made("ser", "<vbser><inf>", "be", before=words[n].before)  # que se respete: that it be respected
        if n and words[n - 1].base == "no":
            be = made("que no", "<cnjadv>", "not be", before=words[n].before)
            drop(words, n - 1)
            n -= 1
    else:
        be = made("ser", f"<vbser><{tense}><p3><{count}>", "be", before=words[n].before)
    if heads(words, n):
        capital(be, words[n])
    words[n] = be
    verb.tag(f"<vblex><pp><m><{count}>")
    verb.targets = [target[: target.find("<")] + verb.tags for target in verb.targets if "<" in target]
    verb.name(verb.lemma[:1].lower() + verb.lemma[1:])
