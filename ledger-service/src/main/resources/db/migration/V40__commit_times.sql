-- When the steps of an order could be read. No row holds the time of its own commit, so a transaction of its own stores it
-- afterwards: of the step from which the status comes, and of the first fill. Both are measurements that no message tells; a
-- crash between the two commits leaves a hop unmeasured. A committed_at before recorded_at is of an earlier step.
ALTER TABLE orders
    ADD COLUMN committed_at      timestamptz,
    ADD COLUMN fill_committed_at timestamptz;

-- The last two hops end when the step could be read; before this they ended when its row was made. Orders from before have
-- neither of the two.
CREATE OR REPLACE FUNCTION order_hops(o orders) RETURNS TABLE (place integer, hop text, micros bigint)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT h.place, h.hop, h.micros
    FROM (VALUES
        (1, 'event_detected', 'surprise', micros(o.event_time, o.detected_at)),
        (2, 'detected_signaled', NULL, micros(o.detected_at, o.signaled_at)),
        (3, 'signaled_consumed', NULL, micros(o.signaled_at, o.consumed_at)),
        (4, 'consumed_durable', 'surprise', micros(o.consumed_at, o.submitted_at)),
        (5, 'consumed_signed', 'surprise', micros(o.consumed_at, o.signed_at)),
        (6, 'durable_written', 'surprise', micros(o.submitted_at, o.written_at)),
        (7, 'detected_written', 'surprise', micros(o.detected_at, o.written_at)),
        (8, 'fired_written', 'scheduled', micros(o.fired_at, o.written_at)),
        (9, 'fired_durable', 'scheduled', micros(o.fired_at, o.submitted_at)),
        (10, 'opening_written', 'scheduled', micros(o.opening_time, o.written_at)),
        (11, 'written_answered', NULL, micros(o.written_at, o.answered_at)),
        (12, 'answered_filled', NULL, micros(o.answered_at, o.filled_at)),
        (13, 'filled_recorded', NULL, micros(o.filled_at, o.fill_committed_at)),
        (14, 'told_recorded', NULL, micros(o.status_at, CASE WHEN o.committed_at >= o.recorded_at THEN o.committed_at END))) AS h (place, hop, kind, micros)
    WHERE h.micros IS NOT NULL AND (h.kind IS NULL OR h.kind = order_kind(o))
$$;
