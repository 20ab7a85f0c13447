#!/usr/bin/env bash
# odfdo 3.27.3, get_formatted_text: two words of LibreOffice with several blanks between them, as in a line of signatures.
# One would expect: "Rosa Quispe   Lima", or one blank; text_recursive of the same paragraph gives all three.
# Seen: "Rosa QuispeLima": <text:s text:c="3"/> is nothing, and the two words are one.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'odfdo==3.27.3'
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


write("a.odt", '<text:p>Rosa Quispe<text:s text:c="3"/>Lima</text:p>')
from odfdo import Document

document = Document("a.odt")
print(document.get_formatted_text().strip())
print(document.body.paragraphs[0].text_recursive)
PYTHON
)
wanted=$(cat <<'WANTED'
Rosa QuispeLima
Rosa Quispe   Lima
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
