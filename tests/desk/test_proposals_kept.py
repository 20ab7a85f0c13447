"""Proposals at the desk are found once: the statements are read again only when a file has changed."""

from __future__ import annotations

from pathlib import Path

from translate_flow.flow.terms.suggest import Kept, dismiss, suggest_again

from .conftest import NAME, make_workspace, write

TEXT = "# Comunicado\n\nLa Red Kawsay denuncia el hecho. La Red Kawsay exige respuesta, dice la Red Kawsay.\n"


def test_proposals_are_kept_until_a_file_changes(tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path / "w", statements={NAME: TEXT})
    kept: Kept = {}
    first = suggest_again(workspace, "en", "", kept)
    assert any(s.es == "Red Kawsay" for s in first)
    again = suggest_again(workspace, "en", "", kept)
    assert all(one is other for one, other in zip(first, again, strict=True)), "nothing was read"
    write(workspace, {0: "Statement"})
    after = suggest_again(workspace, "en", "", kept)
    assert [s.es for s in after] == [s.es for s in first] and after[0] is not first[0]
    dismiss(workspace, ["Red Kawsay"])
    assert not any(s.es == "Red Kawsay" for s in suggest_again(workspace, "en", "", kept))
