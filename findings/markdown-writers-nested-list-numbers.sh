#!/usr/bin/env bash
# pandoc 3.9 (pypandoc-binary 1.17), markdownify 1.2.3, html2text 2025.4.15: a web page's list within an item, whose numbers
# go on from those above (<ol start="4">), as Markdown.
# One would expect: what they write is read as the page again. In CommonMark (0.31, 5.3) only a list that begins with 1 may
# follow a line of text directly; before any other a blank line is needed.
# Seen: all three write "4." right below the text, and every CommonMark reader, pandoc's own among them, takes both demands
# for the running text of the item: "Exigimos: 4. agua 5. luz".
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check \
  'pypandoc-binary==1.17' 'markdownify==1.2.3' 'html2text==2025.4.15' 'markdown-it-py==4.3.0'
seen=$(cd "$dir" && "$dir/venv/bin/python" - <<'PYTHON'
import html2text
import pypandoc
from markdown_it import MarkdownIt
from markdownify import markdownify

PAGE = '<ul><li>Exigimos:<ol start="4"><li>agua</li><li>luz</li></ol></li></ul>'
pandoc = pypandoc.convert_text(PAGE, "commonmark", format="html")
for name, text in (("pandoc", pandoc), ("markdownify", markdownify(PAGE)), ("html2text", html2text.html2text(PAGE))):
    print(name, "list kept" if "<ol" in MarkdownIt().render(text) else "list lost")
again = pypandoc.convert_text(pandoc, "plain", format="commonmark")
print(" ".join(again.split()))
PYTHON
)
wanted=$(cat <<'WANTED'
pandoc list lost
markdownify list lost
html2text list lost
- Exigimos: 4. agua 5. luz
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
