"""Translate public statements: segments, drafts with protected names, tracked edits, aligned text.

The names of `translate_flow.api` can be used as `translate_flow.NAME`, errors as `translate_flow.errors.NAME`; they are
loaded when they are first asked for, for `translate-flow --help` needs none of them. docs/python.md shows how.
"""

__version__ = "0.1.0"

__all__ = [
    "Added",
    "Built",
    "Checked",
    "Coverage",
    "Drafted",
    "Finding",
    "Message",
    "Report",
    "Severity",
    "State",
    "Workspace",
    "__version__",
    "add",
    "build",
    "check",
    "diff",
    "draft",
    "errors",
    "init",
    "say",
    "speaking",
    "status",
]

TYPE_CHECKING = False  # `typing` takes longer to load than the help to print
if TYPE_CHECKING:
    from . import errors
    from .api import (
        Added,
        Built,
        Checked,
        Coverage,
        Drafted,
        Finding,
        Message,
        Report,
        Severity,
        State,
        Workspace,
        add,
        build,
        check,
        diff,
        draft,
        init,
        say,
        speaking,
        status,
    )


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name == "errors":
        return import_module(".errors", __name__)
    if name in __all__:
        return getattr(import_module(".api", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
