package io.firstfill.testkit.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The rules about names that were left behind. */
final class NameChecks {
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|interface|enum)\\s+([A-Z]\\w*)");
    private static final Pattern KEY = Pattern.compile("^\\s*([^#!=\\s][^=:\\s]*)\\s*[=:]");

    /** Parts of keys, with what the key says today. */
    private static final Map<String, String> KEYS = Map.of(
            "firstfill.exit.", "firstfill.egress.",
            "firstfill.membership.", "firstfill.lease.",
            "inbox.remembered", "inbox.replay-only-topics",
            "worthwhile-rest", "min-retry-fraction",
            "rehearsal", "warm-up");

    private NameChecks() {}

    static List<Breach> types(SourceTree module) {
        List<Breach> found = new ArrayList<>();
        for (SourceFile file : module.java()) {
            List<String> code = file.code();
            for (int i = 0; i < code.size(); i++) {
                String place = file.place(i + 1);
                TYPE.matcher(code.get(i))
                        .results()
                        .map(match -> match.group(1))
                        .forEach(name -> LeftBehind.find(name, file.module())
                                .ifPresent(word -> found.add(new Breach(name, place, name + ": " + word.advice()))));
            }
        }
        return found;
    }

    /** Values are not looked at: topics keep their names. */
    static List<Breach> settings(SourceTree module) {
        List<Breach> found = new ArrayList<>();
        for (SourceFile file : module.settings()) {
            List<String> lines = file.lines();
            for (int i = 0; i < lines.size(); i++) {
                String place = file.place(i + 1);
                KEY.matcher(lines.get(i))
                        .results()
                        .map(match -> match.group(1))
                        .forEach(key -> KEYS.forEach((old, today) -> {
                            if (key.contains(old)) {
                                found.add(new Breach(key, place, key + ": write " + today + " for " + old));
                            }
                        }));
            }
        }
        return found;
    }
}
