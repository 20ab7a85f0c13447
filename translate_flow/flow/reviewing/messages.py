"""What is said about versions, comments and dismissals."""

from __future__ import annotations

from ...messages import Table

define = Table("flow.reviewing")

VERSION_RESTORED = define("version-restored", "version {number} restored")

NO_SUCH_VERSION = define(
    "no-such-version", "{version}: no such version{nearest}; write {known} or a number of history"
)
NO_SUCH_MOMENT = define(
    "no-such-moment",
    "{moment}: no such moment{nearest}; write the name of an act from timeline, or a date and time "
    "such as 2026-03-08T14:00",
)
EITHER_FROM_OR_SINCE = define("either-from-or-since", "give either --from or --since")
SOURCE_WITH_SOURCE = define(
    "source-with-source", "a version of the source can only be compared with another of the source"
)
NO_SUCH_NUMBER = define(
    "no-such-number", "{version}: no segment has a version of that number; the highest number is {n}"
)
LACKS_VERSION = define("lacks-version", "{key}: has no version {version}; there are {n} (1 to {n})")
LACKS_ANY_VERSION = define("lacks-any-version", "{key}: has no version {version}; nothing has happened yet")
NO_REPOSITORY = define(
    "no-repository", "--since {revision}: {folder} is not a git repository; use --from with a version's name"
)
NO_SUCH_REVISION = define(
    "no-such-revision", "--since {revision}: git knows no such revision; write a tag, a commit or a date"
)
NO_GIT = define("no-git", "git cannot be run; --since needs it")
NO_SUCH_COMMENT = define("no-such-comment", "{name}: {key}: no such comment to answer: {id}")
NO_COMMENT_NUMBER = define("no-comment-number", "{name}: {key}: no such comment: {number}; it has {n}")
NOT_SET_ASIDE = define("not-set-aside", "{name}: {key}: {rule} is not dismissed for this text")
COMMENT_EMPTY = define("comment-empty", "the comment is empty")
COMMENT_TOO_LONG = define("comment-too-long", "the comment has {n} characters; the limit is {limit}")
NO_SUCH_CLASS = define("no-such-class", "--only {kind}: no such class{nearest}; use one of {known}")
