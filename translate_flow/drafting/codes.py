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
    """`code` (used as a word), `adverb`, `open`, `close`, `point` or `blank`; see `Held.noun`."""
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
_MONEY = rf"(?:S/\.?|US\$|U\$S|USD|EUR|PEN|[$€£])\s?\d+(?:[.,'’´   ]\d+)*(?:(?<![.,]\d){_MIL})?"
_THOUSANDS = rf"(?<![\w.,])\d{{1,3}}{_MIL}"
_HALF = r"\s?(?:[ap]\.\s?m\.|[ap]m\b|de la (?:mañana|madrugada|tarde|noche)\b)"
_HOURS = r"\s?(?:horas|hrs?\.|hrs\b|h\.?(?!\w))"
_CLOCK = (
    rf"(?:(?:\b[Aa]\s)?\b[Ll]as?\s)?(?:\d{{1,2}}:\d\d(?::\d\d)?(?:{_HALF}|{_HOURS})*|\d{{1,2}}(?:\.\d\d)?{_HALF})(?![\d:])"
    rf"|(?:\b[Aa]\s)?\b[Ll]as?\s\d{{1,2}}(?:\.\d\d)?{_HOURS}(?!\w)"
)
_PLACEHOLDER = (
    r"\$\{[^{}\n]*\}|\{[\w.]*\}|%\([\w ]+\)[sdf]|(?<!\w)%[sd]\b|\[\[[^\[\]\n]*\]\]|\[/[a-z][\w-]*\]"
    r"|\[[a-z][\w-]*(?:\s+[\w-]+=(?:\"[^\"\n]*\"|“[^”\n]*”|[^\s\]\"“][^\s\]]*+))++\s*/?\](?!\()"
)
_TEMPLATE = (
    r"\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}"
    r"|\{::comment\}[^{}]*\{:/(?:comment)?\}|\{::?/?[^{}\n]*\}|\{[.#][\w-][^{}\n]*\}"
)
"""Shortcodes, remarks and attributes."""
_LABEL = r"(?<![\w.'’&-])[A-ZÑ](?![\w'’&/-]|\.[A-ZÑ\d])"
_ORDINAL = r"\b\d{1,3}(?:\.\s?[ºª°]|[ºª]|\.?(?:er|ra|ro|da|do|ta|to|va|vo|ma|mo|na|no)\b)"
_MIXED = r"(?<![\w.])(?<!\w-)(?=\w)(?=[\w-]*\d)(?=[\w./-]*[^\W\d_])\w+(?:[-‑/.]\w+)*"
_ENUMERATOR = r"(?m:^)[ \t]*\(?(?:[a-zñA-ZÑ]|[ivx]{1,4}|[IVX]{1,4})(?:\.?\)|\.-|\.)-?(?=\s)"
_LITERAL = (
    r"(?:(?<=literal )|(?<=inciso )|(?<=numeral )|(?<=letra ))[a-zñ]\b\)?"
    r"|(?:(?<=literales )|(?<=incisos )|(?<=letras ))[a-zñ]\)?(?:, [a-zñ]\)?)*(?: [ye] [a-zñ]\b\)?)?|\([a-zñA-ZÑ]\)|(?<![\w(])[a-zñ]\)(?=\s)"
)
_INITIALS = r"(?<![\w.])(?:[A-ZÁÉÍÓÚÑ]\.\s?){1,9}(?=\s?[A-ZÁÉÍÓÚÑ][^\W\d_])"

_FORMULA = r"\$\$[^$\n]+\$\$|(?<![\\$\w])\$(?=[^\s$])(?=[^$\n]*(?:[\\_^=<>+{}]|(?<=\$)\w\$))[^$\n]*(?<=[^\s\\])\$(?!\w)"
"""A formula between dollar signs (Pandoc's rule), with a sign no sum of money has, or of one letter."""
_SHOUTED = re.compile(r"(?:^|[^\w])[A-ZÁÉÍÓÚÑ]{2,}[,;]?$")
_LOWER = re.compile(r"[a-záéíóúñü]")
_LETTER = r"[^\W\d_ºª]"
_BEGINNING = rf"(?:(?<!{_LETTER})(?!{_LETTER}{{2,}}(?=[\s,;])(?<!USD)(?<!EUR)(?<!PEN))|(?=[`<&\[$€£({{%]|[Ll]as?\s\d|(?:https?|ftp)://))"
"""Where a code can begin. Not inside or at a plain word: there are dozens of these to a code, and each
alternative would be tried at each of their letters."""
_CODES = re.compile(
    rf"{_BEGINNING}(?:"
    rf"(?P<code>(?<!`)`++[^`]+`+)|(?P<template>{_TEMPLATE})|(?P<formula>{_FORMULA})|(?P<placeholder>{_PLACEHOLDER})|(?P<image><!--(?:(?!-->|<!--).)*+-->|&\#?\w+;)|(?P<reference>\[\^[^\[\]\s]+\])|(?P<address>{_ADDRESS})"
    rf"|(?P<law>{_LAW}\s*(?:{_NUMBER_SIGN}\s*)?{_NUMBERED}|{_NUMBER_SIGN}\s*{_NUMBERED})|(?P<money>{_MONEY})"
    rf"|(?P<thousands>{_THOUSANDS})|(?P<clock>{_CLOCK})|(?P<ordinal>{_ORDINAL})|(?P<enumerator>{_ENUMERATOR})|(?P<literal>{_LITERAL})"
    rf"|(?P<initials>{_INITIALS})|(?P<label>{_LABEL})|(?P<mixed>{_MIXED}))",
    re.DOTALL,
)
_NOUN_BEFORE = re.compile(
    r"(?:\b(?!(?:El|La|Los|Las|Una?|Según|Por|En|De|Del|Al|Con|Ante|Para|Est[ae]|Desde|Hasta|Sobre|Contra|Mediante)\b)"
    r"[A-ZÁÉÍÓÚÑ]\w+|\b(?:ley|decreto|resolución|artículo|expediente|oficio|informe|caso|carta|acta|casación)s?"
    r"(?: \w+)?)\s*$"
)


def codes(text: str, *, english: bool = True) -> list[Code]:
    """Everything in a text that has to be held though it is in no glossary; in text order, not overlapping.

    `english`: whether numbers, times and the like are put in the English way; otherwise they stay as they are.
    """
    found = list(_codes(text, english))
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


def _codes(text: str, english: bool) -> Iterator[Code]:
    for match in _CODES.finditer(text):
        kind, form = match.lastgroup or "", match[0]
        start, end = match.span()
        if kind == "enumerator":
            start += len(form) - len(form.lstrip())
        elif kind == "initials":
            end = start + len(form.rstrip())
        form = text[start:end]
        if kind == "label" and not _is_label(text, start):
            continue
        if kind == "clock" and not english:
            start, end = _figures(text, start, end)
            form = text[start:end]
        target = _TARGETS[kind](form) if kind in _TARGETS and english else form
        yield Code(start, end, _noun(kind, form, text[max(0, start - _REACH) : start]), target)


def _is_label(text: str, start: int) -> bool:
    """Whether a capital letter by itself names something (*Anexo A*), and is not a word (*A veces*, *AGUA Y VIDA*)."""
    before = text[max(0, start - _REACH) : start].rstrip(" *_")
    if text[start] not in "AEIOUY" or _SHOUTED.search(before):
        return False
    return bool(before) and before[-1] not in '.!?:;¿¡“«"\n' and _LOWER.search(text) is not None


def _figures(text: str, start: int, end: int) -> tuple[int, int]:
    """A time of day without the words around it, which another language than English has the engine say."""
    found = re.compile(r"\d[\d:.]*\d|\d").search(text, start, end)
    return found.span() if found else (start, end)


_REACH = 60
"""Characters before a code that tell whether it belongs to a noun."""


def _noun(kind: str, form: str, before: str) -> str:
    if kind == "reference" or (kind == "template" and form[1] in ":#."):
        return "point"
    if kind == "clock" and form[0] in "aAlL":
        return "adverb" if form[0] in "aA" else "code"
    if kind in ("image", "clock", "ordinal", "enumerator", "literal", "initials", "label"):
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
    """A time of day, with *at* where Spanish has *a las*; *horas* goes, parts of the day become a.m. and p.m."""
    hour = int(re.search(r"\d+", form)[0])  # type: ignore[index]
    time = re.search(r"\d[\d:.]*\d|\d", form)[0].replace(".", ":")  # type: ignore[index]
    half = re.search(r"([ap])\.?\s?m\b", form)
    if half:
        time += f" {half[1]}.m."
    elif part := re.search(r"mañana|madrugada|tarde|noche", form):
        after_noon = part[0] in ("tarde", "noche") and not (part[0] == "noche" and (hour < 5 or hour == 12))
        time = (
            "midnight" if part[0] == "noche" and time == "12" else f"{time} {'p' if after_noon else 'a'}.m."
        )
    elif ":" not in time:
        time += ":00"
    return f"{'At' if form[0] == 'A' else 'at'} {time}" if form[0] in "aA" else time


def _ordinal(form: str) -> str:
    return ordinal(int(re.match(r"\d+", form)[0]))  # type: ignore[index]


_TARGETS = {"law": _law, "money": _money, "thousands": _thousands, "clock": _clock, "ordinal": _ordinal}
