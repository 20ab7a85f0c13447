"""Looking after a team's server: setting it up, backups, bringing one back, and whether all is well.

programs  other programs (psql, age, caddy, systemctl), run as whoever may, their complaint in one line
place     where things are on a server, and its settings' file
server    PostgreSQL as its administrator sees it: databases made, counted, dumped, filled
sealed    what is written to an age key, and read with its counterpart
archive   what a backup holds, written and read as a stream
backup    one made and old ones let go; restore  one brought back, or tried
written   files written all or none; units  what they say; setup  the whole way
health    whether all is well
"""
