-- Sessions of signed-in people. A cookie holds the id and is worth nothing once the row is gone; seen is when it was used last, to some minutes.
CREATE TABLE login_session (
    id      UUID    NOT NULL PRIMARY KEY,
    login   UUID    NOT NULL,
    created TIMESTAMPTZ NOT NULL,
    seen    TIMESTAMPTZ NOT NULL
);
CREATE INDEX login_session_seen ON login_session (seen);
CREATE INDEX login_session_login ON login_session (login);
