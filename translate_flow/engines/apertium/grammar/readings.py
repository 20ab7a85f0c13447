"""Readings that grammar rules out, taken away before the tagger chooses among them.

Each is a fact of Spanish: a participle behind *haber* has no gender and no number (*hubo muertos*: there were dead), and
*ni … ni* joins things before it joins verbs (*ni olvido ni perdón*). A word that stands alone, as a heading, is a noun before it is a
participle (*Comunicado*).
"""

from __future__ import annotations

import re

_HAD = re.compile(
    rb"(/haber<vbhaver>[^$]*\$ \^[^/$]+)((?:/[^/$]+)*/[^/$<]+<vblex><pp><(?:m><pl|f><sg|f><pl)>(?:/[^/$]+)*)\$"
)
_PLURAL_PARTICIPLE = re.compile(rb"/[^/$<]+<vblex><pp><(?:m><pl|f><sg|f><pl)>")
_ALONE = re.compile(rb"(\^[^/$]+)((?:/[^/$]+){2,})\$")
_PARTICIPLE = re.compile(rb"/[^/$<]+<vblex><pp>[^/$]*")
_NEITHER = re.compile(rb"(/[Nn]i<cnjcoo>\$ \^[^/$]+)((?:/[^/$]+){2,})\$")
_FINITE = re.compile(rb"/[^/$]+<(?:pri|prs|imp|ifi)><p[123]>[^/$]*")


def possible(record: bytes) -> bytes:
    """A record behind the analyser without the readings that cannot be."""
    if record.count(b"^") == 1:
        record = _ALONE.sub(lambda m: b"%b%b$" % (m[1], _without(m[2], _PARTICIPLE)), record)
    if b"<vbhaver>" in record:
        record = _HAD.sub(lambda m: b"%b%b$" % (m[1], _without(m[2], _PLURAL_PARTICIPLE)), record)
    if b"i<cnjcoo>" in record:
        record = _NEITHER.sub(_thing, record)
    return record


def _without(readings: bytes, gone: re.Pattern[bytes]) -> bytes:
    """The readings without some of them; all of them where nothing else would be left."""
    return gone.sub(b"", readings) or readings


def _thing(match: re.Match[bytes]) -> bytes:
    if b"<n>" not in match[2] and b"<adj>" not in match[2]:
        return match[0]
    return b"%b%b$" % (match[1], _without(match[2], _FINITE))
