package io.firstfill.ledger.postgres.projection;

import io.firstfill.contract.price.PriceEvent;
import io.firstfill.contract.price.PricesRecorded;
import java.util.List;

/** Projects prices around openings: one row per listing and time. */
final class PriceProjection {
    private static final ProjectionStatement POINTS = ProjectionStatement.of("""
            INSERT INTO price_point (listing_id, at, environment, pair, last, bid, ask, trade_at, trade_price)
            SELECT (m.p ->> 'listingId')::uuid, (point ->> 'at')::timestamptz, m.environment, m.p ->> 'pair',
                (point ->> 'last')::numeric, (point ->> 'bid')::numeric, (point ->> 'ask')::numeric,
                (point -> 'trade' ->> 'at')::timestamptz, (point -> 'trade' ->> 'price')::numeric
            FROM m CROSS JOIN LATERAL jsonb_array_elements(m.p -> 'points') AS point
            ON CONFLICT (listing_id, at) DO NOTHING
            """);

    private PriceProjection() {}

    static List<ProjectionStatement> of(PriceEvent event) {
        return switch (event) {
            case PricesRecorded recorded -> List.of(POINTS.on("price_point", recorded.listingId()));
        };
    }
}
