#!/usr/bin/env bash
# Babel 2.17.0 (CLDR): September of the Peruvian press, "setiembre", and its abbreviation "set.".
# One would expect: a reader of Spanish dates that takes its months from the locale `es`, or from Latin
# America's `es_419`, knows both, since the academies accept both spellings.
# Seen: only the locale es_PE (and a few others) has them; `es` and `es_419` have "septiembre" and "sept"
# alone, so that "13 de setiembre" and "13 set." are no dates to such a reader. Catalan's "set." is the same word.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'babel==2.17.0'
seen=$("$dir/venv/bin/python" - <<'PYTHON'
from babel.dates import get_month_names

for tag in ("es", "es_419", "es_PE"):
    print(tag, get_month_names("wide", locale=tag)[9], get_month_names("abbreviated", locale=tag)[9])
PYTHON
)
printf '%s\n' "$seen"
[ "$seen" = "es septiembre sept
es_419 septiembre sept
es_PE setiembre set." ]
