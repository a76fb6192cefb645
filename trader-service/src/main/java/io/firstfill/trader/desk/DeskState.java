package io.firstfill.trader.desk;

import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.TradingState;
import io.firstfill.trader.credential.KeyPairs;
import io.firstfill.trader.listing.ListingDesk;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.BuyState;
import io.firstfill.trader.order.Fills;
import io.firstfill.trader.permit.Wallet;
import io.firstfill.trader.run.RunBook;
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

/** All that one environment's desk remembers; rebuilt from the topics, confined to the desk's thread. */
final class DeskState {
    /** A pair listed again under another id within this time is taken for the same listing. */
    private static final Duration PAIR_REST = Duration.ofDays(1);

    private record RunPair(RunId run, Pair pair) {}

    final RunBook runs = new RunBook();
    final Wallet wallet = new Wallet();
    final ListingDesk listings = new ListingDesk();
    final Fills fills = new Fills();
    final KeyPairs keyPairs = new KeyPairs();
    private final Map<ClientOrderId, BuyState> buys = new LinkedHashMap<>();
    private final Map<RunPair, Buy> sent = new HashMap<>();
    private @Nullable TradingState tradingState;
    private boolean credentialValid;

    /** Null until risk has said something: then nothing is bought. */
    @Nullable TradingState tradingState() {
        return tradingState;
    }

    void tradingState(TradingState state) {
        tradingState = state;
    }

    boolean credentialValid() {
        return credentialValid;
    }

    void credentialValid(boolean valid) {
        credentialValid = valid;
    }

    Optional<BuyState> buy(ClientOrderId id) {
        return Optional.ofNullable(buys.get(id));
    }

    void put(BuyState state) {
        switch (state) {
            case BuyState.Armed armed -> {}
            case BuyState.Ended ended -> {}
            case BuyState.Submitted submitted -> left(submitted.buy());
            case BuyState.Accepted accepted -> left(accepted.buy());
            case BuyState.Unresolved unresolved -> left(unresolved.buy());
        }
        if (state instanceof BuyState.Ended) {
            buys.remove(state.buy().clientOrderId());
        } else {
            buys.put(state.buy().clientOrderId(), state);
        }
    }

    /** A request may be at the exchange. */
    private void left(Buy buy) {
        wallet.paid(buy.permitId());
        sent.put(new RunPair(buy.runId(), buy.pair()), buy);
    }

    /** Whether another listing of its pair is armed or under way in its run, or was sent within the day. */
    boolean pairTaken(ListingSignal signal, Instant now) {
        RunPair pair = new RunPair(signal.runId(), signal.pair());
        return Stream.concat(
                        Stream.ofNullable(sent.get(pair)).filter(old -> !isRested(old, now)),
                        buys.values().stream()
                                .map(BuyState::buy)
                                .filter(buy -> pair.equals(new RunPair(buy.runId(), buy.pair()))))
                .anyMatch(buy -> !buy.listingId().equals(signal.listingId()));
    }

    /** What is past matters no more; here and not at each decision, because that has an order waiting. */
    void forget(Instant now) {
        sent.values().removeIf(old -> isRested(old, now));
    }

    private static boolean isRested(Buy old, Instant now) {
        return old.deadline().plus(PAIR_REST).isBefore(now);
    }

    /** Not ended. */
    List<BuyState> buys() {
        return new ArrayList<>(buys.values());
    }

    List<BuyState> buys(RunId run) {
        return buys.values().stream()
                .filter(state -> state.buy().runId().equals(run))
                .toList();
    }

    /** Buys under way whose opening is less than a second from this one. */
    int opensWith(Instant opening) {
        return Math.toIntExact(buys.values().stream()
                .map(state -> state.buy().timeline().openingTime())
                .filter(Objects::nonNull)
                .filter(other -> Duration.between(opening, other).abs().compareTo(Duration.ofSeconds(1)) < 0)
                .count());
    }

    /** Whether a bell is set for a moment before this one, by the exchange's clock. */
    boolean opensBefore(Instant moment) {
        return buys.values().stream()
                .anyMatch(state -> state instanceof BuyState.Armed armed
                        && armed.openingTime().isBefore(moment));
    }

    /** Why no request of the run may leave at this moment; empty when one may. */
    Optional<DenialReason> blocked(RunId run) {
        if (!runs.isActive(run)) {
            return Optional.of(DenialReason.RUN_NOT_ACTIVE);
        }
        if (tradingState != TradingState.ACTIVE) {
            return Optional.of(DenialReason.TRADING_STATE);
        }
        return credentialValid ? Optional.empty() : Optional.of(DenialReason.NO_CREDENTIAL);
    }
}
