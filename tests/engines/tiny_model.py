"""A model of Firefox's own kind, small enough to be made in a test: it translates word for word.

Mozilla's weights are not on every machine, and no licence or network is needed for these:
a transformer of one encoder and one decoder layer whose numbers are written by hand, in the
file formats the compiled engine reads. The decoder looks at the source word of its own
place and says its code; the target vocabulary gives each code its English. Letters stand
for themselves, so that words the model does not know, and marks of held names, come through.

Formats: Marian's binary model, version 1 (github.com/marian-nmt/marian-dev,
src/common/binary.cpp), with 8-bit weights as `marian-conv --gemm-type intgemm8` writes them;
SentencePiece's model.proto; Marian's binary shortlist (src/data/shortlist.cpp).
"""

from __future__ import annotations

import random
import struct
from collections.abc import Mapping
from pathlib import Path

DIM = 128
"""Width of the model; a multiple of 16, as the engine's kernels want."""
HALF = DIM // 2
SLOW = [c for c in range(DIM) if c % HALF >= 50]
"""Places in which the positional encoding hardly changes from word to word: they hold the word's code."""
FAST = [c for c in range(DIM) if c % HALF < 6]
"""Places in which it changes fast: they tell the position."""
BALLAST = [c for c in range(HALF, DIM) if 12 <= c % HALF < 50]
"""Places that bring the mean of all to about zero, which the layers' normalisation takes off."""
FEED = 16
"""Width of the feed-forward layers, which do nothing."""
FLOAT, BYTE, PACKED = 0x404, 0x101, 0x4101
"""Marian's numbers of the types float32, int8, and int8 with its multiplier behind."""
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,;:¿?¡!áéíóúñ"
SPACE = "\u2581"
Diagonal = Mapping[int, float]
"""Place and value of what stands on a matrix's diagonal; zero elsewhere."""


def write(folder: Path, pair: str, words: Mapping[str, str]) -> Path:
    """The four files of a model in a folder: `words` are translated, all else is copied."""
    folder.mkdir(parents=True, exist_ok=True)
    spare = [f"spare{n}" for n in range(-(2 + 1 + len(LETTERS) + len(words)) % 8)]
    pieces = ["</s>", "<unk>", SPACE, *LETTERS, *spare]
    source = [*pieces, *(SPACE + word for word in words)]
    target = [*pieces, *(SPACE + word for word in words.values())]
    for name, data in (
        (f"model.{pair}.intgemm.alphas.bin", model(len(pieces) + len(words))),
        (f"srcvocab.{pair}.spm", vocabulary(source)),
        (f"trgvocab.{pair}.spm", vocabulary(target)),
        (f"lex.50.50.{pair}.s2t.bin", shortlist(len(source))),
    ):
        (folder / name).write_bytes(data)
    return folder


def vocabulary(pieces: list[str]) -> bytes:
    """A SentencePiece model: pieces (field 1) of text (1), score (2) and type (3)."""
    made = b""
    for number, piece in enumerate(pieces):
        kind = (3, 2)[number] if number < 2 else 1
        text = piece.encode()
        # A word in one piece is likelier than its letters.
        inner = (
            b"\x0a" + _varint(len(text)) + text + b"\x15" + struct.pack("<f", -1.0) + b"\x18" + _varint(kind)
        )
        made += b"\x0a" + _varint(len(inner)) + inner
    return made


def _varint(number: int) -> bytes:
    made = b""
    while number > 127:
        made += bytes([number & 127 | 128])
        number >>= 7
    return made + bytes([number])


def shortlist(size: int) -> bytes:
    """A shortlist that leaves every one of `size` pieces in; a multiple of 8."""
    offsets = [0] * (size + 1)
    return struct.pack(f"<6Q{len(offsets)}Q", 0xF11A48D5013417F5, 0, size, 0, len(offsets), 0, *offsets)


def codes(size: int) -> list[list[int]]:
    """A row of ±1 for each piece, as many of one as of the other; no two rows nearly alike."""
    dice, made = random.Random(1), list[list[int]]()
    row = [1, -1] * (len(SLOW) // 2)
    while len(made) < size:
        row = dice.sample(row, len(row))
        if all(sum(a != b for a, b in zip(row, other, strict=True)) >= 6 for other in made):
            made.append(row)
    return made


def model(size: int) -> bytes:
    """The weights for a vocabulary of that size."""
    items: list[tuple[str, int, tuple[int, ...], bytes]] = []

    def floats(name: str, values: list[float]) -> None:
        items.append((name, FLOAT, (1, len(values)), struct.pack(f"<{len(values)}f", *values)))

    def matrix(name: str, rows: int, columns: int, diagonal: Diagonal, largest: float) -> None:
        """A weight; `largest` is the largest number that will be multiplied by it."""
        most = max(map(abs, diagonal.values()), default=0.0) or 1.0
        data = bytearray(rows * columns)
        for place, value in diagonal.items():
            data[place * rows + place] = round(value / most * 127) & 255
        items.append((name, PACKED, (rows, columns), bytes(data) + struct.pack("<f", 127 / most)))
        floats(f"{name}_QuantMultA", [127 / largest])

    def attention(name: str, position: float, word: float) -> None:
        """What looks at the same place (sharper with a larger `position`), and says `word` times its code."""
        for letter, diagonal, largest in (
            ("q", dict.fromkeys(FAST, position), 4.0),
            ("k", dict.fromkeys(FAST, position), 4.0),
            ("v", dict.fromkeys(SLOW, word), 4.0),
            ("o", dict.fromkeys(SLOW, word), 4.0 * max(word, 1.0)),
        ):
            matrix(f"{name}_W{letter}", DIM, DIM, diagonal, largest)
            floats(f"{name}_b{letter}", [0.0] * DIM)
        floats(f"{name}_Wo_ln_scale", [1.0] * DIM)
        floats(f"{name}_Wo_ln_bias", [0.0] * DIM)

    def feed_forward(name: str) -> None:
        matrix(f"{name}_W1", DIM, FEED, {}, 4.0)
        floats(f"{name}_b1", [0.0] * FEED)
        matrix(f"{name}_W2", FEED, DIM, {}, 4.0)
        floats(f"{name}_b2", [0.0] * DIM)
        floats(f"{name}_ffn_ln_scale", [1.0] * DIM)
        floats(f"{name}_ffn_ln_bias", [0.0] * DIM)

    embeddings = bytearray(size * DIM)
    for number, row in enumerate(codes(size)):
        for place in BALLAST:
            embeddings[number * DIM + place] = -78 & 255
        for place, sign in zip(SLOW, row, strict=True):
            embeddings[number * DIM + place] = 60 * sign & 255
    items.append(("Wemb", PACKED, (size, DIM), bytes(embeddings) + struct.pack("<f", 60 * DIM**0.5)))
    floats("none_QuantMultA", [127 / 8.0])
    floats("decoder_ff_logit_out_b", [0.0] * size)
    attention("encoder_l1_self", 1.0, 0.0)
    feed_forward("encoder_l1_ffn")
    for name in ("W", "Wf"):
        matrix(f"decoder_l1_rnn_{name}", DIM, DIM, {}, 8.0)
    floats("decoder_l1_rnn_bf", [0.0] * DIM)
    floats("decoder_l1_rnn_ffn_ln_scale", [1.0] * DIM)
    floats("decoder_l1_rnn_ffn_ln_bias", [0.0] * DIM)
    attention("decoder_l1_context", 16.0, 4.0)
    feed_forward("decoder_l1_ffn")
    settings = (
        f"dim-emb: {DIM}\ntransformer-heads: 1\nenc-depth: 1\ndec-depth: 1\ntransformer-dim-ffn: {FEED}\n"
    )
    items.append(("special:model.yml", BYTE, (len(settings),), settings.encode()))
    return _file(items)


def _file(items: list[tuple[str, int, tuple[int, ...], bytes]]) -> bytes:
    names = [name.encode() + b"\0" for name, *_ in items]
    made = struct.pack("<2Q", 1, len(items))
    for name, (_, kind, shape, data) in zip(names, items, strict=True):
        made += struct.pack("<4Q", len(name), kind, len(shape), len(data))
    made += b"".join(names)
    made += b"".join(struct.pack(f"<{len(shape)}i", *shape) for _, _, shape, _ in items)
    gap = -(len(made) + 8) % 256
    return made + struct.pack("<Q", gap) + bytes(gap) + b"".join(data for *_, data in items)
