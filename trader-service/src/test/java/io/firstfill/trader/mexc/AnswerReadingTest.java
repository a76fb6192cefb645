package io.firstfill.trader.mexc;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.order.Ambiguity;
import io.firstfill.mexc.MexcResult;
import io.firstfill.mexc.Timing;
import io.firstfill.trader.order.PlaceAnswer;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** What counts as proof that an order does not exist. */
class AnswerReadingTest {
    private static final Timing TIMING = new Timing(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

    private final AnswerReading reading = new AnswerReading(InstantSource.system());

    @Test
    void aCodeNobodyKnowsLeavesTheOrderInDoubt() {
        PlaceAnswer answer = reading.placed(new MexcResult.Refused<>(400, 987_654, "novel", TIMING));

        assertThat(answer)
                .isEqualTo(new PlaceAnswer.Doubtful(Ambiguity.UNREADABLE, "code=987654 novel", Instant.EPOCH));
    }

    @Test
    void aKnownRefusalIsProof() {
        PlaceAnswer answer = reading.placed(new MexcResult.Refused<>(400, 30_002, "amount too small", TIMING));

        assertThat(answer).isInstanceOf(PlaceAnswer.Refused.class);
    }
}
