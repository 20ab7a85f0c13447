#!/usr/bin/env bash
# Babel 2.19.0: a PO file with the earlier source of an entry (`#| msgid`, as msgmerge --previous writes it).
# One would expect: read_po keeps it (Message has previous_id, and write_po can write it), or leaves it out.
# Seen: it becomes a comment of the translator, `# | msgid "…"`, which stays for good, and previous_id is empty.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'babel==2.19.0'
seen=$(cd "$dir" && "$dir/venv/bin/python" - <<'PYTHON'
import io

from babel.messages.pofile import read_po, write_po

text = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

#, fuzzy
#| msgid "Hubo 40 muertos."
msgid "Hubo 41 muertos."
msgstr "There were 40 dead."
"""
catalogue = read_po(io.BytesIO(text.encode()), locale="en")
message = catalogue["Hubo 41 muertos."]
print(message.previous_id, message.user_comments)
written = io.BytesIO()
write_po(written, catalogue, omit_header=True, include_previous=True)
print(written.getvalue().decode().strip())
PYTHON
)
wanted=$(cat <<'WANTED'
[] ['| msgid "Hubo 40 muertos."']
# | msgid "Hubo 40 muertos."
#, fuzzy
msgid "Hubo 41 muertos."
msgstr "There were 40 dead."
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
