"""Marks of unfinished texts that programs make in ways of their own, and none at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate_flow.catalogue.outside import Said, tmx
from translate_flow.errors import CatalogueError
from translate_flow.flow.exchange import ImportedReview, bring_in
from translate_flow.model import State
from translate_flow.workspace import Workspace

from .statement import DRAFTS, EDITED, made, opened, unit_of

DEMAND = DRAFTS["Exigimos"]
NEW = "We demand a dialogue table with clear deadlines."
METADATA = (
    '<mda:metadata xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"><mda:metaGroup category="x"{aside}>'
    '<mda:meta type="{type}">{value}</mda:meta></mda:metaGroup></mda:metadata>'
)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """The letter of these tests."""
    return made(tmp_path)


def bare(workspace: Workspace, start: str, target: str, form: str, aside: str = "") -> ImportedReview:
    """One unit of the statement as a program writes it that keeps nothing of ours."""
    unit = unit_of(opened(workspace), start)
    source = f"<source>{unit.segment.text}</source>"
    if form == "1.2":
        text = (
            f'<xliff version="1.2" xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"><file original="carta" target-language="en">'
            f'<body><trans-unit id="{unit.key}">{source}<target>{target}</target>{aside}</trans-unit></body></file></xliff>'
        )
    else:
        text = (
            '<xliff version="2.1" srcLang="es" trgLang="en" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f" original="carta">'
            f'<unit id="{unit.key}">{aside}<segment{form}>{source}<target>{target}</target></segment></unit></file></xliff>'
        )
    path = workspace.root / "back.xlf"
    path.write_text(text, "utf-8")
    return bring_in(workspace, path, by="Rosa")


LEVELLESS = '<sdl:seg-defs><sdl:seg id="1" locked="true"/></sdl:seg-defs>'


@pytest.mark.parametrize(("form", "aside"), [("1.2", LEVELLESS), ("", "")])
def test_nothing_said_of_a_confirmed_text_sends_nothing_back_and_a_new_one_is_a_draft(
    workspace: Workspace, form: str, aside: str
) -> None:
    back = bare(workspace, "La Red", EDITED, form, aside)
    assert [str(v.outcome) for v in back.verdicts] == ["unchanged"]
    assert unit_of(opened(workspace), "La Red").state is State.APPROVED
    bare(workspace, "Exigimos", NEW, form, aside)
    unit = unit_of(opened(workspace), "Exigimos")
    assert (unit.target, unit.state) == (NEW, State.DRAFT)


@pytest.mark.parametrize(
    ("state", "type", "value", "aside", "found"),
    [
        ("translated", "status", "Draft", "", State.DRAFT),
        ("final", "approved", "no", "", State.DRAFT),
        ("translated", "match-type", "MT", "", State.DRAFT),
        ("reviewed", "match-type", "MT", "", State.TRANSLATED),
        ("translated", "status", "Draft", ' appliesTo="source"', State.TRANSLATED),
        ("translated", "status", "Approved", "", State.TRANSLATED),
        ("translated", "author", "Draft", "", State.TRANSLATED),
    ],
)
def test_a_state_in_the_metadata_of_xliff_2_counts(
    workspace: Workspace, state: str, type: str, value: str, aside: str, found: State
) -> None:
    bare(
        workspace,
        "Exigimos",
        NEW,
        f' state="{state}"',
        METADATA.format(type=type, value=value, aside=aside),
    )
    assert unit_of(opened(workspace), "Exigimos").state is found


def test_a_copied_code_of_xliff_2_is_what_it_is_a_copy_of(tmp_path: Path) -> None:
    from translate_flow.exchange.xliff.reading import read

    text = (
        '<xliff version="2.0" srcLang="es" trgLang="en" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f"><unit id="u">'
        '<segment><source>a <pc id="1">b</pc></source><target>a <pc id="1">b</pc> <sc id="7" copyOf="1"/>c<ec startRef="7"/>'
        "</target></segment></unit></file></xliff>"
    )
    (row,) = read(text.encode(), "x.xlf").rows
    codes = [(a.code.id, a.code.role) for a in row.atoms if a.code]
    assert codes == [("1", "open"), ("1", "close")] * 2


def catalogue(workspace: Workspace, old: str, new: str) -> Path:
    """The catalogue with something else in it."""
    path = opened(workspace).catalogue.path
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    return path


def test_fuzzy_is_meant_however_it_is_written(workspace: Workspace) -> None:
    path = catalogue(workspace, "#, fuzzy", "#, Fuzzy")
    path.write_text(path.read_text("utf-8").replace(DEMAND, NEW), "utf-8")
    unit = unit_of(opened(workspace), "Exigimos")
    assert (unit.target, unit.state) == (NEW, State.DRAFT)


def test_an_escape_that_po_does_not_have_is_refused_with_its_line(workspace: Workspace) -> None:
    path = catalogue(workspace, DEMAND, r"We demand \u00d1")
    with pytest.raises(CatalogueError, match=r"carta\.po:\d+: \\u is not an escape"):
        opened(workspace)
    assert r"\u00d1" in path.read_text("utf-8")


def test_a_mailed_catalogue_in_utf_16_is_told_as_one(workspace: Workspace) -> None:
    mailed = workspace.root / "mailed.po"
    mailed.write_text(opened(workspace).catalogue.path.read_text("utf-8"), "utf-16")
    with pytest.raises(CatalogueError, match=r"mailed\.po: is UTF-16"):
        bring_in(workspace, mailed, by="Rosa")


def test_two_unfinished_texts_between_gits_marks_are_both_kept_if_nobody_else_has_them(
    workspace: Workspace,
) -> None:
    marks = '<<<<<<< HEAD\nmsgstr "We demand A."\n=======\nmsgstr "We demand B."\n>>>>>>> other'
    catalogue(workspace, f'msgstr "{DEMAND}"', marks)
    work = opened(workspace)
    unit = unit_of(work, "Exigimos")
    everything = work.catalogue.path.read_text("utf-8") + "".join(map(str, unit.events))
    assert unit.state is State.DRAFT
    assert "We demand A." in everything and "We demand B." in everything


def test_a_machine_is_one_however_it_is_spelt() -> None:
    assert {tmx("x-origin", value) for value in ("machine_translation", "Machine Translation", "MT")} == {
        Said.MACHINE
    }
    assert tmx("x-match-type", "nmt") is Said.MACHINE and tmx("x-origin", "tm") is Said.NOTHING
