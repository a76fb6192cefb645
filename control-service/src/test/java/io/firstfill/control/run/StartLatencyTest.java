package io.firstfill.control.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.command.StartRun;
import io.firstfill.control.AnswerMessages;
import io.firstfill.control.Api;
import io.firstfill.control.ControlResource;
import io.firstfill.control.PriorMessages;
import io.firstfill.control.RespondingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Proves for SC-001 that control adds no wait of its own. The threshold of 200 ms is measured on the whole stack; here,
 * where a build shares the machine, the limit is only low enough to show a poll or a sleep.
 */
@QuarkusTest
@WithTestResource(ControlResource.class)
class StartLatencyTest {
    private static final int STARTS = 100;

    @Inject
    RespondingServices services;

    @Test
    void nineteenOfTwentyStartsAreAnsweredAtOnce() {
        // Given a ledger that answers at once, and a warm service
        services.reset();
        services.respondTo(StartRun.class, AnswerMessages::started);
        for (int i = 0; i < STARTS / 4; i++) {
            start();
        }

        // When runs are started one after the other
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            times.add(start());
        }

        // Then p95 contains no wait
        times.sort(null);
        assertThat(times.get(STARTS * 95 / 100)).as("sorted times %s", times).isLessThan(Duration.ofMillis(500));
    }

    private static Duration start() {
        String body = "{\"environment\":\"past\",\"configurationId\":\"" + PriorMessages.CONFIGURATION + "\"}";
        var request = Api.operator().body(body);
        long before = System.nanoTime();
        int status = request.post("/runs").statusCode();
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        return status == 201 ? took : Duration.ofDays(1);
    }
}
