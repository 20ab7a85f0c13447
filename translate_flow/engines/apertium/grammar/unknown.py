"""Words that no dictionary knows, as what they most likely are.

The rules of the pair pass over an unknown word. The word behind one at the head of a sentence then counts as the first and is
given its capital (*Cientos Of people*), and a verb behind one gets a pronoun (*Batten it achieved*). A capital shows a name.
"""

from __future__ import annotations

from .sentence import Word, heads

_NAME = "<np><loc><m><sg>"
_IN_ENGLISH = "<np><loc><sg>"


def unknown(words: list[Word]) -> None:
    """Give unknown words with a capital, or at the head of a sentence, the analysis of a name."""
    for n, word in enumerate(words):
        if word.lemma[:1] == "*" and (word.lemma[1:2].isupper() or heads(words, n)):
            form = word.lemma[1:]
            word.name(form)
            word.tag(_NAME)
            word.targets = [form + _IN_ENGLISH]
        elif (
            word.has("ord")
            and word.lemma[:1].isupper()
            and not heads(words, n)
            and word.before == " "
            and words[n - 1].base in ("a", "de", "con", "por", "y")
            and not (n + 1 < len(words) and words[n + 1].kind in ("n", "np", "adj", "num"))
        ) or (
            word.has("ord")
            and word.lemma[:1].isupper()
            and n
            and not heads(words, n)
            and _named(words, n + 1)
        ):
            word.tag("<np><ant><m><sg>")  # mataron a Quinto
            word.targets = [word.lemma + "<np><ant><m><sg>"]
        elif word.base == "argentino" and word.lemma[:1].isupper() and n and words[n - 1].kind == "det":
            word.name("Argentina")
            word.tag("<np><loc><f><sg>")
            word.targets = ["Argentina<np><loc><sg>"]


def _named(words: list[Word], at: int) -> bool:
    """*Quinto Inuma*: whether a word follows that no dictionary knows, with a capital."""
    return (
        at < len(words)
        and words[at].lemma[:1] == "*"
        and words[at].lemma[1:2].isupper()
        and words[at].before == " "
    )
