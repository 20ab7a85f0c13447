"""Words of statements and letters whose company tells their sense: *los cargos* (charges), *los limeños* (the people of Lima), *al correo …* (the e-mail).

`senses` goes through the words and applies them.
"""

from __future__ import annotations

from collections.abc import Callable

from ....language import of
from ..supplement import supplement
from .constructions import CONSTRUCTIONS, beside
from .negation import NEGATIVE
from .phrases import phrase
from .sentence import Word, drop, made

_SPANISH = of("es")
_OF_CHARGES = _SPANISH.words("grammar", "of_charges")
_PERSONS = _SPANISH.words("grammar", "people") | _SPANISH.words("names", "titles", "roles")
_SIBLINGS = frozenset(("hermano", "hermana", "hijo", "hija"))
_WHAT = frozenset(("qué", "aquello que", "algo"))
_PASSING = _SPANISH.words("grammar", "vehicles", "passing")
_MAIN = _SPANISH.words("grammar", "main_ones")
_GROUPS = frozenset(("familia", "comunidad", "pueblo"))


def _e_mail(words: list[Word], n: int) -> None:
    """*Al correo prensa@ejemplo.org*: to the e-mail."""
    _, after = beside(words, n)
    if after is not None and after.kind == "np" and after.base.startswith("xqz"):
        words[n].name("correo electrónico")
        words[n].say("e-mail")


def _failure(words: list[Word], n: int) -> None:
    """*El incumplimiento de los acuerdos*: the failure to comply with them."""
    base, after = beside(words, n)
    if base == "de" and after is not None:
        after.say("with", "<pr>")


def _now(words: list[Word], n: int) -> None:
    """*Ya nadie les cree*: now nobody believes them."""
    if beside(words, n)[0] in NEGATIVE:
        words[n].say("now")


def _few(words: list[Word], n: int) -> None:
    """*El privilegio de unos pocos*: of a few."""
    words[n].say("a few", words[n].tags)


def _elders(words: list[Word], n: int) -> int | None:
    """*Nuestros mayores*: our elders; *la mayor parte de*: most of."""
    word, (base, after) = words[n], beside(words, n)
    before = words[n - 1] if n else None
    alone = (
        after is None or after.ends or after.kind[:1] == "v" or after.kind in ("pr", "adv", "cnjcoo", "prn")
    )
    if word.kind == "adj" and word.has("pl") and before is not None and before.has("det", "pos") and alone:
        word.tag("<n><m><pl>")
        word.say("elders", "<n><pl>")
    elif word.has("sg") and (base == "parte" or _worse(before, word)):
        word.say("greater", "<adj><sg>")  # la mayor parte, una tragedia mayor
    elif word.kind == "adj" and before is not None and before.base in _SIBLINGS:
        word.say("elder", "<adj><sg>")
    elif word.kind == "adj" and _bare(before) and after is not None and after.kind == "n":
        word.say("greater", word.tags)  # exigen mayor presupuesto
    else:
        return CONSTRUCTIONS["mayor"](words, n)  # los mayores de 60 años
    return None


def _bare(before: Word | None) -> bool:
    """Whether a verb or preposition is before it, and no article."""
    return before is not None and (before.kind in ("pr", "cm", "cnjcoo") or before.kind[:1] == "v")


def _occasions(words: list[Word], n: int) -> None:
    """*En dos oportunidades*: on two occasions."""
    if n > 1 and words[n].has("pl") and words[n - 1].kind == "num" and words[n - 2].base == "en":
        words[n].say("occasion")
        words[n - 2].say("on", "<pr>")


def _pick(words: list[Word], n: int) -> None:
    """*Con palas y picos*: picks; birds have beaks."""
    if any(word.base in ("pala", "lampa", "barreta", "machete") for word in words[max(0, n - 3) : n + 4]):
        words[n].say("pickaxe")


def _people_of(words: list[Word], n: int) -> None:
    """*Los limeños*: the people of Lima, where no noun is beside it."""
    word, (_, after) = words[n], beside(words, n)
    before = words[n - 1] if n else None
    if word.kind != "adj" or (before is not None and before.kind in ("n", "np", "adj", "")):
        return
    if after is not None and after.kind in ("n", "np", "adj", ""):
        return
    place = supplement().english.get(f"{word.base}<adj>".encode(), ("",))[0]
    who = "people" if word.has("pl") else "woman" if word.has("f") else "man"
    if place:
        tags = f"<n>{'<f>' if word.has('f') else '<m>'}<{'pl' if word.has('pl') else 'sg'}>"
        word.tag(tags)
        word.say(f"{who} of {place}", "<n><pl>" if word.has("pl") else "<n><sg>")


def _charge(words: list[Word], n: int) -> None:
    """*Fue absuelto de todos los cargos*: of the charges; other *cargos* are offices."""
    if words[n].has("pl") and any(word.base in _OF_CHARGES for word in words[max(0, n - 7) : n]):
        words[n].name("cargo penal")
        words[n].say("charges", "<n><pl>")


def _compensate(words: list[Word], n: int) -> None:
    """*Reparar a los familiares*: persons are compensated, things repaired."""
    at = n + 1 + beside(words, n)[0].startswith("a")
    end = phrase(words, at)
    whom = next((word for word in words[at:end] if word.kind == "n"), None)
    if whom is not None and (whom.base in _PERSONS or whom.base in _GROUPS):
        words[n].say("compensate")


def _worse(noun: Word | None, word: Word) -> bool:
    """*Una tragedia mayor*: behind a thing, and not behind a street, or a person, who would be older."""
    return word.kind == "adj" and noun is not None and noun.kind == "n" and noun.base not in _PERSONS | _MAIN


def _rather(words: list[Word], n: int) -> None:
    """*Callar antes que mentir*: rather than."""
    if beside(words, n)[0] == "que" and n + 2 < len(words) and words[n + 2].has("inf"):
        words[n].say("rather than")
        drop(words, n + 1)


def _happens(words: list[Word], n: int) -> None:
    """*Qué pasó con los detenidos*, *lo que pasa con el agua*: happened to."""
    asked = any(word.base in _WHAT for word in words[max(0, n - 3) : n])
    if asked and beside(words, n)[0] == "con":
        words[n].say("happen")
        words[n + 1].say("to", "<pr>")


def _keep_silent(words: list[Word], n: int) -> None:
    """*El alcalde calló*, *prefirió callar*: kept silent, where nobody is silenced."""
    _, after = beside(words, n)
    before = words[n - 1] if n else None
    alone = after is None or after.ends or after.kind in ("cnjcoo", "cnjsub", "cnjadv", "adv")
    if words[n].kind != "vblex" or words[n].has("pp") or not alone:
        return
    if before is not None and before.has("prn", "pro"):
        return
    words[n].name("Guardar" if words[n].lemma[:1].isupper() else "guardar")
    words[n].say("keep", words[n].tags)
    words.insert(n + 1, made("silencioso", "<adv>", "silent"))


def _abandon(words: list[Word], n: int) -> None:
    """*Quienes le dieron la espalda al pueblo*: abandoned."""
    words[n].name("abandonar")
    words[n].say("abandon", words[n].tags)


def _jobs(words: list[Word], n: int) -> None:
    """*Ofrecen empleo*: employment; *el empleo de armas* is their use."""
    base, after = beside(words, n)
    if words[n].kind == "n" and (base != "de" or after is None):
        words[n].say("job", "<n><pl>") if words[n].has("pl") else words[n].say("employment", "<n><sg>")


def _clause(word: Word) -> bool:
    """Whether the rest of a clause begins there: a verb, a pronoun, or the subject that another rule put before it."""
    return word.kind[:1] == "v" or word.kind in ("prn", "det")


def _indeed(words: list[Word], n: int) -> None:
    """*Esta vez sí cumplirá*: indeed, before a verb."""
    _, after = beside(words, n)
    if n and not words[n - 1].ends and after is not None and _clause(after) and words[n - 1].base != "que":
        words[n].say("indeed")


def _passage(words: list[Word], n: int) -> None:
    """*El paso de ambulancias*: the passage."""
    if words[n].kind == "n" and beside(words, n)[0] == "de" and n + 2 < len(words):
        at = n + 2 + (words[n + 2].kind == "det")
        if at < len(words) and words[at].base in _PASSING:
            words[n].say("passage")


STATEMENTS: dict[str, Callable[[list[Word], int], int | None]] = {
    "unos pocos": _few,
    **dict.fromkeys(_SPANISH.words("grammar", "towns"), _people_of),
    "mayor": _elders,
    "oportunidad": _occasions,
    "pico": _pick,
    "correo": _e_mail,
    "incumplimiento": _failure,
    "ya": _now,
    "cargo": _charge,
    "reparar": _compensate,
    "antes": _rather,
    "pasar": _happens,
    "paso": _passage,
    "empleo": _jobs,
    "sí": _indeed,
    "callar": _keep_silent,
    "dar# la espalda": _abandon,
}
"""By lemma, as in `senses`."""
