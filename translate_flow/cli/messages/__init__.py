"""What the commands say: here what they share, beside it a module for each theme."""

from __future__ import annotations

import errno

from ...messages import Table

define = Table("cli")

STOPPED = define("stopped", "stopped; everything finished so far is saved")
NO_SUCH_COMMAND = define("no-such-command", "No such command '{name}'{nearest}")
GIT_DRIVER = define(
    "git-driver",
    "git would merge this workspace's catalogues line by line here; run once: translate-flow init",
)
NOT_UTF8 = define("not-utf8", "{word}: not UTF-8; type it in a terminal that uses UTF-8")
TOO_LITTLE_MEMORY = define(
    "too-little-memory", "there is not enough memory for this; close other programs, or split the statement"
)
TOO_DEEP = define("too-deep", "something is nested too deeply; look at the files named last")
SYSTEM = {
    errno.ENOENT: define("no-such-file", "no such file or folder"),
    errno.EACCES: define("permission-denied", "permission denied"),
    errno.EPERM: define("not-permitted", "operation not permitted"),
    errno.EEXIST: define("file-exists", "there is a file of that name already"),
    errno.EISDIR: define("is-a-folder", "is a folder, not a file"),
    errno.ENOTDIR: define("not-a-folder", "is not a folder"),
    errno.ENOSPC: define("no-space", "no space left on the disk"),
    errno.EDQUOT: define("quota", "disk quota exceeded"),
    errno.EROFS: define("read-only", "the file system is read-only"),
    errno.EIO: define("io-error", "input/output error; check the disk"),
    errno.ENAMETOOLONG: define("name-too-long", "file name too long"),
    errno.EMFILE: define("too-many-files", "too many open files"),
    errno.EADDRINUSE: define("port-in-use", "the port is in use; choose another --port"),
}
"""What the system reports, by error number."""
PROGRESS = define("progress", "{what} {name}: {at} of {of}, {rate}/s, {seconds} s left")
