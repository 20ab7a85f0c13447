#!/usr/bin/env bash
# apertium-eng-spa 0.8.1-2, with apertium 3.8.3-1+b2 and lttoolbox 3.7.1-1+b2 (Debian 12): English forms that no English has.
# One would expect: "Ella enseña." gives "She teaches.", and the generator "permitted" for the past of permit and
# "acquitted" for the participle of acquit, as it has "reaches" and "committed".
# Seen: "She teachs.", permited, acquited; the regular forms beside them are right.
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
sentence=$(printf '%s' 'Ella enseña.' | apertium-destxt | sh spa-eng.sh | apertium-retxt)
forms=$(
    for form in 'reach<vblex><pri><p3><sg>' 'commit<vblex><past>' 'permit<vblex><past>' 'acquit<vblex><pp>'; do
        printf '^%s$\n' "$form" | lt-proc -g "$share/apertium-eng-spa/spa-eng.autogen.bin"
    done | paste -sd' ' -
)
printf '%s\n%s\n' "$sentence" "$forms"
[ "$sentence" = 'She teachs.' ] && [ "$forms" = 'reaches committed permited acquited' ]
