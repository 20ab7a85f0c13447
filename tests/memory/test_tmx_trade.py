"""TMX as other programs write it: white space, codes, states, and what goes out again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from translate_flow import cli
from translate_flow.memory.codes import between, joined
from translate_flow.memory.tmx_read import ImportTally, read
from translate_flow.memory.unit import StoredPair
from translate_flow.memory.words import normal

HEAD = '<?xml version="1.0" encoding="{encoding}"?>\n<tmx version="1.4"><header creationtool="x" creationtoolversion="1" o-tmf="x" datatype="xml" segtype="sentence" adminlang="es" srclang="es"/><body>'


def pairs(
    folder: Path, units: str, encoding: str = "utf-8", tally: ImportTally | None = None
) -> list[StoredPair]:
    """The pairs of a file with these units."""
    path = folder / "their.tmx"
    path.write_text(HEAD.format(encoding=encoding) + units + "</body></tmx>", encoding)
    return list(read(path, "their", "es", ("en",), tally))


def unit(source: str, target: str, properties: str = "", attributes: str = "") -> str:
    """A unit with these texts."""
    return (
        f'<tu{attributes}>{properties}<tuv xml:lang="es-PE"><seg>{source}</seg></tuv>'
        f'<tuv xml:lang="en-US"><seg>{target}</seg></tuv></tu>'
    )


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Uno<ph>&lt;br/&gt;</ph>dos", "Uno\ndos"),
        ('Uno<ph type="lb"/>dos', "Uno\ndos"),
        ("Uno<ph>{1}</ph>dos", "Uno dos"),
        ("Uno <ph>{1}</ph> dos", "Uno  dos"),
        ("re<bpt i='1'>&lt;b&gt;</bpt>sal<ept i='1'>&lt;/b&gt;</ept>tar", "resaltar"),
        ("Vea<it pos='begin'>&lt;i&gt;</it>.", "Vea."),
        ("Un <hi type='x'>texto</hi>", "Un texto"),
        ("Fin.<ph>&lt;br/&gt;</ph>", "Fin."),
        ("Nota<ph>&lt;fn&gt;<sub>Al pie.</sub>&lt;/fn&gt;</ph> del acta", "Nota del acta"),
        ("Uno<bpt i='1'>&lt;p&gt;</bpt>dos<ept i='1'>&lt;/p&gt;</ept>", "Uno\ndos"),
    ],
)
def test_words_never_run_together_where_a_code_was(tmp_path: Path, content: str, text: str) -> None:
    assert pairs(tmp_path, unit(content, "Anything"))[0].source == text


def test_languages_may_have_codes_of_three_letters(tmp_path: Path) -> None:
    units = unit("Agua", "Water").replace("es-PE", "spa").replace("en-US", "ENG-GB")
    assert [(p.source, p.target) for p in pairs(tmp_path, units)] == [("Agua", "Water")]


def test_texts_inside_codes_are_pairs_of_their_own(tmp_path: Path) -> None:
    content = "{}<ph>&lt;fn&gt;<sub>{}</sub>&lt;/fn&gt;</ph> x"
    found = pairs(tmp_path, unit(content.format("Nota", "Al pie."), content.format("Note", "At the foot.")))
    assert [(p.source, p.target) for p in found] == [("Nota x", "Note x"), ("Al pie.", "At the foot.")]


@pytest.mark.parametrize(
    ("properties", "attributes"),
    [
        ('<prop type="x-ConfirmationLevel">Draft</prop>', ""),
        ('<prop type="x-ConfirmationLevel">RejectedSignOff</prop>', ""),
        ('<prop type="x-ConfirmationLevel">Unspecified</prop>', ""),
        ('<prop type="x-status">fuzzy</prop>', ""),
        ('<prop type="state">needs-review-translation</prop>', ""),
        ('<prop type="x-Origin">MachineTranslation</prop>', ""),
        ('<prop type="approved">no</prop>', ""),
        ('<prop type="reviewed">false</prop>', ""),
        ('<prop type="x-fuzzy">true</prop>', ""),
        ("", ' creationid="MT!"'),
        ("", ' creationid="MT"'),
    ],
)
def test_what_another_program_has_not_confirmed_is_left_out_and_counted(
    tmp_path: Path, properties: str, attributes: str
) -> None:
    tally = ImportTally()
    good = unit("Bien.", "Good.", '<prop type="x-ConfirmationLevel">Translated</prop>', ' creationid="ana"')
    found = pairs(tmp_path, unit("Mal.", "Bad.", properties, attributes) + good, tally=tally)
    assert [p.target for p in found] == ["Good."] and tally.unconfirmed == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_control_characters_are_dropped_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    tally = ImportTally()
    found = pairs(tmp_path, unit("Uno&#x1F;dos ñandú.", "One two."), encoding, tally)
    assert found[0].source == "Unodos ñandú." and tally.dropped == 1


def test_white_space_and_codes_go_out_as_they_came_in(tmp_path: Path) -> None:
    """What the TMX compliance kit asks for at levels 1 and 2."""
    units = [
        unit(" Ley\u00a0 N.° 7  rige. ", "Law  No. 7\u00a0 rules. "),
        unit("Uno\n\n  dos", "One\n\n  two"),
        unit(
            'Un <bpt i="1" x="1">&lt;b&gt;</bpt>acta<ept i="1">&lt;/b&gt;</ept>', 'An <ph x="2">{0}</ph>act'
        ),
    ]
    work = tmp_path / "w"
    assert cli.run(["init", str(work)]) == 0
    path = tmp_path / "kit.tmx"
    path.write_text(HEAD.format(encoding="utf-8") + "".join(units) + "</body></tmx>", "utf-8")
    assert cli.run(["-C", str(work), "memory", "import", str(path)]) == 0
    out = tmp_path / "out.tmx"
    assert cli.run(["-C", str(work), "memory", "export", str(out)]) == 0
    text = out.read_text("utf-8")
    for one in units:
        for seg in one.split("<seg>")[1:]:
            assert f"<seg>{seg.split('</seg>')[0]}</seg>" in text


def test_a_file_that_a_program_has_indented_matches_all_the_same_and_goes_out_as_it_came(
    tmp_path: Path,
) -> None:
    text = "\n      Exigen justicia\n      y verdad.\n    "
    found = pairs(tmp_path, unit(text, "\n      They demand justice.\n    "))
    assert normal(found[0].source) == "Exigen justicia y verdad."
    assert json.loads(found[0].extras)["text"] == text


def test_a_corpus_has_no_marks(tmp_path: Path) -> None:
    work = tmp_path / "w"
    assert cli.run(["init", str(work)]) == 0
    path = tmp_path / "theirs.tmx"
    marked = unit("Lea **el acta**[^1] [aquí](https://x.org)", "Read &lt;b&gt;the minutes&lt;/b&gt; here")
    path.write_text(HEAD.format(encoding="utf-8") + marked + "</body></tmx>", "utf-8")
    assert cli.run(["-C", str(work), "memory", "import", str(path)]) == 0
    out = tmp_path / "out.tmx"
    assert cli.run(["-C", str(work), "memory", "export", str(out), "--plain"]) == 0
    text = out.read_text("utf-8")
    assert "<seg>Lea el acta aquí</seg>" in text and "<seg>Read the minutes here</seg>" in text


def test_what_a_code_leaves() -> None:
    assert (between("ph", "", "<br>"), between("bpt", "", "<b>"), between("ph", "x", "{1}")) == (
        "\n",
        "",
        " ",
    )
    assert joined("a\0 \0b") == "a b" and joined("a \0 \0b") == "a b"


def test_several_translations_of_one_unit_are_pairs_each(tmp_path: Path) -> None:
    """A unit may have one for every region, or two for the same."""
    variants = (
        ("es-PE", "Hola, vecinas"),
        ("en-US", "Hello, neighbors"),
        ("en-GB", "Hello, neighbours"),
        ("en-ZA", "Hello, neighbours"),
    )
    made = "".join(f'<tuv xml:lang="{tag}"><seg>{text}</seg></tuv>' for tag, text in variants)
    path = tmp_path / "t.tmx"
    path.write_text(f'<tmx version="1.4"><header/><body><tu tuid="7">{made}</tu></body></tmx>', "utf-8")
    pairs = list(read(path, "t", "es", ("en",)))
    assert [(p.source, p.target) for p in pairs] == [
        ("Hola, vecinas", "Hello, neighbors"),
        ("Hola, vecinas", "Hello, neighbours"),
    ]
    assert [p.target for p in read(path, "t", "es", ("en-GB",))] == ["Hello, neighbours"]
