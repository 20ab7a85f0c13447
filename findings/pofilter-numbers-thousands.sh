#!/usr/bin/env bash
# Translate Toolkit 3.20.4, pofilter's test "numbers" on Spanish and English.
# One would expect: a test of numbers that takes "2,5" for the same as "2.5" takes "3.000" for the same as "3,000", and
# sees that two death tolls changed places.
# Seen: the decimal comma is understood, the point between thousands is not (a right translation is reported), and
# "41 muertos y 18 heridos" passes as "18 dead and 41 wounded": numbers are compared without their order.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'translate-toolkit==3.20.4'
cat > "$dir/es-en.po" <<'PO'
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

msgid "Murieron 3.000 personas."
msgstr "3,000 people died."

msgid "Costó 2,5 millones."
msgstr "It cost 2.5 million."

msgid "Hubo 41 muertos y 18 heridos."
msgstr "There were 18 dead and 41 wounded."
PO
"$dir/venv/bin/pofilter" --version
seen=$("$dir/venv/bin/pofilter" --progress=none -t numbers "$dir/es-en.po" 2>/dev/null | grep '^msgid "[^"]')
printf '%s\n' "$seen"
[ "$seen" = 'msgid "Murieron 3.000 personas."' ]
