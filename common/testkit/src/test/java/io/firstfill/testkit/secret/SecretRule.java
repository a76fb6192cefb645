package io.firstfill.testkit.secret;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a secret looks like in a file. */
enum SecretRule {
    PRIVATE_KEY("-----BEGIN [A-Z ]*PRIVATE KEY-----"),
    CLOUD_KEY("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b|\\bAIza[0-9A-Za-z_-]{35}\\b"),
    CODE_HOST_TOKEN("\\bgh[pousr]_[A-Za-z0-9]{36}\\b|\\bgithub_pat_\\w{22,}|\\bglpat-[A-Za-z0-9_-]{20,}"),
    CHAT_TOKEN("\\bxox[abprs]-[A-Za-z0-9-]{10,}"),
    VAULT_TOKEN("\\bhv[sbr]\\.[A-Za-z0-9_-]{20,}"),
    ACCESS_TOKEN("\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}"),
    /** The exchange's keys begin so. */
    EXCHANGE_KEY("\\bmx0[A-Za-z0-9]{10,}\\b"),
    /** Secrets of the exchange and of others. A digest of an image begins with its algorithm and is public. */
    HEXADECIMAL("(?<![0-9a-fA-F])(?<!sha256[:-])(?:[0-9a-f]{32}|[0-9a-f]{64})(?![0-9a-fA-F])"),
    URL_PASSWORD("://[^/\\s:@\"'${}]+:[^/\\s:@\"'${}]+@"),
    QUOTED("(?i)(?:password|passwd|passphrase|secret|api[-_]?key|access[-_]?key|token)[\"']?\\s*[:=,]\\s*"
            + "[\"'][A-Za-z0-9+/=_.-]{16,}[\"']"),
    /** Settings have no quotes; a reference begins with a dollar sign. */
    SETTING("(?i)^[ A-Za-z0-9_.\"-]*(?:password|passphrase|secret[-_.]?(?:key|id)|api[-_.]?key|token)\\s*[=:]\\s*"
            + "[^\\s$\"'#{<|>%][^\\s\"'#{]{11,}$") {
        @Override
        boolean appliesTo(String path) {
            return List.of(".properties", ".yaml", ".yml", ".env", ".hcl", ".conf").stream()
                    .anyMatch(path::endsWith);
        }
    };

    private final Pattern pattern;

    SecretRule(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** Returns whether the rule looks at a file of this path. */
    boolean appliesTo(String path) {
        return true;
    }

    private boolean finds(String line) {
        return pattern.matcher(line).find();
    }

    /** Returns the rules that find something in the line. */
    static List<SecretRule> in(String path, String line) {
        return Arrays.stream(values())
                .filter(rule -> rule.appliesTo(path) && rule.finds(line))
                .toList();
    }

    /** The name in the list of what is allowed. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
