#!/usr/bin/env bash
# sacremoses 0.2.0, MosesPunctNormalizer: a figure whose thousands are divided by a no-break space, as the academies and
# the SI write it.
# One would expect: punctuation is normalised and the figure stays what it is: 20 000 is twenty thousand.
# Seen: the blank becomes the decimal sign of the language that one names: "20,000" in Spanish, "20.000" in English; twenty,
# in either. A plain space is left alone. Training data and drafts that pass through it lose three places.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'sacremoses==0.2.0'
seen=$(cd "$dir" && "$dir/venv/bin/python" - <<'PYTHON'
from sacremoses import MosesPunctNormalizer

for language in ("es", "en"):
    for blank in ("\u00a0", " "):
        print(language, ascii(MosesPunctNormalizer(lang=language).normalize(f"20{blank}000 personas")))
PYTHON
)
wanted=$(cat <<'WANTED'
es '20,000 personas'
es '20 000 personas'
en '20.000 personas'
en '20 000 personas'
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
