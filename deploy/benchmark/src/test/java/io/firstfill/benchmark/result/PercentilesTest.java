package io.firstfill.benchmark.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Proves that percentiles are measured samples by nearest rank, with missing samples behind all others. */
class PercentilesTest {
    @Test
    void everyPercentileIsASampleThatWasMeasured() {
        // Given 200 samples of 1 to 200, unsorted
        List<Long> samples =
                LongStream.rangeClosed(1, 200).map(i -> 201 - i).boxed().toList();

        // When
        Percentiles percentiles = Percentiles.of(samples);

        // Then by nearest rank
        assertThat(percentiles.percentile(50)).hasValue(100);
        assertThat(percentiles.percentile(95)).hasValue(190);
        assertThat(percentiles.percentile(99)).hasValue(198);
        assertThat(percentiles.percentile(100)).hasValue(200);
        assertThat(Percentiles.of(List.of(7L, 3L, 5L)).median()).hasValue(5);
        assertThat(Percentiles.of(List.of(3L)).percentile(99)).hasValue(3);
    }

    @Test
    void missingSamplesRankBehindAllOthers() {
        // Given 98 samples and two missing ones
        Percentiles percentiles =
                new Percentiles(LongStream.rangeClosed(1, 98).boxed().toList(), 2);

        // Then the p99 has no figure
        assertThat(percentiles.count()).isEqualTo(100);
        assertThat(percentiles.percentile(98)).hasValue(98);
        assertThat(percentiles.percentile(99)).isEmpty();
    }

    @Test
    void withoutSamplesThereIsNoFigure() {
        assertThat(Percentiles.of(List.of()).median()).isEqualTo(OptionalLong.empty());
    }
}
