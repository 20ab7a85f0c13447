"""What the desk says of requests that it cannot answer, or does not let in."""

from __future__ import annotations

from ..messages import Table

define = Table("desk")

ANOTHER_USER = define("another-user", "the request comes from another user of this machine")
TOO_MANY_CONNECTIONS = define("too-many-connections", "too many connections; close some pages")
NOT_A_CHOICE = define(
    "not-a-choice",
    "the address asks for {name}={value}, which this page does not have; it is shown without that",
)
UNKNOWN_ACTION = define("unknown-action", "{name}: unknown action")
LOAD_AGAIN = define("load-again", "{name}: {key}: no segment has that key; load the page again")
NOT_TRANSLATED_INTO = define("not-translated-into", "{language}: this workspace does not translate into it")
NOT_SPOKEN = define("not-spoken", "{language}: the desk does not speak it; it speaks {known}")
NAME_IS_ACCOUNTS = define("name-is-accounts", "your name is your account's; an administrator can change it")
FIELD_MISSING = define("field-missing", "missing field: {field}")
NOT_JSON = define("not-json", "the request is not JSON")
NOT_JSON_OBJECT = define("not-json-object", "the request is not a JSON object")
OWN_CHANGE = define(
    "own-change", "you changed this text, and this workspace requires a second person; save it"
)
JOB_RUNNING = define(
    "job-running", "drafts are being made already; wait until they are done, or cancel the job"
)
FETCHING = define("fetching", "a model is being downloaded; wait until it is done, or cancel it")
JOB_CANCELLED = define("job-cancelled", "cancelled; everything is as it was")
JOB_BROKE = define("job-broke", "something went wrong in the desk; what was done before is kept")
CHANGED_SINCE = define("changed-since", "it was changed again since; it stays as it is")
NOT_REMEMBERED = define(
    "not-remembered", "this can no longer be undone here: the desk was restarted, or it was undone already"
)
OTHER_LANGUAGE = define(
    "other-language",
    "{file} appears to be {language}, not {own}. Statements in this workspace are translated from {own}.",
)
FROM_MEMORY = define("from-memory", "memory")
NO_ENGINE = define("no-engine", "no engine can run here")
NO_SUCH_OUTPUT = define("no-such-output", "{kinds}: no such output")
NO_SUCH_FILE = define("no-such-file", "{file}: no such file was built; build it first")
NOTHING_BUILT = define("nothing-built", "{name}: nothing was built yet; build it first")
PORT_NOT_USABLE = define("port-not-usable", "--port {port}: cannot be used ({cause}); name another")
NO_FREE_PORT = define("no-free-port", "no port is free")

ONE_HOST = define("one-host", "a request must have exactly one Host and at most one Origin")
OTHER_USER = define("other-user", "the request comes from another user of this machine")
OTHER_ADDRESS = define("other-address", "this desk answers to its own address only")
OTHER_PAGE = define("other-page", "the request comes from another page")
OTHER_METHOD = define("other-method", "GET and POST only")
LINK_NOT_VALID = define(
    "link-not-valid",
    "the link is not valid, or no longer valid; open the one that translate-flow desk printed",
)
OPEN_WITH_LINK = define("open-with-link", "open the desk with the link that translate-flow desk printed")
OUT_OF_DATE = define("out-of-date", "the page is out of date; load it again")
TOO_LARGE = define("too-large", "too large; the limit is {limit} bytes")

ALREADY_CONFIRMED = define("already-confirmed", "is confirmed already")
ALREADY_APPROVED = define("already-approved", "is approved already")
NO_TEXT_YET = define("no-text-yet", "has no text yet")
A_PERSONS_TEXT = define("a-persons-text", "a person has worked on it; it is not drafted again")
ONE_LANGUAGE = define("one-language", "drafts are made for one language at a time; choose one above")
