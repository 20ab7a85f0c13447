#!/usr/bin/env bash
# inscriptis 2.7.6 and html2text 2025.4.15: a list of demands that goes on from 5 and leaves one out (<ol start="5">, <li value="9">).
# One would expect: 5 and 9, as every browser shows.
# Seen: inscriptis starts at 1 and knows the 9; html2text starts at 5 and makes the 9 a 6. Who cites a demand by its number
# from either cites another one.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'inscriptis==2.7.6' 'html2text==2025.4.15'
seen=$(cd "$dir" && "$dir/venv/bin/python" - <<'PYTHON'
import html2text
import inscriptis

page = '<ol start="5"><li>Justicia</li><li value="9">Verdad</li></ol>'
print(inscriptis.get_text(page).split())
print(html2text.html2text(page).split())
PYTHON
)
wanted=$(cat <<'WANTED'
['1.', 'Justicia', '9.', 'Verdad']
['5.', 'Justicia', '6.', 'Verdad']
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
