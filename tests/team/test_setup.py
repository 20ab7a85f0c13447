"""A server is set up: every file shown before it is written, below a folder of its own, all or none, as often as one likes."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from translate_flow.cli import run
from translate_flow.cli.group import group
from translate_flow.team.upkeep.place import CADDY, OURS_IN_CADDY, SETTINGS_FILE, UNITS, Installation

from ..needs import need

KEY = "age1yxz2msqv929ca0qjk3vd3c0tw75mlvyhmumu4j78jkk52wcluensfllwhj"
HOST = "desk.example.org"
ALL = (
    "--desks",
    "2",
    "--remote",
    "origin",
    "--backup-key",
    KEY,
    "--program",
    "/opt/translate-flow/bin/translate-flow",
)


def contents(root: Path) -> dict[str, str]:
    """Every file below a folder, by name."""
    return {str(p.relative_to(root)): p.read_text("utf-8") for p in root.rglob("*") if p.is_file()}


@pytest.fixture
def others(tmp_path: Path) -> Path:
    """A system on which Caddy serves somebody's site already."""
    need("age", "make test installs it (apt-get install age)")
    (tmp_path / CADDY).parent.mkdir(parents=True)
    (tmp_path / CADDY).write_text("blog.example.org {\n\trespond hello\n}\n", "utf-8")
    return tmp_path


def test_what_is_shown_is_what_is_written_and_nothing_of_others_is_lost(
    others: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(others)
    assert run(["team", "setup", HOST, "--root", str(others), *ALL, "--dry-run"]) == 0
    shown = capsys.readouterr().out
    assert contents(others) == before
    assert run(["team", "setup", HOST, "--root", str(others), *ALL]) == 0
    now = contents(others)
    assert now[str(CADDY)].startswith(before[str(CADDY)]) and "import translate-flow.caddy" in now[str(CADDY)]
    for name, text in now.items():
        assert f"\n/{name}\n" in f"\n{shown}"
        assert "".join(f"    {line}\n" for line in text.splitlines()) in shown
    assert (others / SETTINGS_FILE).stat().st_mode & 0o777 == 0o640
    assert not [name for name in now if name.endswith((".new", ".old"))]
    # Again, with nothing said: what was said holds, and nothing is written.
    stamps = {p: p.stat().st_mtime_ns for p in others.rglob("*")}
    assert run(["team", "setup", HOST, "--root", str(others)]) == 0
    assert stamps == {p: p.stat().st_mtime_ns for p in others.rglob("*")}
    known = Installation.read(others)
    assert known is not None and (known.desks, known.remote, known.backup_key) == (2, "origin", KEY)


def test_settings_come_back_as_they_were_whatever_is_in_them(tmp_path: Path) -> None:
    made = Installation(HOST, database="host=/x dbname=d password='a\"b$c`d\\e'", backup_key=KEY)
    file = tmp_path / SETTINGS_FILE
    file.parent.mkdir(parents=True)
    file.write_text(made.text(), "utf-8")
    assert Installation.read(tmp_path) == made
    told = subprocess.run(
        ["sh", "-c", f'. {file}; printf %s "$TRANSLATE_FLOW_DATABASE"'],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == made.database


def test_what_cannot_be_is_one_line_and_nothing_is_written(
    others: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (others / "etc/systemd").write_text("in the way", "utf-8")
    before = contents(others)
    cases = {
        (HOST,): "cannot be written|not a folder",
        ("https://desk.example.org",): "not a host name",
        ("desk",): "not a host name",
        ("203.0.113.7",): "not a host name",
        ("-x.example.org", "--"): "not a host name|No such option",
        (HOST, "--desks", "9"): "between 1 and 4",
        (HOST, "--workspace", "/srv/two words"): "without spaces",
        (HOST, "--database", "port=x y"): "cannot be used",
        (HOST, "--database", "host=/tmp"): "name a database",
        (HOST, "--remote", "--upload-pack=x"): "remote's name",
        (HOST, "--backup-key", "age1tooshort"): "not a public key",
        (HOST, "--backup-key", "AGE-SECRET-KEY-1QQQQQQQQQQQQ"): "not a public key",
    }
    for words, told in cases.items():
        code = run(["team", "setup", *words, "--root", str(others)])
        said = capsys.readouterr().err.strip()
        assert code in (2, 3) and re.search(told, said.splitlines()[-1]), (words, said)
        assert "QQQQ" not in said
        assert contents(others) == before, words


def test_units_are_shut_and_valid(others: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By systemd's own judgement, from 0 (safe) to 10: what faces people is below 1."""
    analyze = need("systemd-analyze", "it comes with systemd")
    assert run(["team", "setup", HOST, "--root", str(others), *ALL]) == 0
    for unit in sorted((others / UNITS).glob("*.service")):
        done = subprocess.run(
            [analyze, "security", "--offline=true", "--no-pager", str(unit)],
            capture_output=True,
            text=True,
            check=False,
        )
        told = re.search(r"exposure level for \S+: ([\d.]+)", done.stdout)
        assert told is not None, done.stderr
        assert float(told[1]) < (1 if "desk" in unit.name or "worker" in unit.name else 2.5), unit.name
    assert "Unknown" not in capsys.readouterr().err


def test_caddy_accepts_its_file(others: Path) -> None:
    caddy = need("caddy", "make test installs it (apt-get install caddy)")
    assert run(["team", "setup", HOST, "--root", str(others), *ALL]) == 0
    text = (others / OURS_IN_CADDY).read_text("utf-8")
    assert text.count("unix//run/translate-flow/") == 2 and "lb_policy cookie" in text
    home = {name: str(others / "home") for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    command = [caddy, "validate", "--config", str(others / CADDY), "--adapter", "caddyfile"]
    done = subprocess.run(command, capture_output=True, text=True, env=home, check=False)
    assert done.returncode == 0, done.stderr


def test_the_containers_run_commands_that_there_are() -> None:
    """Of `compose.yaml`: its services share the socket's folder alone, and each option of a command is one of ours."""
    top = Path(__file__).parents[2]
    made = yaml.safe_load((top / "compose.yaml").read_text("utf-8"))
    services = made["services"]
    for name, service in services.items():
        assert "ports" not in service or name == "caddy"
        assert service.get("network_mode") == "none" or name == "caddy"
        said = " ".join(map(str, service.get("command", [])))
        for own in [part.split() for part in said.split("translate-flow ")[1:]]:
            command = own[: 2 if own[0] == "team" else 1]
            known = CliRunner().invoke(group, [*command, "--help"]).output
            for option in [word for word in own if word.startswith("--")]:
                assert option in known, (name, option)
        # What the program's user writes to is a volume whose folder the image gives it; a folder of the host's would be root's.
        folders = (top / made["x-program"]["build"]["dockerfile"]).read_text("utf-8")
        for volume in (
            service.get("volumes", []) if service.get("image") == made["x-program"]["image"] else []
        ):
            source, place = volume.split(":")[:2]
            assert source in made["volumes"], volume
            assert source == "postgresql" or re.search(
                rf"install -d -o translate-flow .*{place}\b", folders
            ), volume
    named = re.findall(r"\./(packaging/\w+(?:\.\w+)?)", str(made))
    for file in [*named, made["x-program"]["build"]["dockerfile"]]:
        assert (top / file).is_file(), file
