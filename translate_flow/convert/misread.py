"""What Tesseract's Spanish model reads for letters that it does not have: º, ª, ü and °.

Its alphabet (the file `lstm-unicharset` of spa.traineddata 4.1.0) lacks them, so that it gives what looks nearest: "Ley
N.2 29785" for "Ley N.º 29785", "vergúenza" for "vergüenza". Only what can be nothing else is mended; a "2.2" may be a
second chamber (2.ª) or a number.
"""

from __future__ import annotations

import re

from ..language.calendar import months

_NUMBER_SIGN = re.compile(r"([(\[«“\"]?[Nn])(\.?)[2?*\"'”’°]")
_FIRST = re.compile(r"([(\[«“\"]?1\.)[2?*\"'”’°]")
_DIAERESIS = re.compile(r"(?<=[gG])[úÚ](?=[eiéíEIÉÍ])")
_DEGREE = re.compile(r"[*”\"?]([CFKNSOW])(?=\W*$)")
_FIGURE = re.compile(r"\d")


def mended(words: list[str], language: str) -> list[str]:
    """The words of one line, with such letters put back; as they are for languages other than Spanish."""
    if language.split("-")[0].lower() != "es":
        return words
    made = []
    for at, word in enumerate(words):
        before = words[at - 1] if at else ""
        after, then = (*words[at + 1 : at + 3], "", "")[:2]
        found = _DIAERESIS.sub(lambda u: "Ü" if u[0] == "Ú" else "ü", word)
        if (sign := _NUMBER_SIGN.fullmatch(found)) and _FIGURE.match(after):
            found = f"{sign[1]}{sign[2]}º"
        elif (first := _FIRST.fullmatch(found)) and after == "de" and _word(then) in months("es"):
            found = f"{first[1]}º"
        elif _FIGURE.search(before[-1:]):
            found = _DEGREE.sub(r"°\1", found) if _DEGREE.match(found) else found
        made.append(found)
    return made


def _word(text: str) -> str:
    return re.sub(r"\W", "", text).lower()
