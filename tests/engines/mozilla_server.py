"""A server on this machine that gives out models as Mozilla's two servers do, and misbehaves on request.

Shapes: Remote Settings' `GET /v1/` and `GET /v1/buckets/main/collections/translations-models-v2/records`
(remote-settings.readthedocs.io), and attachments with ranges, packed with zstd.
"""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


def zstd(data: bytes) -> bytes:
    """A zstd frame of raw blocks (RFC 8878): no compressor is needed for one."""
    blocks = [data[n : n + 100_000] for n in range(0, len(data), 100_000)] or [b""]
    made = b"\x28\xb5\x2f\xfd" + b"\xa0" + len(data).to_bytes(4, "little")
    for block in blocks:
        head = len(block) << 3 | (block is blocks[-1])
        made += head.to_bytes(3, "little") + block
    return made


@dataclass
class Mozilla:
    """The records and files, what was asked for, and what goes wrong."""

    records: list[dict[str, Any]] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Path and range of each request."""
    cut: list[int] = field(default_factory=list)
    """Bytes after which the next attachments break off."""
    status: list[int] = field(default_factory=list)
    """Statuses of the next answers."""
    stall: dict[str, int] = field(default_factory=dict)
    """Path of an attachment, and the bytes after which nothing more of it comes."""
    ranges: bool = True
    base: str = ""
    """Where the attachments are said to lie."""

    def publish(self, folder: Path, pair: tuple[str, str], version: str = "3.0", **fields: Any) -> None:
        """Offer the files of a folder as a pair's model."""
        for path in sorted(folder.iterdir()):
            raw = path.read_bytes()
            packed = zstd(raw)
            location = f"main-workspace/translations-models-v2/{version}-{path.name}.zst"
            self.files[f"/cdn/{location}"] = packed
            self.records.append(
                {
                    "id": location,
                    "name": path.name,
                    "fileType": path.name.split(".")[0],
                    "sourceLanguage": pair[0],
                    "targetLanguage": pair[1],
                    "version": version,
                    "architecture": "tiny",
                    "filter_expression": "",
                    "decompressedHash": sha256(raw).hexdigest(),
                    "decompressedSize": len(raw),
                    "attachment": {
                        "hash": sha256(packed).hexdigest(),
                        "size": len(packed),
                        "filename": f"{path.name}.zst",
                        "location": location,
                        "mimetype": "application/zstd",
                    },
                }
                | fields
            )

    def answer(self, path: str) -> bytes | None:
        """The body of a path."""
        if path == "/v1/":
            return json.dumps({"capabilities": {"attachments": {"base_url": self.base}}}).encode()
        if path == "/v1/buckets/main/collections/translations-models-v2/records":
            return json.dumps({"data": self.records}).encode()
        return self.files.get(path)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    mozilla: Mozilla

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        state = self.mozilla
        wanted = self.headers.get("Range", "")
        state.asked.append((self.path, wanted))
        body = state.answer(self.path)
        status = state.status.pop(0) if state.status else 404 if body is None else 200
        body = body if body is not None and status == 200 else b"{}"
        start = int(wanted.removeprefix("bytes=").removesuffix("-")) if wanted and state.ranges else 0
        if status == 200 and wanted and state.ranges:
            status = 206
        self.send_response(status)
        self.send_header("Content-Length", str(len(body) - start))
        if status == 206:
            self.send_header("Content-Range", f"bytes {start}-{len(body) - 1}/{len(body)}")
        self.end_headers()
        rest = body[start:]
        if self.path in state.stall:
            self.wfile.write(rest[: state.stall[self.path]])
            self.wfile.flush()
            while self.path in state.stall and not self.server.ending.wait(0.05):  # type: ignore[attr-defined]
                pass
            self.close_connection = True
            return
        if self.path.startswith("/cdn/") and state.cut:
            self.wfile.write(rest[: state.cut.pop(0)])
            self.close_connection = True
            return
        self.wfile.write(rest)


class Server(ThreadingHTTPServer):
    """Serves a `Mozilla` at `address` until it is closed."""

    daemon_threads = True

    def __init__(self, mozilla: Mozilla) -> None:
        super().__init__(("127.0.0.1", 0), type("Handler", (_Handler,), {"mozilla": mozilla}))
        self.ending = threading.Event()
        self.address = f"http://127.0.0.1:{self.server_address[1]}"
        mozilla.base = f"{self.address}/cdn/"
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    def shutdown(self) -> None:
        """End it, and let stalled answers go."""
        self.ending.set()
        super().shutdown()

    @property
    def records(self) -> str:
        """What FXTRANSLATE_RECORDS_URL has to be."""
        return f"{self.address}/v1/buckets/main/collections/translations-models-v2/records"
