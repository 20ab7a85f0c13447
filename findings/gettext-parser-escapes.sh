#!/usr/bin/env bash
# gettext-parser 10.0.0 (npm): escapes of C in PO strings other than \n, \t, \r, \" and \\.
# One would expect: \v (a line break that somebody typed in Word; msgcat writes it so) and an octal escape are read as gettext reads them.
# Seen: the backslash is dropped and the rest taken for letters: "fin\vde" becomes "finvde", "\101" becomes "101".
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund gettext-parser@10.0.0 > /dev/null
cat > look.mjs <<'JS'
import { po } from 'gettext-parser';

const file = po.parse('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "a"\nmsgstr "fin\\vde \\101\\tb"\n');
console.log(JSON.stringify(file.translations[''].a.msgstr));
JS
seen=$(node look.mjs)
wanted=$(cat <<'WANTED'
["finvde 101\tb"]
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
