package io.firstfill.ledger.postgres;

import org.jspecify.annotations.Nullable;

/**
 * One statement over a message.
 *
 * @param sql {@code $1} is the message's body; {@code m} is its payload {@code p} and when it happened, {@code at}
 * @param word {@code $2} where the statement has one
 */
record Step(String sql, @Nullable String word, boolean hasWord) {
    private static final String MESSAGE = """
            WITH m AS (
                SELECT p, (p -> 'meta' ->> 'occurredAt')::timestamptz AS at, p ->> 'environment' AS environment
                FROM (SELECT journal_payload($1::text) AS p) s)
            """;

    static Step of(String sql) {
        return new Step(MESSAGE + sql, null, false);
    }

    static Step of(String sql, @Nullable String word) {
        return new Step(MESSAGE + sql, word, true);
    }
}
