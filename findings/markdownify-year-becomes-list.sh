#!/usr/bin/env bash
# markdownify 1.2.3: paragraphs of a web page whose first characters mean something in Markdown, and a table's cell with a bar.
# One would expect: what it writes is read as the page again; asterisks and underscores within a line are escaped for that.
# Seen: "2023. Un año de luto." becomes a list that starts at 2023, "+ 5 heridos" a list, "# 3 de abril" a heading, and the cell
# "18|23" two cells, of which the table has no room for the second.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'markdownify==1.2.3' 'markdown-it-py==4.3.0'
seen=$(cd "$dir" && "$dir/venv/bin/python" - <<'PYTHON'
from markdown_it import MarkdownIt
from markdownify import markdownify

table = "<table><tr><th>Día</th><th>Casos</th></tr><tr><td>18|23</td><td>5</td></tr></table>"
for page in ("<p>2023. Un año de luto.</p>", "<p>+ 5 heridos</p>", "<p># 3 de abril</p>", table):
    print(MarkdownIt().enable("table").render(markdownify(page).strip()).replace("\n", ""))
PYTHON
)
wanted=$(cat <<'WANTED'
<ol start="2023"><li>Un año de luto.</li></ol>
<ul><li>5 heridos</li></ul>
<h1>3 de abril</h1>
<table><thead><tr><th>Día</th><th>Casos</th></tr></thead><tbody><tr><td>18</td><td>23</td></tr></tbody></table>
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
