"""Keeps `locale/TAG/LC_MESSAGES/messages.po` in step with the tables: `python -m translate_flow.messages.catalogue`.

New messages come in without a translation, changed ones keep theirs marked fuzzy, those that are gone go.
A test fails until each has its translation.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import translate_flow

from .message import Template, every_template
from .speech import LANGUAGES


def place(tag: str) -> Path:
    """The PO file of that language."""
    return Path(translate_flow.__file__).parent / "locale" / tag / "LC_MESSAGES" / "messages.po"


def update(tag: str) -> Any:
    """That language's catalogue (polib's) with an entry for every message, in the order of their ids."""
    import polib

    path = place(tag)
    old = {e.msgctxt: e for e in polib.pofile(str(path))} if path.exists() else {}
    made = polib.POFile(wrapwidth=0)
    made.metadata = {
        "Project-Id-Version": "translate-flow",
        "Language": tag,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    for identifier, template in sorted(every_template().items()):
        made.append(_entry(identifier, template, old.get(identifier)))
    return made


def _entry(identifier: str, template: Template, old: Any) -> Any:
    import polib

    if template.one:
        entry = polib.POEntry(msgctxt=identifier, msgid=template.one, msgid_plural=template.text)
        entry.msgstr_plural = dict(old.msgstr_plural) if old and old.msgstr_plural else {0: "", 1: ""}
    else:
        entry = polib.POEntry(msgctxt=identifier, msgid=template.text, msgstr=old.msgstr if old else "")
    if old and (old.fuzzy or (old.msgid, old.msgid_plural) != (entry.msgid, entry.msgid_plural)):
        entry.flags.append("fuzzy")
    return entry


if __name__ == "__main__":
    for language in LANGUAGES:
        if language != "en":
            update(language).save(str(place(language)))
