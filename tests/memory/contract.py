"""What every storage of a memory has to do, shown on one. A storage's own test calls each of these with an empty one.

@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)
def test_the_storage_keeps_its_promises(promise: Promise) -> None:
    with my_empty_storage("es", ["en", "fr"]) as storage:
        promise(storage)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from threading import Thread

import pytest

from translate_flow.memory import AskedMemory, MemoryStorage, Query, StoredPair, lookup
from translate_flow.memory.find import nearest
from translate_flow.memory.search import search
from translate_flow.memory.words import ASKED, coded, digest, features, normal, shape, tokens

Promise = Callable[[MemoryStorage], None]

FIRST = StoredPair(
    "La asamblea acordó seguir con la marcha. Exigimos verdad y justicia.",
    "The assembly agreed to go on with the march. We demand truth and justice.",
    "en", 2, "k1", "carta", "Ana", "2024-05-03T10:00:00Z", "", "Hubo 12 heridos en la plaza.",
)  # fmt: skip
SECOND = StoredPair(
    "Hubo 12 heridos en la plaza.", "There were 12 wounded in the square.", "en", 1, "k2", "carta", "Luz",
    "2024-05-04T10:00:00Z", FIRST.source, "",
)  # fmt: skip
FRENCH = StoredPair(
    "Hubo 12 heridos en la plaza.", "Il y eut 12 blessés sur la place.", "fr", key="7", document="m"
)


def there(storage: MemoryStorage) -> list[str]:
    """The sources of all units, in order."""
    return [pair.source for pair in storage.pairs("en")]


def languages_are_apart(storage: MemoryStorage) -> None:
    assert not storage.known("en")
    assert storage.take_in("carta.po", "1", [FIRST, SECOND]) == 2
    assert storage.known("en") and not storage.known("fr")
    storage.take_in("m.tmx", "1", [FRENCH])
    assert [u.target for u in storage.same(SECOND.source, "fr", 9)] == [FRENCH.target]
    assert [(c.language, c.units, c.sentences) for c in storage.counts()] == [("en", 2, 2), ("fr", 1, 0)]
    assert [p.target for p in storage.pairs("fr")] == [FRENCH.target]


def a_unit_comes_back_as_it_went_in(storage: MemoryStorage) -> None:
    storage.take_in("carta.po", "1", [FIRST, SECOND])
    (unit,) = storage.same(SECOND.source, "en", 9)
    assert (unit.target, unit.rank, unit.document, unit.key) == (SECOND.target, 1, "carta", "k2")
    assert (unit.person, unit.at, unit.sentence) == ("Luz", SECOND.at, False)
    assert (unit.before, unit.after) == (digest(FIRST.source, "en"), 0)
    assert storage.units([unit.number]) == [unit] and storage.units([]) == []
    assert storage.shaped(shape(SECOND.source.replace("12", "9"), "en"), "en", 9) == [unit]
    assert list(storage.pairs("en")) == [FIRST, SECOND]


def sentences_have_the_origin_of_their_unit(storage: MemoryStorage) -> None:
    storage.take_in("carta.po", "1", [FIRST])
    (part,) = storage.same("Exigimos verdad y justicia.", "en", 9)
    assert part.sentence and (part.document, part.key, part.person) == ("carta", "k1", "Ana")
    assert part.target == "We demand truth and justice."


def the_highest_rank_comes_first_and_of_equals_the_newest(storage: MemoryStorage) -> None:
    made = [
        replace(SECOND, target=word, rank=rank) for word, rank in (("a", 1), ("b", 2), ("c", 0), ("d", 1))
    ]
    storage.take_in("m.tmx", "1", made)
    assert [u.target for u in storage.same(SECOND.source, "en", 9)] == ["b", "d", "a", "c"]
    assert [u.target for u in storage.same(SECOND.source, "en", 2)] == ["b", "d"]


def what_shares_most_words_comes_first(storage: MemoryStorage) -> None:
    other = "Las familias del valle esperan desde hace meses una respuesta del Gobierno y de la empresa"
    storage.take_in(
        "m.tmx", "1", (replace(FRENCH, source=text, language="en") for text in (FIRST.source, other))
    )
    asked = normal(other.replace("meses", "semanas"))
    (number, code), *_ = storage.alike(features(asked, "en", ASKED), 5)
    assert code == coded(tokens(other)) and storage.units([number])[0].source == other
    assert nearest(storage, asked, tokens(asked), "en", 50)[0][0] == number
    assert storage.alike([], 5) == []


def a_file_taken_in_again_gives_what_it_has_now(storage: MemoryStorage) -> None:
    """And what stayed as it was keeps its id: a storage does not write a thousand units for one edit."""
    storage.take_in("carta.po", "1", [FIRST, SECOND])
    before = storage.same(SECOND.source, "en", 9)
    corrected = replace(FIRST, target="Otherwise.", rank=1)
    new = replace(SECOND, source="Otra.", target="Another.")
    assert storage.take_in("carta.po", "2", [new, corrected, SECOND]) == 3
    assert storage.files() == {"carta.po": "2"}
    assert there(storage) == [new.source, corrected.source, SECOND.source]
    assert [unit.target for unit in storage.same(FIRST.source, "en", 9)] == [corrected.target]
    assert storage.same(SECOND.source, "en", 9) == before
    assert storage.same("Exigimos verdad y justicia.", "en", 9) == []
    storage.take_in("carta.po", "3", [SECOND])
    assert there(storage) == [SECOND.source] and storage.same("Otra.", "en", 9) == []
    assert storage.containing(["another"], "en", "both", 9) == []


def all_or_nothing(storage: MemoryStorage) -> None:
    storage.take_in("carta.po", "1", [FIRST])

    def broken() -> Iterator[StoredPair]:
        yield SECOND
        raise ValueError

    for path in ("carta.po", "other.po"):
        with pytest.raises(ValueError):
            storage.take_in(path, "2", broken())
    assert storage.files() == {"carta.po": "1"} and there(storage) == [FIRST.source]


def what_is_forgotten_is_gone(storage: MemoryStorage) -> None:
    storage.take_in("carta.po", "1", [FIRST, SECOND])
    storage.containing(["verdad"], "en", "both", 9)
    storage.forget("carta.po")
    storage.forget("never-there.po")
    assert storage.files() == {} and storage.counts() == [] and list(storage.pairs("en")) == []
    assert storage.same(SECOND.source, "en", 9) == []
    assert storage.alike(features(FIRST.source, "en", ASKED), 9) == []
    assert storage.containing(["verdad"], "en", "both", 9) == []


def an_empty_side_is_passed_over(storage: MemoryStorage) -> None:
    assert (
        storage.take_in("m.tmx", "1", [replace(FIRST, target=" "), replace(FIRST, source="\n"), SECOND]) == 1
    )


def words_are_found_on_either_side(storage: MemoryStorage) -> None:
    storage.take_in("carta.po", "1", [FIRST, SECOND])
    (found,) = search(storage, ["ASAMBLEA acordo"], "en")
    (start, end) = found.source[0]
    assert found.hit.source[start:end] == "asamblea acordó" and found.hit.person == "Ana"
    assert len(search(storage, ["herid*"], "en", side="source")) == 1
    assert search(storage, ["herid*"], "en", side="target") == [] == search(storage, ["herid"], "en")
    assert search(storage, ['" OR *', "¿?"], "en") == []


def many_may_ask_at_once_while_a_file_is_taken_in(storage: MemoryStorage) -> None:
    """Each sees one moment: all of the file or nothing of it."""
    storage.take_in("carta.po", "1", [FIRST, SECOND])
    wrong: list[object] = []

    def ask() -> None:
        for _ in range(30):
            found = [hit.score for hit in lookup(storage, Query(SECOND.source, "en"))]
            if found != [100]:
                wrong.append(found)

    def fill() -> None:
        for n in range(5):
            storage.take_in(
                "more.tmx", str(n), (replace(FRENCH, source=f"Frase {n} {k}.") for k in range(200))
            )

    threads = [Thread(target=what) for what in (ask, fill, ask, ask)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == [] and [c.units for c in storage.counts()] == [2, 200]


def what_is_not_shown_is_not_there(storage: MemoryStorage) -> None:
    """Not even as what pushes something out, or makes a word common: 60 hidden units alike the one that is shown."""
    hidden = [
        replace(FIRST, source=f"{FIRST.source} Ahora.", target=f"Hidden {n}.", key=f"h{n}", rank=2)
        for n in range(60)
    ]
    hidden += [replace(SECOND, target=f"Hidden second {n}.", key=f"s{n}", rank=2) for n in range(60)]
    storage.take_in("hidden.po", "1", hidden)
    only = replace(FIRST, rank=0, document="m", key="v")
    storage.take_in("shown.tmx", "1", [only, replace(SECOND, rank=0, document="m", key="w")])
    part = storage.only({"shown.tmx", "no such file"})
    source = normal(FIRST.source)
    assert [u.key for u in part.same(normal(SECOND.source), "en", 5)] == ["w"]
    assert [u.key for u in part.shaped(shape(normal(SECOND.source), "en"), "en", 5)] == ["w"]
    found = part.alike(features(source + " Hoy.", "en", ASKED), 5)
    assert [u.key for u in part.units([number for number, _ in found])] == ["v"]
    everything = [number for number, _ in storage.alike(features(source, "en", ASKED), 99)]
    assert len(everything) > 50 and [u.key for u in part.units(everything)] in ([], ["v"])
    assert [o.unit.key for o in part.containing(["asamblea"], "en", "both", 5)] == ["v"]
    assert [h.target for h in lookup(part, Query(source + " Hoy.", "en", least=50))] == [FIRST.target]
    nothing = storage.only(())
    assert not nothing.known("en") and nothing.same(source, "en", 5) == []
    storage.take_in("later.tmx", "1", [FRENCH, replace(SECOND, key="later")])
    assert [u.key for u in part.same(normal(SECOND.source), "en", 5)] == ["w"] and not part.known("fr")


def a_circle_is_by_itself(storage: MemoryStorage) -> None:
    """As with files that are not shown; and what comes later into a circle, or leaves it, does so for those who ask."""
    hidden = [
        replace(FIRST, source=f"{FIRST.source} Ahora.", target=f"Hidden {n}.", key=f"h{n}", rank=2)
        for n in range(60)
    ]
    storage.take_in("hidden.po", "1", hidden, "secreto")
    only = replace(FIRST, rank=0, document="m", key="v")
    storage.take_in("open.po", "1", [only])
    assert storage.circles() == ["secreto"]
    source = normal(FIRST.source)
    outside, inside = storage.among([""]), storage.among(["", "secreto", "no such circle"])

    def found(part: AskedMemory) -> set[str]:
        numbers = [number for number, _ in part.alike(features(source + " Hoy.", "en", ASKED), 99)]
        return {unit.key for unit in part.units(numbers)}

    assert (
        found(outside) == {"v"} and len(found(inside)) > 50 and "v" not in found(storage.among(["secreto"]))
    )
    assert [h.target for h in lookup(outside, Query(source + " Hoy.", "en", least=50))] == [FIRST.target]
    assert [o.unit.key for o in outside.containing(["asamblea"], "en", "both", 5)] == ["v"]
    assert not storage.among([]).known("en") and not storage.among(["no such circle"]).known("en")
    storage.take_in("later.po", "1", [replace(SECOND, key="later")])
    assert [u.key for u in outside.same(normal(SECOND.source), "en", 5)] == ["later"]
    storage.take_in("later.po", "2", [replace(SECOND, key="later")], "otro")
    assert outside.same(normal(SECOND.source), "en", 5) == [] and storage.circles() == ["otro", "secreto"]
    assert [u.key for u in storage.among(["otro"]).same(normal(SECOND.source), "en", 5)] == ["later"]
    assert [u.key for u in storage.only({"later.po"}).same(normal(SECOND.source), "en", 5)] == ["later"]
    storage.forget("hidden.po")
    assert found(inside) == {"v"} and storage.circles() == ["otro"]


PROMISES: tuple[Promise, ...] = (
    a_circle_is_by_itself,
    what_is_not_shown_is_not_there,
    languages_are_apart,
    a_unit_comes_back_as_it_went_in,
    sentences_have_the_origin_of_their_unit,
    the_highest_rank_comes_first_and_of_equals_the_newest,
    what_shares_most_words_comes_first,
    a_file_taken_in_again_gives_what_it_has_now,
    all_or_nothing,
    what_is_forgotten_is_gone,
    an_empty_side_is_passed_over,
    words_are_found_on_either_side,
    many_may_ask_at_once_while_a_file_is_taken_in,
)
"""All of them."""
