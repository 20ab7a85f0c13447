"""What programs leave of a file on its way: PO entries without keys, heads as units, translations left out, one of several."""

from __future__ import annotations

import re
from pathlib import Path

import polib
import pytest

from translate_flow.flow.exchange import ImportedReview, bring_in, export
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.statement.events import event
from translate_flow.flow.statement.work import Work
from translate_flow.model import State
from translate_flow.workspace import Workspace

from .statement import made, opened, unit_of
from .test_repeated import made as repeated
from .test_repeated import refrains


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with one statement, partly read."""
    return made(tmp_path)


def outcomes(done: ImportedReview) -> dict[str, int]:
    """How many rows had which outcome."""
    return {o: sum(v.outcome == o for v in done.verdicts) for o in {str(v.outcome) for v in done.verdicts}}


def keyless(workspace: Workspace, name: str, texts: dict[str, str]) -> Path:
    """The catalogue as converters write it: each source once, without key and kind; with these translations, confirmed."""
    found = polib.pofile(str(workspace.catalogue_path(name, "en")))
    bare = polib.POFile(wrapwidth=0)
    bare.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    for source in dict.fromkeys(entry.msgid for entry in found):
        entry = next(e for e in found if e.msgid == source)
        flags = [] if source in texts else entry.flags
        bare.append(polib.POEntry(msgid=source, msgstr=texts.get(source, entry.msgstr), flags=flags))
    path = workspace.root / "back.po"
    bare.save(str(path))
    return path


def test_a_catalogue_without_keys_is_known_by_its_spanish(workspace: Workspace) -> None:
    source = unit_of(opened(workspace), "El río").segment.text
    path = keyless(workspace, "carta", {source: "The river has been murky for three years."})
    done = bring_in(workspace, path, by="Rosa")
    assert done.name == "carta" and outcomes(done)["taken"] == 1 and "unknown" not in outcomes(done)
    unit = unit_of(opened(workspace), "El río")
    assert (unit.target, unit.state) == ("The river has been murky for three years.", State.TRANSLATED)


def test_one_entry_for_a_paragraph_that_stands_several_times_is_for_all_of_them(tmp_path: Path) -> None:
    workspace = repeated(tmp_path)
    done = bring_in(workspace, keyless(workspace, "uno", {"¡Justicia ya!": "Justice now!"}), by="Rosa")
    assert outcomes(done)["taken"] == 1 and len(done.repeats) == 2
    assert refrains(workspace) == [("Justice now!", State.TRANSLATED)] * 3


def test_marks_that_a_converter_drops_from_both_texts_are_no_change(tmp_path: Path) -> None:
    init(tmp_path, "es", ("en",))
    source = tmp_path / "statements" / "nota.es.md"
    source.write_text("Lea **hoy** la [nota](https://ejemplo.org) de la mesa.\n", "utf-8")
    workspace = Workspace.find(tmp_path)
    add(workspace, [source], ["en"])
    work = Work.open(workspace, "nota", "en")
    target = "Read the [note](https://ejemplo.org) of the board **today**."
    work.change(lambda now: [event("draft", now.units[0], "fake", target)])

    def back(words: str) -> dict[str, int]:
        bare = polib.POFile()
        bare.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
        bare.append(polib.POEntry(msgid="Lea hoy la nota de la mesa.", msgstr=words, flags=["fuzzy"]))
        bare.save(str(tmp_path / "back.po"))
        return outcomes(bring_in(workspace, tmp_path / "back.po", dry=True))

    assert back("Read the note of the board today.") == {"unchanged": 1}
    assert back("Read the board's note today.") == {"taken": 1}


def test_a_head_that_became_a_unit_is_no_segment(workspace: Workspace) -> None:
    path = export(workspace, ["carta"], "en", "xliff", force=True)[0].path
    head = '<trans-unit id="1" restype="x-gettext-domain-header"><source/><target>Language: en</target></trans-unit>'
    path.write_text(path.read_text("utf-8").replace("<body>", f"<body>{head}"), "utf-8")
    assert set(outcomes(bring_in(workspace, path))) == {"unchanged"}


def test_translations_that_a_program_leaves_out_are_not_emptied(workspace: Workspace) -> None:
    path = export(workspace, ["carta"], "en", "xliff", force=True)[0].path
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"<target.*?</target>", "", text, flags=re.DOTALL), "utf-8")
    assert set(outcomes(bring_in(workspace, path))) == {"unchanged"}
    path.write_text(re.sub(r"(<target[^>]*>).*?</target>", r"\1</target>", text, flags=re.DOTALL), "utf-8")
    assert "refused" in outcomes(bring_in(workspace, path))


def test_a_catalogue_made_of_a_table_confirms_nothing_that_nobody_touched(workspace: Workspace) -> None:
    """The table had no marks, so that none is missing."""
    work = opened(workspace)
    bare = polib.POFile()
    bare.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    new = {"Exigimos": "We demand a table for dialogue with clear deadlines."}
    for start in ("Carta", "La Red", "El río", "Exigimos"):
        unit = unit_of(work, start)
        bare.append(polib.POEntry(msgid=unit.segment.text, msgstr=new.get(start, unit.target)))
    bare.save(str(workspace.root / "back.po"))
    assert outcomes(bring_in(workspace, workspace.root / "back.po", by="Rosa")) == {
        "unchanged": 3,
        "taken": 1,
    }
    assert unit_of(opened(workspace), "El río").state is State.DRAFT
    assert unit_of(opened(workspace), "Exigimos").state is State.TRANSLATED
