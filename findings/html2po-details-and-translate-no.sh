#!/usr/bin/env bash
# Translate Toolkit 3.20.4, html2po: <details> with its <summary>, and translate="no".
# One would expect: every visible text of the page is offered, and what HTML's own attribute excludes from translation is not.
# Seen: the summary and the text in <details> are offered nowhere and stay Spanish in what po2html writes; the name in
# <p translate="no"> is offered.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'translate-toolkit==3.20.4'
seen=$(cd "$dir" && "$dir/venv/bin/python" - <<'PYTHON'
import subprocess
import sys
from pathlib import Path

Path("a.html").write_text(
    '<!DOCTYPE html><html lang="es"><head><title>Acta</title></head><body><p translate="no">Red Muqui</p>'
    "<details><summary>Ver la lista</summary>Firman tres comunidades.</details><p>Lima</p></body></html>"
)
tool = Path(sys.executable).parent / "html2po"
subprocess.run([tool, "--progress=none", "a.html", "a.po"], check=True, capture_output=True)
print([line[6:] for line in Path("a.po").read_text().splitlines() if line.startswith("msgid ")][1:])
PYTHON
)
wanted=$(cat <<'WANTED'
['"es"', '"Acta"', '"Red Muqui"', '"Lima"']
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
