package io.firstfill.risk.book;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.CorrelationId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.contract.value.Severity;
import io.firstfill.risk.exposure.BoundedHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The records of one environment that could not be processed. While one is open no permit is granted, because the
 * record may have been a halt, a stop or a fill. The quarantine lies apart from the trading state: neither changes the
 * other.
 *
 * @param open records that nobody has acknowledged, the oldest first
 * @param acknowledged the latest records that a person acknowledged, also those not read yet: the acknowledgement and
 *     the record are on different topics
 */
record Quarantine(List<RecordPlace> open, List<RecordPlace> acknowledged) {
    static final Quarantine NONE = new Quarantine(List.of(), List.of());

    /** Number of open records held: far more than a person acknowledges one by one. */
    static final int OPEN_LIMIT = 200;

    private static final int ACKNOWLEDGED_LIMIT = 1_000;

    Quarantine {
        open = List.copyOf(open);
        acknowledged = List.copyOf(acknowledged);
    }

    @JsonIgnore
    boolean holds() {
        return !open.isEmpty();
    }

    boolean knows(RecordPlace place) {
        return open.contains(place) || acknowledged.contains(place);
    }

    /** Returns the open record that gives way to one more: beyond the limit the latest stands for those before it. */
    @Nullable RecordPlace givingWay() {
        return open.size() < OPEN_LIMIT ? null : open.getLast();
    }

    Quarantine with(RecordPlace place) {
        Stream<RecordPlace> kept = open.stream().limit(OPEN_LIMIT - 1L);
        return new Quarantine(Stream.concat(kept, Stream.of(place)).toList(), acknowledged);
    }

    Quarantine acknowledging(RecordPlace place) {
        return new Quarantine(
                open.stream().filter(each -> !each.equals(place)).toList(),
                BoundedHistory.append(acknowledged, place, ACKNOWLEDGED_LIMIT));
    }

    /** @param unknownFor how long no permit is granted, because the book before was lost; zero where it was not */
    static AlertRaised raised(
            EnvironmentId environment, RecordPlace place, String reason, Duration unknownFor, Instant now) {
        return alert(Meta.first(raise(environment, place), now), environment, place, reason, unknownFor);
    }

    /** Creates the alert again, with an id of its own. */
    static AlertRaised restated(EnvironmentId environment, RecordPlace place, Duration unknownFor, Instant now) {
        MessageId first = raise(environment, place);
        MessageId id = MessageId.derivedFrom("AlertRaised", first, now);
        Meta meta = new Meta(id, now, new CorrelationId(first.value()), first);
        return alert(meta, environment, place, "", unknownFor);
    }

    /** Clears the alert under both kinds: below contract level 2 it was stated as a stopped channel. */
    static List<Message> cleared(EnvironmentId environment, RecordPlace place, Instant now) {
        return Stream.of(AlertKind.RECORD_QUARANTINED, AlertKind.CHANNEL_STOPPED)
                .<Message>map(kind -> new AlertCleared(
                        Meta.first(MessageId.derivedFrom("AlertCleared", kind, environment, place), now),
                        environment,
                        kind,
                        subject(place)))
                .toList();
    }

    private static MessageId raise(EnvironmentId environment, RecordPlace place) {
        return MessageId.derivedFrom("AlertRaised", AlertKind.RECORD_QUARANTINED, environment, place);
    }

    /** A restart delays the end of the unknown hour by its downtime. */
    private static AlertRaised alert(
            Meta meta, EnvironmentId environment, RecordPlace place, String reason, Duration unknownFor) {
        String unknownHour = unknownFor.isPositive()
                ? " No permit before " + meta.occurredAt().plus(unknownFor)
                        + ": the buys of the hour before the loss are unknown."
                : "";
        return new AlertRaised(
                meta,
                environment,
                AlertKind.RECORD_QUARANTINED,
                subject(place),
                Severity.CRITICAL,
                "No permits: a record could not be processed" + reason + ". Act on it, then acknowledge it."
                        + unknownHour,
                null);
    }

    private static String subject(RecordPlace place) {
        return "risk " + place;
    }
}
