"""Start-up: what every call costs before it does anything."""

from __future__ import annotations

from .measure import measure, peer, present, python, row


def main() -> None:
    """Print the figures."""
    print("start-up: --help, CPU seconds (aim: 0.15 or less)")
    peers = {"bare Python": measure(python("-c", ""), runs=9)}
    for name in ("po4a", "pofilter", "md2po"):
        if present(name):
            peers[name] = measure([peer(name), "--help"], runs=9)
    row("--help", measure(python("-m", "translate_flow", "--help"), runs=9), peers)
