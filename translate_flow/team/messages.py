"""What the team's desk says of accounts, invitations and roles."""

from __future__ import annotations

from ..messages import Table

define = Table("team")

UNKNOWN_SCHEMA = define(
    "unknown-schema",
    "the database of accounts has version {version}, and this program knows {known}: it was made by a "
    "newer version; update translate-flow",
)
OLD_SCHEMA = define(
    "old-schema",
    "the database has version {version}, and this program needs {known}; stop the other desks, then "
    "update it: translate-flow team migrate --database DSN",
)
DAMAGED = define(
    "damaged", "{file}: cannot be used as the database of accounts ({cause}); restore it from a backup"
)
NAME_NEEDED = define("name-needed", "write a name with letters")
NAME_TOO_LONG = define("name-too-long", "the name is too long; the limit is {limit} characters")
NAME_MIXED = define("name-mixed", "{name}: the name mixes letters of several scripts; write it in one")
NAME_TAKEN = define(
    "name-taken", "{name}: there is an account of that name, or of one that looks like it; add a surname"
)
NO_ACCOUNT = define("no-account", "{name}: no such account{nearest}")
UNKNOWN_ROLE = define("unknown-role", "{role}: unknown role; write one of {roles}")
GRANT_FORM = define("grant-form", "{text}: write ROLE, ROLE:LANGUAGE or ROLE:LANGUAGE:STATEMENT")
LAST_ADMINISTRATOR = define(
    "last-administrator", "{name} is the only administrator; make somebody else one first"
)
INVITATION_GONE = define(
    "invitation-gone", "the invitation has been used, or is older than {hours} hours; ask for another"
)
WRONG_PASSWORD = define("wrong-password", "name or password is wrong")
TOO_MANY_TRIES = define(
    "too-many-tries", "too many tries; wait {minutes} minutes, or ask an administrator for a new link"
)
BUSY = define("busy", "many people are signing in at this moment; try again in a few seconds")
PASSWORD_SHORT = define(
    "password-short",
    "the password is too short; {least} characters or more, such as four words of your own choice",
)
PASSWORD_LONG = define("password-long", "the password is too long; the limit is {limit} characters")
PASSWORD_NAME = define("password-name", "the password is made of your name; choose another")
PASSKEY_REFUSED = define(
    "passkey-refused", "the passkey was not accepted; try again, or sign in with your password"
)
PASSKEY_UNKNOWN = define("passkey-unknown", "this passkey does not belong to an account here")

NOT_AN_ADDRESS = define(
    "not-an-address", "{address}: write the address that people will type, such as https://desk.example.org"
)
NEEDS_TLS = define(
    "needs-tls",
    "{address}: passwords would cross the network in the clear; write an https:// address and put Caddy before the "
    "desk (docs/team.md). For one evening in one room: translate-flow desk --share",
)
SIGN_IN = define("sign-in", "sign in first; if a page was open, sign in in another tab, and it goes on")
NO_PAGE = define("no-page", "unknown page")
NOT_YOURS = define("not-yours", "your role in the team does not include this; ask an administrator")
ONLY_WAY = define("only-way", "the passkey is your only way to sign in; set a password first")
LAST_SEER = define("last-seer", "{name} is the last person who may see it; name somebody else first")
SOCKET_IN_USE = define("socket-in-use", "{file}: another desk is listening there; stop it first")
SOCKET_NOT_USABLE = define("socket-not-usable", "--socket {file}: cannot be used ({cause})")
NEEDS_EXTRA = define(
    "needs-extra", "the team's desk needs {missing}, not installed here: pip install 'translate-flow[team]'"
)
NO_NETWORK = define(
    "no-network",
    "this machine is not on a network from which others could reach it; join one, then try again",
)
DATABASE_AWAY = define(
    "database-away", "the database does not answer; nothing is lost, and the page will try again"
)
STUCK = define(
    "stuck",
    "somebody else's change of the same text is not finished yet; nothing is lost, and the page will try again",
)
NO_DATABASE_ROLE = define("no-database-role", "{role}: PostgreSQL has no such role; make it with createuser")
DATABASE_NOT_USABLE = define(
    "database-not-usable",
    "the database cannot be used ({cause}); as its owner: translate-flow team migrate --database DSN --role NAME",
)
NO_REPOSITORY = define(
    "no-repository", "{folder}: is not in a git repository with a branch; make one with git init"
)
GIT_FAILED = define("git-failed", "git {command}: {cause}")
CHANGED_BOTH_SIDES = define(
    "changed-both-sides",
    "{remote}: {files}: changed on both sides; merge by hand (git pull); nothing is exchanged until then",
)
CONFIDENTIAL_BOTH_SIDES = define(
    "confidential-both-sides",
    "{files}: not committed, as the statement is confidential, and changed in the remote; nothing of the remote is "
    "brought in until somebody commits or moves it",
)
KEEPS_CHANGING = define(
    "keeps-changing", "{remote}: not brought in while so much is being saved; will try again"
)
PUSH_REFUSED = define("push-refused", "{remote}: the push was refused ({problem}); will try again")
UPSTREAM_UNREADABLE = define(
    "upstream-unreadable", "{remote}: {problem}; this file stays as it is here, the others came in"
)
COMMITTED = define(
    "committed",
    "{about}: committed for {author} ({n} files)",
    one="{about}: committed for {author} (1 file)",
    count="n",
)
BROUGHT_IN = define(
    "brought-in", "{remote}: {n} commits came in", one="{remote}: 1 commit came in", count="n"
)
SENT_OUT = define("sent-out", "{remote}: {n} commits went out", one="{remote}: 1 commit went out", count="n")
OIDC_NOT_AN_ISSUER = define(
    "oidc-not-an-issuer",
    "--oidc {issuer}: write the provider's https:// address as it names itself, the desk's name there (--oidc-client), and "
    "a claim as NAME=VALUE",
)
OIDC_SECRET = define("oidc-secret", "--oidc-secret {file}: cannot be read ({cause})")
OIDC_AWAY = define("oidc-away", "{name} does not answer as it should; try again, or sign in another way")
OIDC_UNFINISHED = define(
    "oidc-unfinished",
    "this sign-in was not started in this browser within the last {minutes} minutes, or is over; start again",
)
OIDC_REFUSED = define("oidc-refused", "{name} did not let you in; try again, or sign in another way")
OIDC_NOT_BELIEVED = define(
    "oidc-not-believed",
    "what {name} said could not be verified, and nobody was let in; if it happens again, report it to an administrator",
)
OIDC_NO_ACCOUNT = define(
    "oidc-no-account",
    "{name} knows you, but you have no account here; ask an administrator for a link",
)
OIDC_OTHER_ACCOUNT = define(
    "oidc-other-account",
    "with {name} you sign in to another account here; open your link another way, or ask an administrator",
)
MAIL_WHERE = define(
    "mail-where",
    "--mail {where}: write an existing folder, the path of a sendmail, or smtp://localhost:25; set up "
    "other mail servers in this machine's own",
)
NOT_A_MAIL_ADDRESS = define(
    "not-a-mail-address", "{address}: write an e-mail address, such as ana@example.org"
)
MAILED = define("mailed", "{name}: digest sent")
MAIL_FAILED = define("mail-failed", "{name}: the digest could not be sent ({cause}); will try again")
MAIL_CUT_SHORT = define(
    "mail-cut-short",
    "{name}: a worker died while it sent the digest; it may have arrived, and is not sent twice",
)
DOUBTFUL = define(
    "doubtful",
    "{file}: paragraphs that changed on both sides are drafts now, with both texts; decide between them",
)
JOB_UNDER_WAY = define(
    "job-under-way", "{name}: a job for it is running; cancel it on the page or wait until it is done"
)
