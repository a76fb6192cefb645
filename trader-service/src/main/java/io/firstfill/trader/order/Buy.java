package io.firstfill.trader.order;

import io.firstfill.contract.Meta;
import io.firstfill.contract.order.Timeline;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * One attempt to buy one listing in one run: who, what, with which right, until when.
 *
 * @param attempt from 1
 * @param terms what is asked for; costs at most the quote amount
 * @param deadline no request leaves after it; exchange time for a scheduled buy, ours for a surprise
 * @param recvWindow how long the exchange may still accept each request
 * @param cause what its events follow from
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

    /** No copy of any request of this attempt can be accepted by the exchange after this. */
    public Instant lastValidity() {
        return deadline.plus(recvWindow);
    }

    public Buy with(Timeline later) {
        return new Buy(
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
