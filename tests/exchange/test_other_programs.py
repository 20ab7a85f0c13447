"""Files that other programs have written anew: their ids and codes, a sentence a unit, states of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate_flow.errors import UsageError
from translate_flow.flow.exchange import ImportedReview, bring_in
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.statement.events import event
from translate_flow.flow.statement.work import Work
from translate_flow.model import State, Unit
from translate_flow.workspace import Workspace

from .statement import DRAFTS, EDITED, made, opened, unit_of

RED = "La Red Muqui pide que se escuche a las 12 familias de Cotabambas."
DEMAND = "Exigimos una mesa de diálogo con plazos claros."
NEW = "We demand a dialogue table with clear deadlines."
MARKED = "<p>Vea <b>aquí</b> la <i>carta</i>. Es de <b>ayer</b>.</p><p>Otro párrafo.</p>"
DRAFT = "See <b>here</b> the <i>letter</i>. It is of <b>yesterday</b>."
WELL = "See the <i>letter</i> <b>here</b>. It is from <b>yesterday</b>."


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with one statement, partly read."""
    return made(tmp_path)


@pytest.fixture
def page(tmp_path: Path) -> Workspace:
    """A workspace with a web page, drafted."""
    init(tmp_path, "es", ("en",))
    source = tmp_path / "statements" / "nota.es.html"
    source.write_text(MARKED, "utf-8")
    workspace = Workspace.find(tmp_path)
    add(workspace, [source], ["en"])
    work = Work.open(workspace, "nota", "en")
    work.change(lambda now: [event("draft", now.units[0], "fake", DRAFT)])
    return workspace


def back(
    workspace: Workspace, units: str, more: str = "", file: str = 'target-language="en-US"'
) -> ImportedReview:
    """A file of XLIFF 1.2 with these units, in the way of a program that keeps nothing of ours, brought in."""
    path = workspace.root / "back.xlf"
    path.write_text(
        f'<?xml version="1.0" encoding="utf-8"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" {more}>'
        f'<file original="C:\\x\\z.md" source-language="es-PE" {file} datatype="x"><body>{units}</body></file></xliff>',
        "utf-8",
    )
    return bring_in(workspace, path, by="Rosa")


def unit(source: str, target: str, said: str = "", more: str = "", behind: str = "", id: str = "1") -> str:
    """A unit: what is said of its translation, of itself, and what is behind."""
    return f'<trans-unit id="{id}" {more}><source>{source}</source><target {said}>{target}</target>{behind}</trans-unit>'


def first(workspace: Workspace) -> Unit:
    """The paragraph with marks."""
    return Work.open(workspace, "nota", "en").units[0]


@pytest.mark.parametrize(
    ("unit_said", "more"),
    [
        ('mq:status="PreTranslated"', 'xmlns:mq="MQXliff"'),
        ('m:confirmed="0" m:trans-origin="tm"', 'xmlns:m="http://www.memsource.com/mxlf/2.0"'),
        ('gs4tr:editStatus="leveraged"', 'xmlns:gs4tr="http://www.gs4tr.org/schema/xliff-ext"'),
    ],
)
def test_a_memory_that_fills_in_the_approved_text_sends_nothing_back(
    workspace: Workspace, unit_said: str, more: str
) -> None:
    done = back(workspace, unit(RED, EDITED, more=unit_said), more)
    assert [str(v.outcome) for v in done.verdicts] == ["unchanged"]
    assert unit_of(opened(workspace), "La Red").state is State.APPROVED


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ('state="x-needs-checking"', State.DRAFT),
        ('state="rejected"', State.DRAFT),
        ('state="x-reviewed"', State.TRANSLATED),
        ('state="final"', State.TRANSLATED),
    ],
)
def test_a_state_that_no_standard_has_is_read_by_its_words(
    workspace: Workspace, said: str, state: State
) -> None:
    back(workspace, unit(DEMAND, NEW, said))
    assert (unit_of(opened(workspace), "Exigimos").target, unit_of(opened(workspace), "Exigimos").state) == (
        NEW,
        state,
    )


def test_a_segment_of_trados_without_a_level_is_one_nobody_has_touched(workspace: Workspace) -> None:
    levels = '<sdl:seg-defs><sdl:seg id="1" origin="nmt"/></sdl:seg-defs>'
    back(workspace, unit(DEMAND, NEW, behind=levels), 'xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"')
    assert unit_of(opened(workspace), "Exigimos").state is State.DRAFT


def test_the_language_of_the_translations_is_enough(workspace: Workspace) -> None:
    back(workspace, unit(DEMAND, NEW, 'xml:lang="en-GB"'), file="")
    assert unit_of(opened(workspace), "Exigimos").target == NEW


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (
            'Vea <g id="7">aquí</g> la <g id="9">carta</g>. Es de <g id="11">ayer</g>.',
            'See the <g id="9">letter</g> <g id="7">here</g>. It is from <g id="11">yesterday</g>.',
        ),
        (
            'Vea <bpt id="1">{0}</bpt>aquí<ept id="1">{1}</ept> la <bpt id="2">{2}</bpt>carta<ept id="2">{3}</ept>. Es de '
            '<bpt id="3">{4}</bpt>ayer<ept id="3">{5}</ept>.',
            'See the <bpt id="2">{2}</bpt>letter<ept id="2">{3}</ept> <bpt id="1">{0}</bpt>here<ept id="1">{1}</ept>. '
            'It is from <bpt id="3">{4}</bpt>yesterday<ept id="3">{5}</ept>.',
        ),
        (
            'Vea <ph id="a"/>aquí<ph id="b"/> la <ph id="c"/>carta<ph id="d"/>. Es de <ph id="e"/>ayer<ph id="f"/>.',
            'See the <ph id="c"/>letter<ph id="d"/> <ph id="a"/>here<ph id="b"/>. It is from <ph id="e"/>yesterday<ph id="f"/>.',
        ),
    ],
)  # fmt: skip
def test_codes_numbered_anew_are_known_by_their_place_in_the_source(
    page: Workspace, source: str, target: str
) -> None:
    done = back(page, unit(source, target))
    assert first(page).target == WELL and not done.verdicts[0].why


def test_units_of_a_sentence_each_are_one_paragraph_again(page: Workspace) -> None:
    """The first number of a code is in both; one of the sentences has not been read."""
    done = back(
        page,
        unit(
            'Vea <g id="1">aquí</g> la <g id="2">carta</g>. ', 'See the <g id="2">letter</g> <g id="1">here</g>.',
            id="1", behind="<note from=\"Luz\">Bien.</note>",
        )
        + unit('Es de <g id="1">ayer</g>.', 'It is from <g id="1">yesterday</g>.', 'state="new"', id="2")
        + unit("Otro párrafo.", "Another paragraph.", id="3"),
    )  # fmt: skip
    assert [str(v.outcome) for v in done.verdicts] == ["taken", "taken"]
    assert (first(page).target, first(page).state) == (WELL, State.DRAFT)
    assert ("comment", "Luz", "Bien.") in [(e.do, e.by, e.note) for e in first(page).events]


@pytest.mark.parametrize(("rest", "state"), [("", State.DRAFT), ("and nobody answers.", State.TRANSLATED)])
def test_a_paragraph_of_which_a_sentence_is_missing_stays_a_draft(
    workspace: Workspace, rest: str, state: State
) -> None:
    start = "The river has been murky for three years"
    parts = unit("El río llega turbio desde hace tres años", start, id="1")
    back(workspace, parts + unit("y nadie responde.", rest, id="2"))
    river = unit_of(opened(workspace), "El río")
    assert (river.target, river.state) == (f"{start} {rest}".strip(), state)


def test_sentences_that_are_no_paragraph_together_are_of_no_statement(workspace: Workspace) -> None:
    with pytest.raises(UsageError, match=r"back\.xlf"):
        back(workspace, unit("El río llega turbio", "The river") + unit("y nadie responde.", "and nobody."))


def test_the_codes_of_phrase_are_words_between_braces(page: Workspace) -> None:
    kinds = '<m:tunit-metadata><m:mark id="1"><m:type>i</m:type><m:content>&lt;i&gt;</m:content></m:mark></m:tunit-metadata>'
    units = unit(
        "Vea {b>aquí&lt;b} la {1>carta&lt;1}. Es de {b>ayer&lt;b}.",
        "See the {1>letter&lt;1} {b>here&lt;b}. It is from {b>yesterday&lt;b}.",
        more='m:confirmed="1"',
        behind=kinds,
    )
    back(page, units, 'xmlns:m="http://www.memsource.com/mxlf/2.0"')
    assert (first(page).target, first(page).state) == (WELL, State.TRANSLATED)


def test_braces_of_other_programs_are_words(page: Workspace) -> None:
    text = "Otro párrafo."
    back(page, unit(text, "Another {1} paragraph.") + unit("x", "x", id="2"))
    assert Work.open(page, "nota", "en").units[1].target == "Another {1} paragraph."


def test_a_comment_that_spans_other_marks_of_xliff_2_is_a_comment(workspace: Workspace) -> None:
    path = workspace.root / "back.xlf"
    path.write_text(
        '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="es" trgLang="en"><file id="f">'
        f'<unit id="u"><segment state="translated"><source>{DEMAND}</source>'
        f'<target><sm id="k" type="comment" value="¿«mesa»?"/>{NEW}<em startRef="k"/></target></segment></unit></file></xliff>',
        "utf-8",
    )
    done = bring_in(workspace, path, by="Rosa")
    assert ("comment", "¿«mesa»?") in [(e.do, e.note) for v in done.verdicts for e in v.events]
    assert unit_of(opened(workspace), "Exigimos").target == NEW != DRAFTS["Exigimos"]
