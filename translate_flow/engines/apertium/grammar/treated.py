"""Verbs whose sense shows that they are done to people: *violar* a girl or a law, *ascender* a general or a hill."""

from __future__ import annotations

from ....language import of
from .beside import following
from .phrases import movable, phrase
from .sentence import Word, drop

_SPANISH = of("es")
_PEOPLE = _SPANISH.words("grammar", "people") | _SPANISH.words("names", "titles", "roles")
_CHARGES = _SPANISH.words("grammar", "charges")
_ANSWERED = frozenset(("salud", "vida", "integridad", "seguridad"))


def personal(words: list[Word], n: int) -> bool:
    """Whether the object is a person: behind *a*, or a pronoun before the verb."""
    after = following(words, n)
    if after is not None and after.base == "a" and after.kind == "pr":
        return True
    before = words[n - 1] if n else None
    return before is not None and before.has("prn", "pro") and not before.has("ref")


def rape(words: list[Word], n: int) -> None:
    """*Violaron a las mujeres*, *las niñas violadas*: raped; laws, rights and homes are violated."""
    done = words[n].has("pp") and any(word.base in _PEOPLE for word in words[max(0, n - 3) : n])
    if words[n].has("pp") and n and words[n - 1].kind == "vbser":
        done = done or any(word.base in _PEOPLE and word.kind == "n" for word in words[max(0, n - 6) : n])
    if words[n].kind == "vblex" and (done or personal(words, n)):
        words[n].name("violentar")
        words[n].say("rape")


def greet(words: list[Word], n: int) -> None:
    """*Saludamos la decisión*: we welcome; persons are greeted."""
    if words[n].kind == "vblex" and not _greet_you(words, n) and not personal(words, n):
        words[n].name(words[n].lemma + " algo")
        words[n].say("welcome")


def _greet_you(words: list[Word], n: int) -> bool:
    """*Me dirijo a usted para saludarlo*: you, in letters."""
    enclitic = n + 1 < len(words) and words[n + 1].has("enc", "p3")
    if enclitic:
        words[n].say("greet")
        words[n + 1].targets = ["prpers<prn><obj><p2><mf><sp>"]
    return enclitic


def thank(words: list[Word], n: int) -> None:
    """*Agradecemos a los vecinos*: we thank; what is done is appreciated."""
    if words[n].kind == "vblex" and personal(words, n):
        words[n].say("thank")


def dismiss(words: list[Word], n: int) -> None:
    """*Fueron cesados*: dismissed; what ends ceases."""
    if words[n].has("pp") and n and words[n - 1].kind in ("vbser", "n", "det"):
        words[n].name("despedir")
        words[n].say("dismiss")


def persecute(words: list[Word], n: int) -> None:
    """*Persiguen a los dirigentes*: they persecute; an aim is pursued."""
    if words[n].kind == "vblex" and personal(words, n):
        words[n].name("acosijar")


def promote(words: list[Word], n: int) -> None:
    """*Ascendieron al general*: promoted; what rises has no object."""
    after = following(words, n)
    if words[n].has("pp") and n and words[n - 1].kind == "vbser":
        words[n].name("promover")  # fueron ascendidos
        words[n].say("promote")
    elif words[n].kind == "vblex" and after is not None and after.base == "a" and after.kind == "pr":
        end = phrase(words, n + 2)
        if words[n + 2 : n + 3] and words[n + 2].kind == "n":  # ascendió a general
            words[n].name("subir de grado")
            words[n].say("rise")
            return
        if any(word.base in _PEOPLE for word in words[n + 2 : end]):
            words[n].name("promover")
            words[n].say("promote")
            drop(words, n + 1)


def send_back(words: list[Word], n: int) -> None:
    """*Regresaron a cientos de migrantes*: sent back; one returns to places."""
    after = following(words, n)
    if words[n].kind != "vblex" or after is None or after.base != "a" or after.kind != "pr":
        return
    end = phrase(words, n + 2)
    if end > n + 2 and any(word.base in _PEOPLE or word.has("ant") for word in words[n + 2 : end]):
        tags = words[n].targets[0]
        words[n].name("devolver")
        words[n].targets = ["send# back<vblex><sep>" + tags[tags.find("<vblex>") + 7 :].replace("<sep>", "")]
        drop(words, n + 1)


def send(words: list[Word], n: int) -> None:
    """*Mandan a los militares*, *mandó tropas*: send; *mandó disparar*, *mandó que callaran*: ordered; who has nothing behind it commands."""
    after = following(words, n)
    if words[n].kind != "vblex" or after is None:
        return
    behind = words[n + 2] if n + 2 < len(words) else after
    to = after.base == "a" and after.kind == "pr"
    if after.has("inf") or after.base == "que" or (to and behind.has("inf")):
        words[n].name("ordenar")
        words[n].say("order")
        return
    if not (to or after.kind in ("det", "num", "n", "adj") or personal(words, n)):
        return
    words[n].say("send")
    end = phrase(words, n + 2) if to else n
    then = end + 1 < len(words) and words[end].base == "a" and words[end + 1].has("inf")
    if end > n + 2 and (then or any(word.base in _PEOPLE or word.has("ant") for word in words[n + 2 : end])):
        drop(words, n + 1)


def name(words: list[Word], n: int) -> None:
    """*Las personas aquí nombradas*: named; ministers are appointed."""
    before = words[n - 1].base if n else ""
    if words[n].has("pp") and before in _SPANISH.words("grammar", "pointing"):
        words[n].name("mencionar")
        words[n].say("name")


def put_into(words: list[Word], n: int) -> None:
    """*Lo subieron a un patrullero*, *subieron al chico a un patrullero*: put into."""
    start = n + 1
    before, after = words[n - 1] if n else None, following(words, n)
    own = (
        before is not None and before.has("prn", "pro", "p3") and not (before.has("ref") or before.has("mf"))
    )
    if not own and after is not None and words[n].has("pl"):
        whom = after.base == "a"
        start = phrase(words, n + 1 + whom)
        if not any(word.base in _PEOPLE | {"chico"} for word in words[n + 1 : start]):
            return
        if whom and start + 1 < len(words) and words[start].base in ("a", "en"):
            drop(words, n + 1)
            start -= 1
    if start + 1 < len(words) and words[start].base in ("a", "en") and phrase(words, start + 1) > start + 1:
        words[n].name("meter")
        words[n].say("put")
        words[start].name("en")
        words[start].say("into", "<pr>")


def take_off(words: list[Word], n: int) -> None:
    """*Lo bajaron del bus*: took him off the bus."""
    before, after = words[n - 1] if n else None, following(words, n)
    own = (
        before is not None
        and before.has("prn", "pro", "p3")
        and not before.has("ref")
        and not before.has("mf")
    )
    if not own or after is None or after.base != "de" or phrase(words, n + 2) == n + 2 or before is None:
        return
    words[n].name("sacar")
    words[n].say("take")
    after.say("off", "<pr>")
    gender = "<f>" if before.has("f") else "<m>"
    before.targets = [target.replace("<nt>", gender) for target in before.targets]


def blame(words: list[Word], n: int) -> None:
    """*Hacemos responsable al Estado*: we hold the State responsible, said as *blame*."""
    after = following(words, n)
    if after is None or words[n].kind != "vblex":
        return
    if after.base != "responsable":
        _make(words, n)
        return
    if n and words[n - 1].base == "se":
        words[n].say("become")
        return
    words[n].name("responsabilizar")
    words[n].say("blame")
    drop(words, n + 1)
    at = n + 1
    if at < len(words) and words[at].base == "a" and words[at].kind == "pr":
        at = phrase(words, at + 1)
        while at + 2 < len(words) and words[at].base in ("y", "e") and words[at + 1].base == "a":
            drop(words, at + 1)  # al presidente y al ministro
            at = phrase(words, at + 1)
    else:
        at = next((k for k in range(at, min(len(words), n + 8)) if words[k].base == "de"), at)
    for k in range(at, n, -1):  # the last de, of what they are blamed for, and not of whom
        if k + 1 < len(words) and words[k].base == "de" and (k == at or _deed(words, k + 1)):
            words[k].say("for", "<pr>")
            return


def _deed(words: list[Word], at: int) -> bool:
    """Whether what one is blamed for is there: *cualquier atentado*, *lo que pase*, *las muertes*."""
    head = next((word for word in words[at : at + 3] if word.kind == "n"), None)
    return words[at].base in ("cualquier", "cualquiera", "todo", "lo que") or (
        head is not None and (head.base in _CHARGES or head.base in _ANSWERED)
    )


def sue(words: list[Word], n: int) -> None:
    """*Lo demandó por difamación*: sued him."""
    if words[n].kind == "vblex" and personal(words, n):
        words[n].name("querellar")
        words[n].say("sue")


def shoot(words: list[Word], n: int) -> None:
    """*Dispararon a un joven*: shot a young man."""
    after = following(words, n)
    if words[n].kind == "vblex" and after is not None and after.base == "a" and after.kind == "pr":
        words[n].name("balear")
        words[n].say("shoot")


REMOVING = _SPANISH.words("grammar", "removing")


def take_from(words: list[Word], n: int) -> None:
    """*Quita a los pueblos su derecho*: takes their right from the peoples."""
    if (
        words[n].kind != "vblex"
        or n + 2 >= len(words)
        or words[n + 1].base != "a"
        or words[n + 1].kind != "pr"
    ):
        return
    end = phrase(words, n + 2)
    last = phrase(words, end)
    if end > n + 2 and last > end and movable(words, n, last):
        words[n].say("take")
        words[n + 1].targets = ["from<pr>"]
        words[n + 1 : last] = [*words[end:last], *words[n + 1 : end]]


def _make(words: list[Word], n: int) -> None:
    """*La unidad nos hará libres*: will make us free."""
    before, after = words[n - 1] if n else None, following(words, n)
    if (
        before is not None
        and before.has("prn", "pro")
        and not before.has("ref")
        and after is not None
        and after.kind == "adj"
    ):
        words[n].name("convertir")
        words[n].say("make")
