#!/usr/bin/env bash
# apertium-eng-spa 0.8.1-2, with apertium 3.8.3-1+b2 and lttoolbox 3.7.1-1+b2 (Debian 12): Spanish verbs whose English has
# two words (apagar: turn off; sacar: take out).
# One would expect: "Apagaron la luz." gives "They turned off the light.", as "Cerraron la puerta." gives "They closed the door.".
# Seen: "They #turn the light.": the generator has no such form (its sign is #), and the tense and the particle are both gone,
# in the active, the perfect and the passive. With `apertium -u`, which hides the sign, "They turn the light." looks whole.
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
seen=$(
    for sentence in 'Cerraron la puerta.' 'Apagaron la luz.' 'Han sacado los documentos.' 'La luz ha sido apagada.'; do
        printf '%s' "$sentence" | apertium-destxt | sh spa-eng.sh | apertium-retxt
        echo
    done
)
printf '%s\n' "$seen"
[ "$seen" = 'They closed the door.
They #turn the light.
They have #take the documents.
The light has been #turn.' ]
