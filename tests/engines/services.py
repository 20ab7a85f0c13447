"""A server on this machine that answers as the online services do, and misbehaves on request."""

from __future__ import annotations

import html
import json
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

PAGE = (
    "<!DOCTYPE html><html><head><title>Translate</title></head><body>"
    '<div class="root-container"><div class="input-container"><form action="/m"></form></div>'
    '<div class="result-container">{}</div></div></body></html>'
)


def english(text: str) -> str:
    """The server's "translation": recognisable, different for each text, of a like length."""
    return text.upper().replace("Ñ", "NY")


@dataclass(frozen=True)
class Seen:
    """A request as it came in."""

    service: str
    method: str
    path: str
    text: str
    headers: dict[str, str]
    params: dict[str, str]
    body: Any


@dataclass
class Fault:
    """What to do instead of answering well."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None
    """Sent with the status, 200 if there is none."""
    delay: float = 0.0
    """Seconds before anything is sent."""
    cut: bool = False
    """End the connection in the middle of the answer."""
    drip: float = 0.0
    """Seconds between single bytes of the answer."""


class Services(ThreadingHTTPServer):
    """`/google/m`, `/mymemory/get`, `/libre/translate`, `/deepl/v2/translate`, `/microsoft/translate`,
    `/llm/v1/models`, `/llm/v1/chat/completions`, `/llm/v1/completions`."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.seen: list[Seen] = []
        self.faults: list[Fault] = []
        self.translate: Callable[[str], str] = english
        self.models: list[str] = ["modelo:latest"]
        self.finish = "stop"
        self.latency: Callable[[str], float] = lambda _: 0.0
        self.busy = 0
        self.busiest = 0
        self.lock = threading.Lock()
        threading.Thread(target=self.serve_forever, args=(0.005,), daemon=True).start()

    def fail(self, *faults: Fault) -> None:
        """The next requests meet these, one each."""
        self.faults += faults

    @property
    def texts(self) -> list[str]:
        """Texts asked for, in order of arrival."""
        return [seen.text for seen in self.seen]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is what some tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Services

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def do_GET(self) -> None:
        self._serve({})

    def do_POST(self) -> None:
        data = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self._serve(json.loads(data) if data else {})

    def _serve(self, body: Any) -> None:
        url = urlsplit(self.path)
        params = {name: values[0] for name, values in parse_qs(url.query, keep_blank_values=True).items()}
        service = url.path.split("/")[1]
        if url.path == "/llm/v1/models":
            self._answer(service, "", Fault(body=_models(self.server.models)))
            return
        text = _text(service, params, body)
        with self.server.lock:
            headers = {name.lower(): value for name, value in self.headers.items()}
            self.server.seen.append(Seen(service, self.command, self.path, text, headers, params, body))
            fault = self.server.faults.pop(0) if self.server.faults else Fault()
            self.server.busy += 1
            self.server.busiest = max(self.server.busiest, self.server.busy)
        time.sleep(fault.delay or self.server.latency(text))
        with self.server.lock:
            self.server.busy -= 1
        self._answer(service, text, fault)

    def _answer(self, service: str, text: str, fault: Fault) -> None:
        data = fault.body
        if data is None:
            data = b"" if fault.status else _page(service, self.server.translate(text), self.server.finish)
        kind = "text/html; charset=UTF-8" if service == "google" else "application/json"
        self.send_response(fault.status or 200)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(data)), **fault.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if fault.cut:
            self.wfile.write(data[: len(data) // 2])
            self.wfile.flush()
            self.connection.shutdown(socket.SHUT_RDWR)
            self.close_connection = True
        elif fault.drip:
            for byte in data:
                self.wfile.write(bytes([byte]))
                time.sleep(fault.drip)
        else:
            self.wfile.write(data)


def _text(service: str, params: dict[str, str], body: Any) -> str:
    if service == "deepl":
        return str(body["text"][0])
    if service == "microsoft":
        return str(body[0]["Text"])
    if service == "llm":
        question = str(body["prompt"] if "prompt" in body else body["messages"][-1]["content"])
        return question.split("English:\n\n")[-1] if "English:\n\n" in question else question
    return str((body or params).get("q", ""))


def _models(names: list[str]) -> bytes:
    return json.dumps(
        {"object": "list", "data": [{"id": name, "object": "model"} for name in names]}
    ).encode()


def _page(service: str, text: str, finish: str = "stop") -> bytes:
    """The answer of each service, in its own form."""
    if service == "google":
        return PAGE.format(html.escape(text)).encode()
    forms: dict[str, Any] = {
        "mymemory": {
            "responseData": {"translatedText": text, "match": 0.85},
            "quotaFinished": False,
            "mtLangSupported": None,
            "responseDetails": "",
            "responseStatus": 200,
            "responderId": None,
            "matches": [{"id": 0, "segment": "Otra frase.", "translation": "ANOTHER SENTENCE", "match": 0.4}],
        },
        "libre": {"translatedText": text},
        "deepl": {"translations": [{"detected_source_language": "ES", "text": text}]},
        "llm": {
            "choices": [
                {"message": {"role": "assistant", "content": text}, "text": text, "finish_reason": finish}
            ]
        },
        "microsoft": [{"translations": [{"text": text, "to": "en"}]}],
    }
    return json.dumps(forms[service]).encode()
