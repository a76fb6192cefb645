package io.firstfill.trader.desk;

import io.firstfill.trader.warmup.WarmUp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.service.json.MessageCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The first buy of a life must not be the first run of its code (SC-002). */
class RehearsalTest {
    private static final int ROUNDS = 20;
    /** Two more wait for a bell. */
    private static final int BUYS = ROUNDS + 2;

    @Test
    void everyRoundGoesAllTheWayToARequestThatCannotBeTaken() {
        try (DeskStage stage = new DeskStage(Map.of()).open()) {
            WarmUp rehearsal = new WarmUp(stage.parts, MessageCodec.standard(), stage::another);
            int told = stage.told.size();

            rehearsal.play(ROUNDS);

            await().atMost(Duration.ofSeconds(5)).until(() -> stage.venue.placed.size() >= BUYS);
            rehearsal.close();
            assertThat(stage.venue.placed).doesNotHaveDuplicates().hasSize(BUYS);
            assertThat(stage.venue.signatures)
                    .as("what was made ready is fired")
                    .doesNotHaveDuplicates();
            assertThat(stage.venue.placedFor).containsOnly(Instant.EPOCH);
            assertThat(stage.told).as("told of it").hasSize(told);
        }
    }
}
