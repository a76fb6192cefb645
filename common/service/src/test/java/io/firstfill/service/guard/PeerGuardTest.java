package io.firstfill.service.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.junit.jupiter.api.Test;

/** Proves what a guard does about a peer that hangs, fails, and recovers. */
class PeerGuardTest {
    private static final Duration WAIT = Duration.ofSeconds(30);

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void aCallToAPeerThatHangsFailsAtTheTimeLimit() {
        PeerGuard guard = guard(Duration.ofMillis(100), Map.of());

        long began = System.nanoTime();
        assertThatThrownBy(() -> ask(guard, Uni.createFrom().nothing())).isInstanceOf(TimeoutException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void theBreakerOpensAfterFourFailuresOfFiveCallsAndAsksNoMore() {
        PeerGuard guard = guard(WAIT, Map.of("guard.open-for", "PT60S"));
        assertThat(ask(guard, Uni.createFrom().item("up"))).isEqualTo("up");

        for (int failure = 1; failure <= 4; failure++) {
            assertThat(guard.isOpen()).isFalse();
            assertThatThrownBy(() -> ask(guard, failing())).hasMessage("down");
        }

        assertThat(guard.isOpen()).isTrue();
        assertThatThrownBy(() -> ask(guard, Uni.createFrom().item("up")))
                .isInstanceOf(CircuitBreakerOpenException.class)
                .matches(PeerGuard::isNotAsked);
        assertThat(calls).hasValue(5);
    }

    @Test
    void anOpenBreakerIsTriedAgainAndClosesOnlyOnASuccess() {
        PeerGuard guard = guard(WAIT, Map.of("guard.open-for", "PT0.1S"));
        for (int failure = 1; failure <= 5; failure++) {
            assertThatThrownBy(() -> ask(guard, failing())).hasMessage("down");
        }
        assertThat(guard.isOpen()).isTrue();

        // When one call is let through and fails, and a later one succeeds
        await().atMost(WAIT).until(() -> isAsked(guard, failing()));
        assertThat(guard.isOpen()).isTrue();
        await().atMost(WAIT).until(() -> isAsked(guard, Uni.createFrom().item("up")));

        assertThat(guard.isOpen()).isFalse();
        assertThat(ask(guard, Uni.createFrom().item("up"))).isEqualTo("up");
    }

    @Test
    void onlySoManyCallsAreUnderWayAndWaiting() {
        PeerGuard guard = guard(WAIT, Map.of("guard.concurrent", "1", "guard.waiting", "1"));
        Queue<UniEmitter<? super String>> underWay = new ConcurrentLinkedQueue<>();
        Queue<String> answers = new ConcurrentLinkedQueue<>();
        Uni<String> held = Uni.createFrom().<String>emitter(emitter -> underWay.add(emitter));

        guard.call(() -> held).subscribe().with(answers::add);
        guard.call(() -> held).subscribe().with(answers::add);
        assertThatThrownBy(() -> ask(guard, held))
                .isInstanceOf(BulkheadException.class)
                .matches(PeerGuard::isNotAsked);

        assertThat(underWay).hasSize(1);
        underWay.remove().complete("first");
        await().atMost(WAIT).until(() -> !underWay.isEmpty());
        underWay.remove().complete("second");
        await().atMost(WAIT).untilAsserted(() -> assertThat(answers).containsExactly("first", "second"));
    }

    @Test
    void aBreakerThatCouldNeverOpenIsRefused() {
        assertThatThrownBy(() -> guard(WAIT, Map.of("guard.failures", "6"))).hasMessageContaining("5 calls");
    }

    private boolean isAsked(PeerGuard guard, Uni<String> answer) {
        int before = calls.get();
        guard.call(() -> counted(answer))
                .onFailure()
                .recoverWithItem("failed")
                .await()
                .atMost(WAIT);
        return calls.get() > before;
    }

    private String ask(PeerGuard guard, Uni<String> answer) {
        return guard.call(() -> counted(answer)).await().atMost(WAIT);
    }

    private Uni<String> counted(Uni<String> answer) {
        calls.incrementAndGet();
        return answer;
    }

    private static Uni<String> failing() {
        return Uni.createFrom().failure(new IllegalStateException("down"));
    }

    private static PeerGuard guard(Duration limit, Map<String, String> values) {
        GuardSettings settings = new SmallRyeConfigBuilder()
                .withMapping(GuardSettings.class, "guard")
                .withDefaultValues(values)
                .build()
                .getConfigMapping(GuardSettings.class, "guard");
        return new PeerGuard("peer", limit, settings);
    }
}
