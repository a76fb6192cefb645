package io.firstfill.ledger.notify;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What time alone brings: quiet repetitions, the summary of a day, and the end of what is kept. */
public final class NotificationUpkeep {
    private final NotificationTargets targets;
    private final DeliveryQueue queue;
    private final DayRecords records;
    private final NotificationSettings settings;
    private final InstantSource clock;
    /** The last day that is known to be summed up, by environment. */
    private final Map<EnvironmentId, LocalDate> summed = new HashMap<>();

    public NotificationUpkeep(
            NotificationTargets targets,
            DeliveryQueue queue,
            DayRecords records,
            NotificationSettings settings,
            InstantSource clock) {
        this.targets = targets;
        this.queue = queue;
        this.records = records;
        this.settings = settings;
        this.clock = clock;
    }

    public Uni<Void> run() {
        Instant now = clock.instant();
        return queue.repeat(now.minus(settings.repeatAfter()), now)
                .chain(() -> summaries(now))
                .chain(() -> queue.deleteBefore(now.minus(settings.keptFor())))
                .replaceWithVoid();
    }

    private Uni<Void> summaries(Instant now) {
        LocalDate day = now.minus(settings.summaryDelay())
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .minusDays(1);
        return Multi.createFrom()
                .iterable(targets.environments())
                .filter(environment -> !day.equals(summed.get(environment)))
                .onItem()
                .transformToUniAndConcatenate(environment -> summary(environment, day, now))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> summary(EnvironmentId environment, LocalDate day, Instant now) {
        MessageId id = DaySummary.id(environment, day);
        return records.isNotified(id)
                .chain(told -> told
                        ? Uni.createFrom().voidItem()
                        : records.summary(environment, day)
                                .chain(summary -> queue.add(
                                        List.of(Notice.of(summary.notification(environment, day, now))), now)))
                .invoke(() -> summed.put(environment, day));
    }
}
