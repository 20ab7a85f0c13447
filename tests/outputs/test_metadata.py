"""Nothing of people and the history is published that was not meant to be; what a statement says of itself is."""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from translate_flow import outputs
from translate_flow.errors import BuildError
from translate_flow.flow.build import STATEMENT, build
from translate_flow.flow.editing.edit import approve, confirm
from translate_flow.flow.intake.add import add
from translate_flow.flow.statement.events import event
from translate_flow.flow.statement.work import Work
from translate_flow.model import Event, State
from translate_flow.workspace import Workspace

from ..formats import wordfiles as word
from ..needs import need

PEOPLE = ("Zenobia Traductora", "Hermenegildo Revisor", "maquinilla 7.7")
"""Who translated, who approved, and with what."""
MARKDOWN = """---
fecha: 2024-03-08
lugar: Ilo
etiquetas: [agua, minería]
traductores: [Z. T., Colectivo Puente]
licencia: CC BY 4.0
---

# El agua es de todos

Hoy hablamos de la cuenca y de su agua.

- Red de la Cuenca
- Asociación Agua Viva
- Mesa del Río
"""


ENGLISH = {
    "El agua es de todos": "Water belongs to everyone",
    "Hoy hablamos de la cuenca y de su agua.": "Today we speak of the basin and of its water.",
    "El agua": "Water",
    "Hoy hablamos de ella.": "Today we speak of it.",
    "Acta del valle": "Minutes of the valley",
}


def _workspace(root: Path, files: dict[str, bytes]) -> Workspace:
    (root / "statements").mkdir(parents=True)
    (root / "translate-flow.toml").write_text('[languages]\nsource = "es"\ntargets = ["en"]\n', "utf-8")
    for name, data in files.items():
        (root / "statements" / name).write_bytes(data)
    workspace = Workspace.load(root)
    for name in files:
        if re.search(r"\.es\.\w+$", name):
            add(workspace, [workspace.statements / name], ["en"])
    return workspace


def _read(workspace: Workspace, name: str) -> None:
    """Draft, confirm and approve every text, under the names that must not go out."""
    work = Work.open(workspace, name, "en")
    drafted = [unit for unit in work.units if unit.state is not State.KEPT]

    def make(now: Work) -> list[Event]:
        kept = {unit.key for unit in drafted}
        return [
            replace(event("draft", u, PEOPLE[2], ENGLISH[u.segment.text]), engine=PEOPLE[2])
            for u in now.units
            if u.key in kept
        ]

    work.change(make)
    for unit in drafted:
        confirm(work, unit.key, PEOPLE[0])
        approve(work, unit.key, PEOPLE[1])


def _words(file: Path) -> Iterator[str]:
    """All that can be read in a file, its parts and properties included."""
    data = file.read_bytes()
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from (archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    elif data.startswith(b"%PDF"):
        for command in (
            ["pdftotext", str(file), "-"],
            ["pdfinfo", str(file)],
            ["pdfinfo", "-meta", str(file)],
        ):
            yield subprocess.run(
                [need(command[0]), *command[1:]], check=True, capture_output=True, text=True
            ).stdout
    elif file.suffix == ".parquet":
        import pyarrow.parquet

        yield json.dumps(pyarrow.parquet.read_table(file).to_pylist(), ensure_ascii=False)
    else:
        yield data.decode("utf-8")


def _said(folder: Path) -> dict[str, str]:
    return {file.name: "\n".join(_words(file)) for file in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def agua(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    docx = word.docx(
        word.paragraph(word.run("El agua"), style="Titulo"), word.paragraph(word.run("Hoy hablamos de ella."))
    )
    workspace = _workspace(
        tmp_path_factory.mktemp("agua"), {"agua.es.md": MARKDOWN.encode(), "carta.es.docx": docx}
    )
    for name in ("agua", "carta"):
        _read(workspace, name)
    return workspace


@pytest.mark.parametrize("metadata", ["none", ""])
def test_no_output_names_anybody_of_the_history(agua: Workspace, metadata: str, tmp_path: Path) -> None:
    for name in ("agua", "carta"):
        (built,) = build(agua, [name], "en", [STATEMENT, *outputs.OUTPUTS], out=tmp_path, metadata=metadata)
        for file, text in _said(built.folder).items():
            assert text.strip(), file
            assert not [person for person in PEOPLE if person in text], file
            # nor whom the Word file names as the one who wrote it
            assert name != "carta" or "Mesa" not in text, file


def test_full_metadata_name_them(agua: Workspace, tmp_path: Path) -> None:
    (built,) = build(agua, ["agua"], "en", ["jsonl", "tmx", "bilingual"], out=tmp_path, metadata="full")
    said = _said(built.folder)
    assert PEOPLE[0] in said["aligned.jsonl"] and PEOPLE[1] in said["aligned.tmx"]


def test_what_a_statement_says_of_itself_is_in_every_output_that_can(agua: Workspace, tmp_path: Path) -> None:
    asked = ["page-html", "page-md", "docx", "odt", "txt", "epub", "fragment", "pdf"]
    (built,) = build(agua, ["agua"], "en", asked, out=tmp_path)
    for file, text in _said(built.folder).items():
        if file != "manifest.json":
            assert "Colectivo Puente" in text and "CC BY 4.0" in text, file
    page = (built.folder / "page.html").read_text("utf-8")
    assert '<meta property="article:published_time" content="2024-03-08">' in page
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert json.loads(data)["translator"] == [
        {"@type": "Person", "name": n} for n in ("Z. T.", "Colectivo Puente")
    ]
    (bare,) = build(agua, ["agua"], "en", asked, out=tmp_path, metadata="none")
    assert not [f for f, text in _said(bare.folder).items() if "Colectivo Puente" in text]


def test_a_file_beside_the_statement_speaks_for_it(tmp_path: Path) -> None:
    about = "licence: CC0\ntranslators:\n  en: [Ana]\n  pt: [Luz]\ndescription:\n  en: What it <b>says</b>\n"
    workspace = _workspace(tmp_path, {"agua.es.md": MARKDOWN.encode(), "agua.about.yaml": about.encode()})
    _read(workspace, "agua")
    (built,) = build(workspace, ["agua"], "en", ["page-html"])
    page = (built.folder / "page.html").read_text("utf-8")
    assert "Translation: Ana</p>" in page and "CC0" in page and "Luz" not in page and "CC BY" not in page
    assert 'content="What it &lt;b&gt;says&lt;/b&gt;"' in page
    workspace.statements.joinpath("agua.about.yaml").write_text("licence: [unclosed\n", "utf-8")
    before = (built.folder / "page.html").read_bytes()
    with pytest.raises(BuildError, match=r"agua\.about\.yaml: cannot be read as YAML"):
        build(workspace, ["agua"], "en", ["page-html"])
    assert (built.folder / "page.html").read_bytes() == before


def test_signatories_stand_in_every_language_and_output(tmp_path: Path) -> None:
    rows = (
        "organización,lugar,país,enlace\nPax Christi,,Bélgica,https://pax.example\nMining Watch,Ottawa,CA,\n"
        'Mesa del Río,,PE,\n"=cmd|x!A0",,,\n<script>x</script>,,,javascript:alert(1)\nMining Wátch,Ottawa,CA,\n'
    )
    workspace = _workspace(tmp_path, {"agua.es.md": MARKDOWN.encode(), "agua.signatories.csv": rows.encode()})
    _read(workspace, "agua")
    asked = [STATEMENT, "page-html", "page-md", "page-docx", "odt", "txt", "epub", "fragment"]
    (built,) = build(workspace, ["agua"], "en", asked)
    for file, text in _said(built.folder).items():
        if file != "manifest.json":
            assert "Pax Christi" in text and "(Belgium)" in text and "(Ottawa, Canada)" in text, file
            assert "<script>x" not in text or file.endswith((".txt", ".md")), file
            assert text.count("Mesa del Río") <= (2 if "page" in file else 1) + (file == "page.docx"), file
    page = (built.folder / "page.md").read_text("utf-8")
    assert "(Bélgica)" in page and "## Signatories" in page and "#### Firmantes" in page
    said = [str(remark) for remark in built.remarks]
    assert any("row 4" in one and "Mesa del Río" in one for one in said)
    assert any("rows 3 and 7" in one for one in said)


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ("name,colour\nX,red\n", r"unknown column “colour”"),
        ("lugar\nIlo\n", "must name the columns"),
        ("organisation,place\nX,Ilo,more\n", "row 2: 3 values for 2 columns"),
        ("organisation,place\n,Ilo\n", "row 2: no organisation"),
        ('organisation\n"X\n', "not a CSV file"),
    ],
)
def test_a_faulty_list_is_named_and_the_last_build_stays(tmp_path: Path, rows: str, problem: str) -> None:
    workspace = _workspace(tmp_path, {"agua.es.md": MARKDOWN.encode()})
    _read(workspace, "agua")
    (built,) = build(workspace, ["agua"], "en", ["page-md"])
    before = (built.folder / "page.md").read_bytes()
    workspace.statements.joinpath("agua.signatories.csv").write_text(rows, "utf-8")
    with pytest.raises(Exception, match=rf"agua\.signatories\.csv.*{problem}"):
        build(workspace, ["agua"], "en", ["page-md"])
    assert (built.folder / "page.md").read_bytes() == before


def test_what_is_built_already_is_left_as_it_is(agua: Workspace, tmp_path: Path) -> None:
    (first,) = build(agua, ["agua"], "en", ["page-md", "tsv"], out=tmp_path)
    stamps = {file: file.stat().st_mtime_ns for file in first.files}
    (second,) = build(agua, ["agua"], "en", ["page-md", "tsv"], out=tmp_path)
    assert second == replace(first, remarks=second.remarks)
    assert {file: file.stat().st_mtime_ns for file in second.files} == stamps
    (first.folder / "page.md").unlink()
    (third,) = build(agua, ["agua"], "en", ["page-md", "tsv"], out=tmp_path)
    assert (third.folder / "page.md").exists()


def test_a_confidential_statement_is_built_only_with_a_word(tmp_path: Path) -> None:
    text = MARKDOWN.replace("fecha:", "confidential: true\nfecha:")
    workspace = _workspace(tmp_path, {"agua.es.md": text.encode()})
    _read(workspace, "agua")
    with pytest.raises(BuildError, match="agua is confidential"):
        build(workspace, ["agua"], "en", ["page-md"])
    assert not (workspace.root / "build").exists()
    assert build(workspace, ["agua"], "en", ["page-md"], confidential=True)
    with pytest.raises(BuildError, match="agua is confidential"):
        build(workspace, ["agua"], "en", ["page-md"])


def test_a_folder_that_cannot_be_written_leaves_all_as_it_was(agua: Workspace, tmp_path: Path) -> None:
    (built,) = build(agua, ["agua"], "en", ["page-md", "tsv"], out=tmp_path)
    before = {file.name: file.read_bytes() for file in built.files}
    (built.folder / "aligned.jsonl").mkdir()
    with pytest.raises(BuildError, match=r"aligned\.jsonl"):
        build(agua, ["agua"], "en", ["page-md", "tsv", "jsonl"], out=tmp_path, level="sentence")
    assert {file.name: file.read_bytes() for file in built.files} == before
    assert not list(built.folder.glob(".*.tmp"))
