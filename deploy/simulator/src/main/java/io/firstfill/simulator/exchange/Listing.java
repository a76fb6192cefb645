package io.firstfill.simulator.exchange;

import io.firstfill.simulator.exchange.ListingState.Open;
import io.firstfill.simulator.exchange.ListingState.Scheduled;
import io.firstfill.simulator.exchange.ListingState.Withdrawn;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** One pair from its announcement on. */
public final class Listing {

    private final Market market;
    private final MarketMaker maker;
    private Visibility visibility;
    private ListingState state;
    private long closedUntil;

    Listing(Market market, MarketMaker maker, Visibility visibility, ListingState state, Moment now) {
        this.market = market;
        this.maker = maker;
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

    public void showFrom(Visibility changed) {
        visibility = changed;
    }

    public boolean isOpen() {
        return state instanceof Open;
    }

    boolean isInFirst(long millis, Moment now) {
        return state instanceof Open open && now.serverMicros() - open.trueOpenServerMicros() < millis * 1000;
    }

    public boolean isTradable() {
        return isOpen() && !market.paused();
    }

    /** When the pair truly opened, or by present knowledge will: machine clock, microseconds. */
    public long trueOpenMicros(ServerClock clock) {
        return switch (state) {
            case Scheduled scheduled -> clock.machineMicros(scheduled.opensAtServerMicros());
            case Open open -> open.trueOpenMicros();
            case Withdrawn withdrawn -> clock.machineMicros(ServerClock.micros(withdrawn.openAt()));
        };
    }

    boolean isComing() {
        return state instanceof Scheduled;
    }

    public boolean inCalendar(Moment now) {
        return !(state instanceof Withdrawn) && Visibility.reached(visibility.calendar(), now);
    }

    public boolean inExchangeInfo(Moment now) {
        return isOpen() || (isComing() && Visibility.reached(visibility.exchangeInfo(), now));
    }

    public boolean inSymbolsV2(Moment now) {
        return isOpen() || (isComing() && Visibility.reached(visibility.symbolsV2(), now));
    }

    /** Whether symbolsV2 shows the row complete: the state in which pair id, scales and opening time can be relied on. */
    public boolean isReadyOnTheWeb(Moment now) {
        return isOpen() || Visibility.reached(visibility.symbolsV2Ready(), now);
    }

    /** Whether any source shows the pair. */
    boolean isPublic(Moment now) {
        return inExchangeInfo(now) || inCalendar(now) || inSymbolsV2(now);
    }

    public String coinId() {
        return webId(market.pair().base());
    }

    public String pairId() {
        return webId(symbol());
    }

    /** The web endpoints know everything by 32 hex digits. */
    public static String webId(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }

    MarketMaker maker() {
        return maker;
    }

    /** False when the pair is already open or withdrawn. */
    public boolean reschedule(Instant openAt) {
        if (state instanceof Scheduled scheduled) {
            state = scheduled.reschedule(openAt);
            return true;
        }
        return false;
    }

    /** False when the pair is already open or withdrawn. */
    public boolean withdraw(Moment now) {
        if (state instanceof Scheduled scheduled) {
            maker.leave(this, now);
            state = scheduled.withdraw();
            return true;
        }
        return false;
    }

    /** Opens the pair when its time has come; true when it did. */
    boolean openIfDue(Moment now, ServerClock clock) {
        if (state instanceof Scheduled scheduled && scheduled.isDue(now)) {
            state = scheduled.open(clock, now, closedUntil);
            return true;
        }
        closedUntil = now.machineMicros();
        return false;
    }
}
