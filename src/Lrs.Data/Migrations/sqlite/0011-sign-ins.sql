-- Sessions of signed-in people. A cookie holds the id and is worth nothing once the row is gone; seen is when it was used last, to some minutes.
CREATE TABLE login_session (
    id      BLOB    NOT NULL PRIMARY KEY,
    login   BLOB    NOT NULL,
    created INTEGER NOT NULL,
    seen    INTEGER NOT NULL
);
CREATE INDEX login_session_seen ON login_session (seen);
CREATE INDEX login_session_login ON login_session (login);
