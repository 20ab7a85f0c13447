"""What another package's format, engine, check or output has to keep, tried out on it.

For its author: `python -m translate_flow.contracts PACKAGE` prints a line for each promise that is broken and
exits with 1; in a test of the package

    from translate_flow.contracts import broken

    def test_the_contract_is_kept() -> None:
        assert broken("my-package") == []

Formats are tried on the files given (`broken("my-package", samples=[Path("a.es.xyz")])`, or after the package's
name on the command line). Engines that are not private are not started, so that nothing is sent anywhere.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import EntryPoint, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from .errors import TranslateFlowError, UsageError
from .messages import Message
from .plugins import GROUPS, load
from .plugins.messages import NO_ENTRY_POINT, NOT_INSTALLED

ODD_TEXTS = ("", " ", "Ñandú — «así»", "a\u0301\u202e", "**", "\u2028")
"""Translations that a check must be able to look at."""


def broken(package: str, samples: Sequence[Path] = ()) -> list[str]:
    """Every promise that the package's entry points break, one line each. Raises UsageError if it has none."""
    try:
        entries = [e for e in distribution(package).entry_points if e.group in GROUPS.values()]
    except PackageNotFoundError:
        raise UsageError(NOT_INSTALLED(package=package)) from None
    if not entries:
        raise UsageError(NO_ENTRY_POINT(package=package, groups=tuple(GROUPS.values())))
    found: list[str] = []
    for entry in entries:
        family = next(name for name, group in GROUPS.items() if group == entry.group)
        place = f"{package}: {family} {entry.name}: "
        try:
            found += [place + line for line in _TRIALS[family](entry, samples)]
        except TranslateFlowError as error:
            found.append(f"{place}{error}")
        except Exception as error:  # an author wants to see every kind, and where it came from
            found.append(f"{place}raised {type(error).__name__}: {error}")
    return found


def _format(entry: EntryPoint, samples: Sequence[Path]) -> Iterator[str]:
    from .formats import EXTENSIONS, FORMATS, Format

    form = load(entry, "formats", lambda found, _: found if isinstance(found, Format) else None)
    yield from _named(entry, form.name, form.description, FORMATS)
    if not form.extensions:
        yield "has no extension"
    for extension in form.extensions:
        if not extension.startswith(".") or extension != extension.lower():
            yield f"extension {extension!r}: begins with a point, in lower case"
        if extension in EXTENSIONS:
            yield f"extension {extension}: is {EXTENSIONS[extension]}'s, and this format will not be asked for it"
    tried = [path for path in samples if path.suffix.lower() in form.extensions]
    if not tried:
        yield f"no sample: give a file that ends in {' or '.join(form.extensions)}"
    for path in tried:
        data = path.read_bytes()
        document = form.read(data, path.name)
        if not document.segments:
            yield f"{path.name}: no segment was read"
        keys = [segment.key for segment in document.segments]
        if len(set(keys)) != len(keys):
            yield f"{path.name}: two segments have one key"
        if form.read(data, path.name) != document:
            yield f"{path.name}: read twice, it is not the same"
        if form.rebuild(data, document, {s.key: s.text for s in document.segments}) != data:
            yield f"{path.name}: rebuilt with its own texts, the bytes are not the same"
        if form.rebuild(data, document, {}) != data:
            yield f"{path.name}: rebuilt without texts, the bytes are not the same"
        changed = {s.key: f"Otra cosa {n}" for n, s in enumerate(document.segments)}
        made = form.rebuild(data, document, changed)
        if [s.text for s in form.read(made, path.name).segments] != list(changed.values()):
            yield f"{path.name}: other texts put in are not those that are read again"
    for data in (b"", b"\0\xff\xfe", b"{" * 5000):
        try:
            form.read(data, "broken" + form.extensions[0])
        except TranslateFlowError:
            continue
        except Exception as error:
            yield f"{data[:6]!r}: raised {type(error).__name__}, not ReadError"


def _output(entry: EntryPoint, _samples: Sequence[Path]) -> Iterator[str]:
    from .outputs import OUTPUTS, Output

    output = load(entry, "outputs", lambda found, _: found if isinstance(found, Output) else None)
    yield from _named(entry, output.name, output.description, OUTPUTS)
    if output.file != Path(output.file).name or output.file in ("", "manifest.json"):
        yield f"file {output.file!r}: is a plain file name, and not manifest.json"
    for target in ODD_TEXTS:
        edition = _edition(target)
        made = output.make(edition)
        if not isinstance(made, bytes):
            yield f"makes a {type(made).__name__}, not bytes"
        elif output.make(edition) != made:
            yield "the same edition did not make the same bytes"


def _check(entry: EntryPoint, _samples: Sequence[Path]) -> Iterator[str]:
    from .checks import CHECKS, Check, Scene
    from .glossary import Glossary
    from .model import Finding

    check = load(entry, "checks", lambda found, _: found if isinstance(found, Check) else None)
    yield from _named(entry, check.rule, check.description, CHECKS)
    for target in ODD_TEXTS:
        edition = _edition(target)
        scene = Scene(edition, Glossary(()))
        for unit in edition.units:
            findings = list(check.run(unit, scene))
            for finding in findings:
                if not isinstance(finding, Finding):
                    yield f"a finding is a {type(finding).__name__}"
                elif finding.rule != check.rule:
                    yield f"a finding has the rule {finding.rule!r}"
            if list(check.run(unit, scene)) != findings:
                yield "looked at twice, the findings are not the same"


def _engine(entry: EntryPoint, _samples: Sequence[Path]) -> Iterator[str]:
    from .engines import ENGINES, EngineFacts
    from .passage import Passage
    from .plugins.engine import factory

    made: Any = load(entry, "engines", lambda found, who: factory(found, who, EngineFacts()))
    yield from _named(entry, made.name, made.description, ENGINES)
    why = made.missing("es", "en")
    made.facts()
    if why or not made.private:
        return
    engine = made.start("es", "en")
    try:
        for name, kind in (("name", str), ("version", str), ("private", bool), ("style", str)):
            if not isinstance(getattr(engine, name, None), kind):
                yield f"the engine has no {name}"
        asked = [Passage(text) for text in ("Hola.", "", "Uno dos.", "—")]
        answers = list(engine.translate(iter(asked)))
        if len(answers) != len(asked):
            yield f"{len(asked)} passages got {len(answers)} answers"
    finally:
        engine.close()
        engine.close()


_TRIALS: dict[str, Callable[[EntryPoint, Sequence[Path]], Iterator[str]]] = {
    "formats": _format,
    "engines": _engine,
    "checks": _check,
    "outputs": _output,
}


def _named(entry: EntryPoint, name: str, description: Message | str, ours: dict[str, str]) -> Iterator[str]:
    if name != entry.name:
        yield f"calls itself {name!r}"
    if name in ours:
        yield "has a name that is taken by one that comes with the program"
    if not description or "\n" in str(description):
        yield "has no description of one line"


def _edition(target: str) -> Any:
    """A small statement whose second segment has that translation."""
    from .model import Document, Edition, Kind, Segment, State, Unit

    segments = (
        Segment("00000001", Kind.TITLE, "Título"),
        Segment("00000002", Kind.PARAGRAPH, "El 12 de enero, **Ana** dijo que no."),
    )
    units = (
        Unit(segments[0], "Title", State.APPROVED),
        Unit(segments[1], target, State.TRANSLATED if target.strip() else State.MISSING),
    )
    return Edition(Document("muestra", "plain", segments), "es", "en", units)


def main(words: Sequence[str]) -> int:
    """Print what is broken; 0 if nothing is, 1 if something, 2 if the package has no members here."""
    if not words:
        sys.stderr.write("usage: python -m translate_flow.contracts PACKAGE [SAMPLE]...\n")
        return 2
    try:
        found = broken(words[0], [Path(word) for word in words[1:]])
    except UsageError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write("".join(f"{line}\n" for line in found) or f"{words[0]}: the contract is kept\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
