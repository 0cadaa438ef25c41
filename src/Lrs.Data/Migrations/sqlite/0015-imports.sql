-- Imports under way and what came of them. state: running, done, refused, failed. percent: 0 to 100. faults: JSON, of a package that was
-- refused. updated moves at least every few seconds while one runs, so that one whose server went away can be told.
CREATE TABLE import_job (
    tenant  INTEGER NOT NULL,
    id      BLOB    NOT NULL,
    file    TEXT    NOT NULL,
    state   TEXT    NOT NULL,
    percent INTEGER NOT NULL,
    course  BLOB,
    faults  TEXT,
    message TEXT,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX import_job_created ON import_job (tenant, created);
