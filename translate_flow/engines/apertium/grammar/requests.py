"""Who is asked to do what: *pedimos al juez que libere a los presos* (that the judge release), *instamos al Gobierno a que responda* (to respond).

Spanish puts the one who is asked before *que* with an *a*, and what is asked in the subjunctive; English makes the one asked its
subject, or says it in the infinitive.
"""

from __future__ import annotations

import re

from ....language import of
from .negation import FINITE
from .phrases import movable, phrase
from .sentence import Word, drop, made

_ASKING = of("es").words("grammar", "asking")
_URGING = of("es").words("grammar", "urging")
_SUBJUNCTIVE = re.compile(r"<(?:prs|pis)><p[123]><(?:sg|pl)>")
_ALONE = of("es").words("grammar", "appearing", "lasting")
_DOING = re.compile(r"<(?:prs|pri)><p3><(?:sg|pl)>")
_FURTHER = 12
"""Words behind the first thing one is urged to, among which a second is looked for."""
_AND = frozenset(("y", "e"))


def requests(words: list[Word]) -> None:
    """Put the one who is asked behind *that*, and what one is urged to into the infinitive."""
    n = 0
    while n + 2 < len(words):
        verb = words[n]
        if verb.kind == "vblex" and verb.base in _ASKING:
            if _to(words[n + 1]):
                _that(words, n)
            _wished(words, n)
        elif verb.base == "llamar" and verb.kind == "vblex" and _to(words[n + 1]):
            _call_on(words, n)
        elif verb.base == "a" and words[n + 1].base == "que" and verb.kind == "pr":
            _to_do(words, n)
        n += 1


def _to(word: Word) -> bool:
    return word.base == "a" and word.kind == "pr"


def _call_on(words: list[Word], n: int) -> None:
    """*Llamamos al Congreso a derogar la ley*: we call on the Congress to revoke."""
    end = _asked(words, n + 1)
    if n + 1 < end < len(words) and words[end].base in ("a", "que no", "para que"):
        words[n + 1] = made("sobre", "<pr>", "on", before=words[n + 1].before)


def _asked(words: list[Word], start: int) -> int:
    """One past those who are asked, each with its *a* before it; `start` if there are none."""
    end = phrase(words, start + 1)
    if end == start + 1:
        return start
    while end + 2 < len(words) and words[end].base in _AND:
        start = end + 1 + _to(words[end + 1])
        more = phrase(words, start)
        if more == start:
            break
        end = more
    return end


def _that(words: list[Word], n: int) -> None:
    """*Pedimos al juez que libere*: we ask that the judge release."""
    end = _asked(words, n + 1)
    if end == n + 1 or end >= len(words) or words[end].base != "que" or not movable(words, n + 1, end + 1):
        return
    if end + 2 < len(words) and words[end + 1].base == "este" and FINITE.match(words[end + 2].tags):
        drop(words, end + 1)  # exigimos a la fiscalía que esta investigue
    verb = _verb(words, end + 1)
    if not verb or not _SUBJUNCTIVE.search(words[verb].tags):
        return
    that = words.pop(end)
    that.tag("<cnjsub>")
    that.targets = ["that<cnjsub>"]
    for at in range(end - 1, n, -1):
        if _to(words[at]) and (at == n + 1 or words[at - 1].base in _AND):
            drop(words, at)
    words.insert(n + 1, that)


def _ended(words: list[Word], at: int) -> bool:
    """Whether a relative clause begins there, and what is wished has ended."""
    return words[at].kind == "rel" and words[at - 1].base not in _AND


def _wished(words: list[Word], n: int) -> None:
    """*Solicitó que vigilaran y que ejerciera*: requested that they watch and that it exercise."""
    if words[n + 1].base != "que":
        return
    at = n + 2
    while (
        at < len(words)
        and words[at].kind != "sent"
        and words[at].base != "para que"
        and not _ended(words, at)
    ):
        word = words[at]
        if word.has("pis", "p3") and word.kind in ("vblex", "vbser", "vbmod"):
            word.tag(word.tags.replace("<pis>", "<prs>"))
            word.targets = [target.replace("<pis>", "<prs>") for target in word.targets]
        again = words[at - 1].base == "que" and words[at - 2].base in _AND
        if again and word.kind == "vblex" and word.has("prs", "p3") and word.base not in _ALONE:
            who = f"<prn><tn><p3>{'<mf><pl>' if word.has('pl') else '<nt><sg>'}"
            words.insert(at, made("prpers", who, "prpers", target_tags=who.replace("tn", "subj")))
            at += 1
        at += 1


def _to_do(words: list[Word], n: int) -> None:
    """*A que cese*: to cease, behind verbs that urge."""
    at = n + 2
    denied = words[at].base == "no"
    at += denied
    verb = _verb(words, at)
    if verb != at or not _SUBJUNCTIVE.search(words[at].tags) or words[at].kind not in ("vblex", "vbser"):
        return
    if not any(word.base in _URGING for word in words[max(0, n - 12) : n]):
        return
    form = _SUBJUNCTIVE.search(words[at].tags)
    assert form is not None
    words[at].tag(words[at].tags.replace(form[0], "<inf>"))
    words[at].targets = [target.replace(form[0], "<inf>") for target in words[at].targets]
    if denied:
        words[n] = made("que no", "<cnjadv>", "not to", before=words[n].before)
        del words[n + 2]
    else:
        words[n] = made("para", "<adv>", "to", before=words[n].before)
    del words[n + 1]
    _and_to_do(words, n + 2, "<pl>" if "<pl>" in form[0] else "<sg>")


def _and_to_do(words: list[Word], at: int, number: str) -> None:
    """*A que cumplan lo ofrecido y no den marcha atrás*: and not back down."""
    for n in range(at, min(len(words) - 1, at + _FURTHER)):
        if words[n].kind in ("sent", "cnjsub", "rel"):
            return
        if words[n].base not in _AND:
            continue
        verb = n + 1
        while verb < len(words) and (words[verb].base == "no" or words[verb].has("prn", "tn", "p3")):
            verb += 1
        form = _DOING.search(words[verb].tags) if verb < len(words) else None
        if form is None or number not in form[0] or words[verb].kind not in ("vblex", "vbser"):
            continue
        words[verb].tag(words[verb].tags.replace(form[0], "<inf>"))
        words[verb].targets = [target.replace(form[0], "<inf>") for target in words[verb].targets]
        denied = any(word.base == "no" for word in words[n + 1 : verb])
        words[n + 1 : verb] = [made("que no", "<cnjadv>", "not to" if denied else "to")]
        return


def _verb(words: list[Word], at: int) -> int:
    """The finite verb there, behind *no* and pronouns; 0 if there is none."""
    while at < len(words) and (
        words[at].base == "no" or (words[at].kind == "prn" and not words[at].has("tn"))
    ):
        at += 1
    return at if at < len(words) and FINITE.match(words[at].tags) else 0
