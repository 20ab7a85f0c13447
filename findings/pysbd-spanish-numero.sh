#!/usr/bin/env bash
# pySBD 0.3.4, Spanish: the sign of "número", N.º, which stands before the number of every Peruvian law.
# One would expect: "la Ley N.º 29785" is one sentence; the sign is one word, and "n.º" in small letters is known.
# Seen: the sentence ends between the point and the raised letter, inside the word: "N." and "º 29785".
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'pysbd==0.3.4'
seen=$(cd "$dir" && "$dir/venv/bin/python" - <<'PYTHON'
import warnings

warnings.simplefilter("ignore")
import pysbd

for sign in ("N.º", "N.°", "n.º", "núm."):
    print(pysbd.Segmenter(language="es").segment(f"Citan la Ley {sign} 29785 en Lima."))
PYTHON
)
wanted=$(cat <<'WANTED'
['Citan la Ley N.', 'º 29785 en Lima.']
['Citan la Ley N.', '° 29785 en Lima.']
['Citan la Ley n.', 'º 29785 en Lima.']
['Citan la Ley núm. 29785 en Lima.']
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
