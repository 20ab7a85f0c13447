"""Every reader of documents against damaged files: a right reading or a clear refusal, never anything else.

    python -m bench.fuzz_formats [ROUNDS] [FORMAT…]

For each format, ROUNDS (10,000) mutations of its fixtures, from a fixed seed. Each is
read; what is read is rebuilt with its own texts, which must give the same bytes, and
with other texts, which must be read again as they were written. Printed are how many
were read, refused, and how many broke a promise; the exit code is 1 if any did.
"""

from __future__ import annotations

import io
import random
import re
import sys
import time
import traceback
import unicodedata
import zipfile
from collections import Counter
from copy import deepcopy
from pathlib import Path

from translate_flow.errors import BuildError, ReadError
from translate_flow.files.encoding import decode
from translate_flow.formats import EXTENSIONS, FORMATS, Format, load, plain
from translate_flow.formats.plain.mail import without_heads
from translate_flow.markup import inline
from translate_flow.markup.notes import PlaceNote
from translate_flow.markup.splice import splice
from translate_flow.model import Document

FIXTURES = Path(__file__).parent.parent / "tests" / "fixtures" / "formats"
JUNK = [
    *(
        b"\n",
        b"\r",
        b"\t",
        b" ",
        b"> ",
        b"- ",
        b"|",
        b"`",
        b"*",
        b"_",
        b"[^1]: ",
        b"---\n",
        b"#",
        b"\\",
        b"\xff",
    ),
    *(
        b"\xc3",
        b"\x81",
        b"\0",
        b"<",
        b">",
        b"&",
        b'"',
        b"'",
        b"=",
        b"/",
        b"</p>",
        b"<b>",
        b"<!--",
        b"]]>",
        b"<td>",
    ),
]
_GUARD = re.compile(r"^\\(?=[<\[`~*_])", re.MULTILINE)
GOOD = ("read", "refused", "not written")
"""What may come of a damaged file."""
SLOW = 5.0
"""Seconds of CPU after which a single file counts as hanging."""


def fixtures(name: str) -> list[Path]:
    """The documents of one format that are to be damaged."""
    return sorted(path for path in FIXTURES.rglob("*") if EXTENSIONS.get(path.suffix) == name)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The data with a few stretches cut, doubled, moved or replaced by junk."""
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.randrange(12))
        far = chance.randrange(len(data) + 1)
        pieces = [
            b"",
            data[start:end] * 2,
            chance.choice(JUNK),
            bytes([chance.randrange(256)]),
            data[far : far + 20],
        ]
        data = data[:start] + chance.choice(pieces) + data[end:]
    return data


def damaged(path: Path, chance: random.Random) -> bytes:
    """The file with bytes changed; of a zip file mostly those of one XML part in it, or its elements."""
    data = path.read_bytes()
    if not data.startswith(b"PK") or chance.random() < 0.15:
        return mutated(data, chance)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {info.filename: archive.read(info) for info in archive.infolist()}
    name = chance.choice([part for part in files if part.endswith((".xml", ".rels"))])
    if chance.random() < 0.2:
        files[name] = mutated(files[name], chance)
    else:
        files[name] = shuffled(files[name], chance)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in files.items():
            archive.writestr(zipfile.ZipInfo(part), content)
    return out.getvalue()


def shuffled(data: bytes, chance: random.Random) -> bytes:
    """XML with elements cut out, doubled or exchanged, so that it mostly stays well-formed."""
    from lxml import etree

    root = etree.fromstring(data)
    nodes = [node for node in root.iter() if node.getparent() is not None]
    for _ in range(chance.randint(1, 8)):
        if not nodes:
            break
        node, other = chance.choice(nodes), chance.choice(nodes)
        home = node.getparent()
        how = chance.randrange(4)
        if how == 0 and home is not None:
            home.remove(node)
        elif how == 1 and home is not None:
            home.insert(chance.randrange(len(home) + 1), deepcopy(node))
        elif how == 2 and not any(up is node for up in other.iterancestors()) and other is not node:
            other.append(node)
        elif node.attrib:
            node.attrib[chance.choice(list(node.attrib))] = chance.choice(
                ["", "0", "-1", "x", "999999999", "none"]
            )
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def other_words(form: Format, text: str) -> str:
    """The text with other vowels; where a format has marks, these stay."""
    table = str.maketrans("aeo", "áéó")
    if form.name in ("markdown", "plain"):
        return text.translate(table)
    parts = inline.tokens(text)
    return inline.written(part.translate(table) if isinstance(part, str) else part for part in parts)


def tried(form: Format, data: bytes) -> str:
    """One of `GOOD`, or what promise was broken."""
    try:
        document = form.read(data, "fuzz")
    except ReadError as error:
        return "refused" if str(error).startswith("fuzz") and "\n" not in str(error) else f"message: {error}"
    own = {segment.key: segment.text for segment in document.segments}
    if form.rebuild(data, document, own) != data:
        return "not identical with its own texts"
    texts = {key: other_words(form, text) for key, text in own.items()}
    try:
        rebuilt = form.rebuild(data, document, texts)
    except (BuildError, ReadError) as error:
        return "not written" if "\n" not in str(error) else f"message: {error}"
    if form.name == "plain":
        return "read" if _spliced(data, document, texts) == _words(rebuilt, document) else "wrong words"
    try:
        second = form.read(rebuilt, "fuzz")
        again = [segment.text for segment in second.segments]
    except ReadError:
        # A file of control characters in an 8-bit encoding is text only as long as few are in it.
        if document.encoding in ("cp1252", "latin-1"):
            return "refused"
        raise
    if [one.count for one in second.omitted] != [one.count for one in document.omitted]:
        # What language a passage is in, its words decide, and these are others now.
        return "read"
    wanted = list(texts.values())
    if form.name == "markdown":
        again, wanted = _unguarded(again), _unguarded(wanted)
    return "read" if again == wanted else "not read as it was written"


def _unguarded(texts: list[str]) -> list[str]:
    """Markdown without the backslash that keeps a sign at the beginning of a text from opening a block.

    Before signs that mean something within a line too, it is shown when the text is read.
    """
    return [_GUARD.sub("", text) for text in texts]


def _spliced(data: bytes, document: Document, texts: dict[str, str]) -> str:
    """The words a rebuilt plain text has to hold. Where its paragraphs end is a matter of looks: another
    text of the same width may well be taken for another paragraph, so reading it again proves nothing."""
    text = decode(data, document.name).text
    changed = any(texts[segment.key] != segment.text for segment in document.segments)
    # Heads of e-mails are left out of what is written; the subject may be in the place of one.
    heads = plain._heads(text, plain._front(text)) if changed else []
    subjects = [s for s in document.segments if s.note == PlaceNote.MAIL_SUBJECT]
    title = next(((s.start, texts[s.key]) for s in subjects), None)
    pieces = list(without_heads(heads, title, "\n"))
    pieces += [(s.start, s.end, texts[s.key]) for s in document.segments if not changed or s not in subjects]
    return _inked(splice(text, sorted(pieces)))


def _words(data: bytes, document: Document) -> str:
    return _inked(data.decode(document.encoding).removeprefix("\ufeff"))


def _inked(text: str) -> str:
    """The text without white space and signs of quotation, which each line of a quotation has, composed."""
    return "".join(unicodedata.normalize("NFC", text).replace(">", "").split())


def fuzz(name: str, rounds: int) -> int:
    """Try one format; print the counts, and one line and file for each broken promise. Their number."""
    if name == "pdf":
        return fuzz_pdf(rounds)
    form = load(name)
    files = fixtures(name)
    chance = random.Random(2023)
    counts: Counter[str] = Counter()
    slowest = 0.0
    start = time.process_time()
    for number in range(rounds):
        path = chance.choice(files)
        data = damaged(path, chance)
        begun = time.process_time()
        try:
            found = tried(form, data)
        except Exception:  # any error at all is what is looked for here
            found = traceback.format_exc(limit=-3)
        took = time.process_time() - begun
        slowest = max(slowest, took)
        if took > SLOW:
            found = f"took {took:.1f} s"
        good = found in GOOD
        counts[found if good else "broken"] += 1
        if not good:
            kept = Path(f"/tmp/fuzz-{name}-{number}{path.suffix}")
            kept.write_bytes(data)
            print(f"  {kept} (from {path.name}): {found}")
    said = ", ".join(f"{counts[what]} {what}" for what in (*GOOD, "broken"))
    print(
        f"{name:9} {rounds} files: {said}; {time.process_time() - start:.0f} s, slowest {slowest:.2f} s",
        flush=True,
    )
    return counts["broken"]


def fuzz_pdf(rounds: int) -> int:
    """The same for PDF, of which text is made: a text or a refusal, in bounded time."""
    from tests.convert.pdfs import lines, pdf
    from tests.convert.test_tables import ROWS, ruled, typed
    from translate_flow.convert import convert

    whole = [
        pdf([[*lines(60, 780, "Comunicado", font="B"), *lines(60, 700, "Hoy marchamos por el agua.", "• uno", "• dos")]] * 2),
        pdf([[*lines(60, 700, "La primera columna sigue", "hasta abajo."), *lines(320, 700, "La segunda viene", "luego.")]]),
        pdf([typed(ROWS)], extra=ruled(715, 693, 673, 650)),
        pdf([[*lines(60, 780, "Lo que falta:"), *typed(ROWS)]] * 2),
    ]  # fmt: skip
    chance = random.Random(2023)
    counts: Counter[str] = Counter()
    slowest, start = 0.0, time.process_time()
    for number in range(rounds):
        data = mutated(chance.choice(whole), chance)
        begun = time.process_time()
        try:
            convert(data, "fuzz.es.pdf", "es").data.decode()
            found = "read"
        except ReadError as error:
            found = "refused" if "\n" not in str(error) else f"message: {error}"
        except Exception:  # any error at all is what is looked for here
            found = traceback.format_exc(limit=-3)
        took = time.process_time() - begun
        slowest = max(slowest, took)
        found = f"took {took:.1f} s" if took > SLOW else found
        counts[found if found in GOOD else "broken"] += 1
        if found not in GOOD:
            kept = Path(f"/tmp/fuzz-pdf-{number}.pdf")
            kept.write_bytes(data)
            print(f"  {kept}: {found}")
    said = ", ".join(f"{counts[what]} {what}" for what in ("read", "refused", "broken"))
    spent = time.process_time() - start
    print(f"pdf       {rounds} files: {said}; {spent:.0f} s, slowest {slowest:.2f} s", flush=True)
    return counts["broken"]


def main(arguments: list[str]) -> int:
    """Run over the formats named, or all."""
    rounds = int(arguments.pop(0)) if arguments and arguments[0].isdigit() else 10_000
    return 1 if sum([fuzz(name, rounds) for name in arguments or [*FORMATS, "pdf"]]) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
