-- Row security for the memory, too: what stands in a circle is for those who may see its statement, whatever a question
-- asks for. `desk.account` is as for events: the account that asks, `*` for the program's own work, which alone writes.
-- The tables' owner is not held by it, and so the functions below, which are the owner's, use every index.
ALTER TABLE memory_code ADD circle INT;
UPDATE memory_code k SET circle = u.circle FROM memory_unit u WHERE u.id = k.unit;
DELETE FROM memory_code WHERE circle IS NULL;
ALTER TABLE memory_code ALTER circle SET NOT NULL;

-- The circles of whoever asks. Policies call it in a subquery: once for a question, and not for each row.
CREATE FUNCTION memory_seen() RETURNS INT[] LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE who TEXT := current_setting('desk.account', true);
BEGIN
  RETURN ARRAY(
    SELECT c.id FROM memory_circle c WHERE who = '*' OR EXISTS (
      SELECT FROM account a WHERE a.id = who AND a.disabled IS NULL AND (c.name = '' OR EXISTS (
        SELECT FROM named n WHERE n.statement = c.name AND n.account = a.id))));
END $$;

-- At the beginning of a transaction: who asks. Gives the circles that they may see, or those of these names alone.
CREATE FUNCTION memory_asked(who TEXT, names TEXT[]) RETURNS INT[] LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM set_config('desk.account', who, true);
  RETURN ARRAY(SELECT c.id FROM memory_circle c WHERE c.id = ANY (memory_seen()) AND (names IS NULL OR c.name = ANY (names)));
END $$;

-- Units with certain words, of the circles that whoever asks may see, of those circles and, if any are given, files.
-- A search for words is no operator that PostgreSQL trusts to keep rows to itself: below row security it would read the
-- whole table instead of the index. It is told to use that one, also where it knows nothing of the tables yet.
CREATE FUNCTION memory_with_words(query TSQUERY, tongue TEXT, most INT, circles INT[], files INT[])
RETURNS SETOF memory_unit LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off AS $$
BEGIN
  RETURN QUERY EXECUTE
    'SELECT u.* FROM memory_unit u WHERE memory_words(u.source, u.target) @@ $1 AND u.parent IS NULL'
    ' AND (u.language = $2 AND u.circle = ANY ($3) AND u.circle = ANY ($4)) IS TRUE'
    ' AND ($5 IS NULL OR u.file = ANY ($5)) LIMIT $6'
    USING query, tongue, memory_seen(), circles, files, most;
END $$;

-- After many new units: what the planner knows of the tables, which only their owner may bring up to date.
CREATE FUNCTION memory_counted() RETURNS VOID LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  ANALYZE memory_unit, memory_code, memory_posting;
END $$;
REVOKE ALL ON FUNCTION memory_seen, memory_asked, memory_with_words, memory_counted FROM PUBLIC;

ALTER TABLE memory_circle ENABLE ROW LEVEL SECURITY;
ALTER TABLE memory_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE memory_unit ENABLE ROW LEVEL SECURITY;
ALTER TABLE memory_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE memory_posting ENABLE ROW LEVEL SECURITY;
CREATE POLICY program ON memory_circle USING ((SELECT current_setting('desk.account', true)) = '*');
CREATE POLICY program ON memory_file USING ((SELECT current_setting('desk.account', true)) = '*');
CREATE POLICY program ON memory_unit USING ((SELECT current_setting('desk.account', true)) = '*');
CREATE POLICY program ON memory_code USING ((SELECT current_setting('desk.account', true)) = '*');
CREATE POLICY program ON memory_posting USING ((SELECT current_setting('desk.account', true)) = '*');
CREATE POLICY seen ON memory_circle FOR SELECT USING (id = ANY ((SELECT memory_seen())::int[]));
CREATE POLICY seen ON memory_file FOR SELECT USING (circle = ANY ((SELECT memory_seen())::int[]));
CREATE POLICY seen ON memory_unit FOR SELECT USING (circle = ANY ((SELECT memory_seen())::int[]));
CREATE POLICY seen ON memory_code FOR SELECT USING (circle = ANY ((SELECT memory_seen())::int[]));
CREATE POLICY seen ON memory_posting FOR SELECT USING (circle = ANY ((SELECT memory_seen())::int[]));
