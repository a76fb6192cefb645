package io.firstfill.scanner.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.scanner.fixture.FakeWarmUpResponses;
import io.firstfill.scanner.fixture.Observations;
import io.firstfill.service.json.MessageCodec;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The first surprise of a process does not run code for the first time (SC-002). */
class WarmUpTest {

    @Test
    void everyRoundGoesAllTheWayToASignal() {
        WarmUp warmUp =
                new WarmUp(ScannerFixture.settings(Map.of()), new FakeWarmUpResponses(), MessageCodec.standard());

        assertThat(warmUp.run(20, Observations.NOON)).isEqualTo(20);
    }
}
