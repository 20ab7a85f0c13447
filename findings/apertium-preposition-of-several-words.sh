#!/usr/bin/env bash
# apertium-eng-spa 0.8.1-2, with apertium 3.8.3-1+b2 and lttoolbox 3.7.1-1+b2 (Debian 12): a preposition of several
# words that begins a sentence and ends in "a".
# One would expect: "Debido a las lluvias salieron." gives "Because of the rains …", as "Tras las lluvias salieron."
# gives "After the rains …".
# Seen: BECAUSE OF the rains, IN SPITE OF the rains, IN FRONT OF the law; the source has no word in capitals. After the
# transfer the chunk is called `Debido A`, which the last stages take for capitals throughout. "Dentro de" is spared.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
chmod 755 "$dir"
cd "$dir"
apt-get download -qq apertium-eng-spa=0.8.1-2 apertium=3.8.3-1+b2 libapertium3=3.8.3-1+b2 \
    lttoolbox=3.7.1-1+b2 liblttoolbox3=3.7.1-1+b2 apertium-lex-tools=0.4.2-2 libapertium-lex-tools1=0.4.2-2 2> /dev/null
for file in *.deb; do dpkg-deb -x "$file" tree; done
share=$dir/tree/usr/share/apertium
export PATH="$dir/tree/usr/bin:$PATH" LC_ALL=C.UTF-8
export LD_LIBRARY_PATH="$dir/tree/usr/lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH 2>/dev/null || echo x86_64-linux-gnu)"
sed -e "s#/usr/share/apertium#$share#g" -e 's#\$1#-g#; s#\$2##' "$share/modes/spa-eng.mode" > spa-eng.sh
draft() { printf '%s' "$1" | apertium-destxt | sh spa-eng.sh | apertium-retxt; echo; }
seen=$(
    for sentence in 'Tras las lluvias salieron.' 'Debido a las lluvias salieron.' 'Pese a las lluvias salieron.' \
        'Frente a la ley protestaron.' 'Dentro de la ley protestaron.'; do draft "$sentence"; done
)
printf '%s\n' "$seen"
printf '%s\n' "$seen" | cut -d' ' -f1-2 | paste -sd'|' - | grep -qx 'After the|BECAUSE OF|IN SPITE|IN FRONT|Inside the'
