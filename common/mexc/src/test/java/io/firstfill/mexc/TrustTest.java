package io.firstfill.mexc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.mexc.budget.EgressLimits;
import io.firstfill.mexc.budget.WeightBudget;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.market.ServerTime;
import io.firstfill.mexc.stream.Push;
import io.firstfill.mexc.stream.StreamChannel;
import io.firstfill.mexc.stream.StreamListener;
import io.firstfill.mexc.stream.StreamSession;
import io.firstfill.mexc.stream.StreamSettings;
import io.firstfill.simulator.Simulator;
import io.firstfill.simulator.SimulatorOptions;
import io.firstfill.testkit.CertificateAuthority;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is sent to an exchange whose certificate a trusted authority has not signed for its very name. */
class TrustTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    static Path directory;

    private static final Vertx VERTX = Vertx.vertx();

    @SuppressWarnings("NullAway.Init") // set before all
    private static CertificateAuthority authority;

    @SuppressWarnings("NullAway.Init") // set before all
    private static Simulator exchange;

    @BeforeAll
    static void start() {
        authority = CertificateAuthority.in(directory, "localhost");
        exchange = Simulator.start(SimulatorOptions.ephemeral().withCertificate(authority.keyStore()));
    }

    @AfterAll
    static void stop() {
        exchange.close();
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void theNamedAuthorityIsTrusted() {
        assertThat(time("localhost", trust(authority))).isInstanceOf(MexcResult.Answer.class);
    }

    @Test
    void anotherAuthorityOfTheSameNameIsNot() {
        CertificateAuthority other = CertificateAuthority.in(directory.resolve("other"), "localhost");

        assertNotSent(time("localhost", trust(other)));
    }

    @Test
    void withoutASettingOnlyThoseOfTheJdkAre() {
        assertNotSent(time("localhost", null));
    }

    @Test
    void anotherNameThanThatOfTheCertificateIsNot() {
        assertNotSent(time("127.0.0.1", trust(authority)));
    }

    @Test
    void theStreamTrustsWhomTheRequestsTrust() {
        CertificateAuthority other = CertificateAuthority.in(directory.resolve("other"), "localhost");

        Events trusted = listen(trust(authority));
        Events untrusted = listen(trust(other));

        await().atMost(Duration.ofSeconds(20)).until(() -> trusted.lives.get() > 0);
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(5)).until(() -> untrusted.lives.get() == 0);
    }

    private static Events listen(TrustOptions trust) {
        Events events = new Events();
        StreamSettings settings =
                StreamSettings.of(URI.create("wss://localhost:" + exchange.mexcPort() + "/ws"), false, null, trust);
        StreamSession.open(VERTX, settings, events, InstantSource.system(), new Random(1))
                .listenTo(Set.of(StreamChannel.bookTicker(new MexcSymbol("BTCUSDT"))));
        return events;
    }

    /** Counts what becomes of a stream. */
    private static final class Events implements StreamListener {
        private final AtomicInteger lives = new AtomicInteger();

        @Override
        public void live() {
            lives.incrementAndGet();
        }

        @Override
        public void lost(String reason) {}

        @Override
        public void pushed(Push push, Instant seenAt) {}

        @Override
        public void unreadable(String detail) {}

        @Override
        public void refused(String text) {}
    }

    private static void assertNotSent(MexcResult<ServerTime> result) {
        assertThat(result).isInstanceOf(MexcResult.NotSent.class);
        assertThat(((MexcResult.NotSent<ServerTime>) result).cause()).isEqualTo(MexcResult.Cause.CONNECT_FAILED);
    }

    private static TrustOptions trust(CertificateAuthority trusted) {
        return new PemTrustOptions().addCertPath(trusted.certificate().toString());
    }

    private static MexcResult<ServerTime> time(String host, @Nullable TrustOptions trust) {
        URI address = URI.create("https://" + host + ":" + exchange.mexcPort());
        MexcSettings usual = MexcSettings.of(address, address);
        MexcSettings settings = new MexcSettings(
                address,
                address,
                false,
                usual.timeouts(),
                usual.pools(),
                usual.recvWindow(),
                usual.userAgent(),
                usual.throttlePause(),
                usual.longestThrottle(),
                null,
                trust);
        InstantSource clock = InstantSource.system();
        try (MexcWire wire = new MexcWire(
                VERTX, settings, new WeightBudget(EgressLimits.strictest().whole(), clock), clock)) {
            return wire.market().time().await().atMost(Duration.ofSeconds(10));
        }
    }
}
