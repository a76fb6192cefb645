package io.firstfill.scanner.price;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.contract.price.PricePoint;
import io.firstfill.contract.price.PricesRecorded;
import io.firstfill.contract.price.PushedTrade;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.scanner.fixture.ProductionSettings;
import io.firstfill.scanner.listing.ListingBook;
import io.firstfill.scanner.listing.ListingSettings;
import io.firstfill.scanner.observation.LastPrices;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A recorder on a clock that the test moves, with a book of listings, and what it has published. */
final class RecordedPrices {
    static final EnvironmentId PAPER = EnvironmentId.of("paper");
    static final Instant OPENING = Instant.parse("2026-03-01T13:00:00Z");
    private static final Duration TICK = Duration.ofMillis(250);

    private final ListingBook book = new ListingBook(
            PAPER, ProductionSettings.of(ListingSettings.class, Map.of()).rules(Map.of()));
    private final PriceRecorder recorder;
    final List<PricesRecorded> published = new ArrayList<>();
    private Instant now;

    RecordedPrices(Instant now) {
        this(now, true);
    }

    RecordedPrices(Instant now, boolean enabled) {
        this.now = now;
        this.recorder = new PriceRecorder(PAPER, enabled);
    }

    Instant now() {
        return now;
    }

    static ListingId listing(String base) {
        return ListingId.derivedFrom("listing", base);
    }

    private static Pair pair(String base) {
        return Pair.of(base + "/USDT");
    }

    RecordedPrices announced(String base, @Nullable Instant opening) {
        book.apply(new ListingAnnounced(
                meta("announced", base), PAPER, listing(base), pair(base), opening, ListingSource.CALENDAR, now));
        return this;
    }

    RecordedPrices opened(String base, @Nullable Instant opening, Instant seenAt) {
        book.apply(new TradingOpened(
                meta("opened", base), PAPER, listing(base), pair(base), ListingSource.TICKER_PRICE, opening, seenAt));
        return this;
    }

    RecordedPrices withdrawn(String base) {
        book.apply(new ListingWithdrawn(
                meta("withdrawn", base), PAPER, listing(base), pair(base), ListingSource.CALENDAR));
        return this;
    }

    private Meta meta(String kind, String base) {
        return Meta.first(MessageId.derivedFrom(kind, base, now), now);
    }

    /** An answer with the price of the coin comes in now. */
    RecordedPrices traded(String base, String price) {
        recorder.answered(prices(Map.of(base + "USDT", Price.of(price))), now);
        return this;
    }

    private static LastPrices prices(Map<String, Price> all) {
        return symbols -> {
            Map<String, Price> found = new HashMap<>(all);
            found.keySet().retainAll(symbols);
            return found;
        };
    }

    /** A book of the coin is pushed now. */
    RecordedPrices booked(String base, @Nullable String bid, @Nullable String ask) {
        return pushed(base, new PricePoint(now, null, price(bid), price(ask)));
    }

    /** A trade of the coin is pushed now. */
    RecordedPrices tradePushed(String base, String last) {
        return pushed(base, new PricePoint(now, price(last), null, null, new PushedTrade(now, Price.of(last))));
    }

    private RecordedPrices pushed(String base, PricePoint point) {
        published.addAll(recorder.pushed(base + "USDT", point, now));
        return this;
    }

    private static @Nullable Price price(@Nullable String text) {
        return text == null ? null : Price.of(text);
    }

    RecordedPrices after(Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            now = now.plus(TICK).isAfter(end) ? end : now.plus(TICK);
            published.addAll(recorder.ticked(book.listings(), now));
        }
        return this;
    }

    /** Lets less than a tick pass. */
    RecordedPrices afterMillis(long millis) {
        now = now.plusMillis(millis);
        return this;
    }

    RecordedPrices tick() {
        published.addAll(recorder.ticked(book.listings(), now));
        return this;
    }

    RecordedPrices end() {
        published.addAll(recorder.end(now));
        return this;
    }

    Map<Pair, Instant> worthASubscription() {
        return recorder.opened(now);
    }

    List<PricePoint> points() {
        return published.stream().flatMap(event -> event.points().stream()).toList();
    }

    /** Seconds from the opening to each point, rounded down. */
    List<Long> seconds() {
        return points().stream()
                .map(point -> Duration.between(OPENING, point.at()).toSeconds())
                .toList();
    }
}
