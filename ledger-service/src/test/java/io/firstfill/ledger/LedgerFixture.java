package io.firstfill.ledger;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.command.ArchiveConfiguration;
import io.firstfill.contract.command.SaveConfiguration;
import io.firstfill.contract.command.StartRun;
import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.Timeline;
import io.firstfill.contract.record.Recorded;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.run.RunStopped;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.OrderType;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import io.firstfill.contract.value.Side;
import io.firstfill.ledger.decision.StartDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Builds the messages of one environment, which no other fixture has, and has the ledger record them. Every call builds
 * a new message; a test that keeps a message can have it delivered again.
 */
public final class LedgerFixture {
    public static final Instant T0 = Instant.parse("2026-11-22T12:00:00.000001Z");

    public final EnvironmentId environment =
            EnvironmentId.of("e" + UUID.randomUUID().toString().substring(0, 8));
    public final ConfigurationId configuration = new ConfigurationId(UUID.randomUUID());
    public final RunId run = new RunId(UUID.randomUUID());
    public final Pair pair = Pair.of("NEWT/USDT");

    private int published;

    /** Publishes the messages and waits for the receipts of all messages that were published here; not for commands. */
    public void record(Message... messages) {
        RecordsOnTopics.publish(messages);
        published += messages.length;
        RecordsOnTopics.await(environment, Recorded.class, published);
    }

    public static Meta meta(Instant at) {
        return Meta.first(new MessageId(UUID.randomUUID()), at);
    }

    public static Configuration configurationNamed(String name) {
        return new Configuration(
                name,
                Amount.of("12.5"),
                new SymbolFilter(Set.of(Asset.of("USDT")), List.of(), List.of()),
                OrderStyle.MARKET,
                Duration.ofMillis(1000),
                Duration.ofSeconds(2),
                Duration.ofMillis(500),
                Duration.ofSeconds(3),
                new Caps(10, Amount.of("100"), 3),
                new SafetySwitches(true, true, true));
    }

    public SaveConfiguration save(int expectedVersion, String name) {
        return save(configuration, expectedVersion, name);
    }

    public SaveConfiguration save(ConfigurationId id, int expectedVersion, String name) {
        return new SaveConfiguration(
                meta(T0), environment, Actor.of("olga"), id, expectedVersion, configurationNamed(name));
    }

    public ArchiveConfiguration archive(ConfigurationId id, boolean archived) {
        return new ArchiveConfiguration(meta(T0), environment, Actor.of("olga"), id, archived, "replaced");
    }

    public StartRun start(RunId runId, Instant deadline) {
        return new StartRun(
                meta(T0), environment, Actor.of("olga"), runId, new ConfigurationRef(configuration, 1), deadline);
    }

    public StartRun startBeforeDeadline(RunId runId) {
        return start(runId, Instant.parse("2100-01-01T00:00:00Z"));
    }

    /** The answer of a ledger that has read the start before its deadline. */
    public RunEvent answer(StartRun start) {
        var inputs = new StartDecision.Inputs(null, false, configurationNamed("first fill"), false);
        return StartDecision.decide(start, inputs, start.deadline());
    }

    public RunStarted started(RunId runId) {
        return new RunStarted(
                meta(T0),
                environment,
                runId,
                new ConfigurationRef(configuration, 1),
                configurationNamed("first fill"),
                Actor.of("olga"));
    }

    public RunStopped stopped(RunId runId) {
        return new RunStopped(meta(T0), environment, runId);
    }

    public ListingId listing(int number) {
        return ListingId.derivedFrom(environment, number);
    }

    public ListingAnnounced announced(int number, String base, Instant at) {
        return new ListingAnnounced(
                meta(at),
                environment,
                listing(number),
                Pair.of(base + "/USDT"),
                at.plusSeconds(60),
                ListingSource.CALENDAR,
                at);
    }

    public ClientOrderId order(int number) {
        return ClientOrderId.derivedFrom(run, listing(number), "b", 1);
    }

    public OrderSubmitted submitted(int number, Instant at, String amount) {
        return new OrderSubmitted(
                meta(at),
                environment,
                run,
                listing(number),
                pair,
                order(number),
                PermitId.derivedFrom(environment, number),
                Side.BUY,
                OrderType.MARKET,
                Amount.of(amount),
                1,
                at.plusSeconds(1),
                Timelines.unanswered(at));
    }

    public OrderAccepted accepted(int number, Instant at) {
        return accepted(number, at, Timelines.unanswered(at));
    }

    public OrderAccepted accepted(int number, Instant at, Timeline timeline) {
        return new OrderAccepted(
                meta(at),
                environment,
                run,
                listing(number),
                pair,
                order(number),
                ExchangeOrderId.of("C02__" + number),
                0,
                timeline);
    }

    public OrderFilled filled(int number, Instant at, String quantity, String amount, String price) {
        return filled(number, at, quantity, amount, price, Timelines.unanswered(at));
    }

    public OrderFilled filled(int number, Instant at, String quantity, String amount, String price, Timeline timeline) {
        return new OrderFilled(
                meta(at),
                environment,
                run,
                listing(number),
                pair,
                order(number),
                ExchangeOrderId.of("C02__" + number),
                Quantity.of(quantity),
                Amount.of(amount),
                Price.of(price),
                timeline);
    }
}
