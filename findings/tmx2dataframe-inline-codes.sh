#!/usr/bin/env bash
# tmx2dataframe 0.3.0: a memory whose Spanish is the source (srclang="es"), with a bold figure and a third language.
# One would expect: whole sentences, with their codes or without, the source language as source, all pairs or a word about
# what is left out.
# Seen: both sentences end at their first inline element ("Hubo ", "There were "), so that the figure and all that follows are
# gone; the source is whichever language stands first; the third language is dropped. Nothing is said.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'tmx2dataframe==0.3.0' 'pandas==2.2.3'
seen=$(cd "$dir" && "$dir/venv/bin/python" - <<'PYTHON'
from pathlib import Path

from tmx2dataframe import tmx2dataframe

head = 'creationtool="a" creationtoolversion="1" segtype="paragraph" o-tmf="a" adminlang="es" srclang="es" datatype="plaintext"'
sides = (
    ("en", 'There were <bpt i="1">*</bpt>41<ept i="1">*</ept> dead.'),
    ("es", 'Hubo <bpt i="1">*</bpt>41<ept i="1">*</ept> muertos.'),
    ("fr", "Il y a eu 41 morts."),
)
units = "".join(f'<tuv xml:lang="{language}"><seg>{text}</seg></tuv>' for language, text in sides)
Path("a.tmx").write_text(f'<tmx version="1.4"><header {head}/><body><tu>{units}</tu></body></tmx>')
_, pairs = tmx2dataframe.read("a.tmx")
for pair in pairs.to_dict("records"):
    print(pair)
PYTHON
)
wanted=$(cat <<'WANTED'
{'source_language': 'en', 'source_sentence': 'There were ', 'target_language': 'es', 'target_sentence': 'Hubo '}
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
