"""Nouns and participles whose sense the words beside them show: *la Sala revocó* (a chamber), *la minera* (the mining company), *sus bienes* (property)."""

from __future__ import annotations

from collections.abc import Callable

from ....language import of
from .beside import following, near
from .noun_senses import NOUN_SENSES, well
from .sentence import Word

_SPANISH = of("es")
_STAYING = _SPANISH.words("grammar", "remaining") | {"ser", "tomar"}
_PEOPLE = _SPANISH.words("grammar", "people") | _SPANISH.words("names", "titles", "roles")
_DEVICES = _SPANISH.words("grammar", "devices")
_FIRE = _SPANISH.words("grammar", "fire")
_HANDLED = _SPANISH.words("grammar", "done_to_devices")
_DUES = _SPANISH.words("grammar", "dues")
_TESTS = _SPANISH.words("grammar", "tests")
_TRADED = frozenset(("vender", "comprar", "accionista", "bolsa"))
_ANY = frozenset(("ninguno", "todo", "cada", "cualquier"))
_SEEKING = frozenset("solicitar solicitud pedido solicitante".split())
_EXTORTING = _SPANISH.words("grammar", "extorting")
_SENDING = _SPANISH.words("grammar", "sending")
_PLAYED = _SPANISH.words("grammar", "played")


def nouns(words: list[Word]) -> None:
    """Give such words the English of the sense that is meant."""
    for n, word in enumerate(words):
        rule = _BY_WORD.get(word.base)
        if rule is not None:
            rule(words, n)


def _role(words: list[Word], n: int) -> None:
    """*Jugar un papel*: a role."""
    if words[n].kind == "n" and not _PLAYED.isdisjoint(near(words, n, -4, 1)):
        words[n].name("rol")
        words[n].say("role")


def _company(words: list[Word], n: int) -> None:
    """*La minera*: the mining company."""
    word = words[n]
    alone = n and words[n - 1].kind in ("det", "pr", "predet")
    if not alone or not word.has("f") or word.kind not in ("n", "adj"):
        return
    number = "pl" if word.has("pl") else "sg"
    english = "oil" if word.base == "petrolero" else "mining"
    word.tag(f"<n><f><{number}>")
    word.name(word.lemma + " empresa")
    word.say(f"{english} compan{'ies' if number == 'pl' else 'y'}", f"<n><{number}>")


def _sun(words: list[Word], n: int) -> None:
    """*Cinco soles*: Peru's money; *bajo el sol*: the sun."""
    before = words[n - 1] if n else None
    counted = before is not None and (
        before.kind == "num" or before.base in ("de", "mil", "millón", "nuevo", "solo")
    )
    if words[n].kind == "n" and not counted:
        words[n].name("astro")
        words[n].say("sun")


def _willing(words: list[Word], n: int) -> None:
    """*Disposición a dialogar*: willingness; those of a law are provisions."""
    after = following(words, n)
    if words[n].kind == "n":
        willing = after is not None and after.base in ("a", "para")
        words[n].say("willingness" if willing else "provision")


def _raping(words: list[Word], n: int) -> None:
    """*Acusado de violación*: rape, where it does not say what was violated."""
    after, before = following(words, n), words[n - 1] if n else None
    alone = after is None or after.kind in ("sent", "cm", "cnjcoo") or after.base == "sexual"
    if words[n].kind == "n" and alone and before is not None and before.base in ("de", "por", "el", "uno"):
        words[n].name("estupro")
        words[n].say("rape")


def _captive(words: list[Word], n: int) -> None:
    """*Estuvo presa*: in prison; *una presa* is a dam."""
    held = n > 0 and (words[n - 1].base in _STAYING or words[n - 1].base in _PEOPLE)
    if words[n].kind == "n" and held:
        words[n].name("recluido")
        words[n].tag("<adj><f><pl>" if words[n].has("pl") else "<adj><f><sg>")
        words[n].targets = ["imprisoned" + words[n].tags]


def _property(words: list[Word], n: int) -> None:
    """*Declaró sus bienes*: property; *el bien* is the good."""
    well(words, n)
    if words[n].kind == "n" and words[n].has("pl"):
        words[n].say("property", "<n><sg>")


def _officer(words: list[Word], n: int) -> None:
    """*Un policía*: a police officer; *la policía* is the body."""
    if words[n].kind != "n" or not n:
        return
    before = words[n - 1]
    one = before.kind == "num" or (before.kind == "det" and (before.has("m") or before.has("ind")))
    if one or words[n].has("pl"):
        plural = words[n].has("pl")
        words[n].say("police officers" if plural else "police officer", "<n><pl>" if plural else "<n><sg>")


def _chamber(words: list[Word], n: int) -> None:
    """*La Sala revocó*: a chamber of a court."""
    if words[n].kind == "n" and words[n].lemma[:1].isupper() and n and words[n - 1].kind in ("det", "pr"):
        words[n].say("chamber")


def _devices(words: list[Word], n: int) -> None:
    """*Equipos médicos*: pieces of equipment."""
    after = following(words, n)
    named = after is not None and after.base in _DEVICES
    handled = not _HANDLED.isdisjoint(near(words, n, -4, 1)) and words[n - 1].kind == "det"
    if words[n].kind == "n" and words[n].has("pl") and (named or handled):
        words[n].name("equipamiento")
        words[n].say("equipment", "<n><sg>")


def _countryside(words: list[Word], n: int) -> None:
    """*No quieren irse del campo*: the countryside; *un campo*, *los campos*, *el campo de batalla*: fields."""
    after = following(words, n)
    alone = after is None or (after.kind not in ("adj", "np") and after.base != "de")
    if words[n].kind == "n" and words[n].has("sg") and alone and n and words[n - 1].has("det", "def"):
        words[n].name("campiña")
        words[n].say("countryside")


def _dues(words: list[Word], n: int) -> None:
    """*La cuota mensual*: a fee; those of fishing are quotas."""
    if words[n].kind == "n" and not _DUES.isdisjoint(near(words, n, -3, 4)):
        words[n].name("mensualidad")
        words[n].say("fee")


def _tomorrow(words: list[Word], n: int) -> None:
    """*A partir de mañana*: tomorrow; *por la mañana* has an article."""
    before = words[n - 1] if n else None
    if (
        words[n].kind == "n"
        and words[n].has("sg")
        and before is not None
        and before.kind in ("pr", "cm", "cnjcoo")
    ):
        words[n].tag("<adv>")
        words[n].targets = ["tomorrow<adv>"]


def _child(words: list[Word], n: int) -> None:
    """*Ningún niño*, *todo niño*: child, boys and girls alike."""
    if words[n].kind == "n" and words[n].has("sg") and n and words[n - 1].base in _ANY:
        words[n].name("infante")
        words[n].say("child")


def _evidence(words: list[Word], n: int) -> None:
    """*Sin más prueba que*, *las pruebas*: evidence; *una prueba de sangre* is a test."""
    behind = near(words, n, 0, 4)
    before = words[n - 1] if n else None
    set_idiom = before is not None and before.base in ("a", "poner")
    if words[n].kind == "n" and _TESTS.isdisjoint(behind) and not set_idiom:
        words[n].name("indicio probatorio")
        words[n].say("evidence", "<n><sg>")


def _private(words: list[Word], n: int) -> None:
    """*En manos de los privados*: private companies; *privados de libertad* are deprived of it."""
    after, before = following(words, n), words[n - 1] if n else None
    if words[n].base == "privar" and not words[n].has("pp", "m", "pl"):
        return
    alone = after is None or (after.base != "de" and after.kind not in ("n", "adj"))
    if alone and words[n].has("m", "pl") and before is not None and before.has("det", "def"):
        words[n].name("empresa privada")
        words[n].tag("<n><m><pl>")
        words[n].targets = ["private companies<n><pl>"]


def _shares(words: list[Word], n: int) -> None:
    """*Vendió sus acciones*: shares; elsewhere what is done."""
    if words[n].kind == "n" and not _TRADED.isdisjoint(near(words, n, -4, 3)):
        words[n].name("título bursátil")
        words[n].say("share")


def _flame(words: list[Word], n: int) -> None:
    """*Apagaron las llamas*: flames; those of the Andes are animals."""
    if words[n].kind == "n" and not _FIRE.isdisjoint(near(words, n, -6, 4)):
        words[n].name("llamarada")
        words[n].say("flame")


def _statements(words: list[Word], n: int) -> None:
    """*Los dichos de un testigo*: statements."""
    after, before = following(words, n), words[n - 1] if n else None
    named = before is not None and before.kind == "det" and after is not None and after.base == "de"
    if named and words[n].has("pp", "m", "pl"):
        words[n].name("dicho")
        words[n].tag("<n><m><pl>")
        words[n].targets = ["statement<n><pl>"]


def _quota(words: list[Word], n: int) -> None:
    """*Les cobran cupos*: extortion payments; elsewhere places."""
    if words[n].kind == "n" and not _EXTORTING.isdisjoint(near(words, n, -4, 1)):
        words[n].name("extorsión")
        words[n].say("extortion payments" if words[n].has("pl") else "extortion payment")


def _deceased(words: list[Word], n: int) -> None:
    """*Personas fallecidas*: deceased."""
    if words[n].has("pp") and n and words[n - 1].kind == "n":
        words[n].name("fallecido")
        words[n].tag(words[n].tags.replace("<vblex><pp>", "<adj>"))
        words[n].targets = ["deceased" + words[n].tags]


def _dead(words: list[Word], n: int) -> None:
    """*Están muertos*: dead."""
    if words[n].has("pp") and n and words[n - 1].base == "estar":
        tags = words[n].tags.replace("<vblex><pp>", "<adj>")
        words[n].tag(tags)
        words[n].targets = ["dead" + tags]


def _willing_to(words: list[Word], n: int) -> None:
    """*Está dispuesto a dialogar*: willing to."""
    after = following(words, n)
    if words[n].has("pp") and after is not None and after.base == "a" and after.kind == "pr":
        words[n].name("deseoso")
        words[n].tag(words[n].tags.replace("<vblex><pp>", "<adj>"))
        words[n].targets = ["willing" + words[n].tags]
        if n + 2 < len(words) and words[n + 2].has("inf"):
            after.tag("<adv>")
            after.say("to", "<adv>")


def _asylum(words: list[Word], n: int) -> None:
    """*Solicitar refugio*: asylum."""
    if words[n].kind == "n" and words[n].has("sg") and not _SEEKING.isdisjoint(near(words, n, -4, 1)):
        words[n].say("asylum")


def _letter(words: list[Word], n: int) -> None:
    """*Los oficios que enviamos*: official letters; a trade elsewhere."""
    if words[n].kind == "n" and not _SENDING.isdisjoint(near(words, n, -6, 6)):
        words[n].name("carta oficial")
        words[n].say("official letters" if words[n].has("pl") else "official letter")


def _unarmed(words: list[Word], n: int) -> None:
    """*Manifestantes desarmados*: unarmed, where nobody has disarmed them."""
    after = following(words, n)
    if (
        words[n].has("pp")
        and n
        and words[n - 1].kind in ("n", "adj")
        and (after is None or after.base != "por")
    ):
        tags = words[n].tags.replace("<vblex><pp>", "<adj>")
        words[n].name("desarmado")
        words[n].tag(tags)
        words[n].targets = ["unarmed" + tags]


def _duty(words: list[Word], n: int) -> None:
    """*Es deber del Estado*, *su deber*: duty."""
    before = words[n - 1] if n else None
    if (
        words[n].has("inf")
        and before is not None
        and (before.kind in ("vbser", "det") or before.base == "como")
    ):
        words[n].name("obligación")
        words[n].tag("<n><m><sg>")
        words[n].targets = ["duty<n><sg>"]


def _ready(words: list[Word], n: int) -> None:
    """*La obra estaba lista*: ready."""
    if words[n].kind == "n" and n and words[n - 1].base == "estar":
        tags = words[n].tags.replace("<n>", "<adj>")
        words[n].name("listo")
        words[n].tag(tags)
        words[n].targets = ["ready" + tags]


def _tell(words: list[Word], n: int) -> None:
    """*Contaron lo que vieron*: told."""
    after = following(words, n)
    if (
        words[n].kind == "vblex"
        and after is not None
        and after.base in ("que", "lo que", "aquello que", "cómo")
    ):
        words[n].name("relatar")
        words[n].say("tell")


_BY_WORD: dict[str, Callable[[list[Word], int], None]] = {
    "papel": _role,
    **NOUN_SENSES,
    "oficio": _letter,
    "deber": _duty,
    "lista": _ready,
    "contar": _tell,
    "desarmar": _unarmed,
    "minero": _company,
    "petrolero": _company,
    "sol": _sun,
    "presa": _captive,
    "morir": _dead,
    "violación": _raping,
    "disposición": _willing,
    "bien": _property,
    "policía": _officer,
    "sala": _chamber,
    "equipo": _devices,
    "niño": _child,
    "acción": _shares,
    "prueba": _evidence,
    "privar": _private,
    "privado": _private,
    "campo": _countryside,
    "cuota": _dues,
    "mañana": _tomorrow,
    "cupo": _quota,
    "refugio": _asylum,
    "disponer": _willing_to,
    "llama": _flame,
    "fallecer": _deceased,
    "decir": _statements,
}
