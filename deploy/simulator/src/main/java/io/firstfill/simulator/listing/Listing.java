package io.firstfill.simulator.listing;

import io.firstfill.simulator.clock.ClockReading;
import io.firstfill.simulator.clock.ServerClock;
import io.firstfill.simulator.listing.ListingState.Open;
import io.firstfill.simulator.listing.ListingState.Scheduled;
import io.firstfill.simulator.listing.ListingState.Withdrawn;
import io.firstfill.simulator.market.Market;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** One pair from its announcement on: its state, its market and its visibility. */
public final class Listing {

    private final Market market;
    private Visibility visibility;
    private ListingState state;
    /** The latest machine time, in microseconds, at which an order would still have been refused. */
    private long closedUntil;

    Listing(Market market, Visibility visibility, ListingState state, ClockReading now) {
        this.market = market;
        this.visibility = visibility;
        this.state = state;
        this.closedUntil = now.machineMicros();
    }

    public String symbol() {
        return market.pair().symbol();
    }

    public Market market() {
        return market;
    }

    public ListingState state() {
        return state;
    }

    public Visibility visibility() {
        return visibility;
    }

    public void setVisibility(Visibility changed) {
        visibility = changed;
    }

    public boolean isOpen() {
        return state instanceof Open;
    }

    /** Returns whether the pair opened less than {@code millis} ago, by the exchange's clock. */
    public boolean openedWithin(long millis, ClockReading now) {
        return state instanceof Open open && now.serverMicros() - open.trueOpenServerMicros() < millis * 1000;
    }

    public boolean isTradable() {
        return isOpen() && !market.paused();
    }

    /**
     * When the pair opened, in microseconds of the machine's clock. Before the opening it is the expected time under
     * the present clock and delay.
     */
    public long trueOpenMicros(ServerClock clock) {
        return switch (state) {
            case Scheduled scheduled -> clock.machineMicros(scheduled.opensAtServerMicros());
            case Open open -> open.trueOpenMicros();
            case Withdrawn withdrawn -> clock.machineMicros(ServerClock.micros(withdrawn.openAt()));
        };
    }

    boolean isScheduled() {
        return state instanceof Scheduled;
    }

    public boolean inCalendar(ClockReading now) {
        return !(state instanceof Withdrawn) && Visibility.reached(visibility.calendar(), now);
    }

    public boolean inExchangeInfo(ClockReading now) {
        return isOpen() || (isScheduled() && Visibility.reached(visibility.exchangeInfo(), now));
    }

    public boolean inSymbolsV2(ClockReading now) {
        return isOpen() || (isScheduled() && Visibility.reached(visibility.symbolsV2(), now));
    }

    /**
     * Returns whether symbolsV2 shows the complete row. Only in a complete row can a client rely on pair id, scales and
     * opening time.
     */
    public boolean isCompleteInSymbolsV2(ClockReading now) {
        return isOpen() || Visibility.reached(visibility.symbolsV2Ready(), now);
    }

    /** Returns whether any source shows the pair. */
    public boolean isPublic(ClockReading now) {
        return inExchangeInfo(now) || inCalendar(now) || inSymbolsV2(now);
    }

    public String coinId() {
        return webId(market.pair().base());
    }

    public String pairId() {
        return webId(symbol());
    }

    /** The id of a coin or pair on the web endpoints: 32 hex digits, derived from the name. */
    public static String webId(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }

    /** Moves the announced opening; false when the pair is already open or withdrawn. */
    public boolean reschedule(Instant openAt) {
        if (state instanceof Scheduled scheduled) {
            state = scheduled.reschedule(openAt);
            return true;
        }
        return false;
    }

    /**
     * Withdraws the pair; false when the pair is already open or withdrawn. The market maker's orders stay in the book:
     * {@code Exchange.withdraw} cancels them too.
     */
    public boolean withdraw() {
        if (state instanceof Scheduled scheduled) {
            state = scheduled.withdraw();
            return true;
        }
        return false;
    }

    /** Opens the pair when its opening is due; true when it did. */
    boolean openIfDue(ClockReading now, ServerClock clock) {
        if (state instanceof Scheduled scheduled && scheduled.isDue(now)) {
            state = scheduled.open(clock, now, closedUntil);
            return true;
        }
        closedUntil = now.machineMicros();
        return false;
    }
}
