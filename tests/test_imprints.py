"""What is published about a statement, written from a form: the file beside it, and no byte of it that was not meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate_flow.errors import BuildError, ConflictError, UsageError
from translate_flow.flow.imprints import imprint, put
from translate_flow.flow.intake.add import add
from translate_flow.frontmatter.entries import with_entries
from translate_flow.workspace import Workspace

HEAD = "---\nfecha: 2024-03-08\nlugar: Ilo\nautores: [Red Sur, Sutep]\n---\n\n# El agua\n\nHoy hablamos.\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "statements").mkdir()
    (tmp_path / "translate-flow.toml").write_text(
        '[languages]\nsource = "es"\ntargets = ["en", "pt"]\n', "utf-8"
    )
    (tmp_path / "statements" / "agua.es.md").write_text(HEAD, "utf-8")
    workspace = Workspace.load(tmp_path)
    add(workspace, [workspace.statements / "agua.es.md"], ["en", "pt"])
    return workspace


def _put(workspace: Workspace, language: str = "en", **given: str) -> dict[str, tuple[str, ...]]:
    base = imprint(workspace, "agua", language).base
    found = put(workspace, "agua", language, given, base)
    assert found == imprint(workspace, "agua", language)
    return dict(found.values)


def _file(workspace: Workspace) -> str:
    return (workspace.statements / "agua.about.yaml").read_text("utf-8")


def test_a_value_goes_before_that_of_the_head_and_the_text_stays(workspace: Workspace) -> None:
    found = _put(workspace, place="Puno", licence="CC BY 4.0", tags="agua\n minería  a cielo abierto\nagua\n")
    assert (found["place"], found["date"]) == (("Puno",), ("2024-03-08",))
    assert found["tags"] == ("agua", "minería a cielo abierto")
    assert _file(workspace) == "place: Puno\nlicence: CC BY 4.0\ntags:\n- agua\n- minería a cielo abierto\n"
    assert (workspace.statements / "agua.es.md").read_text("utf-8") == HEAD
    assert _put(workspace, place="")["place"] == ()  # the head's is not meant either
    assert _put(workspace, place="Ilo")["place"] == (
        "Ilo",
    )  # as the head has it: nothing to be said beside it
    assert "place" not in _file(workspace)


def test_who_translated_is_said_for_each_language(workspace: Workspace) -> None:
    assert _put(workspace, "en", translators="Ana Quispe; y otros, A. C.\nR. P.")["translators"] == (
        "Ana Quispe; y otros, A. C.",
        "R. P.",
    )
    assert _put(workspace, "pt", translators="Luz")["translators"] == ("Luz",)
    _put(workspace, "pt", description="Sim; não: talvez # um dia")
    assert imprint(workspace, "agua", "en").values["description"] == ()
    assert imprint(workspace, "agua", "pt").values["description"] == ("Sim; não: talvez # um dia",)
    assert _put(workspace, "en", translators="")["translators"] == ()
    assert imprint(workspace, "agua", "pt").values["translators"] == ("Luz",)
    assert _put(workspace, "pt", translators="", description="")["translators"] == ()
    assert not (workspace.statements / "agua.about.yaml").exists()
    (workspace.statements / "agua.about.yaml").write_text(
        "\n", "utf-8"
    )  # nor does an empty one stop anything
    assert imprint(workspace, "agua", "pt").values["place"] == ("Ilo",)


def test_for_all_languages_stays_so_for_the_others(workspace: Workspace) -> None:
    (workspace.statements / "agua.about.yaml").write_text("traductoras: Ana\n", "utf-8")
    assert _put(workspace, "en", translators="Berta")["translators"] == ("Berta",)
    assert imprint(workspace, "agua", "pt").values["translators"] == ("Ana",)


def test_remarks_and_other_keys_keep_their_bytes(workspace: Workspace) -> None:
    text = (
        "# about it\r\nlugar:   'Ilo'  # by the sea\r\n\r\n# who\r\nissuers:\r\n- Red Sur\r\n- Sutep\r\n"
        "# mine\r\nother: {a: [1, 2]}\r\nLicence: x\r\n"
    )
    (workspace.statements / "agua.about.yaml").write_bytes(text.encode())
    _put(workspace, place="Puno", issuers="CGTP")
    found = (workspace.statements / "agua.about.yaml").read_bytes().decode()
    assert found == text.replace("lugar:   'Ilo'", "lugar: Puno").replace(
        "issuers:\r\n- Red Sur\r\n- Sutep", "issuers: CGTP"
    )


@pytest.mark.parametrize(
    ("text", "changes", "made"),
    [
        ("", {"a": "1"}, "a: '1'\n"),
        ("# only a remark\n", {"a": "x"}, "# only a remark\na: x\n"),
        ("{a: b, c: d}\n", {"c": ["x", "y"]}, "a: b\nc:\n- x\n- y\n"),
        ("a: |\n  one\n  two\nb: 1\n", {"a": None}, "b: 1\n"),
        ("a:\nb: 1", {"a": "x", "c": None}, "a: x\nb: 1"),
        ("a: 1\nb: 2\na: 3\n", {"a": "x"}, "a: x\nb: 2\n"),
        ("a: [1,\n  2]  # two\nb: 1\n", {"b": "yes"}, "a: [1,\n  2]  # two\nb: 'yes'\n"),
    ],
)
def test_keys_are_changed_added_and_removed(text: str, changes: dict[str, object], made: str) -> None:
    assert with_entries(text, changes) == made


def test_what_cannot_be_written_is_refused_and_nothing_changes(workspace: Workspace) -> None:
    base = imprint(workspace, "agua", "en").base
    file = workspace.statements / "agua.about.yaml"
    for given in ({"place": "Ilo\x07"}, {"place": "x" * 2001}):
        with pytest.raises(UsageError):
            put(workspace, "agua", "en", given, base)
    assert not file.exists()
    file.write_text("place: Tacna\n", "utf-8")
    with pytest.raises(ConflictError, match="changed meanwhile"):
        put(workspace, "agua", "en", {"place": "Puno"}, base)
    file.write_text("place: [\n", "utf-8")
    with pytest.raises(BuildError, match=r"agua\.about\.yaml: cannot be read as YAML"):
        imprint(workspace, "agua", "en")
    assert file.read_text("utf-8") == "place: [\n"
    file.write_text("? [a]\n: b\n", "utf-8")
    base = imprint(workspace, "agua", "en").base
    with pytest.raises(BuildError, match="cannot be read as YAML"):
        put(workspace, "agua", "en", {"place": "Puno"}, base)
