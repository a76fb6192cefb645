package io.firstfill.trader.mexc;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.order.reason.Ambiguity;
import io.firstfill.contract.value.Price;
import io.firstfill.mexc.MexcResult;
import io.firstfill.mexc.MexcResult.Ambiguous;
import io.firstfill.mexc.MexcResult.Answer;
import io.firstfill.mexc.MexcResult.NotSent;
import io.firstfill.mexc.MexcResult.Refused;
import io.firstfill.mexc.MexcResult.Throttled;
import io.firstfill.mexc.Timing;
import io.firstfill.mexc.account.Account;
import io.firstfill.mexc.market.ApiSymbols;
import io.firstfill.mexc.market.Candle;
import io.firstfill.mexc.market.Depth;
import io.firstfill.mexc.order.MyTrade;
import io.firstfill.mexc.order.OrderAck;
import io.firstfill.mexc.order.OrderDetail;
import io.firstfill.mexc.order.OrderId;
import io.firstfill.mexc.order.Side;
import io.firstfill.mexc.outcome.Outcome;
import io.firstfill.mexc.reading.Rows;
import io.firstfill.mexc.reading.SkippedRows;
import io.firstfill.trader.credential.KeyCheck;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.Reaction;
import io.firstfill.trader.order.Venue.Decimals;
import io.firstfill.trader.order.Venue.Offer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Translates the exchange's answers into our types. */
final class AnswerReading {
    /** Without a stated price there is nothing to lower a price to, but a market order may be tried with a price. */
    private static final int NO_VALID_PRICE = 30010;
    /** Price or quantity has more decimals than the pair takes. */
    private static final int TOO_MANY_DECIMALS = 10096;

    private final Supplier<Instant> stopped;
    private static final Pattern ADDRESS = Pattern.compile("\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b");

    /** @param stopped until when no request is sent, because the exchange has turned us away */
    AnswerReading(Supplier<Instant> stopped) {
        this.stopped = stopped;
    }

    PlaceAnswer placed(MexcResult<OrderAck> result) {
        return switch (result) {
            case Answer<OrderAck> taken ->
                new PlaceAnswer.Acknowledged(
                        new ExchangeOrderId(taken.value().orderId().value()),
                        taken.value().transactTime(),
                        travel(taken.timing()));
            case Refused<OrderAck> no -> refused(no);
            case Throttled<OrderAck> slow -> new PlaceAnswer.Throttled(slow.status(), stopped.get());
            case Ambiguous<OrderAck> doubt ->
                new PlaceAnswer.Doubtful(ambiguity(doubt), doubt.detail(), doubt.handed());
            case NotSent<OrderAck> unsent ->
                new PlaceAnswer.Unsent(unsent.cause() + " " + unsent.detail(), unsent.retryAt());
        };
    }

    private static PlaceAnswer.Travel travel(Timing timing) {
        return new PlaceAnswer.Travel(timing.written(), timing.answered());
    }

    /** The table from the meaning of a refusal to our reaction. An unknown code proves nothing. */
    private static PlaceAnswer refused(Refused<OrderAck> no) {
        if (no.code() == NO_VALID_PRICE && !(no.outcome() instanceof Outcome.PriceAboveCap)) {
            return proven(no, new Reaction.SwitchStyle());
        }
        if (no.code() == TOO_MANY_DECIMALS) {
            return proven(no, new Reaction.LessDecimals());
        }
        return switch (no.outcome()) {
            case Outcome.NotYetOpen _ -> proven(no, new Reaction.Probe());
            case Outcome.NotOpenOrBarred _ -> proven(no, new Reaction.ProbeOrLeavePair());
            case Outcome.SymbolUnknown _, Outcome.EmptyBook _ -> proven(no, new Reaction.AttemptAgain());
            case Outcome.ClockOff _ -> proven(no, new Reaction.StampAnew());
            case Outcome.PriceAboveCap(BigDecimal cap) -> proven(no, new Reaction.Reprice(new Price(cap)));
            case Outcome.SwitchStyle _ -> proven(no, new Reaction.SwitchStyle());
            case Outcome.PairBarred _ -> proven(no, new Reaction.LeavePair());
            case Outcome.TerminalForOrder _, Outcome.NoSuchOrder _, Outcome.Throttled _ ->
                proven(no, new Reaction.GiveUp());
            case Outcome.AccountRefused _ -> proven(no, new Reaction.LeaveAccount());
            case Outcome.KeyRefused _ -> proven(no, new Reaction.LeaveKey());
            case Outcome.Unresolved _ -> doubtful(no);
        };
    }

    private static PlaceAnswer proven(Refused<OrderAck> no, Reaction reaction) {
        return new PlaceAnswer.Refused(no.httpStatus(), no.code(), no.message(), reaction, travel(no.timing()));
    }

    private static PlaceAnswer doubtful(Refused<OrderAck> no) {
        String detail = "code=" + no.code() + " " + no.message();
        return new PlaceAnswer.Doubtful(
                Ambiguity.UNREADABLE, detail, no.timing().written());
    }

    OrderQueryResult found(MexcResult<OrderDetail> result) {
        return switch (result) {
            case Answer<OrderDetail> seen -> OrderSnapshots.shown(() -> OrderSnapshots.of(seen.value()));
            case Refused<OrderDetail> no ->
                no.outcome() instanceof Outcome.OrderAbsent
                        ? new OrderQueryResult.Absent()
                        : new OrderQueryResult.Unanswered("code=" + no.code(), null);
            case Throttled<OrderDetail> slow -> new OrderQueryResult.Unanswered("throttled", stopped.get());
            case Ambiguous<OrderDetail> doubt ->
                doubt.doubt() == MexcResult.Doubt.UNREADABLE
                        ? new OrderQueryResult.Unreadable(doubt.detail())
                        : new OrderQueryResult.Unanswered(doubt.detail(), null);
            case NotSent<OrderDetail> unsent -> new OrderQueryResult.Unanswered(unsent.detail(), unsent.retryAt());
        };
    }

    OrderQueryResult searched(MexcResult<Rows<OrderDetail>> result, ClientOrderId id, @Nullable ExchangeOrderId known) {
        if (!(result instanceof Answer<Rows<OrderDetail>> all)) {
            return unanswered(result, "the list of orders was not answered");
        }
        List<OrderDetail> orders = all.value().read();
        boolean nameless = known == null
                && orders.stream().anyMatch(order -> order.clientOrderId() == null && order.side() != Side.SELL);
        return orders.stream()
                .filter(order -> isMine(MexcNames.text(order.clientOrderId()), order.orderId(), id, known))
                .findFirst()
                .map(order -> OrderSnapshots.shown(() -> OrderSnapshots.of(order)))
                .orElseGet(() -> notMine(nameless, all.value().skipped()));
    }

    /** The sum of our trades of an order; its trades do not say whether the order has ended. */
    OrderQueryResult traded(MexcResult<Rows<MyTrade>> result, ClientOrderId id, @Nullable ExchangeOrderId known) {
        if (!(result instanceof Answer<Rows<MyTrade>> all)) {
            return unanswered(result, "our trades were not answered");
        }
        List<MyTrade> trades = all.value().read();
        List<MyTrade> mine = trades.stream()
                .filter(trade -> isMine(MexcNames.text(trade.clientOrderId()), trade.orderId(), id, known))
                .toList();
        boolean nameless = known == null
                && trades.stream()
                        .anyMatch(trade -> trade.clientOrderId() == null && !Boolean.FALSE.equals(trade.buyer()));
        SkippedRows skipped = all.value().skipped();
        // A row that cannot be read may be a part of the sum.
        return mine.isEmpty() || !skipped.isEmpty()
                ? notMine(nameless, skipped)
                : OrderSnapshots.shown(() -> OrderSnapshots.sum(mine));
    }

    private static boolean isMine(
            @Nullable String named, OrderId order, ClientOrderId id, @Nullable ExchangeOrderId known) {
        return id.value().equals(named) || (known != null && order.value().equals(known.value()));
    }

    /** The exchange may leave client order ids out: a purchase without one may be ours, so that nothing is proved. */
    private static OrderQueryResult notMine(boolean nameless, SkippedRows skipped) {
        if (!skipped.isEmpty()) {
            return new OrderQueryResult.Unreadable("rows left out");
        }
        return nameless
                ? new OrderQueryResult.Unanswered("a purchase without a client order id may be ours", null)
                : new OrderQueryResult.Absent();
    }

    private static OrderQueryResult unanswered(MexcResult<?> result, String detail) {
        return new OrderQueryResult.Unanswered(detail, result instanceof NotSent<?> unsent ? unsent.retryAt() : null);
    }

    KeyCheck checked(MexcResult<Account> result) {
        return switch (result) {
            case Answer<Account> account ->
                new KeyCheck.Valid(
                        !Objects.equals(account.value().canTrade(), false),
                        Objects.equals(account.value().canWithdraw(), true),
                        account.value().permissions().stream().sorted().toList(),
                        AccountRows.of(account.value()));
            case Refused<Account> no ->
                no.outcome() instanceof Outcome.StopRun
                        ? new KeyCheck.Rejected(no.code(), address(no.message()))
                        : new KeyCheck.Undecided("code=" + no.code());
            case Throttled<Account> slow -> new KeyCheck.Undecided("throttled until " + stopped.get());
            case Ambiguous<Account> doubt -> new KeyCheck.Undecided(doubt.detail());
            case NotSent<Account> unsent -> new KeyCheck.Undecided(unsent.cause() + " " + unsent.detail());
        };
    }

    /**
     * Our address, where the exchange's text names it: the key is not bound to it. Nothing else of that text is passed
     * on.
     */
    static @Nullable String address(String message) {
        Matcher found = ADDRESS.matcher(message);
        return found.find() ? found.group() : null;
    }

    static Optional<Set<String>> symbols(MexcResult<ApiSymbols> result) {
        return result instanceof Answer<ApiSymbols> listed
                ? Optional.of(listed.value().names())
                : Optional.empty();
    }

    /** The best offer, with the digits of all levels of the book. */
    static Optional<Offer> bestOffer(MexcResult<Depth> result) {
        return result instanceof Answer<Depth> book
                ? book.value().bestAsk().map(price -> new Offer(new Price(price), digits(book.value())))
                : Optional.empty();
    }

    static Optional<Price> bestBid(MexcResult<Depth> result) {
        return result instanceof Answer<Depth> book ? book.value().bestBid().map(Price::new) : Optional.empty();
    }

    private static Decimals digits(Depth book) {
        return new Decimals(book.priceDigits(), book.quantityDigits());
    }

    /** The first trade of the earliest minute that is not before the minute of that time. */
    static Optional<Price> firstTrade(MexcResult<Rows<Candle>> result, @Nullable Instant since) {
        Instant earliest = since == null ? Instant.MIN : since.truncatedTo(ChronoUnit.MINUTES);
        return result instanceof Answer<Rows<Candle>> candles
                ? candles.value().read().stream()
                        .filter(candle -> !candle.begins().isBefore(earliest)
                                && candle.opening().signum() > 0)
                        .min(Comparator.comparing(Candle::begins))
                        .map(first -> new Price(first.opening()))
                : Optional.empty();
    }

    private static Ambiguity ambiguity(Ambiguous<OrderAck> doubt) {
        return switch (doubt.doubt()) {
            case TIMEOUT -> Ambiguity.TIMEOUT;
            case RESET -> Ambiguity.CONNECTION_LOST;
            case SERVER_ERROR -> Ambiguity.SERVER_ERROR;
            case UNREADABLE -> Ambiguity.UNREADABLE;
        };
    }
}
