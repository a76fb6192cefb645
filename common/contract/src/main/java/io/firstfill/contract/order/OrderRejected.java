package io.firstfill.contract.order;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Texts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The exchange has refused the order; the refusal proves that the order does not exist.
 *
 * @param code MEXC error code
 * @param probes number of answers "not open yet"
 * @param furtherAttempt true where another attempt for the listing follows; null where none does, and in records
 *     written before it was stated
 */
public record OrderRejected(
        Meta meta,
        EnvironmentId environment,
        RunId runId,
        ListingId listingId,
        Pair pair,
        ClientOrderId clientOrderId,
        int httpStatus,
        int code,
        String message,
        Rejection rejection,
        int probes,
        @Nullable Timeline timeline,
        @Nullable Boolean furtherAttempt)
        implements OrderStep {
    public OrderRejected {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(listingId, "listingId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(clientOrderId, "clientOrderId");
        message = Texts.clean(message);
        Objects.requireNonNull(rejection, "rejection");
    }

    /** Creates a refusal after which the listing is not tried again. */
    public OrderRejected(
            Meta meta,
            EnvironmentId environment,
            RunId runId,
            ListingId listingId,
            Pair pair,
            ClientOrderId clientOrderId,
            int httpStatus,
            int code,
            String message,
            Rejection rejection,
            int probes,
            @Nullable Timeline timeline) {
        this(
                meta,
                environment,
                runId,
                listingId,
                pair,
                clientOrderId,
                httpStatus,
                code,
                message,
                rejection,
                probes,
                timeline,
                null);
    }

    /** Returns the refusal as one that another attempt follows. */
    public OrderRejected followed() {
        return new OrderRejected(
                meta,
                environment,
                runId,
                listingId,
                pair,
                clientOrderId,
                httpStatus,
                code,
                message,
                rejection,
                probes,
                timeline,
                true);
    }
}
