package io.firstfill.trader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.Timeline;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * SC-002: proves that every listing is bought once, from the first buy of a process on, and logs the duration of each
 * hop. No duration is asserted here.
 */
@QuarkusTest
@Tag("benchmark")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@WithTestResource(
        value = KafkaResource.class,
        initArgs = @ResourceArg(name = KafkaResource.TOPICS, value = OtherServices.TOPICS))
@WithTestResource(ExchangeAndVault.class)
class HotPathTest {
    private static final Logger LOG = Logger.getLogger(HotPathTest.class);
    private static final int SURPRISES = 5;
    private static final int EXACT = 10;
    private static final int OPENINGS = 20;
    private static final Duration BETWEEN = Duration.ofMillis(1_100);

    @Inject
    InboxState inbox;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @ConfigProperty(name = "test.control-port")
    int controlPort;

    @Test
    @Order(1)
    void everySurpriseFromTheFirstOfAProcessIsBoughtOnce() {
        try (OtherServices others = new OtherServices(broker)) {
            SimulatorControl exchange = new SimulatorControl(controlPort);
            await().atMost(Duration.ofSeconds(20)).until(inbox::isOpen);
            others.trading(TradingState.ACTIVE);
            RunId run = others.startRun();
            Instant warm = Instant.now().plusSeconds(8);
            await().atMost(Duration.ofSeconds(10)).until(() -> Instant.now().isAfter(warm));

            for (int i = 0; i < SURPRISES; i++) {
                others.grant(run);
                exchange.list("FIRST" + i, Instant.now());
                others.signal(run, "FIRST" + i, null);
                OrderFilled filled = filled(others, run, i + 1).getLast();
                LOG.infof("Surprise %d: %s", i + 1, hops(filled.timeline()));
                assertThat(exchange.orders("FIRST" + i + "USDT")).hasSize(1);
            }
        }
    }

    @Test
    @Order(2)
    void everyScheduledListingIsBoughtOnce() {
        try (OtherServices others = new OtherServices(broker)) {
            SimulatorControl exchange = new SimulatorControl(controlPort);
            await().atMost(Duration.ofSeconds(20)).until(inbox::isOpen);
            others.trading(TradingState.ACTIVE);
            RunId run = others.startRun();
            Instant first = Instant.now().plusSeconds(3);
            for (int i = 0; i < OPENINGS; i++) {
                Instant opening = first.plus(BETWEEN.multipliedBy(i));
                others.grant(run);
                exchange.list("OPEN" + i, opening, i < EXACT ? 0 : (i - EXACT) * 40 / (OPENINGS - EXACT));
                others.signal(run, "OPEN" + i, opening);
            }

            List<OrderFilled> bought = filled(others, run, OPENINGS);

            assertThat(bought).hasSize(OPENINGS);
            List<Long> lags = new ArrayList<>();
            for (int i = 0; i < OPENINGS; i++) {
                lags.add(lagOfTheOnlyBuy(exchange, "OPEN" + i + "USDT"));
            }
            LOG.infof("Arrival after an opening at the announced time: %s %s", spread(lags.subList(0, EXACT)), lags);
            LOG.infof("Arrival after an opening 0 to 40 ms late: %s", spread(lags.subList(EXACT, OPENINGS)));
        }
    }

    /** Returns the microseconds from the true opening to the arrival of the only order. */
    private static long lagOfTheOnlyBuy(SimulatorControl exchange, String symbol) {
        JsonNode orders = exchange.orders(symbol);
        assertThat(orders).hasSize(1);
        long opened = exchange.call("GET", "/listings/" + symbol, "")
                .get("trueOpenMicros")
                .asLong();
        return orders.get(0).get("receivedMicros").asLong() - opened;
    }

    private static List<OrderFilled> filled(OtherServices others, RunId run, int count) {
        return await().atMost(Duration.ofSeconds(40))
                .pollDelay(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> others.orders(run).stream()
                                .filter(OrderFilled.class::isInstance)
                                .map(OrderFilled.class::cast)
                                .toList(),
                        found -> found.size() >= count);
    }

    private static String hops(Timeline t) {
        return """
                detected→consumed=%dµs consumed→fired=%dµs fired→submitted=%dµs submitted→written=%dµs \
                written→answered=%dµs""".formatted(
                        micros(t.detectedAt(), t.consumedAt()),
                        micros(t.consumedAt(), t.firedAt()),
                        micros(t.firedAt(), t.submittedAt()),
                        micros(t.submittedAt(), t.writtenAt()),
                        micros(t.writtenAt(), t.answeredAt()));
    }

    private static String spread(List<Long> micros) {
        List<Long> sorted = micros.stream().sorted().toList();
        return "min=%dµs p50=%dµs p90=%dµs max=%dµs"
                .formatted(
                        sorted.getFirst(),
                        sorted.get(sorted.size() / 2),
                        sorted.get(sorted.size() * 9 / 10),
                        sorted.getLast());
    }

    private static long micros(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? -1 : Duration.between(from, to).toNanos() / 1_000;
    }
}
