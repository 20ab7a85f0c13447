#!/usr/bin/env bash
# LibreOffice 7.4.7 (Calc): a table of texts (CSV), in which one cell has a tab, saved as a spreadsheet (.fods, .ods).
# One would expect: the tab of every cell is kept, as <text:tab/>.
# Seen: it is kept in a cell of one line, and lost in a cell that has a line break besides: the words on its two sides are
# one word in the file, and in what is seen when it is opened again. Saved as CSV the same cell keeps it.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
soffice --version
printf 'es,en\n"uno\tdos","uno\tdos\ntres"\n' > "$dir/t.csv"
convert() {
    soffice "-env:UserInstallation=file://$dir/profile" --headless '--infilter=Text - txt - csv (StarCalc):44,34,76,1,1/2/2/2' \
        --convert-to "$1" --outdir "$dir/out" "$dir/t.csv" > "$dir/said" 2>&1
}
convert fods
grep -o '<text:p>uno.*dos</text:p>' "$dir/out/t.fods"
grep -q '<text:p>uno<text:tab/>dos</text:p>' "$dir/out/t.fods"
grep -q '<text:p>unodos</text:p>' "$dir/out/t.fods"
convert 'csv:Text - txt - csv (StarCalc):44,34,76'
cat -A "$dir/out/t.csv"
grep -q "$(printf '"uno\tdos$')" "$dir/out/t.csv"
