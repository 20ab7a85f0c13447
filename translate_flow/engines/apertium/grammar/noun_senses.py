"""More words of things and people whose company tells their sense: *impuesto por la patronal* (imposed), *sus superiores*, *cada vez más niños*.

`nouns` goes through the words and applies them.
"""

from __future__ import annotations

from collections.abc import Callable

from ....language import of
from .beside import following
from .negation import FINITE
from .sentence import Word

_SPANISH = of("es")


def _imposed(words: list[Word], n: int) -> None:
    """*El comité impuesto por la patronal*: imposed; a tax has no agent."""
    after = following(words, n)
    if (
        words[n].kind == "n"
        and n
        and words[n - 1].kind in ("n", "adj")
        and after is not None
        and after.base == "por"
    ):
        words[n].name("imponer")
        words[n].tag(words[n].tags.replace("<n>", "<vblex><pp>"))
        words[n].targets = ["impose" + words[n].tags]


def _by_shots(words: list[Word], n: int) -> None:
    """*Asesinado de cinco balazos*: with five gunshots."""
    for at in range(max(0, n - 3), n):
        if words[at].base == "de" and words[at].kind == "pr" and at and words[at - 1].has("pp"):
            words[at].say("with", "<pr>")
            words[at].name("con")


def _of_remembrance(words: list[Word], n: int) -> None:
    """*Una jornada de memoria*: of remembrance; what one knows *de memoria* is known by heart."""
    if n and words[n - 1].kind in ("n", "adj"):
        words[n].say("of remembrance")


def _superiors(words: list[Word], n: int) -> None:
    """*Sus superiores la acosaban*: those who command."""
    after = following(words, n)
    alone = (
        after is None or after.ends or after.kind in ("prn", "pr", "cnjcoo", "adv") or after.kind[:1] == "v"
    )
    if words[n].kind == "adj" and n and words[n - 1].has("det", "pos") and alone:
        words[n].tag(words[n].tags.replace("<adj>", "<n>").replace("<mf>", "<m>"))
        words[n].targets = ["superior<n><pl>" if words[n].has("pl") else "superior<n><sg>"]


def _except(words: list[Word], n: int) -> None:
    """*Nos quitaron todo, menos la dignidad*: except."""
    after = following(words, n)
    listed = (
        n > 0 and words[n - 1].kind == "cm" and any(word.base == "todo" for word in words[max(0, n - 8) : n])
    )
    if listed and after is not None and after.has("det", "def"):
        words[n].tag("<pr>")
        words[n].say("except", "<pr>")


def _more_and_more(words: list[Word], n: int) -> None:
    """*Cada vez más niños*: more and more; with an adjective it is increasingly."""
    after = following(words, n)
    if after is not None and after.kind == "n":
        words[n].say("more and more" if words[n].base.endswith("más") else "fewer and fewer")


def _deed(words: list[Word], n: int) -> None:
    """*Perdieron la siembra*: behind a verb *la* and a verb are an article and what is done."""
    before, own = words[n - 2] if n > 1 else None, words[n - 1] if n else None
    if own is None or before is None or not (words[n].has("pri", "p3", "sg") and own.has("prn", "pro", "f")):
        return
    if not (before.kind == "vblex" or before.has("pp") or before.kind == "pr"):
        return
    one = _DEEDS[words[n].base]
    own.name("el")
    own.tag("<det><def><f><sg>")
    own.targets = ["the<det><def><f><sg>"]
    words[n].name("obra así")
    words[n].tag("<n><f><sg>")
    words[n].targets = [one + "<n><sg>"]


_DEEDS = {str(verb): str(english) for verb, english in _SPANISH.table("deeds_in_english").items()}


def well(words: list[Word], n: int) -> None:
    """*Maestros bien pagados*: well paid, and not very."""
    after = following(words, n)
    done = after is not None and (after.has("pp") or after.base.endswith(("ado", "ido")))
    if words[n].kind in ("preadv", "adv") and done:
        words[n].say("well")


def _on_top(words: list[Word], n: int) -> None:
    """*Y encima nos culpa*: on top of that."""
    after = following(words, n)
    joined = n > 0 and words[n - 1].kind in ("cnjcoo", "cm")
    if words[n].kind == "adv" and joined and after is not None and after.base != "de":
        words[n].say("on top of that")


def _teacher(words: list[Word], n: int) -> None:
    """*Queremos maestros*: teachers, and *era obrero*: a worker, where no noun is beside it."""
    before = words[n - 1] if n else None
    if words[n].kind == "adj" and before is not None and before.kind not in ("n", "adj", "np"):
        words[n].tag(words[n].tags.replace("<adj>", "<n>"))
        english = _TRADES[words[n].base]
        words[n].targets = [english + ("<n><pl>" if words[n].has("pl") else "<n><sg>")]


_TRADES = {"maestro": "teacher", "obrero": "worker"}


def _as_it_goes(words: list[Word], n: int) -> None:
    """*Conforme pasan los días*: as they pass."""
    after = following(words, n)
    if words[n].kind == "adj" and after is not None and FINITE.match(after.tags):
        words[n].tag("<cnjadv>")
        words[n].targets = ["As<cnjadv>" if words[n].lemma[:1].isupper() else "as<cnjadv>"]


def _whenever(words: list[Word], n: int) -> None:
    """*Siempre que protestamos*: whenever; with a subjunctive it is provided that."""
    verb = next((word for word in words[n + 1 : n + 7] if FINITE.match(word.tags)), None)
    if verb is not None and (verb.has("pri") or verb.has("pii") or verb.has("ifi")):
        words[n].say("whenever")


def _some(words: list[Word], n: int) -> None:
    """*Unos lloran*: some do."""
    after = following(words, n)
    if words[n].kind == "prn" and words[n].has("pl") and after is not None and FINITE.match(after.tags):
        words[n].say("some")


NOUN_SENSES: dict[str, Callable[[list[Word], int], None]] = {
    "impuesto": _imposed,
    **dict.fromkeys(_SPANISH.words("grammar", "blows"), _by_shots),
    "de memoria": _of_remembrance,
    "superior": _superiors,
    "encima": _on_top,
    "conforme": _as_it_goes,
    "siempre_que": _whenever,
    "siempre que": _whenever,
    "uno": _some,
    **dict.fromkeys(_TRADES, _teacher),
    **dict.fromkeys(_DEEDS, _deed),
    "menos": _except,
    "cada vez más": _more_and_more,
    "cada vez menos": _more_and_more,
}
"""By lemma, as in `nouns`."""
