"""Microsoft Translator's interface, with a key and, for most keys, a region."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import ClassVar

from ...messages import Message
from .. import EngineFacts
from .. import messages as about
from .factory import Online
from .marks import tagged, untagged
from .service import Asked, Send, Service, key_missing, primary, secret, variable
from .wire import Request

LONGEST = 10_000
"""Characters one request may hold; the service takes 50,000."""
CODES = {"zh": "zh-Hans", "zh-tw": "zh-Hant", "zh-hk": "zh-Hant", "zh-hant": "zh-Hant", "pt-pt": "pt-pt"}
"""Tags whose language subtag is not the service's code."""


@dataclass(frozen=True)
class Microsoft(Online):
    """Factory of the engine `microsoft`."""

    endpoint: str = "https://api.cognitive.microsofttranslator.com/translate"
    name: ClassVar[str] = "microsoft"
    description: ClassVar[Message | str] = about.MICROSOFT()

    def facts(self) -> EngineFacts:
        """Its list price; the service is asked whether it knows a language."""
        region = variable(self.name, "REGION")
        key = variable(self.name, "KEY")
        return EngineFacts(
            {"characters a request": LONGEST}, key=key, variables=(region,), quality={("es", "en"): 60.6}
        )

    def unready(self) -> Message | None:
        """No key."""
        return key_missing(self.name)

    def source_code(self, tag: str) -> str:
        """The language, with a script for Chinese; the service is asked whether it knows it."""
        tag = tag.replace("_", "-").lower()
        return CODES.get(tag) or CODES.get(primary(tag)) or primary(tag)

    def service(self, source: str, target: str) -> Service:
        """The service; some keys count in one region only."""
        headers = {"Ocp-Apim-Subscription-Key": secret(self.name)}
        if region := os.environ.get(variable(self.name, "REGION"), "").strip():
            headers["Ocp-Apim-Subscription-Region"] = region

        def ask(send: Send, asked: Asked) -> object:
            params = {
                "api-version": "3.0",
                "from": source,
                "to": target,
                "textType": "html" if asked.marks else "plain",
            }
            shown = (
                tagged(asked.text, asked.marks, '<span class="notranslate">', "</span>")
                if asked.marks
                else asked.text
            )

            request = Request("POST", self.endpoint, params, [{"Text": shown}], headers)
            answer = send(request).json()[0]["translations"][0]["text"]
            return untagged(answer, "span") if asked.marks and isinstance(answer, str) else answer

        return Service(self.name, ask, _fits, source, interval=0.1)


def _fits(text: str) -> bool:
    return len(text) <= LONGEST


MICROSOFT = Microsoft()
