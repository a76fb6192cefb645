package io.firstfill.trader;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.TradingState;
import io.firstfill.service.kafka.InboxState;
import io.firstfill.testkit.KafkaResource;
import io.firstfill.testkit.document.MetricsPage;
import io.firstfill.trader.fixture.ExchangeAndVault;
import io.firstfill.trader.fixture.OtherServices;
import io.firstfill.trader.fixture.SimulatorControl;
import io.firstfill.trader.fixture.TopicReader;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Proves that a private stream makes fills known sooner, and that published fills equal the exchange's, whatever fault
 * the stream has.
 */
@QuarkusTest
@WithTestResource(
        value = KafkaResource.class,
        initArgs = @ResourceArg(name = KafkaResource.TOPICS, value = OtherServices.TOPICS))
@WithTestResource(value = ExchangeAndVault.class, initArgs = @ResourceArg(name = "streams", value = "on"))
class PushedFillsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String ORDERS = "PUSH spot@private.orders.v3.api.pb";
    private static final String DEALS = "PUSH spot@private.deals.v3.api.pb";
    private static final String HIDDEN = "{\"visibilityDelayMinMillis\":15000,\"visibilityDelayMaxMillis\":15000}";

    @Inject
    InboxState inbox;

    @Inject
    MeterRegistry metrics;

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
        await().atMost(LIMIT).until(this::isSubscribed);
        others.trading(TradingState.ACTIVE);
    }

    @AfterEach
    void close() {
        exchange.call("DELETE", "/faults", "");
        others.close();
    }

    @Test
    void aFillIsPublishedWhileLookUpsDoNotShowTheOrder() {
        exchange.list("HIDDEN", Instant.now());
        exchange.call("PATCH", "/behaviour/HIDDENUSDT", HIDDEN);

        OrderFilled filled = buy("HIDDEN");

        assertKnownBeforeLookUpsShowIt(filled);
        assertExchangeAgrees("HIDDENUSDT", filled);
        assertThat(metrics.get("firstfill_stream_lag").timer().count()).isPositive();
    }

    @Test
    void aPushBeforeTheAnswerWaitsForIt() {
        exchange.list("EARLY", Instant.now());
        exchange.call("PATCH", "/behaviour/EARLYUSDT", HIDDEN);
        exchange.failNextOrder("EARLYUSDT", "{\"type\":\"delayAnswer\",\"millis\":1000}");

        OrderFilled filled = buy("EARLY");

        assertPublishedOnce(filled.runId());
        assertKnownBeforeLookUpsShowIt(filled);
        assertExchangeAgrees("EARLYUSDT", filled);
    }

    @Test
    void aFillWhosePushIsLostIsFoundByLookUps() {
        exchange.list("MISSED", Instant.now());
        fault(ORDERS, "MISSEDUSDT", "lose");
        fault(DEALS, "MISSEDUSDT", "lose");

        OrderFilled filled = buy("MISSED");

        assertPublishedOnce(filled.runId());
        assertExchangeAgrees("MISSEDUSDT", filled);
    }

    @Test
    void aPushDeliveredTwiceIsOneFill() {
        exchange.list("DOUBLE", Instant.now());
        exchange.call("PATCH", "/behaviour/DOUBLEUSDT", HIDDEN);
        fault(ORDERS, "DOUBLEUSDT", "duplicate");
        fault(DEALS, "DOUBLEUSDT", "duplicate");

        OrderFilled filled = buy("DOUBLE");

        assertPublishedOnce(filled.runId());
        assertExchangeAgrees("DOUBLEUSDT", filled);
    }

    @Test
    void aStreamCutBeforeThePushReconnectsAndLookUpsFindTheFill() {
        exchange.list("BROKEN", Instant.now());
        fault(ORDERS, "BROKENUSDT", "disconnect");

        OrderFilled filled = buy("BROKEN");

        assertPublishedOnce(filled.runId());
        assertExchangeAgrees("BROKENUSDT", filled);
        await().atMost(LIMIT).until(this::isSubscribed);
    }

    @Test
    void aSubscriptionRefusedAfterACutIsRetried() {
        exchange.list("BLOCKED", Instant.now());
        exchange.call("PATCH", "/behaviour/BLOCKEDUSDT", HIDDEN);
        exchange.call("POST", "/faults", """
                {"endpoint":"SUBSCRIPTION spot@private.orders.v3.api.pb","count":1,"effect":{"type":"block"}}""");
        exchange.call("DELETE", "/streams", "");
        await().atMost(LIMIT).until(() -> refusals() > 0 && isSubscribed());

        OrderFilled filled = buy("BLOCKED");

        assertKnownBeforeLookUpsShowIt(filled);
        assertExchangeAgrees("BLOCKEDUSDT", filled);
    }

    @Test
    void thePageOfMetricsListsWhatTheServiceExposes() {
        assertThat(MetricsPage.read()
                        .differences(
                                "trader-service", RestAssured.get("/q/metrics").asString()))
                .isEmpty();
    }

    @Test
    void theListenKeyIsInNoMetric() {
        assertThat(metrics.getMeters())
                .extracting(meter -> meter.getId().toString())
                .noneMatch(id -> id.contains("listenKey"));
    }

    private OrderFilled buy(String base) {
        RunId run = others.startRun();
        others.grant(run);
        others.signal(run, base, null);
        return others.awaitOne("orders.v1", run, OrderFilled.class);
    }

    private boolean isSubscribed() {
        JsonNode sockets = exchange.call("GET", "/streams", "");
        return sockets.size() == 1 && sockets.get(0).get("channels").size() == 2;
    }

    private double refusals() {
        return metrics.get("firstfill_stream_subscriptions_refused").counter().count();
    }

    private void fault(String endpoint, String symbol, String effect) {
        exchange.call(
                "POST",
                "/faults",
                "{\"endpoint\":\"%s\",\"symbol\":\"%s\",\"effect\":{\"type\":\"%s\"}}"
                        .formatted(endpoint, symbol, effect));
    }

    private static void assertKnownBeforeLookUpsShowIt(OrderFilled filled) {
        Instant submitted = requireNonNull(filled.timeline().submittedAt());
        assertThat(filled.timeline().filledAt()).isBefore(submitted.plusSeconds(15));
    }

    private void assertPublishedOnce(RunId run) {
        assertThat(OtherServices.types(others.orders(run)))
                .containsExactly("OrderSubmitted", "OrderAccepted", "OrderFilled", "PositionOpened");
        assertThat(TopicReader.read(broker, "alerts.v1").stream()
                        .filter(AlertRaised.class::isInstance)
                        .map(AlertRaised.class::cast)
                        .filter(alert -> alert.kind() == AlertKind.ORDER_DISPUTED))
                .isEmpty();
    }

    /** Asserts that the exchange has exactly one order, and that every published number is that order's. */
    private void assertExchangeAgrees(String symbol, OrderFilled filled) {
        JsonNode orders = exchange.orders(symbol);
        assertThat(orders).hasSize(1);
        JsonNode order = orders.get(0);
        assertThat(order.get("terms").get("clientOrderId").asText())
                .isEqualTo(filled.clientOrderId().value());
        assertThat(new BigDecimal(order.get("executed").asText()))
                .isEqualByComparingTo(filled.filledQuantity().value());
        assertThat(new BigDecimal(order.get("executedQuote").asText()))
                .isEqualByComparingTo(filled.filledAmount().value());
        assertThat(filled.filledAmount().value()).isLessThanOrEqualTo(new BigDecimal("50"));
    }
}
