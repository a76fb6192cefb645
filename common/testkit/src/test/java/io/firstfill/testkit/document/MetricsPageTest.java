package io.firstfill.testkit.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Proves that the comparison of the page with a service finds a difference of each kind, in both directions. */
class MetricsPageTest {
    private static final String ROW = "| `firstfill_lag_seconds` | histogram | seconds | `environment` | How late. |";
    private static final String EXPOSED = """
            # HELP firstfill_lag_seconds How late
            # TYPE firstfill_lag_seconds histogram
            firstfill_lag_seconds_bucket{environment="paper",le="0.005"} 1
            firstfill_lag_seconds_count{environment="paper"} 1
            firstfill_lag_seconds_sum{environment="paper"} 0.1
            # TYPE firstfill_lag_seconds_max gauge
            firstfill_lag_seconds_max{environment="paper"} 0.1
            # TYPE jvm_threads gauge
            jvm_threads 3
            """;

    private final MetricsPage page = MetricsPage.of(List.of("## some-service", ROW));

    @Test
    void aPageThatListsWhatIsExposedHasNoDifference() {
        assertThat(page.differences("some-service", EXPOSED)).isEmpty();
    }

    @Test
    void aMetricThatThePageLacksIsNamed() {
        String more = EXPOSED + "# TYPE firstfill_orders counter\nfirstfill_orders_total 1\n";

        assertThat(page.differences("some-service", more))
                .singleElement()
                .asString()
                .contains("firstfill_orders_total");
    }

    @Test
    void aMetricThatIsNotExposedIsNamed() {
        assertThat(page.differences("some-service", ""))
                .containsExactly("on the page and not exposed: firstfill_lag_seconds");
    }

    @Test
    void anotherTypeIsADifferenceAndSoIsAnotherLabel() {
        assertThat(page.differences("some-service", EXPOSED.replace(" histogram", " summary")))
                .hasSize(1);
        assertThat(page.differences("some-service", EXPOSED.replace("{environment=", "{kind=\"a\",environment=")))
                .hasSize(1);
    }

    @Test
    void aMetricOfAnotherServiceIsADifference() {
        assertThat(page.differences("other-service", EXPOSED)).hasSize(1);
    }

    @Test
    void aRowWithoutMeaningIsRefused() {
        assertThatThrownBy(() -> MetricsPage.of(List.of("## a", "| `firstfill_x` | gauge | 1 | | |")))
                .hasMessageContaining("without");
    }
}
