package io.firstfill.contract.order;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a buy's way that are measured, in their order. A part that means something only for one kind of buy is not
 * measured for the other: a scheduled one is signed long before its opening and becomes durable while it is sent.
 */
public enum Hop {
    /** Surprises. From the exchange's clock to ours, so it holds their difference and may be negative. */
    EVENT_DETECTED,
    DETECTED_SIGNALED,
    SIGNALED_CONSUMED,
    /** Surprises. */
    CONSUMED_DURABLE,
    /** Surprises: signed while they become durable. */
    CONSUMED_SIGNED,
    /** Surprises. */
    DURABLE_WRITTEN,
    /** The whole way of a surprise through our services. */
    DETECTED_WRITTEN,
    /** Scheduled buys. */
    FIRED_WRITTEN,
    /** Scheduled buys. */
    FIRED_DURABLE,
    /** Scheduled buys. From the exchange's clock to ours; negative when sent ahead, to arrive in time. */
    OPENING_WRITTEN,
    WRITTEN_ANSWERED,
    ANSWERED_FILLED;

    /** What sets a buy off. */
    public enum Kind {
        SCHEDULED,
        SURPRISE;

        public static Kind of(Timeline timeline) {
            return timeline.openingTime() == null ? SURPRISE : SCHEDULED;
        }

        /** As metrics and programs know it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As metrics and programs know it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those whose both ends are known. */
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
