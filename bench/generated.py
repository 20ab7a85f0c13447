"""Generated statements and catalogues, the same in every run (fixed seed)."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

WORDS = (
    "la el de que en los se por con una para las del al como más pero sus este ya entre cuando todo esta ser son dos "
    "también fue había era muy años hasta desde está mi porque qué sólo han yo hay vez puede todos así nos ni parte "
    "tiene él uno donde bien tiempo mismo ese ahora cada vida otro después otros aunque esa eso hace otra gobierno "
    "tan durante siempre día tanto ella tres sí dijo sido gran país según menos mundo año antes estado contra sino "
    "forma caso nada hacer general estaba poco estos presidente mayor ante unos les algo hacia casa ellos ayer hecho "
    "primera mucho mientras además quien momento millones esto españa hombre están pues hoy lugar madrid nacional "
    "trabajo otras mejor nuevo decir algunos entonces todas días debe política cómo casi toda tal luego pasado medio "
    "derechos humanos organizaciones pueblo denuncia exige comunidades regiones justicia protesta Puno Ayacucho"
).split()
NAMES = ("Red Muqui", "Dina Boluarte", "Alberto Otárola", "Consejo de Ministros", "La Libertad", "Apurímac")


def paragraph(chance: random.Random, words: int = 60) -> str:
    """A paragraph of about so many words, in sentences, now and then with a name and a number."""
    made: list[str] = []
    while len(made) < words:
        length = chance.randint(8, 20)
        sentence = [chance.choice(WORDS) for _ in range(length)]
        if chance.random() < 0.5:
            sentence.insert(chance.randrange(length), chance.choice(NAMES))
        if chance.random() < 0.3:
            sentence.append(str(chance.randint(2, 2023)))
        made += [sentence[0].capitalize(), *sentence[1:-1], sentence[-1] + "."]
    return " ".join(made)


def markdown(paragraphs: int, seed: int = 12) -> str:
    """A statement with headings, lists and paragraphs."""
    chance = random.Random(seed)
    blocks = ["# " + " ".join(paragraph(chance, 8).split()[:8])]
    while len(blocks) < paragraphs:
        kind = chance.random()
        if kind < 0.05:
            blocks.append("## " + " ".join(paragraph(chance, 6).split()[:6]))
        elif kind < 0.15:
            blocks.append("- " + " ".join(paragraph(chance, 12).split()[:12]))
        else:
            blocks.append(paragraph(chance))
    return "\n\n".join(blocks) + "\n"


def plain(paragraphs: int, seed: int = 12) -> str:
    """Paragraphs only."""
    chance = random.Random(seed)
    return "\n\n".join(paragraph(chance) for _ in range(paragraphs)) + "\n"


def document(extension: str, paragraphs: int) -> bytes:
    """A statement as a file of that format."""
    if extension == ".md":
        return markdown(paragraphs).encode()
    text = plain(paragraphs)
    if extension == ".txt":
        return text.encode()
    blocks = text.rstrip().split("\n\n")
    if extension == ".html":
        body = "\n".join(f"<p>{block}</p>" for block in blocks)
        head = '<!DOCTYPE html>\n<html lang="es"><head><title>Aviso</title></head><body>\n'
        return f"{head}{body}\n</body></html>\n".encode()
    return _zipped(_word(blocks) if extension == ".docx" else _opendocument(blocks))


def _word(blocks: list[str]) -> dict[str, str]:
    """Parts of a Word document; each paragraph in three runs, as Word leaves them after some editing."""
    schema = "http://schemas.openxmlformats.org"
    types, relations = f"{schema}/package/2006/content-types", f"{schema}/package/2006/relationships"
    form = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    body = []
    for block in blocks:
        third = len(block) // 3
        pieces = (block[:third], block[third : 2 * third], block[2 * third :])
        runs = "<w:proofErr w:type='spellStart'/>".join(
            f'<w:r><w:rPr><w:lang w:val="es-PE"/></w:rPr><w:t xml:space="preserve">{piece}</w:t></w:r>'
            for piece in pieces
        )
        body.append(f"<w:p>{runs}</w:p>")
    return {
        "[Content_Types].xml": f'<Types xmlns="{types}"><Default Extension="rels" ContentType="application/vnd.openxml'
        'formats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{form}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r1" Target="word/document.xml" '
        f'Type="{schema}/officeDocument/2006/relationships/officeDocument"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{schema}/wordprocessingml/2006/main"><w:body>'
        f"{''.join(body)}<w:sectPr/></w:body></w:document>",
    }


def _opendocument(blocks: list[str]) -> dict[str, str]:
    """Parts of an OpenDocument text."""
    names = "urn:oasis:names:tc:opendocument:xmlns"
    body = "".join(f"<text:p>{block}</text:p>" for block in blocks)
    return {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content office:version="1.3" '
        f'xmlns:office="{names}:office:1.0" xmlns:text="{names}:text:1.0"><office:body><office:text>{body}'
        "</office:text></office:body></office:document-content>",
        "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{names}:manifest:1.0"><manifest:file-entry '
        'manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry '
        'manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
    }


def _zipped(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, text, kind)
    return out.getvalue()


def catalogue(path: Path, entries: int, seed: int = 12) -> None:
    """A PO file of so many paragraphs, a third of them drafts, without a journal."""
    from translate_flow.catalogue import Catalogue, Entry, standard_header
    from translate_flow.language.text import segment_keys

    chance = random.Random(seed)
    header = standard_header({}, {"Language": "en", "X-Source": "statements/big.es.md", "X-Source-Hash": "0"})
    texts = [(paragraph(chance), paragraph(chance)) for _ in range(entries)]
    keys = segment_keys(source for source, _ in texts)
    made = tuple(
        Entry(key, source, target, fuzzy=number % 3 == 0)
        for number, (key, (source, target)) in enumerate(zip(keys, texts, strict=True))
    )
    Catalogue(path, header, made).save()
