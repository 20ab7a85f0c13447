"""What is said about files: reading, writing, locking, and what their bytes are."""

from __future__ import annotations

import errno

from ..errors import TranslateFlowError
from ..messages import Message, Table, verbatim

define = Table("files")

AT_FILE = define("at-file", "{file}: {problem}")
AT_LINE = define("at-line", "line {n}")

CANNOT_BE_READ = define("cannot-be-read", "{file}: cannot be read: {cause}")
CANNOT_BE_WRITTEN = define("cannot-be-written", "{file}: cannot be written: {cause}")
NOT_WRITTEN = define("not-written", "{file}: cannot be written: {cause}; the file is unchanged")
NOT_APPENDED = define("not-appended", "{file}: cannot be written: {cause}; nothing was changed")
PARTLY_APPENDED = define(
    "partly-appended",
    "{file}: cannot be written: {cause}; part of the change may be in the file: "
    "see translate-flow history and doctor",
)
DISK_FULL = define("disk-full", "{file}: no space left on the disk; free some space and try again")
CANNOT_BE_LOCKED = define("cannot-be-locked", "{folder}: cannot be locked: {cause}")
LOCKED = define("locked", "{folder}: another translate-flow is writing here; try again when it has finished")
LOCKED_BY_FILE = define(
    "locked-by-file",
    "{folder}: another translate-flow is writing here; try again when it has finished, "
    "or delete {file} if no other is running",
)
IS_A_FOLDER = define("is-a-folder", "{file}: is a folder and is left alone; name a file")
HOLDS_OTHERS = define(
    "holds-others",
    "{folder}: holds files that translate-flow did not make ({found}); nothing was written: "
    "name a new or an empty folder with --out",
)
OTHER_FILE = define(
    "other-file",
    "{file}: translate-flow did not make this file, and would have to write over it; nothing was written: "
    "move it away, or name another folder with --out",
)
OTHER_MANIFEST = define(
    "other-manifest",
    "{file}: is not a list of the files that translate-flow made there; nothing was written: "
    "name another folder with --out, or delete this one if all in it was built",
)
IS_A_DEVICE = define("is-a-device", "{file}: is a device or a pipe and is left alone; name a file")
BEING_WRITTEN = define("being-written", "another program is writing it")
CONFLICT_MARKS = define(
    "conflict-marks",
    "{file}:{line}: git's conflict marks are in the file; keep one side of each conflict, delete the lines "
    "that begin with <<<<<<<, =======, >>>>>>>, then git add",
)

PDF = define("pdf", "this is a PDF; ask for the file it was made from, or copy its text into a .txt")
ZIP = define(
    "zip",
    "this is a zip file or an office file under another name; give it the right extension, or unpack it",
)
OLD_WORD = define("old-word", "this is an old Word file; save it as .docx or copy its text into a .txt")
RTF = define("rtf", "this is RTF; save it as .txt or .md")
PICTURE = define("picture", "this is a picture; a statement has to be text")
COMPRESSED = define("compressed", "this is a compressed file; unpack it first")
EMPTY = define("empty", "{file}: the file is empty; there is nothing to translate")
ZERO_CHARACTER = define(
    "zero-character",
    "{file}: not a text file (a null character at character {place}); a statement has to be text",
)
ZERO_BYTE = define(
    "zero-byte", "{file}: not a text file (a null byte at {place}); a statement has to be text"
)
UNMARKED_UTF_16 = define(
    "unmarked-utf-16",
    "{file}: looks like UTF-16 without a byte-order mark; open it in an editor and save it as UTF-8",
)
CONTROL_BYTES = define(
    "control-bytes",
    "{file}: not a text file (byte {place} is {byte}, and many are control characters); "
    "a statement has to be text",
)
DAMAGED_UTF_8 = define(
    "damaged-utf-8",
    "{file}: byte {place} ({byte}) is not UTF-8, though the rest is; the file is damaged: "
    "open it in an editor, repair the place and save it as UTF-8",
)
DAMAGED_AFTER_MARK = define(
    "damaged-after-mark",
    "{file}: byte {place} is not {encoding}, though the file has its byte-order mark; the file is damaged: "
    "get it again, or open it in an editor and save it as UTF-8",
)
UNWRITABLE = define(
    "unwritable",
    "“{char}” (U+{code}, {name}) cannot be written in {encoding}, the encoding of the source file; "
    "save the source as UTF-8, or use another character",
)
UNNAMED = define("unnamed", "a character without a name")
READ_AS = define("read-as", "read as {encoding}; save it as UTF-8 if accents look wrong")
MOJIBAKE = define(
    "mojibake",
    "looks like UTF-8 read as Latin-1 and saved again ({place}: “{seen}” for “{meant}”); "
    "get the file as it was first written",
)
PARTED_ACCENTS = define(
    "parted-accents",
    "accents are written as separate characters (NFD); segments show them combined with their letters",
)

PASSWORD = define("password", "{file}: password-protected; open it and save it without a password")
OLD_WORD_FILE = define("old-word-file", "{file}: an old Word file; save it as .docx")
NOT_A = define("not-a", "{file}: not {kind}: {found}")
NOT_A_UNKNOWN = define(
    "not-a-unknown", "{file}: not {kind}; find out what it is and give it the right extension"
)
PART_TOO_LARGE = define("part-too-large", "{file}: {part} is too large ({size} MB); split the document")
TOO_MANY_PARTS = define(
    "too-many-parts", "{file}: has {n} parts, more than any real document; it is not opened"
)
PART_TWICE = define("part-twice", "{file}: contains {part} twice; open it and save it again")
PART_UNPACKS = define("part-unpacks", "{file}: {part} unpacks to {size} MB; it is not opened")
UNPACKS = define("unpacks", "{file}: unpacks to more than {size} MB; it is not opened")
CUT_OFF = define("cut-off", "{file}: the file is cut off or damaged; get it again")
PART_DAMAGED = define("part-damaged", "{file}: {part} in it is damaged ({cause}); get the file again")
WRONG_LENGTH = define("wrong-length", "wrong length")

SYSTEM = {
    errno.ENOENT: define("no-such-file", "no such file or folder"),
    errno.EACCES: define("permission-denied", "permission denied"),
    errno.EPERM: define("not-permitted", "operation not permitted"),
    errno.EEXIST: define("file-exists", "there is a file of that name already"),
    errno.ENXIO: define("not-a-file", "is a pipe, a socket or a device; put a file in its place"),
    errno.EISDIR: define("is-a-directory", "is a folder, not a file"),
    errno.ENOTDIR: define("not-a-directory", "is not a folder"),
    errno.ENOSPC: define("no-space", "no space left on the disk"),
    errno.EDQUOT: define("quota", "disk quota exceeded"),
    errno.EFBIG: define("too-large", "file too large"),
    errno.EROFS: define("read-only", "the file system is read-only"),
    errno.EIO: define("io-error", "input/output error; check the disk"),
    errno.ENAMETOOLONG: define("name-too-long", "file name too long"),
    errno.EMFILE: define("too-many-files", "too many open files"),
    errno.ETXTBSY: define("text-busy", "another program is running it"),
    errno.EADDRINUSE: define("port-in-use", "the port is in use; choose another --port"),
}
"""What the system reports, by error number."""


def cause(error: OSError) -> Message:
    """Why the system refused, without the file; in the system's own words if the reason is a rare one."""
    known = SYSTEM.get(error.errno or 0)
    return known() if known is not None else verbatim(error.strerror or str(error))


def described(error: TranslateFlowError | OSError) -> Message:
    """What an error says, with its file where it names one."""
    if isinstance(error, TranslateFlowError):
        return error.message
    return AT_FILE(file=str(error.filename), problem=cause(error)) if error.filename else cause(error)


OTHER_KINDS: tuple[tuple[bytes, Message], ...] = (
    (b"%PDF-", PDF()),
    (b"PK\x03\x04", ZIP()),
    (b"\xd0\xcf\x11\xe0", OLD_WORD()),
    (b"{\\rtf", RTF()),
    (b"\x89PNG", PICTURE()),
    (b"\xff\xd8\xff", PICTURE()),
    (b"\x1f\x8b", COMPRESSED()),
)
"""How files begin that are not text, and what to say of each."""
