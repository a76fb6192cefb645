package io.firstfill.trader.sell;

import io.firstfill.contract.exit.ExitTriggered;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.value.Price;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.position.Exit;
import io.firstfill.trader.position.Position;
import io.firstfill.trader.state.EngineState;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a sell is measured by: the free balance, the best bid and the pair's rules. A balance that is known and
 * shows the last fill is not asked for again, and a bid that has triggered just now counts. What is not answered in
 * time is left out. Confined to the event loop.
 */
final class SellReadings {
    /**
     * What was read for one attempt.
     *
     * @param free of the base asset; empty where the exchange did not tell
     * @param askedAt when the balance was asked for, by our clock; {@link Instant#MIN} where it is not known
     * @param bid empty where there is none, or it was not told
     */
    record Found(Optional<BigDecimal> free, Instant askedAt, Optional<Price> bid, SellTerms terms) {}

    private final EngineState state;
    private final SellParts parts;
    private final EventLoop loop;
    private final SellSettings settings;
    /** When coins of a position were first found missing. */
    private final Map<PositionId, Instant> missing = new HashMap<>();

    SellReadings(EngineState state, SellParts parts, EventLoop loop, SellSettings settings) {
        this.state = state;
        this.parts = parts;
        this.loop = loop;
        this.settings = settings;
    }

    SellTerms terms(Position position) {
        return SellTerms.of(
                position, position.listing().flatMap(state.listings()::rules), settings.smallestAmount());
    }

    /** Reads, and tells on the event loop what was found, within the time of the settings. */
    void read(Position position, Exit exit, ExitTriggered trigger, Consumer<Found> then) {
        Collected collected = new Collected(position, then);
        boolean suspect = missing.containsKey(position.id())
                || exit.lastRefusal().map(SellReaction::of).filter(SellReaction.READ_BALANCE::equals).isPresent();
        Instant shows = position.changedAt().plus(settings.settling());
        parts.balances()
                .known(position.pair().base())
                .filter(known -> !suspect && !known.askedAt().isBefore(shows))
                .ifPresentOrElse(collected::balance, () -> collected.ask(parts.balances()
                        .ask(position.pair().base())));
        Instant pricedAt = trigger.pricedAt();
        Price seen = trigger.seenPrice();
        if (seen != null && pricedAt != null && loop.now().isBefore(pricedAt.plus(settings.readWithin()))) {
            collected.bid(Optional.of(seen));
        } else {
            collected.askBid(parts.prices().bid(position.pair()));
        }
        loop.after(settings.readWithin(), collected::finish);
    }

    /** Returns whether coins were missing before, in an earlier reading after the last fill had settled. */
    boolean isMissingAgain(Position position, Found found) {
        Instant settled = position.changedAt().plus(settings.settling());
        if (found.askedAt().isBefore(settled)) {
            return false;
        }
        Instant first = missing.putIfAbsent(position.id(), found.askedAt());
        return first != null && first.plus(settings.settling()).compareTo(found.askedAt()) <= 0;
    }

    private final class Collected {
        private final Position position;
        private final Consumer<Found> then;
        private final AtomicReference<FreeBalances.@Nullable Reading> reading = new AtomicReference<>();
        private Optional<Price> bid = Optional.empty();
        private int waiting = 2;

        Collected(Position position, Consumer<Found> then) {
            this.position = position;
            this.then = then;
        }

        void ask(Uni<Optional<FreeBalances.Reading>> question) {
            question.onFailure()
                    .recoverWithItem(Optional.empty())
                    .subscribe()
                    .with(answer -> loop.execute(() -> balance(answer.orElse(null))));
        }

        void askBid(Uni<Optional<Price>> question) {
            question.onFailure()
                    .recoverWithItem(Optional.empty())
                    .subscribe()
                    .with(answer -> loop.execute(() -> bid(answer)));
        }

        void balance(FreeBalances.@Nullable Reading told) {
            reading.set(told);
            next();
        }

        void bid(Optional<Price> told) {
            bid = told;
            next();
        }

        private void next() {
            if (waiting > 0 && --waiting == 0) {
                tell();
            }
        }

        void finish() {
            if (waiting > 0) {
                waiting = 0;
                tell();
            }
        }

        private void tell() {
            FreeBalances.Reading told = reading.get();
            Optional<BigDecimal> free = Optional.ofNullable(told).map(FreeBalances.Reading::free);
            then.accept(new Found(free, told == null ? Instant.MIN : told.askedAt(), bid, terms(position)));
        }
    }
}
