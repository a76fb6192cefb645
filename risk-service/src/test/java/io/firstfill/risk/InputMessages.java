package io.firstfill.risk;

import io.firstfill.contract.Meta;
import io.firstfill.contract.command.AcknowledgeRecord;
import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.credential.CredentialMissing;
import io.firstfill.contract.credential.CredentialValidated;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderResolved;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.Timeline;
import io.firstfill.contract.order.reason.CancelReason;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.order.reason.ReturnReason;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.run.ConfigurationApplied;
import io.firstfill.contract.run.RecordAcknowledged;
import io.firstfill.contract.run.RunResumed;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.run.RunSuspended;
import io.firstfill.contract.run.SuspensionReason;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.OrderType;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.contract.value.Side;
import io.firstfill.contract.value.TradingState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** Messages of the other services for the environment {@code paper}. Every call creates a new message. */
public final class InputMessages {
    public static final EnvironmentId PAPER = EnvironmentId.of("paper");
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    public static final RunId RUN = RunId.derivedFrom("run");

    private InputMessages() {}

    /** Returns generous caps of a run, for tests of the limits above it. */
    public static Caps wide() {
        return caps(1_000, "1000000", 1_000);
    }

    public static Meta meta(Instant at) {
        return Meta.first(new MessageId(UUID.randomUUID()), at);
    }

    public static Caps caps(int tradesPerHour, String spend, int concurrentListings) {
        return new Caps(tradesPerHour, Amount.of(spend), concurrentListings);
    }

    public static RunStarted started(RunId run, String quoteAmount, Caps caps) {
        return started(PAPER, run, quoteAmount, caps);
    }

    public static RunStarted started(EnvironmentId environment, RunId run, String quoteAmount, Caps caps) {
        return new RunStarted(
                meta(NOON), environment, run, reference(), snapshot(quoteAmount, caps), Actor.of("operator"));
    }

    public static ConfigurationApplied applied(RunId run, String quoteAmount, Caps caps) {
        return new ConfigurationApplied(meta(NOON), PAPER, run, reference(), snapshot(quoteAmount, caps));
    }

    public static RunSuspended suspended(RunId run) {
        return new RunSuspended(meta(NOON), PAPER, run, SuspensionReason.CREDENTIAL_REJECTED, "test");
    }

    public static RunResumed resumed(RunId run) {
        return new RunResumed(meta(NOON), PAPER, run);
    }

    public static StopRun stop(RunId run) {
        return new StopRun(meta(NOON), PAPER, Actor.of("operator"), run, "enough");
    }

    public static SetTradingState set(TradingState state) {
        return new SetTradingState(meta(NOON), PAPER, Actor.of("risk"), state, "test");
    }

    public static AcknowledgeRecord acknowledge(RecordPlace place) {
        return new AcknowledgeRecord(meta(NOON), PAPER, Actor.of("operator"), place, "read by hand");
    }

    public static RecordAcknowledged acknowledged(RecordPlace place) {
        return new RecordAcknowledged(meta(NOON), PAPER, place, Actor.of("operator"), "read by hand");
    }

    public static CredentialMissing credentialMissing() {
        return new CredentialMissing(meta(NOON), PAPER, "firstfill/paper/mexc");
    }

    public static CredentialValidated credentialValidated() {
        return new CredentialValidated(meta(NOON), PAPER, "firstfill/paper/mexc", 1, true, false);
    }

    public static OrderArmed armed(PermitGranted permit) {
        return new OrderArmed(
                meta(NOON),
                PAPER,
                permit.runId(),
                listing(permit),
                pair(permit),
                order(permit),
                permit.permitId(),
                permit.limit(),
                NOON.plusSeconds(60));
    }

    public static OrderSubmitted submitted(PermitGranted permit) {
        return new OrderSubmitted(
                meta(NOON),
                PAPER,
                permit.runId(),
                listing(permit),
                pair(permit),
                order(permit),
                permit.permitId(),
                Side.BUY,
                OrderType.MARKET,
                permit.limit(),
                1,
                NOON,
                timeline());
    }

    public static OrderFilled filled(PermitGranted permit, Instant at, String amount) {
        return new OrderFilled(
                meta(at),
                PAPER,
                permit.runId(),
                listing(permit),
                pair(permit),
                order(permit),
                ExchangeOrderId.of("C02"),
                Quantity.of("1"),
                Amount.of(amount),
                Price.of(amount),
                timeline());
    }

    public static OrderCanceled canceled(PermitGranted permit, Instant at, String amount) {
        return new OrderCanceled(
                meta(at),
                PAPER,
                permit.runId(),
                listing(permit),
                pair(permit),
                order(permit),
                ExchangeOrderId.of("C02"),
                Quantity.of("1"),
                Amount.of(amount),
                null,
                CancelReason.PARTLY_FILLED,
                timeline());
    }

    /** Returns one pair for each permit. */
    static Pair pair(PermitGranted permit) {
        String name = permit.permitId().value().toString().replace("-", "").substring(0, 12);
        return Pair.of("N" + name.toUpperCase(Locale.ROOT) + "/USDT");
    }

    public static OrderResolved handedOver(PermitGranted permit) {
        return handedOver(permit, NOON);
    }

    public static OrderResolved handedOver(PermitGranted permit, Instant at) {
        return new OrderResolved(
                meta(at),
                PAPER,
                permit.runId(),
                listing(permit),
                pair(permit),
                order(permit),
                Resolution.OPERATOR,
                "queries failed");
    }

    public static PermitReturned returned(PermitGranted permit) {
        return returned(permit.runId(), permit.permitId());
    }

    public static PermitReturned returned(RunId run, PermitId permit) {
        return new PermitReturned(meta(NOON), PAPER, run, permit, ReturnReason.EXPIRED);
    }

    static ClientOrderId order(PermitGranted permit) {
        return ClientOrderId.derivedFrom(permit.runId(), listing(permit), "b", 1);
    }

    /** Returns one listing for each permit. */
    static ListingId listing(PermitGranted permit) {
        return new ListingId(permit.permitId().value());
    }

    static Timeline timeline() {
        return new Timeline(null, null, NOON, NOON, NOON, null, null, null, null, null, null, null);
    }

    private static ConfigurationRef reference() {
        return new ConfigurationRef(new ConfigurationId(RUN.value()), 1);
    }

    private static Configuration snapshot(String quoteAmount, Caps caps) {
        return new Configuration(
                "test",
                Amount.of(quoteAmount),
                new SymbolFilter(Set.of(), List.of(), List.of()),
                OrderStyle.MARKET,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                caps,
                new SafetySwitches(true, true, false));
    }
}
