"""Model files of Firefox Translations: found, checked, copied into place, downloaded.

A pair's folder holds three or four files under Mozilla's own names, such as
`model.esen.intgemm.alphas.bin`, `vocab.esen.spm` (or `srcvocab…` and `trgvocab…`) and
`lex.50.50.esen.s2t.bin`. Firefox's own folder and the one that the `fxtranslate` command
keeps have the same files, so either will do.
"""

from __future__ import annotations

import gzip
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import Unavailable
from ...files.messages import cause as because
from . import messages
from .verify import Failed, Unfit, check, guarded

if TYPE_CHECKING:
    from fxtranslate import Translator

    from .mozilla import Progress

HUB = "en"
"""Language by way of which pairs without a model of their own are translated."""
_PARTS = {
    "model": ("model.", ".bin"),
    "source": ("srcvocab.", ".spm"),
    "target": ("trgvocab.", ".spm"),
    "vocabulary": ("vocab.", ".spm"),
    "shortlist": ("lex.", ".bin"),
}
_PACKED = (".gz", ".zst")
MOST_TOKENS = 100
"""Of one piece. A model reads 127 and leaves out without a word what goes beyond."""
_LONGEST_PIECE = 24
"""Letters; SentencePiece makes none longer than 16 unless it is told to."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A model in memory."""

    pair: str
    """Such as `es-en`."""
    digest: str
    """Eight hex digits of the hash of the model's bytes: Mozilla's files do not say their version."""
    translator: Translator
    """The compiled engine; translates one sentence at a time."""
    pieces: frozenset[str]
    """Its source vocabulary."""

    @property
    def source(self) -> str:
        """The language it translates from."""
        return self.pair.split("-")[0]

    def takes(self, text: str) -> bool:
        """Whether the model reads that text to its end."""
        return self.tokens(text) <= MOST_TOKENS

    def tokens(self, text: str) -> int:
        """About how many tokens the model reads for a text: the longest known piece each time.

        The engine takes the likeliest pieces instead, which are seldom fewer or many more.
        """
        escaped = "\u2581" + text.strip().replace(" ", "\u2581")
        at = count = 0
        while at < len(escaped):
            ends = range(min(len(escaped), at + _LONGEST_PIECE), at, -1)
            at = next((end for end in ends if escaped[at:end] in self.pieces), at + 1)
            count += 1
        return count


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """The files of one language pair."""

    pair: str
    """Such as `es-en`."""
    model: Path
    source: Path
    """Vocabulary of the source language; often the target's too."""
    target: Path
    shortlist: Path | None = None
    """Makes it several times faster; may be missing."""

    def load(self) -> Loaded:
        """The model in memory. Raises Unavailable if a file cannot be read or is none of its kind."""
        read = [
            _unpacked(file) if file else None
            for file in (self.model, self.source, self.target, self.shortlist)
        ]
        model, source, target, shortlist = read
        try:
            pieces = check(model or b"", source or b"", target or b"", shortlist)
            with guarded():
                from fxtranslate import Translator

                translator = Translator(model or b"", source or b"", target or b"", shortlist)
                # A weight that is missing is noticed only when it is wanted.
                translator.translate("1")
        except (Unfit, Failed) as cause:
            why = cause.why if isinstance(cause, Unfit) else str(cause)
            raise Unavailable(
                messages.CANNOT_BE_LOADED(
                    folder=str(self.model.parent), pair=self.pair, cause=why, languages=_languages(self.pair)
                )
            ) from cause
        digest = blake2b(model or b"", digest_size=4).hexdigest()
        return Loaded(self.pair, digest, translator, frozenset(pieces))


def folder() -> Path:
    """Where models are kept: below the user's data folder (XDG Base Directory Specification)."""
    data = os.environ.get("XDG_DATA_HOME", "")
    base = Path(data) if Path(data).is_absolute() else Path.home() / ".local" / "share"
    return base / "translate-flow" / "firefox"


def _folders() -> list[Path]:
    """Folders that may hold models: ours, and that of the `fxtranslate` command."""
    cache = os.environ.get("XDG_CACHE_HOME", "")
    base = Path(cache) if Path(cache).is_absolute() else Path.home() / ".cache"
    return [folder(), base / "fxtranslate" / "models"]


def installed() -> list[tuple[str, str]]:
    """Pairs with a complete model on this machine."""
    found = set()
    for place in _folders():
        for part in sorted(place.glob("*-*")) if place.is_dir() else ():
            source, _, target = part.name.partition("-")
            if find(part, source, target):
                found.add((source, target))
    return sorted(found)


def route(source: str, target: str) -> list[ModelFiles]:
    """The models to go through from one language to another: one, or two by way of English; or none."""
    left, right = _primary(source), _primary(target)
    for legs in ([(left, right)], [(left, HUB), (HUB, right)]):
        found = [_here(*leg) for leg in legs]
        if all(found) and left != right:
            return [files for files in found if files]
    return []


def _here(source: str, target: str) -> ModelFiles | None:
    places = (place / f"{source}-{target}" for place in _folders())
    return next((files for place in places if (files := find(place, source, target))), None)


def find(place: Path, source: str, target: str) -> ModelFiles | None:
    """The files of a pair in a folder, packed or not; None if it is not complete."""
    parts: dict[str, Path] = {}
    wanted = f"{source}{target}"
    try:
        listed = sorted(place.iterdir())
    except OSError:
        return None
    for file in listed:
        name = file.name
        for ending in _PACKED:
            name = name.removesuffix(ending)
        for part, (start, end) in _PARTS.items():
            if name.startswith(start) and name.endswith(end) and wanted in name.split("."):
                parts.setdefault(part, file)
    left = parts.get("source") or parts.get("vocabulary")
    right = parts.get("target") or parts.get("vocabulary")
    if "model" not in parts or left is None or right is None:
        return None
    return ModelFiles(f"{source}-{target}", parts["model"], left, right, parts.get("shortlist"))


def install(source: str, target: str, origin: Path) -> None:
    """Copy the files of a pair from a folder (or its sub-folder `es-en` or `esen`) into their place.

    Files packed with gzip or zstd, as Mozilla keeps them, are unpacked. Nothing is kept unless
    the model can be loaded. Raises Unavailable.
    """
    left, right = _primary(source), _primary(target)
    if not origin.is_dir():
        raise Unavailable(messages.NO_FOLDER(folder=str(origin), pair=f"{left}{right}"))
    places = (origin, origin / f"{left}-{right}", origin / f"{left}{right}")
    files = next((files for place in places if (files := find(place, left, right))), None)
    if files is None:
        raise Unavailable(
            messages.FILES_MISSING(folder=str(origin), pair=f"{left}{right}", languages=f"{left}-{right}")
        )
    with _new_folder(left, right) as new:
        for file in {files.model, files.source, files.target, files.shortlist} - {None}:
            assert file is not None
            name = file.name.removesuffix(".gz").removesuffix(".zst")
            (new / name).write_bytes(_unpacked(file))
        _checked(new, left, right)


def download(source: str, target: str, progress: Progress | None = None) -> None:
    """Fetch the model of a pair from Mozilla's servers, checked by its hash; two if it goes by English.

    The list of models and the files are asked for; no text is sent. What came of an interrupted
    download is kept for the next. Raises Unavailable.
    """
    from .mozilla import fetch

    left, right = _primary(source), _primary(target)
    parts = folder() / ".parts"
    try:
        with tempfile.TemporaryDirectory(prefix="translate-flow-") as name:
            for leg in fetch(left, right, Path(name), parts, progress):
                install(*leg, Path(name))
        shutil.rmtree(parts, ignore_errors=True)
    except Unavailable as error:
        raise Unavailable(
            messages.RESUME(problem=error.message, languages=_languages(f"{left}-{right}"))
        ) from error
    except OSError as error:
        raise Unavailable(messages.CANNOT_BE_WRITTEN(place=str(folder()), cause=because(error))) from error


@contextmanager
def _new_folder(source: str, target: str) -> Iterator[Path]:
    """A folder to fill, which takes the pair's place if nothing goes wrong."""
    place = folder() / f"{source}-{target}"
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        new = Path(tempfile.mkdtemp(prefix=".", dir=place.parent))
    except OSError as cause:
        raise Unavailable(messages.CANNOT_BE_WRITTEN(place=str(place), cause=because(cause))) from cause
    try:
        yield new
        old = new.with_name(f"{new.name}.old")
        new.chmod(0o755)
        if place.exists():
            place.rename(old)
        new.rename(place)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as cause:
        raise Unavailable(messages.CANNOT_BE_WRITTEN(place=str(place), cause=because(cause))) from cause
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _checked(place: Path, source: str, target: str) -> None:
    files = find(place, source, target)
    if files is None:
        raise Unavailable(messages.NOT_ARRIVED(folder=str(place), pair=f"{source}-{target}"))
    files.load()


def _unpacked(file: Path) -> bytes:
    """A file's bytes, unpacked if its name says that it is packed. Raises Unavailable."""
    unpack: dict[str, Callable[[bytes], bytes]] = {".gz": gzip.decompress, ".zst": _zstd}
    try:
        data = file.read_bytes()
        data = unpack.get(file.suffix, bytes)(data)
    except (OSError, EOFError, ValueError) as cause:
        why = because(cause) if isinstance(cause, OSError) else str(cause)
        raise Unavailable(messages.CANNOT_BE_READ(file=str(file), cause=why)) from cause
    if not data:
        raise Unavailable(messages.EMPTY(file=str(file)))
    return data


def _zstd(data: bytes) -> bytes:
    from fxtranslate import discovery

    return bytes(discovery.verify_and_decompress(data))


def _languages(pair: str) -> str:
    """A pair as the command line takes it."""
    return pair.replace("-", " ")


def _primary(tag: str) -> str:
    """The language of a tag, without script and region: what Mozilla's models are named by."""
    return tag.replace("_", "-").split("-")[0].lower()
