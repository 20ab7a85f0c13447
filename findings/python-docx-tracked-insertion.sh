#!/usr/bin/env bash
# python-docx 1.2.0: Paragraph.text of a paragraph in which somebody corrected a figure with tracked changes on.
# One would expect: the text that Word shows, "Hubo 41 muertos", or the one before the correction, "Hubo 40 muertos".
# Seen: neither; "Hubo  muertos". The words of an insertion are in no run of the paragraph, and so are those of content controls,
# simple fields and smart tags; a whole paragraph within a content control is not in Document.paragraphs. Hyperlinks are read.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'python-docx==1.2.0'
seen=$(cd "$dir" && "$dir/venv/bin/python" - <<'PYTHON'
import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

document = docx.Document()
before_section = len(document.element.body) - 1

word = f"""<w:p {nsdecls('w')}><w:r><w:t xml:space="preserve">Hubo </w:t></w:r>
<w:del w:id="1" w:author="A"><w:r><w:delText>40</w:delText></w:r></w:del>
<w:ins w:id="2" w:author="A"><w:r><w:t>41</w:t></w:r></w:ins>
<w:r><w:t xml:space="preserve"> muertos</w:t></w:r></w:p>"""
control = f"""<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>Lima, 7 de febrero.</w:t></w:r></w:p></w:sdtContent></w:sdt>"""
document.element.body.insert(before_section, parse_xml(word))
document.element.body.insert(before_section + 1, parse_xml(control))
document.save("a.docx")
print([paragraph.text for paragraph in docx.Document("a.docx").paragraphs])
PYTHON
)
wanted=$(cat <<'WANTED'
['Hubo  muertos']
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
