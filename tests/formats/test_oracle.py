"""Others read every word of a rebuilt document once, translated, at its place: fixtures and odd documents."""

from __future__ import annotations

from pathlib import Path

from bench.oracle import compared, found, written
from translate_flow.formats.html import HTML

from ..needs import need
from .fixtures import FOLDER
from .parts import edited, replaced
from .test_docx_fields import control
from .test_docx_places import numbered
from .test_odt import odt
from .test_odt_fields import ITEMS, LIST
from .wordfiles import docx, field, paragraph, run, text_box

MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)
BOUND = (
    "<w:dataBinding w:prefixMappings=\"xmlns:ns0='http://purl.org/dc/elements/1.1/'"
    " xmlns:ns1='http://schemas.openxmlformats.org/package/2006/metadata/core-properties'\""
    ' w:xpath="/ns1:coreProperties[1]/ns0:subject[1]" w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/>'
)
FRAME = '<w:framePr w:dropCap="drop" w:lines="3" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>'
OWN_MARK = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
BY = 'w:id="1" w:author="Ana" w:date="2024-01-01T00:00:00Z"'


def made() -> dict[str, bytes]:
    """Documents with constructs that hid, doubled or kept words."""
    bound = docx(control(paragraph("Agua bendita"), f"{BOUND}<w:text/>"), paragraph("Se leyó ayer."))
    away = f"<w:p><w:moveFrom {BY}>{run('El puente vuelve.')}</w:moveFrom></w:p>"
    here = f"<w:p><w:moveTo {BY}>{run('El puente vuelve.')}</w:moveTo></w:p>"
    lists = edited(odt(ITEMS, ITEMS), "content.xml", "</office:automatic-styles>", LIST.format(""))
    inputs = odt(
        "Exigimos <text:text-input>harina blanca</text:text-input> ya",
        "<text:text-input>Nadie vino.</text:text-input>",
        'Vea <text:conditional-text text:condition="ooow:1==1" text:string-value-if-true="la verdad"'
        ' text:string-value-if-false="otra">la verdad</text:conditional-text> entera',
    )
    return {
        "fields.docx": docx(
            paragraph("Relato: ", field("FORMTEXT", run("La laguna se secó."))),
            paragraph(field("FORMTEXT", run("Nadie vino a la escuela."))),
            paragraph("Lema: ", field('QUOTE "pan y paz"', run("pan y paz")), "."),
            paragraph("Región: ", control(run("la costa"), "<w:dropDownList/>")),
        ),
        "bound.docx": edited(
            bound, "docProps/core.xml", "<dc:language>", "<dc:subject>Agua bendita</dc:subject><dc:language>"
        ),
        "numbers.docx": numbered("Artículo %1.-", "Inciso %2)"),
        "capital.docx": docx(
            paragraph(run("L", '<w:position w:val="-9"/><w:sz w:val="90"/>'), properties=FRAME),
            paragraph("a escuela cerró en mayo porque nadie mandó agua."),
        ),
        "mark.docx": docx(
            paragraph("El acta", OWN_MARK, " vale mucho."),
            parts={"footnotes": f'<w:footnote w:id="2">{paragraph("* ", "Nota de la mesa")}</w:footnote>'},
        ),
        "moved.docx": docx(away, paragraph("Primero esto."), here),
        "shown.docx": docx(
            paragraph("Oculto. ", run("Se ve esto", '<w:vanish w:val="0"/>'), style="Oculto"),
            paragraph("Fin de todo."),
        ),
        "box.docx": docx(paragraph("Vea ", text_box(paragraph("dentro del cuadro")))),
        "inputs.odt": replaced(inputs, {"META-INF/manifest.xml": MANIFEST.encode()}),
        "numbers.odt": replaced(lists, {"META-INF/manifest.xml": MANIFEST.encode()}),
    }


def test_libreoffice_shows_each_word_once_and_translated(tmp_path: Path) -> None:
    soffice = need("soffice", "apt-get install libreoffice-writer")
    need("pdftotext", "apt-get install poppler-utils")
    for name, data in made().items():
        (tmp_path / name).write_bytes(data)
    files = found([tmp_path, FOLDER / "docx", FOLDER / "odt"])
    seen = list(compared(files, soffice))
    assert [one for one in seen if one.bad or (one.refused and one.file.name != "empty.docx")] == []
    assert len(seen) == len(files) > 20


PAGE = (
    '<title>Agua</title><p title="Vea">Exigimos <b>pan</b> y <code>make</code>.</p><img alt="Mapa">'
    '<p translate="no">Red Muqui</p><ul><li>uno<li>dos</ul>'
)


def test_a_parser_reads_each_word_of_texts_and_pages_once_and_translated() -> None:
    files = [f for f in found([FOLDER]) if f.suffix in written.SUFFIXES]
    seen = list(written.compared(files))
    assert [one for one in seen if one.bad or one.refused] == []
    assert len(seen) == len(files) > 30


def test_what_is_left_lost_doubled_moved_or_changed_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text(PAGE, "utf-8")
    (right,) = written.compared([file])
    assert not right.bad and right.told == ("red", "muqui")
    new = PAGE.replace("Agua", "Aguaq").replace("Vea", "Veaq").replace("Mapa", "Mapaq").replace("y <", "yq <")
    new = new.replace("Exigimos <b>pan</b>", "Panq panq").replace("<li>uno<li>dos", "<li>dosq<li>uno")
    document = HTML.read(PAGE.encode(), "a.html")
    found_out = written.difference(file, document, PAGE.encode(), new.encode())
    assert (found_out.left, found_out.lost, found_out.doubled) == (("uno",), ("exigimos",), ("pan",))
    assert found_out.changed == ("title/body/p→img",) or "b→" in found_out.changed[0]
    other = written.difference(
        file, document, PAGE.encode(), PAGE.replace("uno<li>dos", "dosq<li>unoq").encode()
    )
    assert other.moved
