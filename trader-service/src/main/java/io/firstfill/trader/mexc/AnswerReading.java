package io.firstfill.trader.mexc;

import io.firstfill.contract.order.Ambiguity;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.ExchangeOrderId;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import io.firstfill.mexc.MexcResult;
import io.firstfill.mexc.MexcResult.Ambiguous;
import io.firstfill.mexc.MexcResult.Answer;
import io.firstfill.mexc.MexcResult.NotSent;
import io.firstfill.mexc.MexcResult.Refused;
import io.firstfill.mexc.MexcResult.Throttled;
import io.firstfill.mexc.Timing;
import io.firstfill.mexc.account.Account;
import io.firstfill.mexc.market.Depth;
import io.firstfill.mexc.market.DepthLevel;
import io.firstfill.mexc.order.OrderAck;
import io.firstfill.mexc.order.OrderDetail;
import io.firstfill.mexc.outcome.OutcomeCode;
import io.firstfill.trader.credential.KeyCheck;
import io.firstfill.trader.order.LookUp;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.PlaceAnswer.Meaning;
import io.firstfill.trader.order.Sighting;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** From the exchange's words to ours. */
final class AnswerReading {
    /** Silence after a throttle that does not say how long: as the wire keeps it. */
    private static final Duration UNSAID = Duration.ofMinutes(2);

    private final InstantSource clock;

    AnswerReading(InstantSource clock) {
        this.clock = clock;
    }

    PlaceAnswer placed(MexcResult<OrderAck> result) {
        return switch (result) {
            case Answer<OrderAck> taken ->
                new PlaceAnswer.Acknowledged(
                        new ExchangeOrderId(taken.value().orderId().value()),
                        taken.value().transactTime(),
                        travel(taken.timing()));
            case Refused<OrderAck> no -> refused(no);
            case Throttled<OrderAck> slow -> new PlaceAnswer.Throttled(slow.status(), until(slow));
            case Ambiguous<OrderAck> doubt ->
                new PlaceAnswer.Doubtful(ambiguity(doubt), doubt.detail(), doubt.handed());
            case NotSent<OrderAck> unsent ->
                new PlaceAnswer.Unsent(unsent.cause() + " " + unsent.detail(), unsent.retryAt());
        };
    }

    private static PlaceAnswer.Travel travel(Timing timing) {
        return new PlaceAnswer.Travel(timing.written(), timing.answered());
    }

    /** A code nobody has told us about proves nothing: the order is looked up. */
    private static PlaceAnswer refused(Refused<OrderAck> no) {
        BigDecimal highest = no.outcome().priceCap();
        Price cap = highest == null ? null : new Price(highest);
        return switch (no.outcome().meaning()) {
            case UNKNOWN_CODE, UNRESOLVED ->
                new PlaceAnswer.Doubtful(
                        Ambiguity.UNREADABLE,
                        "code=" + no.code() + " " + no.message(),
                        no.timing().written());
            default ->
                new PlaceAnswer.Refused(
                        no.httpStatus(), no.code(), no.message(), meaning(no), cap, travel(no.timing()));
        };
    }

    LookUp found(MexcResult<OrderDetail> result) {
        return switch (result) {
            case Answer<OrderDetail> seen -> new LookUp.Found(sighting(seen.value()));
            case Refused<OrderDetail> no ->
                no.outcome().meaning() == OutcomeCode.ORDER_ABSENT
                        ? new LookUp.Absent()
                        : new LookUp.Unanswered("code=" + no.code(), null);
            case Throttled<OrderDetail> slow -> new LookUp.Unanswered("throttled", until(slow));
            case Ambiguous<OrderDetail> doubt -> new LookUp.Unanswered(doubt.detail(), null);
            case NotSent<OrderDetail> unsent -> new LookUp.Unanswered(unsent.detail(), unsent.retryAt());
        };
    }

    LookUp searched(MexcResult<List<OrderDetail>> result, String clientOrderId) {
        if (result instanceof Answer<List<OrderDetail>> all) {
            Optional<OrderDetail> mine = all.value().stream()
                    .filter(order -> order.clientOrderId() != null
                            && order.clientOrderId().value().equals(clientOrderId))
                    .findFirst();
            return mine.<LookUp>map(order -> new LookUp.Found(sighting(order))).orElseGet(LookUp.Absent::new);
        }
        Instant retryAt = result instanceof NotSent<?> unsent ? unsent.retryAt() : null;
        return new LookUp.Unanswered("the list of orders was not answered", retryAt);
    }

    KeyCheck checked(MexcResult<Account> result) {
        return switch (result) {
            case Answer<Account> account ->
                new KeyCheck.Valid(
                        !Objects.equals(account.value().canTrade(), false),
                        Objects.equals(account.value().canWithdraw(), true));
            case Refused<Account> no ->
                no.outcome().meaning() == OutcomeCode.STOP_RUN
                        ? new KeyCheck.Rejected(no.code())
                        : new KeyCheck.Undecided("code=" + no.code());
            case Throttled<Account> slow -> new KeyCheck.Undecided("throttled until " + until(slow));
            case Ambiguous<Account> doubt -> new KeyCheck.Undecided(doubt.detail());
            case NotSent<Account> unsent -> new KeyCheck.Undecided(unsent.cause() + " " + unsent.detail());
        };
    }

    static Optional<Price> bestAsk(MexcResult<Depth> result) {
        return result instanceof Answer<Depth> book
                ? book.value().asks().stream()
                        .map(DepthLevel::price)
                        .filter(price -> price.signum() > 0)
                        .findFirst()
                        .map(Price::new)
                : Optional.empty();
    }

    private static Sighting sighting(OrderDetail order) {
        Quantity filled = new Quantity(order.executedQty());
        Amount spent = new Amount(order.executedQuote());
        Sighting.Status status =
                switch (order.status()) {
                    case NEW, PARTIALLY_FILLED, UNKNOWN -> Sighting.Status.OPEN;
                    case FILLED -> Sighting.Status.FILLED;
                    case CANCELED, PARTIALLY_CANCELED -> Sighting.Status.CANCELED;
                };
        return new Sighting(new ExchangeOrderId(order.orderId().value()), status, filled, spent);
    }

    private static Meaning meaning(Refused<OrderAck> refused) {
        return switch (refused.outcome().meaning()) {
            case NOT_YET_OPEN -> Meaning.NOT_OPEN_YET;
            case SYMBOL_UNKNOWN, EMPTY_BOOK -> Meaning.TRY_AGAIN;
            case RESYNC_CLOCK -> Meaning.CLOCK_OFF;
            case SWITCH_STYLE -> Meaning.STYLE_REFUSED;
            case STOP_RUN -> isKey(refused.code()) ? Meaning.KEY_REFUSED : Meaning.ACCOUNT_REFUSED;
            case REPRICE_CAP -> Meaning.PRICE_TOO_HIGH;
            case INSUFFICIENT_BALANCE,
                    SELL_SUSPENDED,
                    THROTTLED,
                    ORDER_ABSENT,
                    CANCEL_TARGET_GONE,
                    TERMINAL_FOR_ORDER,
                    UNRESOLVED,
                    UNKNOWN_CODE -> Meaning.TERMINAL;
        };
    }

    private static boolean isKey(int code) {
        return switch (code) {
            case 400, 401, 602, 10072, 700001, 700002, 700006, 700007 -> true;
            default -> false;
        };
    }

    private static Ambiguity ambiguity(Ambiguous<OrderAck> doubt) {
        return switch (doubt.doubt()) {
            case TIMEOUT -> Ambiguity.TIMEOUT;
            case RESET -> Ambiguity.CONNECTION_LOST;
            case SERVER_ERROR -> Ambiguity.SERVER_ERROR;
            case UNREADABLE -> Ambiguity.UNREADABLE;
        };
    }

    private Instant until(Throttled<?> slow) {
        Duration told = slow.retryAfter();
        return clock.instant().plus(told == null ? UNSAID : told);
    }
}
