package io.firstfill.testkit.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.testkit.document.ProjectTree;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Proves that no file of the project holds what looks like a secret, but for those that {@code secrets-allowed.txt}
 * names with a reason.
 */
class SecretScanTest {
    private static final String ALLOWED = "common/testkit/src/test/resources/secrets-allowed.txt";

    @Test
    void noFileHoldsASecret() throws IOException, InterruptedException {
        Map<String, String> allowed = allowed();
        Set<String> used = new TreeSet<>();
        List<String> found = new ArrayList<>();
        for (String path : TrackedFiles.all()) {
            List<String> lines = TrackedFiles.lines(path);
            for (int i = 0; i < lines.size(); i++) {
                for (SecretRule rule : SecretRule.in(path, lines.get(i))) {
                    String key = path + " " + rule.label();
                    used.add(key);
                    if (!allowed.containsKey(key)) {
                        // Never the line itself: a log must not hold what should not be in the tree.
                        found.add(path + ":" + (i + 1) + " " + rule.label());
                    }
                }
            }
        }

        assertThat(found)
                .as("replace the secret at once; what is none gets a reason in %s", ALLOWED)
                .isEmpty();
        assertThat(allowed.keySet())
                .filteredOn(entry -> Files.exists(ProjectTree.root().resolve(entry.split(" ", 2)[0])))
                .as("entries that nothing needs any more")
                .isSubsetOf(used);
    }

    @Test
    void everyExceptionHasAReason() {
        assertThat(allowed().values()).allSatisfy(reason -> assertThat(reason).hasSizeGreaterThan(20));
    }

    /** The examples are put together here, so that this file holds none. */
    @ParameterizedTest
    @CsvSource({
        "PRIVATE_KEY, a.txt, -----BEGIN RSA PRIVATE, ' KEY-----'",
        "CLOUD_KEY, A.java, AKIAABCDEFGH, IJKLMNOP",
        "CODE_HOST_TOKEN, A.java, ghp_abcdefghijklmnopqr, stuvwxyzABCDEFGHIJ",
        "CHAT_TOKEN, a.md, xoxb-123456, 7890-abc",
        "VAULT_TOKEN, a.sh, hvs.CAESIabcdefgh, ijklmnopqrstuv",
        "ACCESS_TOKEN, a.md, eyJhbGciOiJSUzI1NiJ9, .eyJzdWIiOiJ2ZXJhIn0",
        "EXCHANGE_KEY, A.java, mx0vglAbCdEf, GhIjKl",
        "HEXADECIMAL, a.json, 45d0b3c26f2644f1, 9bfb98b07741b2f5",
        "URL_PASSWORD, a.yaml, postgres://me:pass, word@db/x",
        "QUOTED, A.java, 'String password = \"correct', '-horse-battery\"'",
        "SETTING, application.properties, quarkus.datasource.password=corr, ect-horse-battery",
        "SETTING, values.yaml, '  apiKey: corr', ect-horse-battery"
    })
    void everyRuleFindsItsSecret(SecretRule rule, String path, String first, String second) {
        assertThat(SecretRule.in(path, first + second)).contains(rule);
        assertThat(SecretRule.in(path, first)).doesNotContain(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "application.properties, quarkus.datasource.readers.password=${quarkus.datasource.password}",
        "a.yaml, '  password: $(POSTGRES_PASSWORD)'",
        "a.md, https://example.com/path:with-colon@2",
        "A.java, 'record Key(String apiKey, String secretKey) {}'"
    })
    void aReferenceToASecretIsNone(String path, String line) {
        assertThat(SecretRule.in(path, line)).isEmpty();
    }

    /** Reads {@code path rule: reason}. */
    private static Map<String, String> allowed() {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String line : ProjectTree.lines(ALLOWED)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                int colon = line.indexOf(": ");
                entries.put(line.substring(0, colon), line.substring(colon + 2).strip());
            }
        }
        return entries;
    }
}
