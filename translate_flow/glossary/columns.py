"""The columns of a glossary file, and a term made of one row's values."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches

from ..errors import GlossaryError
from ..language.wordlists import term_words
from ..messages import Message
from ..model import Policy, Term
from . import messages as said
from .words import folded

COLUMNS = (
    "es",
    "en",
    "kind",
    "policy",
    "gender",
    "number",
    "article_en",
    "gloss_en",
    "variants_es",
    "forbidden_en",
    "note",
)
"""Header of a glossary file for English."""

_Fault = Callable[[str, Message], GlossaryError]
_BY_LANGUAGE = re.compile(r"(?:(?:article|gloss|forbidden)_)?[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_POLICIES = {policy.value: policy for policy in Policy}
_ARTICLE = {"yes": True, "no": False}
_ALLOWED = {"gender": ("m", "f", ""), "number": ("sg", "pl", "")}


def check_columns(header: Sequence[str], name: str, row: int) -> None:
    """Raises GlossaryError for a header without `es`, an unknown column or one that comes twice."""
    if "es" not in header:
        near = get_close_matches("es", [h.lower() for h in header], 1, 0.6)
        head = ",".join(COLUMNS)
        raise GlossaryError(
            said.NO_COLUMN_ES_NEAR(file=name, row=row, near=near[0], header=head)
            if near
            else said.NO_COLUMN_ES(file=name, row=row, header=head)
        )
    for number, column in enumerate(header, 1):
        if column in header[: number - 1]:
            twice = said.COLUMN_TWICE(name=column)
            raise GlossaryError(said.AT_COLUMN(file=name, row=row, column=number, problem=twice))
        if column in COLUMNS:
            continue
        near = get_close_matches(column.lower(), COLUMNS, 1, 0.6)
        certain = "_" in column or "-" in column or len(column) == 2
        if _BY_LANGUAGE.fullmatch(column) and (certain or not near):
            continue
        if near:
            unknown = said.UNKNOWN_COLUMN_NEAR(name=column, near=near[0])
        else:
            unknown = said.UNKNOWN_COLUMN(name=column, known=tuple(COLUMNS))
        raise GlossaryError(said.AT_COLUMN(file=name, row=row, column=number, problem=unknown))


def term_from(
    cells: Sequence[str], columns: Mapping[str, int], language: str, name: str, row: int
) -> Term | None:
    """The term of a row, or None if it has no translation into that language yet.

    Raises GlossaryError naming file, row and column.
    """

    def cell(column: str) -> str:
        number = columns.get(column)
        return "" if number is None else cells[number].strip()

    def fault(column: str, problem: Message) -> GlossaryError:
        return GlossaryError(said.AT_COLUMN(file=name, row=row, column=column, problem=problem))

    es = " ".join(cell("es").split())
    _check_source(es, "es", fault)
    target, *accepted = _several(cell(language)) or ("",)
    policy = _policy(cell("policy"), es, target or cell("en"), fault)
    if policy is Policy.TRANSLATE and not target:
        if language not in columns or language != "en" or _elsewhere(cells, columns):
            return None
        raise fault(language, said.NO_TRANSLATION(term=es))
    gloss = cell(f"gloss_{language}")
    if policy is Policy.GLOSS and not gloss and language == "en":
        raise fault("gloss_en", said.NO_GLOSS(term=es))
    for column, allowed in _ALLOWED.items():
        if cell(column) not in allowed:
            one, other, _ = allowed
            raise fault(column, said.UNKNOWN_VALUE(value=cell(column), one=one, other=other))
    variants = _several(cell("variants_es"))
    for variant in variants:
        _check_source(variant, "variants_es", fault)
    kind = cell("kind")
    return Term(
        es,
        target,
        kind,
        policy,
        cell("gender"),
        cell("number"),
        _article(cell(f"article_{language}"), f"article_{language}", target, kind, policy, fault),
        gloss,
        variants,
        tuple(accepted),
        _several(cell(f"forbidden_{language}")),
        cell("note"),
        name,
        row,
    )


def _elsewhere(cells: Sequence[str], columns: Mapping[str, int]) -> bool:
    """Whether a row has a translation into a language other than English."""
    languages = (c for c in columns if c not in COLUMNS and "_" not in c)
    return any(cells[columns[language]].strip() for language in languages)


def check_term(term: Term) -> None:
    """Raises GlossaryError, naming file and row, for a term that would be found everywhere or nowhere."""

    def fault(column: str, problem: Message) -> GlossaryError:
        return GlossaryError(said.AT_COLUMN(file=term.file, row=term.row, column=column, problem=problem))

    _check_source(term.es, "es", fault)
    for variant in term.variants:
        _check_source(variant, "variants_es", fault)


def _several(value: str) -> tuple[str, ...]:
    if not value:
        return ()
    if "|" not in value:
        return (" ".join(value.split()),)
    return tuple(" ".join(part.split()) for part in value.split("|") if part.strip())


def _check_source(es: str, column: str, fault: _Fault) -> None:
    if not es:
        raise fault(column, said.NO_TERM())
    if es.islower() and (len(es) < 2 or (len(es) < 10 and folded(es) in term_words("stop_list"))):
        raise fault(column, said.FUNCTION_WORD(term=es))
    if not any(c.isalnum() for c in es):
        raise fault(column, said.NO_LETTER(term=es))


def _policy(value: str, es: str, target: str, fault: _Fault) -> Policy:
    if not value:
        return Policy.KEEP if target in ("", es) else Policy.TRANSLATE
    if value in _POLICIES:
        return _POLICIES[value]
    near = get_close_matches(value.lower(), _POLICIES, 1, 0.5)
    raise fault(
        "policy",
        said.UNKNOWN_POLICY_NEAR(value=value, near=near[0])
        if near
        else said.UNKNOWN_POLICY(value=value, known=tuple(_POLICIES)),
    )


def _article(value: str, column: str, target: str, kind: str, policy: Policy, fault: _Fault) -> bool:
    if value in _ARTICLE:
        return _ARTICLE[value]
    if value:
        raise fault(column, said.UNKNOWN_VALUE(value=value, one="yes", other="no"))
    if policy is not Policy.TRANSLATE:
        return False
    from .agreement import guess_article

    return guess_article(target, kind, policy)
