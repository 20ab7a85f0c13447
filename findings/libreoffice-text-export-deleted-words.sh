#!/usr/bin/env bash
# LibreOffice 7.4.7: a document with tracked changes, given to `soffice --convert-to txt:Text`.
# One would expect: the text as it would be with the changes taken, or the one before them.
# Seen: both at once: the deleted "40" and the inserted "41" stand beside each other, "4041 muertos", with nothing that tells them apart.
# Who counts words or compares texts by this export reads a figure that nobody wrote.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
soffice --version
seen=$(cd "$dir" && python3 - <<'PYTHON'
import pathlib
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


import subprocess

change = "<office:change-info><dc:creator>Ana</dc:creator><dc:date>2023-02-07T00:00:00</dc:date></office:change-info>"
write(
    "a.odt",
    '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>' + change + "<text:p>40</text:p></text:deletion>"
    '</text:changed-region><text:changed-region text:id="c2"><text:insertion>' + change + "</text:insertion></text:changed-region>"
    '</text:tracked-changes><text:p>Hubo <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>41'
    '<text:change-end text:change-id="c2"/> muertos.</text:p>',
)
command = ["soffice", f"-env:UserInstallation={(pathlib.Path.cwd() / 'profile').as_uri()}", "--headless", "--convert-to", "txt:Text", "a.odt"]
subprocess.run(command, check=True, capture_output=True)
print(open("a.txt", encoding="utf-8-sig").read().strip())
PYTHON
)
wanted=$(cat <<'WANTED'
Hubo 4041 muertos.
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
