package io.firstfill.trader.desk;

import static io.firstfill.trader.desk.DeskStage.PAPER;

import io.firstfill.contract.Meta;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.command.ValidateCredential;
import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.listing.ListingQualified;
import io.firstfill.contract.listing.ListingRescheduled;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.listing.TradingRules;
import io.firstfill.contract.listing.Verdict;
import io.firstfill.contract.order.reason.Ambiguity;
import io.firstfill.contract.order.reason.CancelReason;
import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderResolved;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.OrderUnresolved;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.permit.PermitRevoked;
import io.firstfill.contract.permit.RevocationReason;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.value.Confidence;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.OrderType;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Side;
import io.firstfill.contract.value.TradingState;
import io.firstfill.trader.order.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What others say about one run, one permit and one listing, and what an earlier trader said. */
final class Scene {
    static final RunId RUN = RunId.derivedFrom("run");
    static final PermitId PERMIT = PermitId.derivedFrom("permit");
    static final ListingId LISTING = ListingId.derivedFrom("listing");
    static final ListingId OTHER_LISTING = ListingId.derivedFrom("the same pair, announced anew");
    static final Pair PAIR = Pair.of("NEWT/USDT");
    static final ClientOrderId ORDER = ClientOrderId.derivedFrom(RUN, LISTING, "b", 1);
    private static final Amount FIFTY = Amount.of("50");
    private static final Actor OPERATOR = Actor.of("operator");

    private Scene() {}

    static Meta meta(Instant at) {
        return Meta.first(MessageId.of(UUID.randomUUID().toString()), at);
    }

    private static Meta meta() {
        return meta(Instant.now());
    }

    static TradingStateChanged trading() {
        return new TradingStateChanged(meta(), PAPER, TradingState.ACTIVE, "test", OPERATOR);
    }

    static RunStarted started() {
        return started(OrderStyle.MARKET, null);
    }

    static RunStarted started(OrderStyle style, @Nullable String priceCap) {
        Configuration snapshot = new Configuration(
                "test",
                FIFTY,
                new SymbolFilter(Set.of(), List.of(), List.of()),
                style,
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                Duration.ofSeconds(10),
                new Caps(10, Amount.of("500"), 3),
                new SafetySwitches(true, true, false),
                priceCap == null ? null : Price.of(priceCap));
        ConfigurationRef reference = new ConfigurationRef(ConfigurationId.derivedFrom("test"), 1);
        return new RunStarted(meta(), PAPER, RUN, reference, snapshot, OPERATOR);
    }

    static ValidateCredential validate() {
        return new ValidateCredential(meta(), PAPER, OPERATOR);
    }

    static StopRun stop() {
        return new StopRun(meta(), PAPER, OPERATOR, RUN, "test");
    }

    static PermitGranted granted(PermitId permit) {
        return new PermitGranted(
                meta(), PAPER, RUN, permit, FIFTY, Instant.now().plus(Duration.ofMinutes(5)));
    }

    static PermitRevoked revoked(PermitId permit) {
        return new PermitRevoked(meta(), PAPER, RUN, permit, RevocationReason.RUN_STOPPED);
    }

    static ListingSignal signal(ListingId listing, @Nullable Instant opening, Instant deadline) {
        return signal(listing, PAIR, opening, deadline);
    }

    static ListingSignal signal(ListingId listing, Pair pair, @Nullable Instant opening, Instant deadline) {
        return new ListingSignal(
                meta(),
                PAPER,
                listing,
                pair,
                RUN,
                ListingSource.CALENDAR,
                Confidence.CONFIRMED,
                opening,
                deadline.minusSeconds(10),
                deadline);
    }

    /** Prices of four decimals, quantities of two; least order one. */
    static ListingQualified qualified(ListingId listing, Pair pair, String... orderTypes) {
        TradingRules rules = new TradingRules(2, 4, Amount.of("1"), null, List.of(orderTypes), true);
        return new ListingQualified(meta(), PAPER, listing, pair, Verdict.QUALIFIED, List.of(), rules);
    }

    static ListingWithdrawn withdrawn() {
        return new ListingWithdrawn(meta(), PAPER, LISTING, PAIR, ListingSource.CALENDAR);
    }

    static ListingRescheduled rescheduled(Instant from, Instant to) {
        return new ListingRescheduled(meta(), PAPER, LISTING, PAIR, from, to, ListingSource.CALENDAR);
    }

    static OrderArmed armed(Instant opening) {
        return new OrderArmed(meta(), PAPER, RUN, LISTING, PAIR, ORDER, PERMIT, FIFTY, opening);
    }

    static OrderSubmitted submitted(Instant validUntil) {
        return submitted(validUntil, 1);
    }

    static OrderSubmitted submitted(Instant validUntil, int attempt) {
        return new OrderSubmitted(
                meta(validUntil),
                PAPER,
                RUN,
                LISTING,
                PAIR,
                ClientOrderId.derivedFrom(RUN, LISTING, "b", attempt),
                attempt == 1 ? PERMIT : PermitId.derivedFrom("permit", attempt),
                Side.BUY,
                OrderType.MARKET,
                FIFTY,
                attempt,
                validUntil,
                Times.unknown(validUntil));
    }

    static OrderAccepted accepted(Instant at) {
        return new OrderAccepted(
                meta(at), PAPER, RUN, LISTING, PAIR, ORDER, ExchangeOrderId.of("stage"), 0, Times.unknown(at));
    }

    /** Attempt 1 ended with a part. */
    static OrderCanceled partlyFilled(Instant at, String quantity, String amount) {
        return new OrderCanceled(
                meta(at),
                PAPER,
                RUN,
                LISTING,
                PAIR,
                ORDER,
                ExchangeOrderId.of("stage"),
                Quantity.of(quantity),
                Amount.of(amount),
                null,
                CancelReason.PARTLY_FILLED,
                Times.unknown(at));
    }

    static OrderUnresolved unresolved(Instant at) {
        return new OrderUnresolved(meta(at), PAPER, RUN, LISTING, PAIR, ORDER, Ambiguity.TIMEOUT, "test", null);
    }

    static OrderResolved handedOver(Instant at) {
        return new OrderResolved(meta(at), PAPER, RUN, LISTING, PAIR, ORDER, Resolution.OPERATOR, "test");
    }
}
