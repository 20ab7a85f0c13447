#!/usr/bin/env bash
# sacremoses 0.2.0: Spanish taken apart and put together again by MosesTokenizer and MosesDetokenizer with lang="es".
# One would expect: «No firmaremos» comes back as it was, as ¿…? and ¡…! do; Spanish sets no blank inside its quotation marks.
# Seen: « No firmaremos » with French blanks, and “los hechos ” with one before the closing mark. It has to be mended after
# every engine that works on tokens.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'sacremoses==0.2.0'
seen=$(cd "$dir" && "$dir/venv/bin/python" - <<'PYTHON'
from sacremoses import MosesDetokenizer, MosesTokenizer

apart, together = MosesTokenizer(lang="es"), MosesDetokenizer(lang="es")
for text in ("¿Quién fue? ¡Basta ya!", "Dijeron: «No firmaremos».", "¿Y “los hechos”?"):
    print(together.detokenize(apart.tokenize(text, escape=False), unescape=False))
PYTHON
)
wanted=$(cat <<'WANTED'
¿Quién fue? ¡Basta ya!
Dijeron: « No firmaremos ».
¿Y “los hechos ”?
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
