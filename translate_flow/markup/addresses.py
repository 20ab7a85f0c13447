"""Messages that a link begins: subject and body of a mail, words to share, as they stand in an address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, unquote, unquote_plus

from ..language.text import has_letters
from ..language.whole import as_read

_MESSAGE = re.compile(
    r"mailto:|sms:|whatsapp:|tg://msg|https?://(?:www\.)?(?:wa\.me|api\.whatsapp\.com|t\.me/share|telegram\.me/share"
    r"|(?:twitter|x)\.com/(?:intent|share)|bsky\.app/intent|threads\.(?:net|com)/intent|mastodon\.[\w.]+/share"
    r"|facebook\.com/(?:share|dialog)|linkedin\.com/shar|reddit\.com/submit|pinterest\.[\w.]+/pin/create|tumblr\.com/\w*share)",
    re.IGNORECASE,
)
_PARAMETER = re.compile(
    r"[?&;](?:subject|body|text|quote|title|summary|description)=(?P<value>[^&\"'#\s<>]+)", re.IGNORECASE
)
_SPACE = re.compile(r"[ \t\n\f\r]+")
_LINE = re.compile(r"\r\n|\r|\n")


def messages(address: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, str]]:
    """Where in an address the words of a message stand, and the words; nothing if it begins no message.

    Between `start` and `end` the text may be HTML, where `&amp;` parts the words.
    """
    end = len(address) if end is None else end
    if not _MESSAGE.match(address, start, end):
        return
    mail = address[start : start + 7].lower() == "mailto:"
    for match in _PARAMETER.finditer(address, start, end):
        words = (unquote if mail else unquote_plus)(match["value"])
        lines = (_SPACE.sub(" ", line).strip() for line in words.splitlines())
        words = as_read("\n".join(lines).strip())
        if has_letters(words):
            yield *match.span("value"), words


def coded(words: str) -> str:
    """The words of a message as they stand in an address."""
    return quote("\r\n".join(line.strip() for line in _LINE.split(words.strip())), safe="")


def with_message(address: str, at: int, words: str) -> str:
    """The address with other words in the place of its message number `at`, from 0."""
    for number, (start, end, _) in enumerate(messages(address)):
        if number == at:
            return address[:start] + coded(words) + address[end:]
    return address
