"""Google Translate's public page for old telephones. No key, no agreement, no promise."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import quote

from ...errors import RateLimited
from ...messages import Message
from .. import EngineFacts
from .. import messages as about
from .factory import Online
from .messages import BLOCKED
from .service import Asked, Send, Service, extra_missing, primary
from .wire import Answer, AttemptFailed, Request

LONGEST = 4_999
"""Characters one request may hold."""
QUALITY = {("es", "en"): 61.4}
"""chrF2, see `EngineFacts`."""
LONGEST_QUERY = 12_000
"""Bytes the text may take in the URL, where each letter beyond ASCII takes six or more."""
RESULT = frozenset({"t0", "result-container"})
"""Classes of the element that holds the translation, in the page's two forms."""
CODES = {"zh": "zh-CN", "zh-hant": "zh-TW", "zh-tw": "zh-TW", "zh-hk": "zh-TW", "he": "iw", "nb": "no"}
"""Tags whose language subtag is not Google's code."""


@dataclass(frozen=True)
class Google(Online):
    """Factory of the engine `google`."""

    endpoint: str = "https://translate.google.com/m"
    name: ClassVar[str] = "google"
    description: ClassVar[Message | str] = about.GOOGLE()

    def facts(self) -> EngineFacts:
        """deep-translator's list of the page's languages."""
        if extra_missing(self.name):
            return EngineFacts({"characters a request": LONGEST}, quality=QUALITY)
        from deep_translator.constants import GOOGLE_LANGUAGES_TO_CODES

        codes = tuple(sorted(set(GOOGLE_LANGUAGES_TO_CODES.values())))
        return EngineFacts({"characters a request": LONGEST}, languages=codes, quality=QUALITY)

    def source_code(self, tag: str) -> str:
        """Google's code; regions count for Chinese only."""
        from deep_translator.constants import GOOGLE_LANGUAGES_TO_CODES

        tag = tag.replace("_", "-").lower()
        code = CODES.get(tag) or CODES.get(primary(tag)) or primary(tag)
        return code if code in GOOGLE_LANGUAGES_TO_CODES.values() else ""

    def service(self, source: str, target: str) -> Service:
        """The page; five requests a second are said to be allowed, four are sent."""

        def ask(send: Send, asked: Asked) -> object:
            params = {"sl": source, "tl": target, "q": asked.text}
            answer = _text(send(Request("GET", self.endpoint, params)))
            # Its page holds some signs as entities twice over.
            return html.unescape(answer) if "&" not in asked.text else answer

        return Service(self.name, ask, _fits, source, judge=_judge, interval=0.25)


def _text(answer: Answer) -> str:
    """The translation in the page. Raises ValueError for a page that has none."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    try:
        page = document_fromstring(answer.text.encode(), HTMLParser(encoding="utf-8"))
    except etree.ParserError as error:
        raise ValueError("not a page") from error
    for place in page.iter("div"):
        if not RESULT.isdisjoint((place.get("class") or "").split()):
            for broken in place.iter("br"):
                broken.tail = "\n" + (broken.tail or "")
            return "".join(map(str, place.itertext())).strip()
    raise ValueError("a page without translation")


def _fits(text: str) -> bool:
    return len(text) <= LONGEST and len(quote(text, safe="")) <= LONGEST_QUERY


def _judge(answer: Answer) -> None:
    """Its sign for "you are a robot" is a redirection to a riddle."""
    if 300 <= answer.status_code < 400 and "/sorry/" in answer.headers.get("location", ""):
        raise AttemptFailed(RateLimited(BLOCKED(name="google")), fatal=True)


GOOGLE = Google()
