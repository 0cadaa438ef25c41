-- The log: one totally ordered list of entries per tenant. Times are microseconds since 1970, Guids 16 bytes.

-- The row that makes order: seq and stored of the newest entry, and the highest number given to a term.
CREATE TABLE log_head (
    tenant INTEGER NOT NULL PRIMARY KEY,
    seq    INTEGER NOT NULL,
    stored INTEGER NOT NULL,
    term   INTEGER NOT NULL
);

-- Ids of agents (kind 1), verbs (2), activities (3) and pairs of agent and verb (4) as numbers; hash is the first 16 bytes of the
-- SHA-256 of kind and text.
CREATE TABLE term (
    tenant INTEGER NOT NULL,
    id     INTEGER NOT NULL,
    kind   INTEGER NOT NULL,
    hash   BLOB    NOT NULL,
    text   TEXT    NOT NULL,
    PRIMARY KEY (tenant, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX term_hash ON term (tenant, hash);

-- entry: 0 statement, 1 erased, 2 rewritten. happened is the statement's timestamp. voided_by is the seq of the statement that voided this one.
CREATE TABLE statement (
    tenant       INTEGER NOT NULL,
    seq          INTEGER NOT NULL,
    entry        INTEGER NOT NULL,
    id           BLOB    NOT NULL,
    stored       INTEGER NOT NULL,
    happened     INTEGER NOT NULL,
    actor        INTEGER,
    verb         INTEGER,
    activity     INTEGER,
    registration BLOB,
    authority    INTEGER,
    refers_to    BLOB,
    voids        INTEGER NOT NULL,
    voided_by    INTEGER,
    body         BLOB,
    PRIMARY KEY (tenant, seq)
);
CREATE UNIQUE INDEX statement_id ON statement (tenant, id);
CREATE UNIQUE INDEX statement_stored ON statement (tenant, stored);
CREATE INDEX statement_refers ON statement (tenant, refers_to) WHERE refers_to IS NOT NULL;

-- Every key of every statement, newest reachable by walking backwards: see LogKey for what the numbers mean.
CREATE TABLE statement_key (
    tenant INTEGER NOT NULL,
    key    INTEGER NOT NULL,
    seq    INTEGER NOT NULL,
    PRIMARY KEY (tenant, key, seq)
) WITHOUT ROWID;

-- How far each view has followed the log.
CREATE TABLE follower (
    tenant INTEGER NOT NULL,
    name   TEXT    NOT NULL,
    seq    INTEGER NOT NULL,
    PRIMARY KEY (tenant, name)
) WITHOUT ROWID;
