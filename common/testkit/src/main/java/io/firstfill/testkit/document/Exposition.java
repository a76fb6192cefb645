package io.firstfill.testkit.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@code /q/metrics} answers, in the text format of Prometheus or of OpenMetrics. */
final class Exposition {
    private static final Pattern TYPE = Pattern.compile("# TYPE (\\w+) (\\w+)");
    private static final Pattern SAMPLE = Pattern.compile("(\\w+)(?:\\{(.*)})? \\S+.*");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern PART = Pattern.compile("_(?:bucket|count|sum)$");
    private static final String MAX = "_max";

    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<String, NavigableSet<String>> labels = new LinkedHashMap<>();

    private Exposition() {}

    /** Returns the families by name; the gauge of a timer's maximum belongs to the timer. */
    static Map<String, MetricFamily> families(String text) {
        Exposition exposition = new Exposition();
        text.lines().forEach(exposition::read);
        Map<String, MetricFamily> families = new LinkedHashMap<>();
        exposition.types.forEach((name, type) -> {
            if (!exposition.isMaximum(name)) {
                families.put(name, new MetricFamily(name, type, exposition.labels.getOrDefault(name, new TreeSet<>())));
            }
        });
        return families;
    }

    private boolean isMaximum(String name) {
        return name.endsWith(MAX) && types.containsKey(name.substring(0, name.length() - MAX.length()));
    }

    private void read(String line) {
        Matcher type = TYPE.matcher(line);
        Matcher sample = SAMPLE.matcher(line);
        if (type.matches()) {
            boolean bare = type.group(2).equals("counter") && !type.group(1).endsWith("_total");
            types.put(type.group(1) + (bare ? "_total" : ""), type.group(2));
        } else if (!line.startsWith("#") && sample.matches()) {
            String name = sample.group(1);
            String family = types.containsKey(name) ? name : PART.matcher(name).replaceFirst("");
            NavigableSet<String> known = labels.computeIfAbsent(family, _ -> new TreeSet<>());
            if (sample.group(2) != null) {
                LABEL.matcher(sample.group(2))
                        .results()
                        .map(label -> label.group(1))
                        .filter(label -> !label.equals("le") && !label.equals("quantile"))
                        .forEach(known::add);
            }
        }
    }
}
