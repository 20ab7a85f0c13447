"""How far one thing is from another: *entre el 7 y el 9 de enero*, *a seis meses de la masacre*, *a dos cuadras de la plaza*."""

from __future__ import annotations

from ....language import of
from ....language.calendar import months, weekdays
from .phrases import ROUGHLY, movable, number, phrase, thing
from .sentence import Word, drop, heads, made

_MONTHS = months("es")
_PERIODS = of("es").words("grammar", "periods")
_MEASURES = of("es").words("grammar", "measures")
_SOME = ROUGHLY | {"uno", "poco", "varios"}
_HAPPENING = of("es").words("grammar", "occurring", "appearing")
_PARTS_OF_DAY = of("es").table("parts_of_day_in_english")
_TIMED = of("es").words("grammar", "timed")
_CLOCK = of("es").words("grammar", "clock_hours")
_DAYS = weekdays("es")
_HALF = frozenset(("y", "en punto"))
_LYING = of("es").words("grammar", "lying")


def spans(words: list[Word]) -> None:
    """Say *between* where two ends are named, and *six months from* without a *to*."""
    n = 0
    while n + 2 < len(words):
        word = words[n]
        if word.base == "entre" and word.kind == "pr" and (second := _second(words, n + 1)):
            word.say("between", "<pr>")
            if words[second].kind == "det" and words[second + 1].kind == "num":
                drop(words, second)
        elif word.base == "desde" and word.kind == "pr" and _past(words, n + 1):
            word.say("since", "<pr>")
        elif word.base == "a" and word.kind == "pr" and _later(words, n):
            pass
        elif word.base == "el" and word.kind == "det" and words[n + 1].kind == "num":
            _days(words, n)
        elif (
            word.base == "a"
            and word.kind == "pr"
            and (words[n + 1].kind == "num" or words[n + 1].base in _SOME)
        ):
            _away(words, n)
        elif (
            word.base in ("a", "a partir de") and words[n + 1].has("def", "f") and words[n + 2].kind == "num"
        ):
            _hour(words, n)
        n += 1


def _later(words: list[Word], n: int) -> bool:
    """*A los seis meses de haber sido inaugurado*, *al año de su muerte*: six months after, a year after; whether it was said so."""
    if not words[n + 1].has("det", "def"):
        return False
    at = n + 2
    counted = words[at].kind == "num"
    at += counted
    if at + 2 >= len(words) or words[at].base not in _PERIODS or words[at + 1].base != "de":
        return False
    one = not counted and words[at].has("sg") and words[at].base in ("año", "mes", "semana")
    if not (counted or one) or not (
        words[at + 2].has("inf") or words[at + 2].has("pp") or words[at + 2].has("pos")
    ):
        return False
    words[at + 1].say("after", "<pr>")
    words[at + 1].name("después de")
    if words[at + 2].has("inf") and words[at + 2].kind == "vbhaver":
        words[at + 2].tag("<adv>")
        words[at + 2].say("having", "<adv>")
        if at + 3 < len(words) and words[at + 3].base == "ser":
            words[at + 3].tag("<adv>")
            words[at + 3].say("been", "<adv>")
    if one:
        words[n + 1] = made("uno", "<det><ind><m><sg>", "a")
    else:
        drop(words, n + 1)
    drop(words, n)
    return True


def _hour(words: list[Word], n: int) -> None:
    """*A las tres de la tarde*: at three in the afternoon; *a las dos hermanas* and *a las 14 víctimas* are counted."""
    part = (
        words[n + 5]
        if n + 5 < len(words) and words[n + 3].base == "de" and words[n + 4].base == "el"
        else None
    )
    english = _PARTS_OF_DAY.get(part.base) if part is not None else None
    if english is None:
        _on_the_hour(words, n)
        return
    if not movable(words, n, n + 6):
        return
    if words[n].base == "a":
        words[n].say("at", "<pr>")
        words[n].name("en")
    words[n + 3].tag("<adv>")
    words[n + 3].say(str(english), "<adv>")
    del words[n + 4 : n + 6]
    del words[n + 1]


def _on_the_hour(words: list[Word], n: int) -> None:
    """*Terminó a las cinco*: at five, where nothing counted follows and something began, ended or is to be."""
    closes = n + 3 >= len(words) or words[n + 3].kind in ("cm", "sent") or words[n + 3].base in _HALF
    timed = any(word.base in _TIMED or word.base in _DAYS for word in words[max(0, n - 5) : n])
    if closes and timed and words[n + 2].base in _CLOCK and movable(words, n, n + 3):
        words[n].say("at", "<pr>")
        words[n].name("en")
        del words[n + 1]


def _past(words: list[Word], at: int) -> bool:
    """Whether a time begins there from which on something is so: *desde ayer*, *desde el 7 de enero*, *desde 2019*."""
    if any(word.base in ("hasta", "a") for word in words[at + 1 : at + 6]):
        return False
    at += words[at].kind == "det"
    if at >= len(words):
        return False
    year = words[at].kind == "num" and words[at].base.isdecimal() and 1800 <= int(words[at].base) < 2100
    dated = words[at].kind == "num" and at + 2 < len(words) and words[at + 2].base in _MONTHS
    return (
        year
        or dated
        or words[at].base in _MONTHS
        or words[at].base in ("ayer", "anoche", "anteayer", "siempre")
    )


def _second(words: list[Word], start: int) -> int:
    """Where the second of two things that are joined begins; 0 if they are not two, or more."""
    end = thing(words, start)
    if end == start or end >= len(words) or words[end].base not in ("y", "e"):
        return 0
    last = thing(words, end + 1)
    two = last > end + 1 and not (last < len(words) and words[last].base in ("y", "e"))
    return end + 1 if two else 0


def _days(words: list[Word], n: int) -> None:
    """*El 3 y el 15 de mayo*: on 3 and 15 May."""
    joined = [word.base for word in words[n + 2 : n + 4]] == ["y", "el"]
    if not joined or n + 6 >= len(words) or words[n + 4].kind != "num" or words[n + 5].base != "de":
        return
    if words[n + 6].base not in _MONTHS:
        return
    drop(words, n + 3)
    if n and words[n - 1].kind == "pr":
        drop(words, n)
    else:
        words[n].tag("<pr>")
        words[n].say("on", "<pr>")


def _away(words: list[Word], n: int) -> None:
    if words[n + 1].base in ROUGHLY and n + 4 < len(words) and words[n + 2].kind in ("num", "det"):
        if words[n + 3].base in _MEASURES and words[n + 4].base == "de" and heads(words, n):
            if not _since(words, n + 4):
                words[n + 4].say("from", "<pr>")  # a casi diez años de los hechos
            drop(words, n)
        return
    if n + 2 >= len(words) or words[n + 2].base not in _MEASURES:
        return
    if n + 3 >= len(words) or words[n + 3].base != "de":
        if n and words[n - 1].base in _LYING:
            words.insert(n + 3, made("lejos", "<adv>", "away"))
            drop(words, n)
        return
    if not (heads(words, n) or words[n - 1].kind in ("cm", "vbser", "n") or words[n - 1].base in _LYING):
        return
    if not _since(words, n + 3):
        words[n + 3].say("from", "<pr>")
    drop(words, n)


def _since(words: list[Word], at: int) -> bool:
    """*De iniciado el año escolar*: after the school year was begun."""
    done = words[at + 1] if at + 1 < len(words) else None
    if done is None or not done.has("pp") or done.kind != "vblex":
        return False
    end = phrase(words, at + 2)
    if end == at + 2 or not movable(words, at, end):
        return False
    count = number(words, at + 2, end)
    if done.base in _HAPPENING:
        tags = f"<ifi><p3><{count}>"
        done.targets = [target.partition("<")[0] + "<vblex>" + tags for target in done.targets]
        done.tag("<vblex>" + tags)
        said = [done]
    else:
        said = [made("ser", f"<vbser><ifi><p3><{count}>", "be"), done]
    words[at].tag("<cnjadv>")
    words[at].name("después de que")
    words[at].targets = ["after<cnjadv>"]
    words[at + 1 : end] = [*words[at + 2 : end], *said]
    for word in words[at + 1 : end + len(said) - 1]:
        word.before = " "
    return True
