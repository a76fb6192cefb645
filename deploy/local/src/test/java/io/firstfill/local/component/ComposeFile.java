package io.firstfill.local.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** A compose file, read strictly: a key given twice, or one that this reader does not know, is an error. */
record ComposeFile(Map<String, Map<String, Object>> services, Set<String> volumes) {
    private static final Set<String> TOP = Set.of("name", "services", "volumes");
    private static final Set<String> SERVICE = Set.of(
            "image",
            "command",
            "entrypoint",
            "environment",
            "ports",
            "volumes",
            "depends_on",
            "healthcheck",
            "user",
            "read_only",
            "tmpfs",
            "cap_add",
            "cap_drop",
            "security_opt",
            "restart");
    private static final Set<String> CONDITIONS =
            Set.of("service_started", "service_healthy", "service_completed_successfully");

    static ComposeFile read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    static ComposeFile parse(String text) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        Map<String, Object> top = new Yaml(strict).load(text);
        assertThat(top.keySet().stream().filter(key -> !key.startsWith("x-")).collect(Collectors.toSet()))
                .as("top level")
                .isSubsetOf(TOP);
        Map<String, Map<String, Object>> services = new TreeMap<>();
        object(top.get("services")).forEach((name, service) -> services.put(name, checked(name, object(service))));
        return new ComposeFile(services, object(top.get("volumes")).keySet());
    }

    private static Map<String, Object> checked(String name, Map<String, Object> service) {
        assertThat(service.keySet()).as("services." + name).isSubsetOf(SERVICE);
        assertThat(object(service.get("healthcheck")).keySet())
                .as("services." + name + ".healthcheck")
                .isSubsetOf("test", "interval", "timeout", "retries", "start_period");
        object(service.get("depends_on")).forEach((other, how) -> {
            assertThat(object(how).keySet())
                    .as("services." + name + ".depends_on." + other)
                    .containsExactly("condition");
            assertThat(object(how).get("condition")).isIn(CONDITIONS);
        });
        return service;
    }

    String image(String service) {
        return String.valueOf(services.getOrDefault(service, Map.of()).get("image"));
    }

    Map<String, String> environment(String service) {
        Map<String, String> environment = new TreeMap<>();
        part(service, "environment").forEach((name, value) -> environment.put(name, String.valueOf(value)));
        return environment;
    }

    Map<String, Object> part(String service, String name) {
        return object(services.getOrDefault(service, Map.of()).get(name));
    }

    List<String> list(String service, String name) {
        Object list = services.getOrDefault(service, Map.of()).get(name);
        return list instanceof Collection<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
