package io.firstfill.ledger.postgres;

import org.jspecify.annotations.Nullable;

/**
 * One statement over a message.
 *
 * @param sql {@code m} is the message: its payload {@code p}, when it happened, {@code at}, and when the journal recorded it;
 *     {@code $1} is its body and {@code $3} that last time
 * @param word {@code $2} where the statement has one
 */
record Step(String sql, @Nullable String word) {
    private static final String MESSAGE = """
            WITH m AS (
                SELECT p, (p -> 'meta' ->> 'occurredAt')::timestamptz AS at, p ->> 'environment' AS environment,
                    $2::text AS word, $3::timestamptz AS recorded_at
                FROM (SELECT journal_payload($1::text) AS p) s)
            """;

    static Step of(String sql) {
        return of(sql, null);
    }

    static Step of(String sql, @Nullable String word) {
        return new Step(MESSAGE + sql, word);
    }
}
