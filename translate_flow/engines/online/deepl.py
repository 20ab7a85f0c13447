"""DeepL's interface, with a key sent in a header, as it wants it since 2025."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from ...errors import RateLimited
from ...messages import Message
from .. import EngineFacts, Price
from .. import messages as about
from .factory import Online
from .marks import tagged, untagged
from .messages import QUOTA
from .service import Asked, Send, Service, key_missing, primary, secret, variable
from .wire import Answer, AttemptFailed, Request

LONGEST = 30_000
"""Bytes one request may hold; the service takes 128 KiB with everything around the text."""
TARGETS = {"en": "EN-GB", "pt": "PT-PT", "zh": "ZH-HANS"}
"""The variant meant when a target's tag has none that the service has."""
PRICE = Price(
    20.0, "EUR", "beside 4.99 EUR a month; nothing with a free key, up to 500,000 characters a month (2023)"
)
"""As DeepL's help pages tell it (support.deepl.com, "Character count and billing in DeepL API")."""
VARIANTS = frozenset({"EN-GB", "EN-US", "PT-PT", "PT-BR", "ZH-HANS", "ZH-HANT", "ES-419"})
"""Variants the service can write."""


@dataclass(frozen=True)
class DeepL(Online):
    """Factory of the engine `deepl`. `endpoint` is empty: the address that the kind of key asks for."""

    name: ClassVar[str] = "deepl"
    description: ClassVar[Message | str] = about.DEEPL()

    def facts(self) -> EngineFacts:
        """Its paid plan's price; its languages change often, so the service is asked."""
        return EngineFacts({"bytes a request": LONGEST}, key=variable(self.name, "KEY"), price=PRICE)

    def unready(self) -> Message | None:
        """No key."""
        return key_missing(self.name)

    def source_code(self, tag: str) -> str:
        """The language alone; the service is asked whether it knows it."""
        return primary(tag).upper()

    def target_code(self, tag: str) -> str:
        """The language, with the variant that the service wants for some."""
        tag = tag.replace("_", "-").upper()
        return tag if tag in VARIANTS else TARGETS.get(primary(tag), primary(tag).upper())

    def service(self, source: str, target: str) -> Service:
        """The service; free keys have a server of their own."""
        key = secret(self.name)
        url = self.endpoint or f"https://api{'-free' if key.endswith(':fx') else ''}.deepl.com/v2/translate"
        headers = {"Authorization": f"DeepL-Auth-Key {key}"}

        def ask(send: Send, asked: Asked) -> object:
            body: dict[str, Any] = {"text": [asked.text], "source_lang": source, "target_lang": target}
            body["preserve_formatting"] = True
            if asked.marks:
                body |= {
                    "text": [tagged(asked.text, asked.marks, "<x>", "</x>")],
                    "tag_handling": "xml",
                    "ignore_tags": ["x"],
                }

            answer = send(Request("POST", url, body=body, headers=headers)).json()["translations"][0]["text"]
            return untagged(answer, "x") if asked.marks and isinstance(answer, str) else answer

        return Service(self.name, ask, _fits, source, judge=_judge, interval=0.1)


def _fits(text: str) -> bool:
    return len(text.encode()) <= LONGEST


def _judge(answer: Answer) -> None:
    """Status 456 is its own: the month's characters are used up."""
    if answer.status_code == 456:
        raise AttemptFailed(RateLimited(QUOTA(name="deepl")), fatal=True)


DEEPL = DeepL()
