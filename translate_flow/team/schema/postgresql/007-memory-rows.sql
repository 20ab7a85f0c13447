-- Row security for the memory too: what stands in a circle is for those who may see its statement, whatever a question
-- asks for. `desk.account` is as for events: the account that asks, `*` for the program's own work, which alone writes.
ALTER TABLE memory_circle ENABLE ROW LEVEL SECURITY;
ALTER TABLE memory_circle FORCE ROW LEVEL SECURITY;
ALTER TABLE memory_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE memory_file FORCE ROW LEVEL SECURITY;
ALTER TABLE memory_unit ENABLE ROW LEVEL SECURITY;
ALTER TABLE memory_unit FORCE ROW LEVEL SECURITY;
ALTER TABLE memory_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE memory_code FORCE ROW LEVEL SECURITY;
ALTER TABLE memory_posting ENABLE ROW LEVEL SECURITY;
ALTER TABLE memory_posting FORCE ROW LEVEL SECURITY;

CREATE POLICY seen ON memory_circle FOR SELECT USING (EXISTS (
  SELECT FROM account a WHERE a.id = current_setting('desk.account', true) AND a.disabled IS NULL
    AND (memory_circle.name = '' OR EXISTS (SELECT FROM named n WHERE n.statement = memory_circle.name AND n.account = a.id))));

-- The circles of whoever asks. Policies call it in a subquery: once for a question, and not for each row.
CREATE FUNCTION memory_seen() RETURNS INT[] LANGUAGE sql STABLE AS $$ SELECT array_agg(id) FROM memory_circle $$;

CREATE POLICY seen ON memory_file FOR SELECT USING (circle = ANY ((SELECT memory_seen())::int[]));
CREATE POLICY seen ON memory_unit FOR SELECT USING (circle = ANY ((SELECT memory_seen())::int[]));
CREATE POLICY seen ON memory_posting FOR SELECT USING (circle = ANY ((SELECT memory_seen())::int[]));
CREATE POLICY seen ON memory_code FOR SELECT USING (EXISTS (SELECT FROM memory_unit u WHERE u.id = memory_code.unit));

CREATE POLICY program ON memory_circle USING (current_setting('desk.account', true) = '*');
CREATE POLICY program ON memory_file USING (current_setting('desk.account', true) = '*');
CREATE POLICY program ON memory_unit USING (current_setting('desk.account', true) = '*');
CREATE POLICY program ON memory_code USING (current_setting('desk.account', true) = '*');
CREATE POLICY program ON memory_posting USING (current_setting('desk.account', true) = '*');

-- Units with certain words, of those circles that whoever asks may see, and of these circles or files if any are named.
-- PostgreSQL does not use an index of words below row security, for a search is no operator that keeps rows to itself; so
-- it is asked here in the program's name, of the circles that were found in the name of whoever asks.
CREATE FUNCTION memory_with_words(query TSQUERY, tongue TEXT, most INT, names TEXT[], files INT[]) RETURNS SETOF BIGINT
LANGUAGE plpgsql AS $$
DECLARE
  circles INT[] := (SELECT array_agg(id) FROM memory_circle WHERE names IS NULL OR name = ANY (names));
  who TEXT := coalesce(current_setting('desk.account', true), '');
BEGIN
  PERFORM set_config('desk.account', '*', true);
  RETURN QUERY SELECT u.id FROM memory_unit u
    WHERE memory_words(u.source, u.target) @@ query AND u.parent IS NULL AND u.language = tongue
      AND u.circle = ANY (circles) AND (files IS NULL OR u.file = ANY (files))
    LIMIT most;
  PERFORM set_config('desk.account', who, true);
END $$;
