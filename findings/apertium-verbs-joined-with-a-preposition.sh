#!/usr/bin/env bash
# apertium-eng-spa 0.8.1-2, with apertium 3.8.3-1+b2 and lttoolbox 3.7.1-1+b2 (Debian 12): words that the dictionary joins
# with the preposition behind them. Its entries of verbs with *a* and *con* take every form, whatever is before it.
# One would expect: *amistad con* to be friendship with somebody, *debe a sus obreros* to be what is owed to them, and
# *se debe al clima* (where *a* and *el* are written together) to be what *se debe a la lluvia* is: due to.
# Seen: a noun read as an order to several persons (become friends with), a debt turned into a cause (is due to), and
# the cause itself lost as soon as the article is masculine (has to, and an empty word).
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
    for sentence in 'Alega amistad con el juez.' 'La empresa debe a sus obreros dos meses.' 'La derrota se debe a la lluvia.' \
        'La derrota se debe al clima.'; do draft "$sentence"; done
)
printf '%s\n' "$seen"
printf '%s\n' "$seen" | paste -sd'|' - | grep -q 'become friends with the judge.|.* is due to .*|.* is due to the rain.|The defeat has to .*to the climate.'
