package io.firstfill.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.local.secrets.Policy.Capability;
import io.firstfill.local.secrets.Policy.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Proves that the stand-in's roles may do what the policies for a real Vault allow, and that these allow no more. */
class PolicyFilesTest {
    private static final Path POLICIES = Path.of("..", "vault", "policies");
    private static final Pattern RULE =
            Pattern.compile("path \"([^\"]+)\" \\{\\s*capabilities = \\[([^\\]]*)\\]\\s*\\}");

    @Test
    void theStandInsRolesHaveThePoliciesOfTheFiles() throws IOException {
        assertThat(rules("trader-service")).isEqualTo(rules(LocalSecrets.READ_CREDENTIALS));
        assertThat(rules("ledger-service")).isEqualTo(rules(LocalSecrets.READ_NOTIFICATIONS));
        assertThat(rules("rotator")).isEqualTo(rules(LocalSecrets.ROTATE_CREDENTIALS));
    }

    @Test
    void onlyTheTraderMayReadAnExchangeKeyAndOnlyItsOwnPath() throws IOException {
        try (Stream<Path> files = Files.list(POLICIES)) {
            assertThat(files.map(file -> POLICIES.relativize(file).toString()))
                    .containsExactlyInAnyOrder("trader-service.hcl", "ledger-service.hcl", "rotator.hcl");
        }
        assertThat(rules("trader-service")).isEqualTo(Map.of("secret/data/firstfill/+/mexc", Set.of(Capability.READ)));
        assertThat(rules("ledger-service").keySet())
                .containsExactlyInAnyOrder(
                        "secret/data/firstfill/ledger/postgres", "secret/data/firstfill/+/notifications/+");
        assertThat(rules("rotator").get("secret/data/firstfill/+/notifications/+"))
                .doesNotContain(Capability.READ);
        assertThat(rules("rotator").get("secret/data/firstfill/+/mexc")).doesNotContain(Capability.READ);
    }

    private static Map<String, Set<Capability>> rules(Policy policy) {
        return policy.rules().stream().collect(Collectors.toMap(Rule::pattern, Rule::capabilities));
    }

    /** Reads the rules of a file, and fails on anything in it that is neither a rule nor a comment. */
    private static Map<String, Set<Capability>> rules(String role) throws IOException {
        String text = Files.readString(POLICIES.resolve(role + ".hcl")).replaceAll("(?m)^#.*$", "");
        assertThat(RULE.matcher(text).replaceAll("")).isBlank();
        return RULE.matcher(text)
                .results()
                .collect(Collectors.toMap(rule -> rule.group(1), PolicyFilesTest::capabilities));
    }

    private static Set<Capability> capabilities(MatchResult rule) {
        List<String> names = Stream.of(rule.group(2).split(",", -1))
                .map(name -> name.strip().replace("\"", ""))
                .toList();
        return names.stream()
                .map(name -> switch (name) {
                    case "read" -> Capability.READ;
                    case "create", "update" -> Capability.WRITE;
                    case "delete" -> Capability.DELETE;
                    default -> throw new AssertionError("The stand-in knows no capability " + name);
                })
                .collect(Collectors.toSet());
    }
}
