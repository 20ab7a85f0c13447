"""What another program says of a text counts: unfinished stays a draft, sent back is a return."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from translate_flow.catalogue.messages import MARKED_IN_FILE
from translate_flow.catalogue.outside import Said, memoq, trados, worst, xliff
from translate_flow.flow.editing.edit import approve, confirm, edit
from translate_flow.flow.exchange import bring_in, export
from translate_flow.flow.reviewing.comments import resolve
from translate_flow.flow.reviewing.remarks import comment
from translate_flow.model import State
from translate_flow.workspace import Workspace

from . import word
from .statement import DRAFTS, EDITED, made, opened, unit_of

DIALOGUE = "We demand a round table with clear deadlines."


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with one statement, partly read."""
    return made(tmp_path)


def sent(workspace: Workspace, start: str, change: Callable[[str], str]) -> Path:
    """The statement as XLIFF, one of its units changed by another program."""
    path = export(workspace, ["carta"], "en", "xliff", force=True)[0].path
    text = path.read_text("utf-8")
    key = unit_of(opened(workspace), start).key
    unit = re.search(rf'<trans-unit id="{key}".*?</trans-unit>', text, re.DOTALL)
    assert unit is not None
    path.write_text(text.replace(unit[0], change(unit[0])), "utf-8")
    return path


def target(text: str, **attributes: str) -> Callable[[str], str]:
    """A unit whose translation was set, with these attributes."""
    said = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    made = f'<target xml:lang="en"{said}>{text}</target>'
    return lambda unit: re.sub(r"<target.*?</target>", made, unit, count=1, flags=re.DOTALL)


def outcome(workspace: Workspace, path: Path, **options: object) -> list[str]:
    """What became of the rows of a file, the unchanged left out."""
    done = bring_in(workspace, path, by="Rosa Quispe", **options)  # type: ignore[arg-type]
    return [v.outcome for v in done.verdicts if v.outcome != "unchanged"]


@pytest.mark.parametrize("state", ["new", "needs-translation", "needs-review-translation", "needs-l10n"])
def test_a_text_marked_as_unfinished_is_taken_as_a_draft(workspace: Workspace, state: str) -> None:
    path = sent(workspace, "Exigimos", target(DIALOGUE, state=state))
    assert outcome(workspace, path) == ["taken"]
    unit = unit_of(opened(workspace), "Exigimos")
    assert (unit.target, unit.state, unit.events[-1].by) == (DIALOGUE, State.DRAFT, "Rosa Quispe")
    assert outcome(workspace, path) == [], "the second time it says nothing new"


def test_counted_as_read_where_somebody_vouches_for_it(workspace: Workspace) -> None:
    path = sent(workspace, "Exigimos", target(DIALOGUE, state="needs-review-translation"))
    outcome(workspace, path, confirm=True)
    assert unit_of(opened(workspace), "Exigimos").state is State.TRANSLATED


def test_a_machines_suggestion_is_a_draft_of_that_machine(workspace: Workspace) -> None:
    path = sent(workspace, "Exigimos", target(DIALOGUE, state="translated", state_qualifier="mt-suggestion"))
    assert outcome(workspace, path) == ["taken"]
    unit = unit_of(opened(workspace), "Exigimos")
    assert unit.state is State.DRAFT and unit.events[-1].do == "draft" and unit.draft == unit.events[-1]


def test_a_machines_suggestion_takes_no_persons_place(workspace: Workspace) -> None:
    path = sent(workspace, "La Red", target("Red Muqui wants.", state_qualifier="tm-suggestion"))
    assert outcome(workspace, path) == ["asked"]
    unit = unit_of(opened(workspace), "La Red")
    assert (unit.target, unit.state) == (EDITED, State.APPROVED)
    assert outcome(workspace, path, theirs=[unit.key]) == ["taken"]
    assert unit_of(opened(workspace), "La Red").state is State.DRAFT


def test_the_source_copied_over_is_no_translation(workspace: Workspace) -> None:
    source = unit_of(opened(workspace), "Exigimos").segment.text
    assert outcome(workspace, sent(workspace, "Exigimos", target(source, state="new"))) == []
    assert unit_of(opened(workspace), "Exigimos").target == DRAFTS["Exigimos"]


def test_needs_work_on_an_approved_text_is_a_return_with_the_note(workspace: Workspace) -> None:
    def change(unit: str) -> str:
        unit = unit.replace("signed-off", "needs-review-translation").replace('"yes"', '"no"')
        return unit.replace("</trans-unit>", '<note from="Luz">Twelve?</note></trans-unit>')

    path = sent(workspace, "La Red", change)
    assert outcome(workspace, path) == ["returned"]
    unit = unit_of(opened(workspace), "La Red")
    last = unit.events[-1]
    assert (unit.state, unit.target, last.do, last.by, last.note) == (
        State.DRAFT,
        EDITED,
        "return",
        "Luz",
        "Twelve?",
    )
    confirm(opened(workspace), unit.key, "Ana Condori")
    assert outcome(workspace, path) == [], "the same file does not send it back again"
    assert unit_of(opened(workspace), "La Red").state is State.TRANSLATED


def test_without_a_note_the_history_says_where_it_was_marked(workspace: Workspace) -> None:
    path = sent(workspace, "Carta", lambda unit: unit.replace('state="translated"', 'state="needs-l10n"'))
    assert outcome(workspace, path) == ["returned"]
    assert unit_of(opened(workspace), "Carta").events[-1].remark == MARKED_IN_FILE(file=path.name)


def test_a_mark_from_before_the_text_was_confirmed_sends_nothing_back(workspace: Workspace) -> None:
    """A file made while the text was a draft, with nothing left in it of what it was made from."""
    path = sent(workspace, "Exigimos", lambda unit: re.sub(r' extradata="[^"]*"', "", unit))
    confirm(opened(workspace), unit_of(opened(workspace), "Exigimos").key, "Ana Condori")
    assert outcome(workspace, path) == []
    assert unit_of(opened(workspace), "Exigimos").state is State.TRANSLATED


def test_a_fuzzy_mark_in_a_mailed_catalogue_counts_too(workspace: Workspace) -> None:
    import polib

    path = opened(workspace).catalogue.path
    po = polib.pofile(str(path), wrapwidth=0)
    for entry in po:
        if entry.msgid.startswith("La Red"):
            entry.flags.append("fuzzy")
        if entry.msgid.startswith("Exigimos"):
            entry.msgstr = DIALOGUE
    mailed = workspace.root / "mailed.po"
    mailed.write_text(str(po), "utf-8")
    assert sorted(outcome(workspace, mailed)) == ["returned", "taken"]
    work = opened(workspace)
    assert unit_of(work, "Exigimos").state is State.DRAFT and unit_of(work, "Exigimos").target == DIALOGUE
    assert unit_of(work, "La Red").events[-1].do == "return"


def test_what_a_translator_wrote_above_an_entry_of_a_mailed_catalogue_is_a_comment(
    workspace: Workspace,
) -> None:
    path = opened(workspace).catalogue.path
    text = path.read_text("utf-8").replace(
        '#, fuzzy\nmsgctxt "9a9e4e0f"', '# old\n#, fuzzy\nmsgctxt "9a9e4e0f"'
    )
    path.write_text(text, "utf-8")
    mailed = workspace.root / "mailed.po"
    mailed.write_text(text.replace("# old\n", "# old\n# Why not «board»?\n"), "utf-8")
    for _ in range(2):
        bring_in(workspace, mailed, by="Rosa")
        events = unit_of(opened(workspace), "Exigimos").events
        assert [(e.by, e.note) for e in events if e.do == "comment"] == [("Rosa", "Why not «board»?")]


def test_all_changes_undone_is_asked_about_even_where_nobody_had_approved(workspace: Workspace) -> None:
    """One undone change is a reviewer's wish; all of them together is a click."""
    work = opened(workspace)
    edit(work, unit_of(work, "Exigimos").key, DIALOGUE, "Ana Condori")
    path = export(workspace, ["carta"], "en", "docx")[0].path
    every = path.with_name("all.docx")
    every.write_bytes(word.changed(path.read_bytes(), word.reject_all))
    assert outcome(workspace, every) == ["asked", "asked"]
    one = path.with_name("one.docx")
    one.write_bytes(
        word.changed(path.read_bytes(), lambda root: word.reject_all(word.row_of(root, "table of dialogue")))
    )
    assert outcome(workspace, one) == ["taken"]
    assert unit_of(opened(workspace), "Exigimos").target == DRAFTS["Exigimos"]


def test_only_the_approved_goes_out_as_approved_and_settled_comments_stay_here(workspace: Workspace) -> None:
    work = opened(workspace)
    key = unit_of(work, "Exigimos").key
    edit(work, key, DIALOGUE, "Ana Condori")
    comment(work, key, "Luz", "Round or square?")
    comment(work, key, "Luz", "And who sits there?")
    resolve(work, key, "Ana Condori", 1)
    text = export(workspace, ["carta"], "en", "xliff")[0].path.read_text("utf-8")
    assert text.count('approved="yes"') == 1 and "Round or square" not in text and "who sits" in text
    approve(work, key, "Luis Vega")
    text = export(workspace, ["carta"], "en", "xliff", force=True)[0].path.read_text("utf-8")
    assert text.count('approved="yes"') == 2


def test_every_translated_row_says_who_and_when(workspace: Workspace) -> None:
    text = export(workspace, ["carta"], "en", "xliff")[0].path.read_text("utf-8")
    phases = dict(re.findall(r'phase-name="(h\d+)"[^>]*contact-name="([^"]+)" date="\d{4}-\d\d-\d\dT', text))
    signed = [phases[name] for name in re.findall(r'<target[^>]*phase-name="(h\d+)"', text)]
    assert signed == ["Ana Condori", "Luis Vega", "fake", "fake", "translate-flow", "translate-flow"]
    notes = re.findall(r'<note from="translate-flow">([^<]*)', text)
    today = opened(workspace).journal.events[-1].at[:10].replace("-", "‑")
    assert len([note for note in notes if today in note and "by" in note]) == 6


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (xliff("final", "mt-suggestion"), Said.DONE),
        (xliff("translated", "exact-match"), Said.MACHINE),
        (xliff("", "", "no"), Said.OPEN),
        (xliff("needs-review-translation", "", "yes"), Said.OPEN),
        (xliff("translated", "rejected-grammar"), Said.REJECTED),
        (xliff(""), Said.NOTHING),
        (trados("Draft", "mt"), Said.MACHINE),
        (trados("RejectedSignOff"), Said.REJECTED),
        (trados("ApprovedTranslation"), Said.DONE),
        (trados("SomethingNew"), Said.OPEN),
        (memoq("ManuallyConfirmed"), Said.DONE),
        (memoq("Pretranslated"), Said.MACHINE),
        (memoq("NotStarted"), Said.OPEN),
        (memoq("Rejected"), Said.REJECTED),
        (worst([Said.DONE, Said.MACHINE]), Said.MACHINE),
    ],
)
def test_the_words_of_other_programs(said: Said, meant: Said) -> None:
    assert said is meant


@pytest.mark.parametrize("state", ["", "translated", "final"])
def test_the_source_where_a_translation_should_be_takes_nobodys_place(
    workspace: Workspace, state: str
) -> None:
    """OmegaT, Crowdin and others write it for what nobody has translated, whatever they call its state."""
    for start in ("Carta", "La Red", "El río"):
        unit = unit_of(opened(workspace), start)
        path = sent(workspace, start, target(unit.segment.text, state=state))
        assert outcome(workspace, path) == []
        assert unit_of(opened(workspace), start).target == unit.target
    assert outcome(workspace, path, theirs=[unit.key]) == (["taken"] if state else [])


def test_an_empty_translation_of_a_new_state_is_one_that_was_left_out(workspace: Workspace) -> None:
    for state in ("new", "needs-translation"):
        assert outcome(workspace, sent(workspace, "El río", target("", state=state))) == []
    assert outcome(workspace, sent(workspace, "El río", target("", state="final"))) == ["refused"]


@pytest.mark.parametrize("form", ["xliff", "xliff-2.1"])
def test_a_paragraph_translated_in_half_is_no_finished_one(workspace: Workspace, form: str) -> None:
    first, rest = "El río llega turbio desde hace tres años", "y nadie responde."
    path = export(workspace, ["carta"], "en", form, force=True)[0].path
    text = path.read_text("utf-8")
    if form == "xliff":
        cut = "".join(f'<mrk mtype="seg" mid="{n}">{part}</mrk> ' for n, part in enumerate((first, rest)))
        made = '<mrk mtype="seg" mid="0">The river has run murky</mrk> <mrk mtype="seg" mid="1"/>'
        text = re.sub(
            rf"(<source[^>]*>{first} {rest}</source>).*?<target.*?</target>",
            rf'\1<seg-source>{cut}</seg-source><target state="translated">{made}</target>',
            text,
            flags=re.DOTALL,
        )
    else:
        made = f'<segment id="s1" state="translated"><source>{first}</source><target>The river has run murky</target></segment>'
        made += f'<ignorable><source> </source></ignorable><segment id="s2"><source>{rest}</source></segment>'
        text = re.sub(
            rf'<segment id="s1"[^>]*>\s*<source>{first} {rest}.*?</segment>', made, text, flags=re.DOTALL
        )
    path.write_text(text, "utf-8")
    assert outcome(workspace, path) == ["taken"]
    unit = unit_of(opened(workspace), "El río")
    assert (unit.target.strip(), unit.state) == ("The river has run murky", State.DRAFT)


def test_what_the_catalogue_itself_says_of_an_entry_is_no_comment(workspace: Workspace) -> None:
    """Converters write it into XLIFF as notes, as a developer's."""
    path = sent(
        workspace,
        "El río",
        lambda unit: unit.replace(
            "</trans-unit>", '<note from="developer">paragraph</note><note>Why murky?</note></trans-unit>'
        ),
    )
    done = bring_in(workspace, path, by="Rosa")
    assert [e.note for v in done.verdicts for e in v.events if e.do == "comment"] == ["Why murky?"]
