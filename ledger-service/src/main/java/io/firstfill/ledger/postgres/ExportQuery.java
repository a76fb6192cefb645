package io.firstfill.ledger.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.ledger.export.ExportRequest;
import io.firstfill.ledger.export.ExportRequest.Rows;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * The statement that reads every row of an export in order, each as JSON.
 *
 * @param fetch rows that are read at once; records of the journal may be 900 kB each
 */
record ExportQuery(String sql, Tuple arguments, int fetch) {
    private static final int ITEMS = 500;
    private static final int RECORDS = 50;

    private static final String JOURNAL = """
            SELECT json_build_object('environment', environment, 'position', position, 'messageId', message_id,
                'topic', topic, 'type', type, 'occurredAt', occurred_at, 'recordedAt', recorded_at,
                'previousHash', encode(previous_hash, 'hex'), 'hash', encode(hash, 'hex'),
                'bodySha256', encode(body_sha256, 'hex'), 'body', body)::text AS item
            FROM journal
            WHERE environment = $1 AND position > $2 AND position <= $3
            ORDER BY position
            """;

    static ExportQuery of(ExportRequest request) {
        return switch (request.rows()) {
            case Rows.Listed listed -> {
                ListQuery query = ListQuery.of(
                        request.subject().list().orElseThrow(), listed.filter().unlimited());
                yield new ExportQuery(query.sql(), query.arguments(), ITEMS);
            }
            case Rows.Chained chained ->
                new ExportQuery(
                        JOURNAL, Tuple.of(chained.environment().value(), chained.after(), chained.upTo()), RECORDS);
        };
    }

    static JsonNode item(Row row, ObjectMapper json) {
        try {
            return json.readTree(row.getString("item"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database made JSON that cannot be read", e);
        }
    }
}
