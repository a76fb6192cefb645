package io.firstfill.service.kafka.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.id.EnvironmentId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves which settings leave a service in its report. */
class ReportedSettingsTest {
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");
    private static final List<String> PREFIXES = List.of("firstfill.trader.", "firstfill.egress.");

    @Test
    void theSettingsOfThePrefixesAreReportedWithModeAndCeilingsOfTheEnvironmentAlone() {
        assertThat(reported(Map.of(
                        "firstfill.egress.orders", "10",
                        "firstfill.trader.decision.slippage", "0.05",
                        "firstfill.trader.decision.deny-pairs-missing-from-key", "false",
                        "firstfill.environments.paper.mode", "PAPER",
                        "firstfill.environments.\"paper\".ceilings.spend", "200",
                        "firstfill.environments.live.ceilings.spend", "90",
                        "firstfill.environments.paper2.mode", "LIVE",
                        "firstfill.other.thing", "1",
                        "quarkus.http.port", "8091")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "firstfill.egress.orders", "10",
                        "firstfill.trader.decision.slippage", "0.05",
                        "firstfill.trader.decision.deny-pairs-missing-from-key", "false",
                        "firstfill.environments.paper.mode", "PAPER",
                        "firstfill.environments.paper.ceilings.spend", "200"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "firstfill.trader.secret",
                "firstfill.trader.api-key",
                "firstfill.trader.key.value",
                "firstfill.trader.vault.token",
                "firstfill.trader.vault.path",
                "firstfill.trader.stream.password",
                "firstfill.trader.stream.PassPhrase",
                "firstfill.egress.proxy-uri",
                "firstfill.egress.proxy.url",
                "firstfill.egress.proxy-user",
                "firstfill.environments.paper.vault-path",
                "firstfill.environments.paper.rest-uri"
            })
    void whatCouldHoldASecretIsNeverReported(String name) {
        assertThat(reported(Map.of(name, "s3cret", "firstfill.egress.orders", "10")))
                .containsOnlyKeys("firstfill.egress.orders");
    }

    @Test
    void anOddValueIsBoundedAndMadePrintable() {
        Map<String, String> reported = reported(Map.of("firstfill.egress.orders", "1\u0000" + "x".repeat(2_000)));

        assertThat(reported.get("firstfill.egress.orders"))
                .hasSizeLessThanOrEqualTo(500)
                .doesNotContain("\u0000");
    }

    private static Map<String, String> reported(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        return new ReportedSettings(PREFIXES).of(PAPER, all.keySet(), name -> Optional.ofNullable(all.get(name)));
    }
}
