"""Stretches that are no words: addresses, markup, references, identifiers, sums of money.

No engine gets them as they are: Apertium makes `x.And/z` of `x.y/z`, and every engine moves
or drops markup.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from ..markup.pairs import pairs
from .numerals import english_number, ordinal


@dataclass(frozen=True, slots=True)
class Code:
    """A stretch of text to be held."""

    start: int
    """First character."""
    end: int
    """One past the last."""
    noun: str
    """`code` (stands as a word), `open`, `close`, `point` or `blank`; see `Held.noun`."""
    target: str
    """What must stand in the translation."""


_ADDRESS = (
    r"<?(?:https?|ftp)://[^\s<>“”«»\"]*[^\s<>“”«»\".,;:!?¡¿…)\]}*_'’]>?"
    r"|\bwww\.[^\s<>“”«»\"]*[^\s<>“”«»\".,;:!?…)\]}*_'’]"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w.@-])(?:[a-z0-9][\w-]*\.)+(?:org|com|net|pe|info|int|eu|edu|gob|gov|io|es|cat|tv|app)(?![\w-])"
    r"(?:/[^\s<>“”«»\"]*[^\s<>“”«»\".,;:!?…)\]}*_'’])?"
    r"|(?<![\w&/])[#@]\w+(?:[.-]\w+)*"
)
_NUMBERED = r"\d[\w]*(?:[-‑/.]\w+)*"
_LAW = r"(?:D\.\s?S\.|D\.\s?L\.|D\.\s?Leg\.|D\.\s?U\.|R\.\s?M\.|R\.\s?S\.|R\.\s?D\.|R\.\s?J\.|O\.\s?M\.|A\.\s?L\.)"
_NUMBER_SIGN = r"[Nn](?:\.\s?[º°]|[º°]\.?|úm\.|ro\.|\.o)"
_MIL = r"[  ]mil(?:[  ]\d{3})?\b(?![  ]millones)"
_MONEY = rf"(?:S/\.?|US\$|U\$S|USD|EUR|PEN|[$€£])\s?\d+(?:[.,   ]\d+)*(?:(?<![.,]\d){_MIL})?"
_THOUSANDS = rf"(?<![\w.,])\d{{1,3}}{_MIL}"
_CLOCK = r"\d{1,2}(?:[:.]\d\d)?\s?[ap]\.\s?m\."
_ORDINAL = r"\b\d{1,3}(?:\.\s?[ºª°]|[ºª]|\.?(?:er|ra|ro|da|do|ta|to|va|vo|ma|mo|na|no)\b)"
_MIXED = r"(?<![\w.])(?<!\w-)(?=\w)(?=[\w-]*\d)(?=[\w./-]*[^\W\d_])\w+(?:[-‑/.]\w+)*"
_ENUMERATOR = r"(?m:^)[ \t]*\(?(?:[a-zñ]|[ivx]{1,4})[.)](?=\s)"
_LITERAL = r"(?<=literal )[a-zñ]\b\)?|(?<=inciso )[a-zñ]\b\)?|(?<=numeral )[a-zñ]\b\)?|\([a-zñ]\)"
_INITIALS = r"(?<![\w.])(?:[A-ZÁÉÍÓÚÑ]\.\s?){1,9}(?=\s?[A-ZÁÉÍÓÚÑ][^\W\d_])"

_FORMULA = r"\$\$[^$\n]+\$\$|(?<![\\$\w])\$(?=[^\s$])(?=[^$\n]*(?:[\\_^=<>+{}]|(?<=\$)\w\$))[^$\n]*(?<=[^\s\\])\$(?!\w)"
"""A formula between dollar signs (Pandoc's rule), with a sign no sum of money has, or of one letter."""
_LETTER = r"[^\W\d_ºª]"
_BEGINNING = rf"(?:(?<!{_LETTER})(?!{_LETTER}{{2,}}(?=[\s,;])(?<!USD)(?<!EUR)(?<!PEN))|(?=[`<&\[$€£({{]|(?:https?|ftp)://))"
"""Where a code can begin. Not inside or at a plain word: there are dozens of these to a code, and each
alternative would be tried at each of their letters."""
_CODES = re.compile(
    rf"{_BEGINNING}(?:"
    rf"(?P<code>(?<!`)`++[^`]+`+)|(?P<template>\{{\{{[^{{}}\n]*\}}\}}|\{{%[^{{}}\n]*%\}})|(?P<formula>{_FORMULA})|(?P<image><!--(?:(?!-->|<!--).)*+-->|&\#?\w+;)|(?P<reference>\[\^[^\[\]\s]+\])|(?P<address>{_ADDRESS})"
    rf"|(?P<law>{_LAW}\s*(?:{_NUMBER_SIGN}\s*)?{_NUMBERED}|{_NUMBER_SIGN}\s*{_NUMBERED})|(?P<money>{_MONEY})"
    rf"|(?P<thousands>{_THOUSANDS})|(?P<clock>{_CLOCK})|(?P<ordinal>{_ORDINAL})|(?P<enumerator>{_ENUMERATOR})|(?P<literal>{_LITERAL})"
    rf"|(?P<initials>{_INITIALS})|(?P<mixed>{_MIXED}))",
    re.DOTALL,
)
_NOUN_BEFORE = re.compile(
    r"(?:\b(?!(?:El|La|Los|Las|Una?|Según|Por|En|De|Del|Al|Con|Ante|Para|Est[ae]|Desde|Hasta|Sobre|Contra|Mediante)\b)"
    r"[A-ZÁÉÍÓÚÑ]\w+|\b(?:ley|decreto|resolución|artículo|expediente|oficio|informe|caso|carta|acta|casación)s?"
    r"(?: \w+)?)\s*$"
)


def codes(text: str) -> list[Code]:
    """Everything in a text that has to be held though it is in no glossary; in text order, not overlapping."""
    found = list(_codes(text))
    for pair in pairs(text):
        opening = Code(pair.start, pair.inner, "open", text[pair.start : pair.inner])
        closing = Code(pair.outer, pair.end, "close", text[pair.outer : pair.end])
        marks = (opening, closing)
        if any(not _inside(code, mark) for mark in marks for code in found[_overlapping(found, mark)]):
            continue
        for mark in marks:
            # An address inside a link's own mark is held with the mark.
            found[_overlapping(found, mark)] = [mark]
    return found


def _overlapping(codes: list[Code], mark: Code) -> slice:
    """Where in codes in text order those stand that overlap a mark; empty where it has its own place."""
    stop = first = bisect_left(codes, mark.end, key=lambda code: code.start)
    while first and codes[first - 1].end > mark.start:
        first -= 1
    return slice(first, stop)


def _inside(code: Code, mark: Code) -> bool:
    return mark.start <= code.start and code.end <= mark.end


def _codes(text: str) -> Iterator[Code]:
    for match in _CODES.finditer(text):
        kind, form = match.lastgroup or "", match[0]
        start, end = match.span()
        if kind == "enumerator":
            start += len(form) - len(form.lstrip())
        elif kind == "initials":
            end = start + len(form.rstrip())
        form = text[start:end]
        target = _TARGETS[kind](form) if kind in _TARGETS else form
        yield Code(start, end, _noun(kind, text[max(0, start - _REACH) : start]), target)


_REACH = 60
"""Characters before a code that tell whether it belongs to a noun."""


def _noun(kind: str, before: str) -> str:
    if kind == "reference":
        return "point"
    if kind in ("image", "clock", "ordinal", "enumerator", "literal", "initials"):
        return "blank"
    if kind in ("law", "mixed") and _NOUN_BEFORE.search(before):
        return "blank"  # "Ley N.º 30364 peruana": a noun there would keep the adjective from its place
    return "code"


def _law(form: str) -> str:
    return re.sub(rf"{_NUMBER_SIGN}\s*", "No. ", form)


def _money(form: str) -> str:
    return re.sub(
        r"\d.*",
        lambda m: _thousands(m[0]) if re.match(r"\d{1,3}[  ]mil", m[0]) else english_number(m[0]),
        form,
    )


def _thousands(form: str) -> str:
    """*10 mil* and *3 mil 500* in digits; an engine that takes the words one by one makes *10 one thousand* of it."""
    number, _, *rest = form.split()
    return f"{number},{rest[0] if rest else '000'}"


def _clock(form: str) -> str:
    return re.sub(r"\s?([ap])\.\s?m\.", r" \1.m.", re.sub(r"(\d)\.(?=\d)", r"\1:", form))


def _ordinal(form: str) -> str:
    return ordinal(int(re.match(r"\d+", form)[0]))  # type: ignore[index]


_TARGETS = {"law": _law, "money": _money, "thousands": _thousands, "clock": _clock, "ordinal": _ordinal}
