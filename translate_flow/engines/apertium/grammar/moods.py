"""The subjunctive of the present, which English has behind wishes alone: *quien haya robado* (has), *cuando llegue* (arrives), *exigimos que sea juzgado* (be).

The rules of the pair leave it throughout (*nobody that have stolen*), and their generator has *was* for *sea*: what is asked
for or feared comes out as done. Behind verbs that ask, want, allow or hinder, and in wishes without a verb, it stays; elsewhere it
is the indicative (Huddleston and Pullum, The Cambridge Grammar of the English Language, 11.1.2).
"""

from __future__ import annotations

from ....language import of
from .negation import FINITE
from .phrases import movable, phrase, swap
from .sentence import Word, heads, made

_SPANISH = of("es")
_WISHING = _SPANISH.words("grammar", "asking", "urging", "wanting")
_VERBS = frozenset(("vblex", "vbser", "vbhaver", "vbmod", "vaux"))
_LINKS = frozenset(("cnjsub", "cnjadv", "rel"))
_KEPT = frozenset(("sin que", "a que", "como si", "que no"))
_ON_PERSONS = _SPANISH.words("grammar", "bodily")
_SO_THAT = frozenset(("para que", "a fin de que"))
_NAMING = frozenset(("det", "n", "np", "adj", "num", "predet"))
_REACH = 16
"""Words before *que* among which what wishes is looked for."""


def moods(words: list[Word]) -> None:
    """Say such verbs in the indicative where nothing is wished."""
    link = -1
    for n, word in enumerate(words):
        if word.kind == "sent":
            link = -1
            continue
        if word.kind in _VERBS and word.has("prs") and link >= 0 and _indicative(words, link, n):
            word.tag(word.tags.replace("<prs>", "<pri>"))
            word.targets = [target.replace("<prs>", "<pri>") for target in word.targets]
        if _links(word) or word.base == "ojalá":
            link = n
        elif word.kind in _VERBS and link >= 0 and _purpose(word, words[link]):
            word.tag(word.tags.replace("<pis>", "<cni>"))
            word.targets = [target.replace("<pis>", "<cni>") for target in word.targets]


def _indicative(words: list[Word], link: int, n: int) -> bool:
    """Whether a subjunctive is not a wish, and not *haya* of what there is, which `existence` says."""
    there = words[n].kind == "vbhaver" and not (n + 1 < len(words) and words[n + 1].has("pp"))
    return not there and not _wished(words, link, n)


def _purpose(word: Word, link: Word) -> bool:
    """*Le pagaron para que callara*: so that he would keep silent."""
    return link.base in _SO_THAT and word.has("pis") and word.kind in ("vblex", "vbser")


def wishes(words: list[Word]) -> None:
    """Say *sea* as *be* where it is wished."""
    n = 0
    while n < len(words):
        word = words[n]
        if word.kind != "vbser":
            n += 1
            continue
        mood = next((mood for mood in ("prs", "pis") if word.has(mood, "p3")), "")
        link = _link(words, n) if mood else -1
        if link >= 0 and words[link].base not in _KEPT and _wished(words, link, n):
            if all(between.base in ("no", "ya") for between in words[link + 1 : n]):
                end = phrase(words, n + 2)
                if (
                    n + 1 < len(words)
                    and words[n + 1].has("pp")
                    and movable(words, link + 1, end)
                    and end > n + 2
                ):
                    swap(words, link + 1, n + 2, end)  # que sean juzgados los culpables
                    n += end - n - 2
                elif heads(words, link) and word.has("pl"):
                    return  # que sean juzgados: let them
                else:
                    words.insert(link + 1, _pronoun(words, n))
                    n += 1
            if words[n - 1].base == "no":
                words[n - 1 : n + 1] = [made("que no", "<cnjadv>", "not be", before=words[n - 1].before)]
            else:
                word.tag("<vbser><inf>")
                word.targets = ["be<vbser><inf>"]
        n += 1


def _links(word: Word) -> bool:
    """Whether a clause begins with a word: *que*, or a verb with it (*creer que*)."""
    return word.kind in _LINKS or word.base.endswith("# que")


def _link(words: list[Word], n: int) -> int:
    """The conjunction or relative that the clause of a verb begins with; -1 if there is none."""
    for at in range(n - 1, -1, -1):
        if _links(words[at]):
            return at
        if words[at].kind == "sent" or FINITE.match(words[at].tags):
            return -1
    return -1


def _pronoun(words: list[Word], n: int) -> Word:
    """*They*, *it*, or *he* and *she* of whom something is done to that is done to persons alone."""
    done = words[n + 1] if n + 1 < len(words) else None
    sort = "<nt><sg>"
    if words[n].has("pl"):
        sort = "<mf><pl>"
    elif done is not None and done.has("pp") and done.base in _ON_PERSONS:
        sort = "<f><sg>" if done.has("f") else "<m><sg>"
    who = f"<prn><tn><p3>{sort}"
    return made("prpers", who, "prpers", target_tags=who.replace("tn", "subj"))


def _describes(words: list[Word], link: int) -> bool:
    """Whether *que* says what is wanted: *un gobierno que escuche*, and not whom one asks: *al juez que libere*."""
    if words[link].kind != "rel" or link < 2 or words[link - 1].kind not in ("n", "np", "adj"):
        return False
    start = link - 1
    while start and (words[start - 1].kind in _NAMING or words[start - 1].base == "de"):
        start -= 1  # al presidente del Congreso que respete la ley
    return not (start and words[start - 1].base == "a") and words[start].kind in ("det", "predet", "num")


def _wished(words: list[Word], link: int, verb: int) -> bool:
    """Whether the clause behind a conjunction is asked for, wanted, allowed or hindered, and its verb no indicative."""
    word = words[link]
    if word.base in _KEPT or word.base.removesuffix("# que") in _WISHING:
        return True
    if link and words[link - 1].base.endswith("sin"):
        return True
    if word.base == "sino que":
        return any(before.base in _WISHING and FINITE.match(before.tags) for before in words[:link])
    if word.base != "que" or _describes(words, link):
        return False
    if heads(words, link) or words[link - 1].kind in ("lquest", "guio", "lpar"):
        return True
    for at in range(link - 1, max(-1, link - _REACH), -1):
        if words[at].base in _WISHING:
            return words[verb].kind != "vbhaver" or not (verb + 1 < len(words) and words[verb + 1].has("pp"))
        if words[at].kind == "sent":
            return False
        again = words[link - 1].base in ("y", "e", "ni", "o", ",", ";", ":")
        if FINITE.match(words[at].tags) and not again:
            return False
        if again and words[at].base == "que" and words[at].kind in _LINKS:
            return _wished(words, at, verb)
    return False
