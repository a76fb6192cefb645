package io.firstfill.trader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.command.ValidateCredential;
import io.firstfill.contract.credential.CredentialValidated;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.reason.DenialReason;
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
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * FR-002: proves that no order is sent without a validated credential, that the vault may become available after the
 * trader has started, and that no credential event and no alert contains the secret.
 */
@QuarkusTest
@WithTestResource(
        value = KafkaResource.class,
        initArgs = @ResourceArg(name = KafkaResource.TOPICS, value = OtherServices.TOPICS))
@WithTestResource(value = ExchangeAndVault.class, initArgs = @ResourceArg(name = "vault", value = "sealed"))
class CredentialTest {
    @Inject
    InboxState inbox;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @ConfigProperty(name = "test.control-port")
    int controlPort;

    @ConfigProperty(name = "quarkus.vault.url")
    URI vault;

    @Test
    void aSealedVaultBlocksBuyingUntilItIsUnsealedAndAValidationSucceeds() {
        try (OtherServices others = new OtherServices(broker)) {
            SimulatorControl exchange = new SimulatorControl(controlPort);
            await().atMost(Duration.ofSeconds(20)).until(inbox::isOpen);
            others.trading(TradingState.ACTIVE);
            assertThat(others.awaitAny("alerts.v1", AlertRaised.class).kind()).isEqualTo(AlertKind.CREDENTIAL);
            exchange.list("BLOCKED", Instant.now());
            RunId run = others.startRun();
            others.grant(run);
            others.signal(run, "BLOCKED", null);
            assertThat(others.awaitOne("orders.v1", run, OrderDenied.class).reason())
                    .isEqualTo(DenialReason.NO_CREDENTIAL);

            new SimulatorControl(vault.getPort()).call("POST", ExchangeAndVault.UNSEAL, "");
            others.send(new ValidateCredential(OtherServices.meta(), OtherServices.PAPER, Actor.of("operator")));

            assertThat(others.awaitAny("credentials.v1", CredentialValidated.class)
                            .version())
                    .isEqualTo(3);
            exchange.list("UNBLOCKED", Instant.now());
            others.signal(run, "UNBLOCKED", null);
            others.awaitOne("orders.v1", run, OrderFilled.class);
            assertThat(exchange.arrivals("BLOCKEDUSDT")).isEmpty();
            assertThat(RestAssured.get("/q/metrics").asString())
                    .containsPattern("ft_timeout_calls_total\\{[^}]*method=\"vault\"")
                    .containsPattern("ft_circuitbreaker_calls_total\\{[^}]*method=\"vault\"");
            assertThat(TopicReader.read(broker, "credentials.v1").toString() + TopicReader.read(broker, "alerts.v1"))
                    .doesNotContain(ExchangeAndVault.SECRET);
        }
    }
}
