#!/usr/bin/env bash
# EbookLib 0.20: a chapter in Quechua within a Spanish book, written and read again.
# One would expect: the chapter keeps its language and its title, which stand in its own file (lang, xml:lang, <title>).
# Seen: after reading both are lost, and what get_content() gives says lang="en": a screen reader then reads Quechua as English.
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
chapter = epub.EpubHtml(title="Uno", file_name="a.xhtml", lang="qu")
chapter.content = "<p>Kawsay</p>"
book.add_item(chapter)
book.toc, book.spine = (), [chapter]
book.add_item(epub.EpubNav())
epub.write_epub("a.epub", book)


def head(text):
    return re.findall(r'xml:lang="(\w+)"|<title>(\w+)', text)


print(head(zipfile.ZipFile("a.epub").read("EPUB/a.xhtml").decode()))
again = epub.read_epub("a.epub").get_item_with_href("a.xhtml")
print(repr(again.lang), repr(again.title), head(again.get_content().decode()))
PYTHON
)
wanted=$(cat <<'WANTED'
[('qu', ''), ('', 'Uno')]
None '' [('en', '')]
WANTED
)
printf '%s\n' "$seen"
[ "$seen" = "$wanted" ]
