package io.firstfill.risk.book;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.permit.PermitRevoked;
import io.firstfill.contract.value.Amount;
import io.firstfill.risk.CapMessages;
import io.firstfill.risk.InputMessages;
import io.firstfill.risk.RandomLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A trader that spends and returns permits as the real one does, reads permits late, and knows the truth: which permits
 * are out, and what was bought when.
 */
final class TraderModel {
    /** What was bought, at the time that had passed in truth. */
    record Bought(RunId run, Duration at, Amount amount) {}

    final Deque<Message> permits = new ArrayDeque<>();
    final Deque<Message> orders = new ArrayDeque<>();
    final Map<PermitId, PermitGranted> out = new LinkedHashMap<>();
    final List<Bought> bought = new ArrayList<>();
    final List<PermitGranted> positions = new ArrayList<>();
    private final List<Message> published = new ArrayList<>();
    private final Map<PermitId, PermitGranted> free = new LinkedHashMap<>();
    private final Map<PermitId, PermitGranted> armed = new LinkedHashMap<>();
    private final Map<PermitId, PermitGranted> sent = new LinkedHashMap<>();
    private final Map<PermitGranted, Integer> doubted = new LinkedHashMap<>();
    private final Set<PermitId> known = new HashSet<>();
    private final Set<PermitId> paid = new HashSet<>();
    private final Set<RunId> over = new HashSet<>();

    /** Notes what risk has published; the trader reads it later. Returns the permits that are new in truth. */
    int publish(PublishedEvents events) {
        int fresh = 0;
        for (Message event : events.all()) {
            if (event instanceof PermitGranted granted) {
                if (known.add(granted.permitId())) {
                    permits.add(event);
                    fresh += isSpendable(granted) ? 1 : 0;
                }
            } else if (event instanceof PermitRevoked) {
                permits.add(event);
            }
        }
        return fresh;
    }

    /** A permit of a run that is over is returned when it is read, whatever it was granted for. */
    private boolean isSpendable(PermitGranted granted) {
        boolean spendable = !over.contains(granted.runId());
        if (spendable) {
            out.put(granted.permitId(), granted);
        }
        return spendable;
    }

    void read() {
        Message next = permits.poll();
        if (next instanceof PermitGranted granted) {
            free.put(granted.permitId(), granted);
            if (over.contains(granted.runId())) {
                giveBack(granted);
            }
        } else if (next instanceof PermitRevoked revoked) {
            PermitGranted permit = free.getOrDefault(revoked.permitId(), armed.get(revoked.permitId()));
            if (permit != null) {
                giveBack(permit);
            } else if (!paid.contains(revoked.permitId()) && !sent.containsKey(revoked.permitId())) {
                orders.add(InputMessages.returned(revoked.runId(), revoked.permitId()));
            }
        }
    }

    void stop(RunId run) {
        over.add(run);
        List.copyOf(free.values()).stream()
                .filter(permit -> permit.runId().equals(run))
                .forEach(this::giveBack);
        List.copyOf(armed.values()).stream()
                .filter(permit -> permit.runId().equals(run))
                .forEach(this::giveBack);
    }

    /** Returns what is too near its expiry. */
    void expire(Instant now) {
        List.copyOf(free.values()).stream()
                .filter(permit -> permit.expiresAt().isBefore(now.plus(Duration.ofMinutes(2))))
                .forEach(this::giveBack);
    }

    private void giveBack(PermitGranted permit) {
        free.remove(permit.permitId());
        armed.remove(permit.permitId());
        out.remove(permit.permitId());
        publish(InputMessages.returned(permit));
    }

    void arm(RandomGenerator random) {
        PermitGranted permit = take(free, random);
        if (permit != null) {
            armed.put(permit.permitId(), permit);
            publish(InputMessages.armed(permit));
        }
    }

    void submit(RandomGenerator random) {
        PermitGranted permit = take(random.nextInt(3) == 0 && !armed.isEmpty() ? armed : free, random);
        if (permit != null) {
            sent.put(permit.permitId(), permit);
            publish(InputMessages.submitted(permit));
        }
    }

    /** Ends an order: bought, refused, cancelled with nothing bought, or handed to the operator. */
    void end(RandomGenerator random, Instant now, Duration passed) {
        PermitGranted permit = take(sent, random);
        if (permit == null) {
            return;
        }
        int outcome = random.nextInt(24);
        if (outcome < 18) {
            buy(permit, 1 + random.nextInt(10), passed);
            publish(filled(permit, now, bought.getLast().amount(), random.nextBoolean()));
        } else if (outcome < 20) {
            int amount = random.nextInt(2) * (1 + random.nextInt(10));
            doubted.put(permit, amount);
            out.remove(permit.permitId());
            if (amount > 0) {
                buy(permit, amount, passed);
            }
            publish(InputMessages.handedOver(permit, now));
        } else {
            publish(
                    outcome < 22
                            ? CapMessages.rejected(permit, outcome < 21 ? Rejection.TERMINAL : Rejection.NOT_OPEN)
                            : InputMessages.canceled(permit, now, "0"));
            giveBack(permit);
        }
    }

    private void buy(PermitGranted permit, int amount, Duration passed) {
        out.remove(permit.permitId());
        paid.add(permit.permitId());
        bought.add(new Bought(permit.runId(), passed, Amount.of(Integer.toString(amount))));
        positions.add(permit);
    }

    /** A whole fill is final; after a part of it another attempt is announced, which never comes. */
    private static Message filled(PermitGranted permit, Instant now, Amount amount, boolean whole) {
        return whole
                ? InputMessages.filled(permit, now, amount.toString())
                : InputMessages.canceled(permit, now, amount.toString()).followed();
    }

    /** A person wants another amount spent on a listing, perhaps on one of an order that is sent. */
    Message wanted(RandomGenerator random) {
        List<PermitGranted> orders = List.copyOf(sent.values());
        ListingId listing = orders.isEmpty() || random.nextBoolean()
                ? ListingId.derivedFrom(random.nextInt(3))
                : InputMessages.submitted(orders.get(random.nextInt(orders.size())))
                        .listingId();
        return CapMessages.wanted(listing, RandomLimits.wanted(random));
    }

    /** The operator or a late answer settles an order in doubt. */
    void settle(RandomGenerator random, Instant now) {
        if (doubted.isEmpty()) {
            return;
        }
        PermitGranted permit = List.copyOf(doubted.keySet()).get(random.nextInt(doubted.size()));
        int amount = Objects.requireNonNull(doubted.remove(permit));
        publish(
                amount > 0
                        ? InputMessages.filled(permit, now, Integer.toString(amount))
                        : InputMessages.returned(permit));
    }

    void close(RandomGenerator random, Instant now) {
        if (!positions.isEmpty()) {
            PermitGranted permit = positions.get(random.nextInt(positions.size()));
            if (!doubted.containsKey(permit)) {
                positions.remove(permit);
                publish(CapMessages.closed(permit, now, "3"));
            }
        }
    }

    /** A trader that starts again publishes the latest of its events once more. */
    void restart() {
        orders.addAll(published.subList(Math.max(0, published.size() - 5), published.size()));
    }

    boolean isIdle() {
        return permits.isEmpty() && orders.isEmpty();
    }

    /** Ends everything that is under way. */
    void finish(RandomGenerator random, Instant now, Duration passed) {
        while (!sent.isEmpty()) {
            end(random, now, passed);
        }
        while (!doubted.isEmpty()) {
            settle(random, now);
        }
        List.copyOf(armed.values()).forEach(this::giveBack);
    }

    private void publish(Message message) {
        published.add(message);
        orders.add(message);
    }

    private static @Nullable PermitGranted take(Map<PermitId, PermitGranted> from, RandomGenerator random) {
        return from.isEmpty() ? null : from.remove(List.copyOf(from.keySet()).get(random.nextInt(from.size())));
    }
}
