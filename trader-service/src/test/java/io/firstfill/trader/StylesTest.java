package io.firstfill.trader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.PositionChanged;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.order.reason.CancelReason;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.OrderType;
import io.firstfill.contract.value.TradingState;
import io.firstfill.service.kafka.InboxState;
import io.firstfill.testkit.KafkaResource;
import io.firstfill.trader.fixture.ExchangeAndVault;
import io.firstfill.trader.fixture.OtherServices;
import io.firstfill.trader.fixture.SimulatorControl;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proves which orders each order style sends: a capped order, or a market order followed by a capped one, and never for
 * more than the quote amount.
 */
@QuarkusTest
@WithTestResource(
        value = KafkaResource.class,
        initArgs = @ResourceArg(name = KafkaResource.TOPICS, value = OtherServices.TOPICS))
@WithTestResource(ExchangeAndVault.class)
class StylesTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final BigDecimal AMOUNT = new BigDecimal("50");

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
    void aCappedBuyOrdersTheQuantityTheAmountBuysAtItsCap() {
        exchange.list("CAPPED", Instant.now());

        OrderFilled filled = buy("CAPPED", OrderStyle.IOC_CAPPED, "0.6");

        JsonNode order = orders("CAPPED").get(0);
        assertThat(order.get("terms").get("type").asText()).isEqualTo("IMMEDIATE_OR_CANCEL");
        assertThat(new BigDecimal(order.get("terms").get("price").asText())).isEqualByComparingTo("0.6");
        assertThat(new BigDecimal(order.get("terms").get("quantity").asText())).isEqualByComparingTo("83.33");
        assertWithinTheAmount("CAPPED", filled);
    }

    @Test
    void withoutACapTheBestAskPlusSlippageIsTheCap() {
        exchange.list("BOOKED", Instant.now());

        OrderFilled filled = buy("BOOKED", OrderStyle.IOC_CAPPED, null);

        BigDecimal price =
                new BigDecimal(orders("BOOKED").get(0).get("terms").get("price").asText());
        assertThat(price).isBetween(new BigDecimal("0.5"), new BigDecimal("0.53"));
        assertWithinTheAmount("BOOKED", filled);
    }

    @Test
    void aScheduledCappedBuyIsSentAtTheOpening() {
        Instant opening = Instant.now().plusSeconds(3);
        exchange.list("SCHEDULED", opening);
        RunId run = run(OrderStyle.IOC_CAPPED, "0.6");
        others.qualify("SCHEDULED");

        others.signal(run, "SCHEDULED", opening);

        OrderFilled filled = others.awaitOne("orders.v1", run, OrderFilled.class);
        assertThat(OtherServices.types(others.orders(run))).startsWith("OrderArmed", "OrderSubmitted", "OrderAccepted");
        assertWithinTheAmount("SCHEDULED", filled);
    }

    @Test
    void aMarketOrderAcceptedThenCanceledIsFollowedByACappedOne() {
        exchange.list("THENIOC", Instant.now());
        exchange.call("PATCH", "/behaviour/THENIOCUSDT", "{\"marketFirstMinute\":\"CANCELED\"}");

        OrderFilled filled = buy("THENIOC", OrderStyle.MARKET_THEN_IOC, "0.6");

        assertThat(types(filled.runId())).containsExactly(OrderType.MARKET, OrderType.IMMEDIATE_OR_CANCEL);
        assertWithinTheAmount("THENIOC", filled);
    }

    @Test
    void aMarketOrderRefusedAsSuchIsFollowedByACappedOne() {
        exchange.list("NOMARKET", Instant.now());
        exchange.call("PATCH", "/behaviour/NOMARKETUSDT", "{\"marketFirstMinute\":\"REFUSED_30019\"}");

        OrderFilled filled = buy("NOMARKET", OrderStyle.MARKET_THEN_IOC, null);

        assertThat(types(filled.runId())).containsExactly(OrderType.MARKET, OrderType.IMMEDIATE_OR_CANCEL);
        assertWithinTheAmount("NOMARKET", filled);
    }

    @ParameterizedTest
    @ValueSource(ints = {30018, 30019, 30041, 30051})
    void eachCodeForARefusedOrderTypeIsFollowedByACappedOrder(int code) {
        String base = "TYPE" + code;
        exchange.list(base, Instant.now());
        exchange.refuseNextOrder(base + "USDT", 400, code);

        OrderFilled filled = buy(base, OrderStyle.MARKET_THEN_IOC, "0.6");

        assertThat(types(filled.runId())).containsExactly(OrderType.MARKET, OrderType.IMMEDIATE_OR_CANCEL);
        assertWithinTheAmount(base, filled);
    }

    @Test
    void aMarketOrderFilledInPartIsFollowedByACappedOneForTheRest() {
        exchange.list("PARTLY", Instant.now());
        exchange.failNextOrder("PARTLYUSDT", "{\"type\":\"behave\",\"behaviour\":{\"fillFraction\":\"0.4\"}}");

        OrderFilled rest = buy("PARTLY", OrderStyle.MARKET_THEN_IOC, "0.51");

        PositionChanged position = others.awaitOne("orders.v1", rest.runId(), PositionChanged.class);
        OrderCanceled part = others.awaitOne("orders.v1", rest.runId(), OrderCanceled.class);
        assertThat(types(rest.runId())).containsExactly(OrderType.MARKET, OrderType.IMMEDIATE_OR_CANCEL);
        assertThat(part.reason()).isEqualTo(CancelReason.PARTLY_FILLED);
        assertThat(position.cost()).isEqualTo(part.filledAmount().plus(rest.filledAmount()));
        assertThat(position.quantity()).isEqualTo(part.filledQuantity().plus(rest.filledQuantity()));
        assertThat(spent("PARTLY"))
                .isEqualByComparingTo(position.cost().value())
                .isLessThanOrEqualTo(AMOUNT);
        assertThat(others.orders(rest.runId()).stream().filter(PositionOpened.class::isInstance))
                .hasSize(1);
        assertThat(others.orders(rest.runId()).stream().filter(PermitReturned.class::isInstance))
                .isEmpty();
    }

    @Test
    void aMarketOrderThatSpendsNinetyFivePercentIsNotFollowedByAnother() {
        exchange.list("SHORT", Instant.now());
        exchange.call("PATCH", "/behaviour/SHORTUSDT", "{\"marketBuySizing\":\"BY_PROTECTION_PRICE\"}");

        OrderFilled filled = buy("SHORT", OrderStyle.MARKET_THEN_IOC, "0.6");

        others.awaitOne("orders.v1", filled.runId(), PositionOpened.class);
        assertThat(spent("SHORT")).isBetween(new BigDecimal("47"), new BigDecimal("48"));
        assertThat(orders("SHORT")).hasSize(1);
    }

    @Test
    void aPriceAboveTheExchangesCapIsLoweredAndTheQuantityRecomputed() {
        exchange.list("STATED", Instant.now());
        exchange.call("PATCH", "/behaviour/STATEDUSDT", "{\"priceCap\":\"0.55\"}");

        OrderFilled filled = buy("STATED", OrderStyle.IOC_CAPPED, "0.8");

        JsonNode order = orders("STATED").get(0);
        assertThat(new BigDecimal(order.get("terms").get("price").asText())).isEqualByComparingTo("0.5472");
        assertThat(new BigDecimal(order.get("terms").get("quantity").asText())).isEqualByComparingTo("91.37");
        assertWithinTheAmount("STATED", filled);
    }

    private OrderFilled buy(String base, OrderStyle style, @Nullable String cap) {
        RunId run = run(style, cap);
        others.qualify(base);
        others.signal(run, base, null);
        return others.awaitOne("orders.v1", run, OrderFilled.class);
    }

    private RunId run(OrderStyle style, @Nullable String cap) {
        RunId run = others.startRun(style, cap);
        others.grant(run);
        others.grant(run);
        return run;
    }

    private JsonNode orders(String base) {
        return exchange.orders(base + "USDT");
    }

    private List<OrderType> types(RunId run) {
        return others.orders(run).stream()
                .filter(OrderSubmitted.class::isInstance)
                .map(event -> ((OrderSubmitted) event).orderType())
                .toList();
    }

    private BigDecimal spent(String base) {
        BigDecimal spent = BigDecimal.ZERO;
        for (JsonNode order : orders(base)) {
            spent = spent.add(new BigDecimal(order.get("executedQuote").asText()));
        }
        return spent;
    }

    /** Asserts that the exchange's fills over all attempts equal the one published fill, and stay within the amount. */
    private void assertWithinTheAmount(String base, OrderFilled filled) {
        assertThat(spent(base))
                .isEqualByComparingTo(filled.filledAmount().value())
                .isLessThanOrEqualTo(AMOUNT);
        assertThat(others.orders(filled.runId()).stream()
                        .filter(OrderStep.class::isInstance)
                        .filter(OrderFilled.class::isInstance))
                .hasSize(1);
    }
}
