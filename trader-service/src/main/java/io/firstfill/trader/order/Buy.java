package io.firstfill.trader.order;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.Timeline;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Pair;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to buy one listing in one run: what is bought, on which terms, with which permit, until when.
 *
 * @param attempt from 1
 * @param terms what the exchange is asked for; costs at most the quote amount. After a restart only a stand-in, because
 *     events do not carry price and quantity: an order of the past is looked up, never sent
 * @param deadline no request leaves after it; by the exchange's clock for a scheduled buy, by ours for a surprise
 * @param recvWindow how long the exchange may still accept each request
 * @param cause the message the events of this attempt follow from
 * @param timeline the moments of the attempt known so far
 */
public record Buy(
        EnvironmentId environment,
        RunId runId,
        ListingId listingId,
        Pair pair,
        ClientOrderId clientOrderId,
        int attempt,
        PermitId permitId,
        Amount quoteAmount,
        Terms terms,
        Instant deadline,
        Duration recvWindow,
        Meta cause,
        Timeline timeline) {
    public Buy {
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(listingId, "listingId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(clientOrderId, "clientOrderId");
        Objects.requireNonNull(permitId, "permitId");
        Objects.requireNonNull(quoteAmount, "quoteAmount");
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(deadline, "deadline");
        Objects.requireNonNull(recvWindow, "recvWindow");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(timeline, "timeline");
    }

    /** The exchange can accept no copy of any request of this attempt after this time, by its clock. */
    public Instant lastValidity() {
        return deadline.plus(recvWindow);
    }

    /** The same attempt with more of its moments known; unchanged when the event carries none. */
    Buy with(@Nullable Timeline later) {
        return later == null
                ? this
                : new Buy(
                        environment,
                        runId,
                        listingId,
                        pair,
                        clientOrderId,
                        attempt,
                        permitId,
                        quoteAmount,
                        terms,
                        deadline,
                        recvWindow,
                        cause,
                        later);
    }
}
