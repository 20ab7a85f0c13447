"""Google Translate's public page, as deep-translator reads it. No key, no agreement, no promise."""

from __future__ import annotations

import html
from dataclasses import dataclass, replace
from typing import ClassVar
from urllib.parse import quote_plus

from ...errors import RateLimited
from ...messages import Message
from .. import EngineFacts
from .. import messages as about
from .factory import Online
from .library import Send, confined
from .messages import BLOCKED
from .service import Asked, Service, library_missing, primary
from .wire import Answer, AttemptFailed

LONGEST = 4_999
"""Characters one request may hold."""
QUALITY = {("es", "en"): 61.4}
"""chrF2, see `EngineFacts`."""
LONGEST_QUERY = 12_000
"""Bytes the text may take in the URL, where each letter beyond ASCII takes six or more."""
CODES = {"zh": "zh-CN", "zh-hant": "zh-TW", "zh-tw": "zh-TW", "zh-hk": "zh-TW", "he": "iw", "nb": "no"}
"""Tags whose language subtag is not Google's code."""


@dataclass(frozen=True)
class Google(Online):
    """Factory of the engine `google`."""

    endpoint: str = "https://translate.google.com/m"
    name: ClassVar[str] = "google"
    description: ClassVar[Message | str] = about.GOOGLE()

    def facts(self) -> EngineFacts:
        """The library's list of the page's languages."""
        if library_missing(self.name):
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
        from deep_translator import GoogleTranslator

        def ask(send: Send, asked: Asked) -> object:
            library = confined(GoogleTranslator, lambda request: send(replace(request, url=self.endpoint)))
            answer = library(source=source, target=target).translate(asked.text)
            # Its page holds some signs as entities twice over.
            return html.unescape(answer) if isinstance(answer, str) and "&" not in asked.text else answer

        return Service(self.name, ask, _fits, source, judge=_judge, interval=0.25)


def _fits(text: str) -> bool:
    return len(text) <= LONGEST and len(quote_plus(text)) <= LONGEST_QUERY


def _judge(answer: Answer) -> None:
    """Its sign for "you are a robot" is a redirection to a riddle."""
    if 300 <= answer.status_code < 400 and "/sorry/" in answer.headers.get("location", ""):
        raise AttemptFailed(RateLimited(BLOCKED(name="google")), fatal=True)


GOOGLE = Google()
