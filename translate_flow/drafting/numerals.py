"""Numbers from the Spanish to the English way of writing them: `1.234,56` to `1,234.56`.

Only what cannot be read otherwise is changed. `1,500` stays: in Peru it is fifteen hundred.
Years, dates, hours, telephone numbers and the numbers of laws stay.
"""

from __future__ import annotations

import re

_SPACES = "   "
_NUMBER = re.compile(
    rf"(?<![\w.,:/$@#+-])(?:\d{{1,3}}(?:\.\d{{3}})+(?:,\d+)?|\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?:,\d+)?|\d{{1,3}}(?: \d{{3}})+(?:,\d+)?"
    rf"|\d+,\d+)(?![\w/:]|[.,-]\d|[{_SPACES} ]\d)"
)
_NOT_A_QUANTITY = re.compile(
    r"(?:\b(?:tel(?:éfonos?|f)?|cel(?:ulares?)?|fonos?|fax|whatsapp|yape|plin|dni|ruc|cuentas?|cta|código|art(?:ículos?|s)?|numeral(?:es)?"
    r"|incisos?|ley(?:es)?|decretos?|resoluci(?:ón|ones)|expedientes?|n\.?\s?[º°])\.?:?\s*(?:y\s|,\s)?|\+\d+\s*)$",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(rf"[.{_SPACES} ]")
_MILLIONS = re.compile(r"\d{1,3}['’´]\d{3}(?:[.,]\d{3})*")
"""As Peru writes them: *1'200,000* is 1,200,000."""


def english_number(form: str) -> str:
    """One number in the English way; itself where the Spanish way of reading it is not certain."""
    if _MILLIONS.fullmatch(form):
        return re.sub(r"['’´.]", ",", form)
    match = re.fullmatch(rf"(\d{{1,3}}(?:[.{_SPACES} ]\d{{3}})+|\d+)(?:,(\d+))?", form)
    if not match:
        return form
    whole, decimals = match[1], match[2]
    grouped = _THOUSANDS.search(whole) is not None
    if whole.startswith("0") and grouped:
        return form
    if (
        decimals is not None
        and not grouped
        and len(decimals) == 3
        and not whole.startswith("0")
        and len(whole) < 4
    ):
        return form
    number = _THOUSANDS.sub(",", whole)
    return number if decimals is None else f"{number}.{decimals}"


def spanish_numbers(text: str) -> list[tuple[int, int, str]]:
    """Numbers of a Spanish text that English writes otherwise: start, end, the English form."""
    found = []
    for match in _NUMBER.finditer(text):
        form = match[0]
        if _NOT_A_QUANTITY.search(text[max(0, match.start() - 30) : match.start()]):
            continue
        if re.fullmatch(r"9\d\d \d{3} \d{3}", form):
            continue  # a mobile telephone
        other = english_number(form)
        if other != form:
            found.append((match.start(), match.end(), other))
    return found


def ordinal(number: int) -> str:
    """An English ordinal in digits: `1st`, `22nd`, `13th`."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
