"""Make a new workspace."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from ...errors import UsageError
from ...files.disk import write_atomically
from ...workspace import SETTINGS, check_language
from .messages import IS_A_FILE, SAME_LANGUAGE, WORKSPACE_THERE


def init(folder: Path, source: str, targets: tuple[str, ...]) -> list[Path]:
    """Lay out a workspace in the folder and return the files written.

    Files that are there already are left as they are; the settings, which make the folder a workspace,
    come last, so that what was interrupted can be done again. Raises UsageError if there is
    a workspace in the folder, or for a language that isn't one.
    """
    if (folder / SETTINGS).exists():
        raise UsageError(WORKSPACE_THERE(file=str(folder / SETTINGS)))
    if folder.exists() and not folder.is_dir():
        raise UsageError(IS_A_FILE(file=str(folder)))
    check_language(source, "--from")
    for tag in targets:
        check_language(tag, "--to")
        if tag == source:
            raise UsageError(SAME_LANGUAGE(tag=tag))
    written = []
    for name in ("statements", *(f"locales/{tag}" for tag in targets)):
        (folder / name).mkdir(parents=True, exist_ok=True)
    laid = starter(source, targets)
    laid[SETTINGS] = laid.pop(SETTINGS)
    for path, text in laid.items():
        target = folder / path
        if not target.exists():
            write_atomically(target, text.encode())
            written.append(target)
    return written


def starter(source: str, targets: tuple[str, ...]) -> dict[str, str]:
    """Path below the workspace → text, of every file it begins with."""
    base = files("translate_flow") / "starter"
    listed = ", ".join(f'"{t}"' for t in targets)
    settings = (base / SETTINGS).read_text("utf-8")
    made = {SETTINGS: settings.replace("{source}", source).replace("{targets}", listed)}
    made[".gitattributes"] = (base / "gitattributes").read_text("utf-8")
    made[".gitignore"] = (base / "gitignore").read_text("utf-8")
    glossary = base / "glossary"
    # A checkout has the files at its top; the package carries them with it.
    shipped = glossary if glossary.is_dir() else Path(str(base)).parents[1] / "glossary"
    for entry in sorted(shipped.iterdir(), key=lambda e: e.name):
        if entry.name.endswith(".csv"):
            made[f"glossary/{entry.name}"] = entry.read_text("utf-8")
    return made
