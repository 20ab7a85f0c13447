"""*Sin que* and a subjunctive, which English says with *without* and a gerund: *sin que llegara el médico* (without the doctor arriving)."""

from __future__ import annotations

import re

from .phrases import movable, phrase
from .sentence import Word, drop, made

_SUBJUNCTIVE = re.compile(r"<(?:prs|pis)><p3><(?:sg|pl)>")


def without(words: list[Word]) -> None:
    """Put the subject behind *without*, and its verb into the gerund."""
    n = 0
    while n + 2 < len(words):
        if words[n].base == "pasar# sin" and words[n + 1].base == "que":
            _passes(words, n)
        elif words[n].base == "sin" and words[n + 1].base == "siquiera" and words[n + 2].has("inf"):
            words[n + 1].say("even", "<adv>")
            words[n + 2].tag(words[n + 2].tags.replace("<inf>", "<ger>"))
            words[n + 2].targets = [target.replace("<inf>", "<ger>") for target in words[n + 2].targets]
        elif words[n].base == "sin" and words[n + 1].base == "que":
            _said(words, n)
        n += 1


def _object(word: Word) -> bool:
    """Whether a word is a pronoun before its verb: *sin que nadie lo autorice*."""
    return word.has("prn", "pro") and not word.has("ref")


def _passes(words: list[Word], n: int) -> None:
    """*Cada día que pasa sin que*: passes, and not manages."""
    passes = words[n]
    passes.name(passes.lemma.removesuffix("# sin"))
    passes.say("pass")
    words.insert(n + 1, made("sin", "<pr>", "without"))


def _to_whom(pronoun: Word) -> list[Word]:
    """*Sin que se les ofreciera una casa*: without a house being offered *to them*."""
    sort = pronoun.tags.replace("<pro>", "<tn>").replace("<mf><sg>", "<m><sg>")
    whom = made("prpers", sort, "prpers", target_tags=sort.replace("<tn>", "<obj>"))
    return [made("a", "<pr>", "to"), whom]


def _said(words: list[Word], n: int) -> None:
    at = n + 2
    before = at + 1 if words[at].base == "nadie" else phrase(words, at)
    verb = before
    object_ = verb if at < verb < len(words) and _object(words[verb]) else 0
    verb += bool(object_)
    passive = verb < len(words) and words[verb].base == "se" and words[verb].has("ref")
    verb += passive
    whom = verb if passive and verb < len(words) and _object(words[verb]) else 0
    verb += bool(whom)
    if (
        passive
        and verb + 1 < len(words)
        and words[verb + 1].base == "a"
        and phrase(words, verb + 2) > verb + 2
    ):
        drop(words, verb + 1)  # sin que se atienda a los heridos
    if verb >= len(words) or words[verb].kind not in ("vblex", "vbser", "vbhaver"):
        return
    form = _SUBJUNCTIVE.search(words[verb].tags)
    if words[verb].kind == "vbhaver":
        _perfect(words, n, before, verb, passive=passive, plain=not (object_ or whom))
        return
    end = phrase(words, verb + 1)
    subject = before > at or end > verb + 1
    if form is None or not subject or not movable(words, n, max(end, verb + 1)):
        return
    given = []
    if whom:
        given = _to_whom(words.pop(whom))
        verb, end = verb - 1, end - 1
    if passive:
        words[verb].tag(words[verb].tags.replace(form[0], "<pp><m><sg>"))
        words[verb].targets = [target.replace(form[0], "<pp><m><sg>") for target in words[verb].targets]
        words[verb - 1] = made("ser", "<vbser><ger>", "be")
    else:
        words[verb].tag(words[verb].tags.replace(form[0], "<ger>"))
        words[verb].targets = [target.replace(form[0], "<ger>") for target in words[verb].targets]
    if object_:
        pronoun = words.pop(object_)
        pronoun.tag(pronoun.tags.replace("<pro>", "<enc>"))
        words.insert(verb, pronoun)
    if before == at:  # the subject is behind its verb
        first = verb - passive
        words[first:end] = words[verb + 1 : end] + words[first : verb + 1]
        verb = end - 1
    words[verb + 1 : verb + 1] = given
    drop(words, n + 1)


def _perfect(words: list[Word], n: int, before: int, verb: int, *, passive: bool, plain: bool) -> None:
    """*Sin que se haya consultado a los pueblos*: without the peoples having been consulted."""
    done, form = verb + 1, _SUBJUNCTIVE.search(words[verb].tags)
    if form is None or not plain or done >= len(words) or not words[done].has("pp"):
        return
    if (
        passive
        and done + 1 < len(words)
        and words[done + 1].base == "a"
        and phrase(words, done + 2) > done + 2
    ):
        drop(words, done + 1)
    end = phrase(words, done + 1)
    if before == n + 2 and (not passive or end == done + 1):
        return
    if not movable(words, n, max(end, done + 1)):
        return
    words[verb].tag(words[verb].tags.replace(form[0], "<ger>"))
    words[verb].targets = [target.replace(form[0], "<ger>") for target in words[verb].targets]
    if passive:
        words[verb - 1 : verb] = []
        verb, done, end = verb - 1, done - 1, end - 1
        words.insert(done, made("ser", "<vbser><pp><m><sg>", "be", target_tags="<vbser><pp>"))
        done, end = done + 1, end + 1
        if before == n + 2:
            while end < len(words) and _belongs(words[end], words[end - 1]):
                end += 1
            words[verb:end] = words[done + 1 : end] + words[verb : done + 1]
    drop(words, n + 1)


def _belongs(word: Word, noun: Word) -> bool:
    """*Los pueblos afectados*: whether a participle goes with the noun before it."""
    sort = re.search(r"<pp><(?:m|f)><(sg|pl)>", word.tags)
    return sort is not None and noun.kind == "n" and noun.has(sort[1]) and word.kind == "vblex"
