package io.firstfill.k8s.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.k8s.render.Manifest;
import io.firstfill.k8s.render.Overlay;
import io.firstfill.k8s.render.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every workload says when it is well, what it needs, where it may run, how it ends and how it grows. */
class WorkloadsTest {
    private static final Path SERVICE_NAMES =
            Path.of("deploy/local/src/main/java/io/firstfill/local/config/ServiceName.java");

    @ParameterizedTest
    @EnumSource
    void everyContainerHasProbesAndResources(Overlay overlay) {
        assertThat(overlay.workloads().toList()).isNotEmpty().allSatisfy(workload -> {
            JsonNode container = workload.at("spec.template.spec.containers").path(0);
            for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                assertThat(container.has(probe))
                        .as(workload.label() + " " + probe)
                        .isTrue();
            }
            assertThat(workload.containers()).allSatisfy(each -> {
                JsonNode resources = each.path("resources");
                assertThat(resources.path("requests").has("cpu")).isTrue();
                assertThat(resources.path("requests").path("memory"))
                        .isEqualTo(resources.path("limits").path("memory"));
            });
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"control", "scanner", "trader", "risk", "ledger"})
    void aServiceIsAskedWhereItAnswersAboutItself(String service) {
        JsonNode container =
                service(service).at("spec.template.spec.containers").path(0);

        assertThat(Stream.of("startupProbe", "livenessProbe", "readinessProbe")
                        .map(probe -> container
                                .path(probe)
                                .path("httpGet")
                                .path("path")
                                .asText()))
                .containsExactly("/q/health/started", "/q/health/live", "/q/health/ready");
        assertThat(container.path("ports").path(0).path("containerPort").asText())
                .isEqualTo(properties(service).replaceFirst("(?s).*\\nquarkus\\.http\\.port=(\\d+).*", "$1"));
    }

    /** Throttled processors show as latency of an order. */
    @ParameterizedTest
    @ValueSource(strings = {"scanner", "trader"})
    void whatAnOrderPassesThroughHasNoLimitOfProcessors(String service) {
        assertThat(service(service)
                        .at("spec.template.spec.containers")
                        .path(0)
                        .path("resources")
                        .path("limits")
                        .has("cpu"))
                .isFalse();
    }

    /** The heap may be another; what decides about the code on an order's way is what the benchmarks measured. */
    @ParameterizedTest
    @ValueSource(strings = {"control", "scanner", "trader", "risk", "ledger"})
    void theFlagsOfTheVirtualMachineAreThoseOfTheLocalStack(String service) {
        Set<String> flags =
                Set.of(service(service).variable("JAVA_TOOL_OPTIONS").split(" ", -1));

        assertThat(flags).contains("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");
        assertThat(flags).containsAll(localFlags(service));
    }

    private static Set<String> localFlags(String service) {
        String source = Project.text(SERVICE_NAMES);
        Matcher constant = Pattern.compile(service.toUpperCase(Locale.ROOT) + "\\(\"[^\"]*\", \\d+, (.*?)\\)[,;]")
                .matcher(source);
        assertThat(constant.find()).isTrue();
        String flags = constant.group(1);
        if (flags.contains("COMPILE_EARLY")) {
            int from = source.indexOf("String COMPILE_EARLY");
            flags += source.substring(from, source.indexOf(';', from)) + " \"-XX:+UseTransparentHugePages\"";
        }
        return Pattern.compile("-XX:[^\\s\"]+")
                .matcher(flags)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource
    void everyWorkloadGrowsByRuleOrSaysWhyNot(Overlay overlay) {
        Set<String> scaled = overlay.ofKind("HorizontalPodAutoscaler")
                .map(scaler -> scaler.at("spec.scaleTargetRef.kind").asText() + "/"
                        + scaler.at("spec.scaleTargetRef.name").asText())
                .collect(Collectors.toSet());

        assertThat(overlay.workloads().toList())
                .allSatisfy(workload -> assertThat(scaled.contains(workload.label()))
                        .as(workload.label())
                        .isNotEqualTo(!workload.annotation("firstfill.io/not-scaled-automatically")
                                .isBlank()));
        assertThat(scaled).containsExactly("Deployment/control-service");
    }

    @ParameterizedTest
    @EnumSource(names = "LOCAL", mode = EnumSource.Mode.EXCLUDE)
    void whatRunsMoreThanOnceSurvivesTheLossOfANode(Overlay overlay) {
        assertThat(overlay.workloads()
                        .filter(workload -> workload.at("spec.replicas").asInt(2) > 1)
                        .toList())
                .hasSizeGreaterThan(5)
                .allSatisfy(workload -> {
                    assertThat(overlay.one("PodDisruptionBudget", workload.name())
                                    .at("spec.selector.matchLabels"))
                            .isEqualTo(workload.at("spec.selector.matchLabels"));
                    assertThat(Manifest.stream(workload.at("spec.template.spec.topologySpreadConstraints"))
                                    .map(spread -> spread.path("topologyKey").asText()))
                            .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
                    assertThat(Manifest.stream(workload.at("spec.template.spec.topologySpreadConstraints")))
                            .allSatisfy(spread -> assertThat(
                                            spread.path("labelSelector").path("matchLabels"))
                                    .isEqualTo(workload.at("spec.selector.matchLabels")));
                });
    }

    @Test
    void tokyoRunsInItsZones() {
        assertThat(Overlay.TOKYO.workloads().toList())
                .allSatisfy(workload -> assertThat(
                                workload.at("spec.template.spec.affinity").toString())
                        .contains("ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d"));
    }

    /** A member that comes back under its name goes on at once; a lease belongs to one name. */
    @ParameterizedTest
    @ValueSource(strings = {"scanner", "trader", "risk", "ledger"})
    void theInstanceIsTheNameOfAPodThatSurvivesIt(String service) {
        Manifest workload = service(service);

        assertThat(workload.kind()).isEqualTo("StatefulSet");
        assertThat(Objects.requireNonNull(workload.environment().get("FIRSTFILL_INSTANCE"))
                        .at("/valueFrom/fieldRef/fieldPath")
                        .asText())
                .isEqualTo("metadata.name");
    }

    /** An event loop ends in 1 s, events are delivered in 5 s, and a request is given up within its time-out. */
    @Test
    void theTraderHasTimeToEnd() {
        assertThat(service("trader")
                        .at("spec.template.spec.terminationGracePeriodSeconds")
                        .asInt())
                .isGreaterThanOrEqualTo(30);
    }

    private static Manifest service(String service) {
        return Overlay.TOKYO
                .workloads()
                .filter(workload -> workload.name().equals(service + "-service"))
                .findFirst()
                .orElseThrow();
    }

    private static String properties(String service) {
        return Project.text(Path.of(service + "-service", "src/main/resources/application.properties"));
    }
}
