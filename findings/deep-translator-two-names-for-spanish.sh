#!/usr/bin/env bash
# deep-translator 1.11.4: what Spanish is called differs from one service of the library to the next.
# One would expect: classes that share one interface take the same language codes, at least ISO 639-1's `es`.
# Seen: GoogleTranslator takes `es` and knows no regions; MyMemoryTranslator refuses `es` and wants `es-ES`, knows
# Mexico's, Argentina's, Colombia's and Latin America's Spanish, and refuses Peru's `es-PE`, although it lists Ayacucho Quechua
# as `quy-PE`. Nothing is sent: codes are checked when the object is made.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'deep-translator==1.11.4'
seen=$("$dir/venv/bin/python" - <<'PYTHON'
from deep_translator import GoogleTranslator, MyMemoryTranslator
from deep_translator.exceptions import LanguageNotSupportedException

for service, target in ((GoogleTranslator, "en"), (MyMemoryTranslator, "en-GB")):
    for tag in ("es", "es-ES", "es-419", "es-PE"):
        try:
            service(source=tag, target=target)
            print(service.__name__, tag, "taken")
        except LanguageNotSupportedException:
            print(service.__name__, tag, "refused")
PYTHON
)
printf '%s\n' "$seen"
[ "$seen" = "GoogleTranslator es taken
GoogleTranslator es-ES refused
GoogleTranslator es-419 refused
GoogleTranslator es-PE refused
MyMemoryTranslator es refused
MyMemoryTranslator es-ES taken
MyMemoryTranslator es-419 taken
MyMemoryTranslator es-PE refused" ]
