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
    private static final Pattern VAULT_PATH = Pattern.compile("-mount=secret\\s+(firstfill/[\\w$/-]+)");
    private static final Pattern VAULT_PATH_READ = Pattern.compile("(?:vault-path: |secret/data/)(firstfill/[\\w/-]+)");
    private static final Pattern LEDGER = Pattern.compile("deploy/ledger (?:partitions|drop|rebuild|dead-letters)");
    private static final Pattern IMAGE = Pattern.compile("kubectl [^\\n]*set image \\S+ \\w+=(\\S+)");
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

    /** A key that is stored elsewhere is never used, and the old one is deleted at the exchange. */
    @Test
    void everyPathAtVaultIsOneThatSomethingReads() {
        Set<String> read = new TreeSet<>();
        for (String manifest : List.of(
                "base/environments.yaml",
                "components/live/environments.yaml",
                "vault/keycloak.hcl",
                "vault/external-secrets.hcl")) {
            String text = AlertRules.text(ProjectTree.root().resolve("k8s").resolve(manifest));
            VAULT_PATH_READ.matcher(text).results().forEach(path -> read.add(path.group(1)));
        }
        List<String> written = Runbook.pages().stream()
                .flatMap(page -> VAULT_PATH.matcher(AlertRules.text(page)).results())
                .map(path -> path.group(1).replace("$ENVIRONMENT", "live"))
                .toList();

        assertThat(written)
                .contains("firstfill/live/mexc", "firstfill/ledger/postgres")
                .allMatch(read::contains);
    }

    /** Without a registry a node asks a public one for the name, which anybody may have taken there. */
    @Test
    void everyImageThatAPageSetsNamesItsRegistry() {
        List<String> images = Runbook.pages().stream()
                .flatMap(page -> IMAGE.matcher(AlertRules.text(page)).results())
                .map(image -> image.group(1))
                .toList();

        assertThat(images).hasSize(2).allMatch(image -> image.startsWith("$REGISTRY/firstfill/"));
    }

    /** By themselves they talk to a stack on the same machine. */
    @Test
    void whoeverIsToldToRunACommandOfTheLedgerIsToldWhatItNeedsInTheCluster() {
        List<Path> pages = Runbook.pages().stream()
                .filter(page -> LEDGER.matcher(AlertRules.text(page)).find())
                .toList();

        assertThat(pages)
                .hasSizeGreaterThan(3)
                .allSatisfy(page -> assertThat(AlertRules.text(page))
                        .containsAnyOf("(README.md#the-ledgers-commands)", "## The ledger's commands"));
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
