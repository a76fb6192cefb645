package io.firstfill.ledger.postgres.projection;

import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingEvidenceWithdrawn;
import io.firstfill.contract.listing.ListingQualified;
import io.firstfill.contract.listing.ListingRescheduled;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingSkipped;
import io.firstfill.contract.listing.ListingTermsChanged;
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.listing.TradingOpened;
import java.util.List;

/** Projects listings with their verdict and their evidence, and the scanner's decision for each run. */
final class ListingProjection {
    private static final String DECISION = "listing_decision";

    /**
     * A message with a {@code source} adds evidence. A person's announcement of a listing that is known moves no
     * opening. The qualification that occurred last replaces earlier ones.
     */
    private static final String OBSERVED = """
            INSERT INTO listing AS l (listing_id, environment, pair, first_seen, opening_time, detected_at, opened_at,
                withdrawn_at, verdict, verdict_at, reasons, rules, evidence)
            SELECT (p ->> 'listingId')::uuid, environment, p ->> 'pair', at, (p ->> 'openingTime')::timestamptz,
                (p ->> 'detectedAt')::timestamptz, (p ->> 'seenAt')::timestamptz,
                CASE $2::text WHEN 'ListingWithdrawn' THEN at END, p ->> 'verdict',
                CASE WHEN p ? 'verdict' THEN at END, coalesce(p -> 'reasons', '[]'), p -> 'rules',
                CASE WHEN p ? 'source' THEN jsonb_build_array(jsonb_build_object(
                    'type', $2::text, 'source', p -> 'source', 'at', at, 'openingTime', p -> 'openingTime',
                    'by', coalesce(p -> 'announcedBy', p -> 'withdrawnBy'), 'reason', p -> 'reason'))
                ELSE '[]'::jsonb END
            FROM m
            ON CONFLICT (listing_id) DO UPDATE SET
                first_seen = least(l.first_seen, excluded.first_seen),
                opening_time = CASE $2::text WHEN 'ListingAnnounced'
                    THEN coalesce(l.opening_time, excluded.opening_time)
                    ELSE coalesce(excluded.opening_time, l.opening_time) END,
                detected_at = coalesce(l.detected_at, excluded.detected_at),
                opened_at = coalesce(l.opened_at, excluded.opened_at),
                withdrawn_at = coalesce(l.withdrawn_at, excluded.withdrawn_at),
                verdict = CASE WHEN excluded.verdict_at >= coalesce(l.verdict_at, '-infinity')
                    THEN excluded.verdict ELSE l.verdict END,
                verdict_at = greatest(excluded.verdict_at, l.verdict_at),
                reasons = CASE WHEN excluded.verdict_at >= coalesce(l.verdict_at, '-infinity')
                    THEN excluded.reasons ELSE l.reasons END,
                rules = CASE WHEN excluded.verdict_at >= coalesce(l.verdict_at, '-infinity')
                    THEN coalesce(excluded.rules, l.rules) ELSE coalesce(l.rules, excluded.rules) END,
                evidence = l.evidence || excluded.evidence
            """;

    private static final ProjectionStatement TERMS = ProjectionStatement.of("""
            INSERT INTO listing AS l (listing_id, environment, pair, first_seen, terms)
            SELECT (p ->> 'listingId')::uuid, environment, p ->> 'pair', at, (p -> 'terms') || jsonb_build_object(
                'changedBy', p -> 'changedBy', 'changedAt', at, 'reason', p -> 'reason')
            FROM m
            ON CONFLICT (listing_id) DO UPDATE SET
                first_seen = least(l.first_seen, excluded.first_seen),
                terms = CASE WHEN (excluded.terms ->> 'changedAt')::timestamptz
                        >= coalesce((l.terms ->> 'changedAt')::timestamptz, '-infinity')
                    THEN excluded.terms ELSE l.terms END
            """);

    /** A listing that was left alone, and is no longer, may be skipped again for another reason. */
    private static final String DECIDED = """
            INSERT INTO listing_decision AS d (run_id, listing_id, environment, outcome, decided_at, source, confidence,
                deadline, reason, detail)
            SELECT (p ->> 'runId')::uuid, (p ->> 'listingId')::uuid, environment, $2::text, at, p ->> 'source',
                p ->> 'confidence', (p ->> 'deadline')::timestamptz, p ->> 'reason', p ->> 'detail'
            FROM m
            ON CONFLICT (run_id, listing_id, outcome) DO UPDATE SET
                decided_at = excluded.decided_at, reason = excluded.reason, detail = excluded.detail
            WHERE d.reason = 'LEFT_ALONE' AND excluded.decided_at > d.decided_at
            """;

    private static final ProjectionStatement SIGNALED = ProjectionStatement.of(DECIDED, "SIGNALED");
    private static final ProjectionStatement SKIPPED = ProjectionStatement.of(DECIDED, "SKIPPED");

    private ListingProjection() {}

    static List<ProjectionStatement> of(ListingEvent event) {
        return switch (event) {
            case ListingAnnounced e -> List.of(observed(e));
            case ListingRescheduled e -> List.of(observed(e));
            case ListingWithdrawn e -> List.of(observed(e));
            case ListingQualified e -> List.of(observed(e));
            case TradingOpened e -> List.of(observed(e));
            case ListingSignal e -> List.of(SIGNALED.on(DECISION, e.runId(), e.listingId()));
            case ListingSkipped e -> List.of(SKIPPED.on(DECISION, e.runId(), e.listingId()));
            case ListingTermsChanged e -> List.of(TERMS.on("listing", e.listingId()));
            case ListingEvidenceWithdrawn e -> List.of(observed(e));
        };
    }

    private static ProjectionStatement observed(ListingEvent event) {
        return ProjectionStatement.of(OBSERVED, event.type()).on("listing", event.listingId());
    }
}
