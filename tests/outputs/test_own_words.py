"""What an output says of its own is in the language of its readers, in every format."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from translate_flow import outputs
from translate_flow.language import knowledge
from translate_flow.model import Kind, State

from .editions import made

ROWS = [
    (Kind.TITLE, State.APPROVED, "Qwz kqx", "Zpf wqx"),
    (Kind.PARAGRAPH, State.DRAFT, "Qwz kqx vbn.", "Zpf wqx jkl."),
    (Kind.PARAGRAPH, State.STALE, "Qwz vbn.", "Zpf jkl."),
    (Kind.PARAGRAPH, State.MISSING, "Vbn kqx.", ""),
    (Kind.PARAGRAPH, State.TRANSLATED, "Kqx qwz.", "Wqx zpf."),
    (Kind.NAME, State.KEPT, "Xqk", "Xqk"),
]
READ = ("md", "html", "docx", "odt", "txt", "epub", "page-html", "page-md", "page-docx", "fragment")
BOTH = ("bilingual", "bilingual-docx", "bilingual-txt", "interleaved", "interleaved-docx")
_TAG = re.compile(
    r"<(style|script)\b.*?</\1>|<meta [^>]*>|<dc:[^>]*>[^<]*|<[^>]*\b(?:aria-label|title)=\"([^\"]*)\"[^>]*>|<[^>]*>",
    re.DOTALL,
)


def _seen(output: str, target: str, source: str = "es") -> str:
    """All words of an output, those read aloud or shown by the pointer included."""
    data = outputs.load(output).make(made(ROWS, target=target, source=source))
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = ("word/document.xml", "content.xml", "EPUB/text.xhtml")
            data = b"".join(archive.read(name) for name in archive.namelist() if name in parts)
    return _TAG.sub(lambda tag: f" {tag[2] or ''} ", data.decode())


def _phrases(tag: str) -> set[str]:
    """What pages say in a language, without what is filled in, if it cannot be taken for another language's."""
    words = (re.split(r"\{\w+\}", str(said)) for said in knowledge.of(tag).table("page").values())
    return {piece.strip(" .,;:") for said in words for piece in said if len(piece.strip(" .,;:")) > 4}


@pytest.mark.parametrize("target", ["es", "pt", "fr", "de", "it", "ca"])
@pytest.mark.parametrize("output", [*READ, *BOTH])
def test_nothing_is_said_in_english_to_who_reads_another_language(output: str, target: str) -> None:
    source = "es" if target != "es" else "pt"
    seen = _seen(output, target, source)
    own = " ".join([*_phrases(target), *_phrases(source)])
    foreign = {said for said in _phrases("en") if said not in own}
    assert not [said for said in foreign if re.search(rf"\b{re.escape(said)}\b", seen)]
    assert str(knowledge.of(target).table("page")["missing"]) in seen


def test_who_reads_both_languages_is_spoken_to_in_the_one_that_is_known() -> None:
    """Nothing is known of how to speak Quechua; who compares it with the Spanish reads that."""
    for output in ("bilingual", "bilingual-txt"):
        assert "sin traducir" in _seen(output, "qu") and "not translated" not in _seen(output, "qu")
    assert "not translated" in _seen("bilingual", "en")
