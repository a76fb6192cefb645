package io.firstfill.local.secrets;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a token may do where. Nothing is allowed that no rule allows. */
public record Policy(String name, List<Rule> rules) {
    public Policy {
        rules = List.copyOf(rules);
    }

    boolean allows(Capability capability, String path) {
        return rules.stream().anyMatch(rule -> rule.allows(capability, path));
    }

    /** The capabilities of Vault this stand-in tells apart. */
    public enum Capability {
        READ,
        WRITE,
        DELETE
    }

    /** @param pattern a path where {@code +} stands for one segment and a final {@code *} for any rest */
    public record Rule(String pattern, Set<Capability> capabilities) {
        public Rule {
            capabilities = Set.copyOf(capabilities);
        }

        boolean allows(Capability capability, String path) {
            return capabilities.contains(capability)
                    && expression().matcher(path).matches();
        }

        private Pattern expression() {
            boolean open = pattern.endsWith("*");
            String fixed = open ? pattern.substring(0, pattern.length() - 1) : pattern;
            String quoted = Pattern.quote(fixed).replace("+", "\\E[^/]+\\Q");
            return Pattern.compile(quoted + (open ? ".*" : ""));
        }
    }
}
