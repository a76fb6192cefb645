package io.firstfill.scanner.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.scanner.feed.ScannerSettings;
import io.firstfill.service.json.MessageCodec;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The first surprise of a life must not be the first run of its code (SC-002). */
class WarmUpTest {

    @Test
    void everyRoundGoesAllTheWayToASignal() {
        WarmUp rehearsal = new WarmUp(
                Shipped.settings(ScannerSettings.class, Map.of()), new PlainWarmUpResponses(), MessageCodec.standard());

        assertThat(rehearsal.play(20, Scene.NOON)).isEqualTo(20);
    }
}
