#!/usr/bin/env bash
# text2num 2.5.1: Spanish number words that a statement uses for death tolls and sums.
# One would expect: alpha2digit turns "veintiún mil" into 21000, "medio millón" into 500000 and "un millón y medio" into 1500000,
# or leaves alone what it does not know.
# Seen: it turns half of the number into digits and leaves the other half in words, so that "veintiún mil" (21,000) becomes
# "veintiún 1000", "medio millón" becomes "medio 1000000" and "un millón y medio" "1000000 y medio". "veintidós mil" is right.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'text2num==2.5.1'
seen=$("$dir/venv/bin/python" - <<'PYTHON'
from text_to_num import alpha2digit

for words in ("veintiún mil familias", "veintidós mil familias", "medio millón de soles", "un millón y medio de soles"):
    print(alpha2digit(words, "es"))
PYTHON
)
printf '%s\n' "$seen"
[ "$seen" = "veintiún 1000 familias
22000 familias
medio 1000000 de soles
1000000 y medio de soles" ]
