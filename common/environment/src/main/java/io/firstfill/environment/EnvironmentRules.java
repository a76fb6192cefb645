package io.firstfill.environment;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rules about an environment whose breach could lose money. Launcher and services keep to the same. */
public final class EnvironmentRules {
    private static final List<String> DOMAINS = List.of("mexc.com", "mexc.co");

    private EnvironmentRules() {}

    /**
     * Says why an environment must not be started; empty when it may be.
     *
     * @param live whether its orders move real money
     * @param stream the address of the push streams, if it has any
     * @param ceilings whether it has hard limits
     */
    public static Optional<String> refusal(
            String name, boolean live, URI rest, URI web, Optional<URI> stream, boolean ceilings) {
        return (live ? ofLive(rest, web, stream, ceilings) : ofPaper(rest, web, stream))
                .map(reason -> "Environment " + name + " is " + reason);
    }

    private static Optional<String> ofPaper(URI rest, URI web, Optional<URI> stream) {
        if (isExchange(rest)) {
            return Optional.of("PAPER but its rest-uri is the live exchange");
        }
        if (isExchange(web)) {
            return Optional.of("PAPER but its web-uri is the live exchange");
        }
        return stream.filter(uri -> uri.getHost() == null || isExchange(uri))
                .map(uri -> "PAPER but its ws-uri is the live exchange");
    }

    private static Optional<String> ofLive(URI rest, URI web, Optional<URI> stream, boolean ceilings) {
        if (!ceilings) {
            return Optional.of("LIVE without ceilings");
        }
        if (!"https".equals(rest.getScheme())) {
            return Optional.of("LIVE without https");
        }
        if (!"https".equals(web.getScheme())) {
            return Optional.of("LIVE without https for its web-uri");
        }
        return stream.filter(uri -> !"wss".equals(uri.getScheme())).map(uri -> "LIVE without wss");
    }

    private static boolean isExchange(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        String name = host.replaceFirst("\\.$", "");
        return DOMAINS.stream().anyMatch(domain -> name.equals(domain) || name.endsWith("." + domain));
    }
}
