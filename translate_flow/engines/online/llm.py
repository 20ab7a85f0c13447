"""A language model behind any server that answers as OpenAI's interface does; private if it runs on this machine.

Ollama, llama.cpp's server, LM Studio, vLLM and others answer `GET /v1/models`, `POST /v1/chat/completions` and
`POST /v1/completions` alike. Answers are taken whole, not streamed.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

from ...errors import EngineError, Unavailable
from ...language.tags import language
from ...messages import Message
from .. import EngineFacts
from .. import messages as about
from .adapter import OnlineEngine
from .address import host, loopback, own_network
from .answers import cleaned
from .attempt import Attempt
from .factory import Online
from .messages import (
    ANSWER_CUT,
    FAR_TOO_LONG,
    MODEL_ELSEWHERE,
    NO_MODEL_CHOSEN,
    NO_MODELS,
    NO_SERVER,
    NOT_A_MODEL_SERVER,
    NOT_AN_ADDRESS,
    NOT_ENCRYPTED,
    SET_MODEL_SERVER,
)
from .pace import Limits
from .prompts import Prompt, chosen
from .service import Asked, Send, Service, judge, secret, variable
from .wire import Answer, AttemptFailed, Request, Wire

LONGEST = 4_000
"""Characters one request may hold: with prompt and answer about half of the smallest usual context of 4,096 tokens."""
ADDRESS = variable("llm", "URL")
"""Environment variable of the server's address."""
MODEL = variable("llm", "MODEL")
"""Environment variable of the model's name; not needed where the server has one model."""
PROMPT = variable("llm", "PROMPT")
"""Environment variable of a prompt's name or of a template's path; not needed where the model's name tells it."""
PATIENCE = Limits(deadline=300.0, attempts=2)
"""A paragraph on a processor without accelerator takes minutes, and the same question gets the same answer."""
_ASKING = 5.0
"""Seconds to wait for the list of models."""
_TOKENS = 1.0
"""Tokens of an answer for each character of the source, at most: ample for every alphabet's tokenizer."""
_ROOM = 64
"""Tokens, and characters, that an answer may have beside."""
_LONGER = 3
"""Times as long as its source no translation is."""


@dataclass(frozen=True)
class LanguageModel(Online):
    """Factory of the engine `llm`; without an `endpoint` the environment gives the server."""

    limits: Limits = field(default=PATIENCE)
    model: str = ""
    """The model; by default the environment's, or the only one there is."""

    name: ClassVar[str] = "llm"
    description: ClassVar[Message | str] = about.LLM()

    @property
    def address(self) -> str:
        """The server's address, up to and with `/v1`; empty if there is none."""
        found = (self.endpoint or os.environ.get(ADDRESS, "")).strip().rstrip("/")
        for ending in ("/chat/completions", "/completions", "/models"):
            found = found.removesuffix(ending)
        return found if not found or found.endswith("/v1") else f"{found}/v1"

    @property
    def private(self) -> bool:
        """Whether the server's address itself says that it is this machine."""
        try:
            return loopback(host(self.address))
        except ValueError:
            return False

    def facts(self) -> EngineFacts:
        """What one request holds; which languages a model knows, only its makers can tell."""
        key = variable(self.name, "KEY")
        return EngineFacts({"characters a request": LONGEST}, key=key, variables=(ADDRESS, MODEL, PROMPT))

    def unready(self) -> Message | None:
        """No usable address, key or prompt."""
        if not self.address:
            return SET_MODEL_SERVER(name=self.name, variable=ADDRESS)
        try:
            server = host(self.address)
            secret(self.name)
            if wanted := _prompt():
                chosen("", wanted)
        except ValueError:
            return NOT_AN_ADDRESS(name=self.name, variable=ADDRESS)
        except Unavailable as error:
            return error.message
        if self.address.lower().startswith("http://") and not own_network(server):
            return NOT_ENCRYPTED(name=self.name, variable=ADDRESS)
        return None

    def source_code(self, tag: str) -> str:
        """The tag as it is: a model knows languages by their names."""
        return tag.replace("_", "-")

    def models(self) -> tuple[str, ...]:
        """Names of the models the server has; empty if nobody answers in time, or it is another kind of server."""
        if self.unready():
            return ()
        try:
            return self._listed()
        except EngineError:
            return ()

    def start(self, source: str, target: str) -> OnlineEngine:
        """A running engine for that pair, once the server has the model. Raises Unavailable."""
        if reason := self.missing(source, target):
            raise Unavailable(reason)
        wanted = self.model or os.environ.get(MODEL, "").strip()
        service = self._service(source, target, _settled(wanted, self._listed()))
        return OnlineEngine(service, self.limits, self.timing)

    def service(self, source: str, target: str) -> Service:
        """The server with the model it has or was chosen. Raises Unavailable."""
        wanted = self.model or os.environ.get(MODEL, "").strip()
        return self._service(source, target, _settled(wanted, self._listed()))

    def _listed(self) -> tuple[str, ...]:
        """Names of the server's models. Raises Unavailable."""
        wire = Wire(self.name, direct=self.private)
        request = Request("GET", f"{self.address}/models", headers=_headers())

        def ask() -> tuple[str, ...]:
            answer = wire.send(request, _ASKING)
            judge(self.name, answer, self.timing.now())
            return tuple(str(row["id"]) for row in answer.json()["data"] if row["id"])

        gone = AttemptFailed(Unavailable(NO_SERVER(name=self.name, address=self.address)))
        try:
            found = Attempt(self.name, ask, wire.close).run(_ASKING, gone)
        except AttemptFailed as failure:
            if failure is gone or (failure.again and isinstance(failure.error, Unavailable)):
                raise gone.error from None
            if isinstance(failure.error, Unavailable):
                raise failure.error from None
            raise Unavailable(NOT_A_MODEL_SERVER(name=self.name, address=self.address)) from None
        finally:
            wire.close()
        assert isinstance(found, tuple)
        return found

    def _service(self, source: str, target: str, model: str) -> Service:
        prompt = chosen(model, _prompt())
        address, headers = self.address, _headers()

        def ask(send: Send, asked: Asked) -> object:
            path, body = _question(prompt, model, source, target, asked)
            answer = send(Request("POST", f"{address}/{path}", body=body, headers=headers))
            return _text(answer, prompt.kind, asked.text)

        return Service(
            self.name, ask, _fits, source, private=self.private, fingerprint=f"{address} {prompt.fingerprint}",
            workers=2, style="text", generative=True, version=_short(model),
        )  # fmt: skip


def _short(model: str) -> str:
    """A model's name for the journal; llama.cpp gives the path of its file, which is nobody else's affair."""
    return Path(model.replace("\\", "/")).name if model.lower().endswith(".gguf") else model


def _prompt() -> str:
    return os.environ.get(PROMPT, "").strip()


def _headers() -> dict[str, str]:
    key = secret(LanguageModel.name)
    return {"Authorization": f"Bearer {key}"} if key else {}


def _settled(wanted: str, there: tuple[str, ...]) -> str:
    """The model to use. Raises Unavailable.

    Ollama calls a model `name:latest` that is asked for as `name`.
    """
    name, shown = LanguageModel.name, there[:8]
    if not there:
        raise Unavailable(NO_MODELS(name=name))
    if not wanted:
        if len(there) > 1:
            raise Unavailable(NO_MODEL_CHOSEN(name=name, known=shown, variable=MODEL))
        return there[0]
    for model in there:
        if wanted in (model, model.removesuffix(":latest")):
            return model
    raise Unavailable(MODEL_ELSEWHERE(name=name, model=wanted, known=shown, variable=MODEL))


def _question(
    prompt: Prompt, model: str, source: str, target: str, asked: Asked
) -> tuple[str, dict[str, Any]]:
    """Path and body of a request."""
    passage = asked.passage
    whole = asked.text.strip() == passage.text.strip()
    held = (
        item.target for item in passage.held if item.noun in ("name", "noun") and item.target in asked.text
    )
    system, user = prompt.filled(
        {
            "source": language(source),
            "target": language(target),
            "source_code": source,
            "target_code": target,
            "text": asked.text,
            "before": passage.before if whole else "",
            "after": passage.after if whole else "",
            "names": tuple(dict.fromkeys(held)),
            "fault": passage.fault,
        }
    )
    body: dict[str, Any] = {
        "model": model,
        "temperature": 0,
        "seed": 1,
        "stream": False,
        "max_tokens": _ROOM + int(_TOKENS * len(asked.text)),
    }
    if prompt.stop:
        body["stop"] = list(prompt.stop)
    if prompt.kind == "completion":
        return "completions", body | {"prompt": f"{system}\n\n{user}" if system else user}
    messages = [{"role": "system", "content": system}] if system else []
    return "chat/completions", body | {"messages": [*messages, {"role": "user", "content": user}]}


def _text(answer: Answer, kind: str, source: str) -> str:
    """The translation in an answer. Raises AttemptFailed for one that is cut off or far too long."""
    choice = answer.json()["choices"][0]
    found = choice["text"] if kind == "completion" else choice["message"]["content"]
    name = LanguageModel.name
    if choice.get("finish_reason") == "length":
        raise AttemptFailed(EngineError(ANSWER_CUT(name=name)))
    text = cleaned(found, source) if isinstance(found, str) else ""
    if len(text) > _LONGER * len(source) + _ROOM:
        raise AttemptFailed(EngineError(FAR_TOO_LONG(name=name)))
    return text


def _fits(text: str) -> bool:
    return len(text) <= LONGEST


LLM = LanguageModel()
