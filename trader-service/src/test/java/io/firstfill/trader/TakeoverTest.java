package io.firstfill.trader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.credential.CredentialEvent;
import io.firstfill.contract.credential.CredentialValidated;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.TradingState;
import io.firstfill.service.kafka.InboxState;
import io.firstfill.service.kafka.LeaseRenewer;
import io.firstfill.testkit.KafkaResource;
import io.firstfill.trader.fixture.ExchangeAndVault;
import io.firstfill.trader.fixture.GroupMember;
import io.firstfill.trader.fixture.OtherServices;
import io.firstfill.trader.fixture.SimulatorControl;
import io.firstfill.trader.fixture.TopicReader;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Decision 5: proves that only one of two traders acts, whether or not the other knows that it has been replaced. */
@QuarkusTest
@WithTestResource(
        value = KafkaResource.class,
        initArgs = @ResourceArg(name = KafkaResource.TOPICS, value = OtherServices.TOPICS))
@WithTestResource(ExchangeAndVault.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TakeoverTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    InboxState inbox;

    @Inject
    LeaseRenewer renewer;

    @Inject
    KafkaClientService clients;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @ConfigProperty(name = "test.control-port")
    int controlPort;

    @ConfigProperty(name = "firstfill.lease.duration")
    Duration lease;

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
    @Order(1)
    void aSingleMemberHoldsTheLeaseWithoutInterruption() {
        await().atMost(LIMIT).until(renewer::holds);

        await().during(lease.multipliedBy(2))
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(20))
                .until(renewer::holds);
    }

    /** A member whose heartbeats and commits go on, and which reads nothing, could not hear a stop. */
    @Test
    @Order(2)
    void aTraderThatDoesNotFetchLosesTheLeaseUntilItFetchesAgain() {
        await().atMost(LIMIT).until(renewer::holds);
        KafkaConsumer<Object, Object> consumer = clients.getConsumer("inbox");
        consumer.runOnPollingThread(client -> {
                    client.pause(client.assignment());
                })
                .await()
                .atMost(LIMIT);
        others.stop(RunId.of(UUID.randomUUID().toString()));
        await().atMost(LIMIT).until(() -> !renewer.holds());

        consumer.runOnPollingThread(client -> {
                    client.resume(client.assignment());
                })
                .await()
                .atMost(LIMIT);

        await().atMost(LIMIT).until(renewer::holds);
    }

    /** Another instance, perhaps behind an address that the key is not bound to, acts for the environment alone. */
    @Test
    @Order(3)
    void aTraderSaysNothingAboutAnEnvironmentThatAnotherOneIsAssigned() {
        await().atMost(LIMIT).until(renewer::holds);
        others.awaitAny("credentials.v1", CredentialValidated.class);
        long before = validations();
        try (var other = new GroupMember(broker).joinFirst()) {
            assertThat(other.assignment()).contains(new TopicPartition("commands.v1", 0));
            await().atMost(LIMIT).until(() -> inbox.isOpen() && renewer.holds());
            await().during(lease).atMost(LIMIT).until(() -> validations() == before);
        }

        await("the engine of the environment, after the other's session")
                .atMost(LIMIT)
                .until(() -> validations() == before + 1);
        await().atMost(LIMIT).until(renewer::holds);
    }

    private long validations() {
        return TopicReader.read(broker, "credentials.v1").stream()
                .filter(CredentialEvent.class::isInstance)
                .count();
    }

    @Test
    @Order(4)
    void aBuyArmedBeforeARebalanceIsBoughtOnceAfterIt() {
        Instant opening = Instant.now().plusSeconds(10);
        exchange.list("HANDED", opening);
        RunId run = runWithPermits();
        others.signal(run, "HANDED", opening);
        others.awaitOne("orders.v1", run, OrderArmed.class);

        new GroupMember(broker).joinAndLeave();

        OrderFilled filled = others.awaitOne("orders.v1", run, OrderFilled.class);
        assertThat(OtherServices.types(others.orders(run)))
                .containsExactly("OrderArmed", "OrderSubmitted", "OrderAccepted", "OrderFilled", "PositionOpened");
        assertThat(exchange.orders("HANDEDUSDT"))
                .singleElement()
                .satisfies(order -> assertThat(order.get("terms").get("id").asText())
                        .isEqualTo(filled.exchangeOrderId().value()));
    }

    /** Risk-service is dead: the trader hears the command, and nothing else does. */
    @Test
    @Order(5)
    void aHaltThatIsWrittenDuringATakeOverHoldsBeforeTheFirstOrderLeaves() {
        Instant opening = Instant.now().plusSeconds(10);
        exchange.list("HALTED", opening);
        RunId run = runWithPermits();
        others.signal(run, "HALTED", opening);
        others.awaitOne("orders.v1", run, OrderArmed.class);
        try {
            new GroupMember(broker).joinAndLeave();
            others.command(TradingState.HALTED);

            others.awaitOne("orders.v1", run, PermitReturned.class);
            await("the opening to pass").atMost(LIMIT).until(() -> Instant.now().isAfter(opening.plusSeconds(1)));
            assertThat(exchange.arrivals("HALTEDUSDT")).isEmpty();
        } finally {
            others.answer(others.command(TradingState.ACTIVE));
        }
    }

    /**
     * Runs last: the trader under test stays fenced afterwards, as any trader whose instance id another member has
     * taken. If the trader joined again, the successor's next poll would throw.
     */
    @Test
    @Order(6)
    void aTraderReplacedUnderItsInstanceIdDoesNotFireAnArmedBuy() {
        Instant opening = Instant.now().plus(lease).plusSeconds(5);
        exchange.list("FENCED", opening);
        RunId run = runWithPermits();
        others.signal(run, "FENCED", opening);
        others.awaitOne("orders.v1", run, OrderArmed.class);

        Instant replaced = Instant.now();
        try (var successor = new GroupMember(broker).takeOver(renewer.instance())) {
            await().atMost(LIMIT).until(() -> !renewer.holds());
            assertThat(Instant.now()).isBefore(opening);

            await("the opening to pass, the successor staying").atMost(LIMIT).until(() -> {
                successor.poll(Duration.ofMillis(50));
                return Instant.now().isAfter(opening.plusSeconds(1));
            });
            assertThat(successor.assignment()).isNotEmpty();
        }
        assertThat(inbox.isOpen()).isFalse();
        assertThat(exchange.arrivals("FENCEDUSDT")).isEmpty();
        assertThat(others.orders(run)).noneMatch(OrderSubmitted.class::isInstance);
        assertThat(TopicReader.read(broker, "alerts.v1"))
                .filteredOn(AlertRaised.class::isInstance)
                .map(AlertRaised.class::cast)
                .filteredOn(alert -> alert.meta().occurredAt().isAfter(replaced))
                .extracting(AlertRaised::kind)
                .containsOnlyOnce(AlertKind.LEASE_LOST);
    }

    private RunId runWithPermits() {
        RunId run = others.startRun();
        others.grant(run);
        others.grant(run);
        return run;
    }
}
