"""The team's git remote: what others pushed comes in, what the team did goes out; never by force, never by a lock.

A merge happens in a work tree of its own, so that nobody waits for it and nothing half-merged is ever seen. Two texts
for one paragraph become a draft that keeps both.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..catalogue import parse
from ..errors import CatalogueError, TranslateFlowError, WorkspaceError
from ..files.lock import locked
from ..files.private import make_folder
from ..flow.statement.work import Work
from ..messages import Message
from ..workspace import Workspace
from .git import Git
from .messages import (
    CHANGED_BOTH_SIDES,
    CONFIDENTIAL_BOTH_SIDES,
    KEEPS_CHANGING,
    PUSH_REFUSED,
    UPSTREAM_UNREADABLE,
)
from .scribe import NOBODY, Scribe

ROUNDS = 5
"""How often a merge is made anew because somebody saved meanwhile."""


@dataclass
class Exchange:
    """What one exchange with the remote came to."""

    came: int = 0
    """Commits of others that came in."""
    went: int = 0
    """Commits that went out."""
    doubtful: list[str] = field(default_factory=list)
    """Catalogues in which both sides had changed one paragraph: both texts are kept there."""
    problems: list[Message] = field(default_factory=list)
    """What could not be done."""


@dataclass
class Upstream:
    """One branch of one remote, the one of the workspace's own branch's name."""

    scribe: Scribe
    remote: str

    @property
    def workspace(self) -> Workspace:
        """The workspace."""
        return self.scribe.workspace

    @property
    def git(self) -> Git:
        """Its repository."""
        return self.scribe.git

    def exchange(self) -> Exchange:
        """Bring in what others pushed, then push. Problems are told in what is given back."""
        made = Exchange()
        try:
            branch = self.git.branch
            theirs = f"refs/remotes/{self.remote}/{branch}"
            self.git.ask("fetch", "--quiet", "--no-tags", self.remote)
            if self.git.good("rev-parse", "-q", "--verify", theirs):
                self._bring_in(theirs, made)
            if not made.problems or self._in(theirs):
                self._push(branch, theirs, made)
        except TranslateFlowError as error:
            made.problems.append(error.message)
        return made

    def _in(self, theirs: str) -> bool:
        return self.git.good("merge-base", "--is-ancestor", theirs, "HEAD")

    # In --------------------------------------------------------------------------

    def _bring_in(self, theirs: str, made: Exchange) -> None:
        for _ in range(ROUNDS):
            if self._in(theirs):
                return
            before = self.git.head
            count = int(self.git.ask("rev-list", "--count", f"HEAD..{theirs}"))
            with self._merged(theirs, made) as merged:
                if not merged:
                    return
                touched = self.git.between(before, merged)
                self.scribe.write(touched)
                if self.git.head != before:
                    continue  # somebody had saved: their commit is merged, too
                with locked(self.workspace.cache):
                    changed = set(self.git.changed())
                    if open_ones := sorted(changed & set(touched)):
                        if all(self.scribe.passed_over(self.scribe.about(path)[0]) for path in open_ones):
                            made.problems.append(CONFIDENTIAL_BOTH_SIDES(files=tuple(open_ones)))
                            return
                        continue
                    self.git.ask("merge", "--quiet", "--ff-only", merged)
                    self._settle(before, theirs, touched)
                made.came += count
                return
        made.problems.append(KEEPS_CHANGING(remote=self.remote))

    @contextlib.contextmanager
    def _merged(self, theirs: str, made: Exchange) -> Iterator[str]:
        """The merge commit of ours and theirs; empty if a person has to make it."""
        make_folder(self.workspace.cache)
        folder = Path(tempfile.mkdtemp(prefix="merge-", dir=self.workspace.cache))
        self.git.ask("worktree", "add", "--quiet", "--detach", str(folder / "tree"), "HEAD")
        try:
            top = Git(folder / "tree")
            who = ("-c", "user.name=translate-flow", "-c", f"user.email=translate-flow@{NOBODY}")
            done = top.run(*who, "merge", "--quiet", "--no-verify", "-m", f"Merge of {self.remote}", theirs)
            if done.returncode != 0 and not self._resolved(top, made):
                yield ""
                return
            if done.returncode != 0:
                top.ask(*who, "commit", "--quiet", "--no-verify", "--no-edit")
            if self._unread(top, made):
                top.ask(
                    *who,
                    "commit",
                    "--quiet",
                    "--no-verify",
                    "-m",
                    "Catalogues that cannot be read stay as they were",
                )
            yield top.head
        finally:
            self.git.run("worktree", "remove", "--force", str(folder / "tree"))
            shutil.rmtree(folder, ignore_errors=True)
            self.git.run("worktree", "prune")

    def _resolved(self, tree: Git, made: Exchange) -> bool:
        """Whether what git calls conflicts can be committed: catalogues in which both texts are kept."""
        told = tree.ask("diff", "--name-only", "-z", "--diff-filter=U")
        paths = [path for path in told.split("\0") if path]
        others = tuple(path for path in paths if not path.endswith(".po"))
        if others or not paths:
            made.problems.append(CHANGED_BOTH_SIDES(remote=self.remote, files=others or ("?",)))
            return False
        for path in paths:
            if _problem(tree, f":3:{path}") is None:
                made.doubtful.append(path)
            else:
                tree.ask("checkout", "--quiet", "--theirs", "--", path)  # and back again, with a word
            tree.ask("add", "--", path)
        return True

    def _unread(self, tree: Git, made: Exchange) -> bool:
        """Whether catalogues came that cannot be read: they stay as they are here, and are named."""
        ours = self.git.head
        told = tree.ask("diff", "--name-only", "-z", "--no-renames", "--diff-filter=AM", ours, "HEAD")
        found = False
        for path in [p for p in told.split("\0") if p.endswith(".po")]:
            problem = _problem(tree, f"HEAD:{path}")
            if problem is None:
                continue
            found = True
            made.problems.append(UPSTREAM_UNREADABLE(remote=self.remote, problem=problem))
            if tree.good("cat-file", "-e", f"{ours}:{path}"):
                tree.ask("checkout", "--quiet", ours, "--", path)
            else:
                tree.ask("rm", "--quiet", "--", path)
        return found

    def _settle(self, before: str, theirs: str, touched: list[str]) -> None:
        """Journal what was edited in another program, in the name of whoever committed it; under the lock."""
        for path in touched:
            if not path.startswith("locales/") or not path.endswith(".po"):
                continue
            language, _, rest = path.removeprefix("locales/").partition("/")
            author = self.git.ask("log", "-1", "--format=%an", f"{before}..{theirs}", "--", path).strip()
            settings = self.workspace.settings
            theirs_name = replace(settings.person, name=author or settings.person.name)
            named = replace(self.workspace, settings=replace(settings, person=theirs_name))
            with contextlib.suppress(TranslateFlowError):  # whoever opens it is told what is wrong
                Work.under_lock(named, rest.removesuffix(".po"), language).save()

    # Out -------------------------------------------------------------------------

    def _push(self, branch: str, theirs: str, made: Exchange) -> None:
        known = self.git.good("rev-parse", "-q", "--verify", theirs)
        span = f"{theirs}..HEAD" if known else "HEAD"
        count = int(self.git.ask("rev-list", "--count", span))
        if not count:
            return
        try:
            self.git.ask("push", "--quiet", self.remote, f"HEAD:refs/heads/{branch}")
        except WorkspaceError as error:
            made.problems.append(PUSH_REFUSED(remote=self.remote, problem=error.message))
        else:
            made.went += count


def _problem(git: Git, what: str) -> Message | None:
    """Why a catalogue in the repository cannot be read; None if it can."""
    try:
        parse(git.show(what) or b"", Path(what.partition(":")[2].removeprefix("3:")))
    except CatalogueError as error:
        return error.message
    return None
