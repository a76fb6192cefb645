package io.firstfill.trader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.command.ValidateCredential;
import io.firstfill.contract.credential.CredentialRejected;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderRejected;
import io.firstfill.contract.order.OrderResolved;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.order.reason.Resolution;
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
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves what each kind of answer of the exchange leads to, and that several listings of one second are all bought. */
@QuarkusTest
@WithTestResource(
        value = KafkaResource.class,
        initArgs = @ResourceArg(name = KafkaResource.TOPICS, value = OtherServices.TOPICS))
@WithTestResource(ExchangeAndVault.class)
class OutcomesTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int TOO_MANY = 429;
    /** The trader's limit of orders a second; the exchange takes twelve. */
    private static final int BUDGET = 10;

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
        exchange.call("DELETE", "/faults", "");
        others.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {10072, 700002, 700006, 700007})
    void aKeyRefusedDuringARunSuspendsItUntilAValidation(int code) {
        String base = "KEY" + code;
        exchange.list(base, Instant.now());
        exchange.refuseNextOrder(base + "USDT", 401, code);
        RunId run = run();

        others.signal(run, base, null);

        RunSuspended suspended = others.awaitOne("runs.v1", run, RunSuspended.class);
        assertThat(suspended.reason()).isEqualTo(SuspensionReason.CREDENTIAL_REJECTED);
        await().atMost(LIMIT)
                .until(() -> TopicReader.read(broker, "credentials.v1").stream()
                        .anyMatch(event -> event instanceof CredentialRejected found && found.exchangeCode() == code));
        assertThat(exchange.orders(base + "USDT")).isEmpty();
        others.send(new ValidateCredential(OtherServices.meta(), OtherServices.PAPER, Actor.of("operator")));
        others.awaitOne("runs.v1", run, RunResumed.class);
    }

    @Test
    void aPairNotSupportedLongAfterItsOpeningIsBarredWithAnAlert() {
        Instant opening = Instant.now().plusMillis(500);
        exchange.list("BARRED", opening);
        exchange.refuse("POST /api/v3/order", "BARREDUSDT", 400, 10007);
        RunId run = run();

        others.signal(run, "BARRED", opening);

        OrderRejected rejected = others.awaitOne("orders.v1", run, OrderRejected.class);
        assertThat(rejected.rejection()).isEqualTo(Rejection.TERMINAL);
        assertThat(rejected.code()).isEqualTo(10007);
        assertThat(rejected.probes()).isGreaterThan(3);
        assertThat(rejected.meta().occurredAt())
                .isBetween(opening.plusSeconds(3), opening.plus(OtherServices.PROBE_WINDOW));
        await().atMost(LIMIT)
                .until(() -> alerts(AlertKind.PAIR_BARRED, opening)
                        .anyMatch(alert -> alert.subject().equals("BARRED/USDT")));
    }

    @Test
    void anOrderThatOnlyTheAccountsTradesShowIsFoundAndItsPermitStaysSpent() {
        exchange.list("TRADES", Instant.now());
        exchange.failNextOrder("TRADESUSDT", "{\"type\":\"drop\",\"executed\":true}");
        exchange.refuse("GET /api/v3/order", "TRADESUSDT", 400, -2013);
        exchange.call(
                "POST",
                "/faults",
                "{\"endpoint\":\"GET /api/v3/allOrders\",\"symbol\":\"TRADESUSDT\",\"effect\":{\"type\":\"answer\","
                        + "\"status\":200,\"contentType\":\"application/json\",\"body\":\"[]\",\"executed\":false}}");
        RunId run = run();

        others.signal(run, "TRADES", null);

        assertThat(others.awaitOne("orders.v1", run, OrderResolved.class).resolution())
                .isEqualTo(Resolution.FOUND);
        exchange.call("DELETE", "/faults", "");
        OrderFilled filled = others.awaitOne("orders.v1", run, OrderFilled.class);
        JsonNode order = exchange.orders("TRADESUSDT").get(0);
        assertThat(filled.filledAmount().toString())
                .isEqualTo(new BigDecimal(order.get("executedQuote").asText())
                        .stripTrailingZeros()
                        .toPlainString());
        assertThat(exchange.orders("TRADESUSDT")).hasSize(1);
        assertThat(others.orders(run).stream().filter(PermitReturned.class::isInstance))
                .isEmpty();
    }

    @Test
    void fourListingsOfOneInstantAreAllBoughtWithinTheOrderRate() {
        List<String> bases = List.of("FIRST", "SECOND", "THIRD", "FOURTH");
        Instant opening = Instant.now().plusSeconds(3);
        bases.forEach(base -> exchange.list(base, opening, 30));
        RunId run = run();
        others.grant(run);
        others.grant(run);

        bases.forEach(base -> others.signal(run, base, opening));

        await().atMost(LIMIT)
                .until(() -> others.orders(run).stream()
                                .filter(OrderFilled.class::isInstance)
                                .count()
                        == bases.size());
        int requests = 0;
        for (String base : bases) {
            assertThat(exchange.orders(base + "USDT")).hasSize(1);
            for (JsonNode arrival : exchange.arrivals(base + "USDT")) {
                assertThat(arrival.path("code").asInt()).isNotEqualTo(TOO_MANY);
                requests++;
            }
        }
        assertThat(requests).isLessThanOrEqualTo(BUDGET);
        assertThat(alerts(AlertKind.THROTTLED, opening.minusSeconds(3))).isEmpty();
    }

    private Stream<AlertRaised> alerts(AlertKind kind, Instant from) {
        return TopicReader.read(broker, "alerts.v1").stream()
                .filter(AlertRaised.class::isInstance)
                .map(AlertRaised.class::cast)
                .filter(alert ->
                        alert.kind() == kind && alert.meta().occurredAt().isAfter(from));
    }

    private RunId run() {
        RunId run = others.startRun();
        others.grant(run);
        others.grant(run);
        return run;
    }
}
