package io.firstfill.trader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderResolved;
import io.firstfill.contract.order.OrderUnresolved;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.reason.CancelReason;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.order.reason.ReturnReason;
import io.firstfill.contract.run.RunStopped;
import io.firstfill.contract.run.RunStopping;
import io.firstfill.contract.value.TradingState;
import io.firstfill.service.kafka.InboxState;
import io.firstfill.testkit.KafkaResource;
import io.firstfill.trader.fixture.ExchangeAndVault;
import io.firstfill.trader.fixture.GroupMember;
import io.firstfill.trader.fixture.OtherServices;
import io.firstfill.trader.fixture.SimulatorControl;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** US2: proves that the published events equal what the exchange did, once, whatever fault occurs. */
@QuarkusTest
@WithTestResource(
        value = KafkaResource.class,
        initArgs = @ResourceArg(name = KafkaResource.TOPICS, value = OtherServices.TOPICS))
@WithTestResource(ExchangeAndVault.class)
class BuyingTest {
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
    void aSurpriseSignaledTwiceIsBoughtOnce() {
        exchange.list("TWICE", Instant.now());
        RunId run = activeRunWithPermits();

        others.send(others.signal(run, "TWICE", null));

        OrderFilled filled = others.awaitOne("orders.v1", run, OrderFilled.class);
        assertThat(filled.timeline().writtenAt())
                .isAfterOrEqualTo(filled.timeline().submittedAt());
        assertThat(filled.timeline().signedAt())
                .isBetween(filled.timeline().consumedAt(), filled.timeline().writtenAt());
        assertThat(OtherServices.types(others.orders(run)))
                .containsExactly("OrderSubmitted", "OrderAccepted", "OrderFilled", "PositionOpened");
        assertExchangeAgrees("TWICEUSDT", filled);
    }

    @Test
    void aScheduledListingIsProbedUntilItOpensAndBoughtOnce() {
        Instant announced = Instant.now().plusSeconds(3);
        exchange.list("PROBE", announced.plusMillis(250));
        RunId run = activeRunWithPermits();

        others.signal(run, "PROBE", announced);

        OrderFilled filled = others.awaitOne("orders.v1", run, OrderFilled.class);
        assertThat(OtherServices.types(others.orders(run)))
                .containsExactly("OrderArmed", "OrderSubmitted", "OrderAccepted", "OrderFilled", "PositionOpened");
        JsonNode arrivals = exchange.arrivals("PROBEUSDT");
        assertThat(arrivals.findValues("code")).extracting(JsonNode::asInt).contains(30001);
        assertThat(Instant.parse(arrivals.get(0).get("receivedAt").asText()))
                .isBetween(announced.minusMillis(50), announced.plusMillis(100));
        assertThat(filled.timeline().signedAt())
                .isBetween(announced, filled.timeline().writtenAt());
        assertExchangeAgrees("PROBEUSDT", filled);
    }

    @Test
    void noRequestReachesTheExchangeAfterAStopBeforeTheOpening() {
        Instant opening = Instant.now().plusSeconds(4);
        exchange.list("STOPPED", opening);
        RunId run = others.startRun();
        PermitId permit = others.grant(run);
        others.signal(run, "STOPPED", opening);
        others.awaitOne("orders.v1", run, OrderArmed.class);

        var command = others.stop(run);

        RunStopped stopped = others.awaitOne("runs.v1", run, RunStopped.class);
        assertThat(stopped.meta().causationId()).isEqualTo(command.meta().id());
        assertThat(others.awaitOne("runs.v1", run, RunStopping.class).ordersInFlight())
                .isZero();
        assertThat(others.awaitOne("orders.v1", run, OrderDenied.class).reason())
                .isEqualTo(DenialReason.RUN_NOT_ACTIVE);
        PermitReturned returned = others.awaitOne("orders.v1", run, PermitReturned.class);
        assertThat(returned.permitId()).isEqualTo(permit);
        assertThat(returned.reason()).isEqualTo(ReturnReason.RUN_STOPPED);
        await().until(() -> Instant.now().isAfter(opening.plusSeconds(1)));
        assertThat(exchange.arrivals("STOPPEDUSDT")).isEmpty();
    }

    @Test
    void noOrderIsSentWithoutAPermit() {
        exchange.list("NOPERMIT", Instant.now());
        RunId run = others.startRun();

        others.signal(run, "NOPERMIT", null);

        OrderDenied denied = others.awaitOne("orders.v1", run, OrderDenied.class);
        assertThat(denied.reason()).isEqualTo(DenialReason.NO_PERMIT);
        assertThat(exchange.arrivals("NOPERMITUSDT")).isEmpty();
    }

    @Test
    void anOrderWhoseAnswerIsLostIsFoundAndNotSentAgain() {
        exchange.list("LOST", Instant.now());
        exchange.failNextOrder("LOSTUSDT", "{\"type\":\"drop\",\"executed\":true}");
        RunId run = activeRunWithPermits();

        others.signal(run, "LOST", null);

        OrderFilled filled = others.awaitOne("orders.v1", run, OrderFilled.class);
        others.awaitOne("orders.v1", run, OrderUnresolved.class);
        assertThat(others.awaitOne("orders.v1", run, OrderResolved.class).resolution())
                .isEqualTo(Resolution.FOUND);
        assertExchangeAgrees("LOSTUSDT", filled);
        assertThat(exchange.arrivals("LOSTUSDT")).hasSize(1);
    }

    @Test
    void anOrderLostBeforeExecutionIsAbsentAndItsPermitIsReturned() {
        exchange.list("NEVER", Instant.now());
        exchange.failNextOrder("NEVERUSDT", "{\"type\":\"drop\",\"executed\":false}");
        RunId run = activeRunWithPermits();

        others.signal(run, "NEVER", null);

        assertThat(others.awaitOne("orders.v1", run, OrderResolved.class).resolution())
                .isEqualTo(Resolution.ABSENT);
        assertThat(others.awaitOne("orders.v1", run, PermitReturned.class).reason())
                .isEqualTo(ReturnReason.NOT_BOUGHT);
        assertThat(exchange.orders("NEVERUSDT")).isEmpty();
    }

    @Test
    void anOrderAcceptedThenCanceledHasThatReasonAndItsPermitIsReturned() {
        exchange.list("CANCELED", Instant.now());
        exchange.call("PATCH", "/behaviour/CANCELEDUSDT", "{\"marketFirstMinute\":\"CANCELED\"}");
        RunId run = activeRunWithPermits();

        others.signal(run, "CANCELED", null);

        OrderCanceled canceled = others.awaitOne("orders.v1", run, OrderCanceled.class);
        assertThat(canceled.reason()).isEqualTo(CancelReason.ACCEPTED_THEN_CANCELED);
        others.awaitOne("orders.v1", run, PermitReturned.class);
        assertThat(exchange.orders("CANCELEDUSDT")).hasSize(1);
    }

    @Test
    void aReplayWhileTheAnswerIsOutstandingSendsNoSecondOrder() {
        exchange.list("REPLAY", Instant.now());
        exchange.failNextOrder("REPLAYUSDT", "{\"type\":\"delayAnswer\",\"millis\":2500}");
        RunId run = activeRunWithPermits();
        others.signal(run, "REPLAY", null);
        await().atMost(LIMIT).until(() -> exchange.orders("REPLAYUSDT").size() == 1);

        new GroupMember(broker).joinAndLeave();

        OrderFilled filled = others.awaitOne("orders.v1", run, OrderFilled.class);
        assertThat(OtherServices.clientOrderIds(others.orders(run))).isEqualTo(1);
        assertExchangeAgrees("REPLAYUSDT", filled);
        assertThat(exchange.arrivals("REPLAYUSDT")).hasSize(1);
    }

    private RunId activeRunWithPermits() {
        RunId run = others.startRun();
        others.grant(run);
        others.grant(run);
        return run;
    }

    /** Asserts that the exchange has exactly one order, and that every published number is that order's. */
    private void assertExchangeAgrees(String symbol, OrderFilled filled) {
        JsonNode orders = exchange.orders(symbol);
        assertThat(orders).hasSize(1);
        JsonNode order = orders.get(0);
        assertThat(order.get("terms").get("id").asText())
                .isEqualTo(filled.exchangeOrderId().value());
        assertThat(order.get("terms").get("clientOrderId").asText())
                .isEqualTo(filled.clientOrderId().value());
        assertThat(new BigDecimal(order.get("executed").asText()))
                .isEqualByComparingTo(filled.filledQuantity().value());
        assertThat(new BigDecimal(order.get("executedQuote").asText()))
                .isEqualByComparingTo(filled.filledAmount().value());
    }
}
