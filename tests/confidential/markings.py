"""Ways in which people mark a statement as confidential, as files and settings."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from ..formats.wordfiles import NS, docx, note, paragraph, run
from .documents import BODY, beside, odt, word
from .heads import TOML, WHOLE, YAML


@dataclass(frozen=True)
class Marking:
    """A statement's file, and what is added to the settings."""

    label: str
    data: bytes = BODY.encode()
    file: str = "carta.es.md"
    """Below `statements/`."""
    confidential: tuple[str, ...] = ()
    """`[privacy] confidential`."""
    sections: str = ""
    """TOML behind all the rest."""


PAGES = {
    "meta": '<meta name="confidential" content="true">',
    "meta in capitals": "<META CONTENT='yes' NAME='Confidential'>",
    "meta without content": "<meta name=confidential>",
    "meta keywords": '<meta name="keywords" content="paro, confidencial">',
    "meta classification": '<meta name="classification" content="Confidential">',
    "meta in a comment": '<!-- <meta name="confidential" content="true"> -->',
    "a comment": "<!-- confidential: true -->",
    "an attribute": "</head><body data-confidential>",
    "a class": '</head><body class="draft confidential">',
    "the first line": "</head><body><p><b>CONFIDENCIAL</b></p>",
    "meta of rights": '<meta name="dcterms.accessRights" content="Restricted">',
    "meta of robots": '<meta name="robots" content="noindex, confidential">',
    "meta description": '<meta name="description" content="Confidencial: no publicar">',
    "the title": "<title>CONFIDENCIAL - Carta</title>",
    "a stamp in a comment": "<!-- CONFIDENCIAL -->",
    "JSON-LD": '<script type="application/ld+json">{"@type": "Letter", "confidential": true}</script>',
    "an element's class": '</head><body><div class="carta confidencial">',
    "meta of security": '<meta name="security" content="Confidential">',
    "meta of publishing": '<meta name="publish" content="false">',
    "a link's aim": '<link rel="license" href="#confidential">',
    "an element's data": '</head><body><div data-classification="confidential">',
    "a spoken name": '</head><body><div aria-label="Confidencial">',
    "a picture's words": '</head><body><img alt="CONFIDENCIAL" src="a.png">',
    "words of a style sheet": '<style>body::before{content:"CONFIDENCIAL"}</style>',
    "the base of addresses": '<base href="/confidencial/">',
    "meta of a nameless source": '<meta name="anonymous" content="true">',
    "a hidden field": '</head><body><input type="hidden" name="confidential" value="1">',
    "a small l": "</head><body><p>CONFlDENClAL</p>",
    "a reserved line": "</head><body><h1>Reservado</h1>",
}
SETTINGS = {
    "name": "sub/carta",
    "bare name": "carta",
    "file": "carta.es.md",
    "file without language": "carta.md",
    "path": "statements/sub/carta.es.md",
    "path from here": "./statements/sub/carta.es.md",
    "whole path": "/home/ana/red/statements/sub/carta.es.md",
    "Windows path": "statements\\sub\\carta.es.md",
    "catalogue": "locales/en/sub/carta.po",
    "folder": "sub",
    "folder with slash": "sub/",
    "folder's path": "statements/sub/",
    "glob": "sub/*",
    "glob of files": "**/*.es.md",
    "glob in capitals": "SUB/CART?",
    "capitals": "Carta",
    "blanks": " carta ",
}
NAMES = (
    "confidencial/carta.es.md",
    "carta-CONFIDENCIAL.es.md",
    "confidencial_carta.es.md",
    "carta.confidencial.es.md",
    "testimonios/Uso interno/carta.es.md",
    "carta-no-publicar.es.md",
    "testimonios reservados/carta.es.md",
    "reservado.es.md",
    "embargo-5-mayo/carta.es.md",
    "CONFlDENClAL.es.md",
    "carta-confidencial-v2.es.md",
    "confidencial2.es.md",
    "C-O-N-F-I-D-E-N-C-I-A-L.es.md",
    "solo equipo/carta.es.md",
    "borradores confidenciales/carta.es.md",
)
STAMP = "Confidencial"
WATERMARK = f'<w:p><w:r><w:pict><v:shape {NS.split(" ")[-2]}><v:textpath string="CONFIDENCIAL"/></v:shape></w:pict></w:r></w:p>'
WORD = {
    "keywords": word(properties="<cp:keywords>paro; confidencial</cp:keywords>"),
    "category": word(properties="<cp:category>Confidential</cp:category>"),
    "status": word(properties="<cp:contentStatus>Confidencial</cp:contentStatus>"),
    "comments": word(properties="<dc:description>Confidential: until May</dc:description>"),
    "own property": word(custom=("Confidencial", "Sí")),
    "own property's value": word(custom=("MSIP_Label_1_Name", "Strictly Confidential")),
    "page header": word(header=paragraph("DOCUMENTO CONFIDENCIAL")),
    "watermark": word(header=WATERMARK),
    "first line": word("Confidencial: hasta mayo"),
    "title": word(properties="<dc:title>CONFIDENCIAL - Carta</dc:title>"),
    "reserved": word(custom=("Clasificación", "Reservado")),
    "reserved subject": word(properties="<dc:subject>Reservado</dc:subject>"),
    "stamp in the title": word(properties="<dc:title>[RESERVADO] Carta</dc:title>"),
    "the organisation's name": beside(
        "docProps/app.xml", f"<Properties><Company>{STAMP}</Company></Properties>"
    ),
    "a label": beside(
        "docMetadata/LabelInfo.xml", '<labelList><label id="{1}" name="Confidential"/></labelList>'
    ),
    "a column of a library": beside("customXml/item1.xml", f"<p><Clasificacion>{STAMP}</Clasificacion></p>"),
    "a comment": docx(
        paragraph(BODY.strip()),
        parts={
            "comments": f'<w:comment w:id="0" w:author="Ana">{paragraph("Confidencial, no difundir")}</w:comment>'
        },
    ),
    "a macro's variable": docx(
        paragraph(BODY.strip()),
        parts={"settings": '<w:docVars><w:docVar w:name="Confidencial" w:val="1"/></w:docVars>'},
    ),
    "a footnote": docx(
        paragraph(BODY.strip()), parts={"footnotes": note("footnote", 2, run("Confidencial, no difundir"))}
    ),
    "an endnote": docx(paragraph(BODY.strip()), parts={"endnotes": note("endnote", 2, run("No publicar"))}),
    "the last line": docx(*[paragraph(BODY.strip())] * 60, paragraph("CONFIDENCIAL")),
    "a nameless source": word(custom=("Anónimo", "Sí")),
    "reserved page header": word(header=paragraph("USO INTERNO")),
}
OPEN = {
    "keyword": odt(meta="<meta:keyword>Confidencial</meta:keyword>"),
    "subject": odt(meta="<dc:subject>Confidential</dc:subject>"),
    "own property": odt(
        meta='<meta:user-defined meta:name="confidential" meta:value-type="boolean">true</meta:user-defined>'
    ),
    "own property's value": odt(
        meta='<meta:user-defined meta:name="urn:bails:Confidentiality:Level">confidential</meta:user-defined>'
    ),
    "page header": odt(header="CONFIDENCIAL"),
    "first line": odt("CONFIDENTIAL"),
    "title": odt(meta="<dc:title>CONFIDENCIAL - Carta</dc:title>"),
    "reserved": odt(meta='<meta:user-defined meta:name="Acceso">restringido</meta:user-defined>'),
    "description": odt(meta="<dc:description>Reservado, no publicar</dc:description>"),
    "reserved first line": odt("Reservado"),
    "a small l": odt("CONFlDENClAL"),
    "a bookmark": odt('<text:bookmark text:name="CONFIDENCIAL"/>Texto'),
    "a footnote": odt(
        'Texto<text:note text:note-class="footnote"><text:note-body><text:p>Confidencial, no difundir</text:p>'
        "</text:note-body></text:note>"
    ),
}


def _text(head: str) -> bytes:
    return (head + BODY).encode()


def _all() -> list[Marking]:
    nfc, nfd = (unicodedata.normalize(form, "perú") for form in ("NFC", "NFD"))
    section = '\n[statements."{}"]\nconfidential = true\n'
    return [
        *(Marking(f"yaml {y!r}", _text(f"---\n{y}\n---\n\n")) for y in YAML),
        *(Marking(f"toml {t!r}", _text(f"+++\n{t}\n+++\n\n")) for t in TOML),
        *(Marking(f"md: {label}", _text(head)) for label, head in WHOLE.items()),
        *(Marking(f"txt: {label}", _text(head), "carta.es.txt") for label, head in WHOLE.items()),
        *(
            Marking(f"txt: yaml {y!r}", _text(f"---\n{y}\n---\n\n"), "carta.es.txt")
            for y in (YAML[0], YAML[7], YAML[13], YAML[21])
        ),
        *(
            Marking(
                f"html: {label}",
                f"<html><head><title>T</title>{head}<p>{BODY}</p></html>".encode(),
                "carta.es.html",
            )
            for label, head in PAGES.items()
        ),
        Marking("html: front matter", _text("---\nconfidential: true\n---\n<p>"), "carta.es.html"),
        *(Marking(f"docx: {label}", data, "carta.es.docx") for label, data in WORD.items()),
        *(Marking(f"odt: {label}", data, "carta.es.odt") for label, data in OPEN.items()),
        *(
            Marking(f"settings: {label}", file="sub/carta.es.md", confidential=(pattern,))
            for label, pattern in SETTINGS.items()
        ),
        *(
            Marking(f"section: {label}", file="sub/carta.es.md", sections=section.format(pattern))
            for label, pattern in SETTINGS.items()
            if "\\" not in pattern
        ),
        *(Marking(f"named {name}", file=name) for name in NAMES),
        Marking("md: a stamp at the end", _text("Pedimos justicia.\n\n" * 60) + b"\nCONFIDENCIAL\n"),
        Marking("md: meta", _text('<meta name="confidential" content="true">\n\n')),
        Marking("md: a part of a page", _text('<div class="confidential">\n\n')),
        Marking("settings: composed for decomposed", file=f"{nfd}.es.md", confidential=(nfc,)),
        Marking("settings: decomposed for composed", file=f"{nfc}.es.md", confidential=(nfd.upper(),)),
        Marking("UTF-16", _text("---\nconfidential: true\n---\n\n").decode().encode("utf-16")),
    ]


MARKINGS = _all()
UNMARKED = [
    Marking("nothing"),
    Marking("a plain no", _text("---\nconfidential: No # ya no\n---\n\n")),
    Marking("a plain no in TOML", _text("+++\nconfidential = false\n+++\n\n")),
    Marking("a plain no in a head", _text("Confidential: no\n\n"), "carta.es.txt"),
    Marking("a text about a confidential report", _text("---\ntitle: El informe confidencial\n---\n\n")),
    Marking("a page about one", f"<title>Informe confidencial</title><p>{BODY}".encode(), "carta.es.html"),
    Marking("a Word document", word(), "carta.es.docx"),
    Marking("an OpenDocument text", odt(), "carta.es.odt"),
    Marking("a thing that is private", _text("---\ntags: [privado de libertad]\nprivate: false\n---\n\n")),
    Marking("what is private, public and common", _text("---\ntitle: Privado, público y común\n---\n\n")),
    Marking("a remark about a place", _text("---\ntitle: Carta  # el archivo confidencial es otro\n---\n\n")),
    Marking("published", _text("---\npublished: true\nshare: yes\ndistribution: all\n---\n\n")),
    Marking("said in between", _text("El presidente — reservado y serio — habló (sin publicar nada).\n\n")),
    Marking("a sentence that begins so", _text("Información reservada por el Estado: que se publique.\n\n")),
    Marking(
        "a title about an embargo",
        _text("# El embargo y sus efectos\n\nReservado el derecho de réplica.\n\n"),
    ),
    Marking("a plain no to another word", _text("Reservado: no\nUso interno: no\n\n"), "carta.es.txt"),
    Marking(
        "what is open, for all and on line",
        _text("---\nvisibility: all\nonline: true\npublicar: ya\n---\n\n"),
    ),
    Marking(
        "a page of pictures",
        f'<title>T</title><img alt="El informe confidencial">{BODY}'.encode(),
        "carta.es.html",
    ),
    Marking("by nobody known", _text("---\nauthor: Anónimo\nlocal: Lima\nanonymous: no\n---\n\n")),
    Marking(
        "a footnote about a report", _text("Texto[^1].\n\n[^1]: El informe confidencial salió en 2003.\n\n")
    ),
    Marking(
        "an end about a report", _text("Texto.\n\n") + b"El informe confidencial se conoce desde 2003.\n"
    ),
    Marking("a second letter", file="carta-final-v2.es.md"),
    Marking("a file about a leak", file="informe-confidencial-filtrado.es.md"),
    Marking("a section for another", sections='\n[statements."carta"]\nengines = ["libretranslate"]\n'),
]
