-- Who an account is at the network's own sign-in; and sign-ins that were begun there and have not come back yet.
CREATE TABLE identity (
  issuer TEXT NOT NULL, subject TEXT NOT NULL, account TEXT NOT NULL REFERENCES account, at BIGINT NOT NULL,
  PRIMARY KEY (issuer, subject)
);
CREATE TABLE oidc_login (
  state TEXT PRIMARY KEY, browser TEXT NOT NULL, nonce TEXT NOT NULL, verifier TEXT NOT NULL, place TEXT NOT NULL,
  expires BIGINT NOT NULL
);
