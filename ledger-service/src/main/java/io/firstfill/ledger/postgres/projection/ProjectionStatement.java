package io.firstfill.ledger.postgres.projection;

import org.jspecify.annotations.Nullable;

/**
 * One statement that updates a projection from a message.
 *
 * @param sql reads the message from {@code m}: the payload {@code p}, the time {@code at} when the message occurred,
 *     and the time {@code recorded_at} when the journal recorded it. {@code $1} is the message's body and {@code $3} is
 *     {@code recorded_at}
 * @param argument {@code $2} where the statement has one
 */
public record ProjectionStatement(String sql, @Nullable String argument) {
    private static final String MESSAGE = """
            WITH m AS (
                SELECT p, (p -> 'meta' ->> 'occurredAt')::timestamptz AS at, p ->> 'environment' AS environment,
                    $2::text AS argument, $3::timestamptz AS recorded_at
                FROM (SELECT journal_payload($1::text) AS p) s)
            """;

    static ProjectionStatement of(String sql) {
        return of(sql, null);
    }

    static ProjectionStatement of(String sql, @Nullable String argument) {
        return new ProjectionStatement(MESSAGE + sql, argument);
    }
}
