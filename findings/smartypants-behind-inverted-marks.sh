#!/usr/bin/env bash
# smartypants 2.0.2: typewriter quotation marks behind the marks that open a Spanish question, exclamation or quotation.
# One would expect the quotation to open there, as it does behind a bracket or a hyphen.
# Seen: both of its marks are closing ones; and the apostrophe of Peru's millions becomes a mark that opens.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'smartypants==2.0.2'
seen=$("$dir/venv/bin/python" - <<'PYTHON'
from smartypants import Attr, smartypants

for text in ('("Orden")', '¿"Orden" de quién?', '¡"Ni una menos"!', '«"Sinchi Warmi"»', '—"Nunca más"—', "S/ 1'300,000"):
    print(smartypants(text, Attr.q | Attr.u))
PYTHON
)
wanted=$(cat <<'WANTED'
(“Orden”)
¿”Orden” de quién?
¡”Ni una menos”!
«”Sinchi Warmi”»
—”Nunca más”—
S/ 1‘300,000
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
