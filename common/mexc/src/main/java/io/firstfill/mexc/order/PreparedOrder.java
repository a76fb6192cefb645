package io.firstfill.mexc.order;

import static java.util.Objects.requireNonNull;

import io.firstfill.mexc.budget.MexcEndpoint;
import io.firstfill.mexc.sign.MexcSigner;
import java.time.Duration;
import java.time.Instant;

/**
 * An order signed ahead of its time: exactly its text is sent, and sending needs no further computation.
 *
 * <p>Whoever holds the text can place the order until it expires, so it is not printed. The exchange accepts the order
 * while {@code timestamp < server + 1 s} and {@code server - timestamp <= recvWindow}, hence up to a second early.
 */
public final class PreparedOrder {

    /**
     * Project policy (FR-004): a copy delayed in the network must expire soon, because the exchange may execute
     * duplicates.
     */
    private static final Duration LONGEST_WINDOW = Duration.ofSeconds(1);

    private static final Duration EARLIEST = Duration.ofSeconds(1);

    private final OrderRequest request;
    private final Instant timestamp;
    private final Duration recvWindow;
    private final String target;

    private PreparedOrder(OrderRequest request, Instant timestamp, Duration recvWindow, String target) {
        this.request = request;
        this.timestamp = timestamp;
        this.recvWindow = recvWindow;
        this.target = target;
    }

    /** @param timestamp the exchange's time from which the order is valid, cut to milliseconds */
    public static PreparedOrder sign(OrderRequest request, Instant timestamp, Duration recvWindow, MexcSigner signer) {
        requireNonNull(request, "request");
        Instant stamp = Instant.ofEpochMilli(timestamp.toEpochMilli());
        requirePolicy(recvWindow);
        String query = signer.signed(request.query().validFrom(stamp, recvWindow));
        return new PreparedOrder(request, stamp, recvWindow, MexcEndpoint.PLACE_ORDER.path() + '?' + query);
    }

    /** @throws IllegalArgumentException unless {@code recvWindow} is at least a millisecond and at most a second */
    public static Duration requirePolicy(Duration recvWindow) {
        if (recvWindow.toMillis() < 1 || recvWindow.compareTo(LONGEST_WINDOW) > 0) {
            throw new IllegalArgumentException("recvWindow must be 1 to 1000 ms: " + recvWindow);
        }
        return recvWindow;
    }

    public Instant timestamp() {
        return timestamp;
    }

    /** Returns the exchange's time after which it accepts no copy of the order any more. */
    public Instant expiry() {
        return timestamp.plus(recvWindow);
    }

    public boolean isAcceptableAt(Instant serverTime) {
        return timestamp.isBefore(serverTime.plus(EARLIEST)) && !serverTime.isAfter(expiry());
    }

    /** Returns path and signed query, to be sent unchanged with an empty body. */
    public String target() {
        return target;
    }

    @Override
    public String toString() {
        return "PreparedOrder[" + request + ", timestamp=" + timestamp + ", recvWindow=" + recvWindow + "]";
    }
}
