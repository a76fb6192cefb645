package io.firstfill.testkit.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An OpenAPI document, and the committed file of it that clients are generated from. */
public final class ApiDescription {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final String FOLDER = "control-service/src/main/webui/openapi";

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();

    private ApiDescription(JsonNode document) {
        this.document = document;
        String server = server();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .map(entry -> Operation.of(server + path.getKey(), entry.getKey(), entry.getValue()))
                        .forEach(operations::add));
        operations.sort(Comparator.comparingLong(Operation::variables));
    }

    /**
     * One operation of a document.
     *
     * @param path as it is called, with names in braces
     * @param matches the paths that are its own
     */
    public record Operation(String method, String path, Pattern matches, JsonNode description) {
        private static Operation of(String path, String method, JsonNode description) {
            String pattern = Pattern.quote(path).replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q");
            return new Operation(method.toUpperCase(Locale.ROOT), path, Pattern.compile(pattern), description);
        }

        /** The number of variable parts of the path; the path with the fewest names an operation that two match. */
        private long variables() {
            return path.chars().filter(c -> c == '{').count();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    public static ApiDescription of(String json) {
        try {
            return new ApiDescription(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    /** Reads the committed file of the API that serves a path, such as {@code /api/control/v1/runs}. */
    public static ApiDescription committedBehind(String path) {
        return committed(path.split("/", -1)[2]);
    }

    /** Reads the committed file of an API, {@code control} or {@code ledger}. */
    public static ApiDescription committed(String api) {
        try {
            return of(Files.readString(file(api)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Fails with each place that differs unless the committed file says what the service serves. With
     * {@code -Dopenapi.write=true} the file is written anew; that run fails, so that somebody reads the difference.
     */
    public void assertCommittedAs(String api) {
        if (Boolean.getBoolean("openapi.write")) {
            write(api);
            throw new AssertionError(
                    "Wrote " + file(api) + ". Read the difference, and run again without openapi.write");
        }
        List<String> differences = DocumentDifference.between(committed(api).document, document);
        if (!differences.isEmpty()) {
            throw new AssertionError(
                    file(api) + " is not what the service serves:\n  " + String.join("\n  ", differences)
                            + "\nWrite it anew: run this test with -Dopenapi.write=true, and commit the file");
        }
    }

    private void write(String api) {
        try {
            Files.writeString(file(api), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tests run in the directory of their module. */
    private static Path file(String api) {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve(FOLDER))) {
            at = Optional.ofNullable(at.getParent())
                    .orElseThrow(() -> new IllegalStateException("no " + FOLDER + " above the module"));
        }
        return at.resolve(FOLDER).resolve(api + ".json");
    }

    public JsonNode document() {
        return document;
    }

    /** The path of the API behind the gateway. */
    public String server() {
        return document.at("/servers/0/url").asText();
    }

    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** Returns the operation that serves a request. */
    public Optional<Operation> operation(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.method().equals(method))
                .filter(operation -> operation.matches().matcher(path).matches())
                .findFirst();
    }

    /** Follows a reference; what is none is returned as it is. */
    public JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? resolved(document.at(node.get("$ref").asText().substring(1))) : node;
    }
}
