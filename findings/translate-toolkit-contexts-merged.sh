#!/usr/bin/env bash
# Translate Toolkit 3.20.4, po2xliff and back, po2csv and back: two messages of the same text.
# One would expect: msgctxt is part of what a message is known by; of "Carta" the letter and "Carta" the bill of fare each
# keeps its translation on the way through XLIFF or CSV, or the program says that it can keep only one.
# Seen: what comes back has one entry with an empty msgctxt and the first translation; the other is gone, its file has one
# message less, and the programs end with exit code 0; xliff2po's warning speaks of a duplicate alone. (csv2po with the old PO file as a template does keep them.)
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check 'translate-toolkit==3.20.4'
cat > old.po <<'PO'
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

msgctxt "post"
msgid "Carta"
msgstr "Letter"

msgctxt "restaurant"
msgid "Carta"
msgstr "Menu"
PO
msgfmt --check-format -o /dev/null old.po
venv/bin/po2xliff --progress=none old.po on-its-way.xlf
venv/bin/xliff2po --progress=none on-its-way.xlf by-xliff.po
venv/bin/po2csv --progress=none old.po on-its-way.csv
venv/bin/csv2po --progress=none on-its-way.csv by-csv.po
grep -c '<trans-unit' on-its-way.xlf
seen=""
for file in by-xliff.po by-csv.po; do
    grep -A2 '^msgctxt' "$file"
    seen="$seen$file: $(grep -c '^msgid "Carta"$' "$file") Carta, $(grep -c '^msgstr "Menu"$' "$file" || true) Menu; "
done
printf '%s\n' "$seen"
[ "$seen" = "by-xliff.po: 1 Carta, 0 Menu; by-csv.po: 1 Carta, 0 Menu; " ]
