-- How far the journal has read each partition, written in the transaction of the rows: a restored database continues from
-- what it holds. Every record before "recorded" is in the journal; the answers and receipts of every record before
-- "published" are on their topics, so a start reads from there.
CREATE TABLE journal_offset (
    topic     text    NOT NULL,
    partition integer NOT NULL,
    recorded  bigint  NOT NULL CHECK (recorded >= 0),
    published bigint  NOT NULL CHECK (published >= 0),
    PRIMARY KEY (topic, partition)
);
