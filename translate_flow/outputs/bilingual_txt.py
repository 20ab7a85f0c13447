"""Aligned pairs as plain text for reading: each source paragraph, its translation below it.

Like all aligned text it holds segments: figures that stand alone in a table are in the pages only.
"""

from __future__ import annotations

import re

from ..language.tags import language
from ..model import Edition
from ..typeset.chrome import both, named, page_words
from ..typeset.corpus import words
from ..typeset.glosses import annex_rows, annex_title
from ..typeset.labels import label, shown, warning
from . import Output, messages

_NOTE = re.compile(r"\[\^([^\[\]\s]+)\]")


def make(edition: Edition) -> bytes:
    """Pairs with a blank line between them, each text behind its language in brackets."""
    source, target = edition.source_language, edition.target_language
    reader = both(source, target)
    says = page_words(reader)
    sides = {
        "source": f"{language(source, reader)} [{source}]",
        "target": f"{named(target, reader)} [{target}]",
    }
    head = [
        edition.document.title.replace("\n", " ") or edition.document.name,
        says["by_passage"].format(**sides),
    ]
    if edition.source_path:
        head.append(says["from_file"].format(file=edition.source_path))
    if said := warning(edition, reader):
        head.append(f"{says['not_reviewed'].rstrip('.').upper()}: {said}")
    blocks = ["\n".join(head)]
    form = edition.document.format
    for unit in edition.units:
        translated = f"{label(unit, reader)} {_read(shown(unit), form)}".lstrip()
        blocks.append(f"{_tagged(source, _read(unit.segment.text, form))}\n{_tagged(target, translated)}")
    if terms := annex_rows(edition):
        blocks.append("\n".join([annex_title(edition, reader), *(f"{es} = {meant}" for es, meant in terms)]))
    return ("\n\n".join(blocks) + "\n").encode()


def _read(text: str, form: str) -> str:
    """What a reader sees of it; a reference to a note is its number in brackets."""
    return text if form == "plain" else words(_NOTE.sub(r"[\1]", text), form)


def _tagged(tag: str, text: str) -> str:
    """The text behind its language; further lines are indented below the first."""
    mark = f"[{tag}] "
    return mark + text.replace("\n", "\n" + " " * len(mark))


BILINGUAL_TXT = Output("bilingual-txt", "aligned.txt", messages.BILINGUAL_TXT(), make, glossed=True)
