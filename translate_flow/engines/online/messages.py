"""What is said about services that answer over HTTP."""

from __future__ import annotations

from ...messages import Table

define = Table("engines.online")

NEEDS_LIBRARY = define(
    "needs-library", "{name} needs deep-translator, which is not installed; pip install deep-translator"
)
UNKNOWN_LIBRARY = define(
    "unknown-library", "{name}: this deep-translator sends in an unknown way; install version 1.11"
)
NEEDS_KEY = define("needs-key", "{name} needs a key; set {variable} in the environment")
BAD_KEY = define(
    "bad-key", "{name}: the key contains characters that a key cannot have; set {variable} again"
)
NEEDS_SERVER = define(
    "needs-server", "{name} needs a server; set {variable} in the environment, e.g. to http://localhost:5000"
)
NOT_AN_ADDRESS = define(
    "not-an-address",
    "{name}: {variable} is not the address of a server; write it like http://localhost:5000",
)
NOT_ENCRYPTED = define(
    "not-encrypted", "{name}: {variable} is not encrypted; write https://, or use a server of your own"
)
TOO_MANY = define("too-many", "{name}: too many requests; wait and run the same command again")
TOO_MANY_WAIT = define(
    "too-many-wait", "{name}: too many requests; wait {seconds} s and run the same command again"
)
QUOTA = define("quota", "{name}: the quota of this key is used up; choose another engine")
DAY_QUOTA = define(
    "day-quota", "{name}: the day's quota is used up; continue tomorrow or choose another engine"
)
BLOCKED = define("blocked", "{name}: the service blocked this address (CAPTCHA); retry in a few hours")
FAILS = define(
    "fails", "{name}: the service is failing (status {status}); try later or choose another engine"
)
REJECTED = define(
    "rejected",
    "{name}: the service rejected the request (status {status}); check the key or choose another engine",
)
REDIRECTS = define("redirects", "{name}: the service redirects (status {status}); redirects are not followed")
NOT_ACCEPTED = define("not-accepted", "{name}: the service does not accept the request")
NOT_ACCEPTED_STATUS = define(
    "not-accepted-status", "{name}: the service does not accept the request (status {status})"
)
EMPTY_ANSWER = define("empty-answer", "{name}: the service gave an empty answer for a text with words")
CONTROL_CHARACTERS = define("control-characters", "{name}: the answer contains control characters")
NO_TRANSLATION = define("no-translation", "{name}: no translation in the answer ({kind})")
TOO_LONG = define("too-long", "{name}: the answer is far too long to be a translation")
LATE = define("late", "{name}: no answer within {seconds} s; check the network or choose another engine")
STOPPED = define("stopped", "{name}: stopped")
CERTIFICATE = define(
    "certificate",
    "{name}: the server's certificate cannot be trusted; check the address, the clock and the proxy",
)
BAD_REQUEST = define("bad-request", "{name}: its address or key cannot be used in a request")
UNREACHABLE = define("unreachable", "{name}: {cause}; check the network or choose another engine")
NO_ANSWER = define("no-answer", "no answer in time")
PROXY = define("proxy", "the proxy of the environment cannot be reached")
BROKEN_OFF = define("broken-off", "the answer broke off")
NO_CONNECTION = define("no-connection", "no connection, or it broke off")
