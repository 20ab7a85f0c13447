#!/usr/bin/env bash
# Babel 2.19.0, format_list in Spanish: names and words put together by "and" and "or".
# One would expect "Ana e Inés" and "plata u oro": before the sound i the word is "e", before o it is "u".
# Seen: "y" and "o" stand before every word; the patterns of CLDR, which Babel has, do not know what follows.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'babel==2.19.0'
seen=$("$dir/venv/bin/python" - <<'PYTHON'
from babel.lists import format_list

print(format_list(["Ana", "Inés"], locale="es_PE"))
print(format_list(["Junín", "Ucayali", "Ica"], locale="es_PE"))
print(format_list(["plata", "oro"], style="or", locale="es_PE"))
PYTHON
)
wanted=$(cat <<'WANTED'
Ana y Inés
Junín, Ucayali y Ica
plata o oro
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
