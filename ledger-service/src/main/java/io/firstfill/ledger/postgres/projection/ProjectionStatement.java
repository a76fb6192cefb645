package io.firstfill.ledger.postgres.projection;

import org.jspecify.annotations.Nullable;

/**
 * One statement that updates a projection from messages.
 *
 * @param update reads messages from {@code m}: the payload {@code p}, the time {@code at} when the message occurred,
 *     its {@code environment}, and the time {@code recorded_at} when the journal recorded it
 * @param argument {@code $2} where the statement has one
 * @param row names the only row that the statement reads and writes for this message; null where it may concern others.
 *     One statement can take any number of messages with different rows
 */
public record ProjectionStatement(
        String update, @Nullable String argument, @Nullable String row) {
    /** Materialized, so that the body is parsed once, and not for each value that is taken out of it. */
    private static final String ONE = """
            WITH m AS MATERIALIZED (
                SELECT p, (p -> 'meta' ->> 'occurredAt')::timestamptz AS at, p ->> 'environment' AS environment,
                    $2::text AS argument, $3::timestamptz AS recorded_at
                FROM (SELECT journal_payload($1::text) AS p) s)
            """;
    /**
     * The payload as the journal has parsed it. With an empty object added it is decompressed once, and not for each
     * value that is taken out of it.
     */
    private static final String MANY = """
            WITH m AS MATERIALIZED (
                SELECT payload || '{}' AS p, (payload -> 'meta' ->> 'occurredAt')::timestamptz AS at, environment,
                    $2::text AS argument, recorded_at
                FROM journal
                WHERE environment = $3 AND position = ANY ($1::bigint[]) AND recorded_at BETWEEN $4 AND $5)
            """;

    static ProjectionStatement of(String update) {
        return of(update, null);
    }

    static ProjectionStatement of(String update, @Nullable String argument) {
        return new ProjectionStatement(update, argument, null);
    }

    /** Returns the same statement for a message that concerns this row alone. */
    ProjectionStatement on(String table, Object... key) {
        StringBuilder named = new StringBuilder(table);
        for (Object part : key) {
            named.append(' ').append(part);
        }
        return new ProjectionStatement(update, argument, named.toString());
    }

    /**
     * Returns the statement for one message: {@code $1} is its body, {@code $2} the argument and {@code $3} the time of
     * its row.
     */
    public String ofOne() {
        return ONE + update;
    }

    /**
     * Returns the statement for messages that the journal holds: {@code $1} are their positions, {@code $2} the
     * argument, {@code $3} the environment, {@code $4} and {@code $5} the first and the last time of their rows.
     */
    public String ofMany() {
        return MANY + update;
    }
}
