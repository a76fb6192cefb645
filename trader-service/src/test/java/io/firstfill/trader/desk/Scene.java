package io.firstfill.trader.desk;

import static io.firstfill.trader.desk.DeskStage.PAPER;

import io.firstfill.contract.Meta;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.command.ValidateCredential;
import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.listing.ListingRescheduled;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.order.Ambiguity;
import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderResolved;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.OrderUnresolved;
import io.firstfill.contract.order.Resolution;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.permit.PermitRevoked;
import io.firstfill.contract.permit.RevocationReason;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.ClientOrderId;
import io.firstfill.contract.value.Confidence;
import io.firstfill.contract.value.ConfigurationId;
import io.firstfill.contract.value.ConfigurationRef;
import io.firstfill.contract.value.ExchangeOrderId;
import io.firstfill.contract.value.ListingId;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.MessageId;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.OrderType;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.PermitId;
import io.firstfill.contract.value.RunId;
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
        Configuration snapshot = new Configuration(
                "test",
                FIFTY,
                new SymbolFilter(Set.of(), List.of(), List.of()),
                OrderStyle.MARKET,
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                Duration.ofSeconds(10),
                new Caps(10, Amount.of("500"), 3),
                new SafetySwitches(true, true, false));
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
        return new ListingSignal(
                meta(),
                PAPER,
                listing,
                PAIR,
                RUN,
                ListingSource.CALENDAR,
                Confidence.CONFIRMED,
                opening,
                deadline.minusSeconds(10),
                deadline);
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
        return new OrderSubmitted(
                meta(validUntil),
                PAPER,
                RUN,
                LISTING,
                PAIR,
                ORDER,
                PERMIT,
                Side.BUY,
                OrderType.MARKET,
                FIFTY,
                1,
                validUntil,
                Times.unknown(validUntil));
    }

    static OrderAccepted accepted(Instant at) {
        return new OrderAccepted(
                meta(at), PAPER, RUN, LISTING, PAIR, ORDER, ExchangeOrderId.of("stage"), 0, Times.unknown(at));
    }

    static OrderUnresolved unresolved(Instant at) {
        return new OrderUnresolved(meta(at), PAPER, RUN, LISTING, PAIR, ORDER, Ambiguity.TIMEOUT, "test", null);
    }

    static OrderResolved handedOver(Instant at) {
        return new OrderResolved(meta(at), PAPER, RUN, LISTING, PAIR, ORDER, Resolution.OPERATOR, "test");
    }
}
