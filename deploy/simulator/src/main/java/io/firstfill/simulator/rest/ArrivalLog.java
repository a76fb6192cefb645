package io.firstfill.simulator.rest;

import io.firstfill.simulator.clock.ServerClock;
import io.firstfill.simulator.listing.Listing;
import io.firstfill.simulator.listing.Listings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The log of all requests for a new order, refused ones included, with their times of arrival. */
public final class ArrivalLog {

    /**
     * One request for a new order.
     *
     * @param receivedMicros machine clock, read first of all when the head of the request was received
     * @param ip the address that the exchange saw
     * @param microsAfterOpen arrival minus the true opening of the pair, or minus the expected opening before it;
     *     negative is early; null when there is no such pair
     * @param code 200, or the business code of the refusal; null while the request is in progress or when it was never
     *     executed
     * @param orderId the order that the request created, if any
     * @param faults the ids of the fault rules that hit the request
     */
    public record Arrival(
            long receivedMicros,
            Instant receivedAt,
            String ip,
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
        return entries.stream().map(this::arrival).toList();
    }

    Entry add(Call call, @Nullable String account, List<String> faults) {
        Entry entry = new Entry(call, account, faults);
        entries.add(entry);
        return entry;
    }

    private Arrival arrival(Entry entry) {
        Params params = entry.call.params();
        long received = entry.call.arrived().machineMicros();
        return new Arrival(
                received,
                ServerClock.instant(received),
                entry.call.ip(),
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

    /** A logged request, to which the result is added after the execution. */
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

        void complete(Reply result) {
            code = result.code();
            orderId = result.orderId();
        }
    }
}
