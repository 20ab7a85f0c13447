"""Speed of the glossary: 10,000 terms against 10,000 paragraphs, beside a naive loop and the bare automaton.

Run as `python bench/glossary.py`. Times are CPU seconds of this process, in one run on one core.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from translate_flow.glossary import Glossary

TERMS = 10_000
PARAGRAPHS = 10_000
WORDS = 60
SYLLABLES = (
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "la",
    "me",
    "ni",
    "po",
    "ru",
    "sa",
    "te",
    "vi",
    "zo",
    "cha",
    "lle",
    "ñi",
    "pro",
    "tra",
    "cla",
    "ción",
    "dad",
    "lón",
    "ría",
    "mán",
)


def _word(dice: random.Random) -> str:
    return "".join(dice.choice(SYLLABLES) for _ in range(dice.randint(2, 4)))


def generate(dice: random.Random, terms: int = TERMS) -> tuple[list[str], list[str]]:
    """Terms (half names, half common nouns, one to five words) and paragraphs with three terms each."""
    vocabulary = [_word(dice) for _ in range(20_000)]
    small = ["de", "la", "que", "el", "en", "y", "los", "del", "las", "por"]
    names: dict[str, None] = {}
    while len(names) < terms:
        parts = [dice.choice(vocabulary) for _ in range(dice.randint(1, 4))]
        if dice.random() < 0.5:
            parts = [part.capitalize() for part in parts]
        if len(parts) > 2:
            parts.insert(1, dice.choice(("de", "de la", "del")))
        names[" ".join(parts)] = None
    found = list(names)
    paragraphs = []
    for _ in range(PARAGRAPHS):
        parts = [dice.choice(small) if dice.random() < 0.4 else dice.choice(vocabulary) for _ in range(WORDS)]
        for _ in range(3):
            parts[dice.randrange(WORDS)] = dice.choice(found)
        parts[WORDS // 2] += ","
        paragraphs.append(" ".join(parts).capitalize() + ".")
    return found, paragraphs


def measure(action: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    start = time.process_time()
    action()
    return time.process_time() - start


def _file(terms: list[str], folder: Path) -> Path:
    path = folder / f"terms-{len(terms)}.csv"
    head = "es,en,kind,policy,gender,number,article_en,gloss_en,variants_es,forbidden_en,note\n"
    english = ("" if t[0].isupper() else f"english {t}" for t in terms)
    rows = (f"{t},{en},,,,,no,,,,row {n}\n" for n, (t, en) in enumerate(zip(terms, english, strict=True)))
    path.write_text(head + "".join(rows), encoding="utf-8")
    return path


def main() -> None:
    """Print the figures."""
    dice = random.Random(20230112)
    terms, paragraphs = generate(dice)
    characters = sum(map(len, paragraphs))
    print(f"{len(terms)} terms, {len(paragraphs)} paragraphs, {characters / 1e6:.1f} million characters")
    with tempfile.TemporaryDirectory() as folder:
        Glossary([])
        path = _file(terms, Path(folder))
        loaded: list[Glossary] = []
        load = measure(lambda: loaded.append(Glossary.load([path])))
        glossary = loaded[0]
        build = measure(lambda: glossary.find("nada"))
        ours = measure(lambda: [glossary.find(text) for text in paragraphs])
        hits = sum(len(glossary.find(text)) for text in paragraphs)
        few = Glossary(glossary.terms[: TERMS // 10])
        few.find("nada")
        tenth = measure(lambda: [few.find(text) for text in paragraphs])
        print(f"load the file                     {load:7.3f} s   (aim 0.2)")
        print(f"build the search, first use       {build:7.3f} s")
        print(f"find in all paragraphs            {ours:7.3f} s   (aim 2), {hits} terms found")
        print(f"  with a tenth of the terms       {tenth:7.3f} s")
    print(f"bare automaton, no forms or rules {_bare(terms, paragraphs):7.3f} s")
    sample = paragraphs[:20]
    naive = measure(lambda: [[t for t in terms if t in text] for text in sample]) * PARAGRAPHS / len(sample)
    print(f"naive loop, from {len(sample)} paragraphs     {naive:7.3f} s")


def _bare(terms: list[str], paragraphs: list[str]) -> float:
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for number, term in enumerate(terms):
        automaton.add_word(term.lower(), number)
    automaton.make_automaton()
    return measure(lambda: [list(automaton.iter(text.lower())) for text in paragraphs])


if __name__ == "__main__":
    main()
