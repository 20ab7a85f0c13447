#!/usr/bin/env bash
# git 2.39.5: a merge of a PO file, without a driver of its own, whose two sides each have an entry once.
# One would expect: between git's conflict marks stand the two sides' lines, so that whoever takes all of one side
# ("accept theirs" in an editor) has that side's file, with what the other changed elsewhere: a PO file.
# Seen: the side that only marked the first entry unfinished has it twice then, with the old text and with the other
# side's new one, and msgfmt refuses that file ("duplicate message definition"). The new `#, fuzzy` makes the first
# entry begin as the second does. `git merge-file` merges the same three files without a conflict.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null

entry() { printf '\n%s#. paragraph\n%smsgctxt "%s"\nmsgid "%s"\nmsgstr "%s"\n' "$@"; }
say() { # FIRST'S COMMENT, FLAG, TEXT, SECOND'S FLAG, TEXT
    printf 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    entry "$1" "$2" one Uno. "$3"
    entry '' "$4" two Dos. "$5"
}
fuzzy=$'#, fuzzy\n'
git --version
git init -q -b main
say '' '' One. "$fuzzy" Two. > x.po
git add x.po
git commit -qm base
git checkout -qb theirs
say '' "$fuzzy" One. "$fuzzy" Two. > x.po
git commit -qam theirs
git checkout -qb ours main
say $'# seen again\n' "$fuzzy" 'One, later.' '' 'Two, later.' > x.po
git commit -qam ours
git show main:x.po > base.po
git show theirs:x.po > theirs.po
git merge-file -p x.po base.po theirs.po > merged.po
git merge -q theirs > said 2>&1 && exit 1
cat x.po
sed '/^<<<<<<< /,/^=======$/d; /^>>>>>>> /d' x.po > taken.po
seen=$(grep -c '^msgctxt "one"$' taken.po)
echo "msgctxt \"one\" on theirs' side: $seen times"
[ "$seen" = 2 ]
