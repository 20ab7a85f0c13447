#!/usr/bin/env bash
# apertium-eng-spa 0.8.1-2, with apertium 3.8.3-1+b2 and lttoolbox 3.7.1-1+b2 (Debian 12): a pronoun before *ir a* and
# an infinitive, where Spanish may put it.
# One would expect: "Nos van a pagar." gives what "Van a pagarnos." gives: "… pay us".
# Seen: "They go us to pay", "They do not go them to pay": the pronoun becomes the object of *go*, and who is paid is
# lost; behind the infinitive it is right. "Nos pueden pagar" is spared.
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
    for sentence in 'Van a pagarnos.' 'Nos van a pagar.' 'No les van a pagar.' 'Nos pueden pagar.'; do draft "$sentence"; done
)
printf '%s\n' "$seen"
printf '%s\n' "$seen" | paste -sd'|' - | grep -q 'pay us.|They go us to pay.|They do not go them to pay.|.*pay us'
