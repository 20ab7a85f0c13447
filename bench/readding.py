"""A statement's new version: which translations are carried to the right paragraph, and how fast.

The same generated statement (fixed seed) with one paragraph in twenty changed goes through
`translate-flow add`, `msgmerge --previous` and `pot2po`. A paragraph counts as carried right if
what it is given holds the translation of the paragraph it was made from (of each of them, if it
was merged; in each part, if it was split), and as wrong if it is given another's.
"""

from __future__ import annotations

import random
import resource
import statistics
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from . import generated
from .measure import peer, present, python

SEED = 20230112
LIMIT = 120
"""Seconds a peer is given."""
KINDS = ("same", "small edit", "a third rewritten", "moved", "moved and edited", "split", "merged", "new")


@dataclass(frozen=True)
class Case:
    """A paragraph of the new version."""

    text: str
    kind: str
    origins: tuple[int, ...] = ()
    """Places of the old paragraphs it was made from."""


def versions(count: int) -> tuple[list[str], list[Case]]:
    """An old statement and its new version, one paragraph in twenty changed, each kind as often."""
    chance = random.Random(SEED)
    old = [generated.paragraph(chance) for _ in range(count)]
    kinds = (*KINDS[1:], "gone")
    changed = sorted(chance.sample(range(1, count - 1, 2), count // 20))
    deeds = {place: kinds[n % len(kinds)] for n, place in enumerate(changed)}
    new: list[Case] = []
    moving: list[Case] = []
    skip = False
    for place, text in enumerate(old):
        deed = deeds.get(place, "same")
        if skip or deed == "gone":
            skip = False
        elif deed == "same":
            new.append(Case(text, deed, (place,)))
        elif deed in ("small edit", "a third rewritten"):
            new.append(Case(_rewritten(chance, text, 0.04 if deed == "small edit" else 0.33), deed, (place,)))
        elif deed == "moved":
            moving.append(Case(text, deed, (place,)))
        elif deed == "moved and edited":
            moving.append(Case(_rewritten(chance, text, 0.15), deed, (place,)))
        elif deed == "split":
            first, second = _halves(text)
            new += [Case(first, deed, (place,)), Case(second, deed, (place,))]
        elif deed == "merged":
            new.append(Case(f"{text} {old[place + 1]}", deed, (place, place + 1)))
            skip = True
        else:
            new += [Case(text, "same", (place,)), Case(generated.paragraph(chance), "new")]
    for case in moving:
        new.insert(chance.randrange(len(new)), case)
    return old, new


def _rewritten(chance: random.Random, text: str, share: float) -> str:
    words = text.split(" ")
    for place in chance.sample(range(len(words)), max(1, round(share * len(words)))):
        words[place] = chance.choice(generated.WORDS)
    return " ".join(words)


def _halves(text: str) -> tuple[str, str]:
    """The paragraph cut at the sentence nearest its middle."""
    ends = [n for n in range(1, len(text) - 1) if text[n - 1 : n + 1] == ". "] or [text.index(" ")]
    cut = min(ends, key=lambda n: abs(n - len(text) // 2))
    return text[:cut], text[cut + 1 :]


def translation(place: int, text: str) -> str:
    """A made-up translation with as many sentences as the source, each with a sign of where it is from."""
    return " ".join(f"P{place} {sentence}." for sentence in text.rstrip(".").split(". "))


def verdicts(cases: list[Case], given: Mapping[str, str]) -> tuple[Counter[str], int]:
    """How many paragraphs of each kind were carried right, and how many were given another's text."""
    right: Counter[str] = Counter()
    wrong = 0
    for case in cases:
        text = given.get(case.text, "")
        from_there = {int(word[1:]) for word in text.split() if word[:1] == "P" and word[1:].isdigit()}
        right[case.kind] += from_there == set(case.origins)
        wrong += not from_there <= set(case.origins)
    return right, wrong


def main() -> None:
    """Print the figures."""
    print("readding: a new version with one paragraph in twenty changed, CPU seconds")
    for count in (2_000, 10_000):
        old, cases = versions(count)
        total = Counter(c.kind for c in cases)
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            results = {"ours": _ours(folder, old, cases), **_peers(folder, old, cases)}
        alone = statistics.median(_matching(old, cases) for _ in range(3))
        print(f"  {count:,} paragraphs: matching alone {alone:.2f} s")
        print(f"    {'carried right':<20}{'of':>7}" + "".join(f"{tool:>22}" for tool in results))
        for kind in KINDS:
            row = "".join(f"{_cell(found and found[1][kind]):>22}" for found in results.values())
            print(f"    {kind:<20}{total[kind]:>7}{row}")
        row = "".join(f"{_cell(found and found[2]):>22}" for found in results.values())
        print(f"    {'given another’s text':<27}{row}")
        row = "".join(f"{f'{f[0]:.2f} s' if f else f'over {LIMIT} s, stopped':>22}" for f in results.values())
        print(f"    {'whole command':<27}{row}")


def _cell(value: object) -> str:
    return "–" if value is None else str(value)


Result = tuple[float, Counter[str], int] | None
"""CPU seconds, carried right by kind, wrong; None for a tool that was stopped."""


def _matching(old: list[str], cases: list[Case]) -> float:
    from translate_flow.carry import match
    from translate_flow.catalogue import Entry
    from translate_flow.language.text import segment_keys
    from translate_flow.model import Kind, Segment

    entries = [Entry(k, t, "x") for k, t in zip(segment_keys(old), old, strict=True)]
    texts = [c.text for c in cases]
    segments = [Segment(k, Kind.PARAGRAPH, t) for k, t in zip(segment_keys(texts), texts, strict=True)]
    begin = time.process_time()
    match(entries, [], segments)
    return time.process_time() - begin


def _ours(folder: Path, old: list[str], cases: list[Case]) -> Result:
    from translate_flow.catalogue import Catalogue
    from translate_flow.flow.intake.add import add
    from translate_flow.flow.intake.init import init
    from translate_flow.flow.statement.work import Work
    from translate_flow.model import Event
    from translate_flow.workspace import Workspace

    root = folder / "workspace"
    init(root, "es", ("en",))
    source = root / "statements" / "big.es.txt"
    source.write_text("\n\n".join(old) + "\n", "utf-8")
    workspace = Workspace.find(root)
    add(workspace, [source], ["en"])
    work = Work.open(workspace, "big", "en")
    keys = [u.key for u in work.units]
    work.change(
        lambda _: [
            Event(by="translator", do="edit", key=key, text=translation(n, text))
            for n, (key, text) in enumerate(zip(keys, old, strict=True))
        ]
    )
    source.write_text("\n\n".join(c.text for c in cases) + "\n", "utf-8")
    spent = _cpu(python("-m", "translate_flow", "add", "-C", str(root), str(source)))
    entries = Catalogue.load(workspace.catalogue_path("big", "en")).entries
    return spent or 0.0, *verdicts(cases, {e.source: e.target for e in entries})


def _peers(folder: Path, old: list[str], cases: list[Case]) -> dict[str, Result]:
    import polib

    before, after = folder / "old.po", folder / "new.pot"
    _write(before, {text: translation(n, text) for n, text in enumerate(old)})
    _write(after, dict.fromkeys((c.text for c in cases), ""))
    out = folder / "out.po"
    commands = {
        "msgmerge --previous": [
            "msgmerge",
            "--previous",
            "-q",
            "--no-wrap",
            "-o",
            str(out),
            str(before),
            str(after),
        ],
        "pot2po": [peer("pot2po"), "--progress=none", "-t", str(before), str(after), str(out)],
    }
    results: dict[str, Result] = {}
    for name, command in commands.items():
        if not present(name.split()[0]):
            continue
        out.unlink(missing_ok=True)
        spent = _cpu(command)
        if spent is None:
            results[name] = None
            continue
        found = {e.msgid: e.msgstr for e in polib.pofile(str(out), wrapwidth=0) if not e.obsolete}
        results[name] = (spent, *verdicts(cases, found))
    return results


def _write(path: Path, texts: Mapping[str, str]) -> None:
    import polib

    po = polib.POFile(wrapwidth=0)
    po.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": "en",
    }
    po.extend(polib.POEntry(msgid=source, msgstr=target) for source, target in texts.items())
    po.save(str(path))


def _cpu(command: list[str]) -> float | None:
    """CPU seconds of the command; None if it was stopped after LIMIT seconds."""
    begin = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=LIMIT)
    except subprocess.TimeoutExpired:
        return None
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    return end.ru_utime + end.ru_stime - begin.ru_utime - begin.ru_stime
