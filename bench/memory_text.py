"""The translation memory on real sentences: lookups, best matches found, and what its guards refuse.

Besides, paragraphs of three of the sentences each, so that every sentence stands in several, and
questions of which a share of the words is changed: how often the best match is found.

Reads `*.es` and `*.en`, one segment a line, from `es-en-dev/` in the folder that TRANSLATE_FLOW_CORPUS
names (default: `../shared/data` beside the repository). Says so if there is none.

Questions are the stored sentences with words replaced by others of the corpus (harmless: no
negation, number, date or name is touched) or with one dangerous change: a *no* put in or taken
out, a number, a month or a name changed, two names changing places. A guard is to let the
former pass and to refuse every one of the latter; an exact match is none of its business.
"""

from __future__ import annotations

import random
import re
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from .memory import brute_force, nearest
from .risk import DATA

QUESTIONS = 400
"""Of each kind."""
PARAGRAPHS = 10_000
LONG = 14
"""Words a sentence must have to be asked about: one changed word leaves it more than 85 % alike."""
MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
_INNER_NAME = re.compile(r"(?<=[a-záéíóúñ] )[A-ZÁÉÍÓÚÑ][a-záéíóúñ]{3,}\b")
_PLAIN = re.compile(r"(?<= )[a-záéíóúñ]{5,}(?=[ ,.])")
_FACTS = re.compile(
    r"(?:veint|treint|cuarent|cincuent|doce|trece|catorce|quince|dieci|primer|segund|tercer|cuart|quint|sext|millon|millar"
    r"|cient|décad|docen|decen|centen|mitad|doble|triple|siglo|semana|quincen|pareja|ambos|ambas|cuatro|cinco|siete|nueve"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo|ayer|anoche|nunca|jamás|tampoco|nadie|ningun|ningún)"
)


def main() -> None:
    """Print the figures."""
    print("memory, real sentences: harmless and dangerous changes")
    texts = sorted({t for t in _sentences() if len(t.split()) >= 4})
    if not texts:
        print(f"    no sentences in {DATA}: left out")
        return
    chance = random.Random(41)
    asked = [text for text in texts if len(text.split()) >= LONG]
    vocabulary = Counter(word for text in texts for word in _PLAIN.findall(text) if not _FACTS.match(word))
    words = [word for word, count in vocabulary.items() if count > 1 and word not in MONTHS]
    harmless = [q for t in chance.sample(asked, QUESTIONS) if (q := _replaced(t, words, chance))]
    with tempfile.TemporaryDirectory() as folder:
        _lookups(Path(folder) / "memory.sqlite", texts, harmless, asked, chance)
        _paragraphs(Path(folder) / "paragraphs.sqlite", texts, chance)


def _sentences() -> list[str]:
    files = sorted(DATA.glob("*.es")) if DATA.is_dir() else []
    return [line.strip() for file in files for line in file.read_text("utf-8").splitlines()]


def _lookups(
    path: Path, texts: Sequence[str], harmless: Sequence[str], asked: Sequence[str], chance: random.Random
) -> None:
    from translate_flow.memory import Query, Store, StoredPair, lookup

    with Store.open(path, "es", ["en"]) as store:
        store.take_in("bench.tmx", "1", (StoredPair(text, text, "en", 2, document="d") for text in texts))

        def best(text: str) -> int:
            found = lookup(store, Query(text, "en", "d", threshold=85), limit=1)
            return found[0].score if found else 0

        spent, scores = [], []
        for text in harmless:
            begin = time.process_time()
            scores.append(best(text))
            spent.append((time.process_time() - begin) * 1000)
        full, _ = brute_force(texts, harmless)
        like = [(ours, whole) for ours, whole in zip(scores, full, strict=True) if whole >= 86]
        kept = sum(ours >= int(whole) - 1 for ours, whole in like) / len(like)
        print(
            f"  {len(texts):,} sentences; lookup: median {statistics.median(spent):.1f} ms CPU, worst {max(spent):.1f}"
        )
        print(
            f"  harmless changes, best match 86 % or more by brute force: {kept:.1%} of {len(like)} come as matches"
        )
        for what, change in DANGEROUS.items():
            made = [q for t in asked if (q := change(t, chance)) and q != t][:QUESTIONS]
            let = sum(1 for q in made if _passes(best, q))
            print(f"  {what}: {let} of {len(made)} taken for nearly the same")


def _paragraphs(path: Path, texts: Sequence[str], chance: random.Random) -> None:
    from translate_flow.memory import Query, Store, StoredPair, lookup

    stored = [" ".join(chance.sample(texts, 3)) for _ in range(PARAGRAPHS)]
    words = [word for text in texts for word in text.split()]
    shares = (0.02, 0.06, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4)
    questions = [changed(chance.choice(stored), share, words, chance) for _ in range(12) for share in shares]
    ours, spent = [], []
    with Store.open(path, "es", ["en"]) as store:
        store.take_in("bench.tmx", "1", (StoredPair(text, text, "en", 2, document="d") for text in stored))
        for text in questions:
            begin = time.process_time()
            lookup(store, Query(text, "en", "d", threshold=50))
            spent.append((time.process_time() - begin) * 1000)
            ours.append(nearest(store, text))
    best, _ = brute_force(stored, questions)
    there = [(a, b) for a, b in zip(ours, best, strict=True) if b >= 50]
    found = sum(a >= b - 1e-9 for a, b in there) / len(there)
    print(
        f"  {PARAGRAPHS:,} paragraphs of three sentences; lookup: median {statistics.median(spent):.1f} ms CPU"
    )
    print(f"  best match found, all from 50 %: {found:.1%} of {len(there)}")


def changed(text: str, share: float, words: Sequence[str], chance: random.Random) -> str:
    """The text with that share of its words replaced, left out, added or moved."""
    made = text.split()
    for _ in range(int(len(made) * share)):
        kind, place = chance.random(), chance.randrange(len(made))
        if kind < 0.5:
            made[place] = chance.choice(words)
        elif kind < 0.7:
            del made[place]
        elif kind < 0.9:
            made.insert(place, chance.choice(words))
        else:
            made.insert(chance.randrange(len(made)), made.pop(place))
    return " ".join(made)


def _passes(best: Callable[[str], int], question: str) -> bool:
    """As it is: 99 means that the number or name was put right in the translation."""
    return 85 <= best(question) < 99


def _replaced(text: str, words: Sequence[str], chance: random.Random) -> str:
    places = [m for m in _PLAIN.finditer(text) if not _FACTS.match(m[0]) and m[0] not in MONTHS]
    if not places:
        return ""
    for match in sorted(chance.sample(places, max(1, len(places) // 12)), key=lambda m: -m.start()):
        text = text[: match.start()] + chance.choice(words) + text[match.end() :]
    return text


def _without_no(text: str, _: random.Random) -> str:
    return re.sub(r" (?:no|sin|ni|nunca|jamás|tampoco) ", " ", text, count=1)


def _with_no(text: str, _: random.Random) -> str:
    return re.sub(r" (se|ha|han|es|son|fue|está|puede|tiene) ", r" no \1 ", text, count=1)


def _other_number(text: str, chance: random.Random) -> str:
    return re.sub(r"\d+", lambda m: str(int(m[0]) + chance.randint(1, 40)), text, count=1)


def _other_month(text: str, chance: random.Random) -> str:
    return re.sub(rf"\b(?:{'|'.join(MONTHS)})\b", lambda _: chance.choice(MONTHS), text, count=1)


def _other_name(text: str, chance: random.Random) -> str:
    return _INNER_NAME.sub(lambda _: chance.choice(("Tarma", "Yauli", "Ocoña", "Chala")), text, count=1)


def _swapped_names(text: str, _: random.Random) -> str:
    found = list(_INNER_NAME.finditer(text))
    if len(found) < 2 or found[0][0] == found[-1][0]:
        return ""
    left, right = found[0], found[-1]
    return text[: left.start()] + right[0] + text[left.end() : right.start()] + left[0] + text[right.end() :]


def _swapped_numbers(text: str, _: random.Random) -> str:
    found = list(re.finditer(r"(?<![\d.,])\d+(?![\d.,]\d)", text))
    if len(found) < 2 or found[0][0] == found[-1][0]:
        return ""
    left, right = found[0], found[-1]
    return text[: left.start()] + right[0] + text[left.end() : right.start()] + left[0] + text[right.end() :]


DANGEROUS = {
    "a negation taken out": _without_no,
    "a negation put in": _with_no,
    "another number": _other_number,
    "another month": _other_month,
    "another name": _other_name,
    "two names changing places": _swapped_names,
    "two numbers changing places": _swapped_numbers,
}
"""Changes that must never count as nearly the same."""


if __name__ == "__main__":
    main()
