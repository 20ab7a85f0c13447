#!/usr/bin/env bash
# pofile 1.1.4 (npm): a PO file with the earlier source of an entry (`#| msgid`), read and written again.
# One would expect: it is kept, or the documentation says that it is not; it tells a translator what changed in a fuzzy entry.
# Seen: it is gone without a word, while comments, references and flags stay.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund pofile@1.1.4 > /dev/null
cat > look.mjs <<'JS'
import PO from 'pofile';

const text = `msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

# nota
#: a.md:1
#, fuzzy
#| msgid "Hubo 40 muertos."
msgid "Hubo 41 muertos."
msgstr "There were 40 dead."
`;
console.log(PO.parse(text).toString().split('\n\n')[1].trim());
JS
seen=$(node look.mjs)
wanted=$(cat <<'WANTED'
# nota
#: a.md:1
#, fuzzy
msgid "Hubo 41 muertos."
msgstr "There were 40 dead."
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
