#!/usr/bin/env bash
# Translate Toolkit 3.20.4, TBX: the term that is called preferred is not the one that is given.
# One would expect: of a concept with several terms a glossary reader gives the one whose administrativeStatus is
# preferredTerm-admn-sts (ISO 30042, TBX-Basic), and none that is deprecated.
# Seen: source and target are whichever term stands first, here a merely admitted translation and a deprecated Spanish
# term; a program that goes by them teaches its translators the wrong ones.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'translate-toolkit==3.20.4'
seen=$("$dir/venv/bin/python" - <<'PYTHON'
from translate.storage.tbx import tbxfile


def section(language, *terms):
    made = "".join(
        f'<tig><term>{text}</term><termNote type="administrativeStatus">{status}Term-admn-sts</termNote></tig>'
        for text, status in terms
    )
    return f'<langSet xml:lang="{language}">{made}</langSet>'


spanish = section("es", ("junta de vecinos", "deprecated"), ("junta vecinal", "preferred"))
english = section("en", ("neighbours' board", "admitted"), ("neighbourhood council", "preferred"))
data = (
    '<martif type="TBX-Basic" xml:lang="es"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc>'
    f'</martifHeader><text><body><termEntry id="c1">{spanish}{english}</termEntry></body></text></martif>'
)
(unit,) = tbxfile.parsestring(data.encode(), "es", "en").units
print(unit.source, "→", unit.target)
PYTHON
)
printf '%s\n' "$seen"
[ "$seen" = "junta de vecinos → neighbours' board" ]
