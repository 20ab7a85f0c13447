"""A statement read again: nothing a person wrote is lost, nothing unchanged is asked about."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from translate_flow.catalogue.messages import OUTSIDE, SAFE_CHANGE, SPLIT_WHOLE, TYPOGRAPHY, WHITE_SPACE
from translate_flow.errors import CatalogueError
from translate_flow.flow.statement.work import Work
from translate_flow.model import Event, State

from ..needs import need
from .statement import Statement, counts, made
from .test_matching import CALL, JUSTICE, PRESS, TRUTH, readings


@pytest.fixture
def statement(tmp_path: Path) -> Statement:
    return made(tmp_path / "w")


def test_a_moved_paragraph_keeps_translation_approval_and_key(statement: Statement) -> None:
    statement.read(JUSTICE, TRUTH, PRESS)
    statement.translate("Pedimos", "We ask for justice.", approved=True)
    before = statement.work.journal.path.read_bytes()
    assert counts(statement.read(TRUTH, PRESS, JUSTICE)) == {"same": 2, "moved": 1}
    assert statement.unit("Pedimos").state is State.APPROVED
    assert statement.work.journal.path.read_bytes() == before


def test_an_edited_paragraph_is_stale_with_its_former_source_until_a_person_looks(
    statement: Statement,
) -> None:
    statement.read(JUSTICE)
    statement.draft("Pedimos", "We ask justice.")
    statement.translate("Pedimos", "We ask for justice.", approved=True)
    statement.read(JUSTICE.replace("justicia", "verdad"))
    unit = statement.unit("Pedimos")
    assert (unit.state, unit.previous, unit.target) == (State.STALE, JUSTICE, "We ask for justice.")
    assert [e.do for e in unit.events] == ["draft", "edit", "approve", "carry"]
    assert unit.draft is None, "a draft of a former source is no measure of the present text"
    statement.translate("Pedimos", "We ask for truth.")
    assert statement.unit("Pedimos").state is State.TRANSLATED
    assert statement.work.journal.events[-2].source == JUSTICE


def test_a_source_changed_twice_shows_what_the_translation_was_made_for(statement: Statement) -> None:
    statement.read(JUSTICE)
    statement.translate("Pedimos", "We ask for justice.")
    statement.read(JUSTICE.replace("justicia", "verdad"))
    statement.read(JUSTICE.replace("justicia", "verdad").replace("familias", "hijas"))
    assert statement.unit("Pedimos").previous == JUSTICE


def test_a_change_taken_back_takes_back_the_doubt(statement: Statement) -> None:
    statement.read(JUSTICE)
    statement.translate("Pedimos", "We ask for justice.", approved=True)
    statement.read(JUSTICE.replace("justicia", "verdad"))
    statement.read(JUSTICE)
    assert statement.said() == [(JUSTICE, "We ask for justice.", "approved")]
    assert statement.work.catalogue.obsolete == ()
    changed = JUSTICE.replace("justicia", "verdad")
    statement.read(changed)
    statement.translate("Pedimos", "We ask for truth.")
    statement.read(JUSTICE)
    assert statement.said() == [(JUSTICE, "We ask for justice.", "approved")]
    assert [e.target for e in statement.work.catalogue.obsolete] == ["We ask for truth."]
    statement.read(changed)
    assert statement.said() == [(changed, "We ask for truth.", "translated")]


def test_a_catalogue_that_was_deleted_comes_back_from_its_journal(statement: Statement) -> None:
    statement.read(JUSTICE, TRUTH)
    statement.translate("Pedimos", "We ask for justice.", approved=True)
    before = statement.work.catalogue.path.read_bytes()
    statement.work.catalogue.path.unlink()
    statement.read(JUSTICE, TRUTH)
    assert statement.work.catalogue.path.read_bytes() == before


def test_the_untouched_draft_of_an_edited_paragraph_is_dropped(statement: Statement) -> None:
    statement.read(JUSTICE, TRUTH)
    statement.draft("Pedimos", "We ask justice.")
    statement.draft("Queremos", "We want to know.")
    statement.read(JUSTICE.replace("justicia", "verdad"), TRUTH)
    assert [state for _, _, state in statement.said()] == ["missing", "draft"]
    assert statement.work.catalogue.obsolete == ()


def test_a_safe_change_is_carried_and_journalled_and_keeps_the_approval(statement: Statement) -> None:
    statement.read('Dijeron "verdad" ante la prensa.')
    statement.draft("Dijeron", "They said “true”.")
    statement.translate("Dijeron", "They said “truth”.", approved=True)
    assert counts(statement.read("Dijeron «verdad» ante la prensa.")) == {"safe": 1}
    unit = statement.unit("Dijeron")
    assert (unit.target, unit.state) == ("They said “truth”.", State.APPROVED)
    assert (unit.events[-1].do, unit.events[-1].reason) == ("carry", SAFE_CHANGE(why=TYPOGRAPHY()))
    assert unit.draft is not None


def test_a_corrected_name_is_corrected_in_the_translation_and_approved_anew(statement: Statement) -> None:
    (statement.root / "glossary" / "mine.csv").write_text(
        "es,en,kind\nInés Valdivia Otárola,,person\n", "utf-8"
    )
    statement.read("La vocera Inés Valdivia Otarola pidió calma.")
    statement.translate("La vocera", "Spokeswoman Inés Valdivia Otarola called for calm.", approved=True)
    assert counts(statement.read("La vocera Inés Valdivia Otárola pidió calma.")) == {"safe": 1}
    unit = statement.unit("La vocera")
    assert unit.target == "Spokeswoman Inés Valdivia Otárola called for calm."
    assert unit.state is State.TRANSLATED


def test_other_white_space_under_the_same_key_is_journalled(statement: Statement) -> None:
    statement.read("Pedimos  justicia.")
    statement.translate("Pedimos", "We ask for justice.", approved=True)
    statement.read("Pedimos justicia.")
    unit = statement.unit("Pedimos")
    assert (unit.state, unit.events[-1].reason) == (State.APPROVED, SAFE_CHANGE(why=WHITE_SPACE()))


def test_what_a_reviewer_returned_is_still_returned_under_another_key(statement: Statement) -> None:
    from translate_flow.catalogue.coverage import is_returned
    from translate_flow.flow.editing.edit import send_back

    statement.read("Sí.", JUSTICE, "Sí.")
    statement.translate("Sí.", "Yes.", 1)
    send_back(statement.work, statement.unit("Sí.", 1).key, "reviewer", "too short")
    statement.read(JUSTICE, "Sí.")
    unit = statement.unit("Sí.")
    assert (unit.state, unit.target, is_returned(unit)) == (State.DRAFT, "Yes.", True)


def test_what_a_reviewer_returned_stays_returned_over_a_safe_change(statement: Statement) -> None:
    from translate_flow.flow.editing.edit import send_back

    statement.read('Dijeron "verdad".')
    statement.translate("Dijeron", "They said truth.")
    send_back(statement.work, statement.unit("Dijeron").key, "reviewer", "quotes")
    statement.read("Dijeron «verdad».")
    assert statement.unit("Dijeron").state is State.DRAFT


def test_a_split_paragraph_has_its_translation_cut_at_the_sentence(statement: Statement) -> None:
    statement.read(f"{JUSTICE} {TRUTH}")
    first = "We ask for justice and reparation for the families of those who died during the protests."
    second = "We want to know what happened that afternoon at the airport, and who gave the order to shoot."
    statement.translate("Pedimos", f"{first} {second}", approved=True)
    assert counts(statement.read(JUSTICE, TRUTH)) == {"split": 2}
    assert [row[1:] for row in statement.said()] == [
        (first, "translated"),
        (second, "translated"),
    ]


def test_where_the_cut_is_not_certain_the_whole_translation_is_offered(statement: Statement) -> None:
    statement.read(f"{JUSTICE} {TRUTH}")
    statement.translate("Pedimos", "We ask for justice and want to know what happened.")
    statement.read(JUSTICE, TRUTH)
    for unit in statement.work.units:
        assert (unit.state, unit.previous) == (State.STALE, f"{JUSTICE} {TRUTH}")
        assert unit.target == "We ask for justice and want to know what happened."
        assert unit.events[-1].reason is not None and unit.events[-1].reason.id == SPLIT_WHOLE.id


def test_merged_paragraphs_have_their_translations_joined(statement: Statement) -> None:
    statement.read(JUSTICE, TRUTH)
    statement.translate("Pedimos", "We ask for justice.")
    statement.translate("Queremos", "We want to know.")
    assert counts(statement.read(f"{JUSTICE} {TRUTH}")) == {"merged": 1}
    assert statement.said()[0][1:] == ("We ask for justice. We want to know.", "translated")
    assert [e.do for e in statement.work.units[0].events] == ["edit", "edit", "carry"]


def test_merged_and_edited_is_stale(statement: Statement) -> None:
    statement.read(JUSTICE, TRUTH)
    statement.translate("Pedimos", "We ask for justice.")
    statement.translate("Queremos", "We want to know.")
    statement.read(f"{JUSTICE} {TRUTH}".replace("murieron", "cayeron"))
    unit = statement.work.units[0]
    assert (unit.state, unit.target) == (State.STALE, "We ask for justice. We want to know.")
    assert unit.previous == f"{JUSTICE} {TRUTH}"


def test_equal_paragraphs_keep_translation_approval_and_history_when_one_goes(statement: Statement) -> None:
    statement.read(JUSTICE, "Sí.", TRUTH, "Sí.", PRESS)
    statement.translate("Sí.", "Yes.", nth=0, approved=True)
    statement.translate("Sí.", "Indeed.", nth=1)
    statement.translate("Sí.", "It is so.", nth=1, approved=True)
    first, second = (statement.unit("Sí.", n).key for n in (0, 1))
    statement.read(JUSTICE, TRUTH, "Sí.", PRESS)
    unit = statement.unit("Sí.")
    assert (unit.key, unit.target, unit.state) == (first, "It is so.", State.APPROVED)
    assert [e.text for e in unit.events if e.do == "edit"] == ["Indeed.", "It is so."]
    assert [(e.key, e.target) for e in statement.work.catalogue.obsolete] == [(second, "Yes.")]
    statement.read(JUSTICE, "Sí.", TRUTH, "Sí.", PRESS)
    assert [(u.target, u.state) for u in statement.work.units if u.segment.text == "Sí."] == [
        ("Yes.", State.APPROVED),
        ("It is so.", State.APPROVED),
    ]
    assert statement.work.catalogue.obsolete == ()


def test_a_crash_before_the_po_file_was_written_mixes_up_nothing(
    statement: Statement, monkeypatch: pytest.MonkeyPatch
) -> None:
    statement.read(JUSTICE, "Sí.", TRUTH, "Sí.", PRESS)
    statement.translate("Sí.", "Yes.", nth=0, approved=True)
    statement.translate("Sí.", "It is so.", nth=1, approved=True)

    def crash(*_: object) -> None:
        raise CatalogueError("the power went")

    with monkeypatch.context() as patch:
        patch.setattr(Work, "save", crash)
        with pytest.raises(CatalogueError):
            statement.read(JUSTICE, TRUTH, "Sí.", PRESS)
    assert [u.target for u in statement.work.units if u.target] == ["Yes.", "It is so."]
    statement.read(JUSTICE, TRUTH, "Sí.", PRESS)
    unit = statement.unit("Sí.")
    assert (unit.target, unit.state) == ("It is so.", State.APPROVED)
    assert not any(e.reason == OUTSIDE() for e in statement.work.journal.events)


def test_a_paragraph_comes_back_with_its_history_and_its_doubt(statement: Statement) -> None:
    statement.read(JUSTICE, TRUTH)
    statement.translate("Pedimos", "We ask for justice.", approved=True)
    statement.translate("Queremos", "We want to know.")
    changed = TRUTH.replace("tarde", "noche")
    statement.read(JUSTICE, changed)
    statement.read(PRESS)
    assert {e.target for e in statement.work.catalogue.obsolete} == {
        "We ask for justice.",
        "We want to know.",
    }
    assert counts(statement.read(PRESS, changed, JUSTICE)) == {"same": 1, "back": 2}
    assert [row[1:] for row in statement.said()][1:] == [
        ("We want to know.", "stale"),
        ("We ask for justice.", "approved"),
    ]
    assert statement.unit("Queremos").previous == TRUTH


def test_a_list_of_signatories_grows_without_any_work(statement: Statement) -> None:
    names = ["- Red Muqui", "- CooperAcción", "- Asociación Pro Derechos Humanos – APRODEH"]
    statement.read(JUSTICE, "\n".join(names))
    statement.translate("Pedimos", "We ask for justice.")
    more = [
        names[0],
        "- Fundación Ecuménica para el Desarrollo y la Paz – FEDEPAZ",
        *names[1:],
        "- Red Nacional de Mujeres Rurales",
    ]
    assert counts(statement.read(JUSTICE, "\n".join(more))) == {"same": 4, "new": 2}
    assert [state for _, _, state in statement.said()] == ["translated", *["kept"] * 5]


def test_a_kept_name_that_leaves_is_let_go(statement: Statement) -> None:
    statement.read(JUSTICE, "- Red Muqui\n- CooperAcción")
    statement.read(JUSTICE, "- CooperAcción")
    assert statement.work.catalogue.obsolete == ()


def test_two_people_who_read_the_same_version_get_the_same_file(statement: Statement, tmp_path: Path) -> None:
    statement.read(JUSTICE, "Sí.", TRUTH, "Sí.", f"{PRESS} {CALL}")
    for start, text in (
        ("Pedimos", "We ask."),
        ("Queremos", "We want."),
        ("Saludamos", "We greet. We call."),
    ):
        statement.translate(start, text)
    statement.translate("Sí.", "Yes.", 0)
    statement.translate("Sí.", "So it is.", 1)
    other = statement.copy(tmp_path / "other")
    version = (CALL, TRUTH.replace("tarde", "noche"), "Sí.", PRESS, JUSTICE)
    statement.read(*version)
    other.read(*version)
    assert statement.work.catalogue.path.read_bytes() == other.work.catalogue.path.read_bytes()

    # git merges the journals by union: every reading stands there twice.
    mine, theirs = statement.work.journal.path, other.work.journal.path
    before = statement.said()
    lines = dict.fromkeys([*mine.read_text("utf-8").splitlines(), *theirs.read_text("utf-8").splitlines()])
    mine.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    assert statement.said() == before
    assert counts(statement.read(*version)) == {"same": 5}


def test_reading_the_same_version_again_changes_no_byte(statement: Statement) -> None:
    statement.read(JUSTICE, TRUTH, f"{PRESS} {CALL}")
    statement.translate("Pedimos", "We ask.")
    statement.translate("Saludamos", "We greet and call.")
    version = (TRUTH, JUSTICE.replace("familias", "hijas"), PRESS, CALL)
    statement.read(*version)
    files = statement.work.catalogue.path, statement.work.journal.path
    before = [f.read_bytes() for f in files]
    assert counts(statement.read(*version)) == {"same": 4}
    assert [f.read_bytes() for f in files] == before


def test_the_catalogue_stays_valid_for_gettext(statement: Statement) -> None:
    need("msgfmt", "apt-get install gettext")
    statement.read("Sí.", JUSTICE, "Sí.", TRUTH)
    statement.translate("Sí.", "Yes.", 0)
    statement.translate("Sí.", "So it is.", 1)
    statement.read(TRUTH, JUSTICE.replace("familias", "hijas"), "Sí.")
    statement.read("Sí.", TRUTH)
    path = statement.work.catalogue.path
    subprocess.run(["msgfmt", "-c", "-o", "/dev/null", str(path)], check=True)
    done = subprocess.run(["msgcat", "--no-wrap", str(path)], check=True, capture_output=True)
    assert done.stdout == path.read_bytes()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(readings())
def test_law_no_translation_is_lost(tmp_path: Path, versions: tuple[list[str], list[str]]) -> None:
    """Every text a person wrote is in the new entries, cut or joined perhaps, or among the obsolete."""
    old, new = ([block for block in side if block.strip()] for side in versions)
    if not old or not new:
        return
    shutil.rmtree(tmp_path / "w", ignore_errors=True)
    statement = made(tmp_path / "w")
    statement.read(*old)
    for number, unit in enumerate(statement.work.units):
        statement.work.change(
            lambda work, unit=unit, number=number: [
                _edit(unit.key, f"First of {number}. Second of {number}.")
            ]
        )
    written = [u.target for u in statement.work.units]
    statement.read(*new)
    catalogue = statement.work.catalogue
    there = " ".join(e.target for e in (*catalogue.entries, *catalogue.obsolete))
    assert all(text in there for text in written)
    before = catalogue.path.read_bytes()
    statement.read(*new)
    assert statement.work.catalogue.path.read_bytes() == before


def _edit(key: str, text: str) -> Event:
    return Event(by="translator", do="edit", key=key, text=text)
