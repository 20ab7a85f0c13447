#!/usr/bin/env bash
# mistune 3.4.0 with its plugin for footnotes: a note that the text names twice.
# One would expect: the two marks have names of their own, since an id stands once in a page, and the note leads back to either.
# Seen: both marks have the id "fnref-1", which no validator lets pass, and the note leads back to the first alone.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'mistune==3.4.0'
seen=$(cd "$dir" && "$dir/venv/bin/python" - <<'PYTHON'
import re

import mistune

page = mistune.create_markdown(plugins=["footnotes"])("Hubo 41[^a] muertos, no 40[^a].\n\n[^a]: Defensoría.\n")
print(re.findall(r'id="[\w-]+"|href="[#\w-]+"', page))
PYTHON
)
wanted=$(cat <<'WANTED'
['id="fnref-1"', 'href="#fn-1"', 'id="fnref-1"', 'href="#fn-1"', 'id="fn-1"', 'href="#fnref-1"']
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
