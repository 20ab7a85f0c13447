-- Accounts and what they may do. For SQLite and PostgreSQL alike: no types but TEXT and BIGINT (seconds since 1970).
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE account (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, likeness TEXT NOT NULL UNIQUE, created BIGINT NOT NULL, disabled BIGINT
);
CREATE TABLE password (account TEXT PRIMARY KEY REFERENCES account, hash TEXT NOT NULL, at BIGINT NOT NULL);
CREATE TABLE passkey (
  id TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES account, public_key TEXT NOT NULL, count BIGINT NOT NULL,
  at BIGINT NOT NULL
);
-- A challenge is for one answer.
CREATE TABLE challenge (hash TEXT PRIMARY KEY, purpose TEXT NOT NULL, expires BIGINT NOT NULL);
CREATE TABLE invitation (
  hash TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES account, by_account TEXT, expires BIGINT NOT NULL, used BIGINT
);
CREATE TABLE session (
  hash TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES account, created BIGINT NOT NULL, seen BIGINT NOT NULL
);
CREATE INDEX session_of ON session (account);
-- Empty language or statement: all of them.
CREATE TABLE granted (
  account TEXT NOT NULL REFERENCES account, role TEXT NOT NULL, language TEXT NOT NULL, statement TEXT NOT NULL,
  PRIMARY KEY (account, role, language, statement)
);
-- Who may see a confidential statement.
CREATE TABLE named (
  statement TEXT NOT NULL, account TEXT NOT NULL REFERENCES account, by_account TEXT, at BIGINT NOT NULL,
  PRIMARY KEY (statement, account)
);
-- Wrong passwords, by the name they were tried for.
CREATE TABLE attempt (likeness TEXT NOT NULL, at BIGINT NOT NULL);
CREATE INDEX attempt_of ON attempt (likeness, at);
CREATE TABLE audit (at BIGINT NOT NULL, account TEXT, what TEXT NOT NULL, about TEXT NOT NULL);
CREATE INDEX audit_of ON audit (about, at);
