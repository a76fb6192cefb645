package io.firstfill.local.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.testkit.document.MetricsPage;
import io.firstfill.testkit.document.ProjectTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves that every dashboard asks for metrics that exist, in expressions that parse, and that panels have a place. */
class DashboardsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LIBRARY = Pattern.compile("\\b(?:jvm|process|http|system)_\\w+");
    private static final Pattern LISTED = Pattern.compile("`([a-z_]+)`");
    private static final Pattern SERIES = Pattern.compile("_(?:sum|count|max)$");
    private static final int COLUMNS = 24;

    private final Map<String, JsonNode> dashboards = dashboards();

    @Test
    void thereIsADashboardForEachQuestion() {
        assertThat(dashboards.keySet())
                .containsExactly("exchange.json", "jvm.json", "ledger.json", "opening.json", "overview.json");
        assertThat(dashboards.values().stream()
                        .map(it -> it.get("uid").asText())
                        .distinct())
                .hasSize(5);
    }

    @Test
    void everyExpressionNamesOnlyMetricsOfThePage() {
        Set<String> ours = MetricsPage.read().names();
        Set<String> ofLibraries = ofLibraries();

        assertThat(expressions()).isNotEmpty().allSatisfy((place, expr) -> {
            assertThat(AlertRulesTest.metrics(expr)).as(place).isSubsetOf(ours);
            assertThat(LIBRARY.matcher(expr).results().map(name -> known(name.group(), ofLibraries)))
                    .as(place)
                    .allMatch(ofLibraries::contains);
        });
    }

    @Test
    void everyMetricOfThePageIsOnADashboard() {
        String all = String.join("\n", expressions().values());

        assertThat(MetricsPage.read().names())
                .allSatisfy(name -> assertThat(all).contains(name));
    }

    @Test
    void everyExpressionParses(@TempDir Path directory) throws IOException {
        MonitoringTool promtool = MonitoringTool.named("promtool");
        List<Map<String, String>> rules = new ArrayList<>();
        expressions()
                .forEach((place, expr) ->
                        rules.add(Map.of("record", "dashboard:expression_" + rules.size(), "expr", plain(expr))));
        Map<String, Object> group = Map.of("name", "dashboards", "rules", rules);
        JSON.writeValue(directory.resolve("dashboards.yaml").toFile(), Map.of("groups", List.of(group)));

        promtool.passes(directory, "check", "rules", "dashboards.yaml");
    }

    @Test
    void noPanelLiesOverAnotherAndEachSaysWhatItShows() {
        dashboards.forEach((name, dashboard) -> {
            Set<String> taken = new HashSet<>();
            dashboard.get("panels").forEach(panel -> {
                assertThat(panel.get("title").asText()).isNotBlank();
                assertThat(panel.get("description").asText()).as(name).isNotBlank();
                JsonNode at = panel.get("gridPos");
                assertThat(at.get("x").asInt() + at.get("w").asInt()).isLessThanOrEqualTo(COLUMNS);
                for (int x = at.get("x").asInt();
                        x < at.get("x").asInt() + at.get("w").asInt();
                        x++) {
                    for (int y = at.get("y").asInt();
                            y < at.get("y").asInt() + at.get("h").asInt();
                            y++) {
                        assertThat(taken.add(x + "/" + y))
                                .as("%s, %s", name, panel.get("title"))
                                .isTrue();
                    }
                }
            });
        });
    }

    /** Puts values for Grafana's variables. */
    private static String plain(String expr) {
        return expr.replace("$__rate_interval", "5m")
                .replace("$environment", ".*")
                .replace("$job", ".*");
    }

    private static String known(String name, Set<String> ofLibraries) {
        return ofLibraries.contains(name) ? name : SERIES.matcher(name).replaceFirst("");
    }

    private static Set<String> ofLibraries() {
        String page = String.join("\n", ProjectTree.lines("common/doc/METRICS.md"));
        return LISTED.matcher(page.substring(page.indexOf("## Of libraries")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, String> expressions() {
        Map<String, String> found = new TreeMap<>();
        dashboards.forEach((name, dashboard) -> dashboard.get("panels").forEach(panel -> {
            for (JsonNode target : panel.get("targets")) {
                found.put(
                        name + ", " + panel.get("title").asText() + ", "
                                + target.get("refId").asText(),
                        target.get("expr").asText());
            }
        }));
        return found;
    }

    private static Map<String, JsonNode> dashboards() {
        Map<String, JsonNode> found = new TreeMap<>();
        for (Path file : AlertRules.files("dashboards", ".json")) {
            try {
                found.put(file.getFileName().toString(), JSON.readTree(Files.readString(file)));
            } catch (IOException e) {
                throw new IllegalStateException("Cannot read " + file, e);
            }
        }
        return found;
    }
}
