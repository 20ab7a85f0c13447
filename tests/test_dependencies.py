"""What the program imports is what pyproject.toml declares."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import metadata, packages_distributions
from pathlib import Path

import pytest

from .source import statements

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
INTERNALS = ("deep-translator", "rspolib")
CLIENTS = ("httpx", "httpcore", "requests", "urllib3", "aiohttp", "deep-translator")
"""Libraries of which more is used than they promise to keep."""


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _declared() -> set[str]:
    lines = [
        *PROJECT["dependencies"],
        *(line for extra in PROJECT["optional-dependencies"].values() for line in extra),
    ]
    return {_plain(re.split(r"[\s<>=!~;\[]", line, maxsplit=1)[0]) for line in lines}


def _imported() -> dict[str, str]:
    """Top-level modules of other packages, each with a file that imports it."""
    found: dict[str, str] = {}
    for file in sorted((ROOT / "translate_flow").rglob("*.py")):
        for node in statements(file):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level and node.module:
                names = [node.module]
            for name in names:
                if (top := name.partition(".")[0]) not in sys.stdlib_module_names:
                    found.setdefault(top, str(file.relative_to(ROOT)))
    found.pop("translate_flow", None)
    return found


def test_every_package_that_is_imported_is_declared() -> None:
    belongs, declared = packages_distributions(), _declared()
    for module, file in _imported().items():
        packages = {_plain(name) for name in belongs.get(module, [module])}
        assert packages & declared, (
            f"{file} imports {module}, of {packages}, which pyproject.toml does not name"
        )


def test_every_dependency_has_a_lower_bound_and_those_with_used_internals_an_upper_one() -> None:
    extras = PROJECT["optional-dependencies"]
    for line in [*PROJECT["dependencies"], *(line for lines in extras.values() for line in lines)]:
        assert ">=" in line, line
        if line.startswith(INTERNALS):
            assert ",<" in line, line


def test_every_dependency_has_a_lowest_version_to_be_tested_with() -> None:
    """`make test-lowest` pins each to it; an extra (`name[extra]`) is left out of the name."""
    done = subprocess.run(
        [sys.executable, ROOT / ".ci" / "lowest"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    pinned = {_plain(line.split("==")[0]) for line in done.stdout.splitlines()}
    assert {
        _plain(re.split(r"[\s<>=!~;\[]", line, maxsplit=1)[0]) for line in PROJECT["dependencies"]
    } <= pinned


WITHOUT = """
import sys
for name in %r:
    sys.modules[name.replace("-", "_")] = None
from translate_flow.cli import run
run(["init", sys.argv[1]])
sys.exit(run(["engines", "-C", sys.argv[1]]))
"""


def test_a_plain_install_has_no_client_for_the_network_and_says_what_brings_one(tmp_path: Path) -> None:
    """No text can leave by a library that is not there; what needs one is listed with its remedy."""
    names = {_plain(re.split(r"[\s<>=!~;\[]", line, maxsplit=1)[0]) for line in PROJECT["dependencies"]}
    assert names.isdisjoint(CLIENTS)
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT % (CLIENTS,), tmp_path],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert " ".join(done.stdout.split()).count("pip install 'translate-flow[online]'") == 6, done.stdout


COMPATIBLE = re.compile(
    r"MIT|MIT-CMU|CNRI-Python|BSD.*|Apache.*|ISC|PSF.*|Python Software Foundation.*|MPL.*|Mozilla Public.*|LGPL.*|GPL-[23].*|GPL ?v?[23].*"
    r"|GNU .*General Public.*|Unicode.*|Public Domain|HPND|0BSD|Unlicense.*|Zlib|The Unlicense.*|LicenseRef-PdfiumThirdParty",
    re.IGNORECASE,
)
"""Licences whose code may be distributed together with code under the GPL, version 3 or later."""


LICENCES_OF_SOURCES = {"rspolib": "MIT"}
"""Of packages whose metadata is silent: what their sources say (`license` in rust/Cargo.toml)."""


def _licence(name: str) -> list[str]:
    """What a distribution says of its licence: an SPDX expression, else its classifiers, else its free text."""
    about = metadata(name)
    if name in LICENCES_OF_SOURCES:
        return [LICENCES_OF_SOURCES[name]]
    expression = about.get("License-Expression") or ""
    if expression:
        return [part.strip("() ") for part in re.split(r"\s+(?:AND|OR|WITH)\s+", expression)]
    told = [c.split(" :: ")[-1] for c in about.get_all("Classifier") or () if c.startswith("License :: OSI")]
    return [re.sub(r"^MIT License$", "MIT", c) for c in told] or [(about.get("License") or "").split("\n")[0]]


@pytest.mark.parametrize("line", PROJECT["dependencies"])
def test_the_licence_of_every_dependency_goes_with_ours(line: str) -> None:
    found = _licence(re.split(r"[\s<>=!~;\[]", line, maxsplit=1)[0])
    assert found and all(COMPATIBLE.match(licence) for licence in found), found
