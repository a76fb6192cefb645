package io.firstfill.scanner.price;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.price.PricePoint;
import io.firstfill.contract.price.PricesRecorded;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.scanner.listing.Listing;
import io.firstfill.scanner.listing.Opened;
import io.firstfill.scanner.observation.LastPrices;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Records the prices of one environment's listings around their openings, from the answers and pushes that the scanner
 * takes anyway. Answers wait for the next tick, so that nothing is looked up while a signal is on its way. Which
 * listings are recorded follows from the listings alone: a scanner that starts or takes over goes on where another one
 * ended. Confined to the monitor of its {@code EnvironmentScanner}.
 */
public final class PriceRecorder {
    /** An exchange lists a few pairs a day; with more at once the memory has a bound. */
    private static final int MOST_LISTINGS = 200;
    /** Answers come seconds apart, ticks a quarter of a second. */
    private static final int MOST_ANSWERS = 4;

    private static final Duration ORDER_FIRST = Duration.ofSeconds(1);

    private record Answer(LastPrices prices, Instant at) {}

    private final EnvironmentId environment;
    private final boolean enabled;
    private final Map<ListingId, PriceTrack> tracks = new HashMap<>();
    private final Deque<Answer> answers = new ArrayDeque<>();

    /** @param enabled false where the deployment's readers do not know the events yet: nothing is kept then */
    public PriceRecorder(EnvironmentId environment, boolean enabled) {
        this.environment = environment;
        this.enabled = enabled;
    }

    /** Keeps the prices of an answer for the next tick. */
    public void answered(LastPrices prices, Instant at) {
        if (enabled && !prices.equals(LastPrices.NONE)) {
            if (answers.size() == MOST_ANSWERS) {
                answers.removeFirst();
            }
            answers.addLast(new Answer(prices, at.truncatedTo(ChronoUnit.MICROS)));
        }
    }

    /** Takes pushed prices. Returns the events to publish: those of a listing with as many points as a record takes. */
    public List<PricesRecorded> pushed(String symbol, PricePoint pushed, Instant now) {
        Instant at = pushed.at().truncatedTo(ChronoUnit.MICROS);
        PricePoint point = new PricePoint(at, pushed.last(), pushed.bid(), pushed.ask(), pushed.trade());
        List<PricesRecorded> full = new ArrayList<>();
        for (PriceTrack track : tracks.values()) {
            if (track.symbol().equals(symbol)) {
                track.take(point);
                if (track.isFull()) {
                    track.event(environment, now).ifPresent(full::add);
                }
            }
        }
        return full;
    }

    /**
     * Returns the pairs whose first prices are worth a subscription, with the time at which their opening was seen. A
     * surprise is none in its first second: its order is on its way.
     */
    public Map<Pair, Instant> opened(Instant now) {
        Map<Pair, Instant> opened = new HashMap<>();
        for (PriceTrack track : tracks.values()) {
            if (track.listing() instanceof Opened listing
                    && !(listing.isSurprise() && now.isBefore(listing.seenAt().plus(ORDER_FIRST)))) {
                opened.put(listing.pair(), listing.seenAt());
            }
        }
        return opened;
    }

    /** Takes what waits, of the listings near their opening, and returns the events that are due. */
    public List<PricesRecorded> ticked(Collection<Listing> listings, Instant now) {
        if (!enabled) {
            return List.of();
        }
        List<PricesRecorded> events = new ArrayList<>(follow(listings, now));
        takeAnswers();
        tracks.values().stream()
                .filter(track -> track.isDue(now))
                .forEach(track -> track.event(environment, now).ifPresent(events::add));
        return events;
    }

    /** Ends the recording; returns what has not been published. */
    public List<PricesRecorded> end(Instant now) {
        takeAnswers();
        List<PricesRecorded> rest = tracks.values().stream()
                .flatMap(track -> track.event(environment, now).stream())
                .toList();
        tracks.clear();
        return rest;
    }

    private List<PricesRecorded> follow(Collection<Listing> listings, Instant now) {
        Map<ListingId, Listing> near = new HashMap<>();
        listings.stream()
                .filter(listing -> window(listing, now).isPresent())
                .sorted(Comparator.comparing(
                        listing -> window(listing, now).orElseThrow().distance(now)))
                .limit(MOST_LISTINGS)
                .forEach(listing -> near.put(listing.id(), listing));
        near.forEach((id, listing) -> follow(id, listing, now));
        List<PricesRecorded> ended = new ArrayList<>();
        tracks.entrySet().removeIf(entry -> {
            boolean over = !near.containsKey(entry.getKey());
            if (over) {
                entry.getValue().event(environment, now).ifPresent(ended::add);
            }
            return over;
        });
        return ended;
    }

    private void follow(ListingId id, Listing listing, Instant now) {
        PriceWindow window = window(listing, now).orElseThrow();
        PriceTrack known = tracks.get(id);
        if (known == null) {
            tracks.put(id, new PriceTrack(listing, window, now));
        } else {
            known.changed(listing, window);
        }
    }

    private static Optional<PriceWindow> window(Listing listing, Instant now) {
        return PriceWindow.of(listing).filter(window -> window.contains(now));
    }

    private void takeAnswers() {
        if (!tracks.isEmpty()) {
            Set<String> symbols =
                    tracks.values().stream().map(PriceTrack::symbol).collect(Collectors.toUnmodifiableSet());
            for (Answer answer : answers) {
                Map<String, Price> prices = answer.prices().of(symbols);
                tracks.values().forEach(track -> {
                    Price price = prices.get(track.symbol());
                    if (price != null) {
                        track.take(new PricePoint(answer.at(), price, null, null));
                    }
                });
            }
        }
        answers.clear();
    }
}
