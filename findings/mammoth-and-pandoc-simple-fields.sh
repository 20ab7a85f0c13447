#!/usr/bin/env bash
# mammoth 1.13.0 and pandoc 3.9 (pypandoc_binary 1.17): a Word file whose date is a simple field (w:fldSimple), one of the
# two ways in which the format writes a field.
# One would expect: the words that the reader of the file sees, "Lima, 7 de febrero de 2023.", as both read a field that is written
# with w:fldChar.
# Seen: "Lima, ." from both. mammoth says among its messages that it ignored w:fldSimple, pandoc says nothing.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'mammoth==1.13.0' 'pypandoc_binary==1.17' 'python-docx==1.2.0'
seen=$(cd "$dir" && "$dir/venv/bin/python" - <<'PYTHON'
import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

document = docx.Document()
before_section = len(document.element.body) - 1

for field in (
    '<w:fldSimple w:instr="DATE"><w:r><w:t>7 de febrero de 2023</w:t></w:r></w:fldSimple>',
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>7 de febrero de 2023</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
):
    paragraph = (
        f'<w:p {nsdecls("w")}><w:r><w:t xml:space="preserve">Lima, </w:t></w:r>{field}<w:r><w:t>.</w:t></w:r></w:p>'
    )
    document.element.body.insert(len(document.element.body) - 1, parse_xml(paragraph))
document.save("a.docx")

import mammoth
import pypandoc

with open("a.docx", "rb") as file:
    result = mammoth.extract_raw_text(file)
print("mammoth", result.value.split("\n\n")[:2], [message.message for message in result.messages])
print("pandoc", pypandoc.convert_file("a.docx", "plain").splitlines())
PYTHON
)
wanted=$(cat <<'WANTED'
mammoth ['Lima, .', 'Lima, 7 de febrero de 2023.'] ['An unrecognised element was ignored: w:fldSimple']
pandoc ['Lima, .', '', 'Lima, 7 de febrero de 2023.']
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
