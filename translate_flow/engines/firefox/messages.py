"""What is said about Mozilla's models and the engine that runs them."""

from __future__ import annotations

from ...messages import Table

define = Table("engines.firefox")

NOT_INSTALLED = define(
    "not-installed",
    "firefox needs packages that are not installed; run: pip install 'translate-flow[firefox]'",
)
NO_MODEL = define(
    "no-model",
    "firefox has no model for {source}-{target} here; fetch it once (about 40 MB, no text is sent): "
    "translate-flow engines get firefox {source} {target}",
)
UNTRANSLATABLE = define("untranslatable", "firefox: a passage of {n} characters cannot be translated")
NO_ANSWER = define("no-answer", "firefox: no answer for a passage of {n} characters")

CANNOT_BE_LOADED = define(
    "cannot-be-loaded",
    "{folder}: the model of {pair} cannot be loaded ({cause}); fetch it again: "
    "translate-flow engines get firefox {languages}",
)
NO_FOLDER = define("no-folder", "{folder}: no such folder; name the one with model.{pair}.….bin in it")
FILES_MISSING = define(
    "files-missing",
    "{folder}: some files of {languages} are missing; needed are model.{pair}.….bin, vocab.{pair}.spm "
    "and lex.….{pair}.s2t.bin, packed (.gz, .zst) or not",
)
RESUME = define(
    "resume",
    "{problem}; run the same command again to continue, or use files you have: translate-flow engines "
    "get firefox {languages} --from DIR",
)
CANNOT_BE_WRITTEN = define("cannot-be-written", "{place}: cannot be written: {cause}")
CANNOT_BE_READ = define("cannot-be-read", "{file}: cannot be read: {cause}")
EMPTY = define("empty", "{file}: the file is empty; fetch it again")
NOT_ARRIVED = define("not-arrived", "{folder}: the files of {pair} did not arrive")

NOT_A_LIST = define("not-a-list", "{url}: not the address of a list of models (FXTRANSLATE_RECORDS_URL)")
NOT_OFFERED = define("not-offered", "firefox: Mozilla has no model for {pair}")
NOT_COMPLETE = define(
    "not-complete", "firefox: Mozilla has no complete model for {pair} that this fxtranslate can read"
)
NO_PLACE = define("no-place", "{url}: does not say where its files are")
NOT_ENCRYPTED = define("not-encrypted", "{url}: its files are at {base}, which is not encrypted")
LIST_TOO_LONG = define("list-too-long", "{url}: far too long to be a list of models")
NO_HASH = define("no-hash", "{url}: the list of models has no size or hash for {name}")
WRONG_HASH = define(
    "wrong-hash", "{url}: {name} is not the file that the list of models describes (wrong hash); try again"
)
CANNOT_BE_UNPACKED = define("cannot-be-unpacked", "{url}: {name} cannot be unpacked: {cause}")
STATUS = define("status", "{url}: the server answered with status {status}")
UNREACHABLE = define(
    "unreachable", "{url}: cannot be reached, or the connection keeps breaking; what has arrived is kept"
)

OTHER_VOCABULARY = define(
    "other-vocabulary",
    "the target vocabulary has {known} pieces and the model {rows}: they belong to different models",
)
NOT_A_MODEL = define("not-a-model", "the model is not a binary model of Marian")
MODEL_DAMAGED = define("model-damaged", "the model is cut off or damaged")
MODEL_CUT = define("model-cut", "the model is cut off")
NO_EMBEDDINGS = define("no-embeddings", "the model has no embeddings")
BAD_SOURCE_VOCABULARY = define(
    "bad-source-vocabulary", "the source vocabulary is not a SentencePiece vocabulary, or is cut off"
)
BAD_TARGET_VOCABULARY = define(
    "bad-target-vocabulary", "the target vocabulary is not a SentencePiece vocabulary, or is cut off"
)
NOT_A_SHORTLIST = define("not-a-shortlist", "the shortlist (lex.….bin) is not a binary shortlist")
SHORTLIST_DAMAGED = define("shortlist-damaged", "the shortlist (lex.….bin) is cut off or damaged")
