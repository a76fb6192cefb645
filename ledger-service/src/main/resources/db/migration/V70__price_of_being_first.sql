-- What an order paid over the first trade of its pair: the price of being first.

-- The first trade of a push, with the time at which it was made, by the exchange's clock.
ALTER TABLE price_point ADD COLUMN trade_at timestamptz, ADD COLUMN trade_price numeric;

-- The first trade at an announced opening, by its own time: openings come up to 120 ms late, and where no trade of the
-- first 250 ms was pushed the first one is not known. An answer with a last price is no first trade, and of a surprise
-- the pushes begin too late to show it.
CREATE FUNCTION first_trade(o orders) RETURNS numeric
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT p.trade_price FROM price_point p
    WHERE p.listing_id = (o).listing_id
        AND p.trade_at >= (o).opening_time AND p.trade_at < (o).opening_time + interval '250 ms'
    ORDER BY p.trade_at LIMIT 1
$$;

-- As a fraction: 0.25 is a quarter more than the first trade, a negative one less.
CREATE FUNCTION paid_over(paid numeric, first numeric) RETURNS numeric
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN first > 0 THEN round(paid / first - 1, 6) END;

DROP VIEW api_trade;

CREATE OR REPLACE VIEW api_order AS
SELECT created_at AS sort_time, client_order_id AS sort_key, environment, run_id AS "runId", pair, status,
       client_order_id AS "clientOrderId", listing_id AS "listingId", permit_id AS "permitId", side,
       order_type AS "orderType", attempt, quote_amount::text AS "quoteAmount", valid_until AS "validUntil",
       exchange_order_id AS "exchangeOrderId", filled_quantity::text AS "filledQuantity",
       filled_amount::text AS "filledAmount", average_price::text AS "averagePrice", reason, detail,
       http_status AS "httpStatus", exchange_code AS "exchangeCode", ambiguity, resolution, probes,
       created_at AS "createdAt", status_at AS "statusAt", updated_at AS "updatedAt", order_kind(o) AS kind,
       jsonb_build_object(
           'openingTime', opening_time, 'eventTime', event_time, 'detectedAt', detected_at, 'signaledAt', signaled_at,
           'consumedAt', consumed_at, 'firedAt', fired_at, 'submittedAt', submitted_at, 'signedAt', signed_at,
           'writtenAt', written_at, 'answeredAt', answered_at, 'filledAt', filled_at, 'exchangeTime', exchange_time,
           'recordedAt', recorded_at, 'fillRecordedAt', fill_recorded_at, 'hopMicros', h.hops) AS timeline,
       micros(detected_at, signaled_at) AS "detectionToSignalMicros",
       micros(signaled_at, consumed_at) AS "signalToConsumedMicros",
       micros(detected_at, submitted_at) AS "detectionToSubmittedMicros",
       micros(fired_at, submitted_at) AS "firedToSubmittedMicros",
       micros(submitted_at, written_at) AS "submittedToWrittenMicros",
       micros(opening_time, written_at) AS "openingToWrittenMicros",
       micros(written_at, answered_at) AS "writtenToAnsweredMicros",
       micros(answered_at, filled_at) AS "answeredToFilledMicros",
       order_latency(o) AS "latencyMicros", latency_badge(order_latency(o)) AS badge,
       first.price::text AS "firstTradePrice", paid_over(average_price, first.price)::text AS "paidOverFirstTrade"
FROM orders o
CROSS JOIN LATERAL (SELECT coalesce(jsonb_object_agg(hop, micros), '{}') AS hops FROM order_hops(o)) h
LEFT JOIN LATERAL first_trade(o) AS first (price) ON o.filled_quantity > 0;

CREATE VIEW api_trade AS
SELECT o.* FROM api_order o WHERE o."filledQuantity" IS NOT NULL AND o."filledQuantity"::numeric > 0;
