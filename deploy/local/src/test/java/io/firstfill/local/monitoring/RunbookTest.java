package io.firstfill.local.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.testkit.document.ProjectTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Proves that what the runbook tells a person to do exists: pages, headings, scripts, and paths of the API. */
class RunbookTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]*)(?:#([^)]+))?\\)");
    private static final Pattern CALL =
            Pattern.compile("call (GET|POST|PUT|DELETE|PATCH)\\s+\"?/api/(control|ledger)/v1(/[^\\s\"`?']+)");
    private static final Pattern SCRIPT = Pattern.compile("`deploy/([a-z-]+(?:/[a-z-]+)?)");
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

    @Test
    void everyLinkLeadsToAPageAndAHeading() {
        List<String> broken = new ArrayList<>();
        for (Path page : Runbook.pages()) {
            for (MatchResult link :
                    LINK.matcher(AlertRules.text(page)).results().toList()) {
                Path target = link.group(1).isEmpty()
                        ? page
                        : page.resolveSibling(link.group(1)).normalize();
                boolean found = Files.exists(target)
                        && (link.group(2) == null || Runbook.anchors(target).contains(link.group(2)));
                if (!found) {
                    broken.add(page.getFileName() + ": " + link.group());
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void everyCallIsAnOperationOfTheApi() throws IOException {
        Set<String> operations = new TreeSet<>();
        for (String service : List.of("control", "ledger")) {
            operations.addAll(operations(service));
        }
        List<String> unknown = new ArrayList<>();
        for (Path page : Runbook.pages()) {
            CALL.matcher(AlertRules.text(page)).results().forEach(call -> {
                String path = call.group(3).replaceAll("\\$\\w+|\\b[A-Z_]{2,}\\b", "{}");
                String operation = call.group(1) + " " + call.group(2) + " " + path;
                if (!operations.contains(operation)) {
                    unknown.add(page.getFileName() + ": " + call.group());
                }
            });
        }

        assertThat(unknown).isEmpty();
    }

    @Test
    void everyScriptExists() {
        List<String> missing = new ArrayList<>();
        for (Path page : Runbook.pages()) {
            SCRIPT.matcher(AlertRules.text(page)).results().forEach(script -> {
                if (!Files.exists(ProjectTree.root().resolve("deploy").resolve(script.group(1)))) {
                    missing.add(page.getFileName() + ": deploy/" + script.group(1));
                }
            });
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void theTableOfTasksNamesEveryPage() {
        Path table = Runbook.pages().stream()
                .filter(page -> page.endsWith("README.md"))
                .findFirst()
                .orElseThrow();

        assertThat(Runbook.pages())
                .filteredOn(page -> !page.equals(table))
                .allSatisfy(page -> assertThat(AlertRules.text(table)).contains("(" + page.getFileName() + ")"));
    }

    private static Set<String> operations(String service) throws IOException {
        Path document = ProjectTree.root()
                .resolve(Path.of("control-service", "src", "main", "webui", "openapi", service + ".json"));
        JsonNode paths = new ObjectMapper().readTree(document.toFile()).get("paths");
        Set<String> found = new TreeSet<>();
        paths.properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> found.add(method.toUpperCase(Locale.ROOT) + " " + service + " "
                                + PARAMETER.matcher(path.getKey()).replaceAll("{}"))));
        return found;
    }
}
