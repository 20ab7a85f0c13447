"""Negative words of Spanish in the English they ask for.

*Nadie*, *ningún* and *nada* are negative by themselves before the verb (*Nadie respondió*: nobody) and only go along
with another negation behind it (*No respondió nadie*: anybody). The dictionaries of Apertium know the second reading
alone, and so turn "no minister has resigned" into "any minister has resigned". Here, behind the bilingual lookup, each
is given the reading of its place (Real Academia Española, Nueva gramática, 48.3: la doble negación). The same for *ni*
behind another negation (nor, not neither) and *no* before anything but a verb (*no solo*: not only).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ...language import of

_UNIT = re.compile(rb"\^([^/^$<]*)((?:<[^<>]+>)*[^/^$]*)/[^/^$<]*((?:<[^<>]+>)*)[^$]*\$")
_CONCERNED = re.compile(rb"\^[Nn](?:inguno|adie|ada|i|o)<")
_NEGATIVE = {
    b"ninguno": (b"no", b"any"),
    b"nadie": (b"nobody", b"anybody"),
    b"nada": (b"nothing", b"anything"),
}
"""By Spanish lemma: the English when it negates, and when another word does."""
_NEGATORS = (
    frozenset(
        {w.encode() for w in of("es").words("negation", "negators", "without", "agreeing", "joining")}
        | {b"sin que"}
    )
    - _NEGATIVE.keys()
)
"""What negates the clause behind it, by itself."""
_CLAUSES = frozenset({b"y", b"e", b"pero", b"mas", b"sino", b";", b":"})
"""Words and signs behind which a clause of its own begins."""
_TELLING = _NEGATORS | _CLAUSES | _NEGATIVE.keys()
_COMPARING = frozenset("más menos mejor peor mayor menor antes".encode().split())
_NOMINAL = (b"<n>", b"<np>", b"<adj>", b"<prn>", b"<num>", b"<cm>")
"""What *ni* joins another of its like to; behind a verb it may be *not even* as well."""
_FINITE = re.compile(rb"^<v\w+>.*<(?:pri|prs|ifi|pii|pis|fti|fts|cni|imp)>")


class _Word(NamedTuple):
    """A lexical unit with its first translation; a tuple, as every word of a paragraph becomes one."""

    start: int
    end: int
    lemma: bytes
    """Of the Spanish word, in small letters."""
    tags: bytes
    """Of the Spanish word, such as `<prn><tn><m><sg>`."""


def concord(record: bytes) -> bytes:
    """A record behind the bilingual lookup, its negative words in English; most have none and come back as they are."""
    if not _CONCERNED.search(record):
        return record
    matches = list(_UNIT.finditer(record))
    words = [_Word(m.start(), m.end(), m[1].lower(), m[2]) for m in matches]
    out, at = [], 0
    negated = comma = False
    for n, (word, match) in enumerate(zip(words, matches, strict=True)):
        if word.lemma not in _TELLING and not word.tags.startswith((b"<sent>", b"<cm>")):
            continue
        if word.lemma in _NEGATIVE and not _compares(words, n):
            alone = not negated or (comma and _before_verb(words, n))
            out += [record[at : word.start], _unit(match, alone)]
            at = word.end
            negated, comma = True, False
        elif word.lemma in _NEGATORS:
            if other := _negator(words, n, negated):
                out += [
                    record[at : word.start],
                    b"^%b%b/%b%b$" % (match[1], word.tags, _cased(other, match[1]), word.tags),
                ]
                at = word.end
            negated, comma = True, False
        elif word.tags.startswith(b"<sent>") or word.lemma in _CLAUSES:
            negated = comma = False
        elif word.tags.startswith(b"<cm>"):
            comma = True
    return b"".join([*out, record[at:]])


def _compares(words: Sequence[_Word], n: int) -> bool:
    """Whether the word is what is compared with: *más que nadie*. And *para nada*, *nada más* are no *nothing*."""
    before = words[n - 1].lemma if n else b""
    if words[n].lemma == b"nada":
        after = words[n + 1].lemma if n + 1 < len(words) else b""
        if before == b"para" or after == "más".encode():
            return True
    than = before.removesuffix(b" que")
    return (than in _COMPARING and than != before) or (
        before == b"que" and n > 1 and words[n - 2].lemma in _COMPARING
    )


def _before_verb(words: Sequence[_Word], n: int) -> bool:
    """Whether a finite verb follows in the same clause."""
    for word in words[n + 1 :]:
        if _FINITE.match(word.tags):
            return True
        if word.tags.startswith((b"<cm>", b"<sent>", b"<rel>", b"<cnjsub>")) or word.lemma == b"que":
            return False
    return False


def _negator(words: Sequence[_Word], n: int, negated: bool) -> bytes:
    """The English of *ni* and *no* where it is not what the dictionary says; empty where it is."""
    if words[n].lemma == b"ni" and negated and n:
        before = words[n - 1]
        return b"nor" if before.tags.startswith(_NOMINAL) or before.lemma in _NEGATIVE else b""
    if words[n].lemma != b"no" or n + 1 == len(words):
        return b""
    following = words[n + 1]
    slogan = following.lemma in ("más".encode(), b"a")  # No más muertes; No a la represión
    return b"not" if following.tags.startswith((b"<pr>", b"<adv>", b"<predet>")) and not slogan else b""


def _cased(english: bytes, spanish: bytes) -> bytes:
    return english.capitalize() if spanish[:1].isupper() else english


def _unit(match: re.Match[bytes], alone: bool) -> bytes:
    lemma, tags, kind = match[1], match[2], match[3]
    no, some = _NEGATIVE[lemma.lower()]
    if lemma.lower() == b"nada":
        tags = kind = b"<prn><tn><m><sg>"
    target = no if alone else some
    if target == b"no" and kind.startswith(b"<prn>"):
        target = b"none"
    return b"^%b%b/%b%b$" % (lemma, tags, _cased(target, lemma), kind)
