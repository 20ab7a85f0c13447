"""The *a* that Spanish puts before a person who is the object of a verb, and English does not (*detuvo a los jóvenes*); and pronouns of persons.

Only behind verbs whose person is their direct object in English; with others (*respondió a la madre*) it is *to*. *Lo* and
*la* are him and her of verbs that are done to persons alone (*la mataron*).
"""

from __future__ import annotations

from ....language import of
from .phrases import ROUGHLY, phrase
from .sentence import Word, drop

_DIRECT = of("es").words("grammar", "direct")
_AND = frozenset(("y", "e", "ni", "o"))
_PEOPLE = (
    of("es").words("grammar", "people")
    | of("es").words("names", "titles", "roles")
    | {"persona", "joven", "familia"}
)
_MOVING = of("es").words("grammar", "moving")
"""With them *a* is where somebody is taken, too."""
_HANDING = of("es").words("grammar", "handing_over")
_TO_WHOM = frozenset(("a", "ante", "hasta"))
_HOMES = of("es").words("grammar", "homes")
_KEEPING = of("es").words("grammar", "keeping")
_CONFINED = of("es").words("grammar", "confined")
_HUMAN = of("es").words("grammar", "human", "intransitive")
_LETTING = frozenset(("hacer", "dejar", "ver", "oír"))
_BODILY = of("es").words("grammar", "bodily")


def persons(words: list[Word]) -> None:
    """Take out the *a* before a person behind a verb that has it as its object, and say *him* and *her* of persons."""
    n = 1
    while n + 1 < len(words):
        word = words[n]
        if word.base == "a" and word.kind == "pr" and not words[n + 1].kind.startswith("v"):
            verb = words[n - 1]
            if n > 1 and verb.has("prn", "tn") and words[n - 2].base == "entre":
                drop(words, n)  # hirió a doce personas, entre ellas a tres niñas
                continue
            if verb.base in _HANDING and _handed(words, n) and not _undergone(words, n - 1):
                drop(words, n)
                continue
            state = verb.kind == "adj" or verb.has("pp")
            if n > 1 and state and words[n - 2].base in ("dejar", "mantener", "tener"):
                verb = words[n - 2]  # dejó aislados a siete pueblos
            elif verb.kind == "adv" and n > 1:
                verb = words[n - 2]
            if verb.kind in ("n", "np", "adj"):
                verb = _before(words, n) or verb
            if verb.base == "invitar" and n > 0 and words[n - 1] is verb:
                end = phrase(words, n + 1)  # invitamos a la población a participar
                to = end + 1 < len(words) and words[end].base in ("a", "para") and words[end + 1].has("inf")
                if end > n + 1 and (to or _somebody(words, n + 1)):
                    drop(words, n)
                    continue
            at = words.index(verb)
            whom = _somebody(words, n + 1) or not (verb.base in _MOVING or _object(words, at))
            if verb.kind == "vblex" and verb.base in _DIRECT and whom and not _undergone(words, at):
                drop(words, n)
                _others(words, n)
            elif verb.base in _MOVING and not _object(words, at):
                end = phrase(words, n + 1)  # llevaron a juicio a los militares
                if (
                    end > n + 1
                    and end + 1 < len(words)
                    and words[end].base == "a"
                    and _somebody(words, end + 1)
                ):
                    drop(words, end)
        n += 1
    for n, word in enumerate(words[:-1]):
        if (
            word.kind == "prn"
            and word.has("pro", "p3")
            and not word.has("ref")
            and (
                _bodily(words[n + 1 : n + 4])
                or _kept(words, n + 1)
                or _from_home(words, n)
                or _dead(words, n)
                or _doing(words, n)
            )
        ):
            _of_person(word)
        elif n and word.has("enc", "p3") and not word.has("ref") and words[n - 1].base in _BODILY:
            _of_person(word)  # no la han podido callar


def _of_person(word: Word) -> None:
    gender = "f" if word.has("f") else "m"
    word.targets = [target.replace("<nt>", f"<{gender}>") for target in word.targets]


def _handed(words: list[Word], n: int) -> bool:
    """*Entregaron al sospechoso a la comisaría*: of two with *a* the first is handed over, and the second is to whom."""
    end = phrase(words, n + 1)
    to = end + 1 < len(words) and words[end].base in _TO_WHOM and words[end].kind == "pr"
    return to and end > n + 1 and _somebody(words, n + 1) and phrase(words, end + 1) > end + 1


def _somebody(words: list[Word], start: int) -> bool:
    """Whether people are named there, or somebody by a pronoun."""
    if start < len(words) and (words[start].base in ROUGHLY or words[start].kind == "num"):
        return True  # evacuaron a cerca de cien residentes
    named = words[start : max(phrase(words, start), start + 1)]
    head = next((word for word in named if word.kind in ("n", "np", "prn") or word.has("pp")), None)
    if head is None:
        return False
    return head.base in _PEOPLE or head.has("ant") or head.kind == "prn" or head.kind == "vblex"


def _before(words: list[Word], n: int) -> Word | None:
    """*Sacaron de su casa al gobernador*: the verb before a place, where somebody is who it is done to."""
    if not _somebody(words, n + 1):
        return None
    for at in range(n - 2, max(-1, n - 7), -1):
        if words[at].kind == "vblex" and words[at].base in _DIRECT:
            place = (
                words[at + 1].kind == "pr"
                and words[at + 1].base in ("de", "en")
                and phrase(words, at + 2) == n
            )
            return words[at] if place else None
    return None


def _object(words: list[Word], at: int) -> bool:
    """Whether the verb has its object before it: *lo llevaron a la comisaría*."""
    before = words[at - 1] if at else None
    if before is not None and before.kind == "vbhaver" and at > 1:
        before = words[at - 2]
    return (
        before is not None
        and before.has("prn", "pro", "p3")
        and not before.has("ref")
        and not before.has("mf")
    )


def _undergone(words: list[Word], n: int) -> bool:
    """*Fueron trasladados a Lima*: behind a passive *a* is where, and not whom."""
    return words[n].has("pp") and not (n and words[n - 1].kind == "vbhaver")


def _others(words: list[Word], n: int) -> None:
    """*Golpearon a los jóvenes y a sus madres*: what is joined to such a person."""
    at = phrase(words, n)
    while at > n and at + 2 < len(words) and words[at].base in _AND and words[at + 1].base == "a":
        if words[at + 1].kind != "pr" or words[at + 2].kind not in ("det", "np", "n", "num"):
            return
        drop(words, at + 1)
        n, at = at + 1, phrase(words, at + 1)


def _from_home(words: list[Word], n: int) -> bool:
    """*Lo sacaron a golpes de su casa*: whom, and not what, they took out."""
    return words[n + 1].base == "sacar" and any(word.base in _HOMES for word in words[n + 2 : n + 9])


def _dead(words: list[Word], n: int) -> bool:
    """*La encontraron sin vida*: whom they found dead."""
    found = words[n + 1 : n + 3]
    return len(found) == 2 and found[1].kind == "adv" and found[1].targets[0].startswith("dead<")


def _doing(words: list[Word], n: int) -> bool:
    """*Lo hicieron trabajar*, *la vieron salir*, *la dejaron sola*: of those who do what people do."""
    if n + 2 >= len(words) or words[n + 1].base not in _LETTING:
        return False
    then = words[n + 2]
    return (then.has("inf") and then.base in _HUMAN) or then.base == "solo"


def _kept(words: list[Word], n: int) -> bool:
    """*La mantuvo encerrada*, *lo tienen preso*: of those who are so."""
    state = words[n + 1] if n + 1 < len(words) else None
    keeping = words[n].base in _KEEPING and words[n].kind == "vblex"
    return (
        keeping
        and state is not None
        and (state.base in _CONFINED or (state.has("pp") and state.base in _BODILY))
    )


def _bodily(following: list[Word]) -> bool:
    """Whether a verb that is done to persons alone follows, be it behind *haber*."""
    again = len(following) > 2 and following[0].base == "volver" and following[1].base == "a"
    before = 2 if again else len(following) > 1 and following[0].kind in ("vbhaver", "vbmod")
    verb = following[before]  # lo volvió a detener
    return verb.kind == "vblex" and verb.base in _BODILY
