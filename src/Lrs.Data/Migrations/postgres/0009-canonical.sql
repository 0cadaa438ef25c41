-- What the store makes of what statements tell about activities and agents: a view of the log (follower 'canonical'), which can be dropped and rebuilt.

-- The definition of an activity, merged in the log's order. hash is the first 16 bytes of the SHA-256 of the IRI.
CREATE TABLE canonical_activity (
    tenant     INTEGER NOT NULL,
    hash       BYTEA   NOT NULL,
    iri        TEXT    NOT NULL,
    definition BYTEA   NOT NULL,
    PRIMARY KEY (tenant, hash)
);

-- The names under which an agent was seen. hash is the first 16 bytes of the SHA-256 of the agent's canonical text, name_hash of the name (an index
-- takes no long texts); seq is the entry that has the name first.
CREATE TABLE agent_name (
    tenant    INTEGER NOT NULL,
    hash      BYTEA   NOT NULL,
    name_hash BYTEA   NOT NULL,
    name      TEXT    NOT NULL,
    seq       BIGINT  NOT NULL,
    PRIMARY KEY (tenant, hash, name_hash)
);
