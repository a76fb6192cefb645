package io.firstfill.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firstfill.local.component.JavaCommand;
import io.firstfill.local.config.StackOptions;
import io.firstfill.local.config.StartFailedException;
import io.firstfill.local.process.ChildProcess;
import io.firstfill.local.state.StateDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves that an unexpected exit is reported, a kill on purpose is not, and that nothing runs after a close. */
class SupervisorTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @Test
    void anUnexpectedExitIsReportedWithItsLogAndAKillOnPurposeIsNot() throws Exception {
        try (Supervisor supervisor = supervisor()) {
            // Given two components
            ChildProcess killed = component(supervisor, "killed");
            ChildProcess crashed = component(supervisor, "crashed");
            supervisor.manage(List.of(killed, crashed));
            supervisor.start(killed);
            supervisor.start(crashed);

            // When one is killed on purpose and the other ends unexpectedly
            supervisor.expectExit("killed");
            killed.kill();
            crashed.processes().forEach(ProcessHandle::destroyForcibly);

            // Then only the second is reported
            String report = CompletableFuture.supplyAsync(() -> unexpectedExit(supervisor))
                    .get(10, TimeUnit.SECONDS);
            assertThat(report).isEqualTo("crashed ended unexpectedly; see " + crashed.log() + ".");
            assertThat(supervisor.unexpectedExit()).isNull();
        }
    }

    @Test
    void aComponentRestartedAtOnceAfterAKillIsNoUnexpectedExit() {
        try (Supervisor supervisor = supervisor()) {
            // Given a running component
            ChildProcess component = component(supervisor, "restarted");
            supervisor.manage(List.of(component));
            supervisor.start(component);

            // When it is killed and started again many times, without a pause
            for (int i = 0; i < 20; i++) {
                supervisor.expectExit(component.name());
                component.kill();
                supervisor.start(component);
            }

            // Then it runs, and no unexpected exit is reported
            assertThat(component.alive()).isTrue();
            assertThat(supervisor.unexpectedExit()).isNull();
        }
    }

    @Test
    void afterACloseNothingRunsAndNothingStarts() {
        // Given two tiers of running components
        Supervisor supervisor = supervisor();
        ChildProcess infrastructure = component(supervisor, "infrastructure");
        ChildProcess service = component(supervisor, "service");
        ChildProcess late = component(supervisor, "late");
        supervisor.manage(List.of(infrastructure));
        supervisor.manage(List.of(service));
        supervisor.start(infrastructure);
        supervisor.start(service);

        // When the supervisor is closed
        supervisor.close();

        // Then both have ended, the directory is unlocked, and a component that was still to start does not start
        await().until(() -> !infrastructure.alive() && !service.alive());
        StateDirectory.lock(directory).close();
        assertThatThrownBy(() -> supervisor.start(late)).isInstanceOf(StartFailedException.class);
        assertThat(late.alive()).isFalse();
    }

    @Test
    void aSecondCloseWaitsForTheFirst() {
        // Given a component of the first tier that takes a second to end
        Supervisor supervisor = supervisor();
        ChildProcess slow = component(supervisor, "slow", "trap 'sleep 1; exit' TERM; while :; do sleep 0.1; done");
        ChildProcess service = component(supervisor, "service");
        supervisor.manage(List.of(slow));
        supervisor.manage(List.of(service));
        supervisor.start(slow);
        supervisor.start(service);

        // When the stack is closed a second time while the first close is stopping everything
        CompletableFuture<Void> first = CompletableFuture.runAsync(supervisor::close);
        await().until(() -> !service.alive());
        supervisor.close();

        // Then nothing runs any more
        assertThat(slow.alive()).isFalse();
        first.join();
    }

    private Supervisor supervisor() {
        StackOptions options =
                StackOptions.defaults(directory).withState(directory).withPort(FreePorts.base());
        return Supervisor.acquire(options, LiveStart.NONE, Progress.SILENT);
    }

    private static ChildProcess component(Supervisor supervisor, String name) {
        return component(supervisor, name, "sleep 300; true");
    }

    private static ChildProcess component(Supervisor supervisor, String name, String script) {
        StateDirectory state = supervisor.state();
        return new ChildProcess(
                name,
                List.of("bash", "-c", script, JavaCommand.marker(state.root())),
                Map.of(),
                state.log(name),
                state.processes());
    }

    private static String unexpectedExit(Supervisor supervisor) {
        try {
            return supervisor.awaitUnexpectedExit();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
