"""What is done on a walk is journalled at once, and can be taken back without losing anything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from translate_flow.errors import ConflictError, UsageError
from translate_flow.flow.editing.edit import edit
from translate_flow.flow.intake.add import add
from translate_flow.language.text import digest
from translate_flow.model import State
from translate_flow.walk.sections import sections
from translate_flow.walk.walk import Walk
from translate_flow.workspace import Workspace

from .statement import DRAFTS, GOOD, SOURCE, made, opened, unit_of, walk


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with one drafted statement."""
    return made(tmp_path)


def at(workspace: Workspace, start: str, by: str = "Ana Condori") -> Walk:
    """A walk that stands at the segment whose source begins so."""
    found = walk(workspace, by)
    found.jump(unit_of(opened(workspace), start).key)
    return found


def insisted(deed: Callable[[], str]) -> str:
    """The deed, a second time if the walk asks about an error first."""
    try:
        return deed()
    except UsageError as error:
        if "same key again" not in str(error):
            raise
        return deed()


def rewrite(step: Walk, text: str) -> str:
    """Edit the present segment from its present text."""
    return insisted(lambda: step.edit(text, digest(step.unit.target)))


def test_each_deed_is_in_the_journal_when_it_returns(workspace: Workspace) -> None:
    step = at(workspace, "La Red")
    rewrite(step, GOOD)
    step.comment("Ask for the list of communities.")
    step.send_back("fourteen or 14?")
    insisted(step.confirm)
    done = [(e.do, e.by) for e in unit_of(opened(workspace), "La Red").events[1:]]
    assert done == [(do, "Ana Condori") for do in ("edit", "comment", "return", "confirm")]


@pytest.mark.parametrize(
    ("deed", "state"),
    [
        (lambda step: insisted(step.confirm), State.TRANSLATED),
        (lambda step: rewrite(step, GOOD), State.TRANSLATED),
        (lambda step: (insisted(step.confirm), step.undo(), insisted(step.confirm))[-1], State.TRANSLATED),
        (lambda step: step.send_back("look again"), State.DRAFT),
    ],
)
def test_undo_brings_an_unread_draft_back_as_an_unread_draft(
    workspace: Workspace, deed: Callable[[Walk], str], state: State
) -> None:
    step = at(workspace, "La Red")
    deed(step)
    assert step.unit.state is state
    before = len(step.unit.events)
    assert str(step.undo()) == "undone"
    unit = unit_of(opened(workspace), "La Red")
    assert (unit.target, unit.state) == (DRAFTS["La Red"], State.DRAFT)
    assert len(unit.events) > before, "the history is only added to"
    assert (
        unit.draft is not None
        and unit.draft.by == "fake"
        and "put back by Ana Condori" in str(unit.draft.reason)
    )


def test_an_error_is_asked_about_once_and_nothing_is_done_before(workspace: Workspace) -> None:
    step = at(workspace, "La Red")
    wrong = GOOD.replace("Red Muqui", "Net Muqui")
    with pytest.raises(UsageError, match="same key again"):
        step.edit(wrong, digest(step.unit.target))
    assert step.unit.state is State.DRAFT
    assert str(step.edit(wrong, digest(step.unit.target))) == "saved"
    with pytest.raises(UsageError, match="same key again"):
        step.edit(wrong.replace("Net", "Nett"), digest(step.unit.target))


def test_undo_of_several_deeds_goes_back_step_by_step(workspace: Workspace) -> None:
    step = at(workspace, "La Red")
    rewrite(step, GOOD)
    rewrite(step, GOOD.replace("calls on", "invites"))
    insisted(step.approve)
    step.undo()
    assert (step.unit.state, "invites" in step.unit.target) == (State.TRANSLATED, True)
    step.undo()
    assert (step.unit.state, step.unit.target) == (State.TRANSLATED, GOOD)
    step.undo()
    assert (step.unit.state, step.unit.target) == (State.DRAFT, DRAFTS["La Red"])
    with pytest.raises(UsageError, match="nothing to undo"):
        step.undo()


def test_undo_of_a_returned_segments_edit_keeps_it_returned_with_its_note(workspace: Workspace) -> None:
    step = at(workspace, "La Red")
    rewrite(step, GOOD)
    step.send_back("fourteen?")
    rewrite(step, "Red Muqui calls.")
    step.undo()
    unit = unit_of(opened(workspace), "La Red")
    assert (unit.state, unit.target, unit.events[-1].note) == (State.DRAFT, GOOD, "fourteen?")


def test_undo_of_an_edit_over_an_approval_says_that_it_has_to_be_given_again(workspace: Workspace) -> None:
    step = at(workspace, "La Red")
    rewrite(step, GOOD)
    insisted(step.approve)
    rewrite(step, "Red Muqui calls.")
    assert "approved again" in str(step.undo())
    assert (step.unit.target, step.unit.state) == (GOOD, State.TRANSLATED)


def test_undo_of_a_first_translation_leaves_none(tmp_path: Path) -> None:
    workspace = made(tmp_path)
    source = workspace.source_path("aviso")
    source.write_text(source.read_text("utf-8") + "\nGracias a todas.\n", "utf-8")
    from translate_flow.flow.intake.add import add

    add(workspace, [source], ["en"])
    step = at(workspace, "Gracias")
    rewrite(step, "Thanks to all.")
    step.undo()
    unit = unit_of(opened(workspace), "Gracias")
    assert (unit.target, unit.state) == ("", State.MISSING)


def test_undo_never_takes_back_what_another_person_did(workspace: Workspace) -> None:
    step = at(workspace, "La Red")
    rewrite(step, GOOD)
    edit(opened(workspace), step.place[1], "Red Muqui calls.", "Luis Vega")
    step.reread()
    with pytest.raises(UsageError, match="Luis Vega has worked on it since"):
        step.undo()
    assert unit_of(opened(workspace), "La Red").target == "Red Muqui calls."


def test_a_text_changed_meanwhile_is_not_overwritten_and_what_was_typed_stays(workspace: Workspace) -> None:
    step = at(workspace, "La Red")
    base = digest(step.unit.target)
    step.keep(GOOD, base)
    edit(opened(workspace), step.place[1], "Red Muqui calls.", "Luis Vega")
    with pytest.raises(ConflictError, match="Luis Vega"):
        step.edit(GOOD, base)
    typed = step.typed()
    assert typed is not None and typed.text == GOOD
    assert unit_of(opened(workspace), "La Red").target == "Red Muqui calls."


def test_four_eyes_hold_on_a_walk_too(tmp_path: Path) -> None:
    workspace = made(tmp_path, four_eyes=True)
    step = at(workspace, "La Red")
    rewrite(step, GOOD)
    with pytest.raises(UsageError, match="second person"):
        step.approve()
    assert at(workspace, "La Red", "Luis Vega").approve().id == "walk.approved"


def test_jumping_by_number_key_and_words_without_accents(workspace: Workspace) -> None:
    step = walk(workspace)
    step.jump("3")
    assert step.at == 2
    step.jump("ANALISIS")
    assert step.unit.segment.text.startswith("Pedimos")
    with pytest.raises(UsageError, match="not a number from 1 to 5"):
        step.jump("zzz")
    assert step.unit.segment.text.startswith("Pedimos"), "one stays where one was"


def test_a_filter_chooses_segments_and_one_stays_where_one_was(workspace: Workspace) -> None:
    step = at(workspace, "El agua")
    assert step.filter("state:draft") == 4
    assert step.unit.segment.text.startswith("El agua")
    with pytest.raises(UsageError, match="no segment matches state:approved"):
        step.filter("state:approved")
    assert len(step.places) == 4


def test_the_riskiest_drafts_come_first_and_what_was_read_last(workspace: Workspace) -> None:
    insisted(at(workspace, "Aviso").confirm)
    step = walk(workspace, riskiest=True)
    starts = [step.sheet.units[key].segment.text.split()[0] for _, key in step.places]
    assert starts[0] == "La" and set(starts[-2:]) == {"Red", "Aviso"}


def test_onward_goes_to_the_next_open_segment_and_round_again(workspace: Workspace) -> None:
    from translate_flow.model import CONFIRMED

    step = at(workspace, "Pedimos")
    insisted(step.confirm)
    assert step.onward(CONFIRMED) and step.unit.segment.text.startswith("Aviso")
    for _ in range(3):
        insisted(step.confirm)
        more = step.onward(CONFIRMED)
    assert not more and step.left() == 0


def test_the_memory_offers_what_was_translated_elsewhere(workspace: Workspace) -> None:
    from translate_flow.flow.intake.add import add

    rewrite(at(workspace, "El agua"), "The spring's water is no longer fit to drink.")
    other = workspace.statements / "otro.es.md"
    other.write_text("# Otro\n\nEl agua del manantial ya no se puede beber.\n", "utf-8")
    workspace = Workspace.find(workspace.root)
    add(workspace, [other], ["en"])
    step = Walk(workspace, ["otro"], "en", "Ana Condori")
    step.jump("agua")
    assert [h.target for h in step.matches()] == ["The spring's water is no longer fit to drink."]
    with pytest.raises(UsageError, match="no match 2"):
        step.take(2)
    step.take(1)
    assert step.unit.state is State.TRANSLATED
    step.close()


def test_all_that_is_known_of_a_segment_is_shown(workspace: Workspace) -> None:
    step = at(workspace, "La Red")
    rewrite(step, DRAFTS["La Red"].replace("summons to", "calls on"))
    step.comment("Which basin?")
    step.keep("Red Muqui", digest(step.unit.target))
    shown = {s.title.split(":")[0].split(",")[0]: s.text.plain for s in sections(step)}
    assert shown["Source"].startswith("La Red Muqui")
    assert "summons to" in shown["Draft by fake"] and "calls on" in shown["Now"]
    assert "number-changed" in shown["Findings"] and "Red Muqui, kept" in shown["Terms"]
    assert "Which basin?" in shown["Comments"] and shown["Typed but not saved"] == "Red Muqui"


def test_terms_are_marked_in_the_source_where_they_stand(workspace: Workspace) -> None:
    text = next(sections(at(workspace, "La Red"))).text
    marked = [text.plain[s.start : s.end] for s in text.spans if "bold" in str(s.style)]
    assert "Red Muqui" in marked


def test_control_characters_are_shown_and_take_no_effect(workspace: Workspace) -> None:
    step = at(workspace, "La Red")
    step.keep("a\x1b[31mb", digest(step.unit.target))
    shown = next(s.text.plain for s in sections(step) if s.title.startswith("Typed"))
    assert "\x1b" not in shown


def test_a_changed_source_is_shown_word_by_word(workspace: Workspace) -> None:
    """The translator of a second version sees at once which words are other ones."""
    work = opened(workspace)
    edit(work, unit_of(work, "La Red").key, GOOD, "Ana Condori")
    source = workspace.statements / "aviso.es.md"
    source.write_text(SOURCE.replace("14 comunidades", "17 comunidades"), "utf-8")
    add(workspace, [source], ["en"])
    going = walk(workspace, query="state:stale")
    shown = next(s.text for s in sections(going) if s.title.startswith("The source changed"))
    assert shown.plain == "La Red Muqui convoca a las 1417 comunidades de la cuenca."
    marked = {shown.plain[span.start : span.end]: str(span.style) for span in shown.spans}
    assert marked == {"14": "red strike", "17": "green underline"}
