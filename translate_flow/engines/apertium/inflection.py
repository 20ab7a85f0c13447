"""Forms of regular Spanish words with the analyses that Apertium's analyser would give them.

Endings: Real Academia Española, Nueva gramática, 4.12-4.14 (verbs), 3.2 (plurals). Verbs in *-car*, *-gar*, *-zar*,
*-cer* and *-uir* change their spelling; others that are irregular give wrong forms, which no text has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_PERSONS = ("<p1><sg>", "<p2><sg>", "<p3><sg>", "<p1><pl>", "<p2><pl>", "<p3><pl>")
_AR = {
    "pri": "o as a amos áis an", "prs": "e es e emos éis en", "pii": "aba abas aba ábamos abais aban",
    "ifi": "é aste ó amos asteis aron", "pis": "ara aras ara áramos arais aran",
}  # fmt: skip
_ER = {
    "pri": "o es e emos éis en", "prs": "a as a amos áis an", "pii": "ía ías ía íamos íais ían",
    "ifi": "í iste ió imos isteis ieron", "pis": "iera ieras iera iéramos ierais ieran",
}  # fmt: skip
_IR = {**_ER, "pri": "o es e imos ís en"}
_WHOLE = {"fti": "é ás á emos éis án", "cni": "ía ías ía íamos íais ían"}
_ENCLITICS = {
    "se": "se<prn><enc><ref><p3><mf><sp>", "la": "prpers<prn><enc><p3><f><sg>", "lo": "prpers<prn><enc><p3><m><sg>",
    "las": "prpers<prn><enc><p3><f><pl>", "los": "prpers<prn><enc><p3><m><pl>", "nos": "prpers<prn><enc><p1><mf><pl>",
}  # fmt: skip


def verb(lemma: str, change: str = "") -> Iterator[tuple[str, str]]:
    """Forms of a verb and their tags, such as `("prorrogó", "<vblex><ifi><p3><sg>")`; a form may come twice.

    `change`: what becomes of its last vowel under stress (`ie`, `ue`, `i`, `í`; Nueva gramática, 4.10), or `poner` and `oír` for their compounds.
    """
    stem, kind = lemma[:-2], lemma[-2:]
    if change == "poner":
        yield from _like_poner(stem.removesuffix("pon"))
        return
    if change == "oír":
        yield from _like_oir(stem.removesuffix("o"))
        return
    if change:
        yield from _changed(stem, kind, change)
    endings = {"ar": _AR, "er": _ER, "ir": _IR}[kind]
    for tense, row in endings.items():
        for person, ending in zip(_PERSONS, row.split(), strict=True):
            yield _spelt(stem, ending, lemma), f"<vblex><{tense}>{person}"
    for person, ending in zip(_PERSONS, endings["pis"].replace("ra", "se").split(), strict=True):
        yield _spelt(stem, ending, lemma), f"<vblex><pis>{person}"
    for tense, row in _WHOLE.items():
        for person, ending in zip(_PERSONS, row.split(), strict=True):
            yield lemma + ending, f"<vblex><{tense}>{person}"
    participle = stem + ("ado" if kind == "ar" else "ido")
    for form, gender in _four(participle):
        yield form, f"<vblex><pp>{gender}"
    gerund = _spelt(stem, "ando" if kind == "ar" else "iendo", lemma)
    yield lemma, "<vblex><inf>"
    yield gerund, "<vblex><ger>"
    accented = re.sub(r"([ae])ndo$", lambda m: {"a": "á", "e": "é"}[m[1]] + "ndo", gerund)
    for suffix, tags in _ENCLITICS.items():
        yield lemma + suffix, f"<vblex><inf>+{tags}"
        yield accented + suffix, f"<vblex><ger>+{tags}"


def _changed(stem: str, kind: str, change: str) -> Iterator[tuple[str, str]]:
    """Forms whose stem changes: under stress, and of *-ir* in the third persons of the past and the gerund too."""
    place = len(stem) - 1 if change in "íú" else max(stem.rfind(vowel) for vowel in "eo")
    other = stem[:place] + change + stem[place + 1 :]
    endings = {"ar": _AR, "er": _ER, "ir": _IR}[kind]
    for tense in ("pri", "prs"):
        for n, (person, ending) in enumerate(zip(_PERSONS, endings[tense].split(), strict=True)):
            if n in (0, 1, 2, 5):
                yield _spelt(other, ending, stem + kind), f"<vblex><{tense}>{person}"
    if kind == "ir":
        closed = stem[:place] + {"e": "i", "o": "u"}[stem[place]] + stem[place + 1 :]
        glide = "" if closed.endswith(("ñ", "ll")) else "i"  # tiñó
        yield closed + glide + "ó", "<vblex><ifi><p3><sg>"
        yield closed + glide + "eron", "<vblex><ifi><p3><pl>"
        yield closed + glide + "endo", "<vblex><ger>"


def _like_oir(prefix: str) -> Iterator[tuple[str, str]]:
    """Forms of *oír* behind a prefix: *desoyó*, *desoigan*; the regular ones too, with the accents that they have."""
    rows = {
        "pri": "oigo oyes oye oímos oís oyen",
        "prs": "oiga oigas oiga oigamos oigáis oigan",
        "pii": "oía oías oía oíamos oíais oían",
        "ifi": "oí oíste oyó oímos oísteis oyeron",
        "pis": "oyera oyeras oyera oyéramos oyerais oyeran",
        "fti": "oiré oirás oirá oiremos oiréis oirán",
        "cni": "oiría oirías oiría oiríamos oiríais oirían",
    }
    yield from _irregular(prefix, rows, ("oír", "oyendo", "oído"))


def _like_poner(prefix: str) -> Iterator[tuple[str, str]]:
    """Forms of *poner* behind a prefix: *opuso*, *oponga*, *opuesto*."""
    rows = {
        "pri": "pongo pones pone ponemos ponéis ponen",
        "prs": "ponga pongas ponga pongamos pongáis pongan",
        "pii": "ponía ponías ponía poníamos poníais ponían",
        "ifi": "puse pusiste puso pusimos pusisteis pusieron",
        "pis": "pusiera pusieras pusiera pusiéramos pusierais pusieran",
        "fti": "pondré pondrás pondrá pondremos pondréis pondrán",
        "cni": "pondría pondrías pondría pondríamos pondríais pondrían",
    }
    yield from _irregular(prefix, rows, ("poner", "poniendo", "puesto"))


def _irregular(prefix: str, rows: dict[str, str], lasting: tuple[str, str, str]) -> Iterator[tuple[str, str]]:
    """Forms behind a prefix, by tense; `lasting`: infinitive, gerund and participle, the first two with pronouns, too."""
    infinitive, gerund, participle = lasting
    for tense, row in rows.items():
        for person, form in zip(_PERSONS, row.split(), strict=True):
            yield prefix + form, f"<vblex><{tense}>{person}"
    for form, gender in _four(prefix + participle):
        yield form, f"<vblex><pp>{gender}"
    yield prefix + infinitive, "<vblex><inf>"
    yield prefix + gerund, "<vblex><ger>"
    stressed = gerund.removesuffix("endo") + "éndo"
    for suffix, tags in _ENCLITICS.items():
        yield prefix + infinitive + suffix, f"<vblex><inf>+{tags}"
        yield prefix + stressed + suffix, f"<vblex><ger>+{tags}"


def _spelt(stem: str, ending: str, lemma: str) -> str:
    """Stem and ending as Spanish spells them together."""
    if lemma.endswith("ar") and ending[0] in "eé":
        stem = stem[:-1] + {"c": "qu", "g": "gu", "z": "c"}.get(stem[-1], stem[-1])
    elif lemma.endswith("cer") and ending[0] in "aoá":
        stem = re.sub(r"(?<=[aeiou])c$", "zc", stem)
    elif lemma.endswith(("ger", "gir")) and ending[0] in "aoá":
        stem = stem[:-1] + "j"
    elif lemma.endswith("eer"):
        if re.match(r"i[eéó]", ending):
            return stem + "y" + ending[1:]
    elif lemma.endswith("uir"):
        if ending[0] in "aoáe":
            stem += "y"
        elif re.match(r"i[eéó]", ending):
            return stem + "y" + ending[1:]
    return stem + ending


def noun(lemma: str, gender: str) -> Iterator[tuple[str, str]]:
    """Forms of a noun, with their tags; `gender` is `m`, `f` or `mf`, which is both where the word ends in *-o* or *-or* (*comunera*)."""
    if gender == "mf" and lemma.endswith(("o", "or")):
        for form, tags in _four(lemma):
            yield form, f"<n>{tags}"
        return
    yield lemma, f"<n><{gender}><sg>"
    yield plural(lemma), f"<n><{gender}><pl>"


def adjective(lemma: str) -> Iterator[tuple[str, str]]:
    """Forms of an adjective, with their tags."""
    if lemma.endswith(("o", "or")):
        for form, gender in _four(lemma):
            yield form, f"<adj>{gender}"
    else:
        yield lemma, "<adj><mf><sg>"
        yield plural(lemma), "<adj><mf><pl>"


def _four(lemma: str) -> Iterator[tuple[str, str]]:
    feminine = (lemma[:-1] if lemma.endswith("o") else lemma) + "a"
    for form, gender in ((lemma, "<m>"), (feminine, "<f>")):
        yield form, f"{gender}<sg>"
        yield plural(form), f"{gender}<pl>"


def plural(word: str) -> str:
    """The regular plural of a Spanish word."""
    if word[-1] in "aeiouáéó":
        return word + "s"
    if word.endswith("z"):
        return word[:-1] + "ces"
    for ending, other in (("ión", "iones"), ("amen", "ámenes"), ("ín", "ines"), ("ón", "ones")):
        if word.endswith(ending):
            return word.removesuffix(ending) + other
    return word + "es"
