package io.firstfill.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves how child processes are stopped, paused and isolated, and that only provably own orphans are ended. */
class ChildProcessTest {
    private static final String MARKER = "-Dfirstfill.state=/test";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    private final List<ChildProcess> started = new ArrayList<>();

    @BeforeEach
    void processDirectory() throws Exception {
        Files.createDirectories(directory.resolve("processes"));
    }

    @AfterEach
    void killAll() {
        started.forEach(Component::kill);
    }

    @Test
    void endsAllDescendantsEvenIfTheyIgnoreTheRequest() {
        // Given a process that ignores SIGTERM and has a child
        ChildProcess component = start("trap '' TERM; sleep 300 & while :; do sleep 1; done");
        await().until(() -> component.processes().size() > 1);
        List<ProcessHandle> processes = component.processes();

        // When it is stopped
        component.stop(Duration.ofMillis(300));

        // Then none of them runs, and the process file is gone
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(component.alive()).isFalse();
        assertThat(directory.resolve("processes")).isEmptyDirectory();
    }

    @Test
    void aPausedComponentDoesNothingUntilItIsResumed() throws Exception {
        // Given a process that counts
        ChildProcess component = start("i=0; while :; do i=$((i+1)); echo $i; sleep 0.02; done");
        await().until(() -> Files.size(component.log()) > 0);

        // When it is paused
        component.pause();
        await().until(() -> state(component).equals("T"));
        long paused = Files.size(component.log());

        // Then it is alive and writes nothing, and goes on once it is resumed
        assertThat(component.alive()).isTrue();
        await().during(Duration.ofMillis(200)).until(() -> Files.size(component.log()) == paused);
        component.resume();
        await().until(() -> Files.size(component.log()) > paused);
    }

    @Test
    void theNextLauncherEndsTheOrphansOfAKilledOneAndNoOtherProcess() throws Exception {
        // Given one process of this stack, and one of another stack whose process id is in a process file of this one
        ChildProcess ours = start("sleep 300; true");
        ChildProcess foreign = start("sleep 300; true", "other", "-Dfirstfill.state=/another");
        Path processes = directory.resolve("processes");
        long pid = foreign.processes().getFirst().pid();
        Files.writeString(processes.resolve("reused"), pid + " 1");

        // When the next launcher ends the orphans
        List<String> ended = OrphanProcesses.end(processes, MARKER);

        // Then only the process that provably belongs to this stack has ended
        assertThat(ended).containsExactly("dummy");
        await().until(() -> !ours.alive());
        assertThat(foreign.alive()).isTrue();
        assertThat(processes).isEmptyDirectory();
    }

    @Test
    void reportsTheExitCodeAndDoesNotInheritTheLaunchersEnvironment() throws Exception {
        // Given a process that prints its environment and fails
        ChildProcess component = start("env; exit 7");

        // When it ends
        int code = component.exit().get(10, TimeUnit.SECONDS);

        // Then the exit code is known, and the process had the given variables and little else
        assertThat(code).isEqualTo(7);
        assertThat(component.log()).content().contains("GIVEN=yes").doesNotContain("JAVA_HOME", "MAVEN_");
    }

    @Test
    void aProcessWhoseFileCannotBeWrittenDoesNotRunOn() throws Exception {
        // Given a directory in the place of the process file
        Files.createDirectories(directory.resolve("processes").resolve("dummy"));
        ChildProcess component = component("sleep 300; true", "dummy", MARKER);

        // When the process is started
        assertThatThrownBy(component::start).isInstanceOf(UncheckedIOException.class);

        // Then it has ended, and can be started once the file can be written
        assertThat(component.alive()).isFalse();
        Files.delete(directory.resolve("processes").resolve("dummy"));
        component.start();
        assertThat(component.alive()).isTrue();
    }

    private ChildProcess start(String script) {
        return start(script, "dummy", MARKER);
    }

    private ChildProcess start(String script, String name, String marker) {
        ChildProcess component = component(script, name, marker);
        component.start();
        return component;
    }

    private ChildProcess component(String script, String name, String marker) {
        ChildProcess component = new ChildProcess(
                name,
                List.of("bash", "-c", script, marker),
                Map.of("GIVEN", "yes"),
                directory.resolve(name + ".log"),
                directory.resolve("processes"));
        started.add(component);
        return component;
    }

    private static String state(ChildProcess component) throws Exception {
        long pid = component.processes().getFirst().pid();
        return Files.readString(Path.of("/proc/" + pid + "/stat"))
                .replaceFirst("^.*\\) (.).*$", "$1")
                .strip();
    }
}
