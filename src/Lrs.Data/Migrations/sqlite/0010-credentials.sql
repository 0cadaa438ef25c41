-- What a credential can besides: a second secret while the first is being replaced (older_secret, until older_until), when it was used last,
-- the origins of the scripts that hold it, separated by blanks, and whether it administers the whole installation. launch_scope makes it
-- launch-scoped: the one actor, registration, activities and verbs it is good for, as JSON.
ALTER TABLE credential ADD COLUMN older_secret BLOB;
ALTER TABLE credential ADD COLUMN older_until  INTEGER;
ALTER TABLE credential ADD COLUMN used         INTEGER;
ALTER TABLE credential ADD COLUMN origins      TEXT    NOT NULL DEFAULT '';
ALTER TABLE credential ADD COLUMN installation INTEGER NOT NULL DEFAULT 0;
ALTER TABLE credential ADD COLUMN launch_scope TEXT;
CREATE INDEX credential_expires ON credential (expires);

ALTER TABLE login ADD COLUMN installation INTEGER NOT NULL DEFAULT 0;

-- Until now there was one tenant to administer.
UPDATE credential SET installation = 1 WHERE scopes = 'all' AND tenant = 1;
UPDATE login SET installation = 1 WHERE role = 'administrator' AND tenant = 1;
