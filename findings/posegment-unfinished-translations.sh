#!/usr/bin/env bash
# Translate Toolkit 3.20.4, posegment: a paragraph that was translated and is marked unfinished (fuzzy), cut into sentences.
# One would expect: its sentences keep the translation and the mark, since both sides have two sentences; a finished
# paragraph's do.
# Seen: the translation is thrown away without a word; what stays are two empty entries, still marked fuzzy.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'translate-toolkit==3.20.4'
seen=$(cd "$dir" && "$dir/venv/bin/python" - <<'PYTHON'
import subprocess
import sys
from pathlib import Path

head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
for flag in ("", "#, fuzzy\n"):
    Path("a.po").write_text(f'{head}\n{flag}msgid "Uno. Dos."\nmsgstr "One. Two."\n')
    subprocess.run([Path(sys.executable).parent / "posegment", "--progress=none", "a.po", "b.po"], check=True, capture_output=True)
    print(Path("b.po").read_text().split("\n\n", 1)[1].strip(), end="\n\n")
PYTHON
)
wanted=$(cat <<'WANTED'
msgid "Uno."
msgstr "One."

msgid "Dos."
msgstr "Two."

#, fuzzy
msgid "Uno."
msgstr ""

#, fuzzy
msgid "Dos."
msgstr ""
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
