#!/usr/bin/env bash
# po4a 0.69 (Debian 12), Markdown: a pipe table and a definition list, translated by themselves.
# One would expect: with a PO file whose every translation equals its source the document comes back as it was, or po4a warns that it
# does not know these blocks.
# Seen: the lines of the table are joined into one, which is a table no more, and so are the term and its definition; no warning.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
po4a --version | head -n 1 | grep -F '0.69'
cat > a.md <<'TEXT'
| Lugar | Muertos |
|---|---|
| Juliaca | 18 |

Terna
: Lista de tres nombres.
TEXT
po4a-updatepo -f text -o markdown -M UTF-8 -m a.md -p a.pot 2> /dev/null
msgen a.pot -o en.po
po4a-translate -f text -o markdown -M UTF-8 -L UTF-8 -k 0 -m a.md -p en.po -l out.md 2> said
grep -v deprecated said || true
cat out.md
[ "$(cat out.md)" = '| Lugar | Muertos | |---|---| | Juliaca | 18 |

Terna : Lista de tres nombres.' ]
