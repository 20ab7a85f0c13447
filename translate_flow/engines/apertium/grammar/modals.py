"""*Se* before a verb that another follows: *el agua no se puede beber* (cannot be drunk), *se quiere imponer la mina* (they want to impose).

The rules of the pair pass over such a *se*, and say that the water drinks. What is done goes before the verbs, which are passive then; where
nothing is done to a thing, it is *one* who can and must. Of wanting and trying it is people, as *they*.
"""

from __future__ import annotations

import re

from ....language import of
from .periphrases import go
from .phrases import movable, number, phrase, swap
from .sentence import Word, capital, drop, heads, made

_DONE = of("es").words("grammar", "done", "done_to_things", "direct", "taking")
_OTHER = (
    of("es").words("grammar", "appearing", "lasting", "human") | of("es").table("reflexive_in_english").keys()
)
_PERSONS = of("es").words("grammar", "people", "bodies") | of("es").words(
    "names", "titles", "roles", "organisations"
)
_ABLE = frozenset(("poder", "deber", "tener que"))
_NEVER = of("es").words("negation", "negators", "agreeing")
_ONLY = of("es").words("negation", "restrictive")
"""No denial of what is said: *no solo debe*."""
_WANTING = of("es").words("grammar", "intending")
_NEGATED = frozenset(("deber", "poder"))
_NAMED = frozenset(("n", "np", "adj", "rel"))
_FORM = re.compile(r"<(pri|prs|ifi|pii|pis|fti|cni)><p3><(sg|pl)>")
_ANY_FORM = re.compile(r"(<(?:pri|prs|ifi|pii|pis|fti|cni)>)(<p\d><(?:sg|pl)>)")
_MANAGED = {"pri": "it has", "pii": "it had", "fti": "it will have"}
_ONE = {
    ("poder", "pri"): ("one can", "one cannot"),
    ("poder", "prs"): ("one can", "one cannot"),
    ("poder", "ifi"): ("one could", "one could not"),
    ("poder", "pii"): ("one could", "one could not"),
    ("poder", "cni"): ("one could", "one could not"),
    ("poder", "fti"): ("one can", "one cannot"),
    ("deber", "pri"): ("one must", "one must not"),
    ("deber", "cni"): ("one should", "one should not"),
}
"""By verb and tense: the English where nobody is named, and the same denied."""


def modals(words: list[Word]) -> None:
    """Put such a *se* into English; *no debe* is *must not*, never *does not have to*."""
    for n, word in enumerate(words):
        if word.base not in _NEGATED:
            continue
        before = {w.base for w in words[max(0, n - 3) : n]}
        if word.base == "poder":
            if [w.base for w in words[n + 1 : n + 2]] == ["no"] and "no" not in before:
                _might_not(words, n)
        elif before & _NEVER and not before & _ONLY:
            _must_not(words, n)
        else:
            _should(words, n)
    n = 0
    while n + 2 < len(words):
        if words[n].base != "se" or not words[n].has("ref"):
            n += 1
            continue
        if words[n + 1].base == "ir":
            go(words, n + 1, words[n + 2])  # se va a cerrar: reflexive goes on
            if n + 2 >= len(words):
                return
        if _managed(words, n):
            continue
        if _to_us(words, n):
            continue
        form = _FORM.search(words[n + 1].tags)
        if form and words[n + 2].has("inf"):
            if words[n + 1].base in _ABLE and words[n + 2].kind == "vblex":
                _able(words, n, form)
            elif words[n + 1].base in _WANTING and words[n + 2].kind.startswith("v"):
                _wanting(words, n, form)
        n += 1


def _to_us(words: list[Word], n: int) -> bool:
    """*Se nos quiere presentar como enemigos*: they want to present us."""
    if n + 3 >= len(words) or not words[n + 1].has("prn", "pro") or words[n + 1].has("ref"):
        return False
    form = _FORM.search(words[n + 2].tags)
    if form is None or form[2] != "sg" or words[n + 2].base not in _WANTING or not words[n + 3].has("inf"):
        return False
    wanting = words[n + 2]
    wanting.tag(wanting.tags.replace("<sg>", "<pl>"))
    wanting.targets = [target.replace("<sg>", "<pl>") for target in wanting.targets]
    drop(words, n)
    return True


def _managed(words: list[Word], n: int) -> bool:
    """*No se ha logrado determinar*: it has not been possible to determine."""
    tense = next((tense for tense in _MANAGED if words[n + 1].has(tense, "p3", "sg")), "")
    done = words[n + 2]
    if words[n + 1].kind != "vbhaver" or not tense or not done.has("pp") or done.base not in _MANAGING:
        return False
    if n + 3 >= len(words) or not words[n + 3].has("inf"):
        return False
    first = n - 1 if n and words[n - 1].base == "no" else n
    if not heads(words, first) and words[first - 1].kind in _NAMED:
        return False
    said = f"{_MANAGED[tense]} {'not ' if first < n else ''}been possible to"
    words[first : n + 3] = [made("se ha podido", "<adv>", said, before=words[first].before)]
    if heads(words, first):
        words[first].targets = [said.capitalize() + "<adv>"]
    return True


_MANAGING = frozenset(("lograr", "poder", "conseguir"))
_DUTY = {"pri": "must", "fti": "must", "cni": "should", "ifi": "should", "pii": "should"}


def _must_not(words: list[Word], n: int) -> None:
    """*No debe hacer*, *no deberá*: must not do; *no debería*: should not; *no debió*: should not have done."""
    tense = next((tense for tense in _DUTY if words[n].has(tense)), "")
    at = next((k for k in range(n + 1, min(n + 3, len(words))) if words[k].has("inf")), None)
    if at is None and n + 1 < len(words) and words[n + 1].base == ",":  # no debe, en ningún caso, ceder
        close = next((k for k in range(n + 2, len(words)) if words[k].base == ","), n)
        at = close + 1 if close > n and close + 1 < len(words) and words[close + 1].has("inf") else None
    if at is None or not tense:
        return
    person = words[n].tags.partition(f"<{tense}>")[2]
    words[n].targets = [f"{_DUTY[tense]}<vaux><pri>{person}"]
    words[n].tag(words[n].tags.replace(f"<{tense}>", "<pri>"))
    if tense in ("ifi", "pii") and words[at].kind in ("vblex", "vbser"):
        done = words[at]
        words.insert(at, made("haber", "<vbhaver><inf>", "have", before=done.before))
        done.before = " "
        done.tag(done.tags.replace("<inf>", "<pp><m><sg>"))
        done.targets = [target.replace("<inf>", "<pp><m><sg>") for target in done.targets]


def _should(words: list[Word], n: int) -> None:
    """*Deberían explicar*: should explain; *debió haber consultado*: should have consulted."""
    behind = words[n + 1] if n + 1 < len(words) else None
    past = behind is not None and behind.kind == "vbhaver" and behind.has("inf")
    tense = next((tense for tense in ("cni", "pii", "ifi") if words[n].has(tense)), "")
    if behind is None or not behind.has("inf") or not tense or not (past or tense == "cni"):
        return
    words[n].targets = [f"should<vaux><pri>{words[n].tags.partition(f'<{tense}>')[2]}"]
    words[n].tag(words[n].tags.replace(f"<{tense}>", "<pri>"))


def _might_not(words: list[Word], n: int) -> None:
    """*Puede no aceptar*: might not accept, and not cannot."""
    form = _ANY_FORM.search(words[n].tags)
    if form is None or n + 2 >= len(words) or not words[n + 2].has("inf"):
        return
    can, no = words[n], words[n + 1]
    can.targets = [f"might<vaux><pri>{form[2]}"]
    can.tag(can.tags.replace(form[1], "<pri>"))
    can.before, no.before = no.before, can.before
    words[n], words[n + 1] = no, can
    if heads(words, n):
        capital(no, can)


def _able(words: list[Word], n: int, form: re.Match[str]) -> None:
    denied = n > 0 and words[n - 1].base in ("no", "ya no")
    first = n - denied
    before = words[first - 1] if not heads(words, first) else None
    end = phrase(words, n + 3)
    if n + 3 < len(words) and words[n + 3].has("enc"):
        return
    known = words[n + 2].base in _DONE
    if end > n + 3 and known and number(words, n + 3, end) == form[2] and movable(words, first, end):
        drop(words, n)
        _passive(words, n + 1)
        swap(words, first, n + 3, end)
    elif (
        end == n + 3 and before is not None and before.kind in _NAMED and (known or _thing(words, n, before))
    ):
        drop(words, n)
        _passive(words, n + 1)
    elif (
        (end == n + 3 or not known)
        and form[2] == "sg"
        and (english := _ONE.get((words[n + 1].base, form[1])))
    ):
        if before is not None and before.kind in _NAMED:
            return
        said = english[0] + " no longer" if denied and words[first].base == "ya no" else english[denied]
        words[first : n + 2] = [made("se puede", "<adv>", said, before=words[first].before)]
        if heads(words, first):
            words[first].targets = [said.capitalize() + "<adv>"]


def _thing(words: list[Word], n: int, before: Word) -> bool:
    """Whether the infinitive can be done to what is named before, which is not a person: *el agua no se puede beber*."""
    if before.kind == "rel":
        before = words[words.index(before) - 1]
    return words[n + 2].base not in _OTHER and before.kind in ("n", "adj") and before.base not in _PERSONS


def _passive(words: list[Word], at: int) -> None:
    """An infinitive in the passive."""
    verb = words[at]
    words.insert(at, made("ser", "<vbser><inf>", "be", before=verb.before))
    verb.before = " "
    verb.tag(verb.tags.replace("<inf>", "<pp><m><sg>"))
    verb.targets = [target.replace("<inf>", "<pp><m><sg>") for target in verb.targets]


def _wanting(words: list[Word], n: int, form: re.Match[str]) -> None:
    """*Se quiere imponer*: they want to impose."""
    denied = n > 0 and words[n - 1].base == "no"
    first = n - denied
    if not heads(words, first) and words[first - 1].kind in ("n", "np", "adj"):
        return
    drop(words, n)
    verb = words[n]
    verb.tag(verb.tags.replace(form[0], f"<{form[1]}><p3><pl>"))
    verb.targets = [target.replace(form[0], f"<{form[1]}><p3><pl>") for target in verb.targets]
    who = "<prn><tn><p3><mf><pl>"
    they = made("prpers", who, "prpers", before=words[first].before, target_tags=who.replace("tn", "subj"))
    words[first].before = " "
    if heads(words, first):
        capital(they, words[first])
    words.insert(first, they)
