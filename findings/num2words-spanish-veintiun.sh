#!/usr/bin/env bash
# num2words 0.5.14, Spanish: numbers that end in one, before "mil" and "millones".
# One would expect the short form there: veintiún mil, treinta y un mil, ciento un mil, veintiún millones.
# Seen: the form that stands alone (veintiuno mil); one million is right.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'num2words==0.5.14'
seen=$("$dir/venv/bin/python" - <<'PYTHON'
from num2words import num2words

for number in (21_000, 31_000, 101_000, 1_000_000, 21_000_000):
    print(number, num2words(number, lang="es"))
PYTHON
)
wanted=$(cat <<'WANTED'
21000 veintiuno mil
31000 treinta y uno mil
101000 ciento uno mil
1000000 un millón
21000000 veintiuno millones
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
