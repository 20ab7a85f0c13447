-- Long work that a worker does: what pages are told of it. The queue itself is procrastinate's.
CREATE TABLE job (
  id TEXT PRIMARY KEY, queued BIGINT, account TEXT NOT NULL, place TEXT NOT NULL, news TEXT NOT NULL,
  at BIGINT NOT NULL, over BIGINT
);
CREATE INDEX job_under_way ON job (at) WHERE over IS NULL;
