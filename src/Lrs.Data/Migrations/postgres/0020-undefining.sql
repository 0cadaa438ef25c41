-- Statements whose senders may not define activities and agents: kept and answered as they are, but they tell the store nothing of its own.
CREATE TABLE statement_undefining (
    tenant INTEGER NOT NULL,
    seq    BIGINT  NOT NULL,
    PRIMARY KEY (tenant, seq)
);
