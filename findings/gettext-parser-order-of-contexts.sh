#!/usr/bin/env bash
# gettext-parser 10.0.0 (npm): a PO file whose entries have contexts, read and written again.
# One would expect: the entries come back in their order; in a translated document that is the order of its paragraphs.
# Seen: they are sorted by context, in the order in which each context is met first; a paragraph without one goes before all others,
# and the second of a context stands right behind its first.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund gettext-parser@10.0.0 > /dev/null
cat > look.mjs <<'JS'
import { po } from 'gettext-parser';

const entry = (context, id) => `${context && `msgctxt "${context}"\n`}msgid "${id}"\nmsgstr "${id}"\n\n`;
const text = `msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n` +
  entry('body', 'Uno') + entry('note', 'Dos') + entry('body', 'Tres') + entry('', 'Cuatro');
console.log(po.compile(po.parse(text)).toString().match(/(?<=msgid ")\w+/g).join(' '));
JS
seen=$(node look.mjs)
wanted=$(cat <<'WANTED'
Cuatro Uno Tres Dos
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
