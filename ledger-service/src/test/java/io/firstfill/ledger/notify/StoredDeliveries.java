package io.firstfill.ledger.notify;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Deliveries in memory, which outlive the process that takes them. */
final class StoredDeliveries implements DeliveryQueue {
    /** One delivery with when it is due. */
    record Stored(Delivery delivery, Instant next) {}

    final Map<UUID, Stored> pending = new LinkedHashMap<>();
    final List<Delivery> sent = new ArrayList<>();
    final Map<UUID, Failure> givenUp = new LinkedHashMap<>();
    final List<Instant> attempts = new ArrayList<>();

    void put(Notification notification, String target, Instant at) {
        Delivery delivery = new Delivery(UUID.randomUUID(), notification, target, 0, at);
        pending.put(delivery.id(), new Stored(delivery, at));
    }

    @Override
    public Uni<List<Delivery>> take(NotificationTarget target, Instant now, Instant until, int limit) {
        List<Delivery> due = pending.values().stream()
                .filter(stored -> !stored.next().isAfter(now))
                .sorted(Comparator.comparing(Stored::next))
                .limit(limit)
                .map(Stored::delivery)
                .toList();
        due.forEach(delivery -> pending.put(delivery.id(), new Stored(delivery, until)));
        return Uni.createFrom().item(due);
    }

    @Override
    public Uni<Void> sent(Delivery delivery, int status, Instant at) {
        pending.remove(delivery.id());
        sent.add(delivery);
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> retry(Delivery delivery, Failure failure, Instant next) {
        attempts.add(failure.at());
        Delivery again = new Delivery(
                delivery.id(),
                delivery.notification(),
                delivery.target(),
                delivery.attempts() + (failure.attempted() ? 1 : 0),
                delivery.createdAt());
        pending.put(delivery.id(), new Stored(again, next));
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> giveUp(Delivery delivery, Failure failure) {
        pending.remove(delivery.id());
        givenUp.put(delivery.id(), failure);
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> add(List<Notice> notices, Instant now) {
        notices.forEach(notice -> put(notice.notification(), "phone", now));
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Delivery> addTaken(NotificationTarget target, Notification notification, Instant now, Instant until) {
        Delivery delivery = new Delivery(UUID.randomUUID(), notification, target.name(), 0, now);
        pending.put(delivery.id(), new Stored(delivery, until));
        return Uni.createFrom().item(delivery);
    }

    @Override
    public Uni<Integer> repeat(Instant silentSince, Instant now) {
        return Uni.createFrom().item(0);
    }

    @Override
    public Uni<Integer> deleteBefore(Instant time) {
        return Uni.createFrom().item(0);
    }
}
