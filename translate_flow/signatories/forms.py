"""The answers of a form that people sign, as rows for the list of signatories. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..errors import ReadError
from ..imprint import Signatory
from ..language import knowledge
from .messages import NO_COLUMN
from .table import COLUMNS, read_rows

_PRIVATE = re.compile(
    r"mail|correo|tel[eé]f|phone|\btel\b|celular|m[oó]vil|mobile|whatsapp|fono\b|\bip\b|direcci[oó]n ip|ip.?address",
    re.IGNORECASE,
)
"""Columns of forms that are nobody else's business."""
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)?[^\s@]+\.[^\s@.]{2,}\S*$")


@dataclass(frozen=True, slots=True)
class Answers:
    """What a form brings."""

    rows: tuple[Signatory, ...]
    """Who signed."""
    refused: tuple[int, ...]
    """Numbers of the rows that do not agree to be published: not among `rows`."""


def answers(data: bytes, file: str) -> Answers:
    """The rows of a form's export (Google Forms, LimeSurvey, Nextcloud Forms), by the words in its columns' heads.

    E-mail addresses, telephone numbers, who filled it in and what else it asked are left there; where it asks whether
    the name may be published, only those who say so are taken. Raises ReadError.
    """
    rows = read_rows(data, file)
    head = next(rows, (0, []))[1]
    columns = _columns(head)
    if "organisation" not in columns:
        raise ReadError(NO_COLUMN(file=file))
    asked = [at for at, cell in enumerate(head) if _asks(_said(cell))]
    found: list[Signatory] = []
    refused: list[int] = []
    for row, cells in rows:
        values = {name: " ".join(cells[at].split()) for name, at in columns.items() if at < len(cells)}
        if not values.get("organisation"):
            continue
        if not all(_agrees(cells[at] if at < len(cells) else "") for at in asked):
            refused.append(row)
            continue
        values["date"] = _day(values.get("date", ""))
        values["link"] = link if _ADDRESS.match(link := values.get("link", "")) else ""
        found.append(Signatory(**values, row=row))
    return Answers(tuple(found), tuple(refused))


def _columns(head: Sequence[str]) -> dict[str, int]:
    """Which column holds what. Of several that may hold the same, the one whose head says most of it, then the shortest."""
    best: dict[str, tuple[tuple[int, int], int]] = {}
    for at, cell in enumerate(head):
        said = _said(cell)
        if _PRIVATE.search(cell) or _asks(said) or said & _words("person"):
            continue
        name, weight = _about(said)
        rank = (-weight, len(said))
        if name and (name not in best or rank < best[name][0]):
            best[name] = (rank, at)
    return {name: at for name, (_, at) in best.items()}


def _about(said: frozenset[str]) -> tuple[str, int]:
    """What a question is about, and how surely; nothing if it is about none of the list's columns.

    *Country of your organisation* is about the country; *name* alone is an organisation's only where none is asked for.
    """
    named, organised = said & _words("name"), said & (_words("organisation") | {"organisation"})
    if named and organised:
        return "organisation", 3
    for name in COLUMNS[1:]:
        if met := said & (_words(name) | {name}):
            return name, len(met)
    return ("organisation", 2 if organised else 1) if named or organised else ("", 0)


def _asks(said: frozenset[str]) -> bool:
    """Whether a question is whether the name may be published."""
    return bool(said & _words("agrees")) and any(
        word.startswith(stem) for word in said for stem in _words("published")
    )


def _agrees(answer: str) -> bool:
    """Whether it is a yes; a box that was left empty is none."""
    first = _WORD.search(answer.casefold())
    return (
        bool(first and first[0] not in _words("refuses"))
        if not answer.strip().isdigit()
        else answer.strip() != "0"
    )


def _said(head: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(head))


def _words(name: str) -> frozenset[str]:
    return frozenset().union(*(knowledge.of(tag).words("signatories", name) for tag in knowledge.known()))


def _day(said: str) -> str:
    """The day of a form's time stamp, `2024-03-08`; empty if it is not written year first or day first."""
    if found := re.match(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", said):
        year, month, day = found.groups()
    elif found := re.match(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", said):
        day, month, year = found.groups()
        if int(month) > 12:  # month first, as Google Forms writes for the United States
            day, month = month, day
    else:
        return ""
    return f"{year}-{int(month):02}-{int(day):02}" if int(month) <= 12 and int(day) <= 31 else ""
