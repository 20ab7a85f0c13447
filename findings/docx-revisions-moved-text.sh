#!/usr/bin/env bash
# docx-revisions 0.1.5, accept_all: a Word file in which a paragraph was moved with tracked changes on.
# One would expect: all tracked changes are accepted: the text stands once, at its new place, and nothing is tracked any more.
# Seen: insertions and deletions are accepted; the move stays as it was (w:moveFrom and w:moveTo), and so does a deleted end of paragraph.
# Its own text leaves out both places of the move: the paragraph is nowhere.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'docx-revisions==0.1.5'
seen=$(cd "$dir" && "$dir/venv/bin/python" - <<'PYTHON'
import re
import zipfile

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx_revisions import RevisionDocument

document = docx.Document()
for at, change in enumerate(("ins", "moveFrom", "moveTo")):
    paragraph = f'<w:p {nsdecls("w")}><w:{change} w:id="{at}" w:author="A"><w:r><w:t>Texto {at}.</w:t></w:r></w:{change}></w:p>'
    document.element.body.insert(at, parse_xml(paragraph))
document.save("a.docx")
revised = RevisionDocument("a.docx")
revised.accept_all()
revised.save("b.docx")
print(re.findall(r"<w:(?:ins|del|moveFrom|moveTo)\b|Texto \d", zipfile.ZipFile("b.docx").read("word/document.xml").decode()))
print([paragraph.text for paragraph in RevisionDocument("b.docx").paragraphs])
PYTHON
)
wanted=$(cat <<'WANTED'
['Texto 0', '<w:moveFrom', 'Texto 1', '<w:moveTo', 'Texto 2']
['Texto 0.', '', '']
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
