"""What is said about services that answer over HTTP."""

from __future__ import annotations

from ...messages import Table

define = Table("engines.online")

NEEDS_EXTRA = define(
    "needs-extra", "{name} needs packages that are not installed; run: pip install 'translate-flow[online]'"
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
REDIRECTS = define(
    "redirects",
    "{name}: the service redirects (status {status}); redirects are not followed; give the address it leads to",
)
NOT_ACCEPTED = define(
    "not-accepted",
    "{name}: the service does not accept the request; check its address, or choose another engine",
)
NOT_ACCEPTED_STATUS = define(
    "not-accepted-status",
    "{name}: the service does not accept the request (status {status}); check its address, or choose another engine",
)
EMPTY_ANSWER = define("empty-answer", "{name}: the service gave an empty answer for a text with words")
CONTROL_CHARACTERS = define(
    "control-characters",
    "{name}: the answer contains control characters",
)
NO_TRANSLATION = define(
    "no-translation",
    "{name}: no translation in the answer ({kind}); check that the address is that of such a service",
)
TOO_LONG = define(
    "too-long",
    "{name}: the answer is far too long to be a translation; check the address, or choose another engine",
)
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

# Language models
SET_MODEL_SERVER = define(
    "set-model-server",
    "{name} needs a server such as Ollama or llama.cpp; set {variable} in the environment, e.g. to http://localhost:11434",
)
NO_SERVER = define(
    "no-server", "{name}: no server answers at {address}; start it, or correct its address in the environment"
)
NOT_A_MODEL_SERVER = define(
    "not-a-model-server",
    "{name}: {address} does not answer as a server of language models does; correct its address in the environment",
)
NO_MODELS = define("no-models", "{name}: the server has no model; load one, e.g. with: ollama pull gemma3")
NO_MODEL_CHOSEN = define(
    "no-model-chosen", "{name}: the server has several models; set {variable} to one of them: {known}"
)
MODEL_ELSEWHERE = define(
    "model-elsewhere", "{name}: the server has no model {model}; set {variable} to one it has: {known}"
)
ANSWER_CUT = define("answer-cut", "{name}: the model's answer was cut off before its end")
FAR_TOO_LONG = define("far-too-long", "{name}: the model's answer is far longer than the text")
PROMPT_UNREADABLE = define(
    "prompt-unreadable", "{file}: no such prompt template; give the path of a file, or one of: {known}"
)
PROMPT_BROKEN = define("prompt-broken", "{file}: the prompt template cannot be read: {detail}")
PROMPT_FIELD = define("prompt-field", "{file}: {row}: unknown field {field}; known fields: {known}")
PROMPT_LACKS = define(
    "prompt-lacks", "{file}: user: the field “text” is missing; put it where the text belongs"
)
PROMPT_VALUE = define("prompt-value", "{file}: {row}: write {row} = {wanted}")
