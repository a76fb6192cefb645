-- How positions end: their exit plans, exits and sells, and what came of them. RESULT.md states every figure, and the query
-- over the journal that gives the same ones.

ALTER TABLE position
    ADD COLUMN sold          numeric,
    ADD COLUMN reason        text,
    ADD COLUMN left_quantity numeric,
    ADD COLUMN left_worth    numeric,
    -- Net of fees that were taken in the base asset: what is left and what was sold, by the latest event.
    ADD COLUMN bought        numeric,
    -- Fees of the buys: by client order id, by asset.
    ADD COLUMN buy_fees      jsonb,
    ADD COLUMN plan          jsonb,
    ADD COLUMN planned_at    timestamptz,
    ADD COLUMN planned_by    text;
UPDATE position SET bought = quantity WHERE closed_at IS NULL;

CREATE TABLE exit (
    exit_id       uuid PRIMARY KEY,
    environment   text        NOT NULL,
    run_id        uuid        NOT NULL,
    position_id   uuid        NOT NULL,
    pair          text        NOT NULL,
    first_seen    timestamptz NOT NULL,
    triggered_at  timestamptz,
    cause         text,
    level         integer,
    trigger_price numeric,
    seen_price    numeric,
    priced_at     timestamptz,
    quantity      numeric,
    style         text,
    ended_at      timestamptz,
    exit_end      text,
    left_quantity numeric,
    left_worth    numeric
);
CREATE INDEX exit_position ON exit (position_id);

-- One row per order that sells; columns as those of a buy.
CREATE TABLE sell (
    client_order_id   text PRIMARY KEY,
    environment       text        NOT NULL,
    run_id            uuid        NOT NULL,
    position_id       uuid        NOT NULL,
    exit_id           uuid        NOT NULL,
    pair              text        NOT NULL,
    status            text        NOT NULL CHECK (order_rank(status) IS NOT NULL),
    status_at         timestamptz NOT NULL,
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL,
    attempt           integer,
    order_type        text,
    quantity          numeric,
    limit_price       numeric,
    valid_until       timestamptz,
    exchange_order_id text,
    filled_quantity   numeric,
    filled_amount     numeric,
    average_price     numeric,
    fees              jsonb,
    reason            text,
    detail            text,
    http_status       integer,
    exchange_code     integer,
    ambiguity         text,
    resolution        text,
    priced_at         timestamptz,
    triggered_at      timestamptz,
    submitted_at      timestamptz,
    signed_at         timestamptz,
    written_at        timestamptz,
    answered_at       timestamptz,
    filled_at         timestamptz,
    exchange_time     timestamptz,
    timed_at          timestamptz,
    recorded_at       timestamptz,
    fill_recorded_at  timestamptz
);
CREATE INDEX sell_position ON sell (position_id);
CREATE INDEX sell_exit ON sell (exit_id);

-- How far a sell was filled, and by when: one row per quantity that a step told, so that each UTC day has its own part.
CREATE TABLE sell_fill (
    client_order_id text        NOT NULL,
    filled_quantity numeric     NOT NULL,
    filled_amount   numeric     NOT NULL,
    environment     text        NOT NULL,
    position_id     uuid        NOT NULL,
    at              timestamptz NOT NULL,
    fees            jsonb,
    PRIMARY KEY (client_order_id, filled_quantity)
);
CREATE INDEX sell_fill_position ON sell_fill (position_id);

-- The latest price of what is held. Not of the journal: a mark is true for a second, and no realised figure has one in it.
CREATE TABLE position_mark (
    position_id uuid PRIMARY KEY,
    environment text        NOT NULL,
    marked_at   timestamptz NOT NULL,
    bid         numeric,
    priced_at   timestamptz,
    stale       boolean     NOT NULL,
    highest     numeric,
    triggers    jsonb       NOT NULL
);

-- The buys of a position, and the first trade of a pair, each by its own index: a result asks for both per position.
CREATE INDEX orders_bought ON orders (run_id, pair, created_at) WHERE filled_quantity > 0;
CREATE INDEX price_point_trade ON price_point (listing_id, trade_at) WHERE trade_at IS NOT NULL;

-- The part of a cost that falls to a part of what it bought. Rounded half away from zero to the decimals that an amount can
-- have; the parts of a sum are differences of these, so that they add up to it.
CREATE FUNCTION cost_part(cost numeric, part numeric, whole numeric) RETURNS numeric
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN whole > 0 THEN round(cost * round(part, 30) / whole, 20) ELSE 0 END;

-- Fees of a position by asset.
CREATE FUNCTION position_fees(p "position") RETURNS TABLE (asset text, of_buys numeric, of_sells numeric)
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT f.asset, coalesce(sum(f.amount) FILTER (WHERE f.bought), 0), coalesce(sum(f.amount) FILTER (WHERE NOT f.bought), 0)
    FROM (SELECT true AS bought, a.key AS asset, a.value::numeric AS amount
          FROM jsonb_each(coalesce((p).buy_fees, '{}')) o, jsonb_each_text(o.value) a
          UNION ALL
          SELECT false, a.key, a.value::numeric
          FROM sell s, jsonb_each_text(coalesce(s.fees, '{}')) a WHERE s.position_id = (p).position_id) f
    GROUP BY f.asset
$$;

-- What a position cost, in quote: gross is everything its buys filled. Fees in the base asset are worth what they cost.
-- all_realised: nothing is open any more, and what is left is written off; coins that were moved elsewhere are not.
CREATE FUNCTION position_cost(p "position")
    RETURNS TABLE (cost numeric, gross numeric, fee_cost numeric, buy_fee numeric, sell_fee numeric, all_realised boolean,
        other_fees jsonb)
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce((p).cost, 0), f.gross, cost_part(coalesce((p).cost, 0), f.in_base, f.gross), f.buy_fee, f.sell_fee,
        (p).closed_at IS NOT NULL AND (p).reason IS DISTINCT FROM 'MOVED_ELSEWHERE', f.others
    FROM (SELECT coalesce((p).bought, (p).quantity, 0) + coalesce(sum(of_buys) FILTER (WHERE asset = base), 0) AS gross,
              coalesce(sum(of_buys) FILTER (WHERE asset = base), 0) AS in_base,
              coalesce(sum(of_buys) FILTER (WHERE asset = quote), 0) AS buy_fee,
              coalesce(sum(of_sells) FILTER (WHERE asset = quote), 0) AS sell_fee,
              coalesce(jsonb_object_agg(asset, trim_scale(CASE WHEN asset = base THEN 0 ELSE of_buys END + of_sells)::text)
                  FILTER (WHERE asset <> quote AND CASE WHEN asset = base THEN 0 ELSE of_buys END + of_sells > 0), '{}')
                  AS others
          FROM (SELECT split_part((p).pair, '/', 1) AS base, split_part((p).pair, '/', 2) AS quote) names
          LEFT JOIN position_fees(p) ON true) f
$$;

-- The figures of a position, in quote; a position has one row. Slippage is what was paid beyond the first trade, and what
-- was received beyond the first trade and beyond the price that triggered: null where that price is not known.
CREATE FUNCTION position_result(p "position")
    RETURNS TABLE (sold numeric, proceeds numeric, cost numeric, gross numeric, fees numeric, other_fees jsonb,
        left_cost numeric, realised numeric, unrealised numeric, bid numeric, priced_at timestamptz, price_stale boolean,
        triggers jsonb, first_trade numeric, paid_over_first numeric, received_over_first numeric,
        received_over_trigger numeric, source text, style text)
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT r.sold, r.proceeds, r.cost, r.gross, r.fees, r.other_fees, r.left_cost,
        r.proceeds - r.sold_cost - CASE WHEN r.all_realised THEN r.left_cost ELSE 0 END - r.fees,
        CASE WHEN (p).closed_at IS NOT NULL THEN 0 ELSE m.bid * (p).quantity - r.left_cost END,
        CASE WHEN (p).closed_at IS NULL THEN m.bid END, CASE WHEN (p).closed_at IS NULL THEN m.priced_at END,
        CASE WHEN (p).closed_at IS NULL THEN m.stale END, CASE WHEN (p).closed_at IS NULL THEN m.triggers END,
        b.first, CASE WHEN r.gross > 0 THEN r.cost - b.first * r.gross END,
        r.of_sells - b.first * r.by_sells, r.over_trigger, b.source, b.style
    FROM (SELECT c.*, q.*, cost_part(c.cost, q.sold, c.gross) AS sold_cost,
              c.cost - c.fee_cost - cost_part(c.cost, q.sold, c.gross) AS left_cost,
              c.fee_cost + c.buy_fee + c.sell_fee AS fees
          FROM position_cost(p) c
          CROSS JOIN (SELECT coalesce(sum(s.filled_quantity), (p).sold, 0) AS sold,
                          coalesce(sum(s.filled_amount), (p).proceeds, 0) AS proceeds,
                          sum(s.filled_quantity) AS by_sells, sum(s.filled_amount) AS of_sells,
                          sum(s.filled_amount - e.trigger_price * s.filled_quantity) AS over_trigger
                      FROM sell s LEFT JOIN exit e ON e.exit_id = s.exit_id
                      WHERE s.position_id = (p).position_id AND s.filled_quantity > 0) q) r
    LEFT JOIN position_mark m ON m.position_id = (p).position_id
    LEFT JOIN LATERAL (
        SELECT first_trade(o) AS first, d.source, u.snapshot ->> 'orderStyle' AS style
        FROM orders o
        LEFT JOIN listing_decision d
            ON d.run_id = o.run_id AND d.listing_id = o.listing_id AND d.outcome = 'SIGNALED'
        LEFT JOIN run u ON u.run_id = o.run_id
        WHERE o.run_id = (p).run_id AND o.pair = (p).pair AND o.filled_quantity > 0
        ORDER BY o.created_at LIMIT 1) b ON true
$$;

-- What each moment of a position adds to the figures: its buys with their fees, each fill of a sell, and what its end left
-- unsold. The sums over all moments are those of position_result.
CREATE FUNCTION position_moments(p "position")
    RETURNS TABLE (at timestamptz, opened integer, cost numeric, proceeds numeric, fees numeric, realised numeric)
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH c AS MATERIALIZED (SELECT * FROM position_cost(p)),
    told AS (
        SELECT f.at, f.client_order_id, f.filled_quantity,
            f.filled_quantity - lag(f.filled_quantity, 1, 0::numeric) OVER sell AS quantity,
            f.filled_amount - lag(f.filled_amount, 1, 0::numeric) OVER sell AS amount,
            max(coalesce((f.fees ->> split_part((p).pair, '/', 2))::numeric, 0)) OVER sell AS fee
        FROM sell_fill f WHERE f.position_id = (p).position_id
        WINDOW sell AS (PARTITION BY f.client_order_id ORDER BY f.filled_quantity)),
    summed AS (
        SELECT t.at, t.amount, t.fee - lag(t.fee, 1, 0::numeric) OVER sell AS fee, t.quantity,
            sum(t.quantity) OVER (ORDER BY t.at, t.client_order_id, t.filled_quantity) AS sold
        FROM told t
        WINDOW sell AS (PARTITION BY t.client_order_id ORDER BY t.filled_quantity)),
    parts AS (
        SELECT s.at, s.amount, s.fee, s.sold,
            cost_part(c.cost, s.sold, c.gross) - cost_part(c.cost, s.sold - s.quantity, c.gross) AS sold_cost
        FROM summed s CROSS JOIN c)
    SELECT (p).opened_at, 1, c.cost, 0, c.fee_cost + c.buy_fee, -c.fee_cost - c.buy_fee FROM c
    UNION ALL
    SELECT s.at, 0, 0, s.amount, s.fee, s.amount - s.sold_cost - s.fee FROM parts s
    UNION ALL
    SELECT (p).closed_at, 0, 0, e.proceeds, 0, e.proceeds - CASE WHEN c.all_realised THEN c.cost - c.fee_cost
            - cost_part(c.cost, coalesce((SELECT max(s.sold) FROM parts s), (p).sold, 0), c.gross) ELSE 0 END
        - CASE WHEN EXISTS (SELECT FROM parts) THEN 0 ELSE cost_part(c.cost, coalesce((p).sold, 0), c.gross) END
    FROM c CROSS JOIN (SELECT CASE WHEN EXISTS (SELECT FROM parts) THEN 0 ELSE coalesce((p).proceeds, 0) END AS proceeds) e
    WHERE (p).closed_at IS NOT NULL
$$;

-- A signed amount as text, without zeros at its end.
CREATE FUNCTION amount_text(amount numeric) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN trim_scale(amount)::text;

DROP VIEW api_position;
CREATE VIEW api_position AS
SELECT opened_at AS sort_time, p.position_id::text AS sort_key, p.environment, p.run_id AS "runId", p.pair,
       CASE WHEN closed_at IS NULL THEN 'OPEN' ELSE 'CLOSED' END AS status, p.position_id AS "positionId",
       p.quantity::text AS quantity, p.cost::text AS cost, p.average_price::text AS "averagePrice",
       CASE WHEN coalesce(p.proceeds, p.sold) IS NOT NULL OR r.sold > 0 THEN amount_text(r.proceeds) END AS proceeds,
       p.held_by AS "heldBy", p.opened_at AS "openedAt",
       greatest(p.changed_at, p.opened_at) AS "changedAt", p.closed_at AS "closedAt",
       split_part(p.pair, '/', 2) AS quote,
       amount_text(r.sold) AS sold, p.reason, p.left_quantity::text AS "left", p.left_worth::text AS "leftWorth",
       p.plan, p.planned_at AS "plannedAt", p.planned_by AS "plannedBy", amount_text(r.realised) AS realised,
       amount_text(r.unrealised) AS unrealised, amount_text(r.fees) AS fees, r.other_fees AS "otherFees",
       amount_text(greatest(r.left_cost, 0)) AS "leftCost", r.bid::text AS bid, r.priced_at AS "pricedAt",
       r.price_stale AS "priceStale", r.triggers AS "nextTriggers", r.first_trade::text AS "firstTradePrice",
       amount_text(r.paid_over_first) AS "paidOverFirstTrade",
       amount_text(r.received_over_first) AS "receivedOverFirstTrade",
       amount_text(r.received_over_trigger) AS "receivedOverTrigger", r.source, r.style
FROM position p
CROSS JOIN LATERAL position_result(p) r;

-- Exits and sells are listed as V24__list_indexes.sql describes it.
CREATE FUNCTION exit_status(ended text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN coalesce(ended, 'OPEN');

CREATE VIEW list_exit AS
SELECT first_seen AS sort_time, exit_id AS sort_key,
       environment || ' ' || exit_status(exit_end) AS scope,
       environment || ' ' || run_id::text || ' ' || exit_status(exit_end) AS scope_run,
       environment || ' ' || pair || ' ' || exit_status(exit_end) AS scope_pair,
       environment || ' ' || run_id::text || ' ' || pair || ' ' || exit_status(exit_end) AS scope_run_pair,
       environment || ' ' || cause || ' ' || exit_status(exit_end) AS scope_kind,
       environment || ' ' || run_id::text || ' ' || cause || ' ' || exit_status(exit_end) AS scope_run_kind,
       environment || ' ' || pair || ' ' || cause || ' ' || exit_status(exit_end) AS scope_pair_kind,
       environment || ' ' || run_id::text || ' ' || pair || ' ' || cause || ' ' || exit_status(exit_end) AS scope_run_pair_kind
FROM exit;

CREATE INDEX exit_list ON exit
    ((environment || ' ' || exit_status(exit_end)), first_seen, exit_id);
CREATE INDEX exit_list_run ON exit
    ((environment || ' ' || run_id::text || ' ' || exit_status(exit_end)), first_seen, exit_id);
CREATE INDEX exit_list_pair ON exit
    ((environment || ' ' || pair || ' ' || exit_status(exit_end)), first_seen, exit_id);
CREATE INDEX exit_list_run_pair ON exit
    ((environment || ' ' || run_id::text || ' ' || pair || ' ' || exit_status(exit_end)), first_seen, exit_id);
CREATE INDEX exit_list_kind ON exit
    ((environment || ' ' || cause || ' ' || exit_status(exit_end)), first_seen, exit_id)
    WHERE cause IS NOT NULL;
CREATE INDEX exit_list_run_kind ON exit
    ((environment || ' ' || run_id::text || ' ' || cause || ' ' || exit_status(exit_end)), first_seen, exit_id)
    WHERE cause IS NOT NULL;
CREATE INDEX exit_list_pair_kind ON exit
    ((environment || ' ' || pair || ' ' || cause || ' ' || exit_status(exit_end)), first_seen, exit_id)
    WHERE cause IS NOT NULL;
CREATE INDEX exit_list_run_pair_kind ON exit
    ((environment || ' ' || run_id::text || ' ' || pair || ' ' || cause || ' ' || exit_status(exit_end)), first_seen, exit_id)
    WHERE cause IS NOT NULL;

CREATE VIEW list_sell AS
SELECT created_at AS sort_time, client_order_id AS sort_key,
       environment || ' ' || status AS scope,
       environment || ' ' || run_id::text || ' ' || status AS scope_run,
       environment || ' ' || pair || ' ' || status AS scope_pair,
       environment || ' ' || run_id::text || ' ' || pair || ' ' || status AS scope_run_pair
FROM sell;

CREATE INDEX sell_list ON sell
    ((environment || ' ' || status), created_at, client_order_id);
CREATE INDEX sell_list_run ON sell
    ((environment || ' ' || run_id::text || ' ' || status), created_at, client_order_id);
CREATE INDEX sell_list_pair ON sell
    ((environment || ' ' || pair || ' ' || status), created_at, client_order_id);
CREATE INDEX sell_list_run_pair ON sell
    ((environment || ' ' || run_id::text || ' ' || pair || ' ' || status), created_at, client_order_id);

CREATE VIEW api_exit AS
SELECT e.first_seen AS sort_time, e.exit_id::text AS sort_key, e.environment, e.run_id AS "runId", e.pair,
       exit_status(e.exit_end) AS status, e.cause AS kind, e.exit_id AS "exitId", e.position_id AS "positionId",
       e.first_seen AS "firstSeen", e.triggered_at AS "triggeredAt", e.level, e.trigger_price::text AS "triggerPrice",
       e.seen_price::text AS "seenPrice", e.priced_at AS "pricedAt", e.quantity::text AS quantity, e.style,
       e.ended_at AS "endedAt", e.left_quantity::text AS "left", e.left_worth::text AS "leftWorth",
       amount_text(s.sold) AS sold, amount_text(s.proceeds) AS proceeds,
       CASE WHEN s.sold > 0 THEN paid_over(s.proceeds / s.sold, e.trigger_price)::text END AS "receivedOverTrigger",
       s.sells
FROM exit e
CROSS JOIN LATERAL (SELECT coalesce(sum(filled_quantity), 0) AS sold, coalesce(sum(filled_amount), 0) AS proceeds,
                           coalesce(jsonb_agg(client_order_id ORDER BY created_at, client_order_id), '[]') AS sells
                    FROM sell WHERE exit_id = e.exit_id) s;

-- The hops of a sell whose both ends are known, in their order. priced_written is the whole way from the price to the socket.
-- The last two end when the journal made the row.
CREATE FUNCTION sell_hops(s sell) RETURNS TABLE (place integer, hop text, micros bigint)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT h.place, h.hop, h.micros
    FROM (VALUES
        (1, 'priced_triggered', micros(s.priced_at, s.triggered_at)),
        (2, 'triggered_durable', micros(s.triggered_at, s.submitted_at)),
        (3, 'durable_signed', micros(s.submitted_at, s.signed_at)),
        (4, 'signed_written', micros(s.signed_at, s.written_at)),
        (5, 'triggered_written', micros(s.triggered_at, s.written_at)),
        (6, 'priced_written', micros(s.priced_at, s.written_at)),
        (7, 'written_answered', micros(s.written_at, s.answered_at)),
        (8, 'answered_filled', micros(s.answered_at, s.filled_at)),
        (9, 'filled_recorded', micros(s.filled_at, s.fill_recorded_at)),
        (10, 'told_recorded', micros(s.status_at, s.recorded_at))) AS h (place, hop, micros)
    WHERE h.micros IS NOT NULL
$$;

CREATE VIEW api_sell AS
SELECT s.created_at AS sort_time, s.client_order_id AS sort_key, s.environment, s.run_id AS "runId", s.pair, s.status,
       s.client_order_id AS "clientOrderId", s.position_id AS "positionId", s.exit_id AS "exitId", e.cause, e.level,
       e.trigger_price::text AS "triggerPrice", s.attempt, s.order_type AS "orderType", s.quantity::text AS quantity,
       s.limit_price::text AS "limitPrice", s.valid_until AS "validUntil", s.exchange_order_id AS "exchangeOrderId",
       s.filled_quantity::text AS "filledQuantity", s.filled_amount::text AS "filledAmount",
       s.average_price::text AS "averagePrice", coalesce(s.fees, '{}') AS fees, s.reason, s.detail,
       s.http_status AS "httpStatus", s.exchange_code AS "exchangeCode", s.ambiguity, s.resolution,
       s.created_at AS "createdAt", s.status_at AS "statusAt", s.updated_at AS "updatedAt",
       jsonb_build_object(
           'pricedAt', s.priced_at, 'triggeredAt', s.triggered_at, 'submittedAt', s.submitted_at, 'signedAt', s.signed_at,
           'writtenAt', s.written_at, 'answeredAt', s.answered_at, 'filledAt', s.filled_at,
           'exchangeTime', s.exchange_time, 'recordedAt', s.recorded_at, 'fillRecordedAt', s.fill_recorded_at,
           'hopMicros', h.hops) AS timeline,
       micros(s.priced_at, s.written_at) AS "latencyMicros",
       paid_over(s.average_price, e.trigger_price)::text AS "receivedOverTrigger"
FROM sell s
LEFT JOIN exit e ON e.exit_id = s.exit_id
CROSS JOIN LATERAL (SELECT coalesce(jsonb_object_agg(hop, micros), '{}') AS hops FROM sell_hops(s)) h;

-- Adds up fees by asset.
CREATE FUNCTION summed_fees(fees jsonb[]) RETURNS jsonb
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(jsonb_object_agg(s.asset, amount_text(s.amount)), '{}')
    FROM (SELECT f.key AS asset, sum(f.value::numeric) AS amount
          FROM unnest(fees) AS each, jsonb_each_text(each) AS f GROUP BY f.key) s
$$;
