-- The translation memory of a team: what people confirmed, found again by likeness. It can be made again from the files.
-- A circle is what the same people may see: the open one, without a name, and each confidential statement's.
CREATE TABLE memory_made (one BOOLEAN PRIMARY KEY DEFAULT true CHECK (one), identity TEXT NOT NULL, next BIGINT NOT NULL);
CREATE TABLE memory_circle (id INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE memory_file (
  id INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, path TEXT NOT NULL UNIQUE, stamp TEXT NOT NULL, circle INT NOT NULL
);
CREATE TABLE memory_unit (
  id BIGINT PRIMARY KEY, file INT NOT NULL, circle INT NOT NULL,
  place INT NOT NULL,    -- which of the file's units it is; of a sentence, that of its unit
  parent BIGINT,         -- of a sentence: the unit it stands in
  language TEXT NOT NULL,
  hash BIGINT NOT NULL,  -- of language and source, in normal form
  shape BIGINT,          -- the same with numbers and months left open
  before BIGINT,         -- hash of the source before; 0 at the start, NULL if unknown
  after BIGINT, rank SMALLINT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL,
  key TEXT, document TEXT, person TEXT, at TEXT, extras TEXT
);
CREATE INDEX memory_unit_hash ON memory_unit (hash);
CREATE INDEX memory_unit_shape ON memory_unit (shape) WHERE shape IS NOT NULL;
CREATE INDEX memory_unit_file ON memory_unit (file, place);
CREATE INDEX memory_unit_parent ON memory_unit (parent) WHERE parent IS NOT NULL;
CREATE INDEX memory_unit_language ON memory_unit (language, circle);
-- The source, a character a token, in UTF-16: read by the dozen, so it lies by itself.
CREATE TABLE memory_code (unit BIGINT PRIMARY KEY, code BYTEA NOT NULL);
-- Sixteen word pairs of each source. The circle comes first: who asks in one touches no row of another.
CREATE TABLE memory_posting (circle INT NOT NULL, feature INT NOT NULL, unit BIGINT NOT NULL, PRIMARY KEY (circle, feature, unit));

-- Words of both sides, without accents and capitals. (A million bytes are the most that PostgreSQL takes.)
CREATE FUNCTION memory_words(source TEXT, target TEXT) RETURNS TSVECTOR LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_tsvector('pg_catalog.simple'::regconfig, regexp_replace(regexp_replace(
    lower(normalize(left(source, 100000) || ' ' || left(target, 100000), NFD)), '[\u0300-\u036f]', '', 'g'),
    '[^[:alnum:]]+', ' ', 'g'))
$$;
CREATE INDEX memory_unit_words ON memory_unit USING gin (memory_words(source, target)) WHERE parent IS NULL;
