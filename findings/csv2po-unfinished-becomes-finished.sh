#!/usr/bin/env bash
# Translate Toolkit 3.20.4, po2csv and csv2po: a translation that is marked as unfinished.
# One would expect: what is fuzzy is left out of the table, or has a mark in it, or is fuzzy again in the PO file that is made
# of the table; po2tmx of the same package leaves such a message out.
# Seen: the table has columns for place, source and target alone, and the PO file made of it has a finished translation, which
# msgfmt compiles; both programs end with exit code 0. (With the old PO file as a template csv2po keeps the mark.)
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check 'translate-toolkit==3.20.4'
cat > old.po <<'PO'
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

msgid "Se levantó la sesión."
msgstr "The meeting was adjourned."

#, fuzzy
msgid "Se levantó la medida."
msgstr "The measure stood up."
PO
venv/bin/po2csv --progress=none old.po table.csv
venv/bin/csv2po --progress=none table.csv new.po
venv/bin/po2tmx --progress=none -l en --source-language=es old.po memory.tmx
cat table.csv
before=$(LC_ALL=C msgfmt --statistics -o /dev/null old.po 2>&1)
after=$(LC_ALL=C msgfmt --statistics -o /dev/null new.po 2>&1)
printf '%s\n%s\n' "$before" "$after"
[ "$(grep -c '<tu>' memory.tmx)" = 1 ]
[ "$before" = "1 translated message, 1 fuzzy translation." ]
[ "$after" = "2 translated messages." ]
