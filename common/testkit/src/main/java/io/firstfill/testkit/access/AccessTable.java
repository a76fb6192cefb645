package io.firstfill.testkit.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who may call which endpoint. One line an endpoint: method, path as in the OpenAPI document, then the roles, or
 * {@code everybody} where no token is needed.
 *
 * <pre>
 * GET /api/control/v1/runs viewer operator risk
 * </pre>
 */
public final class AccessTable {
    public static final Set<String> ROLES = Set.of("viewer", "operator", "risk");

    private static final String EVERYBODY = "everybody";
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch", "head", "options");

    private final Map<String, Set<String>> rolesByEndpoint;

    private AccessTable(Map<String, Set<String>> rolesByEndpoint) {
        this.rolesByEndpoint = rolesByEndpoint;
    }

    public static AccessTable of(String lines) {
        Map<String, Set<String>> table = new TreeMap<>();
        lines.lines().filter(line -> !line.isBlank()).forEach(line -> {
            List<String> words = List.of(line.strip().split(" +"));
            Set<String> roles = Set.copyOf(words.subList(2, words.size()));
            if (!roles.equals(Set.of(EVERYBODY)) && (roles.isEmpty() || !ROLES.containsAll(roles))) {
                throw new IllegalArgumentException(line);
            }
            table.put(words.get(0) + " " + words.get(1), roles);
        });
        return new AccessTable(table);
    }

    /** The endpoints that an OpenAPI document in JSON lists, as the table writes them: with the path of its server. */
    public static Set<String> endpoints(String openApi) {
        Set<String> endpoints = new TreeSet<>();
        try {
            JsonNode document = new ObjectMapper().readTree(openApi);
            String server = document.at("/servers/0/url").asText();
            document.path("paths")
                    .properties()
                    .forEach(path -> METHODS.stream()
                            .filter(path.getValue()::has)
                            .forEach(method ->
                                    endpoints.add(method.toUpperCase(Locale.ROOT) + " " + server + path.getKey())));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
        return endpoints;
    }

    public Set<String> endpoints() {
        return rolesByEndpoint.keySet();
    }

    public Set<String> roles(String endpoint) {
        return rolesByEndpoint.getOrDefault(endpoint, Set.of());
    }

    public boolean isOpen(String endpoint) {
        return roles(endpoint).contains(EVERYBODY);
    }

    /** The roles that may not call the endpoint. */
    public Set<String> others(String endpoint) {
        return ROLES.stream().filter(role -> !roles(endpoint).contains(role)).collect(Collectors.toSet());
    }
}
