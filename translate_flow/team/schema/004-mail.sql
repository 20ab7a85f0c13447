-- Who wants a digest by mail, and who has got which day's.
CREATE TABLE mail_to (account TEXT PRIMARY KEY REFERENCES account, address TEXT NOT NULL, language TEXT NOT NULL);
CREATE TABLE mailed (
  account TEXT NOT NULL REFERENCES account, day TEXT NOT NULL, state TEXT NOT NULL, PRIMARY KEY (account, day)
);
