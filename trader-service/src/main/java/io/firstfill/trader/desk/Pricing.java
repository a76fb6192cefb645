package io.firstfill.trader.desk;

import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.listing.TradingRules;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.trader.listing.ListingKey;
import io.firstfill.trader.listing.Waiting;
import io.firstfill.trader.order.Terms;
import io.firstfill.trader.run.Run;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * On what terms a listing is bought next. A configured cap is the operator's word; without one the best offer of the book
 * plus slippage is the cap, read before the opening where the book is shown, else as soon as it has an offer. Never above
 * what an attempt before was allowed to pay, nor above what the exchange has said it takes.
 */
final class Pricing {
    /** A price read this long ago is of another market. */
    private static final Duration STALE = Duration.ofMinutes(1);

    private final DeskParts desk;
    private final Consumer<ListingKey> priced;
    private final Map<ListingKey, Price> asks = new HashMap<>();
    private final Map<ListingKey, Instant> asked = new HashMap<>();

    /** @param priced told, on the desk's thread, when the book of a listing has been read */
    Pricing(DeskParts desk, Consumer<ListingKey> priced) {
        this.desk = desk;
        this.priced = priced;
    }

    /**
     * Empty while a capped buy has no cap or its pair's decimals are not known; then the book is being asked.
     *
     * @param amount what is left to spend
     */
    Optional<Terms> terms(Waiting waiting, Configuration configuration, Amount amount) {
        Optional<TradingRules> rules =
                desk.state().listings.rules(waiting.signal().listingId());
        if (!waiting.isCapped(configuration.orderStyle(), rules)) {
            return Optional.of(new Terms.Market(amount));
        }
        Optional<Price> cap = cap(waiting, configuration);
        if (cap.isEmpty()) {
            look(waiting.key(), waiting.signal().pair());
        }
        return cap.flatMap(price ->
                rules.flatMap(known -> Terms.capped(amount, price, known.priceDecimals(), known.quantityDecimals())));
    }

    /** Asks the book now, so that a price is at hand should a market order be followed by a capped one. */
    void askAhead(ListingKey key, Pair pair) {
        boolean needed = desk.state()
                .runs
                .open(key.runId())
                .map(Run.Open::configuration)
                .filter(configured -> configured.orderStyle() == OrderStyle.MARKET_THEN_IOC)
                .filter(configured -> configured.priceCap() == null)
                .isPresent();
        if (needed) {
            look(key, pair);
        }
    }

    /** A book that had no offer before our own order is asked again at once. */
    void hurry(ListingKey key) {
        if (!asks.containsKey(key)) {
            asked.remove(key);
        }
    }

    /** What was read for it is not needed any more. */
    void forget(ListingKey key) {
        asks.remove(key);
        asked.remove(key);
    }

    /** Where nothing else is known, what an attempt before was allowed to pay: it is within a cap of ours. */
    private Optional<Price> cap(Waiting waiting, Configuration configuration) {
        Price configured = configuration.priceCap();
        Optional<Price> own = configured != null
                ? Optional.of(configured)
                : Optional.ofNullable(asks.get(waiting.key())).map(this::withSlippage);
        Price highest = waiting.highest();
        return highest == null
                ? own
                : Optional.of(own.filter(price -> price.compareTo(highest) < 0).orElse(highest));
    }

    private Price withSlippage(Price ask) {
        return new Price(ask.value().multiply(BigDecimal.ONE.add(desk.settings().slippage())));
    }

    private void look(ListingKey key, Pair pair) {
        asked.values().removeIf(at -> at.plus(STALE).isBefore(desk.now()));
        asks.keySet().retainAll(asked.keySet());
        Instant before = asked.get(key);
        if (before != null && desk.now().isBefore(before.plus(desk.settings().bookInterval()))) {
            return;
        }
        asked.put(key, desk.now());
        desk.venue()
                .bestAsk(pair)
                .subscribe()
                .with(
                        ask -> desk.thread().execute(() -> read(key, ask)),
                        bug -> desk.thread().execute(() -> read(key, Optional.empty())));
    }

    private void read(ListingKey key, Optional<Price> ask) {
        ask.ifPresent(price -> {
            asks.put(key, price);
            priced.accept(key);
        });
    }
}
