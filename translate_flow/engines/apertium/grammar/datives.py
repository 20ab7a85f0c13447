"""Those to whom something is said or done, where English says it with *to* or another verb: *nos mienten* (they lie to us), *nos dijeron* (they told us)."""

from __future__ import annotations

import re

from ....language import of
from .negation import FINITE
from .phrases import phrase
from .sentence import Word, drop, heads, made

_TO = of("es").words("grammar", "told") | {"imponer", "lanzar", "arrojar", "tirar"}
_COMMANDING = frozenset(("pedir", "ordenar", "rogar", "aconsejar"))
_WISHED = re.compile(r"<(?:prs|pis)><p[123]><(?:sg|pl)>")
_PREPOSITIONS = {"imponer": "on", "lanzar": "at", "arrojar": "at", "tirar": "at"}
_TAKING = of("es").words("grammar", "taking")
_BEFALLING = frozenset(("pasar", "ocurrir", "suceder"))
_WHAT = frozenset(("lo que", "qué", "algo", "nada", "todo", "eso", "esto"))
_TELLING = frozenset(("decir",))


def datives(words: list[Word]) -> None:
    """Say *tell* of what is said to somebody, and *to us* behind verbs that want it."""
    n = 0
    while n < len(words):
        verb = words[n]
        if verb.kind == "vblex" and verb.base in _TELLING:
            _tell(words, n)
        elif verb.kind == "vblex" and verb.base in _COMMANDING and _pronoun(words, n) >= 0:
            _command(words, n + 1)
        elif verb.kind == "vblex" and verb.base in _BEFALLING:
            _befall(words, n)
        elif verb.kind == "vbser" and _pronoun(words, n) >= 0 and (FINITE.match(verb.tags) or verb.has("pp")):
            _granted(words, n)
        elif verb.kind == "vblex" and verb.base in _TO:
            _to(words, n)
        n += 1


def _pronoun(words: list[Word], n: int) -> int:
    """Where the pronoun before a verb or its *haber* is, who is told; -1 if there is none."""
    at = n - 1
    if at >= 0 and words[at].kind == "vbhaver":
        at -= 1
    if at < 0 or not words[at].has("prn", "pro") or words[at].has("ref"):
        return -1
    told = words[at].has("p1") or words[at].has("p2") or words[at].has("mf")
    return at if told and not (at and words[at - 1].base == "se") else -1


def _tell(words: list[Word], n: int) -> None:
    """*Nos dijeron que*, *dijo a la prensa que*: told."""
    after = words[n + 1] if n + 1 < len(words) else None
    if _pronoun(words, n) >= 0 or (after is not None and after.has("enc") and not after.has("ref")):
        words[n].say("tell")
        _command(words, n + 1)
    elif after is not None and after.base == "a" and after.kind == "pr":
        end = phrase(words, n + 2)
        if end > n + 2 and end < len(words) and words[end].base == "que":
            words[n].say("tell")
            drop(words, n + 1)
            _command(words, end - 1)


def _command(words: list[Word], at: int) -> None:
    """*Les dijo que se fueran*: told them to go."""
    while at < len(words) and words[at].has("enc"):
        at += 1
    if at + 1 >= len(words) or words[at].base != "que":
        return
    denied = words[at + 1].base == "no"
    verb = at + 1 + denied
    reflexive = words[verb].base == "se" if verb < len(words) else False
    verb += reflexive
    if verb >= len(words) or words[verb].kind not in ("vblex", "vbser"):
        return
    form = _WISHED.search(words[verb].tags)
    if form is None:
        return
    words[verb].tag(words[verb].tags.replace(form[0], "<inf>"))
    words[verb].targets = [target.replace(form[0], "<inf>") for target in words[verb].targets]
    words[at:verb] = [made("que no", "<cnjadv>", "not to") if denied else made("para", "<adv>", "to")]


def _befall(words: list[Word], n: int) -> None:
    """*Lo que les pueda pasar a nuestros dirigentes*, *si algo me pasa*: happen to."""
    at = n - 1
    if at > 0 and words[at].kind == "vbmod":
        at -= 1
    own = words[at]
    behind = words[n + 1 : n + 3]
    if (
        len(behind) == 2
        and behind[0].base == "a"
        and behind[1].kind in ("det", "np", "n")
        and own.base in _WHAT
    ):
        words[n].name("suceder")  # `doubled` has taken the pronoun
        words[n].say("happen")
        return
    if at < 1 or own.base != "prpers" or not own.has("prn", "pro") or own.has("ref"):
        return
    if _WHAT.isdisjoint(word.base for word in words[max(0, at - 3) : at]):
        return
    words[n].name("suceder")
    words[n].say("happen")
    if not (n + 1 < len(words) and words[n + 1].base == "a"):
        whom = own.tags.replace("<pro>", "<tn>")
        words[n + 1 : n + 1] = [
            made("a", "<pr>", "to"),
            made("prpers", whom, "prpers", target_tags=own.targets[0].partition("prpers")[2]),
        ]
    drop(words, at)


def _granted(words: list[Word], n: int) -> None:
    """*Garantías que nunca le fueron otorgadas*: were never granted to him."""
    at = _pronoun(words, n)
    done = words[n + 1] if n + 1 < len(words) else None
    if done is None or not done.has("pp") or words[at].before not in ("", " ") or heads(words, at):
        return
    own = words[at]
    sort = own.tags.replace("<pro>", "<tn>").replace("<mf><sg>", "<m><sg>")
    end = phrase(words, n + 2)
    to = "from" if done.base in _TAKING else "to"
    if (
        end < len(words)
        and words[end].base == "a"
        and words[end].kind == "pr"
        and phrase(words, end + 1) > end + 1
    ):
        words[end].say(to, "<pr>")  # les fueron arrebatadas a las comunidades
        words[end].name("desde" if to == "from" else "a")
    else:
        words[end:end] = [
            made("a", "<pr>", to),
            made("prpers", sort, "prpers", target_tags=sort.replace("<tn>", "<obj>")),
        ]
    if at and not heads(words, at - 1) and words[at - 1].base in ("nunca", "jamás"):
        never = words.pop(at - 1)
        words.insert(n, never)
        at -= 1
        never.before = " "
    drop(words, at)


def _to(words: list[Word], n: int) -> None:
    at = _pronoun(words, n)
    if at < 0 or not FINITE.match(words[at + 1].tags) or words[at].before not in ("", " "):
        return
    own = words[at]
    if n + 1 < len(words) and words[n + 1].base == "a":
        return
    tags = own.targets[0][own.targets[0].find("<") :] if "<" in own.targets[0] else ""
    if not tags:
        return
    whom = own.tags.replace("<pro>", "<tn>")
    words[n + 1 : n + 1] = [
        made("a", "<pr>", _PREPOSITIONS.get(words[n].base, "to")),
        made("prpers", whom, "prpers", target_tags=tags.replace("<subj>", "<obj>")),
    ]
    drop(words, at)
