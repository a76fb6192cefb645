package io.firstfill.environment;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * One environment as the file declares it.
 *
 * @param settings its settings by key, those of a section as {@code ceilings.spend}
 */
public record DeclaredEnvironment(String name, Map<String, String> settings) {
    public DeclaredEnvironment {
        settings = Map.copyOf(settings);
    }

    /** Returns whether its orders move real money. */
    public boolean live() {
        return "LIVE".equals(settings.get("mode"));
    }

    public URI restUri() {
        return URI.create(settings.getOrDefault("rest-uri", ""));
    }

    public URI webUri() {
        return URI.create(settings.getOrDefault("web-uri", ""));
    }

    public Optional<URI> wsUri() {
        return Optional.ofNullable(settings.get("ws-uri")).map(URI::create);
    }

    /** The path of the exchange credentials in the KV v2 engine. */
    public Optional<String> vaultPath() {
        return Optional.ofNullable(settings.get("vault-path"));
    }

    Optional<String> refusal() {
        return EnvironmentRules.refusal(
                name, live(), restUri(), webUri(), wsUri(), settings.containsKey("ceilings.spend"));
    }
}
