#!/usr/bin/env bash
# LibreOffice 7.4.7: many files given to one `soffice --convert-to`.
# One would expect: each is converted, or the program says which are not, or fails.
# Seen: of 300 small text files the first 247 or so are converted, as many as make 255 arguments with the options;
# the others are left out without a word, and the exit code is 0. Scripts that convert a folder have to give it in parts.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
soffice --version
mkdir "$dir/in"
for at in $(seq 300); do
    echo "Hola $at" > "$dir/in/$at.txt"
done
soffice "-env:UserInstallation=file://$dir/profile" --headless --convert-to odt --outdir "$dir/out" "$dir"/in/*.txt \
    > "$dir/said" 2>&1
made=$(find "$dir/out" -name '*.odt' | wc -l)
echo "exit code 0, $made of 300 files converted"
[ "$made" -gt 200 ]
[ "$made" -lt 300 ]
