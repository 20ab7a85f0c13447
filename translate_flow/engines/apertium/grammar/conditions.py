"""*De* and *al* with an infinitive, which stand for clauses: *de no haber respuesta* (if there is no answer), *al no recibirla* (not receiving it).

Real Academia Española, Nueva gramática, 26.10 and 47.7: construcciones temporales y condicionales de infinitivo.
"""

from __future__ import annotations

from ....language import of
from ..supplement import inflected
from .phrases import movable, number, phrase
from .sentence import Word, capital, drop, heads, made

_APPEARING = of("es").words("grammar", "appearing")
_DONE = of("es").words("grammar", "done", "done_to_things", "giving") | {"obtener", "conseguir"}
_DOERS = of("es").words("grammar", "people", "bodies") | of("es").words(
    "names", "titles", "roles", "organisations"
)
_MEANING = of("es").table("reflexive_in_english")
_BY_ITSELF = of("es").words("grammar", "by_itself")
_YIELDING = frozenset(("ceder", "colapsar", "reventar", "estallar"))
_SEPARATE = frozenset(("cm", "sent"))


def conditions(words: list[Word]) -> None:
    """Say such clauses as English does."""
    n = 0
    while n + 2 < len(words):
        word = words[n]
        if word.base == "de" and word.kind == "pr" and (heads(words, n) or words[n - 1].kind == "cm"):
            _if(words, n)
        elif word.base == "a" and words[n + 1].base == "el" and words[n + 2].has("inf"):
            _when(words, n)
        elif word.base == "a" and [w.base for w in words[n + 1 : n + 3]] == ["el", "no"]:
            _not(words, n)
        n += 1


def _object(words: list[Word], verb: Word, start: int, end: int) -> bool:
    """Whether a noun behind the infinitive is what is done, and nobody who does it: *de no cumplir el Estado*."""
    doer = any(word.base in _DOERS or word.kind == "np" for word in words[start:end])
    return verb.base in _DONE and not doer


def _if(words: list[Word], n: int) -> None:
    """*De no atenderse las demandas,*: if the demands are not attended to."""
    denied = words[n + 1].base == "no"
    at = n + 1 + denied
    if at + 1 >= len(words) or not words[at].has("inf"):
        return
    verb = words[at]
    reflexive = words[at + 1].has("enc", "ref")
    start = at + 1 + reflexive
    end = phrase(words, start)
    closed = any(word.kind in _SEPARATE for word in words[end : end + 6])
    if not closed or not movable(words, n + 1, end):
        return
    if verb.base == "haber" and end > start:
        there = made("haber", "<adv>", "there are" if number(words, start, end) == "pl" else "there is")
        words[n + 1 : start] = [there, *([made("ninguno", "<det><ind><m><sg>", "no")] if denied else [])]
    elif verb.kind == "vbser" and end == start:
        _conjugated(words, at, "<pri><p3><sg>")
    elif verb.kind == "vblex" and end > start:
        reflexive = reflexive or _object(words, verb, start, end)  # de no obtener respuesta
        count = number(words, start, end)
        subject = words[start:end]
        no = [words[n + 1]] if denied else []
        if reflexive:
            be = made("ser", f"<vbser><pri><p3><{count}>", "be")
            _form(verb, f"<pp><m><{count}>")
            verb.before = " "
            words[n + 1 : end] = [*subject, *no, be, verb]
        else:
            _form(verb, f"<pri><p3><{count}>")
            words[n + 1 : end] = [*subject, *no, verb]
        subject[0].before = " "
    else:
        return
    words[n].tag("<cnjadv>")
    words[n].say("if", "<cnjadv>")
    words[n].name("De si" if words[n].lemma[:1].isupper() else "de si")


def _when(words: list[Word], n: int) -> None:
    """*Al derrumbarse un socavón*, *al llegar la policía*: when a tunnel collapsed, of what happens by itself."""
    verb = words[n + 2]
    reflexive = n + 3 < len(words) and words[n + 3].has("enc", "ref")
    start = n + 3 + reflexive
    end = phrase(words, start)
    if verb.kind != "vblex" or end == start or not movable(words, n, end):
        return
    if not (verb.base in _APPEARING or verb.base in _YIELDING or (reflexive and verb.base in _BY_ITSELF)):
        return
    said, behind = "", ""
    if reflexive and verb.base in _MEANING:
        said, _, behind = str(_MEANING[verb.base]).partition(" ")
        verb.say(said.rstrip("*"))
        verb.name("caer solo")
    past = any(
        word.has("ifi") or word.has("pii") for word in (*words[max(0, n - 12) : n], *words[end : end + 8])
    )
    _form(verb, f"<{'ifi' if past else 'pri'}><p3><{number(words, start, end)}>")
    if said.endswith("*"):
        verb.say(inflected(said[:-1], verb.targets[0].partition(">")[2], negated=False))
    subject = words[start:end]
    words[n + 1 : end] = [*subject, verb, *([made(behind, "<adv>", behind)] if behind else [])]
    words[n].tag("<cnjadv>")
    words[n].say("when", "<cnjadv>")
    words[n].name("Cuando" if words[n].lemma[:1].isupper() else "cuando")


def _conjugated(words: list[Word], at: int, tags: str) -> None:
    """A subject *it* and the verb in that form."""
    _form(words[at], tags)
    it = "<prn><tn><p3><nt><sg>"
    words.insert(at, made("prpers", it, "prpers", target_tags=it.replace("tn", "subj")))


def _form(verb: Word, tags: str) -> None:
    verb.tag(verb.tags.replace("<inf>", tags))
    verb.targets = [target.replace("<inf>", tags) for target in verb.targets]


def _not(words: list[Word], n: int) -> None:
    """*Al no recibir respuesta*: not receiving an answer."""
    verb = words[n + 3] if n + 3 < len(words) else None
    if verb is None or not verb.has("inf") or verb.kind not in ("vblex", "vbser"):
        return
    _form(verb, "<ger>")
    no = words[n + 2]
    no.tag("<adv>")
    no.name("al no")
    no.targets = ["not<adv>"]
    capital(no, words[n])
    no.before = words[n].before
    drop(words, n)
    drop(words, n)
    words[n].before = no.before
