#!/usr/bin/env bash
# dateparser 1.5.0, Spanish: the first day of a month, which has an ordinal there.
# One would expect: "1.º de mayo de 2023", "1º de mayo de 2023" and "primero de mayo de 2023" are read as "1 de mayo de 2023" is,
# as French "1er mai 2023" and English "1st May 2023" are.
# Seen: none of the three is a date. The date of every Labour Day statement is not found.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'dateparser==1.5.0'
seen=$(cd "$dir" && "$dir/venv/bin/python" - <<'PYTHON'
import warnings

warnings.simplefilter("ignore")
import dateparser

for language, text in (
    ("en", "1st May 2023"),
    ("fr", "1er mai 2023"),
    ("es", "1 de mayo de 2023"),
    ("es", "1.º de mayo de 2023"),
    ("es", "1º de mayo de 2023"),
    ("es", "primero de mayo de 2023"),
):
    print(text, dateparser.parse(text, languages=[language]))
PYTHON
)
wanted=$(cat <<'WANTED'
1st May 2023 2023-05-01 00:00:00
1er mai 2023 2023-05-01 00:00:00
1 de mayo de 2023 2023-05-01 00:00:00
1.º de mayo de 2023 None
1º de mayo de 2023 None
primero de mayo de 2023 None
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
