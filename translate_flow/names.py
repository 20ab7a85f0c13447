"""Is a list item or table cell nothing but a name? Names are kept; everything else is translated.

A heuristic on capitals, connectors, head nouns and acronyms, tuned to err towards
"no": a name that goes through drafting is still held by the glossary, a demand that is
kept untranslated is a gap in the statement. Bodies of the state ("Consejo de Ministros")
and countries are no names in this sense: they have an English of their own.
"""

from __future__ import annotations

import re

from .text import fold

_MARKUP = (
    (re.compile(r"!?\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\[\^[^\]]+\]"), ""),
    (re.compile(r"[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}"), ""),
)
_LINK = re.compile(r"https?:|www\.|@|\S\.(?:org|com|pe|net)\b")
_SENTENCE = re.compile(r"[?!¿¡:;…]|[^\W\d_]{4,}\.\s")
_DATE = re.compile(
    r"\b(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre"
    r"|january|february|march|april|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:[’'&.-][^\W_]+)*")
_QUOTED = re.compile(r"[“«\"‘]\s*[A-ZÁÉÍÓÚÜÑ][^”»\"’]*[”»\"’]")
_COUNTRY_TAIL = re.compile(r"\s*(?:[,–—-]\s*|\()([^\W\d_][^\d,()–—]*)\)?$")
_MOST_WORDS = 25
_LONGEST = 400
_MOST_ORDINARY = 4


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CONNECTORS = _words(
    """
    a al ante con contra da das de del der des di do dos du e el em en entre et for für in i la las le
    les los na no of on para pela pelo por pour pro sede sin sobre the to und und y and with against d'
    """
)
_SOFT_CONNECTORS = _words("de del la las los el y e da do dos das du of the")
"""Those that also stand inside a person's name."""
_VERBAL = _words(
    """
    que se son es fue fueron era ha han hay sea sean está están esta este estos estas su sus nos nuestro
    nuestra nuestros nuestras quien quienes cuyo donde cuando como porque is are was were has have that
    which who our más ya ni si lo le les cada todo toda todos todas otro otra otros otras un una unos
    unas
    """
)
_HEADS = _words(
    """
    agrupacion alianza alliance asamblea asociacion associacao association asociados ateneo bloque
    brigada camara campana caritas casa center central centre centro circulo club coalicion coalition
    colectiva colectivo colegio coletivo comision comite committee comunidad confederacion conferencia
    congregacion consorcio cooperativa coordinacion coordinadora corporacion council diocesis escuela
    federacion federation foro forum foundation frente fundacion group grupo hermanas iglesia iniciativa
    institucion institute instituto junta juntos liga mesa minga movement movimento movimiento network
    nucleo observatorio obispado oficina ong organizacion organisation organization parroquia plataforma
    prelatura programa program programme project promocion proyecto red rede redes ronda rondas
    secretaria secretariado servicio sindicato sociedad society taller trust union universidad
    university vicaria vicariato
    """
)
_WEAK_HEADS = _words(
    """
    asamblea campana casa comision comunidad grupo iniciativa junta mesa oficina programa promocion
    proyecto secretaria servicio sociedad union
    """
)
"""Heads that open demands and plain nouns as well: they need a word of their own beside them."""
_OPENERS = _words("los las el la the os as")
_STATE = _words(
    """
    congreso gabinete ministerio ministro ministra ministros defensoria fiscalia presidencia presidente
    presidenta premier poder tribunal corte gobierno estado policia ejercito fuerzas ejecutivo republica
    constitucion palacio parlamento senado congresista jurado contraloria procuraduria government state
    ministry congress police president minister court army
    """
)
_COMMON = _words(
    """
    adelanto alto anexo antecedentes apoyo asunto ayuda cargo constituyente cese cierre ciudad
    ciudadanos comunicado conclusiones contexto cuadro cuenta daños demanda demandas denuncia
    departamento departamentos derecho derechos detenidos dialogo distrito edad elecciones exigencias
    exigimos familias fecha fechas fin firma firmantes firmas fuente hechos herida heridas herido
    heridos hombres humanas humano humanos informe internacional internacionales justicia libertad lista
    llamado lugar lugares medio ambiente menores mensaje muerte muertes muertos mujeres nacional
    nacionales nivel nombre nombres nota notas numero nueva nuevas nuevo nuevos organizaciones paro
    peruana peruanas peruano peruanos persona personas poblacion provincia provincias pronunciamiento
    pueblo pueblos punto puntos region regiones renuncia reparacion resumen respeto retiro sancion
    salida sexo situacion solidaridad sur norte este oeste tabla tema temas tipo titulo total victima
    victimas victimario violaciones violencia fallecido fallecidos fallecida fallecidas asesinados
    actual general generales grave graves publico publica date deaths demands department dead facts
    human injured international list name names number organizations organisations people peruvian place
    region regions rights signatories situation source statement table title victims violations wounded
    year año años mes dia dias hora
    """
)
_COUNTRIES = _words(
    """
    alemania argentina austria belgica bolivia brasil brazil canada chile colombia cuba ecuador espana
    francia guatemala haiti honduras italia mexico nicaragua panama paraguay peru portugal suecia suiza
    uruguay venezuela usa uk eeuu germany spain france italy switzerland sweden belgium ireland irlanda
    noruega norway
    """
) | {
    "estados unidos",
    "reino unido",
    "costa rica",
    "el salvador",
    "republica dominicana",
    "paises bajos",
    "united states",
    "united kingdom",
    "atlantic canada",
    "america latina",
    "latinoamerica",
    "europa",
}
_NOMINAL = re.compile(r"(?:cion|sion|miento|encia|ancia|anza|aje|idad|ismo|ura)(?:es|s)?$")
"""Endings of nouns for acts and states; a list item that begins with one asks for something."""
_ADJECTIVE = re.compile(
    r"(?:al|ales|ar|ares|ic[oa]s?|in[oa]s?|an[oa]s?|enses?|istas?|iv[oa]s?|[aiu]d[oa]s?|iles?|igenas?|or[ea]s?|os|as|es)$"
)
_VERB_END = re.compile(r"(?:[aei]mos|aron|ieron|[ai]endo|ando)$")


def names_only(text: str) -> bool:
    """Whether a list item, line or cell holds only the name of an organisation or person.

    Markdown marks, a final stop and a country or place after the name do not matter.
    A single ordinary capitalised word ("Región", "Puno") is no name: it cannot be told
    from a noun that opens a cell.
    """
    if len(text) > _LONGEST:
        return False
    for pattern, plain in _MARKUP:
        text = pattern.sub(plain, text)
    text = " ".join(text.split()).rstrip(".,; ")
    if not text or _LINK.search(text) or _SENTENCE.search(text) or _dated(text):
        return False
    words = _WORD.findall(text)
    if not words or len(words) > _MOST_WORDS or _is_country(text):
        return False
    if sum(word[0].islower() and word.lower() not in _CONNECTORS for word in words) > _MOST_ORDINARY:
        return False
    folded = [word.lower() if word.isascii() else fold(word) for word in words]
    if not _VERBAL.isdisjoint(word.lower() for word in words[1:]) or folded[0] in ("no", "si"):
        return False
    if not any(_capital(word) for word in words):
        return False
    return _looks_like_name(text, words, folded)


def _dated(text: str) -> bool:
    return bool(_DATE.search(text)) and any(char.isdigit() for char in text)


def _is_country(text: str) -> bool:
    return all(fold(part.strip()) in _COUNTRIES for part in re.split(r"[,/()–]| y ", text) if part.strip())


def _capital(word: str) -> bool:
    return word[0].isupper()


def _acronym(word: str) -> bool:
    """CEAS, CNDDHH, MiningWatch, CooperAcción: capitals where an ordinary word has none."""
    letters = [char for char in word if char.isalpha()]
    return len(letters) > 1 and any(char.isupper() for char in letters[1:]) and "-" not in word


def _looks_like_name(text: str, words: list[str], folded: list[str]) -> bool:
    shouted = len(words) > 1 and text.upper() == text
    start = 1 if len(words) > 1 and folded[0] in _OPENERS else 0
    headed = folded[start] in _HEADS
    if shouted and not headed:
        return False
    if folded[start] in _STATE or (start == 0 and _opens_demand(words[0], folded[0], headed)):
        return False
    low = [n for n, word in enumerate(words) if word[0].islower() and folded[n] not in _CONNECTORS]
    named = [n for n, word in enumerate(words) if _capital(word) and folded[n] not in _CONNECTORS]
    if low:
        return _descriptive_name(words, folded, start, headed, low)
    signs = not shouted and any(_acronym(word) for word in words)
    if signs or _QUOTED.search(text):
        return len(named) > 1 or not headed
    if headed:
        own = [n for n in named if n > start and folded[n] not in _COMMON and not _NOMINAL.search(folded[n])]
        return len(named) > 1 and (bool(own) or folded[start] not in _WEAK_HEADS)
    if any(folded[n] in _HEADS for n in named[1:]):
        return True
    return _bare_name(text, words, folded)


def _opens_demand(word: str, folded: str, headed: bool) -> bool:
    """Whether the first word is that of a demand, an act or a table head."""
    if headed or _acronym(word):
        return False
    return bool(_NOMINAL.search(folded)) and len(folded) > 5


def _descriptive_name(words: list[str], folded: list[str], start: int, headed: bool, low: list[int]) -> bool:
    """A name with ordinary words in it ("Comité de víctimas de Juliaca"): a head first, a proper noun after.

    Each ordinary word has to follow a connector or look like an adjective, and none like a verb.
    """
    for n in low:
        loose = folded[n - 1] not in _CONNECTORS and not (_ADJECTIVE.search(folded[n]) and n > 0)
        verbal = _VERB_END.search(folded[n]) or (
            folded[n].endswith(("ar", "er", "ir")) and folded[n - 1] == "para"
        )
        if (loose and n != start) or verbal:
            return False
    if (not headed and start == 0) or folded[start] in _WEAK_HEADS:
        return False
    proper = [
        n for n in range(start + 1, len(words)) if _capital(words[n]) and folded[n] not in _STATE | _COMMON
    ]
    return bool(proper) and len(low) <= 4


def _bare_name(text: str, words: list[str], folded: list[str]) -> bool:
    """Capitalised words without head noun or acronym: "Alberto Otárola", "Kuskalla Abya Yala"."""
    tail = _COUNTRY_TAIL.search(text)
    if tail and fold(tail[1].strip()) in _COUNTRIES:
        count = len(_WORD.findall(text[: tail.start()]))
        words, folded = words[:count], folded[:count]
    linked = [word for word in folded[1:] if word in _CONNECTORS]
    named = [n for n, word in enumerate(words) if _capital(word) and folded[n] not in _CONNECTORS]
    common = [n for n in named if folded[n] in _COMMON | _STATE]
    if any(word not in _SOFT_CONNECTORS for word in linked) or len(named) < (3 if linked else 2):
        return False
    return named[0] not in common and len(common) * 2 < len(named)
