"""Charts, diagrams and drawings of Word and LibreOffice: their words are offered once and shown translated."""

from __future__ import annotations

from translate_flow.formats.docx import read, rebuild
from translate_flow.formats.odt import read as read_odt
from translate_flow.formats.odt import rebuild as rebuild_odt
from translate_flow.model import Document

from .parts import edited, files, replaced
from .test_docx_places import RELATIONS, related
from .test_odt import NS, URN, odt
from .wordfiles import OFFICE, docx, paragraph

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
C = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'


def stored(*names: str) -> str:
    """Names that a chart stores of its table."""
    points = "".join(f'<c:pt idx="{at}"><c:v>{name}</c:v></c:pt>' for at, name in enumerate(names))
    return f"<c:strRef><c:f>Hoja1!$A$2</c:f><c:strCache>{points}</c:strCache></c:strRef>"


def chart() -> bytes:
    """A chart with a title in two runs, two rows of numbers and their categories."""
    rows = "".join(
        f"<c:ser><c:tx>{stored(name)}</c:tx><c:cat>{stored('La costa', 'La sierra')}</c:cat>"
        "<c:val><c:numRef><c:numCache><c:formatCode>General</c:formatCode><c:pt><c:v>12</c:v></c:pt></c:numCache>"
        "</c:numRef></c:val></c:ser>"
        for name in ("Pozos", "Canales")
    )
    title = "<a:p><a:r><a:t>Obras </a:t></a:r><a:r><a:rPr b='1'/><a:t>sin agua</a:t></a:r></a:p>"
    return (
        f"<c:chartSpace {C} {A}><c:chart><c:title><c:tx><c:rich>{title}</c:rich></c:tx></c:title>"
        f"<c:plotArea><c:barChart>{rows}</c:barChart></c:plotArea></c:chart></c:chartSpace>"
    ).encode()


def drawn(document: Document) -> list[str]:
    """Texts of charts, diagrams and drawings."""
    return [s.text for s in document.segments if s.note == "text of a chart, diagram or drawing"]


def changed(document: Document, **words: str) -> dict[str, str]:
    """Other texts for the segments, by their words with `_` for blanks."""
    return {
        s.key: words[s.text.replace(" ", "_")] for s in document.segments if s.text.replace(" ", "_") in words
    }


def test_a_chart_s_title_rows_and_categories_are_offered_once_and_written() -> None:
    data = related(docx(paragraph("Vea el cuadro.")), "chart", "charts/chart1.xml", chart())
    document = read(data, "a")
    assert drawn(document) == ["Obras sin agua", "Pozos", "La costa", "La sierra", "Canales"]
    assert document.omitted == ()
    assert rebuild(data, document, {s.key: s.text for s in document.segments}) == data
    texts = changed(document, Obras_sin_agua="Works without water", La_costa="The coast")
    made = files(rebuild(data, document, texts, language="en"))["word/charts/chart1.xml"].decode()
    assert "<a:t>Works without water</a:t>" in made
    assert made.count("The coast") == 2
    assert "<c:v>12</c:v>" in made
    assert "Obras" not in made


def test_a_damaged_chart_stops_nothing_and_is_reported() -> None:
    data = related(docx(paragraph("Hola")), "chart", "charts/chart1.xml", b"<c:chartSpace")
    assert [str(one.what) for one in read(data, "a").omitted] == ["1 chart (not read)"]


def test_a_diagram_is_written_in_its_data_and_in_the_drawing_that_is_shown() -> None:
    point = "<dgm:pt><dgm:t><a:p><a:r><a:t>Escuchar al pueblo</a:t></a:r></a:p></dgm:t></dgm:pt>"
    dgm = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
    dsp = 'xmlns:dsp="http://schemas.microsoft.com/office/drawing/2008/diagram"'
    model = (
        f"<dgm:dataModel {dgm} {A}>{point}<a:ext><dsp:dataModelExt {dsp} relId='rD'/></a:ext></dgm:dataModel>"
    )
    shape = f"<dsp:drawing {dsp} {A}><a:p><a:r><a:t>Escuchar al pueblo</a:t></a:r></a:p></dsp:drawing>"
    data = related(docx(paragraph("Vea.")), "diagramData", "diagrams/data1.xml", model.encode())
    relation = f'<Relationship Id="rD" Type="{OFFICE}/diagramDrawing" Target="diagrams/drawing1.xml"/></Relationships>'
    data = replaced(
        edited(data, RELATIONS, "</Relationships>", relation), {"word/diagrams/drawing1.xml": shape.encode()}
    )
    document = read(data, "a")
    assert drawn(document) == ["Escuchar al pueblo"]
    assert document.omitted == ()
    parts = files(rebuild(data, document, changed(document, Escuchar_al_pueblo="Listen to the people")))
    for name in ("data1", "drawing1"):
        assert b"<a:t>Listen to the people</a:t>" in parts[f"word/diagrams/{name}.xml"]


def test_words_on_a_locked_canvas_are_offered() -> None:
    canvas = (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="L"/><a:graphic {A}><a:graphicData uri="l"><a:txBody><a:p>'
        "<a:r><a:t>Río seco</a:t></a:r><a:br/><a:r><a:t>desde mayo</a:t></a:r></a:p></a:txBody></a:graphicData>"
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )
    data = docx(paragraph("Vea ", canvas, " bien."))
    document = read(data, "a")
    assert drawn(document) == ["Río seco desde mayo"]
    texts = {s.key: f"{s.text} ya" for s in document.segments}
    made = files(rebuild(data, document, texts))["word/document.xml"].decode()
    assert "<a:t>Río seco desde mayo ya</a:t>" in made


def test_the_words_of_a_chart_in_libreoffice_are_offered_once_and_written() -> None:
    inside = (
        f'<office:document-content {NS} xmlns:chart="{URN}:chart:1.0"><office:body><office:chart><chart:chart>'
        "<chart:title><text:p>Obras</text:p></chart:title><table:table><table:table-row><table:table-cell>"
        '<text:p><text:span text:style-name="T">La costa</text:span></text:p></table:table-cell><table:table-cell>'
        "<text:p>La costa</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell>"
        "</table:table-row></table:table></chart:chart></office:chart></office:body></office:document-content>"
    )
    entry = (
        f'<manifest:manifest xmlns:manifest="{URN}:manifest:1.0"><manifest:file-entry manifest:full-path="Object 1/"'
        ' manifest:media-type="application/vnd.oasis.opendocument.chart"/></manifest:manifest>'
    )
    parts = {"Object 1/content.xml": inside.encode(), "META-INF/manifest.xml": entry.encode()}
    data = odt("Vea", extra=parts)
    document = read_odt(data, "a")
    assert drawn(document) == ["Obras", "La costa"]
    assert document.omitted == ()
    assert rebuild_odt(data, document, {s.key: s.text for s in document.segments}) == data
    made = files(rebuild_odt(data, document, changed(document, Obras="Works", La_costa="The coast")))
    text = made["Object 1/content.xml"].decode()
    assert '<text:span text:style-name="T">The coast</text:span>' in text
    assert text.count("The coast") == 2
    assert "<text:p>Works</text:p>" in text
