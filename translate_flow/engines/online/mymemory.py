"""MyMemory: a public translation memory with machine translation behind it. No key."""

from __future__ import annotations

import html
import os
from dataclasses import dataclass
from typing import Any, ClassVar

from ...errors import EngineError, RateLimited
from ...messages import Message
from .. import EngineFacts
from .. import messages as about
from .factory import Online
from .messages import DAY_QUOTA, EMPTY_ANSWER, NOT_ACCEPTED, TOO_MANY
from .service import Asked, Send, Service, extra_missing, primary, variable
from .wire import Answer, AttemptFailed, Request

LONGEST = 499
"""Bytes one request may hold: the service takes 500."""
REGIONS = {"es": "es-ES", "en": "en-GB", "pt": "pt-PT", "fr": "fr-FR", "de": "de-DE", "zh": "zh-CN"}
"""The region meant when a tag has none, or one that the service does not have."""
QUOTA = ("MYMEMORY WARNING", "YOU USED ALL AVAILABLE")
"""What is in the place of a translation, or in the details, when the day's quota is used up."""
COMPLAINTS = (
    "INVALID LANGUAGE PAIR",
    "QUERY LENGTH LIMIT",
    "PLEASE SELECT TWO DISTINCT LANGUAGES",
    "NO QUERY SPECIFIED",
    "INVALID EMAIL",
    "INVALID SOURCE LANGUAGE",
    "INVALID TARGET LANGUAGE",
)
"""What other messages in the place of a translation begin with."""


@dataclass(frozen=True)
class MyMemory(Online):
    """Factory of the engine `mymemory`."""

    endpoint: str = "https://api.mymemory.translated.net/get"
    name: ClassVar[str] = "mymemory"
    description: ClassVar[Message | str] = about.MYMEMORY()

    def facts(self) -> EngineFacts:
        """deep-translator's list of the service's languages; ten times as much a day with an address."""
        limits = {"bytes a request": LONGEST, "characters a day": 5_000}
        variables = (variable(self.name, "EMAIL"),)
        if extra_missing(self.name):
            return EngineFacts(limits, variables=variables)
        from deep_translator.constants import MY_MEMORY_LANGUAGES_TO_CODES

        codes = tuple(sorted(set(MY_MEMORY_LANGUAGES_TO_CODES.values())))
        return EngineFacts(limits, variables=variables, languages=codes)

    def source_code(self, tag: str) -> str:
        """Language with region, as the service wants it."""
        from deep_translator.constants import MY_MEMORY_LANGUAGES_TO_CODES

        known = {code.lower(): code for code in MY_MEMORY_LANGUAGES_TO_CODES.values()}
        language = primary(tag)
        exact = known.get(tag.replace("_", "-").lower()) or REGIONS.get(language)
        return exact or next((code for low, code in known.items() if low.split("-")[0] == language), "")

    def service(self, source: str, target: str) -> Service:
        """The service; an e-mail address in the environment raises its daily quota tenfold."""
        address = os.environ.get(variable(self.name, "EMAIL"), "").strip()

        def ask(send: Send, asked: Asked) -> object:
            params = {"langpair": f"{source}|{target}", "q": asked.text}
            if address:
                params["de"] = address
            answer = send(Request("GET", self.endpoint, params)).json()["responseData"]["translatedText"]
            # Its memories come from web pages too, with the signs written as entities.
            return html.unescape(answer) if isinstance(answer, str) and "&" not in asked.text else answer

        return Service(self.name, ask, _fits, source, judge=_judge, workers=2, interval=0.5)


def _fits(text: str) -> bool:
    return len(text.encode()) <= LONGEST


def _judge(answer: Answer) -> None:
    """Quota notes and complaints come with status 200, in the place of the translation."""
    try:
        data = answer.json()
    except ValueError:
        return
    data = data if isinstance(data, dict) else {}
    given: Any = data.get("responseData")
    text = given.get("translatedText") if isinstance(given, dict) else None
    # In capitals, as the service shouts: "Invalid language pairs are …" may well be a translation.
    text = text.strip() if isinstance(text, str) else ""
    details = str(data.get("responseDetails") or "").upper()
    status = str(data.get("responseStatus") or answer.status_code)
    if data.get("quotaFinished") is True or text.startswith(QUOTA) or any(sign in details for sign in QUOTA):
        raise AttemptFailed(RateLimited(DAY_QUOTA(name="mymemory")), fatal=True)
    if not 200 <= answer.status_code < 300:
        return
    if status == "429":
        raise AttemptFailed(RateLimited(TOO_MANY(name="mymemory")), again=True)
    if status != "200" or text.startswith(COMPLAINTS):
        raise AttemptFailed(EngineError(NOT_ACCEPTED(name="mymemory")))
    if not text:
        raise AttemptFailed(EngineError(EMPTY_ANSWER(name="mymemory")), again=True)


MYMEMORY = MyMemory()
