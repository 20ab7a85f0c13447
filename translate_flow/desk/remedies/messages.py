"""What the pages say in place of a message that names a command or one of its options: nobody there has a terminal.

Each has the name of the message in whose place it is said, and some of its values.
"""

from __future__ import annotations

from ...messages import Table, Template

define = Table("desk.remedies")
HERE: dict[str, Template] = {}
"""Id of a message → what the pages say instead."""


def here(name: str, text: str, *, one: str = "", count: str = "") -> None:
    """Define what is said in place of the message of that id."""
    HERE[name] = define(name, text, one=one, count=count)


here(
    "catalogue.broken",
    "{file}: broken PO file{what}; correct the line in a text editor, or restore the file from git; or "
    "move the file away and add the statement again on the overview (the journal has all texts that were "
    "saved)",
)
here(
    "catalogue.conflict-marks",
    "{file}:{line}: git's conflict marks are in the file; take one side of each and delete the marks (the"
    " journal has all texts that were saved)",
)
here(
    "catalogue.empty",
    "{file}: is empty; restore it from git, or move it away and add the statement again on the overview "
    "(the journal has all texts that were saved)",
)
here(
    "catalogue.spoilt",
    "{file}:{line}: the Spanish of {key} is not the statement's: {said}. Another program has read or "
    "saved the file with a wrong charset; restore the file from git, or move it away and add the "
    "statement again on the overview (the journal has all texts that were saved)",
)
here(
    "convert.kept-as",
    "{file}: was read into {made} before; that file is used",
)
here(
    "convert.ocr-language",
    "{file}: Tesseract does not know the language “{language}”; the desk's computer needs the package "
    "tesseract-ocr-{language}",
)
here(
    "convert.pdf-of-pictures",
    "{file}: a PDF of pictures, such as a scan, without any text; give a file with the text, or have "
    "Tesseract installed on the desk's computer (tesseract-ocr-{language} and translate-flow[ocr])",
)
here(
    "convert.picture",
    "{file}: a picture; give a file with the text, or have Tesseract installed on the desk's computer, "
    "which reads pictures (tesseract-ocr-{language} and translate-flow[ocr])",
)
here(
    "engines.apertium.no-pair",
    "Apertium has no data for {source}-{target} on the desk's computer (installed: {pairs}); choose "
    "another engine, or have that pair installed there",
)
here(
    "engines.apertium.not-installed",
    "Apertium is not installed on the desk's computer; it needs the packages apertium and apertium-eng-"
    "spa there",
)
here(
    "engines.apertium.program-missing",
    "Apertium's program {name} is not installed on the desk's computer; it needs the package {package} there",
)
here(
    "engines.firefox.cannot-be-loaded",
    "{folder}: the model of {pair} cannot be loaded ({cause}); fetch it again in the settings",
)
here(
    "engines.firefox.no-model",
    "firefox has no model for {source}-{target} here; fetch it once in the settings (about 40 MB, no text"
    " is sent)",
)
here(
    "engines.firefox.not-installed",
    "firefox needs packages that are not installed on the desk's computer: translate-flow[firefox]",
)
here(
    "engines.firefox.resume",
    "{problem}; what has come is kept: fetch it again in the settings to continue",
)
here(
    "engines.online.needs-extra",
    "{name} needs packages that are not installed on the desk's computer: translate-flow[online]",
)
here(
    "engines.online.too-many",
    "{name}: too many requests; wait and try again",
)
here(
    "engines.online.too-many-wait",
    "{name}: too many requests; wait {seconds} s and try again",
)
here(
    "exchange.draft-again",
    "the machine's draft again, in place of the text of {person}; if this is intended, tick it",
)
here(
    "exchange.no-review-table",
    "{file}: has no review table; give the file that was downloaded under “To a reviewer”",
)
here(
    "exchange.not-xliff",
    "{file}: not an XLIFF file; give the file that was downloaded under “To a reviewer”",
)
here(
    "exchange.only-source-again",
    "the file has only the source text; if this is the translation, tick it",
)
here(
    "exchange.stays-draft",
    "stays a draft, as the file marks it; who has read it confirms it in the editor",
)
here(
    "exchange.suggestion",
    "another program's suggestion in place of the text of {person}; if this is intended, tick it",
)
here(
    "files.partly-appended",
    "{file}: cannot be written: {cause}; part of the change may be in the file: see the statement's timeline",
)
here(
    "flow.align.how-to-fix",
    "that is not a correction; reload the page",
)
here(
    "flow.align.no-paragraph",
    "no paragraph {what} any more; choose the file again",
)
here(
    "flow.align.not-fixed",
    "no correction names {what}",
)
here(
    "flow.align.not-just-one",
    "{what} is the beginning of several paragraphs; reload the page",
)
here(
    "flow.align.untranslated",
    "{file}: is in the language of the source; choose the finished translation",
)
here(
    "flow.align.words-not-there",
    "paragraph {what} cannot be split there: put the cursor inside the text, not at its beginning or end",
)
here(
    "flow.build.confidential",
    "{name} is confidential ({where}), and what is made of it is made to be passed on; tick that it is "
    "made all the same",
)
here(
    "flow.drafts.not-a-drafter",
    "{engine}: the engine cannot draft {name}; the settings say what each engine can do",
)
here(
    "flow.drafts.not-finished",
    "{name}: {problem}; {n} paragraphs are left: draft again to continue",
    one="{name}: {problem}; one paragraph is left: draft again to continue",
    count="n",
)
here(
    "flow.drafts.wish",
    "better drafts that stay on this machine (chrF2 {better} against {now} now): one minute of internet, "
    "once: fetch {engine} for {source}-{target} in the settings",
)
here(
    "flow.drafts.wish-any",
    "drafts that stay on this machine (chrF2 {better}): one minute of internet, once: fetch {engine} for "
    "{source}-{target} in the settings",
)
here(
    "flow.editing.changed-meanwhile",
    "{name}: {key}: changed meanwhile by {person}; look at the new text, then edit again",
)
here(
    "flow.editing.no-translation",
    "{name}: {key}: has no translation yet; write one, or have it drafted",
)
here(
    "flow.editing.nothing-to-split",
    "it has no line break to split it at, or formatting extends over it; say before which words, or split"
    " it at each sentence",
)
here(
    "flow.editing.say-what",
    "say what needs fixing",
)
here(
    "flow.exchange.another-there",
    "{file}: is there already and is another file; rename yours, or tick that it takes the other's place",
)
here(
    "flow.exchange.no-such-segment",
    "{name} has no paragraph {key} any more; choose the file again",
)
here(
    "flow.exchange.nothing-unwanted",
    "say what to remove: repeated units, old ones, those of one person, or several of these",
)
here(
    "flow.exchange.other-language",
    "{file}: is a translation into {language}, which is not one of this workspace's languages; add it in "
    "the settings, or choose another file",
)
here(
    "flow.exchange.which-statement",
    "{file}: doesn't say which statement it is for; give it the name of the file that was downloaded",
)
here(
    "flow.intake.another-text",
    "{file}: is there already, and is another text; read this as its new version, or give your file "
    "another name",
)
here(
    "flow.intake.looks-like",
    "{file}: appears to be {language}, not {own}; it can be added as a statement nevertheless",
)
here(
    "flow.intake.looks-like-target",
    "{file}: appears to be {language}, not {own}; if it is the translation of a statement, choose it "
    "under “A finished translation” on the page of what goes out and comes back; it can be added as a "
    "statement nevertheless",
)
here(
    "flow.intake.same-name-choose",
    "{file}: has the same statement name as {other}; give your file another name",
)
here(
    "flow.packages.no-such-key",
    "none of these statements has a paragraph {key} any more; choose the file again",
)
here(
    "flow.planning.bad-due",
    "due {value}: not a date and time; write it as 2026-03-08 18:00, with a time zone if it is not yours "
    "(2026-03-08 18:00 America/Lima)",
)
here(
    "flow.planning.bad-priority",
    "priority {value}: unknown{nearest}; use one of {known}",
)
here(
    "flow.planning.no-such-zone",
    "due {value}: unknown time zone: {zone}{nearest}",
)
here(
    "flow.planning.unknown-filter",
    "{value}: no such filter{nearest}; use one of {known}",
)
here(
    "flow.reviewing.no-such-class",
    "{kind}: no such kind of change{nearest}; use one of {known}",
)
here(
    "flow.setting.not-the-sample",
    "{name}: not the sample statement as it came; only that one can be thrown away here",
)
here(
    "flow.statement.entries-missing",
    "{file}: has no entry for {n} of the statement's {total} paragraphs; add {source} again on the "
    "overview, which restores what the journal has of them",
)
here(
    "flow.statement.source-changed",
    "{file}: changed since it was added; read it again on the overview",
)
here(
    "flow.statement.stopped",
    "{name}: the checks found {n} errors (first: {problem}). Correct the text, dismiss the finding with a"
    " reason, or tick that it is made all the same",
    one="{name}: the checks found an error: {problem}. Correct the text, dismiss the finding with a reason, "
    "or tick that it is made all the same",
    count="n",
)
here(
    "flow.statement.told-already",
    "{problem}; the journal already records the change, and it could not be taken back: once the disk can"
    " be written to, do it again",
)
here(
    "flow.terms.bar-in-term",
    "{term}: a term has one form, and | separates several; write the first form here, and the others among the other "
    "forms in the source",
)
here(
    "flow.terms.decide",
    "{word}: is in the glossary ({place}); change that row there",
)
here(
    "flow.terms.file-in-glossary",
    "{file}: name a file in glossary/, such as names.csv",
)
here(
    "flow.terms.needs-translation",
    "{word}: needs a translation",
)
here(
    "flow.terms.there-already",
    "{place}: has '{term}' already ({policy} '{target}'); change that row",
)
here(
    "flow.unconfirmed",
    "{name}: {n} of {total} paragraphs are not confirmed by a person; confirm them, or tick that text "
    "nobody has confirmed may go along",
    one="{name}: one of {total} paragraphs is not confirmed by a person; confirm it, or tick that text nobody"
    " has confirmed may go along",
    count="n",
)
here(
    "formats.html.needs-trafilatura",
    "{file}: finding a page's article needs trafilatura, which is not installed on the desk's computer: "
    "translate-flow[web]",
)
here(
    "formats.no-longer-a-page",
    "{file}: no longer a web page; add it again on the overview",
)
here(
    "glossary.needs-toolkit",
    "{file}: needs Translate Toolkit, which is not installed on the desk's computer: translate-flow[tbx];"
    " or bring the terms as CSV or XLSX",
)
here(
    "glossary.no-columns",
    "{file}: no columns for {source} and {target} were found ({columns}); say which columns they are",
)
here(
    "glossary.no-gloss",
    "'{term}' must be explained at its first mention, but has no explanation; write one in its form,"
    " or choose that it is kept as it is",
)
here(
    "glossary.no-such-column",
    "{file}: has no column {column}; choose another file, or add it to the header line",
)
here(
    "glossary.no-translation",
    "'{term}' must have one translation, but none is written; write one in its form,"
    " or choose that it is kept as it is",
)
here(
    "outputs.no-parquet",
    "Parquet needs pyarrow, which is not installed on the desk's computer: translate-flow[parquet]",
)
here(
    "review.needs-effort",
    "HTER, TER and chrF need sacrebleu, which is not installed on the desk's computer: translate-"
    "flow[effort]",
)
here(
    "typeset.no-pdf",
    "a PDF needs WeasyPrint, which is not installed on the desk's computer (translate-flow[pdf]); choose "
    "another format, or have it installed; {cause}",
)
here(
    "workspace.no-statement",
    "no statement yet; choose its file on the overview",
)
here(
    "workspace.not-a-target",
    "{language}: this workspace translates into {languages}; add it in the settings",
)
