package io.firstfill.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firstfill.local.part.ChildProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @Test
    void aDeathNobodyAskedForIsReportedWithItsLogAndADeathOnPurposeIsNot() throws Exception {
        try (Supervisor supervisor = supervisor()) {
            // Given two parts
            ChildProcess victim = part(supervisor, "victim");
            ChildProcess lost = part(supervisor, "lost");
            supervisor.manage(List.of(victim, lost));
            supervisor.start(victim);
            supervisor.start(lost);

            // When one is killed on purpose and the other ends by itself
            supervisor.expectEnd("victim");
            victim.kill();
            lost.processes().forEach(ProcessHandle::destroyForcibly);

            // Then only the second is a loss
            String loss = CompletableFuture.supplyAsync(() -> loss(supervisor)).get(10, TimeUnit.SECONDS);
            assertThat(loss).isEqualTo("lost ended by itself; its last words are in " + lost.log() + ".");
            assertThat(supervisor.loss()).isNull();
        }
    }

    @Test
    void aPartRestartedAtOnceAfterAKillIsNoLoss() {
        try (Supervisor supervisor = supervisor()) {
            // Given a running part
            ChildProcess part = part(supervisor, "restarted");
            supervisor.manage(List.of(part));
            supervisor.start(part);

            // When it is killed and started again many times, without a pause
            for (int i = 0; i < 20; i++) {
                supervisor.expectEnd(part.name());
                part.kill();
                supervisor.start(part);
            }

            // Then it runs, and nobody is told of a loss
            assertThat(part.alive()).isTrue();
            assertThat(supervisor.loss()).isNull();
        }
    }

    @Test
    void afterACloseNothingRunsAndNothingStarts() {
        // Given two tiers of running parts
        Supervisor supervisor = supervisor();
        ChildProcess ground = part(supervisor, "ground");
        ChildProcess service = part(supervisor, "service");
        ChildProcess late = part(supervisor, "late");
        supervisor.manage(List.of(ground));
        supervisor.manage(List.of(service));
        supervisor.start(ground);
        supervisor.start(service);

        // When the supervisor is closed
        supervisor.close();

        // Then both have ended, the directory is free, and a part that was still to start does not
        await().until(() -> !ground.alive() && !service.alive());
        StateDirectory.take(directory).close();
        assertThatThrownBy(() -> supervisor.start(late)).isInstanceOf(StartFailed.class);
        assertThat(late.alive()).isFalse();
    }

    @Test
    void whoeverClosesASecondTimeWaitsForTheFirst() {
        // Given a part on the ground that takes its time to end
        Supervisor supervisor = supervisor();
        ChildProcess ground = part(supervisor, "ground", "trap 'sleep 1; exit' TERM; while :; do sleep 0.1; done");
        ChildProcess service = part(supervisor, "service");
        supervisor.manage(List.of(ground));
        supervisor.manage(List.of(service));
        supervisor.start(ground);
        supervisor.start(service);

        // When a signal ends the launcher while it is stopping everything
        CompletableFuture<Void> first = CompletableFuture.runAsync(supervisor::close);
        await().until(() -> !service.alive());
        supervisor.close();

        // Then nothing is left
        assertThat(ground.alive()).isFalse();
        first.join();
    }

    private Supervisor supervisor() {
        Options options = Options.defaults(directory).withState(directory).withPort(freeBase());
        return Supervisor.take(options, Progress.SILENT);
    }

    /** Below the range from which the system gives out ports, so that neighbours are free as well. */
    private static int freeBase() {
        return IntStream.iterate(21_000, base -> base < 30_000, base -> base + 16)
                .filter(SupervisorTest::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int base) {
        try {
            new Ports(base).requireFree();
            return true;
        } catch (StartFailed taken) {
            return false;
        }
    }

    private static ChildProcess part(Supervisor supervisor, String name) {
        return part(supervisor, name, "sleep 300; true");
    }

    private static ChildProcess part(Supervisor supervisor, String name, String script) {
        StateDirectory state = supervisor.state();
        return new ChildProcess(
                name,
                List.of("bash", "-c", script, JavaCommand.mark(state.root())),
                Map.of(),
                state.log(name),
                state.processes());
    }

    private static String loss(Supervisor supervisor) {
        try {
            return supervisor.awaitLoss();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
