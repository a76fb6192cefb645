package io.firstfill.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.firstfill.local.component.ReadinessProbe;
import io.firstfill.local.config.Ports;
import io.firstfill.local.config.ServiceName;
import io.firstfill.local.config.StackOptions;
import io.firstfill.local.launch.Stack;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Starts the image of each service beside the rest of a local stack, with the variables of that stack and the rights of
 * a pod in the cluster: user 10001, nothing writable but a {@code /tmp} from which nothing can be executed. It must
 * become ready with its cache, and end by itself within the grace time. That the variables of the cluster suit the
 * services, TLS to Kafka above all, {@code ServicesOnTlsIT} proves.
 */
@Tag("long")
class ServiceImageIT {
    private static final System.Logger LOG = System.getLogger(ServiceImageIT.class.getName());
    private static final Path PROJECT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Path WORK = PROJECT.resolve(Path.of("deploy", "packaging", "target", "images"));
    private static final int PORT = Integer.getInteger("firstfill.acceptance.port", 18080) + 4_000;
    private static final int GRACE_SECONDS = 30;
    private static final int TERMINATED = 128 + 15;

    private static @Nullable Stack stack;
    private static @Nullable ImageBuild build;

    @BeforeAll
    static void theRestOfTheStackRuns() throws Exception {
        boolean possible = Container.isPossible();
        assertThat(possible || !Boolean.parseBoolean(System.getenv("FIRSTFILL_CI")))
                .as("podman and runc, which .ci/run installs")
                .isTrue();
        assumeTrue(possible, "podman and runc are not installed");
        build = ImageBuild.begin(PackagingOptions.defaults(PROJECT, "test").withOutput(WORK));
        stack = Stack.start(StackOptions.defaults(PROJECT)
                .withState(Path.of("target", "stack"))
                .withPort(PORT)
                .withFreshState()
                .withoutServices()
                .withoutDemo());
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @ParameterizedTest
    @EnumSource(ServiceName.class)
    void theImageBecomesReadyWithoutRightsAndEndsWithinTheGraceTime(ServiceName service) throws Exception {
        BuiltImage image = Objects.requireNonNull(build).build(service.label());
        Map<String, String> environment =
                new HashMap<>(Objects.requireNonNull(stack).environmentOf(service));
        environment.computeIfPresent("FIRSTFILL_RISK_STATE_DIR", (name, path) -> "/tmp/risk-service");
        long began = System.nanoTime();
        try (Container container = Container.run(image, "firstfill-it-" + service.label(), environment, WORK)) {
            awaitReady(service, container);
            long ready = System.nanoTime();

            assertThat(container.user()).isEqualTo("10001");
            assertThat(container.maps("app.aot")).as(container::toString).isTrue();
            long stopping = System.nanoTime();
            int code = container.stop(GRACE_SECONDS);

            assertThat(code).as("143 by SIGTERM, not 137 by SIGKILL").isEqualTo(TERMINATED);
            assertThat(System.nanoTime() - stopping)
                    .isLessThan(Duration.ofSeconds(GRACE_SECONDS).toNanos());
            report(service, image, Duration.ofNanos(ready - began), Duration.ofNanos(System.nanoTime() - stopping));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ServiceName.class,
            names = {"SCANNER"})
    void withoutTheCacheAnImageIsReproducible(ServiceName service) throws Exception {
        PackagingOptions options = PackagingOptions.defaults(PROJECT, "test").withoutCache();

        BuiltImage first =
                ImageBuild.begin(options.withOutput(WORK.resolve("first"))).build(service.label());
        BuiltImage second =
                ImageBuild.begin(options.withOutput(WORK.resolve("second"))).build(service.label());

        assertThat(second.digest()).isEqualTo(first.digest());
        assertThat(OciArchive.of(first.file()).contents())
                .extracting(OciArchive.Entry::name)
                .noneMatch(name -> List.of("sh", "bash", "busybox", "apt", "dpkg")
                        .contains(name.substring(name.lastIndexOf('/') + 1)));
    }

    private static void awaitReady(ServiceName service, Container container) throws Exception {
        int port = new Ports(PORT).service(service);
        URI ready = URI.create(Ports.localUrl(port) + "/q/health/ready");
        try {
            await("the image of " + service.label() + " to be ready")
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> ReadinessProbe.isOk(ready) || !container.isRunning());
            assertThat(container.isRunning()).isTrue();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(container.output(), e);
        }
    }

    private static void report(ServiceName service, BuiltImage image, Duration ready, Duration stopped)
            throws Exception {
        LOG.log(
                Level.INFO,
                "{0}: {1} MiB as an archive, ready {2} ms after podman run, ended {3} ms after SIGTERM",
                service.label(),
                Files.size(image.file()) / (1024 * 1024),
                ready.toMillis(),
                stopped.toMillis());
    }
}
