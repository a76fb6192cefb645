package io.firstfill.acceptance.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.local.config.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that deploy/up ends in one line whenever it is interrupted: while it starts, and in its demonstration. */
@Tag("long")
class InterruptedDemonstrationIT {
    private static final Ports PORTS = new Ports(Integer.getInteger("firstfill.acceptance.port", 18080)
            + 1_000 * (Integer.getInteger("firstfill.acceptance.process", 1) - 1)
            + 400);
    private static final Path WORK = Path.of("target", "interrupted").toAbsolutePath();

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "The exchange announces"})
    void theLastLineIsThatOfTheStop(String moment) throws Exception {
        Files.createDirectories(WORK);
        List<String> arguments = List.of(
                "--fresh", "--state", WORK.resolve("state").toString(), "--port", Integer.toString(PORTS.gateway()));
        try (Command up = Command.deployUp(WORK.resolve("up.log"), List.of(), arguments)) {
            up.awaitLine(moment, Duration.ofMinutes(6));

            up.interrupt();
            up.awaitEnd(Duration.ofMinutes(1));

            assertThat(up.lines()).endsWith("Stopping everything.");
            assertThat(up.lines()).noneMatch(line -> line.contains("Exception") || line.startsWith("\tat "));
        }
    }
}
