"""What drafting says, and what is said about engines."""

from __future__ import annotations

from ...messages import Table

define = Table("cli.drafts")

NOTHING_TO_DRAFT_IN = define("nothing-to-draft-in", "{name} → {language}: nothing to draft")
FORECAST = define(
    "forecast",
    "{name} → {language}: {n} segments, {characters} characters; {where}",
    one="{name} → {language}: 1 segment, {characters} characters; {where}",
    count="n",
)
FORECAST_MEMORY = define(
    "forecast-memory",
    "{name} → {language}: {n} segments ({remembered} from memory), {characters} characters; {where}",
    one="{name} → {language}: 1 segment ({remembered} from memory), {characters} characters; {where}",
    count="n",
)
NO_ENGINE_HERE = define("no-engine-here", "no engine can run here")
STAYS = define("stays", "{engine}, text stays on this machine")
IS_SENT = define("is-sent", "{engine}, text is sent to another machine")
COST = define("cost", "about {cost} {currency} ({amount} per million characters; {note})")
COST_UNKNOWN = define("cost-unknown", "cost unknown")
IF_THAT_FAILS = define("if-that-fails", "if that fails, {engines}")
THEN = define("then", "{first}, then {second}")
CONFIDENTIAL = define("confidential", "confidential ({where}): nothing leaves this machine")
DRAFTING = define("drafting", "drafting")
STOPPED = define("stopped", "stopped: {done} of {n} segments drafted; run the same command to continue")
NOT_IN_MEMORY = define(
    "not-in-memory",
    "{n} segments are not in the memory; they wait for an engine or a person",
    one="1 segment is not in the memory; it waits for an engine or a person",
    count="n",
)
NO_ENGINE_LEFT = define(
    "no-engine-left",
    "no engine can run here: {n} segments are left; names are kept, the rest waits for a person",
    one="no engine can run here: 1 segment is left; it waits for a person",
    count="n",
)
DRAFTED_BY = define(
    "drafted-by",
    "{name} → {language}: {n} segments drafted by {engine}",
    one="{name} → {language}: 1 segment drafted by {engine}",
    count="n",
)
DRAFTED = define(
    "drafted",
    "{name} → {language}: {n} segments drafted: {hands}",
    one="{name} → {language}: 1 segment drafted: {hands}",
    count="n",
)
FROM_MEMORY = define("from-memory", "{count} from memory")
BY_ENGINE = define("by-engine", "{count} by {engine}")
UNLISTED = define(
    "unlisted",
    "{name}: {n} names that are not in the glossary were left as written ({names}); add them with: {command}",
    one="{name}: 1 name that is not in the glossary was left as written ({names}); add it with: {command}",
    count="n",
)
FOREIGN = define(
    "foreign",
    "{name}: {n} passages in another language were left as written ({passages})",
    one="{name}: 1 passage in another language was left as written ({passages})",
    count="n",
)
PROBLEM = define("problem", "{name}: {key}: {problem}")
NONE_HOLDS = define(
    "none-holds", "{name}: {key}: left for a person; the draft by {engine} has errors: {faults}"
)
TALLY_TITLE = define("tally-title", "What became of the drafts ({language})")
TALLY_ENGINE = define("tally-engine", "engine")
TALLY_TAKEN = define("tally-taken", "accepted")
TALLY_REPAIRED = define("tally-repaired", "of these repaired")
TALLY_FAULTY = define("tally-faulty", "of these with faults")
TALLY_DOWN = define("tally-down", "rejected")
TALLY_WHY = define("tally-why", "why")
TALLY_RULE = define("tally-rule", "{rule} {n}")
TALLY_REST = define(
    "tally-rest", "with faults: accepted because no engine made a better draft; check shows where."
)

# draft --compare
COMPARED = define(
    "compared",
    "{name} → {language}: {n} segments by {engines} engines",
    one="{name} → {language}: 1 segment by {engines} engines",
    count="n",
)
COMPARE_SAME = define("compare-same", "as the first")
COMPARE_NONE = define("compare-none", "no draft")
COMPARE_WRONG = define("compare-wrong", "with a wrong fact")
COMPARE_EDITS = define("compare-edits", "edits, %")
COMPARE_SECONDS = define("compare-seconds", "seconds")
COMPARE_WHERE = define("compare-where", "text")
COMPARE_DRAFTS = define("compare-drafts", "drafts")
COMPARE_LEGEND = define(
    "compare-legend",
    "edits: words that people changed to reach the text they confirmed; nothing was stored. Draft with the one you choose: translate-flow draft {name} --engine NAME",
)

# draft --analyse
MATCH = define("match", "match")
SEGMENTS = define("segments", "segments")
WORDS = define("words", "words")
SHARE = define("share", "% of words")
CHARACTERS = define("characters", "characters")
SEGMENTS_SHORT = define("segments-short", "segm.")
CHARACTERS_SHORT = define("characters-short", "chars")
BAND = {
    "context": define("band-context", "context, 101 %"),
    "across": define("band-across", "repeated across"),
    "within": define("band-within", "repeated within"),
    "exact": define("band-exact", "exact, 100 %"),
    "none": define("band-none", "no match"),
}
"""Bands of the analysis that have a name; the others are percentages."""
TO_DO = define("to-do", "to do")
CONFIRMED = define("confirmed", "confirmed")
ALL = define("all", "all")

# engines
READY = define("ready", "ready")
OFF_HERE = define("off-here", "off here")
NOT_READY = define("not-ready", "not ready")
PRIVATE = define("private", "private")
ONLINE = define("online", "online")
CHOSEN = define("chosen", "chosen")
ANY_PARAGRAPH = define("any-paragraph", "any paragraph")
MODELS = define("models", "models: {names}")
READS = define("reads", "reads {names}")
PRICE = define("price", "about {amount} {currency} per million characters")
NO_PAIRS = define("no-pairs", "no language pair installed yet")
LANGUAGES = define("languages", "{n} languages", one="1 language", count="n")
ASK_THE_SERVICE = define("ask-the-service", "languages: ask the service")
LEGEND = define("legend", "private: the text stays on this machine; online: it goes to another machine.")
LEGEND_OFF = define(
    "legend-off",
    "off here: if the text may leave this machine, set online_engines = true under [privacy] in {file}.",
)
LEGEND_KEYS = define("legend-keys", "Keys ({variable}) are read from the environment or the system keyring.")
TRIED = define("tried", "{engine}: ready in {start} s, translated in {seconds} s")
FETCHING = define("fetching", "downloading {engine}'s model for {pair} from its makers; no text is sent")
FETCHED = define("fetched", "{engine} can translate {pair} now; the model is in {place}")
IN_KB = define("in-kb", "downloading (KB)")
LIMIT = {
    "characters a request": define("limit-characters-request", "characters per request"),
    "bytes a request": define("limit-bytes-request", "bytes per request"),
    "characters a day": define("limit-characters-day", "characters per day"),
}
"""What an engine limits, by its name in the engine's facts."""
