package io.firstfill.simulator.wire;

import io.firstfill.simulator.exchange.Listing;
import io.firstfill.simulator.exchange.Listings;
import io.firstfill.simulator.exchange.ServerClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every request for an order that reached the exchange, refused ones too, with when it arrived. */
public final class ArrivalLog {

    /**
     * One request.
     *
     * @param receivedMicros machine clock, taken as the first thing when the request's head was there
     * @param microsAfterOpen against the pair's true opening, or the expected one while it is still to come; negative is early;
     *     null for a pair nobody knows
     * @param code 200, or the business code of the refusal; null while it is under way or when it was never carried out
     * @param orderId the order it became, if any
     * @param faults the fault rules that hit it
     */
    public record Arrival(
            long receivedMicros,
            Instant receivedAt,
            @Nullable String account,
            @Nullable String symbol,
            @Nullable String side,
            @Nullable String type,
            @Nullable String clientOrderId,
            @Nullable Long microsAfterOpen,
            @Nullable Integer code,
            @Nullable String orderId,
            List<String> faults) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Listings listings;
    private final ServerClock clock;

    public ArrivalLog(Listings listings, ServerClock clock) {
        this.listings = listings;
        this.clock = clock;
    }

    public List<Arrival> all() {
        return entries.stream().map(this::read).toList();
    }

    Entry open(Call call, @Nullable String account, List<String> faults) {
        Entry entry = new Entry(call, account, faults);
        entries.add(entry);
        return entry;
    }

    private Arrival read(Entry entry) {
        Params params = entry.call.params();
        long received = entry.call.arrived().machineMicros();
        return new Arrival(
                received,
                ServerClock.instant(received),
                entry.account,
                params.raw("symbol"),
                params.raw("side"),
                params.raw("type"),
                params.raw("newClientOrderId"),
                listings.find(params.raw("symbol"))
                        .map(listing -> afterOpen(listing, received))
                        .orElse(null),
                entry.code,
                entry.orderId,
                entry.faults);
    }

    private Long afterOpen(Listing listing, long received) {
        return received - listing.trueOpenMicros(clock);
    }

    /** A request whose result is still to be noted. */
    static final class Entry {

        private final Call call;
        private final @Nullable String account;
        private final List<String> faults;
        private @Nullable Integer code;
        private @Nullable String orderId;

        private Entry(Call call, @Nullable String account, List<String> faults) {
            this.call = call;
            this.account = account;
            this.faults = faults;
        }

        void close(Reply result) {
            code = result.code();
            orderId = result.orderId();
        }
    }
}
