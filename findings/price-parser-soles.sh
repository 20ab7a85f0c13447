#!/usr/bin/env bash
# price-parser 0.5.1: sums in soles, whose sign is S/ (so the Central Reserve Bank of Peru since 2015; before it was S/.).
# One would expect: "S/ 15.00" has the currency S/, as "S/. 15.00" and "US$ 15.00" have theirs, and "25 mil" (25 thousand) is
# either 25,000 or refused.
# Seen: today's sign is no currency, only the old one is; and "S/ 25 mil" is 25, without a word.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'price-parser==0.5.1'
seen=$(cd "$dir" && "$dir/venv/bin/python" - <<'PYTHON'
from price_parser import Price

for text in ("US$ 15.00", "S/. 15.00", "S/ 15.00", "S/ 25 mil"):
    price = Price.fromstring(text)
    print(text, "=", price.amount, price.currency)
PYTHON
)
wanted=$(cat <<'WANTED'
US$ 15.00 = 15.00 US$
S/. 15.00 = 15.00 S/.
S/ 15.00 = 15.00 None
S/ 25 mil = 25 None
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
