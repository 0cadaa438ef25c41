-- The data of attachments lies in the blob store, once for each content of a tenant.

-- Which data came with which statement. id is the statement's; blob the name in the blob store, which ends with the SHA-2 hash that the statement names.
CREATE TABLE statement_attachment (
    tenant INTEGER NOT NULL,
    id     BLOB    NOT NULL,
    blob   TEXT    NOT NULL,
    PRIMARY KEY (tenant, id, blob)
) WITHOUT ROWID;
CREATE INDEX statement_attachment_blob ON statement_attachment (tenant, blob);

-- Blobs that a request is about to put, or has put and no statement names yet. One that stays here for a day has no statement and is removed.
CREATE TABLE loose_attachment (
    tenant INTEGER NOT NULL,
    blob   TEXT    NOT NULL,
    since  INTEGER NOT NULL,
    PRIMARY KEY (tenant, blob)
) WITHOUT ROWID;
CREATE INDEX loose_attachment_since ON loose_attachment (tenant, since);
