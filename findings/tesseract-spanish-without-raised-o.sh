#!/usr/bin/env bash
# tesseract-ocr-spa 1:4.1.0-2 (Debian 12): the Spanish model, and the sign of "número" before the number of every law.
# One would expect: the alphabet of a model for Spanish holds the letters of Spanish, ü among them, and º and ª, which are on
# every Spanish keyboard.
# Seen: it has none of the three (nor °, which a temperature has). Tesseract gives what looks nearest: "Ley N.2 29785", "2.2 sala",
# "vergúenza"; a digit is put before the number of the law. The model of all Latin script (tesseract-ocr-script-latn) has
# ü, º and °, and no ª.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
chmod 755 "$dir"
cd "$dir"
apt-get download -qq tesseract-ocr-spa=1:4.1.0-2 tesseract-ocr-script-latn=1:4.1.0-2 2> /dev/null
for file in *.deb; do dpkg-deb -x "$file" tree; done
command -v combine_tessdata > /dev/null # of tesseract-ocr
seen=$(
    for model in spa script/Latin; do
        name=$(basename "$model")
        find tree -name "$name.traineddata" -exec cp {} "$name.traineddata" \;
        combine_tessdata -u "$name.traineddata" "$name." > /dev/null 2>&1
        printf '%s:' "$name"
        for letter in ñ ü º ª °; do
            LC_ALL=C grep -q "^$letter " "$name.lstm-unicharset" && printf ' %s' "$letter" || printf ' no-%s' "$letter"
        done
        echo
    done
)
printf '%s\n' "$seen"
[ "$seen" = 'spa: ñ no-ü no-º no-ª no-°
Latin: ñ ü º no-ª °' ]
