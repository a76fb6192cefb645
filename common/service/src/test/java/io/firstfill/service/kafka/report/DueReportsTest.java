package io.firstfill.service.kafka.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.run.SettingsReported;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Proves that a service reports its settings when they differ from its last report, and only then. */
class DueReportsTest {
    private static final Instant T0 = Instant.parse("2026-11-28T12:00:00Z");
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");
    private static final EnvironmentId LIVE = EnvironmentId.of("live");

    private final DueReports reports = new DueReports("trader", new ReportedSettings(List.of("firstfill.egress.")));
    private final Map<EnvironmentId, SettingsReported> last = new HashMap<>();
    private final Set<MessageId> ids = new HashSet<>();

    @Test
    void onlyAChangeIsReportedAndOneBackAsWell() {
        assertThat(started("10", "200")).containsExactlyInAnyOrder(PAPER, LIVE);
        assertThat(started("10", "200")).isEmpty();
        assertThat(started("11", "200")).containsExactlyInAnyOrder(PAPER, LIVE);
        assertThat(started("10", "200")).containsExactlyInAnyOrder(PAPER, LIVE);
        assertThat(started("10", "300")).containsExactly(LIVE);
        assertThat(ids).hasSize(7);
    }

    private List<EnvironmentId> started(String orders, String ceiling) {
        Map<String, String> settings =
                Map.of("firstfill.egress.orders", orders, "firstfill.environments.live.ceilings.spend", ceiling);
        List<SettingsReported> due = reports.since(
                last, List.of(PAPER, LIVE), settings.keySet(), name -> Optional.ofNullable(settings.get(name)), T0);
        due.forEach(report -> {
            last.put(report.environment(), report);
            ids.add(report.meta().id());
        });
        return due.stream().map(SettingsReported::environment).toList();
    }
}
