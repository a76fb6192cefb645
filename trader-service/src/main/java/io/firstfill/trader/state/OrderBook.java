package io.firstfill.trader.state;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderPartiallyFilled;
import io.firstfill.contract.order.OrderRejected;
import io.firstfill.contract.order.OrderResolved;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.OrderUnresolved;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.value.Pair;
import io.firstfill.trader.listing.ListingKey;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.BuyState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The orders of one environment that have not ended, and the memory of those that have. Confined to the event loop. */
final class OrderBook implements Orders {
    /** A pair listed again under another id within this time counts as the same listing. */
    private static final Duration PAIR_REST = Duration.ofDays(1);
    /** As long as orders are replayed: an event of an older order cannot be read again. */
    private static final Duration KEPT = Duration.ofDays(2);

    private record RunPair(RunId run, Pair pair) {}

    private final Map<ClientOrderId, BuyState> open = new LinkedHashMap<>();
    /** Attempts decided by this process, with what their events do not carry: terms, deadline, timeline. */
    private final Map<ClientOrderId, Buy> planned = new HashMap<>();

    /** Buys that have bought something, or may have: one with proof that it bought nothing is no part. */
    private final Map<RunPair, Map<ClientOrderId, Buy>> sent = new HashMap<>();

    private final Map<ClientOrderId, Instant> ended = new HashMap<>();
    private final Map<PermitId, Instant> returned = new HashMap<>();
    private final OpeningLateness lateness = new OpeningLateness();
    private final FirstMinuteVerdict firstMinute = new FirstMinuteVerdict();

    void plan(Buy buy) {
        planned.put(buy.clientOrderId(), buy);
    }

    Optional<Buy> planned(ClientOrderId id) {
        return Optional.ofNullable(planned.get(id));
    }

    boolean hasEnded(ClientOrderId id) {
        return ended.containsKey(id);
    }

    boolean isReturned(PermitId permit) {
        return returned.containsKey(permit);
    }

    /** Keeps the state of an order that has not ended. */
    void put(BuyState state) {
        Buy buy = state.buy();
        if (state.mayBeSent()) {
            sent.computeIfAbsent(new RunPair(buy.runId(), buy.pair()), pair -> new HashMap<>())
                    .put(buy.clientOrderId(), buy);
        }
        open.put(buy.clientOrderId(), state);
    }

    /** No event of the order has any effect from now on. */
    void end(OrderStep event) {
        ClientOrderId id = event.clientOrderId();
        open.remove(id);
        planned.remove(id);
        ended.put(id, event.meta().occurredAt());
        if (hasBoughtNothing(event)) {
            sent.computeIfPresent(new RunPair(event.runId(), event.pair()), (pair, buys) -> {
                buys.remove(id);
                return buys.isEmpty() ? null : buys;
            });
        }
    }

    /** Returns whether an order for the listing has bought something, or may exist at the exchange. */
    boolean mayHaveBought(ListingKey key) {
        Stream<Buy> unended = open.values().stream().filter(BuyState::mayBeSent).map(BuyState::buy);
        Stream<Buy> ended = sent.values().stream().flatMap(buys -> buys.values().stream());
        return Stream.concat(unended, ended).anyMatch(buy -> ListingKey.of(buy).equals(key));
    }

    /** The armed buy that has the permit, if any, was disarmed: it may be armed again under the same order id. */
    void returned(PermitId permit, Instant at) {
        returned.put(permit, at);
        open.values().removeIf(state -> {
            boolean disarmed =
                    state instanceof BuyState.Armed && state.buy().permitId().equals(permit);
            if (disarmed) {
                planned.remove(state.buy().clientOrderId());
            }
            return disarmed;
        });
    }

    /** Not done at each decision, because an order waits for those. */
    void forget(Instant now) {
        Instant horizon = now.minus(KEPT);
        sent.values().forEach(buys -> buys.values().removeIf(old -> isRested(old, now)));
        sent.values().removeIf(Map::isEmpty);
        ended.values().removeIf(at -> at.isBefore(horizon));
        returned.values().removeIf(at -> at.isBefore(horizon));
    }

    @Override
    public Optional<BuyState> find(ClientOrderId id) {
        return Optional.ofNullable(open.get(id));
    }

    @Override
    public List<BuyState> all() {
        return new ArrayList<>(open.values());
    }

    @Override
    public List<BuyState> inFlight() {
        return open.values().stream().filter(OrderBook::isInFlight).toList();
    }

    @Override
    public List<BuyState> inFlight(RunId run) {
        return open.values().stream()
                .filter(OrderBook::isInFlight)
                .filter(state -> state.buy().runId().equals(run))
                .toList();
    }

    @Override
    public PairUse use(ListingSignal signal, Instant now) {
        RunPair pair = new RunPair(signal.runId(), signal.pair());
        boolean bought = sent.getOrDefault(pair, Map.of()).values().stream()
                .filter(buy -> !isInFlight(open.get(buy.clientOrderId())))
                .filter(buy -> !isRested(buy, now))
                .anyMatch(buy -> !buy.listingId().equals(signal.listingId()));
        if (bought) {
            return PairUse.BOUGHT;
        }
        return open.values().stream()
                        .filter(OrderBook::isInFlight)
                        .map(BuyState::buy)
                        .filter(buy -> pair.equals(new RunPair(buy.runId(), buy.pair())))
                        .anyMatch(buy -> !buy.listingId().equals(signal.listingId()))
                ? PairUse.IN_FLIGHT
                : PairUse.FREE;
    }

    @Override
    public int opensWith(Instant opening) {
        return Math.toIntExact(open.values().stream()
                .map(state -> state.buy().timeline().openingTime())
                .filter(Objects::nonNull)
                .filter(other -> Duration.between(opening, other).abs().compareTo(Duration.ofSeconds(1)) < 0)
                .count());
    }

    @Override
    public FirstMinuteVerdict firstMinute() {
        return firstMinute;
    }

    @Override
    public OpeningLateness lateness() {
        return lateness;
    }

    @Override
    public boolean opensBefore(Instant moment) {
        return open.values().stream()
                .anyMatch(state -> state instanceof BuyState.Armed armed
                        && armed.openingTime().isBefore(moment));
    }

    /** Returns whether the event ends its order. */
    static boolean isEnd(OrderStep event) {
        return switch (event) {
            case OrderDenied denied -> true;
            case OrderRejected rejected -> true;
            case OrderFilled filled -> true;
            case OrderCanceled canceled -> true;
            case OrderResolved resolved -> resolved.resolution() == Resolution.ABSENT;
            case OrderArmed armed -> false;
            case OrderSubmitted submitted -> false;
            case OrderAccepted accepted -> false;
            case OrderPartiallyFilled part -> false;
            case OrderUnresolved unresolved -> false;
        };
    }

    /** Returns whether a request of the order may be at the exchange from this event on. */
    static boolean isSent(OrderStep event) {
        return event instanceof OrderSubmitted || event instanceof OrderUnresolved;
    }

    /** Returns whether the order is armed or followed; one that is handed over waits for a person. */
    private static boolean isInFlight(@Nullable BuyState state) {
        return state != null && !(state instanceof BuyState.HandedOver);
    }

    /** Returns whether the event proves that its order has bought nothing and never will. */
    static boolean hasBoughtNothing(OrderStep event) {
        return switch (event) {
            case OrderDenied denied -> true;
            case OrderRejected rejected -> true;
            case OrderResolved resolved -> resolved.resolution() == Resolution.ABSENT;
            case OrderCanceled canceled -> canceled.filledQuantity().isZero();
            case OrderFilled filled -> false;
            case OrderArmed armed -> false;
            case OrderSubmitted submitted -> false;
            case OrderAccepted accepted -> false;
            case OrderPartiallyFilled part -> false;
            case OrderUnresolved unresolved -> false;
        };
    }

    private static boolean isRested(Buy old, Instant now) {
        return old.deadline().plus(PAIR_REST).isBefore(now);
    }
}
