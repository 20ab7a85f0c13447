"""Streams sealed by age: written to a public key, read with the secret one, which is kept elsewhere.

Debian's program `age` and not a library: it streams, so that nothing lies about unsealed and no size is too large; it
authenticates each 64 KiB, so that a cut or changed file is noticed; the secret key never comes into this process; and
who has lost this program opens a backup with `age` and `tar` alone. (age-encryption.org/v1)
"""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from ...errors import UpkeepError, UsageError
from .messages import (
    CANNOT_SEAL,
    CUT_OR_CHANGED,
    NOT_A_BACKUP,
    NOT_A_KEY,
    NOT_A_SECRET_KEY,
    WRONG_KEY,
)
from .programs import complaint, plain_english, program, run

HEADER = b"age-encryption.org/v1\n"
"""How every sealed file begins."""
_PUBLIC = re.compile(r"age1[0-9a-z]{50,}|ssh-(ed25519|rsa) [A-Za-z0-9+/=]+( .*)?")


def must_be_public(key: str) -> str:
    """The public key, tried. Raises UsageError for one that is none; UpkeepError where age is not installed."""
    key = key.strip()
    if key.upper().startswith("AGE-SECRET-KEY-") or not _PUBLIC.fullmatch(key):
        raise UsageError(NOT_A_KEY(key="AGE-SECRET-KEY-…" if key.upper().startswith("AGE-SECRET") else key))
    try:
        run("age", "-r", key, said=b"tried")
    except UpkeepError as error:
        if error.message.id.endswith("missing-program"):
            raise
        raise UsageError(NOT_A_KEY(key=key)) from error
    return key


def new_key(file: Path) -> str:
    """Make a secret key there, its owner's alone; the public one. Raises UpkeepError."""
    made = run("age-keygen")
    with os.fdopen(os.open(file, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "wb") as stream:
        stream.write(made)
    return re.search(rb"public key: (age1\S+)", made)[1].decode()  # type: ignore[index]


@contextlib.contextmanager
def sealing(key: str, into: IO[bytes]) -> Iterator[IO[bytes]]:
    """What is written to the stream given comes into that file sealed; the file is whole after the block.

    Raises UpkeepError with age's complaint, such as a full disk's.
    """
    process = subprocess.Popen(
        [program("age"), "-r", key], stdin=subprocess.PIPE, stdout=into, stderr=subprocess.PIPE,
        env=plain_english(),
    )  # fmt: skip
    assert process.stdin is not None and process.stderr is not None
    broken = False
    try:
        yield process.stdin
        process.stdin.close()
    except BrokenPipeError:
        broken = True
    except BaseException:
        process.kill()
        raise
    finally:
        with contextlib.suppress(OSError):
            process.stdin.close()
        told = process.stderr.read()
        process.stderr.close()
        process.wait()
    if broken or process.returncode != 0:
        raise UpkeepError(CANNOT_SEAL(cause=complaint(told)))


@contextlib.contextmanager
def opening(file: Path, key: Path) -> Iterator[IO[bytes]]:
    """What a sealed file holds. Raises UpkeepError for a wrong key, a cut or changed file, or none of age's.

    Who reads must read to the end: before it, nothing is known of what follows.
    """
    begins_well(file)
    process = subprocess.Popen(
        [program("age"), "-d", "-i", str(key), str(file)], stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=plain_english(),
    )  # fmt: skip
    assert process.stdout is not None and process.stderr is not None
    failed: BaseException | None = None
    try:
        yield process.stdout
        while process.stdout.read(1 << 16):
            pass
    except BaseException as error:  # what the reader met may be the end that came too early
        failed = error
    finally:
        process.stdout.close()
        told = process.stderr.read().decode("utf-8", "replace")
        process.stderr.close()
        process.wait()
    # -13: it had more to say when its reader stopped, whose reason is told.
    if process.returncode not in (0, -13) and not isinstance(failed, KeyboardInterrupt):
        raise _told(file, key, told) from failed
    if failed is not None:
        raise failed


def _told(file: Path, key: Path, told: str) -> UpkeepError:
    if "no identity matched" in told or "incorrect" in told:
        return UpkeepError(WRONG_KEY(file=str(file), key=str(key)))
    if ("reading" in told and key.name in told) or "unknown identity" in told or "no secret keys" in told:
        return UpkeepError(NOT_A_SECRET_KEY(key=str(key)))
    return UpkeepError(CUT_OR_CHANGED(file=str(file), cause=complaint(told.encode())))


def begins_well(file: Path) -> None:
    """See that a file begins as age's do, with somebody it is for. Raises UpkeepError."""
    with file.open("rb") as stream:
        head = stream.read(4096)
    if not head.startswith(HEADER) or b"\n-> " not in head or b"\n--- " not in head:
        raise UpkeepError(NOT_A_BACKUP(file=str(file)))
