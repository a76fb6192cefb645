package io.firstfill.local.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.value.AlertKind;
import io.firstfill.local.monitoring.AlertRules.AlertRule;
import io.firstfill.testkit.document.MetricsPage;
import io.firstfill.testkit.document.ProjectTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves that every alert rule says what it means, names what exists, and fires and keeps silent where it should. */
class AlertRulesTest {
    private static final Pattern METRIC = Pattern.compile("firstfill_\\w+");
    private static final Pattern SERIES = Pattern.compile("_(?:bucket|sum|count|max)$");

    private final List<AlertRule> rules = AlertRules.all();

    @Test
    void everyRuleHasASeverityAndPlainWords() {
        assertThat(rules).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.labels().get("severity")).isIn("critical", "warning", "info");
            assertThat(rule.annotation("summary")).matches("[A-Z{].+\\.");
            assertThat(rule.annotation("description")).matches("[A-Z{0-9].+\\.");
        });
    }

    @Test
    void everyRuleHasAnEntryInTheRunbook() {
        assertThat(rules).allSatisfy(rule -> {
            String[] link = rule.annotation("runbook_url").split("#", 2);
            assertThat(link).hasSize(2);
            assertThat(Runbook.anchors(ProjectTree.root().resolve(link[0]))).contains(link[1]);
            assertThat(link[1]).isEqualTo(rule.alert().toLowerCase(Locale.ROOT));
        });
    }

    @Test
    void everyRuleNamesOnlyMetricsOfThePage() {
        Set<String> known = MetricsPage.read().names();

        assertThat(rules).allSatisfy(rule -> assertThat(metrics(rule.expr())).isSubsetOf(known));
    }

    @Test
    void everyKindOfAlertOfTheServicesHasARule() {
        String all = rules.stream().map(AlertRule::expr).collect(Collectors.joining("\n"));

        assertThat(AlertKind.values())
                .filteredOn(kind -> !all.matches("(?s).*[\"|]" + kind.name() + "[\"|].*"))
                .isEmpty();
    }

    @Test
    void everyRuleIsSeenToFireAndToKeepSilentInATest() {
        String tests = AlertRules.files("tests", ".test.yaml").stream()
                .map(AlertRules::text)
                .collect(Collectors.joining());

        assertThat(rules)
                .allSatisfy(rule -> assertThat(tests)
                        .contains("name: " + rule.alert() + " is raised")
                        .contains("name: " + rule.alert() + " is not raised"));
    }

    @Test
    void promtoolAcceptsTheRulesAndTheirTestsPass(@TempDir Path directory) throws IOException {
        MonitoringTool promtool = MonitoringTool.named("promtool");
        RuleFiles.of(ProjectTree.root()).writeTo(directory);
        List<Path> tests = AlertRules.files("tests", ".test.yaml");
        for (Path test : tests) {
            Files.copy(test, directory.resolve(test.getFileName()));
        }

        promtool.passes(
                directory,
                arguments("check", "rules", RuleFiles.of(ProjectTree.root()).objects()));
        promtool.passes(directory, arguments("test", "rules", tests));
    }

    @Test
    void theExampleOfAnAlertmanagerConfigurationIsValidAndKnowsItsAlerts() {
        String example = AlertRules.text(AlertRules.MONITORING.resolve("alertmanager.yaml"));
        Set<String> named = Pattern.compile("alertname=\"(\\w+)\"")
                .matcher(example)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(rules.stream().map(AlertRule::alert).toList()).containsAll(named);
        MonitoringTool.named("amtool").passes(AlertRules.MONITORING, "check-config", "alertmanager.yaml");
    }

    static Set<String> metrics(String expr) {
        Set<String> known = MetricsPage.read().names();
        return METRIC.matcher(expr)
                .results()
                .map(match -> match.group())
                .map(name -> known.contains(name) ? name : SERIES.matcher(name).replaceFirst(""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String[] arguments(String command, String what, List<Path> files) {
        return Stream.concat(
                        Stream.of(command, what),
                        files.stream().map(file -> file.getFileName().toString()))
                .toArray(String[]::new);
    }
}
