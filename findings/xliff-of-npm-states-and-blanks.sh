#!/usr/bin/env bash
# xliff 6.4.0 (npm), XLIFF 1.2 read and written again.
# One would expect: the state of a target survives (needs-review-translation: a draft), and a text with xml:space="preserve" and an
# inline element keeps its white space.
# Seen: the state is lost, so that a draft comes back as any finished translation; and line breaks and blanks are set
# into the sentence around <g>, which the attribute makes part of it.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund xliff@6.4.0 > /dev/null
cat > look.mjs <<'JS'
import xliff from 'xliff';

const text = `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" source-language="es" target-language="en" datatype="plaintext"><body>
<trans-unit id="1" xml:space="preserve"><source>Hubo <g id="1">41</g> muertos.</source>
<target state="needs-review-translation">There were <g id="1">41</g> dead.</target></trans-unit></body></file></xliff>`;
const written = await xliff.jsToXliff12(await xliff.xliff12ToJs(text));
console.log(written.slice(written.indexOf('<trans-unit'), written.indexOf("</trans-unit>")).trim());
JS
seen=$(node look.mjs)
wanted=$(cat <<'WANTED'
<trans-unit id="1" xml:space="preserve">
        <source>Hubo 
          <g id="1">41</g> muertos.
        </source>
        <target>There were 
          <g id="1">41</g> dead.
        </target>
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
