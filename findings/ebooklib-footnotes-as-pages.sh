#!/usr/bin/env bash
# EbookLib 0.20: a chapter with a footnote, marked up as EPUB 3 has it (<aside epub:type="footnote" id="…">).
# One would expect: the navigation document holds the table of contents; a list of pages (epub:type="page-list") only if
# the book has marks of printed pages (epub:type="pagebreak").
# Seen: every element that has an id and an epub:type is taken for a page, and a reader's "go to page" offers the text of the note.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'EbookLib==0.20'
seen=$(cd "$dir" && "$dir/venv/bin/python" - <<'PYTHON'
import re
import zipfile

from ebooklib import epub

book = epub.EpubBook()
book.set_identifier("a")
book.set_title("Acta")
book.set_language("es")
chapter = epub.EpubHtml(title="Uno", file_name="a.xhtml", lang="es")
chapter.content = '<p>Hubo 41<a href="#n">1</a>.</p><aside epub:type="footnote" id="n">Defensoría.</aside>'
book.add_item(chapter)
book.toc, book.spine = (chapter,), ["nav", chapter]
book.add_item(epub.EpubNav())
epub.write_epub("a.epub", book)
found = zipfile.ZipFile("a.epub").read("EPUB/nav.xhtml").decode()
print(re.findall(r'epub:type="([\w-]+)"', found), re.findall(r"<a [^>]*>[^<]*</a>", found))
PYTHON
)
wanted=$(cat <<'WANTED'
['toc', 'page-list'] ['<a href="a.xhtml">Uno</a>', '<a href="a.xhtml#n">Defensoría.</a>']
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
