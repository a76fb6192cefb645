package io.firstfill.control.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.command.StartRun;
import io.firstfill.control.Answers;
import io.firstfill.control.Api;
import io.firstfill.control.ControlStack;
import io.firstfill.control.OtherServices;
import io.firstfill.control.Past;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * SC-001: control adds no wait of its own. The bar of 200 ms is measured on the whole stack; here, where a build shares
 * the machine, the limit is only low enough to show a poll or a sleep.
 */
@QuarkusTest
@WithTestResource(ControlStack.class)
class StartLatencyTest {
    private static final int STARTS = 100;

    @Inject
    OtherServices others;

    @Test
    void nineteenOfTwentyStartsAreAnsweredAtOnce() {
        // Given a ledger that answers at once, and a warm service
        others.silent();
        others.on(StartRun.class, Answers::started);
        for (int i = 0; i < STARTS / 4; i++) {
            start();
        }

        // When runs are started one after the other
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            times.add(start());
        }

        // Then p95 holds no wait
        times.sort(null);
        assertThat(times.get(STARTS * 95 / 100)).as("sorted times %s", times).isLessThan(Duration.ofMillis(500));
    }

    private static Duration start() {
        String body = "{\"environment\":\"past\",\"configurationId\":\"" + Past.CONFIGURATION + "\"}";
        var request = Api.operator().body(body);
        long before = System.nanoTime();
        int status = request.post("/runs").statusCode();
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        return status == 201 ? took : Duration.ofDays(1);
    }
}
