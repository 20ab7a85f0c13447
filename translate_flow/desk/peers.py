"""Whose process is at the other end of a connection, where the system tells: Linux, by its `sock_diag`.

A cookie of 127.0.0.1 goes to every port of the machine, so another user's server may come to see it. It is of
no use to them if the desk answers only its own user's processes (and root's, which can read everything anyway).
Structures: linux/netlink.h, linux/sock_diag.h, linux/inet_diag.h.
"""

from __future__ import annotations

import errno
import os
import socket
import struct

Address = tuple[str, int]
_SOCK_DIAG, _BY_FAMILY, _ERROR, _REQUEST = 4, 20, 2, 1
_ANY_STATE, _ESTABLISHED, _NO_COOKIE = 0xFFFFFFFF, 1, b"\xff" * 8
_HEADER = struct.Struct("=IHHII")
"""nlmsghdr: length, type, flags, sequence, process."""
_ASKED = struct.Struct("=BBBxI")
"""inet_diag_req_v2 before the socket's id: family, protocol, extensions, states."""
_ANSWER = struct.Struct("=xB2x48x12xI")
"""inet_diag_msg: family, state, timer, retrans; the socket's id; expires, rqueue, wqueue; uid."""
_WAIT = 1.0


def foreign(client: Address | None, server: Address) -> bool:
    """Whether another user's process opened the connection, root apart.

    So it is, too, if the connection is no longer open at the other end, or if there is no file handle left to ask
    with: then nobody can tell whose it is. False where the system never does.
    """
    if client is None or not hasattr(socket, "AF_NETLINK"):
        return False
    try:
        answer = _kernel.ask(_question(client, server))
    except OSError as error:
        # Else it is a system without it, or one that does not let us ask.
        return error.errno in (errno.EMFILE, errno.ENFILE)
    kind = _HEADER.unpack_from(answer)[1]
    if kind == _ERROR:
        failure: int = struct.unpack_from("=i", answer, _HEADER.size)[0]
        return failure == -errno.ENOENT
    if kind != _BY_FAMILY or len(answer) < _HEADER.size + _ANSWER.size:
        return False
    state, uid = _ANSWER.unpack_from(answer, _HEADER.size)
    return state != _ESTABLISHED or uid not in (os.getuid(), 0)


def _question(client: Address, server: Address) -> bytes:
    """What is asked about the client's end of the connection."""
    ports = struct.pack("!HH", client[1], server[1])
    addresses = socket.inet_aton(client[0]).ljust(16, b"\0") + socket.inet_aton(server[0]).ljust(16, b"\0")
    asked = _ASKED.pack(socket.AF_INET, socket.IPPROTO_TCP, 0, _ANY_STATE)
    return asked + ports + addresses + struct.pack("=I", 0) + _NO_COOKIE


class _Kernel:
    """A line to the kernel that stays open: who knocks so often that no file handle is left is distinguished from others still."""

    def __init__(self) -> None:
        self._line: socket.socket | None = None
        self._asked = 0
        """The number of the last question; an answer bears that of its question."""

    def ask(self, question: bytes) -> bytes:
        """The kernel's answer. Raises OSError; the next question opens another line then."""
        line = self._line or socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, _SOCK_DIAG)
        self._line = line
        try:
            line.settimeout(_WAIT)
            self._asked = self._asked % 0x7FFFFFFF + 1
            head = _HEADER.pack(_HEADER.size + len(question), _BY_FAMILY, _REQUEST, self._asked, 0)
            line.sendto(head + question, (0, 0))
            while True:
                answer = line.recv(4096)
                # One that came too late for its question is passed over.
                if len(answer) >= _HEADER.size and _HEADER.unpack_from(answer)[3] == self._asked:
                    return answer
        except OSError:
            self._line = None
            line.close()
            raise


_kernel = _Kernel()
"""Asked by the thread that takes connections alone."""
