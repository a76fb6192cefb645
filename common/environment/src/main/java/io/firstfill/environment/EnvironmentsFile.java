package io.firstfill.environment;

import io.firstfill.contract.id.EnvironmentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The environments of a deployment, with what they share, as {@code environments.yaml} states them. Nothing unknown is
 * read over: a misspelt ceiling is a refusal, not a missing one.
 *
 * @param environments in the order of the file, at least one
 * @param properties the settings of the services that the file stands for, by their full names
 */
public record EnvironmentsFile(List<DeclaredEnvironment> environments, Map<String, String> properties) {
    private static final String ENVIRONMENTS = "environments";
    private static final String EGRESS = "egress";
    private static final String QUOTES = "quotes";
    private static final String NOTIFICATIONS = "notifications";

    public EnvironmentsFile {
        environments = List.copyOf(environments);
        properties = Map.copyOf(properties);
    }

    /** @throws EnvironmentsFileException when the file is missing, malformed, or would start something dangerous */
    public static EnvironmentsFile read(Path file) {
        try {
            return parse(String.valueOf(file.getFileName()), Files.readString(file));
        } catch (IOException e) {
            throw new EnvironmentsFileException("Cannot read the environments file " + file + ".", e);
        }
    }

    /**
     * Parses the text of a file.
     *
     * @param file the name that faults are told with
     * @throws EnvironmentsFileException with the file, the line and the field
     */
    public static EnvironmentsFile parse(String file, String text) {
        YamlMapping top = YamlMapping.parse(file, text);
        top.requireKnown(List.of(ENVIRONMENTS, EGRESS, QUOTES));
        Map<String, String> properties = new LinkedHashMap<>();
        List<DeclaredEnvironment> environments = new ArrayList<>();
        YamlMapping named = top.mapping(ENVIRONMENTS)
                .orElseThrow(() -> new EnvironmentsFileException(file + " has no environments."));
        for (String name : named.keys()) {
            environments.add(environment(named, name, properties));
        }
        if (environments.isEmpty()) {
            throw new EnvironmentsFileException(file + " has no environments.");
        }
        top.mapping(EGRESS)
                .ifPresent(egress -> egress.settings(Section.EGRESS)
                        .forEach((key, value) -> properties.put("firstfill.egress." + key, value)));
        top.list(QUOTES, ValueKind.TEXT).ifPresent(quotes -> properties.put("firstfill.scanner.quotes", quotes));
        return new EnvironmentsFile(environments, properties);
    }

    /** Returns the environment with the name, or says which there are. */
    public DeclaredEnvironment require(String name) {
        return find(name)
                .orElseThrow(() -> new EnvironmentsFileException(
                        "There is no environment " + name + "; there are " + String.join(", ", names()) + "."));
    }

    public Optional<DeclaredEnvironment> find(String name) {
        return environments.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    public List<String> names() {
        return environments.stream().map(DeclaredEnvironment::name).toList();
    }

    private static DeclaredEnvironment environment(YamlMapping named, String name, Map<String, String> properties) {
        try {
            EnvironmentId.of(name);
        } catch (IllegalArgumentException e) {
            throw named.fault(name, "is no name of an environment: 1 to 32 of a-z, 0-9 and -, a letter first", e);
        }
        YamlMapping stated = named.requireMapping(name);
        stated.mapping(NOTIFICATIONS)
                .ifPresent(
                        targets -> targets.keys().forEach(target -> notifications(targets, target, name, properties)));
        SequencedMap<String, String> settings = stated.without(NOTIFICATIONS).settings(Section.ENVIRONMENT);
        DeclaredEnvironment environment = new DeclaredEnvironment(name, settings);
        environment.refusal().ifPresent(refusal -> {
            throw new EnvironmentsFileException(refusal + ".");
        });
        settings.forEach((key, value) -> properties.put("firstfill.environments." + name + "." + key, value));
        return environment;
    }

    private static void notifications(
            YamlMapping targets, String target, String environment, Map<String, String> properties) {
        if (!target.matches("[a-z][a-z0-9-]{0,31}")) {
            throw targets.fault(target, "is no name of a target: 1 to 32 of a-z, 0-9 and -, a letter first", null);
        }
        String prefix = "firstfill.notifications.targets." + environment + "." + target + ".";
        targets.requireMapping(target)
                .settings(Section.TARGET)
                .forEach((key, value) -> properties.put(prefix + key, value));
    }
}
