#!/usr/bin/env bash
# syntok 1.4.4, which has rules for Spanish: sentences with abbreviations of statements.
# One would expect one sentence each; "Sr." and "art." are known.
# Seen: the United States are cut in two (EE. / UU.), so are a general's two titles, a page and an item.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'syntok==1.4.4'
seen=$("$dir/venv/bin/python" -W ignore - <<'PYTHON'
from syntok.segmenter import analyze

for text in ("El Sr. Fiscal citó el art. 2 de la ley.", "La embajada de EE. UU. no respondió.", "Habló el Tte. Gral. Díaz.", "Véase pág. 4 del informe.", "Rige el inc. 3 de la norma."):
    print(" / ".join("".join(t.spacing + t.value for t in s).strip() for paragraph in analyze(text) for s in paragraph))
PYTHON
)
wanted=$(cat <<'WANTED'
El Sr. Fiscal citó el art. 2 de la ley.
La embajada de EE. / UU. no respondió.
Habló el Tte. / Gral. Díaz.
Véase pág. / 4 del informe.
Rige el inc. / 3 de la norma.
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
