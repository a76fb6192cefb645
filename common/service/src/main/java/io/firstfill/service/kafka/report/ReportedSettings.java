package io.firstfill.service.kafka.report;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Chooses the settings that are reported for an environment: those of a list of prefixes and, of the environment
 * itself, its mode and its ceilings. A name that could stand for a secret or an address, which may hold one, is never
 * reported, whatever the list says.
 */
final class ReportedSettings {
    /** Far below the largest record, with every setting of a service. */
    private static final int LONGEST_VALUE = 500;

    private static final Pattern NEVER = Pattern.compile(
            "(^|[.-])(secrets?|passwords?|passphrases?|tokens?|keys?|vault|uri|url|user|username)([.-]|$)");
    /** Where a key is a pair's, and no secret. */
    private static final Pattern HARMLESS = Pattern.compile("deny-pairs-missing-from-key");

    private final List<String> prefixes;

    ReportedSettings(List<String> prefixes) {
        this.prefixes = List.copyOf(prefixes);
    }

    /**
     * @param names of all settings
     * @param value returns the value of a setting; empty where it is not set
     */
    Map<String, String> of(
            EnvironmentId environment, Collection<String> names, Function<String, Optional<String>> value) {
        Map<String, String> reported = new TreeMap<>();
        names.stream()
                .filter(name -> isChosen(environment, name))
                .forEach(name -> value.apply(name)
                        .ifPresent(text -> reported.put(plain(name), Texts.clean(text, LONGEST_VALUE))));
        return reported;
    }

    private boolean isChosen(EnvironmentId environment, String name) {
        String own = "firstfill.environments." + environment + ".";
        String plain = plain(name);
        boolean named = plain.equals(own + "mode")
                || plain.startsWith(own + "ceilings.")
                || prefixes.stream().anyMatch(plain::startsWith);
        String bare = HARMLESS.matcher(plain).replaceAll("");
        return named && !NEVER.matcher(bare.toLowerCase(Locale.ROOT)).find();
    }

    private static String plain(String name) {
        return name.replace("\"", "");
    }
}
