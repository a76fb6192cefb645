-- The last record up to which each chain has been verified: the next verification continues there.
CREATE TABLE journal_checkpoint (
    environment text PRIMARY KEY,
    position    bigint      NOT NULL CHECK (position > 0),
    hash        bytea       NOT NULL CHECK (length(hash) = 32),
    verified_at timestamptz NOT NULL
);
