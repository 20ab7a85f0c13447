"""What `doctor` looks at, and what to do where something is not in order."""

from __future__ import annotations

from ...messages import Table

define = Table("flow.doctor")

PYTHON = define("python", "Python {version}")
NEEDS = define("needs", "needs {version}")
WORKSPACE = define("workspace", "workspace {folder}")
FOLDERS = define("folders", "folders")
GLOSSARY_OF = define("glossary-of", "glossary of {n} terms", one="glossary of one term", count="n")
GLOSSARY = define("glossary", "glossary")
EMPTY_GLOSSARY = define("empty-glossary", "names are not protected; put them into glossary/names.csv")
ENGINE = define("engine", "engine {name}")
ENGINE_TO = define("engine-to", "engine {name} → {language}")
PRIVATE_ENGINE = define("private-engine", "engine {name} → {language}, private")
ONLINE_ENGINE = define("online-engine", "engine {name} → {language}, online")
MEASURED_ENGINE = define("measured-engine", "{engine}, chrF2 {chrf2}")
UNKNOWN_ENGINE = define("unknown-engine", "no such engine; see: translate-flow engines")
OTHERS_FORMAT = define("others-format", "format {name} of another package")
OTHERS_ENGINE = define("others-engine", "engine {name} of another package")
OTHERS_OUTPUT = define("others-output", "output {name} of another package")
OTHERS_CHECK = define("others-check", "check of another package")
OTHERS_CHECKS = define("others-checks", "checks of other packages: {names}")
LANGUAGE_FILES = define("language-files", "language files")
PRIVACY = define("privacy", "privacy")
CONFIDENTIAL = define("confidential", "{name} is confidential ({where}): nothing leaves this machine")
STATEMENT = define("statement", "{name} → {language}")
MARKS_IN_JOURNAL = define(
    "marks-in-journal",
    "{file}: git's conflict marks are in it; both sides are read: delete line {lines}, then git add",
)
DAMAGED_LINES = define(
    "damaged-lines",
    "{file}: line {lines} can't be read and is passed over; see git for its text, then delete it",
)
SOURCE_CHANGED = define("source-changed", "source changed; run: translate-flow add {file}")
GIT_MISSING = define("git-missing", "git is not installed; nothing is kept under version control")
NO_REPOSITORY = define("no-repository", "not in a git repository; nothing is kept under version control")
MERGE_DRIVER = define("merge-driver", "git's merge driver for catalogues")
MERGE_DRIVER_BROKEN = define("merge-driver-broken", "git's merge driver for catalogues does not start")
RUN_INIT = define("run-init", "run: translate-flow init")
RUN = define("run", "run: {command}")
MERGES = define("merges", "git merges catalogues segment by segment")
