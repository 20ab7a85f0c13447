#!/usr/bin/env bash
# apertium-eng-spa 0.8.1-2, with apertium 3.8.3-1+b2 and lttoolbox 3.7.1-1+b2 (Debian 12): *nunca* behind another
# negation, which Spanish needs there (*No vine nunca*).
# One would expect: "I did not come ever" or "I never came", as "No vino nadie" gives "anybody" and no second negation.
# Seen: "I did not come never": two negations, which in English say the opposite or nothing; *jamás* and *nunca más* do
# the same. Before the verb, where it stands alone, the word is right but out of its place: "Never I came".
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
    for sentence in 'No vino nadie.' 'No vine nunca.' 'No vine jamás.' 'Nunca vine.'; do draft "$sentence"; done
)
printf '%s\n' "$seen"
printf '%s\n' "$seen" | paste -sd'|' - | grep -q 'anybody.*|I did not come never.|I did not come never.|Never I came.'
