#!/usr/bin/env bash
# odfpy 1.4.1, teletype.extractText: a paragraph of LibreOffice with a footnote behind a figure.
# One would expect: "Hubo 41 muertos.", with the note's text elsewhere, or some mark between them.
# Seen: "Hubo 411Defensoría. muertos.": the note's number and its text are glued to the figure, and 41 reads as 411. A comment's
# author and text come into the sentence the same way.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'odfpy==1.4.1'
seen=$(cd "$dir" && "$dir/venv/bin/python" - <<'PYTHON'
import zipfile

CONTENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2">
<office:body><office:text>%s</office:text></office:body></office:document-content>"""
MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""


def write(name, body):
    with zipfile.ZipFile(name, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        file.writestr("content.xml", CONTENT % body)
        file.writestr("META-INF/manifest.xml", MANIFEST)


write(
    "a.odt",
    '<text:p>Hubo 41<text:note text:id="n" text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>Defensoría.</text:p></text:note-body></text:note> muertos"
    "<office:annotation><dc:creator>Eva</dc:creator><text:p>¿Seguro?</text:p></office:annotation>.</text:p>",
)
from odf import teletype, text
from odf.opendocument import load

print(teletype.extractText(load("a.odt").getElementsByType(text.P)[0]))
PYTHON
)
wanted=$(cat <<'WANTED'
Hubo 411Defensoría. muertosEva¿Seguro?.
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
