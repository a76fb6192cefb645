-- The last row of the journal on each topic of each environment. A read that is asked again compares these few rows with those
-- it was answered from, and touches no big table while they are the same. A topic without a row has had none since this table
-- exists: that compares as well as any.
CREATE TABLE topic_head (
    environment text   NOT NULL,
    topic       text   NOT NULL,
    position    bigint NOT NULL,
    hash        bytea  NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (environment, topic)
);
