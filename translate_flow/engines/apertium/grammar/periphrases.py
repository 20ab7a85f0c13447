"""Two verbs that mean one thing together: *sigue disparando*, *suele mentir*, *va a firmar*, *acaba de llegar*.

Real Academia Española, Nueva gramática, chapter 28: las perífrasis verbales.
"""

from __future__ import annotations

import re

from ....language import of
from .negation import FINITE
from .phrases import ROUGHLY, movable, phrase, swap
from .sentence import Word, drop, heads, made

_TENSE = re.compile(r"<(?:pri|prs|ifi|pii|pis|fti|cni)><p\d><(?:sg|pl)>")
_STATES = frozenset(("adj", "pr", "adv"))
_PEOPLE = of("es").words("grammar", "people")
_REMAINING = frozenset(
    ("sin", "en", "a cargo de", "bajo", "con", "en contra de", "a favor de", "a la espera de")
)
_DONE = of("es").words("grammar", "done")
_TIME = of("es").words("grammar", "spans_of_time")


def periphrases(words: list[Word]) -> None:
    """Say such verbs as English does."""
    n = 0
    while n + 1 < len(words):
        word, follower = words[n], words[n + 1]
        rule = PERIPHRASES.get(word.base)
        if rule is not None and word.kind in ("vblex", "vbmod"):
            rule(words, n, follower)
            if word.base == "ir" and words[n : n + 1] and words[n] is not word:
                continue  # vamos a seguir luchando
        n += 1


def _finite(word: Word) -> str:
    found = _TENSE.search(word.tags)
    return found[0] if found else ""


def _follow(words: list[Word], n: int, follower: Word) -> None:
    """*Seguir* with a gerund is continue, with a state remain; somebody is followed."""
    if any(word.targets[0].startswith("whom") for word in words[max(0, n - 6) : n]):
        return
    if follower.base == "sin" and n + 2 < len(words) and words[n + 2].has("inf"):
        _still(words, n, follower)
    elif follower.has("ger"):
        words[n].say("continue")
    elif (
        follower.kind == "adj"
        or (follower.kind == "n" and follower.base in _PEOPLE)  # siguen presos
        or follower.has("pp")
        or (follower.base in _REMAINING and follower.kind == "pr")
    ):
        words[n].say("remain")


def _still(words: list[Word], n: int, follower: Word) -> None:
    """*Sigue sin responder*: still has not answered."""
    tense = _finite(words[n])
    if words[n + 2].kind not in ("vblex", "vbser") or not ("<pri>" in tense or "<pii>" in tense):
        return
    _have(words[n], tense)
    follower.tag("<adv>")
    follower.name("no")
    follower.targets = ["not<adv>"]
    _conjugate(words[n + 2], "<pp><m><sg>")
    if n + 3 < len(words) and words[n + 3].has("enc", "ref") and words[n + 2].base in _DONE:
        words[n + 3] = words[n + 2]  # siguen sin repararse: still have not been repaired
        words[n + 2] = made("ser", "<vbser><pp><m><sg>", "be", before=words[n + 3].before)
        words[n + 3].before = " "
    if heads(words, n):
        words.insert(n + 2, made("todavía", "<adv>", "still"))
        words[n + 1], words[n + 2] = words[n + 2], words[n + 1]
    else:
        words.insert(n, made("todavía", "<adv>", "still"))


def _have(verb: Word, tense: str) -> None:
    """Make a verb *haber*."""
    verb.tag("<vbhaver>" + tense)
    verb.targets = [("Have" if verb.lemma[:1].isupper() else "have") + "<vbhaver>" + tense]
    verb.name("Haber" if verb.lemma[:1].isupper() else "haber")


def _be_used(words: list[Word], n: int, follower: Word) -> None:
    """*Suele mentir*: usually lies."""
    if not follower.has("inf"):
        return
    tense = _finite(words[n])
    if "<pii>" in tense:
        words[n].tag("<adv>")
        words[n].say("used to", "<adv>")
    elif tense:
        _conjugate(follower, tense)
        words[n].tag("<adv>")
        words[n].say("usually", "<adv>")


def _conjugate(verb: Word, tense: str) -> None:
    verb.tag(verb.tags.replace("<inf>", tense))
    verb.targets = [target.replace("<inf>", tense) for target in verb.targets]


def go(words: list[Word], n: int, follower: Word) -> None:
    """*Va a firmar*: will sign; *iba a firmar*: would sign."""
    if follower.base != "a" or n + 2 >= len(words) or not words[n + 2].has("inf"):
        return
    tense = _finite(words[n])
    future = tense.replace("<pri>", "<fti>").replace("<pii>", "<cni>")
    if not tense or future == tense or words[n + 2].kind not in ("vblex", "vbser", "vbhaver"):
        return
    _conjugate(words[n + 2], future)
    drop(words, n)
    drop(words, n)


def _just(words: list[Word], n: int, follower: Word) -> None:
    """*Acaba de llegar*: has just arrived; *acaban emigrando*: end up emigrating."""
    tense = _finite(words[n])
    if follower.has("ger") and tense:
        words[n].say("end")
        words.insert(n + 1, made("finalmente", "<adv>", "up"))
        return
    if follower.base != "de" or n + 2 >= len(words) or not words[n + 2].has("inf") or not tense:
        return
    if "<pri>" not in tense and "<pii>" not in tense:
        return
    _have(words[n], tense)
    follower.tag("<adv>")
    follower.name("justo")
    follower.targets = ["just<adv>"]
    _conjugate(words[n + 2], "<pp><m><sg>")


def _stop(words: list[Word], n: int, follower: Word) -> None:
    """*Dejar de mentir*: stop lying."""
    if follower.base == "de" and n + 2 < len(words) and words[n + 2].has("inf"):
        words[n].say("stop")
        _conjugate(words[n + 2], "<ger>")
        drop(words, n + 1)


def _again(words: list[Word], n: int, follower: Word) -> None:
    """*Volvió a disparar*: shot again."""
    if follower.base != "a" or n + 2 >= len(words) or not words[n + 2].has("inf"):
        return
    if words[n + 2].base == "pasar" and _period(words, n + 3) == n + 3:
        words[n + 2].say("happen")
    tense = _finite(words[n]) or ("<pp><m><sg>" if n and words[n - 1].kind == "vbhaver" else "")
    if not tense or words[n + 2].kind != "vblex":
        return
    _conjugate(words[n + 2], tense)
    enclitic = n + 3 < len(words) and words[n + 3].has("enc")
    words.insert(n + 3 + enclitic, made("otra vez", "<adv>", "again"))
    drop(words, n)
    drop(words, n)


def _ago(words: list[Word], n: int, follower: Word) -> None:
    """*Hace dos años*: two years ago; *desde hace dos años*: for two years. *Hicieron firmar*: made sign."""
    if follower.has("inf"):
        words[n].say("make")
        return
    if follower.base == "ya" and words[n].has("p3", "sg") and n + 2 < len(words):
        drop(words, n + 1)  # hace ya once años que
        follower = words[n + 1]
    since = n > 0 and words[n - 1].base == "desde" and words[n].has("pii", "p3", "sg")  # desde hacía meses
    if not (words[n].has("pri", "p3", "sg") or since) or (
        follower.kind not in ("num", "adj", "det", "n") and follower.base not in ROUGHLY
    ):
        return
    at = n + 1 + (follower.base in ROUGHLY)
    while at < len(words) and words[at].kind in ("num", "adj", "det") and at < n + 5:
        at += 1
    if (
        at + 2 < len(words)
        and words[at].base in ("mil", "ciento", "decena", "millón")
        and words[at + 1].base == "de"
    ):
        at += 2  # desde hace miles de años
    if at >= len(words) or words[at].base not in _TIME:
        return
    if at + 1 < len(words) and words[at + 1].base == "que":
        _since(words, n, at + 1)
        return
    if n and words[n - 1].base == "desde":
        words[n - 1].say("for", "<pr>")
    else:
        words.insert(at + 1, made("antes", "<adv>", "ago"))
    drop(words, n)


def _since(words: list[Word], n: int, that: int) -> None:
    """*Hace meses que no pagan*: for months they have not paid; *hace dos años que murió*: two years ago."""
    at = that + 1
    verb = next((k for k in range(at, min(len(words), at + 8)) if FINITE.match(words[k].tags)), 0)
    if not verb or not heads(words, n) or any(word.ends or word.kind == "rel" for word in words[at:verb]):
        return
    tense = _finite(words[verb])
    if "<pri>" in tense and words[verb].kind in ("vblex", "vbser"):
        if words[verb].has("p3", "pl") and all(word.kind in ("prn", "adv") for word in words[at:verb]):
            they = "<prn><tn><p3><mf><pl>"
            words.insert(at, made("prpers", they, "prpers", target_tags=they.replace("tn", "subj")))
            verb += 1
        have = made("haber", f"<vbhaver>{tense}", "have", before=words[verb].before)
        words[verb].before = " "
        _conjugate_from(words[verb], tense, "<pp><m><sg>")
        words.insert(verb, have)
        words[n].tag("<pr>")
        words[n].say("for", "<pr>")
        words[that] = made(",", "<cm>", ",", before="")
    elif "<ifi>" in tense:
        words[that] = made("antes", "<adv>", "ago")
        drop(words, n)


def _conjugate_from(verb: Word, old: str, new: str) -> None:
    verb.tag(verb.tags.replace(old, new))
    verb.targets = [target.replace(old, new) for target in verb.targets]


def _spend(words: list[Word], n: int, follower: Word) -> None:
    """*Lleva tres años esperando*: has been waiting for three years; *llevan un mes sin agua*: have been for a month without."""
    end = _period(words, n + 1)
    tense = _finite(words[n])
    if end == n + 1:
        if not _been(words, n, follower, tense):
            words[n].say("take")
        return
    state = words[end] if end < len(words) else None
    if state is None or not ("<pri>" in tense or "<pii>" in tense):
        return
    lasting = (
        state.has("ger") or state.kind in ("adj", "pr") or state.has("pp") or state.base.startswith("en ")
    )
    if not lasting or state.base == "a":
        return
    _have(words[n], tense)
    been = made("ser", "<vbser><pp><m><sg>", "be")
    words[n + 1 : n + 1] = [been, made("durante", "<pr>", "for")]
    if state.has("ger"):
        pronoun = end + 3 < len(words) and words[end + 3].has("enc")  # llevan años buscándolos
        last = end + 4 if pronoun else max(end + 3, phrase(words, end + 3))
        if movable(words, n + 2, last):
            swap(words, n + 2, end + 2, last)


def _been(words: list[Word], n: int, state: Word, tense: str) -> bool:
    """*Lleva cerrado dos años*, *desde marzo*: has been closed for two years, since March; whether it says so."""
    lasts = state.has("ger") or state.has("pp") or (state.kind == "adj" and not state.has("pos"))
    if not lasts or not ("<pri>" in tense or "<pii>" in tense):
        return False
    spanned = _period(words, n + 2) > n + 2
    since = n + 2 < len(words) and words[n + 2].base in ("desde", "desde que")
    if not (spanned or since):
        return False
    if spanned:
        words.insert(n + 2, made("durante", "<pr>", "for"))
    _have(words[n], tense)
    words.insert(n + 1, made("ser", "<vbser><pp><m><sg>", "be"))
    return True


def _period(words: list[Word], start: int) -> int:
    """One past a length of time (*tres años*, *más de un mes*); `start` if none is there."""
    at = start + (start < len(words) and words[start].base in ROUGHLY)
    while at < len(words) and at < start + 4 and words[at].kind in ("num", "adj", "det", "predet"):
        at += 1
    several = at == start and at < len(words) and words[at].has("pl")  # llevan meses esperando
    there = (start < at < len(words) or several) and words[at].base in _TIME
    return at + 1 if there else start


def _ask_for(words: list[Word], n: int, follower: Word) -> None:
    """*Pide justicia*: requests justice, where what is asked for is behind the verb."""
    if follower.kind in ("n", "adj", "num") or (follower.kind == "det" and not follower.has("pos")):
        words[n].say("request")


def _pass(words: list[Word], n: int, follower: Word) -> None:
    """*Pasó de 3 a 5*: went from 3 to 5; *pasar* is spend only with a time."""
    if follower.base == "de" and [w.kind for w in words[n + 2 : n + 3]] == ["num"]:
        words[n].say("go")
        follower.say("from", "<pr>")
    elif words[n].has("p3") and any(word.base in ("lo que", "qué") for word in words[max(0, n - 2) : n]):
        words[n].say("happen")
        if words[n - 1].kind == "adv" and n > 1 and words[n - 2].base in ("lo que", "qué"):
            words[n - 1 : n + 1] = [words[n], words[n - 1]]  # lo que aquí pasó
    elif _elapsed(words, n):
        words[n].name("Transcurrir" if words[n].lemma[:1].isupper() else "transcurrir")
        words[n].say("pass")
    elif _period(words, n + 1) == n + 1 and words[n].targets[0].lower().startswith("spend<"):
        words[n].say("pass")


def _elapsed(words: list[Word], n: int) -> bool:
    """*Han pasado dos años*: whether a time is what passes."""
    first = n - 1 if n and words[n].has("pp") and words[n - 1].kind == "vbhaver" else n
    opens = (
        heads(words, first)
        or words[first - 1].kind in ("cm", "cnjcoo", "cnjadv")
        or words[first - 1].base == "ya"
    )
    return opens and words[first].has("p3") and _period(words, n + 1) > n + 1


def _come(words: list[Word], n: int, follower: Word) -> None:
    """*Venimos denunciando*: have been denouncing."""
    tense = _finite(words[n])
    if not follower.has("ger") or not ("<pri>" in tense or "<pii>" in tense):
        return
    _have(words[n], tense)
    words.insert(n + 1, made("ser", "<vbser><pp><m><sg>", "be"))


def _order(words: list[Word], n: int, follower: Word) -> None:
    """*Ordenó al Estado reparar el daño*: ordered the State to repair the damage."""
    if follower.base != "a" or follower.kind != "pr":
        return
    end = phrase(words, n + 2)
    if end > n + 2 and end < len(words) and words[end].has("inf") and movable(words, n + 1, end + 1):
        words.insert(end, made("para", "<adv>", "to"))
        drop(words, n + 1)


def _manage(words: list[Word], n: int, follower: Word) -> None:
    """*Logró identificar*: managed to identify."""
    if follower.has("inf"):
        words[n].name("Conseguir" if words[n].lemma[:1].isupper() else "conseguir")
        words[n].say("manage")


def _seek(words: list[Word], n: int, follower: Word) -> None:
    """*Se busca intimidar*: it seeks to intimidate."""
    if follower.has("inf") and n and words[n - 1].base == "se":
        words.insert(n + 1, made("para", "<adv>", "to"))


PERIPHRASES = {
    "venir": _come,
    **dict.fromkeys(of("es").words("grammar", "ordering"), _order),
    **dict.fromkeys(("pretender", "intentar", "procurar"), _seek),
    **dict.fromkeys(("lograr", "conseguir"), _manage),
    "seguir": _follow,
    "soler": _be_used,
    "ir": go,
    "acabar": _just,
    "dejar": _stop,
    "volver": _again,
    "hacer": _ago,
    "llevar": _spend,
    "pedir": _ask_for,
    "pasar": _pass,
}
