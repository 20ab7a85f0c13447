"""Every glossary term of every sentence arrives whole, and the English is the better for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sacrebleu.metrics.chrf import CHRF

from translate_flow.drafting import Draft, draft
from translate_flow.engines.apertium import ApertiumFactory
from translate_flow.glossary import Glossary

from .terms import GLOSSARY, segments

pytestmark = pytest.mark.apertium

ROWS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "survival.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.fixture(scope="module")
def drafts(apertium: ApertiumFactory) -> list[Draft]:
    with apertium.start("es", "en") as engine:
        found = list(draft(segments(*(row[0] for row in ROWS)), GLOSSARY, engine, mentions={}))
        assert engine.restarts == 0
    return found


def test_there_are_at_least_eighty_sentences() -> None:
    assert len(ROWS) >= 80
    assert all(len(row) == 3 for row in ROWS)


def test_every_term_survives_without_the_fallback(drafts: list[Draft]) -> None:
    for (source, terms, _), one in zip(ROWS, drafts, strict=True):
        assert one.problems == (), source
        for term in terms.split("|"):
            assert one.text.count(term) == terms.split("|").count(term), (source, one.text)


def test_articles_are_english(drafts: list[Draft]) -> None:
    """Organisations and people stand alone, public bodies with *the*, and never twice."""
    text = "\n".join(one.text for one in drafts)
    for wrong in (
        "the Red Muqui",
        "The Red Muqui",
        "the Puno",
        "the CNDDHH",
        "the the",
        "The the",
        "the The",
    ):
        assert wrong not in text
    for one in drafts:
        for name in ("Council of Ministers", "Congress of the Republic"):
            place = one.text.find(name)
            if place > 0 and not one.text.startswith("Addressed") and ":" not in one.text:
                assert one.text[:place].rstrip("[").lower().endswith("the "), one.text


def test_sentences_begin_with_capitals_and_bear_no_spanish_signs(drafts: list[Draft]) -> None:
    for one in drafts:
        letters = [char for char in one.text if char.isalpha()]
        assert letters[0].isupper(), one.text
        assert not set(one.text) & set("¿¡«»"), one.text


def test_markup_is_kept(drafts: list[Draft]) -> None:
    by_source = {row[0]: one.text for row, one in zip(ROWS, drafts, strict=True)}
    assert by_source["La Red Muqui[^1] y la CNDDHH[^2] firman."].startswith("Red Muqui[^1] and CNDDHH[^2] ")
    assert (
        "[Council of Ministers](https://www.gob.pe)"
        in by_source["El [Consejo de Ministros](https://www.gob.pe) decidió ayer."]
    )
    assert by_source["La **Red Muqui** publicó el *informe final* sobre Puno."].startswith("**Red Muqui** ")


def test_quality_is_not_lower_than_without_the_glossary(
    apertium: ApertiumFactory, drafts: list[Draft]
) -> None:
    references = [[row[2] for row in ROWS]]
    with apertium.start("es", "en") as engine:
        plain = list(draft(segments(*(row[0] for row in ROWS)), Glossary([]), engine))
    score = CHRF()
    with_glossary = score.corpus_score([one.text for one in drafts], references).score
    without = score.corpus_score([one.text for one in plain], references).score
    assert with_glossary > without + 5, (with_glossary, without)
