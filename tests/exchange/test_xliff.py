"""XLIFF 1.2 and 2.x: marks are elements and come back as marks; the files hold to the standards' own rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from translate_flow.exchange import load
from translate_flow.exchange.codes import resolved
from translate_flow.exchange.sheet import ReviewSheet, SheetRow, SheetRun
from translate_flow.flow.editing.edit import edit
from translate_flow.flow.exchange import ImportedReview, bring_in, export
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.statement.work import Work
from translate_flow.language.text import digest
from translate_flow.markup.codes import coded, text_of, words
from translate_flow.model import Kind, Segment, State, Unit
from translate_flow.workspace import Workspace

VERSIONS = ("xliff", "xliff-2.0", "xliff-2.1", "xliff-2.2")
HTML = (
    "<html><body><h1>Aviso</h1><p>Lea <b>pronto</b> el <a href='https://example.org'>acta <i>completa</i></a>"
    " de la Red Muqui.<br>Firma.</p><p>Lea.</p><p>Lea.</p></body></html>"
)
TARGET = "Read the <a1>complete <i>minutes</i></a1> of Red Muqui <b>soon</b>.\nSigned."


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with one HTML statement, its paragraph translated."""
    init(tmp_path, "es", ("en",))
    source = tmp_path / "statements" / "aviso.es.html"
    source.write_text(HTML, "utf-8")
    found = Workspace.find(tmp_path)
    add(found, [source], ["en"])
    work = opened(found)
    edit(work, work.units[1].key, TARGET, "Ana")
    return found


def opened(workspace: Workspace) -> Work:
    """The statement."""
    return Work.open(workspace, "aviso", "en")


def sent(workspace: Workspace, form: str = "xliff") -> Path:
    """The statement in that form."""
    return export(workspace, ["aviso"], "en", form, force=True)[0].path


def brought(workspace: Workspace, path: Path, old: str, new: str) -> ImportedReview:
    """The file brought in after a change to its text."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    return bring_in(workspace, path, by="Rosa")


@pytest.mark.parametrize("form", VERSIONS)
def test_out_and_in_again_changes_nothing(workspace: Workspace, form: str) -> None:
    before = opened(workspace).journal.path.read_bytes()
    assert {v.outcome for v in bring_in(workspace, sent(workspace, form)).verdicts} == {"unchanged"}
    assert opened(workspace).journal.path.read_bytes() == before


@pytest.mark.parametrize("form", VERSIONS)
def test_marks_are_elements_and_words_are_words(workspace: Workspace, form: str) -> None:
    text = sent(workspace, form).read_text("utf-8")
    root = etree.fromstring(text.encode())
    source = next(s for s in root.iter("{*}source") if "pronto" in "".join(map(str, s.itertext())))
    assert "".join(map(str, source.itertext())) == "Lea pronto el acta completa de la Red Muqui.\nFirma."
    names = {"g", "mrk"} if form == "xliff" else {"pc", "mrk"}
    assert {etree.QName(n).localname for n in source.iter()} == {"source", *names}
    protected = next(source.iter("{*}mrk"))
    assert protected.text == "Red Muqui"
    assert protected.get("mtype") == "protected" or protected.get("translate") == "no"


@pytest.mark.parametrize("form", VERSIONS)
def test_what_is_typed_among_the_codes_comes_back_with_its_marks(workspace: Workspace, form: str) -> None:
    brought(workspace, sent(workspace, form), "minutes", "record")
    assert opened(workspace).units[1].target == TARGET.replace("minutes", "record")


def test_the_real_toolkit_saves_codes_and_all(workspace: Workspace) -> None:
    from translate.storage import xliff

    path = sent(workspace)
    store = xliff.xlifffile.parsefile(str(path))
    unit = next(u for u in store.units if "pronto" in u.source)
    unit.addnote("Fine.", origin="Rosa")
    store.savefile(str(path))
    assert {v.outcome for v in bring_in(workspace, path).verdicts} == {"unchanged"}
    assert opened(workspace).units[1].events[-1].note == "Fine."


@pytest.mark.parametrize("tag", ["EN", "en-US", "en_GB", "en-us", "eng", "eng-GB"])
def test_a_language_tag_with_a_region_is_the_language(workspace: Workspace, tag: str) -> None:
    done = brought(workspace, sent(workspace), 'target-language="en"', f'target-language="{tag}"')
    assert done.language == "en"


@pytest.mark.parametrize("form", VERSIONS)
def test_renumbered_units_are_known_by_their_spanish(workspace: Workspace, form: str) -> None:
    path = sent(workspace, form)
    numbers = iter(range(1, 99))
    text = path.read_text("utf-8")
    what = "trans-unit id" if form == "xliff" else "unit id"
    text = re.sub(rf'<{what}="[^"]*"', lambda _: f'<{what}="{next(numbers)}"', text)
    path.write_text(text.replace("minutes", "record"), "utf-8")
    done = bring_in(workspace, path)
    assert [v.outcome for v in done.verdicts].count("taken") == 1 and len(done.verdicts) == 4
    assert opened(workspace).units[1].target == TARGET.replace("minutes", "record")


@pytest.mark.parametrize(
    ("inside", "comes_back"),
    [
        (
            'Read <x id="91" equiv-text="&lt;b&gt;"/>it<x id="92" equiv-text="&lt;/b&gt;"/>.',
            "Read <b>it</b>.",
        ),
        ('Read <bpt id="1">&lt;b&gt;</bpt>it<ept id="1">&lt;/b&gt;</ept>.', "Read <b>it</b>."),
        ('Read <bx id="1" rid="1"/>it<ex id="1" rid="1"/>.', "Read <b>it</b>."),
        ("Read &lt;b&gt;it&lt;/b&gt;.", "Read <b>it</b>."),
        ('Read <mrk mtype="seg" mid="1">it</mrk>.', "Read it."),
    ],
)
def test_other_programs_ways_to_write_a_code(workspace: Workspace, inside: str, comes_back: str) -> None:
    path = sent(workspace)
    text = path.read_text("utf-8")
    path.write_text(
        re.sub(r"(<target[^>]*>)Read the.*?</target>", rf"\1{inside}</target>", text, flags=re.S), "utf-8"
    )
    bring_in(workspace, path)
    assert opened(workspace).units[1].target == comes_back


def test_a_code_of_nobody_is_left_out_and_reported(workspace: Workspace) -> None:
    path = sent(workspace)
    text = path.read_text("utf-8").replace("soon</g>", 'now</g><x id="77"/>')
    path.write_text(text, "utf-8")
    told = next(v for v in bring_in(workspace, path).verdicts if v.outcome == "taken")
    assert "77" in str(told.why) and "<b>now</b>." in told.text


def test_trados_and_memoq_states_count(workspace: Workspace) -> None:
    """As Studio writes sdlxliff: sentences in `mrk`, states beside them, ids of its own."""
    path = workspace.root / "aviso.html.sdlxliff"
    path.write_text(
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2" '
        'xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"><file original="C:\\aviso.html" source-language="es-PE" '
        'target-language="en-US" datatype="x-sdlfilterframework2"><body><trans-unit id="5d9b"><source>Aviso</source>'
        '<seg-source><mrk mtype="seg" mid="1">Aviso</mrk></seg-source>'
        '<target><mrk mtype="seg" mid="1">Notice</mrk></target>'
        '<sdl:seg-defs><sdl:seg id="1" conf="Draft" origin="interactive"/></sdl:seg-defs></trans-unit></body></file></xliff>',
        "utf-8",
    )
    done = bring_in(workspace, path, by="Rosa")
    assert (done.name, [v.outcome for v in done.verdicts]) == ("aviso", ["taken"])
    unit = opened(workspace).units[0]
    assert (unit.target, unit.state) == ("Notice", State.DRAFT)
    path.write_text(path.read_text("utf-8").replace('"Draft"', '"ApprovedTranslation"'), "utf-8")
    assert [v.outcome for v in bring_in(workspace, path, by="Rosa").verdicts] == ["confirmed"]
    path.write_text(path.read_text("utf-8").replace('"ApprovedTranslation"', '"RejectedSignOff"'), "utf-8")
    assert [v.outcome for v in bring_in(workspace, path, by="Rosa").verdicts] == ["returned"]


def test_units_cut_into_sentences_and_reordered_are_put_together(workspace: Workspace) -> None:
    """A 2.x program may cut a unit into segments and give the target an order of its own."""
    path = sent(workspace, "xliff-2.1")
    text = path.read_text("utf-8")
    cut = (
        '<segment id="a" state="translated"><source>Av</source><target order="3">ce</target></segment>'
        '<ignorable><source> </source><target order="2">ti</target></ignorable>'
        '<segment id="b" state="translated"><source>iso</source><target order="1">No</target></segment>'
    )
    path.write_text(re.sub(r"<segment[^>]*>\s*<source>Aviso</source>\s*</segment>", cut, text), "utf-8")
    bring_in(workspace, path)
    assert (opened(workspace).units[0].target, opened(workspace).units[0].state) == (
        "Notice",
        State.TRANSLATED,
    )


def test_a_tracked_change_is_taken_in_its_authors_name(workspace: Workspace) -> None:
    path = sent(workspace, "xliff-2.0")
    key = opened(workspace).units[1].key
    track = (
        '<ctr:changeTrack xmlns:ctr="urn:oasis:names:tc:xliff:changetracking:2.0"><ctr:revisions appliesTo="target" '
        'currentVersion="r2"><ctr:revision author="Luz" datetime="2026-01-01T00:00:00Z" version="r2">'
        '<ctr:item property="content">x</ctr:item></ctr:revision></ctr:revisions></ctr:changeTrack>'
    )
    text = re.sub(rf'(<unit id="{key}"[^>]*>)', rf"\1{track}", path.read_text("utf-8"))
    path.write_text(text.replace("minutes", "record"), "utf-8")
    bring_in(workspace, path, by="Rosa")
    assert opened(workspace).units[1].events[-1].by == "Luz"


@pytest.mark.parametrize("form", ["xliff", "xliff-2.1"])
def test_a_file_that_a_program_has_indented_has_no_new_blanks(workspace: Workspace, form: str) -> None:
    path = sent(workspace, form)
    root = etree.fromstring(path.read_bytes())
    for node in [*root.iter("{*}source"), *root.iter("{*}target")]:
        if node.text == "Aviso":
            node.text = "\n        Aviso\n      "
            made = etree.SubElement(node.getparent(), node.tag.replace("source", "target"))
            made.text = "\n        Public\n        notice\n      "
            node.addnext(made)
    path.write_bytes(etree.tostring(root))
    bring_in(workspace, path)
    assert opened(workspace).units[0].target == "Public notice"


@pytest.mark.parametrize("form", ["xliff", "xliff-2.1"])
def test_several_statements_in_one_file_are_each_taken_in(
    workspace: Workspace, tmp_path: Path, form: str
) -> None:
    """As programs write what they have translated together."""
    from translate_flow.flow.exchange.back import Way
    from translate_flow.flow.exchange.packages import bring_in_all

    source = workspace.root / "statements" / "nota.es.html"
    source.write_text("<html><body><p>Nadie vino.</p></body></html>", "utf-8")
    found = Workspace.find(workspace.root)
    add(found, [source], ["en"])
    work = Work.open(found, "nota", "en")
    edit(work, work.units[0].key, "Nobody came.", "Ana")
    first, second = (e.path.read_text("utf-8") for e in export(found, ["aviso", "nota"], "en", form))
    more = re.search(r"<file.*</file>", second, re.DOTALL)
    assert more is not None
    both = first.replace("</file>", "</file>" + more[0].replace("Nobody came", "No one came"))
    path = tmp_path / "both.xlf"
    path.write_text(both.replace("minutes", "record"), "utf-8")
    done, troubles = bring_in_all(found, [path], Way(by="Rosa"))
    assert [one.name for _, one in done] == ["aviso", "nota"] and not troubles
    assert opened(found).units[1].target == TARGET.replace("minutes", "record")
    assert Work.open(found, "nota", "en").units[0].target == "No one came."


MARKS = st.sampled_from(
    ["<b>", "</b>", "<a1>", "</a1>", "<x2/>", "<i>", "</i>", "&lt;b>", "&", "<", "\n", " ", "é", "w"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(MARKS, max_size=12), st.lists(MARKS, min_size=1, max_size=12), st.sampled_from(VERSIONS))
def test_whatever_the_marks_the_text_comes_back(there: list[str], here: list[str], form: str) -> None:
    """Also crossed, doubled, unclosed ones: the same text, and ids that the standards allow."""
    source, target = ("".join(parts).strip("\n") for parts in (there, here))
    if not source.strip() or not target.strip():
        return
    row = SheetRow(
        1, "0badc0de", Kind.PARAGRAPH, State.TRANSLATED, source, (SheetRun(target),), digest(target)
    )
    found = load(form)
    assert found.write is not None
    data = found.write(ReviewSheet("a", "A", "es", "en", "", (row,), "html"))
    unit = Unit(Segment("0badc0de", Kind.PARAGRAPH, source), target, State.TRANSLATED)
    back = resolved(found.read(data, "a.xlf").rows[0], unit, "html")
    assert back.text == target and not back.lost
    root = etree.fromstring(data)
    for element in [*root.iter("{*}source"), *root.iter("{*}target")]:
        ids = [
            n.get("id")
            for n in element.iter("{*}g", "{*}x", "{*}pc", "{*}ph", "{*}sc", "{*}mrk")
            if n.get("id")
        ]
        assert len(ids) == len(set(ids))
        opened_codes = {n.get("id") for n in element.iter("{*}sc") if not n.get("isolated")}
        assert all(n.get("startRef") in opened_codes for n in element.iter("{*}ec") if not n.get("isolated"))
    known = {n.get("id") for n in root.iter("{*}data")}
    references = [v for n in root.iter() for k, v in n.attrib.items() if str(k).startswith("dataRef")]
    assert set(references) <= known


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(["**", "*", "[a](u)", "[^1]", "<br>", "_", "~~", " ", "w", "é", "\\*", "`"]),
        max_size=12,
    )
)
def test_markdown_is_cut_into_words_and_codes_and_joined_again(pieces: list[str]) -> None:
    text = "".join(pieces)
    parts = coded(text, "markdown")
    assert text_of(parts, "markdown") == text
    assert "[^1]" not in words(parts)


def test_a_code_is_the_same_element_in_source_and_translation() -> None:
    """As the rules of XLIFF 2.1 have it: a pair that crosses another in one of them is two halves in both."""
    target = "See the <a1>letter <i>here</a1> now</i>."
    runs = (SheetRun(target),)
    row = SheetRow(1, "0badc0de", Kind.PARAGRAPH, State.DRAFT, "Vea la <a1>carta</a1>.", runs, digest(target))
    form = load("xliff-2.1")
    assert form.write is not None
    root = etree.fromstring(form.write(ReviewSheet("a", "A", "es", "en", "", (row,), "html")))
    kinds = [
        {
            (node.get("id"), etree.QName(node).localname)
            for node in root.iterfind(f".//{{*}}segment/{{*}}{side}/*")
        }
        for side in ("source", "target")
    ]
    assert ("1", "sc") in kinds[0] & kinds[1]
