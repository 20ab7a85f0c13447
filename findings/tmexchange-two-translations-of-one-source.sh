#!/usr/bin/env bash
# tmexchange 2.0.6 (npm), tmx2js: a memory in which one source has two translations, and one with an inline code.
# One would expect: both translations are there, and the code stays between its words.
# Seen: the units without tuid are kept by their source, and the later translation replaces the earlier one without a word; the place of
# <bpt> and <ept> in the text is lost, and js2tmx refuses what tmx2js gave.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund tmexchange@2.0.6 > /dev/null
cat > look.mjs <<'JS'
import exchange from 'tmexchange';

const unit = (id, es, en) => `<tu${id}><tuv xml:lang="es"><seg>${es}</seg></tuv><tuv xml:lang="en"><seg>${en}</seg></tuv></tu>`;
const text = (units) => `<tmx version="1.4"><header creationtool="a" creationtoolversion="1" segtype="paragraph" o-tmf="a"
 adminlang="es" srclang="es" datatype="plaintext"/><body>${units}</body></tmx>`;
const two = await exchange.tmx2js(text(unit('', 'Mandos', 'Commanders') + unit('', 'Mandos', 'Officers')));
console.log(JSON.stringify(two.resources));
const bold = await exchange.tmx2js(text(unit(' tuid="1"', 'Hubo <bpt i="1">*</bpt>41<ept i="1">*</ept> muertos.', '41 dead.')));
console.log(bold.resources[1].es._);
console.log(await exchange.js2tmx(bold).then(() => 'written', (error) => error.constructor.name));
JS
seen=$(node look.mjs)
wanted=$(cat <<'WANTED'
{"Mandos":{"es":"Mandos","en":"Officers"}}
Hubo 41 muertos.
TypeError
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
