package io.firstfill.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The order id that we give to the exchange. The id is derived, so that every retry and every restart names the same
 * order. It has at most 32 characters, because longer ids and other characters are undocumented at MEXC.
 */
public record ClientOrderId(@JsonValue String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    public ClientOrderId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("client order id must be 1 to 32 of A-Z, a-z, 0-9, _ and -");
        }
    }

    @JsonCreator
    public static ClientOrderId of(String text) {
        return new ClientOrderId(text);
    }

    /**
     * Returns the id of one attempt to buy one listing in one run. 22 characters of the UUID's URL-safe Base64 keep all
     * 122 bits.
     *
     * @param leg purpose of the order, one letter: {@code b} for a buy
     * @param attempt from 1
     */
    public static ClientOrderId derivedFrom(RunId run, ListingId listing, String leg, int attempt) {
        return of(leg, attempt, NameBasedUuid.of("ClientOrderId", run, listing, leg, attempt));
    }

    /**
     * Returns the id of one attempt to sell for one exit of a position.
     *
     * @param exit id of the event by which the exit was triggered
     * @param attempt from 1
     */
    public static ClientOrderId ofSell(PositionId position, MessageId exit, int attempt) {
        return of("s", attempt, NameBasedUuid.of("ClientOrderId", position, exit, attempt));
    }

    private static ClientOrderId of(String leg, int attempt, UUID id) {
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return new ClientOrderId("ff-" + leg + attempt + "-"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Override
    public String toString() {
        return value;
    }
}
