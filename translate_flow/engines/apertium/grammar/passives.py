"""A verb that is done to something: *se* and a verb as *be* and a participle, what is done before them."""

from __future__ import annotations

import re

from ....language import of
from ....language.calendar import weekdays
from .negation import NEGATIVE, negative
from .phrases import COMPLEMENTED, movable, number, phrase, swap
from .sentence import Word, capital, drop, heads, made

_TIMES = weekdays("es") | of("es").words("grammar", "parts_of_time")
_PERSONS = of("es").words("grammar", "people") | of("es").words("names", "titles", "roles")
_TELLING = frozenset(
    ("lo que", "aquello que", "quién", "cómo", "dónde", "por qué", "cuándo", "cuánto", "cuál", "qué", "si")
)
_CLAUSES = frozenset(("que", "dónde", "cómo", "cuándo", "por qué"))
_WISHED = of("es").words("grammar", "wished_done")
_DIRECT = of("es").words("grammar", "direct")
_HOW = frozenset(("sin", "por", "con", "en"))
_NOMINAL = frozenset(("n", "np", "adj"))
_NUMBER = re.compile(r"<(?:sg|pl)>")


def passive(words: list[Word], n: int, tense: str, compound: bool) -> int:
    """*Se* and a verb as *be* and a participle; what is done goes before them if it is behind."""
    start = n - 1 if n and words[n - 1].base in ("no", "nunca", "jamás") else n
    at = n + 2 + compound
    if at + 1 < len(words) and words[at].kind == "adv" and " " in words[at].base and words[at].before == " ":
        at += phrase(words, at + 1) > at + 1  # se declare en emergencia la provincia
    at = _beyond(words, at)
    personal = at < len(words) and words[at].base == "a" and words[at].kind == "pr"
    end = listed(words, at + personal)
    if at < len(words) and words[at].has("itg"):
        end = at + personal  # se desconoce cuántas personas murieron
    if end > at + personal and any(word.base in _TIMES for word in _head(words, at + personal, end)):
        end = at + personal  # se realiza el martes
    if end > at + personal and end < len(words) and words[end].base == "más" and _closes(words, end + 1):
        end += 1  # se perdió una oportunidad más
    if end > at + personal and movable(words, start, end):
        joined = end > phrase(words, at + personal)
        count = "pl" if joined and words[n + 1].has("pl") else number(words, at + personal, end)
        if not personal and count != ("pl" if words[n + 1].has("pl") else "sg"):
            return n
        to = personal and words[n + 1].base not in _DIRECT and not _people(words, at + 1, end)
        if to and start and words[start - 1].kind in _NOMINAL:
            be_done(words, n, tense, "pl" if words[n + 1].has("pl") else "sg", compound)
            return n  # la ley no se aplica a los contratos
        if personal and words[n + 1].has("pl") and not _people(words, at + 1, end):
            return n  # se presentaron a la audiencia
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
        swap(words, start, at, end)
        n += end - at
        if apart:  # en la plaza, numerosas personas fueron vistas
            words.insert(start, made(",", "<cm>", ",", before=""))
            n += 1
        be_done(words, n, tense, count, compound)
        return n
    if personal:
        return _by_people(words, start, n, at) if at + 1 < len(words) and words[at + 1].kind == "rel" else n
    if (
        at + 1 < len(words)
        and words[at].kind == "adv"
        and words[at].base.endswith("mente")
        and words[at + 1].base == "a"
    ):
        return _manner(words, n, at, tense, compound)
    _with_a_clause(words, start, n, at, tense, compound)
    return n


def _closes(words: list[Word], at: int) -> bool:
    return at >= len(words) or words[at].ends or words[at].base in ("para", "en", "por", "y")


def _head(words: list[Word], start: int, end: int) -> list[Word]:
    """A noun phrase without what belongs to an adjective or noun: *la marcha prevista para el sábado* and *la jornada de ocho horas* are no times."""
    last = next(
        (k for k in range(start, end) if words[k].base.endswith(COMPLEMENTED) or words[k].base == "de"), end
    )
    return words[start:last]


def _people(words: list[Word], start: int, end: int) -> bool:
    return any(word.kind == "np" or word.base in _PERSONS or word.has("pp") for word in words[start:end])


def listed(words: list[Word], start: int, *, joined: bool = True) -> int:
    """One past the noun phrase that begins there, with those joined to it where the list closes the clause.

    *Se requieren medicinas, ropa y alimentos*: all of them are required; *se aprobó la ley y el Congreso calló*: the law alone is approved.
    """
    end = phrase(words, start)
    at = end
    while joined and end > start and at + 1 < len(words) and words[at].kind in ("cm", "cnjcoo"):
        last = words[at].kind == "cnjcoo" and words[at].base in ("y", "e", "o", "u")
        more = phrase(words, at + 1)
        if more == at + 1 or (words[at].kind == "cnjcoo" and not last):
            break
        at = more
        if last:
            return at if at == len(words) or words[at].kind in ("sent", "cm", "pr") else end
    return end


def _beyond(words: list[Word], at: int) -> int:
    """*Se aprobó sin debate una ley*: where what is done is, behind how it is done."""
    if at + 2 >= len(words) or words[at].kind != "pr" or words[at].base not in _HOW:
        return at
    behind = at + 2 if words[at + 1].kind in ("n", "adv") else at
    there = (
        behind > at and behind < len(words) and words[behind].kind == "det" and words[behind].before == " "
    )
    return behind if there and phrase(words, behind) > behind else at


def _with_a_clause(words: list[Word], start: int, n: int, at: int, tense: str, compound: bool) -> None:
    """*Se sabe que …*, *que se permita salir*, *que se esclarezca pronto lo ocurrido*: what is done is said by a clause."""
    following = words[at] if at < len(words) else None
    later = at + (following is not None and following.kind == "adv")
    told = words[later] if later < len(words) else None
    clause = (following is not None and following.base in _CLAUSES) or (
        told is not None and told.base in _TELLING
    )
    wished = bool(start) and words[start - 1].base == "que"
    doing = following is not None and following.has("inf") and wished
    made_so = (
        words[n + 1].base == "hacer" and following is not None and following.kind in ("pr", "adv", "sent")
    )
    asked = (
        words[n + 1].base in _WISHED
        and (following is None or following.kind in ("pr", "adv", "sent", "cm"))
        and words[start - 1].kind == "cnjsub"
        and not (following is not None and following.base == "a")
    )
    if doing or ((clause or made_so or asked) and tense in ("prs", "pri") and wished):
        it = "<prn><tn><p3><nt><sg>"
        be_done(words, n, tense, "sg", compound)
        words.insert(start, made("prpers", it, "prpers", target_tags=it.replace("tn", "subj")))
    elif clause or (named_before(words, start) and not heads(words, start)):
        be_done(words, n, tense, "pl" if words[n + 1].has("pl") else "sg", compound)


def _manner(words: list[Word], n: int, at: int, tense: str, compound: bool) -> int:
    """*Se acusa falsamente a Rosa*: Rosa is falsely accused."""
    verb, manner = words[at - 1], words.pop(at)
    done = passive(words, n, tense, compound)
    if verb.has("pp"):
        words.insert(words.index(verb), manner)
        manner.before = " "
    else:
        words.insert(at, manner)
    return done


def _by_people(words: list[Word], start: int, n: int, at: int) -> int:
    """*Se persigue a quienes protestan*: they persecute those who protest."""
    verb = words[n + 1]
    if not verb.has("sg") or not movable(words, start, at + 1):
        return n
    drop(words, at)
    verb.tag(_NUMBER.sub("<pl>", verb.tags))
    verb.targets = [_NUMBER.sub("<pl>", target) for target in verb.targets]
    drop(words, n)
    who = "<prn><tn><p3><mf><pl>"
    they = made("prpers", who, "prpers", before=words[start].before, target_tags=who.replace("tn", "subj"))
    words[start].before = " "
    if heads(words, start):
        capital(they, words[start])
    words.insert(start, they)
    return n + 1


def be_done(words: list[Word], n: int, tense: str, count: str, compound: bool) -> None:
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


def named_before(words: list[Word], at: int) -> str:
    """The kind of what a verb is said of before it, behind adverbs (*que entonces se denunciaron*); empty if it is not there."""
    while at > 1 and words[at - 1].kind == "adv" and words[at - 1].base not in NEGATIVE:
        at -= 1
    adverb = at > 1 and words[at - 1].kind == "adv"
    kind = words[at - 1 - adverb].kind if at - adverb > 0 else ""
    return kind if kind in (("rel",) if adverb else ("n", "np", "adj", "rel")) else ""
