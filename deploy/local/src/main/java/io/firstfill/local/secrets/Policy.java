package io.firstfill.local.secrets;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules by which a token may read, write or delete secrets. What no rule allows is refused. */
public record Policy(String name, List<Rule> rules) {
    public Policy {
        rules = List.copyOf(rules);
    }

    boolean allows(Capability capability, String path) {
        return rules.stream().anyMatch(rule -> rule.allows(capability, path));
    }

    /** The capabilities that this stand-in distinguishes; Vault has more. */
    public enum Capability {
        READ,
        WRITE,
        DELETE
    }

    /**
     * Allows some capabilities on the paths that match a pattern.
     *
     * @param pattern a path where {@code +} stands for one segment and a final {@code *} for any remainder
     */
    public record Rule(String pattern, Set<Capability> capabilities) {
        public Rule {
            capabilities = Set.copyOf(capabilities);
        }

        boolean allows(Capability capability, String path) {
            return capabilities.contains(capability)
                    && expression().matcher(path).matches();
        }

        private Pattern expression() {
            boolean anyRemainder = pattern.endsWith("*");
            String fixed = anyRemainder ? pattern.substring(0, pattern.length() - 1) : pattern;
            String quoted = Pattern.quote(fixed).replace("+", "\\E[^/]+\\Q");
            return Pattern.compile(quoted + (anyRemainder ? ".*" : ""));
        }
    }
}
