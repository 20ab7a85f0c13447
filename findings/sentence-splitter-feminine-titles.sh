#!/usr/bin/env bash
# sentence-splitter 1.4, Spanish (the abbreviations are those of Moses and Europarl).
# One would expect: who knows that "Sr.", "Dr." and "Prof." end no sentence knows it of "Sra.", "Dra." and "Profa.".
# Seen: sentences are cut after the titles of women and not after those of men, so that a signatory's name
# begins a sentence of its own.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'sentence-splitter==1.4'
seen=$(cd "$dir" && "$dir/venv/bin/python" - <<'PYTHON'
from sentence_splitter import SentenceSplitter

splitter = SentenceSplitter(language="es")
for title in ("Sr.", "Dr.", "Prof.", "Sra.", "Dra.", "Profa."):
    print(title, splitter.split(f"Habló {title} Rosa Quispe en Lima."))
PYTHON
)
wanted=$(cat <<'WANTED'
Sr. ['Habló Sr. Rosa Quispe en Lima.']
Dr. ['Habló Dr. Rosa Quispe en Lima.']
Prof. ['Habló Prof. Rosa Quispe en Lima.']
Sra. ['Habló Sra.', 'Rosa Quispe en Lima.']
Dra. ['Habló Dra.', 'Rosa Quispe en Lima.']
Profa. ['Habló Profa.', 'Rosa Quispe en Lima.']
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
