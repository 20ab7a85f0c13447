#!/usr/bin/env bash
# Translate Toolkit 3.20.4, pogrep.
# One would expect: the messages in which a word is found come out as a PO file, to be worked on and put back with pomerge.
# Seen: the file has two heads, a new one and the old one behind it; it is no PO file to gettext ("duplicate message
# definition"), and programs that are not as strict take the second head for a message without a source.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check 'translate-toolkit==3.20.4'
cat > all.po <<'PO'
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

msgid "Carta"
msgstr "Letter"

msgid "Agua"
msgstr "Water"
PO
msgfmt -o /dev/null all.po
venv/bin/pogrep --progress=none --search=target Letter all.po found.po
cat found.po
seen=$(grep -c '^msgid ""$' found.po)
echo "heads: $seen"
[ "$seen" = 2 ]
! msgfmt -o /dev/null found.po
