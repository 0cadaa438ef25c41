-- The log: one totally ordered list of entries per tenant.

-- The row that makes order: seq and stored of the newest entry, and the highest number given to a term.
CREATE TABLE log_head (
    tenant INTEGER     NOT NULL PRIMARY KEY,
    seq    BIGINT      NOT NULL,
    stored TIMESTAMPTZ NOT NULL,
    term   BIGINT      NOT NULL
);

-- Ids of agents (kind 1), verbs (2), activities (3) and pairs of agent and verb (4) as numbers; hash is the first 16 bytes of the
-- SHA-256 of kind and text.
CREATE TABLE term (
    tenant INTEGER  NOT NULL,
    id     BIGINT   NOT NULL,
    kind   SMALLINT NOT NULL,
    hash   BYTEA    NOT NULL,
    text   TEXT     NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX term_hash ON term (tenant, hash);

-- entry: 0 statement, 1 erased, 2 rewritten. happened is the statement's timestamp. voided_by is the seq of the statement that voided this one.
CREATE TABLE statement (
    tenant       INTEGER     NOT NULL,
    seq          BIGINT      NOT NULL,
    entry        SMALLINT    NOT NULL,
    id           UUID        NOT NULL,
    stored       TIMESTAMPTZ NOT NULL,
    happened     TIMESTAMPTZ NOT NULL,
    actor        BIGINT,
    verb         BIGINT,
    activity     BIGINT,
    registration UUID,
    authority    BIGINT,
    refers_to    UUID,
    voids        BOOLEAN     NOT NULL,
    voided_by    BIGINT,
    body         BYTEA,
    PRIMARY KEY (tenant, seq)
);
CREATE UNIQUE INDEX statement_id ON statement (tenant, id);
CREATE UNIQUE INDEX statement_stored ON statement (tenant, stored);
CREATE INDEX statement_refers ON statement (tenant, refers_to) WHERE refers_to IS NOT NULL;
CREATE INDEX statement_actor ON statement (tenant, actor, seq);
CREATE INDEX statement_actor_verb ON statement (tenant, actor, verb, seq);
CREATE INDEX statement_verb ON statement (tenant, verb, seq);
CREATE INDEX statement_activity ON statement (tenant, activity, seq);
CREATE INDEX statement_registration ON statement (tenant, registration, seq) WHERE registration IS NOT NULL;

-- The keys that have no column of their own: see LogKey for what the numbers mean.
CREATE TABLE statement_key (
    tenant INTEGER NOT NULL,
    key    BIGINT  NOT NULL,
    seq    BIGINT  NOT NULL,
    PRIMARY KEY (tenant, key, seq)
);

-- How far each view has followed the log.
CREATE TABLE follower (
    tenant INTEGER NOT NULL,
    name   TEXT    NOT NULL,
    seq    BIGINT  NOT NULL,
    PRIMARY KEY (tenant, name)
);

-- A stored statement as jsonb; jsonb cannot hold U+0000, which JSON text may, so that one escape is dropped.
CREATE FUNCTION lrs_json(body BYTEA) RETURNS JSONB LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN position('\\u0000'::bytea IN body) > 0
            THEN regexp_replace(convert_from(body, 'UTF8'), '(?<!\\)((?:\\\\)*)\\u0000', '\1', 'g')::jsonb
        ELSE convert_from(body, 'UTF8')::jsonb
    END
$$;
