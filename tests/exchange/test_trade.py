"""What translation programs put into XLIFF besides the standard: states, comments, tracked changes, lost attributes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.exchange.statement import DRAFTS, EDITED, made, opened, unit_of
from translate_flow.catalogue.outside import Said, memoq, phrase, sub_state
from translate_flow.flow.exchange import ImportedReview, bring_in, export
from translate_flow.model import State
from translate_flow.workspace import Workspace

DEMAND = DRAFTS["Exigimos"]
NEW = "We demand a dialogue table with clear deadlines."
SPACES = (
    '<xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns:mq="MQXliff" '
    'xmlns:m="http://www.memsource.com/mxlf/2.0" '
)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """The letter of these tests."""
    return made(tmp_path)


def back(workspace: Workspace, *changes: tuple[str, str], form: str = "xliff") -> ImportedReview:
    """The statement sent out, changed in the file, each time from what is there to something else, and brought in."""
    path = export(workspace, ["carta"], "en", form, force=True)[0].path
    text = path.read_text("utf-8")
    for old, new in changes:
        assert re.search(old, text)
        text = re.sub(old, new, text)
    path.write_text(text, "utf-8")
    return bring_in(workspace, path, by="Rosa")


def test_changes_tracked_in_trados_are_their_authors(workspace: Workspace) -> None:
    marks = (
        'We demand a <mrk mtype="x-sdl-deleted" sdl:revid="1">table of dialogue</mrk>'
        '<mrk mtype="x-sdl-added" sdl:revid="2">dialogue table</mrk> with clear deadlines.'
    )
    revisions = (
        '<sdl:doc-info><sdl:rev-defs><sdl:rev-def id="1" author="Luz" date="11/02/2026 10:00:00"/>'
        '<sdl:rev-def id="2" author="Luz" date="11/02/2026 10:00:01"/></sdl:rev-defs></sdl:doc-info>'
    )
    back(workspace, ("<xliff ", SPACES), ("<file ", f"{revisions}<file "), (re.escape(DEMAND), marks))
    unit = unit_of(opened(workspace), "Exigimos")
    assert (unit.target, unit.events[-1].by) == (NEW, "Luz")


def test_comments_of_trados_and_memoq_are_comments(workspace: Workspace) -> None:
    defined = (
        '<sdl:cmt-defs><sdl:cmt-def id="c"><Comments xmlns=""><Comment severity="Low" user="Luz">¿«mesa»?</Comment>'
        "</Comments></sdl:cmt-def></sdl:cmt-defs><file "
    )
    marked = f'<mrk mtype="x-sdl-comment" sdl:cid="c">{DEMAND}</mrk>'
    memo = (
        '<mq:comments><mq:comment creatoruser="Eva" deleted="false">Bien.</mq:comment>'
        '<mq:comment creatoruser="Eva" deleted="true">Mal.</mq:comment></mq:comments></trans-unit>'
    )
    done = back(
        workspace,
        ("<xliff ", SPACES),
        ("<file ", defined),
        (re.escape(DEMAND), marked),
        ("</trans-unit>(?=[^<]*<trans-unit id=.30d2ea08)", memo),
    )
    events = {(e.do, e.by, e.note) for v in done.verdicts for e in v.events}
    assert events == {("comment", "Luz", "¿«mesa»?"), ("comment", "Eva", "Bien.")}


@pytest.mark.parametrize(
    ("parted", "taken"),
    [("", "We demand it. Now."), ("\u2003", "We demand it.\u2003Now."), (None, "We demand it.Now.")],
)
def test_segments_that_a_program_puts_side_by_side_do_not_run_together(
    workspace: Workspace, parted: str | None, taken: str
) -> None:
    """What was between them is in the source's segments, if there are any."""
    source = f'<mrk mtype="seg" mid="1">Uno</mrk>{parted or ""}<mrk mtype="seg" mid="2">dos</mrk>'
    segments = "" if parted == "" else f"<seg-source>{source}</seg-source>"
    target = '<mrk mtype="seg" mid="1">We demand it.</mrk><mrk mtype="seg" mid="2">Now.</mrk>'
    back(workspace, (f"(<target[^>]*>){re.escape(DEMAND)}", rf"{segments}\1{target}"))
    assert unit_of(opened(workspace), "Exigimos").target == taken


@pytest.mark.parametrize(("confirmed", "state"), [("0", State.DRAFT), ("1", State.TRANSLATED)])
def test_what_phrase_has_confirmed_is_confirmed(workspace: Workspace, confirmed: str, state: State) -> None:
    back(
        workspace,
        ("<xliff ", SPACES),
        (r' (state|approved|extradata)="[^"]*"', ""),
        (r'(<trans-unit id="9a9e4e0f")', rf'\1 m:confirmed="{confirmed}" m:trans-origin="mt"'),
        (re.escape(DEMAND), NEW),
    )
    unit = unit_of(opened(workspace), "Exigimos")
    assert (unit.target, unit.state) == (NEW, state)


@pytest.mark.parametrize("form", ["xliff", "xliff-2.1"])
def test_states_that_a_program_leaves_out_send_nothing_back(workspace: Workspace, form: str) -> None:
    done = back(workspace, (r' (state|subState|approved)="[^"]*"', ""), form=form)
    assert {str(v.outcome) for v in done.verdicts} == {"unchanged"}


def test_only_approved_taken_away_is_a_return(workspace: Workspace) -> None:
    done = back(workspace, ('approved="yes"', 'approved="no"'))
    assert [(str(v.outcome), v.text) for v in done.verdicts if v.events] == [("returned", EDITED)]


def test_line_breaks_and_blanks_that_a_program_puts_at_the_ends_are_none_of_the_text(
    workspace: Workspace,
) -> None:
    back(workspace, (re.escape(DEMAND), f"\n        {NEW}\n      "))
    assert unit_of(opened(workspace), "Exigimos").target == NEW


@pytest.mark.parametrize(
    ("form", "place", "note"),
    [
        ("xliff", "<tool ", '<note from="Luz">Mirad todo.</note><tool '),
        ("xliff-2.1", '(<file [^>]*>)', r'\1<notes><note id="n">Mirad todo.</note></notes>'),
    ],
)  # fmt: skip
def test_a_note_on_the_whole_file_is_told(workspace: Workspace, form: str, place: str, note: str) -> None:
    assert [r.text for r in back(workspace, (place, note), form=form).remarks] == ["Mirad todo."]


def test_a_comment_on_a_stretch_of_xliff_2_is_a_comment(workspace: Workspace) -> None:
    mark = f'<mrk id="k1" type="comment" value="¿«mesa»?">{DEMAND}</mrk>'
    done = back(workspace, (re.escape(DEMAND), mark), form="xliff-2.0")
    assert [(e.do, e.note) for v in done.verdicts for e in v.events] == [("comment", "¿«mesa»?")]


def test_a_rejected_sub_state_of_xliff_2_is_a_return(workspace: Workspace) -> None:
    done = back(
        workspace, ('state="reviewed"', 'state="translated" subState="mq:rejected"'), form="xliff-2.1"
    )
    assert [str(v.outcome) for v in done.verdicts if v.events] == ["returned"]


def test_words_of_the_programs() -> None:
    assert memoq("NotConfirmed") is memoq("Unconfirmed") is Said.OPEN
    assert memoq("ManuallyConfirmed") is phrase("2") is Said.DONE
    assert phrase("") is sub_state("sdl:perfect") is Said.NOTHING
    assert phrase("0", "mt") is sub_state("leveraged-mt") is Said.MACHINE
    assert sub_state("needs-review-translation") is Said.OPEN
