"""The glossary the project ships: complete, without errors, and true to its own rules."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from translate_flow.glossary import Glossary, fitted, guess
from translate_flow.glossary.table import parse, term_key
from translate_flow.model import Policy

PROVINCES = dict(
    line.rsplit(" ", 1)
    for line in """
    Amazonas 7, Áncash 20, Apurímac 7, Arequipa 8, Ayacucho 11, Cajamarca 13, Callao 1, Cusco 13, Huancavelica 7,
    Huánuco 11, Ica 5, Junín 9, La Libertad 12, Lambayeque 3, Lima 10, Loreto 8, Madre de Dios 3, Moquegua 3, Pasco 3,
    Piura 8, Puno 13, San Martín 10, Tacna 4, Tumbes 3, Ucayali 4
    """.strip()
    .replace("\n   ", "")
    .split(", ")
)


def test_no_term_or_variant_stands_twice(shipped_files: list[Path]) -> None:
    """Across files too: each name has one row."""
    seen = Counter(
        term_key(form)
        for file in shipped_files
        for term in parse(file.read_bytes(), file.name).terms()
        for form in {term_key(form): form for form in (term.es, *term.variants)}.values()
    )
    assert [form for form, count in seen.items() if count > 1] == []


def test_the_departments_and_their_196_provinces_are_there(shipped: Glossary) -> None:
    """24 departments and Callao; the right number of provinces in each; every capital is a term."""
    regions = [t for t in shipped.terms if t.kind == "region"]
    assert {t.es for t in regions} == set(PROVINCES)
    count: Counter[str] = Counter()
    names = {form for t in shipped.terms for form in (t.es, *t.variants)}
    for term in shipped.terms:
        found = re.search(r"province in ([^,;]+)[,;] capital ([^;]+)", term.note)
        if found:
            count[found[1]] += 1
            assert found[2] in names or f"ciudad de {found[2]}" in names, term.note
    assert {name: str(number) for name, number in count.items()} == PROVINCES
    assert count.total() == 196


def test_every_term_is_found_where_it_stands(shipped: Glossary) -> None:
    """As written in the file, in the middle of a sentence, and as the longest match."""
    for term in shipped.terms:
        text = f"Ayer vimos {term.es} muy cerca."
        forms = [m.form for m in shipped.find(text)]
        assert forms == [term.es], text


EITHER = {"fiscal", "agente"}
"""Words for women and men alike, whose article says which: their terms leave it to the text."""


def test_gender_and_number_are_given_or_right(shipped: Glossary) -> None:
    """Terms in running text agree with something: their gender and number are in the file."""
    for term in shipped.terms:
        assert term.number, term.es
        if term.kind not in ("region", "province", "city", "district") and not EITHER & set(term.es.split()):
            assert term.gender, term.es
        assert guess(term).gender


def test_names_are_kept_and_forbid_no_right_form(shipped: Glossary) -> None:
    for term in shipped.terms:
        if term.kind in ("organisation", "person", "region", "city"):
            with_word = ("ciudad de", "presidenta ", "presidente ")
            assert term.policy is not Policy.TRANSLATE or term.es.startswith(with_word), term.es
            assert not term.article or term.policy is Policy.TRANSLATE, term.es
        right = {term.target, *term.accepted, *(term.variants if term.policy is not Policy.TRANSLATE else ())}
        assert not right & set(term.forbidden), term.es


def test_the_places_machines_translate_are_guarded(shipped: Glossary) -> None:
    terms = {t.es: t for t in shipped.terms}
    assert "Mother of God" in terms["Madre de Dios"].forbidden
    assert "Liberty" in terms["La Libertad"].forbidden
    assert {"Otalora", "Otarola"} <= set(terms["Alberto Otárola"].forbidden)
    assert "triples" in terms["ternas"].forbidden
    assert terms["Consejo de Ministros"].article
    assert not terms["Red Muqui"].article


def test_kept_names_come_out_as_they_went_in(shipped: Glossary) -> None:
    for term in shipped.terms:
        if term.policy is Policy.KEEP:
            (match,) = shipped.find(f"Ayer vimos {term.es} muy cerca.")
            assert fitted(match).target == term.es
