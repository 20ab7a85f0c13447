#!/usr/bin/env bash
# docx2txt 0.9 and docx2python 3.7.1: the hyphen at which a line must not break (Ctrl+Shift+_ in Word, w:noBreakHyphen).
# One would expect a hyphen in the text: it is written where a hyphen belongs to the word or the figure.
# Seen: it is left out, so that the years 2022-2023 become one number of eight digits.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'docx2txt==0.9' 'docx2python==3.7.1' 'python-docx==1.2.0'
seen=$(cd "$dir" && "$dir/venv/bin/python" - <<'PYTHON'
import docx
import docx2txt
from docx.oxml import OxmlElement
from docx2python import docx2python

document = docx.Document()
for before, after in (("Estado de emergencia, 2022", "2023"), ("Marcha por la no", "violencia")):
    paragraph = document.add_paragraph()
    paragraph.add_run(before)._r.append(OxmlElement("w:noBreakHyphen"))
    paragraph.add_run(after)
document.save("a.docx")
print(docx2txt.process("a.docx").strip())
print(docx2python("a.docx").text.strip())
PYTHON
)
wanted=$(cat <<'WANTED'
Estado de emergencia, 20222023

Marcha por la noviolencia
Estado de emergencia, 20222023

Marcha por la noviolencia
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
