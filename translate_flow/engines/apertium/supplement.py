"""Words that Apertium's dictionaries lack or give in a sense that statements do not mean.

A third of the vocabulary of human-rights statements is unknown to Debian's Spanish-English dictionaries, and would
stand in Spanish in the draft (*prorrogado*, *hostigamiento*); some of it they get wrong (*marcha*: course). The table
`words/spa-eng.tsv` has these words. Behind the analyser an unknown form is given its analyses, so that the tagger and
every rule can work with it, and behind the bilingual lookup its English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from .inflection import adjective, noun, verb

_UNKNOWN = re.compile(rb"\^([^/^$]+)/\*[^$]*\$")
_FORM = re.compile(rb"\^([^/^$]+)/")
_UNIT = re.compile(rb"\^([^/^$]+)/([^$]*)\$")
_OF_ACTS = re.compile(rb"[^$*<>]+<(?:v|adj)")
_LEMMA = re.compile(rb"\^([^/^$<]+<(?:n|vblex|adj|adv|det)>)")
_LOOKED_UP = re.compile(rb"\^([^/^$<]+)(<(?:n|vblex|adj|adv|det)>)((?:<[^<>]+>)*)/[^$]*\$")

_COMPARED = 6
"""Adjectives with fewer letters are compared by endings: *larger*."""
_NEGATED = re.compile(rb"\^[Nn]o<adv>/[^$]*\$(?:\s*\^[^/$]*<prn>[^$]*\$)*\s*$")


@dataclass(frozen=True, slots=True)
class Supplement:
    """The words of one language pair, ready for use."""

    analyses: Mapping[str, tuple[str, ...]]
    """By form in small letters: lemma and tags of each reading."""
    added: frozenset[bytes]
    """Forms that the dictionary knows as something else: verbs and adjectives that are to have these readings beside its own."""
    beside: frozenset[bytes]
    """Those, and forms that are to have these readings in the place of its own."""
    gendered: Mapping[str, str]
    """English of nouns that stands for forms of one gender only, and this gender as a tag."""
    english: Mapping[bytes, tuple[str, str]]
    """By lemma and first tag, also with a capital: English singular and plural, or verb and class."""

    def analysed(self, record: bytes) -> bytes:
        """A record behind the analyser, unknown forms that stand in the table with their readings."""
        if b"/*" in record:
            record = _UNKNOWN.sub(self._analysis, record)
        if self.beside.isdisjoint(_FORM.findall(record)):
            return record
        return _UNIT.sub(self._more, record)

    def _analysis(self, match: re.Match[bytes]) -> bytes:
        form = match[1].decode("utf-8", "replace")
        readings = self.analyses.get(form.lower())
        if readings is None:
            return match[0]
        if form[:1].isupper():
            readings = tuple(reading[:1].upper() + reading[1:] for reading in readings)
        return f"^{form}/{'/'.join(readings)}$".encode()

    def _more(self, match: re.Match[bytes]) -> bytes:
        if match[1] not in self.beside:
            return match[0]
        form = match[1].decode()
        readings = self.analyses[form.lower()]
        if form[:1].isupper():
            readings = tuple(reading[:1].upper() + reading[1:] for reading in readings)
        if match[1] in self.added:
            if not _OF_ACTS.match(match[2]):
                return match[0]
            readings = (match[2].decode(), *readings)
        return f"^{form}/{'/'.join(readings)}$".encode()

    def looked_up(self, record: bytes) -> bytes:
        """A record behind the bilingual lookup, words of the table in the English it has for them."""
        if self.english.keys().isdisjoint(_LEMMA.findall(record)):
            return record
        return _LOOKED_UP.sub(self._translation, record)

    def _translation(self, match: re.Match[bytes]) -> bytes:
        found = self.english.get(match[1] + match[2])
        if found is None or (
            match[2] == b"<n>"
            and found[0] in self.gendered
            and self.gendered[found[0]] not in match[3].decode()
        ):
            return match[0]
        tags = match[3].decode().replace("<pron>", "")
        if match[2] == b"<vblex>":
            negated = _NEGATED.search(match.string, max(0, match.start() - 200), match.start()) is not None
            base, kind = found
            english = inflected(base, tags, negated=negated) if kind.startswith("v*") else base
        else:
            english = found["<pl>" in tags]
        lemma = match[1].decode()
        if lemma[:1].isupper():
            english = english.upper() if lemma[1:].isupper() else english[:1].upper() + english[1:]
        if match[2] == b"<adj>" and english.isalpha() and len(english) < _COMPARED:
            tags = "<sint>" + tags  # larger, not more large
        if match[2] == b"<n>":
            tags = re.sub(r"<(?:m|f|mf)>", "", tags)
        return b"^%b%b%b/%b%b%b$" % (match[1], match[2], match[3], english.encode(), match[2], tags.encode())


def inflected(base: str, tags: str, *, negated: bool) -> str:
    """A verb in the form that its tags ask for, for a generator that does not know it.

    `negated`: an English *do not* takes the tense.
    """
    if negated and not tags.startswith("<pp>"):
        return base
    if tags.startswith(("<ifi>", "<pp>", "<pii>")):
        return _stem(base) + ("d" if base.endswith("e") else "ed")
    if tags.startswith("<ger>"):
        return (base[:-2] + "y" if base.endswith("ie") else base.removesuffix("e")) + "ing"
    if tags != "<pri><p3><sg>":
        return base
    stem = _stem(base)
    return stem + ("es" if base.endswith(("ch", "sh", "s", "x")) or stem != base else "s")


def _stem(base: str) -> str:
    """Before *-ed* and *-es* a *y* behind a consonant is an *i*: *complied*, *complies*."""
    return base[:-1] + "i" if base.endswith("y") and base[-2:-1] not in "aeiou" else base


@cache
def supplement() -> Supplement:
    """The table of Spanish to English."""
    analyses: dict[str, list[str]] = {}
    added: list[str] = []
    alone: list[str] = []
    english: dict[bytes, tuple[str, str]] = {}
    for lemma, kind, first, second in _rows():
        pos = "vblex" if kind[0] == "v" else kind.rstrip("+!").split(".")[0]
        for form, tags in _forms(lemma, kind):
            readings = analyses.setdefault(form, [])
            if (reading := lemma + tags) not in readings:
                readings.append(reading)
            if kind.endswith("+"):
                added += form, form.capitalize()
            elif kind.endswith("!"):
                alone += form, form.capitalize()
        for key in (lemma,) if kind.endswith("=") else (lemma, lemma.capitalize(), lemma.upper()):
            english[f"{key}<{pos}>".encode()] = (first, kind if pos == "vblex" else second or first)
    gendered = {first: f"<{kind[2]}>" for _, kind, first, _ in _rows() if kind.endswith("~")}
    readings_of = {form: tuple(r) for form, r in analyses.items()}
    beside = frozenset(form.encode() for form in (*added, *alone))
    return Supplement(readings_of, frozenset(form.encode() for form in added), beside, gendered, english)


def _rows() -> Iterator[tuple[str, str, str, str]]:
    table = (files(__package__) / "words" / "spa-eng.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            lemma, kind, english, *rest = line.split("\t")
            yield lemma, kind, english, rest[0] if rest else ""


def _forms(lemma: str, kind: str) -> Iterator[tuple[str, str]]:
    if "#" in lemma or kind == "det":
        return  # the dictionary knows their forms
    if kind[0] == "v":
        yield from verb(lemma, kind.rstrip("+!").partition(":")[2])
    elif kind.rstrip("+!") == "adj":
        yield from adjective(lemma)
    elif kind.rstrip("+!") == "adv":
        yield lemma, "<adv>"
    elif kind.endswith(".pl"):
        yield lemma, f"<n><{kind.split('.')[1]}><pl>"
    else:
        yield from noun(lemma, kind.rstrip("+=~!").split(".")[1])
