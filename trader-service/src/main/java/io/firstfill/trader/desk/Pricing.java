package io.firstfill.trader.desk;

import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.value.Price;
import io.firstfill.trader.listing.ListingKey;
import io.firstfill.trader.listing.Waiting;
import io.firstfill.trader.order.Terms;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * On what terms a listing is bought next. A configured cap is the operator's word; without one the best offer of the book
 * plus slippage is the cap, read before the opening where the book is shown, else as soon as it has an offer. Never above
 * what the exchange has said it takes.
 */
final class Pricing {
    private final DeskParts desk;
    private final Consumer<ListingKey> priced;
    private final Map<ListingKey, Price> asks = new HashMap<>();
    private final Map<ListingKey, Instant> asked = new HashMap<>();

    /** @param priced told, on the desk's thread, when the book of a listing has been read */
    Pricing(DeskParts desk, Consumer<ListingKey> priced) {
        this.desk = desk;
        this.priced = priced;
    }

    /** Empty while a capped buy has no cap or its pair's decimals are not known; then the book is being asked. */
    Optional<Terms> terms(Waiting waiting, Configuration configuration) {
        if (!waiting.isCapped(configuration.orderStyle())) {
            return Optional.of(new Terms.Market(configuration.quoteAmount()));
        }
        Optional<Price> cap = cap(waiting, configuration);
        if (cap.isEmpty()) {
            look(waiting);
        }
        return cap.flatMap(price -> desk.state()
                .listings
                .rules(waiting.signal().listingId())
                .flatMap(rules -> Terms.capped(
                        configuration.quoteAmount(), price, rules.priceDecimals(), rules.quantityDecimals())));
    }

    /** What was read for it is not needed any more. */
    void forget(ListingKey key) {
        asks.remove(key);
        asked.remove(key);
    }

    private Optional<Price> cap(Waiting waiting, Configuration configuration) {
        Price configured = configuration.priceCap();
        Optional<Price> own = configured != null
                ? Optional.of(configured)
                : Optional.ofNullable(asks.get(waiting.key())).map(this::withSlippage);
        Price highest = waiting.highest();
        return own.map(price -> highest != null && highest.compareTo(price) < 0 ? highest : price);
    }

    private Price withSlippage(Price ask) {
        return new Price(ask.value().multiply(BigDecimal.ONE.add(desk.settings().slippage())));
    }

    private void look(Waiting waiting) {
        ListingKey key = waiting.key();
        Instant before = asked.get(key);
        if (before != null && desk.now().isBefore(before.plus(desk.settings().bookInterval()))) {
            return;
        }
        asked.put(key, desk.now());
        desk.venue()
                .bestAsk(waiting.signal().pair())
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
