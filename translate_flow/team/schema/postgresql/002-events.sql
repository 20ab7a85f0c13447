-- The events of all statements: the journals' lines, with the journals' ids. PostgreSQL alone.
-- A statement's row is locked by whoever adds to it, so that `seq` has no gaps and is in the order of commits.
CREATE TABLE statement (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name TEXT NOT NULL, language TEXT NOT NULL,
  confidential BOOLEAN NOT NULL,
  seq BIGINT NOT NULL DEFAULT 0,      -- events there are
  written BIGINT NOT NULL DEFAULT 0,  -- events that are in the journal's file
  file TEXT NOT NULL DEFAULT '',      -- what tells the file, as it was written last, from another
  UNIQUE (name, language)
);
CREATE INDEX statement_behind ON statement (id) WHERE written < seq;
CREATE TABLE event (
  statement BIGINT NOT NULL REFERENCES statement, seq BIGINT NOT NULL, id TEXT NOT NULL, line TEXT NOT NULL,
  account TEXT NOT NULL DEFAULT current_setting('desk.account'), added TIMESTAMPTZ NOT NULL DEFAULT now(),
  PRIMARY KEY (statement, seq), UNIQUE (statement, id)
);

-- Add lines to a statement, whose row the caller has locked; those whose id is there already are not added twice.
CREATE FUNCTION add_events(which BIGINT, ids TEXT[], lines TEXT[]) RETURNS BIGINT LANGUAGE sql AS $$
  WITH fresh AS (
    SELECT DISTINCT ON (g.id) g.id, g.line, g.place FROM unnest(ids, lines) WITH ORDINALITY AS g (id, line, place)
    WHERE NOT EXISTS (SELECT FROM event e WHERE e.statement = which AND e.id = g.id) ORDER BY g.id, g.place
  ), added AS (
    INSERT INTO event (statement, seq, id, line)
    SELECT which, s.seq + row_number() OVER (ORDER BY f.place), f.id, f.line FROM fresh f, statement s WHERE s.id = which
    RETURNING 1
  )
  UPDATE statement SET seq = seq + (SELECT count(*) FROM added) WHERE id = which RETURNING seq
$$;

-- What happened stays: nobody changes an event. `forget_statement` alone takes a whole statement out.
CREATE FUNCTION events_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('desk.forgets', true) = 'yes' THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'events are only ever added' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER events_stay BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION events_stay();
CREATE TRIGGER events_stay_all BEFORE TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION events_stay();

-- Row security, for the tables' owner too: the account that asks is `desk.account`, `*` for the program's own work.
-- Confidential statements are for those named; who is nobody sees and adds nothing.
CREATE FUNCTION may_see(which BIGINT) RETURNS BOOLEAN LANGUAGE sql STABLE AS $$
  SELECT CASE current_setting('desk.account', true)
    WHEN '*' THEN true
    WHEN '' THEN false
    ELSE EXISTS (
      SELECT FROM statement s JOIN account a ON a.id = current_setting('desk.account', true) AND a.disabled IS NULL
      WHERE s.id = which AND (NOT s.confidential OR EXISTS (
        SELECT FROM named n WHERE n.statement = s.name AND n.account = a.id)))
  END
$$;
ALTER TABLE event ENABLE ROW LEVEL SECURITY;
ALTER TABLE event FORCE ROW LEVEL SECURITY;
CREATE POLICY seen ON event FOR SELECT USING (current_setting('desk.account', true) = '*' OR may_see(statement));
CREATE POLICY added ON event FOR INSERT WITH CHECK (may_see(statement));
CREATE POLICY forgotten ON event FOR DELETE USING (current_setting('desk.account', true) = '*');

-- Who is at which segment, on pages at all desks; a row whose desk has died expires.
CREATE TABLE presence (
  tab TEXT NOT NULL, desk TEXT NOT NULL, language TEXT NOT NULL, name TEXT NOT NULL, person TEXT NOT NULL,
  key TEXT NOT NULL, seen BIGINT NOT NULL, PRIMARY KEY (desk, tab)
);
CREATE INDEX presence_at ON presence (language, name);
