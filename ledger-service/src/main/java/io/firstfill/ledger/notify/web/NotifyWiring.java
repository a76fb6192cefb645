package io.firstfill.ledger.notify.web;

import io.firstfill.ledger.notify.DayRecords;
import io.firstfill.ledger.notify.DeliveryCounts;
import io.firstfill.ledger.notify.DeliveryQueue;
import io.firstfill.ledger.notify.NotificationDispatcher;
import io.firstfill.ledger.notify.NotificationSettings;
import io.firstfill.ledger.notify.NotificationTargets;
import io.firstfill.ledger.notify.NotificationUpkeep;
import io.firstfill.ledger.notify.RetryPauses;
import io.firstfill.ledger.notify.Webhooks;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Puts the parts of the notifications together. */
class NotifyWiring {
    @Produces
    @Singleton
    NotificationDispatcher dispatcher(
            NotificationTargets targets,
            DeliveryQueue queue,
            Webhooks webhooks,
            NotificationSettings settings,
            DeliveryCounts counts,
            InstantSource clock) {
        RetryPauses pauses =
                new RetryPauses(settings.firstPause(), settings.longestPause(), RandomGenerator.getDefault());
        return new NotificationDispatcher(targets.all(), queue, webhooks, pauses, settings, counts, clock);
    }

    @Produces
    @Singleton
    NotificationUpkeep upkeep(
            NotificationTargets targets,
            DeliveryQueue queue,
            DayRecords records,
            NotificationSettings settings,
            InstantSource clock) {
        return new NotificationUpkeep(targets, queue, records, settings, clock);
    }
}
