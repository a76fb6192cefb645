package io.firstfill.mexc.order;

import static java.util.Objects.requireNonNull;

import io.firstfill.mexc.budget.MexcEndpoint;
import io.firstfill.mexc.sign.MexcSigner;
import java.time.Duration;
import java.time.Instant;

/**
 * An order signed ahead of its time: what is sent is exactly this, and sending needs no more thought.
 *
 * <p>Whoever holds the text can place the order until it expires, so it is not printed. The exchange takes it while
 * {@code timestamp < server + 1 s} and {@code server - timestamp <= recvWindow}, hence up to a second early.
 */
public final class PreparedOrder {

    /** Project policy (FR-004): a copy delayed in the network must die soon, for duplicates may be executed. */
    public static final Duration LONGEST_WINDOW = Duration.ofSeconds(1);

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

    /** @param timestamp the exchange's time from which the order is meant, cut to milliseconds */
    public static PreparedOrder sign(OrderRequest request, Instant timestamp, Duration recvWindow, MexcSigner signer) {
        requireNonNull(request, "request");
        Instant stamp = Instant.ofEpochMilli(timestamp.toEpochMilli());
        requirePolicy(recvWindow);
        String query = signer.signed(request.query().validFrom(stamp, recvWindow));
        return new PreparedOrder(request, stamp, recvWindow, MexcEndpoint.PLACE_ORDER.path() + '?' + query);
    }

    /** @throws IllegalArgumentException unless at least a millisecond and at most {@link #LONGEST_WINDOW} */
    public static Duration requirePolicy(Duration recvWindow) {
        if (recvWindow.toMillis() < 1 || recvWindow.compareTo(LONGEST_WINDOW) > 0) {
            throw new IllegalArgumentException("recvWindow must be 1 to 1000 ms: " + recvWindow);
        }
        return recvWindow;
    }

    public OrderRequest request() {
        return request;
    }

    public Instant timestamp() {
        return timestamp;
    }

    /** After this time of the exchange no copy can be accepted any more. */
    public Instant expiry() {
        return timestamp.plus(recvWindow);
    }

    public boolean isAcceptableAt(Instant serverTime) {
        return timestamp.isBefore(serverTime.plus(EARLIEST)) && !serverTime.isAfter(expiry());
    }

    /** Path and signed query, to be sent as they are with an empty body. */
    public String target() {
        return target;
    }

    @Override
    public String toString() {
        return "PreparedOrder[" + request + ", timestamp=" + timestamp + ", recvWindow=" + recvWindow + "]";
    }
}
