package io.firstfill.control.configuration.exit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.configuration.AtStop;
import io.firstfill.contract.configuration.ExitPlan;
import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.configuration.StopLoss;
import io.firstfill.contract.configuration.TakeProfit;
import io.firstfill.contract.configuration.TrailingStop;
import io.firstfill.control.configuration.exit.ExitPlanDraft.StopLossDraft;
import io.firstfill.control.configuration.exit.ExitPlanDraft.TakeProfitDraft;
import io.firstfill.control.configuration.exit.ExitPlanDraft.TrailingStopDraft;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves that a plan is read with its defaults, and that each field that breaks a rule is refused by its name. */
class ExitPlanReaderTest {
    private final Map<String, String> refused = new LinkedHashMap<>();
    private final ExitPlanReader reader = new ExitPlanReader("exitPlan", refused::put);

    @Test
    void whatIsLeftOutGetsItsDefault() {
        ExitPlan plan = reader.read(new ExitPlanDraft(
                List.of(new TakeProfitDraft("0.5", "0.25", null), new TakeProfitDraft("1", "0.75", true)),
                new StopLossDraft("0.2", null, null),
                new TrailingStopDraft("0.1", null),
                "PT1H",
                "0.9",
                null));

        assertThat(refused).isEmpty();
        assertThat(plan)
                .isEqualTo(new ExitPlan(
                        List.of(
                                new TakeProfit(Ratio.of("0.5"), Ratio.of("0.25"), false),
                                new TakeProfit(Ratio.of("1"), Ratio.of("0.75"), true)),
                        new StopLoss(Ratio.of("0.2"), Duration.ofSeconds(1), Duration.ofSeconds(5)),
                        new TrailingStop(Ratio.of("0.1"), Ratio.of("0")),
                        Duration.ofHours(1),
                        Ratio.of("0.9"),
                        AtStop.KEEP_EXITS));
    }

    @Test
    void aPlanNeedsARule() {
        assertThat(reader.read(new ExitPlanDraft(null, null, null, null, "0.9", "HAND_OVER")))
                .isNull();
        assertThat(refused).containsOnlyKeys("exitPlan");
    }

    @Test
    void everyWrongFieldIsNamed() {
        ExitPlan plan = reader.read(new ExitPlanDraft(
                List.of(new TakeProfitDraft("0", "1.1", null), new TakeProfitDraft(null, null, null)),
                new StopLossDraft("1", "PT61S", "PT301S"),
                new TrailingStopDraft("0", "101"),
                "P31D",
                "1.1",
                "SELL"));

        assertThat(plan).isNull();
        assertThat(refused)
                .containsOnlyKeys(
                        "exitPlan.takeProfits[0].above",
                        "exitPlan.takeProfits[0].share",
                        "exitPlan.takeProfits[1].above",
                        "exitPlan.takeProfits[1].share",
                        "exitPlan.stopLoss.below",
                        "exitPlan.stopLoss.confirmation",
                        "exitPlan.stopLoss.grace",
                        "exitPlan.trailingStop.below",
                        "exitPlan.trailingStop.activation",
                        "exitPlan.longestHolding",
                        "exitPlan.floor",
                        "exitPlan.atStop");
    }

    @Test
    void theLaddersSharesAddUpToThePositionAtMostAndItsLevelsAscend() {
        read(new TakeProfitDraft("0.5", "0.6", null), new TakeProfitDraft("0.5", "0.6", null));

        assertThat(refused).containsOnlyKeys("exitPlan.takeProfits", "exitPlan.takeProfits[1].above");
        assertThat(refused.get("exitPlan.takeProfits")).contains("1.2");
    }

    @Test
    void aLadderHasTenLevelsAtMost() {
        TakeProfitDraft[] levels = Stream.iterate(1, n -> n + 1)
                .limit(11)
                .map(n -> new TakeProfitDraft(n.toString(), "0.01", null))
                .toArray(TakeProfitDraft[]::new);

        read(levels);

        assertThat(refused).containsOnlyKeys("exitPlan.takeProfits");
    }

    @ParameterizedTest
    @CsvSource({"-0.1", "0.0000001", "1e-1", "abc", "''", "١"})
    void onlyAPlainDecimalIsARatio(String text) {
        assertThat(reader.read(new ExitPlanDraft(null, new StopLossDraft(text, null, null), null, null, null, null)))
                .isNull();
        assertThat(refused).containsOnlyKeys("exitPlan.stopLoss.below");
    }

    private @Nullable ExitPlan read(TakeProfitDraft... levels) {
        return reader.read(new ExitPlanDraft(List.of(levels), null, null, null, null, null));
    }
}
