package io.firstfill.scanner.price;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.price.PricePoint;
import io.firstfill.contract.price.PricesRecorded;
import io.firstfill.scanner.listing.Listing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The prices of one listing that are not published yet. Every point counts until a minute after the opening, then one
 * in five seconds. Holds at most {@value #MOST_POINTS} points.
 */
final class PriceTrack {
    /** A record of so many points has some 60 kB. */
    static final int MOST_POINTS = 500;

    private static final Duration EVERY_POINT = Duration.ofMinutes(1);
    private static final Duration OFTEN_PUBLISHED = Duration.ofMinutes(2);
    /** The shortest interval at which the exchange pushes a book. */
    private static final Duration DENSE = Duration.ofMillis(10);

    private static final Duration THIN = Duration.ofSeconds(5);
    private static final Duration OFTEN = Duration.ofSeconds(5);
    private static final Duration SELDOM = Duration.ofSeconds(60);

    private Listing listing;
    private PriceWindow window;
    private Instant publishedAt;
    private final List<PricePoint> points = new ArrayList<>();
    private @Nullable PricePoint lastTrade;
    private @Nullable PricePoint lastBook;
    private boolean tradePushed;

    PriceTrack(Listing listing, PriceWindow window, Instant now) {
        this.listing = listing;
        this.window = window;
        this.publishedAt = now;
    }

    /** The listing has opened, or its opening has moved. */
    void changed(Listing to, PriceWindow moved) {
        listing = to;
        window = moved;
    }

    Listing listing() {
        return listing;
    }

    String symbol() {
        return listing.pair().symbol();
    }

    /**
     * Takes a point. One with the prices of the point before of its kind counts only where points are thinned; the
     * first pushed trade always counts, because what a purchase paid is compared with it.
     */
    void take(PricePoint point) {
        boolean trade = point.last() != null;
        PricePoint last = trade ? lastTrade : lastBook;
        boolean first = !tradePushed && point.trade() != null && !isFull();
        if (first || (isWanted(point, last) && !(isSame(point, last) && isDense(point.at())))) {
            tradePushed |= point.trade() != null;
            lastTrade = trade ? point : lastTrade;
            lastBook = trade ? lastBook : point;
            points.add(point);
        }
    }

    private static boolean isSame(PricePoint point, @Nullable PricePoint last) {
        return last != null
                && Objects.equals(last.last(), point.last())
                && Objects.equals(last.bid(), point.bid())
                && Objects.equals(last.ask(), point.ask());
    }

    private boolean isWanted(PricePoint point, @Nullable PricePoint last) {
        Duration apart = isDense(point.at()) ? DENSE : THIN;
        return points.size() < MOST_POINTS
                && (last == null || !point.at().isBefore(last.at().plus(apart)));
    }

    private boolean isDense(Instant at) {
        return at.isBefore(window.opened().plus(EVERY_POINT));
    }

    /** Returns whether points wait that are to be published now. */
    boolean isDue(Instant now) {
        Duration interval = now.isBefore(window.opened().plus(OFTEN_PUBLISHED)) ? OFTEN : SELDOM;
        return isFull() || (!points.isEmpty() && !now.isBefore(publishedAt.plus(interval)));
    }

    boolean isFull() {
        return points.size() >= MOST_POINTS;
    }

    /** Hands the points out as one event; empty where there are none. */
    Optional<PricesRecorded> event(EnvironmentId environment, Instant now) {
        publishedAt = now;
        if (points.isEmpty()) {
            return Optional.empty();
        }
        points.sort(Comparator.comparing(PricePoint::at)); // answers wait for a tick, pushes do not
        MessageId id = MessageId.derivedFrom(
                "PricesRecorded",
                listing.id(),
                points.getFirst().at(),
                points.getLast().at(),
                points.size());
        Meta meta = listing.origin().announced().next(id, now);
        PricesRecorded event = new PricesRecorded(meta, environment, listing.id(), listing.pair(), points);
        points.clear();
        return Optional.of(event);
    }
}
