#!/usr/bin/env bash
# pyspellchecker 0.9.1, dictionary `es`: everyday words of public statements in the plural, the feminine or the first person.
# One would expect a word's common forms where the word itself is known.
# Seen: fallecido, detenido, peruana, campesina, exigir and denunciar are known; these forms of them are marked as misspelt.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'pyspellchecker==0.9.1'
seen=$("$dir/venv/bin/python" - <<'PYTHON'
from spellchecker import SpellChecker

words = SpellChecker(language="es")
for one, form in (("fallecido", "fallecidos"), ("detenido", "detenidas"), ("peruana", "peruanas"), ("campesina", "campesinas"), ("exigir", "exigimos"), ("denunciar", "denunciamos")):
    print(one, one in words, form, form in words)
PYTHON
)
wanted=$(cat <<'WANTED'
fallecido True fallecidos False
detenido True detenidas False
peruana True peruanas False
campesina True campesinas False
exigir True exigimos False
denunciar True denunciamos False
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
