#!/usr/bin/env bash
# num2words 0.5.14, Italian: 18 is "diciotto", but 118 is "centodicotto" and 918 "novecentodicotto": the i is lost.
# Expected: "centodiciotto", "novecentodiciotto". The rule that elides a vowel before "otto" (centotto) seems to be
# applied to every number that ends in it. Exits 1 once that is no longer so.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q num2words==0.5.14
"$dir/venv/bin/python" - <<'PY'
import sys
from importlib.metadata import version

from num2words import num2words

said = {n: num2words(n, lang="it") for n in (18, 118, 918, 118_000)}
print("num2words", version("num2words"), said)
as_seen = said[18] == "diciotto" and said[118] == "centodicotto" and said[918] == "novecentodicotto"
sys.exit(0 if as_seen else 1)
PY
