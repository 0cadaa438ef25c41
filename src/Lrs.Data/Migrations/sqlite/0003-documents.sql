-- State documents (kind 1), activity profiles (2) and agent profiles (3): one shape. Where a kind has no activity, agent or
-- registration, the column holds zeros, so that the key needs no NULL. activity, agent and name are the first 16 bytes of the
-- SHA-256 of the text beside them.
CREATE TABLE document (
    tenant        INTEGER NOT NULL,
    kind          INTEGER NOT NULL,
    activity      BLOB    NOT NULL,
    agent         BLOB    NOT NULL,
    registration  BLOB    NOT NULL,
    name          BLOB    NOT NULL,
    activity_text TEXT    NOT NULL,
    agent_text    TEXT    NOT NULL,
    name_text     TEXT    NOT NULL,
    content_type  TEXT    NOT NULL,
    etag          TEXT    NOT NULL,
    updated       INTEGER NOT NULL,
    body          BLOB    NOT NULL,
    PRIMARY KEY (tenant, kind, activity, agent, registration, name)
);
CREATE INDEX document_agent ON document (tenant, agent);
