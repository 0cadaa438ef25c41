-- Statements that refer to others: keys are passed on in small steps, and what is left lies in a queue.

-- The referrers of a statement in the order of the log, so that passing on can stop and continue anywhere.
DROP INDEX statement_refers;
CREATE INDEX statement_refers ON statement (tenant, refers_to, seq) WHERE refers_to IS NOT NULL;
CREATE INDEX statement_voiding ON statement (tenant, refers_to, seq) WHERE voids;

-- The keys that a statement has from what it refers to, readable by statement; statement_key has them too, readable by key.
CREATE TABLE inherited_key (
    tenant INTEGER NOT NULL,
    seq    INTEGER NOT NULL,
    key    INTEGER NOT NULL,
    PRIMARY KEY (tenant, seq, key)
) WITHOUT ROWID;

-- What was inherited before this step cannot be told from a referrer's own keys any more; too many do no harm, since a reader asks the statements.
INSERT INTO inherited_key (tenant, seq, key)
SELECT s.tenant, s.seq, k.key FROM statement s JOIN statement_key k ON k.tenant = s.tenant AND k.seq = s.seq WHERE s.refers_to IS NOT NULL;

-- Keys still to be passed from the statement with the id source to its referrers behind the position after. keys holds them, eight
-- bytes each, most significant first; NULL stands for those that source itself inherited, above from_key.
CREATE TABLE reference_queue (
    tenant   INTEGER NOT NULL,
    id       BLOB    NOT NULL,
    source   BLOB    NOT NULL,
    after    INTEGER NOT NULL,
    keys     BLOB,
    from_key INTEGER NOT NULL,
    PRIMARY KEY (tenant, id)
) WITHOUT ROWID;
