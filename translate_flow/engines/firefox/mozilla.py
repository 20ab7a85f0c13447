"""Models fetched from Mozilla's servers: checked by their hashes, and gone on with where it broke off.

Mozilla keeps them with Remote Settings (remote-settings.readthedocs.io): a list of records, one
for each file, and the files as attachments on another server, whose address the first one tells.
Files come, and nothing but the request for them goes out.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx

from ...errors import Unavailable
from . import messages

ATTEMPTS = 5
"""How often a file is asked for before the job gives up; what came is kept for the next one."""
FIRST_WAIT = 1.0
"""Seconds before the second attempt; doubles with each."""
TIMEOUT = httpx.Timeout(30.0, connect=10.0)
"""Seconds without a sign of life, and for the connection."""
LARGEST_LIST = 20_000_000
LARGEST_FILE = 500_000_000
"""Bytes; several times what there is."""
_ARCHITECTURES = ("tiny", "base", "base-memory")
"""Kinds of model for one pair, the best last."""
Record = Mapping[str, Any]
Progress = Callable[[str, int, int], None]
"""Called with a file's name, kilobytes there and kilobytes in all."""


def fetch(
    source: str, target: str, into: Path, parts: Path, progress: Progress | None = None
) -> list[tuple[str, str]]:
    """Put the files of a pair's models below `into`, in a folder for each pair; the pairs.

    Two pairs where the way leads by English. `parts` keeps what came of a file if it does not
    come whole, for the next call. Raises Unavailable.
    """
    from fxtranslate import discovery

    url = discovery.records_url()
    root, found, _ = url.partition("buckets/")
    if not found:
        raise Unavailable(messages.NOT_A_LIST(url=url))
    with httpx.Client(timeout=TIMEOUT, follow_redirects=False) as session:
        body = _text(session, url)
        try:
            route = discovery.resolve_route(body, source, target)
        except ValueError as cause:
            raise Unavailable(messages.NOT_OFFERED(pair=f"{source}-{target}")) from cause
        stations = [route["src"], *([route["pivot"]] if "pivot" in route else []), route["trg"]]
        legs = list(pairwise(stations))
        base = _attachments(_text(session, root), root)
        for leg in legs:
            place = into / "-".join(leg)
            place.mkdir(parents=True, exist_ok=True)
            for record in chosen(json.loads(body)["data"], *leg):
                name = Path(record["name"]).name
                data = _file(
                    session, urljoin(base, record["attachment"]["location"]), record, parts, progress
                )
                (place / name).write_bytes(data)
    return legs


def chosen(records: Sequence[Record], source: str, target: str) -> list[Record]:
    """The files of one model of a pair: of the newest version this engine can read, the best kind.

    Raises Unavailable if there is none whole.
    """
    sets: dict[tuple[tuple[int, ...], int], dict[str, Record]] = {}
    for record in records:
        if (record.get("sourceLanguage"), record.get("targetLanguage")) != (source, target):
            continue
        # A record with a filter is an experiment for some Firefoxes.
        if record.get("filter_expression") or not _readable(record):
            continue
        kind = record.get("architecture")
        rank = _ARCHITECTURES.index(kind) if kind in _ARCHITECTURES else -1
        sets.setdefault((_version(record), rank), {})[str(record["fileType"])] = record
    for _, files in sorted(sets.items(), key=lambda item: item[0], reverse=True):
        if "model" in files and ("vocab" in files or {"srcvocab", "trgvocab"} <= files.keys()):
            return list(files.values())
    raise Unavailable(messages.NOT_COMPLETE(pair=f"{source}-{target}"))


def _readable(record: Record) -> bool:
    """Whether the installed engine takes models of that version, and the record is whole."""
    from fxtranslate import discovery

    if not isinstance(record.get("attachment"), dict) or not record.get("decompressedHash"):
        return False
    return bool(discovery.model_pairs(json.dumps({"data": [{**record, "fileType": "model"}]})))


def _version(record: Record) -> tuple[int, ...]:
    """`3.1` after `3.0` after its trials, such as `3.0a1`."""
    return tuple(int(p) if p.isdecimal() else -1 for p in str(record.get("version", "")).split("."))


def _attachments(body: str, root: str) -> str:
    """Address below which the files lie, as the server's own page tells it. Raises Unavailable."""
    try:
        base = str(json.loads(body)["capabilities"]["attachments"]["base_url"])
    except (ValueError, KeyError, TypeError, RecursionError) as cause:
        raise Unavailable(messages.NO_PLACE(url=root)) from cause
    if urlsplit(base).scheme != "https" and urlsplit(base).scheme != urlsplit(root).scheme:
        raise Unavailable(messages.NOT_ENCRYPTED(url=root, base=base))
    return base.rstrip("/") + "/"


def _text(session: httpx.Client, url: str) -> str:
    """A small answer, asked for again where that may help. Raises Unavailable."""
    for wait in _waits():
        try:
            with session.stream("GET", url) as answer:
                _judge(answer, url)
                body = bytearray()
                for chunk in answer.iter_bytes(65_536):
                    body += chunk
                    if len(body) > LARGEST_LIST:
                        raise Unavailable(messages.LIST_TOO_LONG(url=url))
                return body.decode("utf-8", "replace")
        except httpx.TransportError as cause:
            if wait is None:
                raise _lost(url) from cause
            time.sleep(wait)
    raise AssertionError("the last wait is None")


def _file(session: httpx.Client, url: str, record: Record, parts: Path, progress: Progress | None) -> bytes:
    """A file, unpacked, with both its hashes right. Raises Unavailable; what came stays in `parts`."""
    from fxtranslate import discovery

    attachment, name = record["attachment"], str(record["name"])
    size, wanted = int(attachment["size"]), str(attachment["hash"])
    if not re.fullmatch(r"[0-9a-f]{64}", wanted) or not 0 < size <= LARGEST_FILE:
        raise Unavailable(messages.NO_HASH(url=url, name=name))
    parts.mkdir(parents=True, exist_ok=True)
    part = parts / wanted
    for wait in _waits():
        try:
            _more(
                session, url, part, size, lambda done: progress and progress(name, done // 1000, size // 1000)
            )
            break
        except httpx.TransportError as cause:
            if wait is None:
                raise _lost(url) from cause
            time.sleep(wait)
    data = part.read_bytes()
    part.unlink()
    if sha256(data).hexdigest() != wanted:
        raise Unavailable(messages.WRONG_HASH(url=url, name=name))
    try:
        return bytes(discovery.verify_and_decompress(data, record["decompressedHash"]))
    except ValueError as cause:
        raise Unavailable(messages.CANNOT_BE_UNPACKED(url=url, name=name, cause=str(cause))) from cause


def _more(session: httpx.Client, url: str, part: Path, size: int, told: Callable[[int], object]) -> None:
    """Get what is missing of a file. Raises TransportError if it does not come whole."""
    done = part.stat().st_size if part.exists() else 0
    if done >= size:
        return
    headers = {"Range": f"bytes={done}-", "Accept-Encoding": "identity"}
    with session.stream("GET", url, headers=headers) as answer:
        _judge(answer, url)
        if answer.status_code != 206:
            done = 0
        with part.open("r+b" if done else "wb") as stream:
            stream.seek(done)
            for chunk in answer.iter_raw():
                stream.write(chunk)
                stream.flush()
                done += len(chunk)
                told(done)
                if done > size:
                    break
    if done < size:
        raise httpx.ReadError("the answer broke off")


def _judge(answer: httpx.Response, url: str) -> None:
    """Raises TransportError for what may pass, Unavailable for what will not."""
    status = answer.status_code
    if status in (408, 425, 429) or status >= 500:
        raise httpx.ReadError(f"status {status}")
    if status not in (200, 206):
        raise Unavailable(messages.STATUS(url=url, status=status))


def _lost(url: str) -> Unavailable:
    return Unavailable(messages.UNREACHABLE(url=url))


def _waits() -> Iterator[float | None]:
    """Seconds to wait after each attempt, None after the last."""
    for number in range(ATTEMPTS - 1):
        yield FIRST_WAIT * 2.0**number
    yield None
