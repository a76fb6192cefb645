package io.firstfill.local.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

class ChildProcessTest {
    private static final String MARK = "-Dfirstfill.state=/test";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    private final List<ChildProcess> started = new ArrayList<>();

    @BeforeEach
    void processDirectory() throws Exception {
        Files.createDirectories(directory.resolve("processes"));
    }

    @AfterEach
    void nobodyIsLeft() {
        started.forEach(Part::kill);
    }

    @Test
    void endsTheWholeFamilyEvenIfItDoesNotListen() {
        // Given a process that ignores SIGTERM and has a child
        ChildProcess part = start("trap '' TERM; sleep 300 & while :; do sleep 1; done");
        await().until(() -> part.processes().size() > 1);
        List<ProcessHandle> family = part.processes();

        // When it is stopped
        part.stop(Duration.ofMillis(300));

        // Then none of them runs, and no process file speaks of it
        assertThat(family).noneMatch(ProcessHandle::isAlive);
        assertThat(part.alive()).isFalse();
        assertThat(directory.resolve("processes")).isEmptyDirectory();
    }

    @Test
    void aPausedPartDoesNothingUntilItIsResumed() throws Exception {
        // Given a process that counts
        ChildProcess part = start("i=0; while :; do i=$((i+1)); echo $i; sleep 0.02; done");
        await().until(() -> Files.size(part.log()) > 0);

        // When it is paused
        part.pause();
        await().until(() -> state(part).equals("T"));
        long paused = Files.size(part.log());

        // Then it stands still, still alive, and goes on afterwards
        assertThat(part.alive()).isTrue();
        await().during(Duration.ofMillis(200)).until(() -> Files.size(part.log()) == paused);
        part.resume();
        await().until(() -> Files.size(part.log()) > paused);
    }

    @Test
    void theNextLauncherEndsWhatAKilledOneLeftAndNobodyElse() throws Exception {
        // Given one process of ours and one stranger whose number stands in a file of ours
        ChildProcess ours = start("sleep 300; true");
        ChildProcess stranger = start("sleep 300; true", "other", "-Dfirstfill.state=/another");
        Path processes = directory.resolve("processes");
        long pid = stranger.processes().getFirst().pid();
        Files.writeString(processes.resolve("reused"), pid + " 1");

        // When the next launcher cleans up
        List<String> ended = Leftovers.end(processes, MARK);

        // Then only the one it can prove to be its own has ended
        assertThat(ended).containsExactly("dummy");
        await().until(() -> !ours.alive());
        assertThat(stranger.alive()).isTrue();
        assertThat(processes).isEmptyDirectory();
    }

    @Test
    void tellsItsExitCodeAndSeesNothingOfOurEnvironment() throws Exception {
        // Given a process that prints its environment and fails
        ChildProcess part = start("env; exit 7");

        // When it ends
        int code = part.ended().get(10, TimeUnit.SECONDS);

        // Then its code is known, it saw what it was given, and little else
        assertThat(code).isEqualTo(7);
        assertThat(part.log()).content().contains("GIVEN=yes").doesNotContain("JAVA_HOME", "MAVEN_");
    }

    private ChildProcess start(String script) {
        return start(script, "dummy", MARK);
    }

    private ChildProcess start(String script, String name, String mark) {
        ChildProcess part = new ChildProcess(
                name,
                List.of("bash", "-c", script, mark),
                Map.of("GIVEN", "yes"),
                directory.resolve(name + ".log"),
                directory.resolve("processes"));
        started.add(part);
        part.start();
        return part;
    }

    private static String state(ChildProcess part) throws Exception {
        long pid = part.processes().getFirst().pid();
        return Files.readString(Path.of("/proc/" + pid + "/stat"))
                .replaceFirst("^.*\\) (.).*$", "$1")
                .strip();
    }
}
