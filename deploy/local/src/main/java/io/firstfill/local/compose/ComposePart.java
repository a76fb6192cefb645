package io.firstfill.local.compose;

import io.firstfill.local.client.GatewayClient;
import io.firstfill.local.client.SimulatorClient;
import io.firstfill.local.component.StackTopics;
import io.firstfill.local.config.Ports;
import io.firstfill.local.config.ServiceName;
import io.firstfill.local.demo.ListingDemo;
import io.firstfill.local.gateway.Gateway;
import io.firstfill.local.gateway.GatewayRules;
import io.firstfill.local.identity.AccessTokens;
import io.firstfill.local.launch.Progress;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Runs one part of the launcher as a process: {@code ComposePart topics|gateway|demo}. The other parts are found by the
 * names that {@code deploy/compose.yaml} gives them.
 */
public final class ComposePart {
    /** Where the broker listens for the other containers. */
    static final String BROKER = "kafka:29092";

    private static final Ports PORTS = new Ports(8080);
    private static final System.Logger LOG = System.getLogger(ComposePart.class.getName());

    private ComposePart() {}

    public static void main(String[] arguments) throws InterruptedException {
        switch (arguments[0]) {
            case "topics" -> StackTopics.create(BROKER);
            case "gateway" -> serveGateway();
            case "demo" -> runDemo();
            default -> throw new IllegalArgumentException("There is no part " + arguments[0]);
        }
    }

    private static void serveGateway() {
        Gateway gateway = new Gateway(
                Vertx.vertx(),
                "0.0.0.0",
                PORTS.gateway(),
                GatewayRules.load(),
                Map.of(
                        ServiceName.CONTROL.label(),
                        PORTS.service(ServiceName.CONTROL),
                        ServiceName.LEDGER.label(),
                        PORTS.service(ServiceName.LEDGER),
                        "keycloak",
                        PORTS.keycloak()),
                service -> service,
                line -> LOG.log(System.Logger.Level.WARNING, line));
        gateway.start().toCompletionStage().toCompletableFuture().join();
        LOG.log(System.Logger.Level.INFO, "Control panel: " + PORTS.origin());
    }

    private static void runDemo() throws InterruptedException {
        URI gateway = URI.create("http://gateway:" + PORTS.gateway());
        AccessTokens tokens = new AccessTokens(gateway);
        new ListingDemo()
                .run(
                        GatewayClient.at(gateway, () -> tokens.of("operator")),
                        SimulatorClient.at(URI.create("http://simulator:" + PORTS.simulatorControl()), "paper"),
                        new Logged());
        // The repetition runs on a daemon thread until the container is stopped.
        new CountDownLatch(1).await();
    }

    /** Writes what the demonstration shows to the container's log. */
    private static final class Logged implements Progress {
        @Override
        public void ready(String component, Duration elapsed) {
            LOG.log(System.Logger.Level.INFO, component);
        }

        @Override
        public void message(String sentence) {
            LOG.log(System.Logger.Level.INFO, sentence);
        }
    }
}
