package io.firstfill.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void everyPercentileIsASampleThatWasMeasured() {
        // Given 200 samples of 1 to 200, unsorted
        List<Long> samples =
                LongStream.rangeClosed(1, 200).map(i -> 201 - i).boxed().toList();

        // When
        Spread spread = Spread.of(samples);

        // Then by nearest rank
        assertThat(spread.percentile(50)).hasValue(100);
        assertThat(spread.percentile(95)).hasValue(190);
        assertThat(spread.percentile(99)).hasValue(198);
        assertThat(spread.percentile(100)).hasValue(200);
        assertThat(Spread.of(List.of(7L, 3L, 5L)).median()).hasValue(5);
        assertThat(Spread.of(List.of(3L)).percentile(99)).hasValue(3);
    }

    @Test
    void whatNeverHappenedRanksBehindEverySample() {
        // Given 98 bought at once and two never
        Spread spread = new Spread(LongStream.rangeClosed(1, 98).boxed().toList(), 2);

        // Then the p99 has no figure and is not the best of the rest
        assertThat(spread.count()).isEqualTo(100);
        assertThat(spread.percentile(98)).hasValue(98);
        assertThat(spread.percentile(99)).isEmpty();
    }

    @Test
    void withoutSamplesThereIsNoFigure() {
        assertThat(Spread.of(List.of()).median()).isEqualTo(OptionalLong.empty());
    }
}
