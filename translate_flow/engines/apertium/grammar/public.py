"""Words of public life whose company tells their sense: *ni fraude ni golpe* (a coup), *la sala resolvió* (the court), *una salida política* (a solution).

`senses` goes through the words and applies them.
"""

from __future__ import annotations

from collections.abc import Callable

from ....language import of
from .constructions import beside
from .sentence import Word, made

_SPANISH = of("es")
_AGAINST_THE_STATE = _SPANISH.words("grammar", "against_the_state")
_JUDGING = _SPANISH.words("grammar", "judging")
_NEGOTIATED = _SPANISH.words("grammar", "negotiated")
_QUARRELS = _SPANISH.words("grammar", "quarrels")
_VOTING = _SPANISH.words("grammar", "voting")
_FEES = _SPANISH.words("grammar", "fees")
_OBSERVED = _SPANISH.words("grammar", "observed")
_OCCUPIED = _SPANISH.words("grammar", "occupied")
_SICKENING = frozenset(("crecer", "caer", "nacer", "seguir"))
_CONCLUDED = frozenset(("contrato", "convenio", "acuerdo", "tratado"))
_HOURS = frozenset(("hora", "laboral", "trabajo"))


def _about(words: list[Word], n: int, those: frozenset[str], before: int, behind: int) -> bool:
    """Whether one of those words is near, also as the head of a term of several words."""
    near = (*words[max(0, n - before) : n], *words[n + 1 : n + 1 + behind])
    return any(word.base in those or word.base.split(" ")[0] in those for word in near)


def _coup(words: list[Word], n: int) -> None:
    """*Ni fraude ni golpe*, *el golpe de 1992*: a coup; *un golpe en la cabeza* is a blow."""
    base, after = beside(words, n)
    dated = base == "de" and n + 2 < len(words) and words[n + 2].kind == "num"
    military = after is not None and after.base in _AGAINST_THE_STATE
    if words[n].kind == "n" and (dated or military or _about(words, n, _AGAINST_THE_STATE, 9, 9)):
        words[n].name("golpe de estado")
        words[n].say("coup")


def _chamber(words: list[Word], n: int) -> None:
    """*La sala confirmó la condena*, *la sala deberá resolver*: of a court."""
    if words[n].kind == "n" and beside(words, n)[0] != "de" and _about(words, n, _JUDGING, 7, 5):
        words[n].name("Sala judicial" if words[n].lemma[:1].isupper() else "sala judicial")
        words[n].say("chamber")


def _way_out(words: list[Word], n: int) -> None:
    """*Una salida negociada*, *una salida a la crisis*: a solution; *la salida de la empresa* is its departure."""
    word, (base, after) = words[n], beside(words, n)
    if word.kind != "n" or after is None:
        return
    if after.base in _NEGOTIATED or (base == "a" and _about(words, n, _QUARRELS, 0, 5)):
        word.name("solución")
        word.say("solution")
    elif base == "de" or (n and words[n - 1].has("det", "pos")) or after.base == "inmediato":
        word.name("partida")
        word.say("departure")


def _polling(words: list[Word], n: int) -> None:
    """*La apertura de las mesas*, *los miembros de mesa*: of polling stations, where it is about voting."""
    if words[n].kind == "n" and beside(words, n)[0] != "de" and _about(words, n, _VOTING, 9, 6):
        words[n].name("mesa de sufragio")
        words[n].say("polling stations" if words[n].has("pl") else "polling station")


def _fees(words: list[Word], n: int) -> None:
    """*El alza de las matrículas*, *pagar la matrícula*: fees."""
    if words[n].kind == "n" and _about(words, n, _FEES, 4, 3):
        words[n].name("pensión de matrícula")
        words[n].say("tuition fees", "<n><pl>")


def _mastermind(words: list[Word], n: int) -> None:
    """*Los autores materiales y los intelectuales*: masterminds."""
    if any(word.base.startswith("autor") for word in words[max(0, n - 7) : n]):
        words[n].name("autor intelectual")
        words[n].tag("<n><mf><pl>" if words[n].has("pl") else "<n><mf><sg>")
        words[n].say("masterminds" if words[n].has("pl") else "mastermind", words[n].tags.replace("<mf>", ""))


def _staff(words: list[Word], n: int) -> None:
    """*Carecen de camas y personal*: staff, where no noun is beside it."""
    before, (_, after) = words[n - 1] if n else None, beside(words, n)
    closes = (
        after is None or after.ends or after.kind in ("pr", "cnjcoo") or after.base in ("médico", "sanitario")
    )
    listed = before is not None and before.kind in ("cnjcoo", "cm", "pr", "vblex")
    if words[n].kind == "adj" and words[n].has("sg") and closes and listed:
        words[n].tag("<n><m><sg>")
        words[n].say("staff", "<n><sg>")


def _occupy(words: list[Word], n: int) -> None:
    """*Los estudiantes tomaron el campus*, *la toma del puente*: they occupied it."""
    at = n + 1
    while at < len(words) and words[at].kind in ("det", "predet", "num", "adj"):
        at += 1
    if words[n].kind == "vblex" and at < len(words) and words[at].base in _OCCUPIED and at > n + 1:
        words[n].name("ocupar")
        words[n].say("occupy")


def _working_day(words: list[Word], n: int) -> None:
    """*Una jornada de ocho horas*: a working day; *una jornada de protesta* is a day."""
    if words[n].kind == "n" and _about(words, n, _HOURS, 0, 3):
        words[n].say("working day")


def _doctor(words: list[Word], n: int) -> None:
    """*El puesto no tiene médico*: a doctor, where no noun is beside it."""
    before, (_, after) = words[n - 1] if n else None, beside(words, n)
    closes = after is None or after.ends or after.kind in ("pr", "cnjcoo") or after.kind[:1] == "v"
    alone = before is not None and (before.kind in ("pr", "cnjcoo", "det") or before.kind[:1] == "v")
    if words[n].kind == "adj" and closes and alone and (before is None or before.kind != "vbser"):
        words[n].tag("<n><m><pl>" if words[n].has("pl") else "<n><m><sg>")
        words[n].say("doctor", words[n].tags.replace("<m>", ""))


def _object_to(words: list[Word], n: int) -> None:
    """*El presidente observó la ley*: objected to it; people and stars are observed."""
    at = n + 1 + (n + 1 < len(words) and words[n + 1].kind == "det")
    if words[n].kind == "vblex" and n + 1 < at < len(words) and words[at].base in _OBSERVED:
        words[n].name("objetar")
        words[n].say("object")
        words.insert(n + 1, made("a", "<pr>", "to"))


def _exceed(words: list[Word], n: int) -> None:
    """*Superan los 45 grados*, *supera el 10 %*: exceed, without an article."""
    at = n + 1 + (n + 1 < len(words) and words[n + 1].has("det", "def"))
    if words[n].kind == "vblex" and at < len(words) and words[at].kind == "num":
        words[n].name("exceder")
        words[n].say("exceed")
        del words[n + 1 : at]


def _passing(words: list[Word], n: int) -> None:
    """*Su partida nos deja un vacío*: somebody's departure; others are entries, and games."""
    if words[n].kind == "n" and n and words[n - 1].has("det", "pos") and beside(words, n)[0] != "de":
        words[n].say("departure")


def _void(words: list[Word], n: int) -> None:
    """*Deja un vacío irreparable*: a void, where no noun is beside it."""
    before, (_, after) = words[n - 1] if n else None, beside(words, n)
    alone = before is not None and before.kind == "det" and before.has("sg")
    if words[n].kind == "adj" and alone and (after is None or after.ends or after.kind in ("adj", "pr", "")):
        words[n].tag("<n><m><sg>")
        words[n].say("void", "<n><sg>")


def _sick(words: list[Word], n: int) -> None:
    """*Crecen enfermos*: sick; those who are treated are patients."""
    if words[n].kind == "n" and n and words[n - 1].base in _SICKENING:
        number = "<pl>" if words[n].has("pl") else "<sg>"
        words[n].tag(f"<adj><m>{number}")
        words[n].say("sick", f"<adj>{number}")


def _conclude(words: list[Word], n: int) -> None:
    """*Los contratos celebrados*, *celebrar convenios*: signed; *la audiencia se celebró*: was held."""
    near = {word.base for word in (*words[max(0, n - 2) : n], *words[n + 1 : n + 4])}
    if words[n].kind == "vblex" and not near.isdisjoint(_CONCLUDED):
        words[n].name("suscribir")
        words[n].say("sign")


PUBLIC: dict[str, Callable[[list[Word], int], int | None]] = {
    "golpe": _coup,
    "sala": _chamber,
    "salida": _way_out,
    "mesa": _polling,
    "matrícula": _fees,
    "intelectual": _mastermind,
    "personal": _staff,
    "tomar": _occupy,
    "jornada": _working_day,
    "médico": _doctor,
    "partida": _passing,
    "vacío": _void,
    "enfermo": _sick,
    "celebrar": _conclude,
    "observar": _object_to,
    "superar": _exceed,
}
"""By lemma, as in `senses`."""
