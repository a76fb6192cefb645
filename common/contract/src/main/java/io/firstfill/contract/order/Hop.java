package io.firstfill.contract.order;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An interval between two times of a buy's {@link Timeline}, in the order in which a buy passes them. An interval that
 * is meaningful for one kind of buy only is not measured for the other: a scheduled buy is signed long before its
 * opening and becomes durable while its request is being sent.
 */
public enum Hop {
    /**
     * Surprises only. The interval runs from the exchange's clock to ours, so it holds the difference of the clocks and
     * may be negative.
     */
    EVENT_DETECTED,
    DETECTED_SIGNALED,
    SIGNALED_CONSUMED,
    /** Surprises only. */
    CONSUMED_DURABLE,
    /** Surprises only: a surprise is signed while its event becomes durable. */
    CONSUMED_SIGNED,
    /** Surprises only. */
    DURABLE_WRITTEN,
    /** Surprises only: the whole way through our services. */
    DETECTED_WRITTEN,
    /** Scheduled buys only. */
    FIRED_WRITTEN,
    /** Scheduled buys only. */
    FIRED_DURABLE,
    /**
     * Scheduled buys only. The interval runs from the exchange's clock to ours; it is negative when the request was
     * sent early, to arrive in time.
     */
    OPENING_WRITTEN,
    WRITTEN_ANSWERED,
    ANSWERED_FILLED;

    /** The trigger of a buy: a known opening time, or the detection of a listing that trades already. */
    public enum Kind {
        SCHEDULED,
        SURPRISE;

        public static Kind of(Timeline timeline) {
            return timeline.openingTime() == null ? SURPRISE : SCHEDULED;
        }

        /** The name in metrics and in the ledger's API. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The name in metrics and in the ledger's API. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the intervals that are measured for buys of the kind. */
    public static Set<Hop> of(Kind kind) {
        Set<Hop> both = EnumSet.of(DETECTED_SIGNALED, SIGNALED_CONSUMED, WRITTEN_ANSWERED, ANSWERED_FILLED);
        both.addAll(
                switch (kind) {
                    case SURPRISE ->
                        EnumSet.of(
                                EVENT_DETECTED, CONSUMED_DURABLE, CONSUMED_SIGNED, DURABLE_WRITTEN, DETECTED_WRITTEN);
                    case SCHEDULED -> EnumSet.of(FIRED_WRITTEN, FIRED_DURABLE, OPENING_WRITTEN);
                });
        return both;
    }

    /** Returns the intervals whose start and end are both known. */
    public static Map<Hop, Duration> of(Timeline t) {
        Map<Hop, Duration> known = new EnumMap<>(Hop.class);
        DETECTED_SIGNALED.measure(known, t.detectedAt(), t.signaledAt());
        SIGNALED_CONSUMED.measure(known, t.signaledAt(), t.consumedAt());
        switch (Kind.of(t)) {
            case SURPRISE -> {
                EVENT_DETECTED.measure(known, t.eventTime(), t.detectedAt());
                CONSUMED_DURABLE.measure(known, t.consumedAt(), t.submittedAt());
                CONSUMED_SIGNED.measure(known, t.consumedAt(), t.signedAt());
                DURABLE_WRITTEN.measure(known, t.submittedAt(), t.writtenAt());
                DETECTED_WRITTEN.measure(known, t.detectedAt(), t.writtenAt());
            }
            case SCHEDULED -> {
                FIRED_WRITTEN.measure(known, t.firedAt(), t.writtenAt());
                FIRED_DURABLE.measure(known, t.firedAt(), t.submittedAt());
                OPENING_WRITTEN.measure(known, t.openingTime(), t.writtenAt());
            }
        }
        WRITTEN_ANSWERED.measure(known, t.writtenAt(), t.answeredAt());
        ANSWERED_FILLED.measure(known, t.answeredAt(), t.filledAt());
        return known;
    }

    private void measure(Map<Hop, Duration> known, @Nullable Instant from, @Nullable Instant to) {
        if (from != null && to != null) {
            known.put(this, Duration.between(from, to));
        }
    }
}
