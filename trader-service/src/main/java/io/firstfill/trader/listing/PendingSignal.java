package io.firstfill.trader.listing;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.TradingRules;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.OrderType;
import io.firstfill.contract.value.Price;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A signal that has not become an order yet, or is armed and may still be disarmed.
 *
 * @param consumedAt when the signal was read from its topic, by our clock
 * @param openingTime by the exchange's clock; null for a surprise
 * @param deadline no request leaves after it; by the exchange's clock when scheduled, by ours for a surprise
 * @param attempt number of the next attempt, from 1
 * @param firstAttempt number of the first attempt at this opening; more than 1 after an opening that was not one
 * @param notBefore by our clock: the back-off of a further attempt
 * @param marketRefused whether a market order for it was refused as such, or did not spend the amount
 * @param highest no further attempt pays more: the price an attempt of ours allowed, or the exchange has stated
 * @param coarser the number of refusals for too many decimals, while the rules of the pair were not known
 */
public record PendingSignal(
        ListingSignal signal,
        Instant consumedAt,
        @Nullable Instant openingTime,
        Instant deadline,
        int attempt,
        int firstAttempt,
        Instant notBefore,
        boolean marketRefused,
        @Nullable Price highest,
        int coarser) {
    public PendingSignal {
        Objects.requireNonNull(signal, "signal");
        Objects.requireNonNull(consumedAt, "consumedAt");
        Objects.requireNonNull(deadline, "deadline");
        Objects.requireNonNull(notBefore, "notBefore");
    }

    public static PendingSignal of(ListingSignal signal, Instant consumedAt) {
        return new PendingSignal(
                signal, consumedAt, signal.openingTime(), signal.deadline(), 1, 1, consumedAt, false, null, 0);
    }

    public ListingKey key() {
        return new ListingKey(signal.runId(), signal.listingId());
    }

    /** The id of the next attempt's order, derived, so that the same attempt has the same id in every process. */
    public ClientOrderId orderId() {
        return ClientOrderId.derivedFrom(signal.runId(), signal.listingId(), "b", attempt);
    }

    public boolean isSurprise() {
        return openingTime == null;
    }

    /** The deadline moves with the opening; a surprise is not moved. */
    PendingSignal rescheduled(Instant opening) {
        return openingTime == null
                ? this
                : new PendingSignal(
                        signal,
                        consumedAt,
                        opening,
                        opening.plus(window()),
                        attempt,
                        firstAttempt,
                        notBefore,
                        marketRefused,
                        highest,
                        coarser);
    }

    /** The signal for another opening, after one that was not open: what the exchange said then is void. */
    PendingSignal reopened(Instant opening, int number) {
        return new PendingSignal(
                signal, consumedAt, opening, opening.plus(window()), number, number, consumedAt, false, null, 0);
    }

    private Duration window() {
        return openingTime == null ? Duration.ZERO : Duration.between(openingTime, deadline);
    }

    /** The next attempt, not before that time by our clock. */
    public PendingSignal withAttempt(int number, Instant from) {
        return new PendingSignal(
                signal, consumedAt, openingTime, deadline, number, firstAttempt, from, marketRefused, highest, coarser);
    }

    /** From now on only capped orders are tried. */
    public PendingSignal withoutMarket() {
        return new PendingSignal(
                signal, consumedAt, openingTime, deadline, attempt, firstAttempt, notBefore, true, highest, coarser);
    }

    /** From now on no attempt pays more than the price. */
    public PendingSignal upTo(Price stated) {
        return new PendingSignal(
                signal,
                consumedAt,
                openingTime,
                deadline,
                attempt,
                firstAttempt,
                notBefore,
                marketRefused,
                stated,
                coarser);
    }

    /** From now on the quantity, or the price, has one decimal less, unless the rules of the pair become known. */
    public PendingSignal withFewerDecimals() {
        return new PendingSignal(
                signal,
                consumedAt,
                openingTime,
                deadline,
                attempt,
                firstAttempt,
                notBefore,
                marketRefused,
                highest,
                coarser + 1);
    }

    /**
     * Returns whether the next attempt is a capped one: where the style allows, also on a pair that lists no market
     * orders.
     */
    public boolean isCapped(OrderStyle style, Optional<TradingRules> rules) {
        return switch (style) {
            case MARKET -> false;
            case IOC_CAPPED -> true;
            case MARKET_THEN_IOC ->
                marketRefused || rules.filter(PendingSignal::lacksMarket).isPresent();
        };
    }

    /** Returns whether the pair lists order types and MARKET is not among them; a pair that lists none may take any. */
    public static boolean lacksMarket(TradingRules rules) {
        return !rules.orderTypes().isEmpty() && !rules.orderTypes().contains(OrderType.MARKET.name());
    }
}
