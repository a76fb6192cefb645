package io.firstfill.trader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.command.ValidateCredential;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderRejected;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.run.RunResumed;
import io.firstfill.contract.run.RunSuspended;
import io.firstfill.contract.run.SuspensionReason;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.TradingState;
import io.firstfill.service.kafka.InboxState;
import io.firstfill.testkit.KafkaResource;
import io.firstfill.trader.fixture.ExchangeAndVault;
import io.firstfill.trader.fixture.OtherServices;
import io.firstfill.trader.fixture.SimulatorControl;
import io.firstfill.trader.fixture.TopicReader;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * US2: proves that a listing is bought at most once, at its current opening, where the opening moves or the exchange
 * refuses or throttles the order.
 */
@QuarkusTest
@WithTestResource(
        value = KafkaResource.class,
        initArgs = @ResourceArg(name = KafkaResource.TOPICS, value = OtherServices.TOPICS))
@WithTestResource(ExchangeAndVault.class)
class ChangesTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    InboxState inbox;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @ConfigProperty(name = "test.control-port")
    int controlPort;

    private OtherServices others;
    private SimulatorControl exchange;

    @BeforeEach
    void open() {
        others = new OtherServices(broker);
        exchange = new SimulatorControl(controlPort);
        await().atMost(LIMIT).until(inbox::isOpen);
        others.trading(TradingState.ACTIVE);
    }

    @AfterEach
    void close() {
        others.close();
    }

    @Test
    void aRefusalOfTheAccountSuspendsTheRunUntilAValidation() {
        exchange.list("ABNORMAL", Instant.now());
        exchange.refuseNextOrder("ABNORMALUSDT", 400, 60005);
        RunId run = activeRunWithPermits();
        others.signal(run, "ABNORMAL", null);
        assertThat(others.awaitOne("runs.v1", run, RunSuspended.class).reason())
                .isEqualTo(SuspensionReason.EXCHANGE_REFUSES);
        assertThat(others.awaitOne("orders.v1", run, OrderRejected.class).rejection())
                .isEqualTo(Rejection.STOPS_RUN);

        others.send(new ValidateCredential(OtherServices.meta(), OtherServices.PAPER, Actor.of("operator")));

        others.awaitOne("runs.v1", run, RunResumed.class);
        exchange.list("NORMAL", Instant.now());
        others.signal(run, "NORMAL", null);
        others.awaitOne("orders.v1", run, OrderFilled.class);
        assertThat(exchange.orders("ABNORMALUSDT")).isEmpty();
        assertThat(exchange.orders("NORMALUSDT")).hasSize(1);
    }

    @Test
    void aPostponedOpeningIsBoughtAtItsNewTime() {
        Instant announced = Instant.now().plusSeconds(4);
        Instant moved = announced.plusSeconds(3);
        exchange.list("LATER", moved);
        RunId run = activeRunWithPermits();
        others.signal(run, "LATER", announced);
        others.awaitOne("orders.v1", run, OrderArmed.class);

        others.reschedule("LATER", announced, moved);

        others.awaitOne("orders.v1", run, OrderFilled.class);
        others.awaitOne("orders.v1", run, PermitReturned.class);
        assertThat(firstArrival("LATERUSDT")).isAfter(moved.minusMillis(50));
        assertThat(exchange.orders("LATERUSDT")).hasSize(1);
    }

    @Test
    void anAdvancedOpeningIsBoughtAtItsNewTime() {
        Instant announced = Instant.now().plusSeconds(12);
        Instant moved = announced.minusSeconds(7);
        exchange.list("SOONER", moved);
        RunId run = activeRunWithPermits();
        others.signal(run, "SOONER", announced);
        others.awaitOne("orders.v1", run, OrderArmed.class);

        others.reschedule("SOONER", announced, moved);

        others.awaitOne("orders.v1", run, OrderFilled.class);
        assertThat(firstArrival("SOONERUSDT")).isBetween(moved.minusMillis(50), announced.minusSeconds(2));
        assertThat(exchange.orders("SOONERUSDT")).hasSize(1);
    }

    @Test
    void aWithdrawnListingIsDisarmedAndItsPermitIsReturned() {
        Instant opening = Instant.now().plusSeconds(4);
        exchange.list("GONE", opening);
        RunId run = activeRunWithPermits();
        others.signal(run, "GONE", opening);
        others.awaitOne("orders.v1", run, OrderArmed.class);

        others.withdraw("GONE");

        assertThat(others.awaitOne("orders.v1", run, OrderDenied.class).reason())
                .isEqualTo(DenialReason.LISTING_WITHDRAWN);
        others.awaitOne("orders.v1", run, PermitReturned.class);
        await().until(() -> Instant.now().isAfter(opening.plusSeconds(1)));
        assertThat(exchange.arrivals("GONEUSDT")).isEmpty();
    }

    @Test
    void aRefusalThatMayPassIsRetriedOnceUnderAnotherClientOrderId() {
        exchange.list("EMPTY", Instant.now());
        exchange.refuseNextOrder("EMPTYUSDT", 400, 30025);
        RunId run = activeRunWithPermits();

        others.signal(run, "EMPTY", null);

        OrderFilled filled = others.awaitOne("orders.v1", run, OrderFilled.class);
        assertThat(OtherServices.clientOrderIds(others.orders(run))).isEqualTo(2);
        assertThat(filled.clientOrderId())
                .isNotEqualTo(
                        others.awaitOne("orders.v1", run, OrderRejected.class).clientOrderId());
        assertThat(exchange.orders("EMPTYUSDT")).hasSize(1);
    }

    /** The firewall (403) names no end of the throttle; the setting {@code throttle-pause} applies then. */
    @ParameterizedTest
    @CsvSource({"429, '{\"Retry-After\":\"2\"}'", "418, '{\"Retry-After\":\"2\"}'", "403, {}"})
    void aThrottledOrderIsSentAfterTheThrottleWithAnAlert(int status, String headers) {
        String base = "THROTTLED" + status;
        exchange.list(base, Instant.now());
        exchange.failNextOrder(base + "USDT", """
                {"type":"answer","status":%d,"headers":%s,"contentType":"text/html","body":"<html>",
                 "executed":false}""".formatted(status, headers));
        RunId run = activeRunWithPermits();

        others.signal(run, base, null);

        others.awaitOne("orders.v1", run, OrderFilled.class);
        JsonNode arrivals = exchange.arrivals(base + "USDT");
        assertThat(arrivals).hasSize(2);
        assertThat(Duration.between(at(arrivals, 0), at(arrivals, 1))).isGreaterThanOrEqualTo(Duration.ofMillis(1_900));
        AlertRaised raised = others.awaitAny("alerts.v1", AlertRaised.class);
        assertThat(raised.kind()).isEqualTo(AlertKind.THROTTLED);
        Instant end = Objects.requireNonNull(raised.until());
        await().atMost(LIMIT)
                .until(() -> TopicReader.read(broker, "alerts.v1").stream()
                        .anyMatch(message -> message instanceof AlertCleared cleared
                                && cleared.kind() == AlertKind.THROTTLED
                                && !cleared.meta().occurredAt().isBefore(end)));
        assertThat(exchange.orders(base + "USDT")).hasSize(1);
    }

    private RunId activeRunWithPermits() {
        RunId run = others.startRun();
        others.grant(run);
        others.grant(run);
        return run;
    }

    private Instant firstArrival(String symbol) {
        return at(exchange.arrivals(symbol), 0);
    }

    private static Instant at(JsonNode arrivals, int index) {
        return Instant.parse(arrivals.get(index).get("receivedAt").asText());
    }
}
