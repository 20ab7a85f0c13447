#!/usr/bin/env bash
# langdetect 1.0.9: Spanish slogans in capitals, as banners and titles have them.
# One would expect: the language of a text does not depend on its capitals, or a text in capitals is less certain.
# Seen: in small letters all three are Spanish; in capitals they are Welsh, Hungarian and German, "NO A LA IMPUNIDAD" with
# a certainty of more than 0.99.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'langdetect==1.0.9'
seen=$(cd "$dir" && "$dir/venv/bin/python" - <<'PYTHON'
from langdetect import DetectorFactory, detect_langs

DetectorFactory.seed = 0
for text in ("Exigimos justicia y reparación", "No a la impunidad", "Rechazamos la criminalización de la protesta"):
    small, capitals = detect_langs(text)[0], detect_langs(text.upper())[0]
    print(text, small.lang, small.prob > 0.99, capitals.lang, capitals.prob > 0.99)
PYTHON
)
wanted=$(cat <<'WANTED'
Exigimos justicia y reparación es True cy False
No a la impunidad es True hu True
Rechazamos la criminalización de la protesta es True de False
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
