"""Apertium's programs as running processes: records ended by NUL go in, records come out.

The chain is cut into links after the analysis and after the bilingual lookup. Between two
links this process passes the records on, and may change them. All pipes are served from one
loop that never blocks on a single one, so a full pipe cannot stop the others.
"""

from __future__ import annotations

import os
import select
import subprocess
import weakref
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import IO

from ...errors import Unavailable
from ...files.messages import cause as because
from ...messages import Message
from .messages import OUTPUT_CLOSED, PIPE_FAILED, PROGRAM_DEAF, PROGRAM_ENDED, PROGRAM_FAILS

_CHUNK = 1 << 16

Hook = Callable[[int, bytes], bytes]
"""Changes record number n on its way from one link to the next."""


class PipelineBroken(Exception):
    """The chain cannot be trusted any more: a program ended, or its pipe closed."""

    def __init__(self, why: Message) -> None:
        """`why`, for a person."""
        super().__init__(why)
        self.why = why


class Stage:
    """Some programs in a row, and the two pipes that this process holds."""

    def __init__(self, programs: Sequence[Sequence[str]]) -> None:
        self.processes: list[subprocess.Popen[bytes]] = []
        self.waiting = bytearray()
        """Bytes still to be written."""
        self.partial = bytearray()
        """Bytes read that do not end a record yet."""
        self.records = 0
        """Records that came out so far."""
        source: IO[bytes] | int = subprocess.PIPE
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        try:
            for argv in programs:
                process = subprocess.Popen(
                    argv,
                    stdin=source,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=environment,
                    bufsize=0,
                    start_new_session=True,  # Ctrl-C in the terminal is for us, not for them
                )
                if not isinstance(source, int):
                    source.close()
                assert process.stdout is not None
                source = process.stdout
                self.processes.append(process)
        except OSError as cause:
            end(self.processes)
            raise Unavailable(PROGRAM_FAILS(name=argv[0], cause=because(cause))) from cause
        first, last = self.processes[0].stdin, self.processes[-1].stdout
        assert first is not None and last is not None
        self.entry, self.exit = first.fileno(), last.fileno()
        os.set_blocking(self.entry, False)
        os.set_blocking(self.exit, False)


def end(processes: Sequence[subprocess.Popen[bytes]]) -> None:
    """Kill the processes (stopped ones too), wait for them, close their pipes."""
    for process in processes:
        with suppress(OSError):
            process.kill()
    for process in processes:
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()


class Pipeline:
    """The programs of one mode, running."""

    def __init__(self, links: Sequence[Sequence[Sequence[str]]], hooks: Sequence[Hook]) -> None:
        self._links: list[Stage] = []
        self._hooks = hooks
        processes: list[subprocess.Popen[bytes]] = []
        # Nothing may stay behind when the interpreter ends without close().
        self._end = weakref.finalize(self, end, processes)
        try:
            for programs in links:
                link = Stage(programs)
                self._links.append(link)
                processes.extend(link.processes)
        except BaseException:
            self._end()
            raise
        self._processes = processes
        self._entries = {link.entry: n for n, link in enumerate(self._links)}
        self._exits = {link.exit: n for n, link in enumerate(self._links)}
        self._poll = select.poll()
        for link in self._links:
            self._poll.register(link.exit, select.POLLIN)
        self._writing: set[int] = set()

    def send(self, record: bytes) -> None:
        """Queue a record (without NUL) for the first link; `receive` does the writing."""
        self._put(0, record)

    @property
    def pids(self) -> tuple[int, ...]:
        """Process ids of the programs, in order."""
        return tuple(process.pid for process in self._processes)

    def receive(self, seconds: float) -> list[bytes]:
        """Records that leave the last link; empty if none did within that time.

        Raises Broken as soon as any program has ended.
        """
        out: list[bytes] = []
        events = self._poll.poll(seconds * 1000)
        for descriptor, event in events:
            if descriptor in self._entries:
                self._write(self._entries[descriptor])
            elif event & (select.POLLIN | select.POLLHUP):
                out += self._read(self._exits[descriptor])
            else:
                raise PipelineBroken(PIPE_FAILED())
        # Asked before answers are believed, and when nothing comes; not at each step between.
        if (out or not events) and any(process.poll() is not None for process in self._processes):
            raise PipelineBroken(PROGRAM_ENDED())
        return out

    def _put(self, place: int, record: bytes) -> None:
        link = self._links[place]
        link.waiting += record
        link.waiting.append(0)
        if link.entry not in self._writing:
            self._writing.add(link.entry)
            self._poll.register(link.entry, select.POLLOUT)

    def _write(self, place: int) -> None:
        link = self._links[place]
        try:
            written = os.write(link.entry, memoryview(link.waiting)[:_CHUNK])
        except BlockingIOError:
            return
        except OSError as cause:
            raise PipelineBroken(PROGRAM_DEAF()) from cause
        del link.waiting[:written]
        if not link.waiting:
            self._writing.discard(link.entry)
            self._poll.unregister(link.entry)

    def _read(self, place: int) -> list[bytes]:
        """Whole records out of one link: handed to the next one, or returned from the last."""
        link = self._links[place]
        try:
            data = os.read(link.exit, _CHUNK)
        except BlockingIOError:
            return []
        if not data:
            raise PipelineBroken(OUTPUT_CLOSED())
        *records, rest = data.split(b"\0")
        if not records:
            link.partial += rest
            return []
        records[0] = bytes(link.partial) + records[0]
        link.partial = bytearray(rest)
        first = link.records
        link.records += len(records)
        if place == len(self._links) - 1:
            return records
        hook = self._hooks[place]
        for n, record in enumerate(records, first):
            self._put(place + 1, hook(n, record))
        return []

    def close(self) -> None:
        """Kill every program; may be called twice."""
        self._end()
