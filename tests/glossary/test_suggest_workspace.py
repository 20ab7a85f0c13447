"""Rows, files of other programs and proposals in a workspace: what is written where, and what never is."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate_flow.errors import GlossaryError, UsageError
from translate_flow.flow.statement.terms import glossary_for
from translate_flow.flow.terms.glossary import add, look_through
from translate_flow.flow.terms.glossary_files import export_file, import_file
from translate_flow.flow.terms.suggest import dismiss, dismissed
from translate_flow.model import Policy
from translate_flow.workspace import Workspace

HEAD = "es,en,kind,policy,gender,number,article_en,gloss_en,variants_es,forbidden_en,note\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Two languages, one statement, a small glossary with a comment and odd spacing."""
    (tmp_path / "translate-flow.toml").write_text('[languages]\nsource = "es"\ntargets = ["en", "fr"]\n')
    (tmp_path / "statements").mkdir()
    (tmp_path / "statements" / "carta.es.md").write_text("El ayni une.\n")
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "terms.csv").write_text(
        "# ours\n" + HEAD + "ayni,reciprocal work,term,translate,m,sg,no,,,,keep me\n"
    )
    return Workspace.load(tmp_path)


def test_a_new_row_leaves_the_others_as_they_were(workspace: Workspace) -> None:
    """One line more in the file of its kind; what stands there stays to the byte."""
    path = workspace.root / "glossary" / "terms.csv"
    before = path.read_bytes()
    written = add(workspace, "minka", {"en": "communal work", "kind": "term"}, "en")
    assert written.path == path
    assert path.read_bytes().startswith(before)
    assert path.read_bytes().count(b"\n") == before.count(b"\n") + 1


def test_a_term_is_kept_unless_it_has_a_translation(workspace: Workspace) -> None:
    assert add(workspace, "Red Kawsay", {"kind": "organisation"}, "en").path.name == "names.csv"
    assert add(workspace, "Pueblo Viejo", {"kind": "district"}, "en").path.name == "regions.csv"
    body = add(workspace, "Ministerio de Trabajo", {"en": "Ministry of Labour", "kind": "body"}, "en").term
    assert (body.policy, body.article) == (Policy.TRANSLATE, True)


def test_replacing_keeps_what_was_not_given(workspace: Workspace) -> None:
    with pytest.raises(GlossaryError, match=r"terms\.csv, row 3: has 'ayni' already"):
        add(workspace, "ayni", {"en": "mutual aid"}, "en")
    add(workspace, "ayni", {"en": "mutual aid"}, "en", overwrite=True)
    (term,) = glossary_for(workspace, None, "en").terms
    assert (term.en, term.gender, term.note) == ("mutual aid", "m", "keep me")


def test_a_bad_row_writes_nothing(workspace: Workspace) -> None:
    path = workspace.root / "glossary" / "terms.csv"
    before = path.read_bytes()
    for es, fields in (("de", {"en": "of"}), ("yuyo", {"policy": Policy.GLOSS}), ("", {})):
        with pytest.raises(GlossaryError, match="was not added"):
            add(workspace, es, {"kind": "term", **fields}, "en", file="terms.csv")
    assert path.read_bytes() == before
    with pytest.raises(UsageError, match="name a file in glossary/"):
        add(workspace, "yuyo", {}, "en", file="../../outside")


def test_a_statements_own_glossary_goes_before_the_others(workspace: Workspace) -> None:
    """It lies beside the source, and no other statement sees it."""
    written = add(workspace, "ayni", {"en": "mutual aid"}, "en", statement="carta")
    assert written.path == workspace.statements / "carta.glossary.csv"
    assert [t.target for t in glossary_for(workspace, "carta", "en").terms] == ["mutual aid"]
    assert [t.target for t in glossary_for(workspace, None, "en").terms] == ["reciprocal work"]
    assert look_through(workspace, "en").files == 2
    (workspace.statements / "otra.glossary.csv").write_text("es,en\nayllu,\n")
    assert [p.name for p in look_through(workspace, "en").astray] == ["otra.glossary.csv"]
    (workspace.statements / "otra.glossary.csv").write_text("es,en,policy\nayllu,,kep\n")
    with pytest.raises(GlossaryError, match=r"otra\.glossary\.csv, row 2, column policy"):
        look_through(workspace, "en")


def test_another_target_language_has_columns_of_its_own(workspace: Workspace) -> None:
    """A new file gets them; a file without them says what to do; English rows stay valid."""
    with pytest.raises(GlossaryError, match="has no column fr; add it to the header line"):
        add(workspace, "minka", {"en": "travail commun"}, "fr")
    written = add(workspace, "minka", {"en": "travail commun", "forbidden": ("chantier",)}, "fr", file="fr")
    header = "es,fr,kind,policy,gender,number,article_fr,gloss_fr,variants_es,forbidden_fr,note"
    assert written.path.read_text().splitlines()[0] == header
    (term,) = glossary_for(workspace, None, "fr").terms
    assert (term.target, term.forbidden) == ("travail commun", ("chantier",))
    (workspace.root / "glossary" / "fr.csv").write_text(
        "es,en,fr,policy\nminka,,travail commun,translate\nayllu,,,keep\n"
    )
    assert {t.es for t in glossary_for(workspace, None, "en").terms} == {"ayni", "ayllu"}
    assert {t.es: t.target for t in glossary_for(workspace, None, "fr").terms} == {
        "minka": "travail commun",
        "ayllu": "ayllu",
    }


@pytest.mark.parametrize("kind", ["tbx", "tsv", "po", "csv"])
def test_out_and_back_adds_nothing(workspace: Workspace, tmp_path: Path, kind: str) -> None:
    """What was exported holds nothing new for the glossary it came from."""
    add(workspace, "wiphala", {"gloss": "flag", "policy": Policy.GLOSS, "variants": ("whipala",)}, "en")
    add(workspace, "paro", {"en": "strike", "accepted": ("stoppage",), "forbidden": ("stop",)}, "en")
    path = tmp_path / f"out.{kind}"
    assert export_file(workspace, path, "en") == 3
    done = import_file(workspace, path, "en")
    assert (done.added, done.different) == ((), ())
    assert not done.path.exists()


def test_import_leaves_what_differs_unless_told_otherwise(workspace: Workspace, tmp_path: Path) -> None:
    """Both are told; with `overwrite` theirs is taken, in the file and row where ours stands."""
    other = tmp_path / "other.tsv"
    other.write_text("ayni\tmutual aid\nminka\tcommunal work\n")
    before = (workspace.root / "glossary" / "terms.csv").read_bytes()
    dry = import_file(workspace, other, "en", dry=True)
    assert ([t.es for t in dry.added], len(dry.different)) == (["minka"], 1)
    assert not (workspace.root / "glossary" / "other.csv").exists()
    import_file(workspace, other, "en")
    assert (workspace.root / "glossary" / "terms.csv").read_bytes() == before
    import_file(workspace, other, "en", overwrite=True)
    terms = {t.es: t for t in glossary_for(workspace, None, "en").terms}
    assert (terms["ayni"].target, terms["ayni"].note) == ("mutual aid", "keep me")
    assert terms["minka"].file.endswith("other.csv")


def test_rows_that_cannot_be_used_are_all_listed_and_the_rest_goes_in(
    workspace: Workspace, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.tsv"
    bad.write_text("minka\tcommunal work\nde\tof\n%\tpercent\nayni\tmutual aid|swap\n")
    done = import_file(workspace, bad, "en")
    assert [t.es for t in done.added] == ["minka"]
    assert [str(e) for e in done.unusable] == [
        f"{bad}, row 2, column es: 'de' is a function word and would be found everywhere; delete the row",
        f"{bad}, row 3, column es: '%' has no letter",
        f"{bad}, row 4: 'mutual aid|swap' contains |, which separates renderings; write the entry by hand",
    ]


def test_what_is_no_term_is_listed_once_and_sorted(workspace: Workspace) -> None:
    """Comments stay at the top; accents, capitals and blanks make no second entry."""
    assert dismiss(workspace, ["Sicuani", "Red  Kawsay"]) == ["Sicuani", "Red Kawsay"]
    path = workspace.root / "glossary" / "not-terms.txt"
    path.write_text("# our own remark\n" + path.read_text())
    assert dismiss(workspace, ["RED KAWSAY", "Ácora", "ácora"]) == ["Ácora"]
    assert dismissed(workspace) == ["Red Kawsay", "Sicuani", "Ácora"]
    assert path.read_text().startswith("# our own remark\n# Not terms")
    assert [t.es for t in glossary_for(workspace, None, "en").terms] == ["ayni"]
