#!/usr/bin/env bash
# Translate Toolkit 3.20.4, XLIFF 1.2: a unit that is marked as approved still says that it needs review.
# One would expect: markapproved() on a unit whose target has state="needs-review-translation" leaves a unit that a
# reader of the standard takes for finished, as markfuzzy(False) does (approved="yes" and state="translated").
# Seen: it sets approved="yes" and leaves the state, so that the file says both; who goes by the state, as the standard
# has it ("needs-review-translation: only the text of the item needs to be reviewed"), loses the approval.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'translate-toolkit==3.20.4'
seen=$("$dir/venv/bin/python" - <<'PYTHON'
from translate.storage.xliff import xlifffile

FILE = b"""<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" source-language="es" target-language="en" datatype="plaintext"><body>
<trans-unit id="1" approved="no"><source>Hola</source>
<target state="needs-review-translation">Hello</target></trans-unit></body></file></xliff>"""
for mark in (lambda unit: unit.markapproved(), lambda unit: unit.markfuzzy(False)):
    unit = xlifffile.parsestring(FILE).units[0]
    mark(unit)
    print(unit.xmlelement.get("approved"), unit.xmlelement[1].get("state"))
PYTHON
)
printf '%s\n' "$seen"
[ "$seen" = "yes needs-review-translation
yes translated" ]
