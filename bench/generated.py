"""Generated statements and catalogues, the same in every run (fixed seed)."""

from __future__ import annotations

import random
from pathlib import Path

WORDS = (
    "la el de que en los se por con una para las del al como más pero sus este ya entre cuando todo esta ser son dos "
    "también fue había era muy años hasta desde está mi porque qué sólo han yo hay vez puede todos así nos ni parte "
    "tiene él uno donde bien tiempo mismo ese ahora cada vida otro después otros aunque esa eso hace otra gobierno "
    "tan durante siempre día tanto ella tres sí dijo sido gran país según menos mundo año antes estado contra sino "
    "forma caso nada hacer general estaba poco estos presidente mayor ante unos les algo hacia casa ellos ayer hecho "
    "primera mucho mientras además quien momento millones esto españa hombre están pues hoy lugar madrid nacional "
    "trabajo otras mejor nuevo decir algunos entonces todas días debe política cómo casi toda tal luego pasado medio "
    "derechos humanos organizaciones pueblo denuncia exige comunidades regiones justicia protesta Puno Ayacucho"
).split()
NAMES = ("Red Muqui", "Dina Boluarte", "Alberto Otárola", "Consejo de Ministros", "La Libertad", "Apurímac")


def paragraph(chance: random.Random, words: int = 60) -> str:
    """A paragraph of about so many words, in sentences, now and then with a name and a number."""
    made: list[str] = []
    while len(made) < words:
        length = chance.randint(8, 20)
        sentence = [chance.choice(WORDS) for _ in range(length)]
        if chance.random() < 0.5:
            sentence.insert(chance.randrange(length), chance.choice(NAMES))
        if chance.random() < 0.3:
            sentence.append(str(chance.randint(2, 2023)))
        made += [sentence[0].capitalize(), *sentence[1:-1], sentence[-1] + "."]
    return " ".join(made)


def markdown(paragraphs: int, seed: int = 12) -> str:
    """A statement with headings, lists and paragraphs."""
    chance = random.Random(seed)
    blocks = ["# " + " ".join(paragraph(chance, 8).split()[:8])]
    while len(blocks) < paragraphs:
        kind = chance.random()
        if kind < 0.05:
            blocks.append("## " + " ".join(paragraph(chance, 6).split()[:6]))
        elif kind < 0.15:
            blocks.append("- " + " ".join(paragraph(chance, 12).split()[:12]))
        else:
            blocks.append(paragraph(chance))
    return "\n\n".join(blocks) + "\n"


def plain(paragraphs: int, seed: int = 12) -> str:
    """Paragraphs only."""
    chance = random.Random(seed)
    return "\n\n".join(paragraph(chance) for _ in range(paragraphs)) + "\n"


def catalogue(path: Path, entries: int, seed: int = 12) -> None:
    """A PO file of so many paragraphs, a third of them drafts, without a journal."""
    from translate_flow.catalogue import Catalogue, Entry, standard_header

    chance = random.Random(seed)
    header = standard_header({}, {"Language": "en", "X-Source": "statements/big.es.md", "X-Source-Hash": "0"})
    made = tuple(
        Entry(f"{i:08x}", paragraph(chance), paragraph(chance), fuzzy=i % 3 == 0) for i in range(entries)
    )
    Catalogue(path, header, made).save()
