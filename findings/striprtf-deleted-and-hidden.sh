#!/usr/bin/env bash
# striprtf 0.0.35: the text of an RTF file with a tracked deletion, hidden text and a footnote.
# One would expect what a reader sees: without what was deleted and what is hidden, and with the note somewhere.
# Seen: the deleted and the hidden words are part of the text, joined to their neighbours, and the note is gone.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'striprtf==0.0.35'
seen=$("$dir/venv/bin/python" - <<'PYTHON'
from striprtf.striprtf import rtf_to_text

print(rtf_to_text(r"""{\rtf1\ansi\ansicpg1252\deff0
{\deleted Borrador.}{\revised Texto.}\par
{\v Interno: no publicar.}El paro sigue.\par
Los hechos{\super\chftn}{\footnote\pard\plain {\super\chftn} V\'e9ase el informe.} de Juliaca.\par
}""").strip())
PYTHON
)
wanted=$(cat <<'WANTED'
Borrador.Texto.
Interno: no publicar.El paro sigue.
Los hechos de Juliaca.
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
