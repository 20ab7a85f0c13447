-- What a desk asks for at every save, and whenever it hears of one, each in one question of its own: an answer that is
-- waited for costs more than what is done for it.

-- Events of a statement after the first `known` ones, with the statement's row as it is then. `who` asks; `private`
-- is what the desk knows of the statement, and what row security goes by from then on.
CREATE FUNCTION events_since(who TEXT, of_name TEXT, of_language TEXT, private BOOLEAN, known BIGINT)
RETURNS TABLE (id BIGINT, seq BIGINT, written BIGINT, file TEXT, lines TEXT[]) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('desk.account', who, true);
  UPDATE statement s SET confidential = private WHERE s.name = of_name AND s.confidential <> private;
  RETURN QUERY SELECT s.id, s.seq, s.written, s.file, ARRAY(
    SELECT e.line FROM event e WHERE e.statement = s.id AND e.seq > known AND e.seq <= s.seq ORDER BY e.seq)
    FROM statement s WHERE s.name = of_name AND s.language = of_language;
END $$;

-- Add events to a statement if it has just the `known` ones, its journal's file is as it was, and it is as confidential
-- as the desk believes: how many there are then. Else NULL, and nothing is added.
CREATE FUNCTION offer_events(
  who TEXT, of_name TEXT, of_language TEXT, private BOOLEAN, known BIGINT, as_file TEXT, ids TEXT[], added TEXT[]
) RETURNS BIGINT LANGUAGE plpgsql AS $$
DECLARE which BIGINT;
BEGIN
  PERFORM set_config('desk.account', who, true);
  SELECT s.id INTO which FROM statement s
    WHERE s.name = of_name AND s.language = of_language AND s.seq = known AND s.file = as_file AND s.confidential = private
    FOR UPDATE;
  RETURN CASE WHEN which IS NULL THEN NULL ELSE add_events(which, ids, added) END;
END $$;
