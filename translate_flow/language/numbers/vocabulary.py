"""The words that Spanish and English write numbers with. Keys are folded: lower case, no accents."""

from __future__ import annotations

MONTHS: dict[str, dict[str, str]] = {
    "es": {
        "enero": "m1",
        "febrero": "m2",
        "marzo": "m3",
        "abril": "m4",
        "mayo": "m5",
        "junio": "m6",
        "julio": "m7",
        "agosto": "m8",
        "septiembre": "m9",
        "setiembre": "m9",
        "octubre": "m10",
        "noviembre": "m11",
        "diciembre": "m12",
    },
    "en": {
        "january": "m1",
        "february": "m2",
        "march": "m3",
        "april": "m4",
        "may": "m5",
        "june": "m6",
        "july": "m7",
        "august": "m8",
        "september": "m9",
        "october": "m10",
        "november": "m11",
        "december": "m12",
    },
}
"""Month names and their readings."""

SHORT_MONTHS: dict[str, dict[str, str]] = {
    "es": {},
    "en": {name[:3]: reading for name, reading in MONTHS["en"].items()} | {"sept": "m9"},
}
"""Abbreviated months, which count only with a capital and beside a number or another month."""

ALSO_WORDS = frozenset({"march", "may", "august"})
"""English months that are ordinary words as well."""

SCALES: dict[str, dict[str, int]] = {
    "es": {"mil": 3, "miles": 3, "mill": 6, "millon": 6, "millones": 6, "billon": 12, "billones": 12},
    "en": {
        "thousand": 3,
        "k": 3,
        "million": 6,
        "millions": 6,
        "mn": 6,
        "m": 6,
        "billion": 9,
        "bn": 9,
        "trillion": 12,
    },
}
"""Powers of ten."""

STANDING_SCALES = frozenset({"mil", "thousand", "million", "billion"})
"""Those that mean one of it when nothing stands before them: *mil personas*, *a million*."""

MULTIPLES: dict[str, dict[str, int]] = {
    "es": {"decadas": 10, "decenios": 10, "docenas": 12, "decenas": 10, "siglos": 100, "veces": 1},
    "en": {"decades": 10, "dozen": 12, "dozens": 12, "score": 20, "centuries": 100, "fold": 1},
}
"""Words that multiply the number before them, for readings such as *two decades* = 20."""


def _count(words: str, first: int = 0, step: int = 1) -> dict[str, int]:
    return {word: first + step * i for i, word in enumerate(words.split())}


NUMERALS: dict[str, dict[str, int]] = {
    "es": {
        **_count("cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"),
        **_count("dieciseis diecisiete dieciocho diecinueve veinte veintiun veintidos veintitres", 16),
        **_count("veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve", 24),
        **_count("treinta cuarenta cincuenta sesenta setenta ochenta noventa cien", 30, 10),
        **_count("cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos", 100, 100),
        **_count("doscientas trescientas cuatrocientas quinientas seiscientas setecientas", 200, 100),
        "ochocientos": 800,
        "ochocientas": 800,
        "novecientos": 900,
        "novecientas": 900,
        "ciento": 100,
        "uno": 1,
        "una": 1,
        "veintiuno": 21,
        "veintiuna": 21,
    },
    "en": {
        **_count("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"),
        **_count("fifteen sixteen seventeen eighteen nineteen", 15),
        **_count("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
    },
}
"""Cardinals of one word, below a thousand."""

_LOOSE_ES = """
1 primer primero primera primeros primeras primeramente
2 segundo segunda segundos segundas ambos ambas par pareja doble dobles duo mitad medio media bis
3 tercer tercero tercera terceros terceras tercio tercios trio triple
4 cuarto cuarta cuartos cuartas cuarteto cuadruple
5 quinto quinta quintos quintas
6 sexto sexta sextos sextas
7 septimo septima setimo setima semana semanas
8 octavo octava octavos
9 noveno novena
10 decimo decima decimos decena decenas decada decadas
11 undecimo undecima undecimos
12 duodecimo duodecima docena docenas
15 quincena quinceavo
20 vigesimo vigesima veintena
30 trigesimo treintena
50 cincuentena
100 centenar centenares cientos siglo siglos centenario centena centesimo
1000 miles millar millares milenio milenios milenaria milenario
1000000 millon millones millonaria millonario millonarias
"""
_LOOSE_EN = """
0 no none nil
1 first firstly once single only sole
2 second secondly seconds twice both double pair pairs couple couples twin twins dual half halves either duo
3 third thirds thirdly thrice triple trio threefold
4 fourth fourths quarter quarters quartet quadruple
5 fifth fifths
6 sixth sixths
7 seventh sevenths week weeks
8 eighth eighths
9 ninth ninths
10 tenth tenths decade decades
11 eleventh
12 twelfth dozen dozens
13 thirteenth
14 fourteenth fortnight
15 fifteenth
16 sixteenth
17 seventeenth
18 eighteenth
19 nineteenth
20 twentieth twenties score
30 thirtieth thirties
40 fortieth forties
50 fiftieth fifties
60 sixtieth sixties
70 seventieth seventies
80 eightieth eighties
90 ninetieth nineties
100 hundreds hundredth century centuries
1000 thousands thousandth millennium millennia
1000000 millions millionth
"""


def _loose(table: str) -> dict[str, str]:
    rows = (line.split() for line in table.strip().splitlines())
    return {word: value for value, *words in rows for word in words}


LOOSE: dict[str, dict[str, str]] = {"es": _loose(_LOOSE_ES), "en": _loose(_LOOSE_EN)}
"""Words that may stand for a number but need no partner of their own."""

VOCABULARY: dict[str, frozenset[str]] = {
    language: frozenset().union(
        *(table[language] for table in (MONTHS, SHORT_MONTHS, SCALES, NUMERALS, LOOSE)),
        ["y", "and", "hundred"],
    )
    for language in ("es", "en")
}
"""Every word that takes part in a figure."""
