#!/usr/bin/env bash
# pandoc 3.9 (pypandoc-binary 1.17), OpenDocument text as input: words that fields show.
# One would expect: what a reader sees in the document is in the text: the answer typed into an input field, the words of
# a variable, of a user-defined property and of a conditional text (ODF 1.3 part 3, 7.4 and 7.7: the element's content is
# what is shown).
# Seen: of a statement whose demand was typed into such a field "Exigimos ." is left, without a warning and with exit
# code 0. LibreOffice shows all of it.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'pypandoc-binary==1.17'
seen=$("$dir/venv/bin/python" - "$dir/carta.odt" <<'PYTHON'
import subprocess
import sys
import zipfile

import pypandoc

FIELDS = (
    '<text:text-input text:description="¿Qué exigen?">agua limpia</text:text-input>',
    '<text:variable-set text:name="v" office:value-type="string" office:string-value="agua limpia">agua limpia</text:variable-set>',
    '<text:user-defined text:name="Demanda">agua limpia</text:user-defined>',
    '<text:conditional-text text:condition="ooow:1==1" text:string-value-if-true="agua limpia"'
    ' text:string-value-if-false="nada">agua limpia</text:conditional-text>',
)
URN = "urn:oasis:names:tc:opendocument:xmlns"
KIND = "application/vnd.oasis.opendocument.text"
body = "".join(f"<text:p>Exigimos {field}.</text:p>" for field in FIELDS)
content = (
    f'<office:document-content xmlns:office="{URN}:office:1.0" xmlns:text="{URN}:text:1.0" office:version="1.3">'
    '<office:body><office:text><text:variable-decls><text:variable-decl text:name="v" office:value-type="string"/>'
    f"</text:variable-decls>{body}</office:text></office:body></office:document-content>"
)
styles = f'<office:document-styles xmlns:office="{URN}:office:1.0" office:version="1.3"><office:styles/></office:document-styles>'
entries = (("/", KIND), ("content.xml", "text/xml"), ("styles.xml", "text/xml"))
manifest = f'<manifest:manifest xmlns:manifest="{URN}:manifest:1.0" manifest:version="1.3">' + "".join(
    f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>' for path, kind in entries
) + "</manifest:manifest>"
with zipfile.ZipFile(sys.argv[1], "w") as made:
    made.writestr("mimetype", KIND)
    made.writestr("content.xml", content)
    made.writestr("styles.xml", styles)
    made.writestr("META-INF/manifest.xml", manifest)
print(pypandoc.get_pandoc_version())
done = subprocess.run([pypandoc.get_pandoc_path(), sys.argv[1], "-t", "plain"], capture_output=True, text=True, check=True)
print(done.stdout.replace("\n\n", "\n"), end=done.stderr)
PYTHON
)
printf '%s\n' "$seen"
[ "$(grep -c '^Exigimos \.$' <<< "$seen")" = 4 ]
