-- Who may call. These tables are small and are read before the tenant is known.
CREATE TABLE tenant (
    id      INTEGER NOT NULL PRIMARY KEY,
    code    TEXT    NOT NULL UNIQUE,
    name    TEXT    NOT NULL,
    iri     TEXT    NOT NULL UNIQUE,
    created INTEGER NOT NULL
);

-- email is kept in lower case; password is a slow, salted hash.
CREATE TABLE login (
    id       BLOB    NOT NULL PRIMARY KEY,
    tenant   INTEGER NOT NULL,
    email    TEXT    NOT NULL UNIQUE,
    name     TEXT    NOT NULL,
    role     TEXT    NOT NULL,
    password TEXT    NOT NULL,
    failures INTEGER NOT NULL,
    locked   INTEGER,
    created  INTEGER NOT NULL
);

-- secret is HMAC-SHA-256 of the secret under the signing key for credentials; authority is the xAPI agent as JSON.
CREATE TABLE credential (
    key       TEXT    NOT NULL PRIMARY KEY,
    tenant    INTEGER NOT NULL,
    label     TEXT    NOT NULL,
    secret    BLOB    NOT NULL,
    scopes    TEXT    NOT NULL,
    authority TEXT    NOT NULL,
    created   INTEGER NOT NULL,
    expires   INTEGER,
    revoked   INTEGER
);
CREATE INDEX credential_tenant ON credential (tenant);

-- Keys of this installation, in the database so that any node can verify what another signed.
CREATE TABLE signing_key (
    purpose TEXT    NOT NULL,
    id      TEXT    NOT NULL,
    value   BLOB    NOT NULL,
    created INTEGER NOT NULL,
    PRIMARY KEY (purpose, id)
);
