#!/usr/bin/env bash
# Translate Toolkit 3.20.4, po2tmx --source-language=es: the head of the memory.
# One would expect: srclang="es" in <header>, which the standard makes the default for all units, as each unit says.
# Seen: the head says "en" while every unit says "es"; programs that go by the head alone take the English for the source.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'translate-toolkit==3.20.4'
seen=$(cd "$dir" && "$dir/venv/bin/python" - <<'PYTHON'
import re
import subprocess
import sys
from pathlib import Path

Path("a.po").write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Hola"\nmsgstr "Hello"\n')
tool = Path(sys.executable).parent / "po2tmx"
subprocess.run([tool, "--progress=none", "-l", "en", "--source-language=es", "a.po", "a.tmx"], check=True, capture_output=True)
print(re.findall(r'<(header|tu)\b[^>]*(srclang="\w+")', Path("a.tmx").read_text()))
PYTHON
)
wanted=$(cat <<'WANTED'
[('header', 'srclang="en"'), ('tu', 'srclang="es"')]
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
