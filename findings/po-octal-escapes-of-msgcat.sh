#!/usr/bin/env bash
# gettext's msgcat --escape, read by polib 1.2.0, Babel 2.19.0 and Translate Toolkit 3.20.4.
# One would expect: msgcat may write letters beyond ASCII as octal escapes, as C has them ("Ni\303\261ez": the bytes of the
# file's charset); msgfmt and all of gettext read "Niñez", and so should other readers of PO.
# Seen: polib and Babel take the escapes for text, backslashes included; Translate Toolkit leaves out the backslashes alone,
# "Ni303261ez". Nobody warns; a catalogue that is saved again by one of them has lost its source texts, and none of its
# messages is found at run time.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check 'polib==1.2.0' 'babel==2.19.0' 'translate-toolkit==3.20.4'
printf '%s\n' 'msgid ""' 'msgstr "Content-Type: text/plain; charset=UTF-8\n"' '' 'msgid "Niñez"' 'msgstr "Childhood"' > plain.po
msgcat --version | head -1
msgcat --escape plain.po > escaped.po
tail -2 escaped.po
msgcat escaped.po | grep -q '"Niñez"'
seen=$(venv/bin/python - <<'PYTHON'
import polib
from babel.messages.pofile import read_po
from translate.storage import factory

with open("escaped.po", "rb") as stream:
    babel = [message.id for message in read_po(stream) if message.id]
toolkit = [unit.source for unit in factory.getobject("escaped.po").units if unit.source]
print("polib", [entry.msgid for entry in polib.pofile("escaped.po")][0])
print("babel", babel[0])
print("toolkit", toolkit[0])
PYTHON
)
printf '%s\n' "$seen"
[ "$seen" = 'polib Ni\303\261ez
babel Ni\303\261ez
toolkit Ni303261ez' ]
