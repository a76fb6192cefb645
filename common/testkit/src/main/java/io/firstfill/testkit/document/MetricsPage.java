package io.firstfill.testkit.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The page {@code common/doc/METRICS.md}: a section for each service, with a table of its metrics in the columns name,
 * type, unit, labels and meaning.
 */
public final class MetricsPage {
    /** What all our metrics begin with. */
    public static final String PREFIX = "firstfill_";

    private static final String PATH = "common/doc/METRICS.md";
    private static final int COLUMNS = 5;

    private final Map<String, Map<String, MetricFamily>> sections;

    private MetricsPage(Map<String, Map<String, MetricFamily>> sections) {
        this.sections = sections;
    }

    public static MetricsPage read() {
        return of(ProjectTree.lines(PATH));
    }

    static MetricsPage of(List<String> lines) {
        Map<String, Map<String, MetricFamily>> sections = new LinkedHashMap<>();
        Map<String, MetricFamily> section = new LinkedHashMap<>();
        for (String line : lines) {
            if (line.startsWith("## ")) {
                section = new LinkedHashMap<>();
                sections.put(line.substring("## ".length()), section);
            } else if (line.startsWith("| `")) {
                MetricFamily family = family(line);
                if (section.put(family.name(), family) != null) {
                    throw new IllegalStateException(PATH + " lists a metric twice: " + family.name());
                }
            }
        }
        return new MetricsPage(sections);
    }

    private static MetricFamily family(String row) {
        List<String> cells =
                Arrays.stream(row.split("\\|", -1)).map(String::strip).toList();
        if (cells.size() != COLUMNS + 2 || cells.get(5).isEmpty()) {
            throw new IllegalStateException(PATH + " has a row without name, type, unit, labels and meaning: " + row);
        }
        NavigableSet<String> labels = Arrays.stream(cells.get(4).split(",", -1))
                .map(label -> label.replace("`", "").strip())
                .filter(label -> !label.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        return new MetricFamily(cells.get(1).replace("`", ""), cells.get(2), labels);
    }

    /** Returns the names of all metrics, of every section. */
    public Set<String> names() {
        return sections.values().stream()
                .flatMap(section -> section.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Compares the section of a service with the answer of its {@code /q/metrics}, in both directions.
     *
     * @return a sentence for each difference; empty when there is none
     */
    public List<String> differences(String service, String exposed) {
        Map<String, MetricFamily> listed = sections.getOrDefault(service, Map.of());
        Map<String, MetricFamily> found = Exposition.families(exposed);
        List<String> differences = new ArrayList<>();
        found.forEach((name, family) -> {
            if (name.startsWith(PREFIX) && !family.equals(listed.get(name))) {
                differences.add("exposed: " + family + ", on the page: " + listed.get(name));
            }
        });
        listed.keySet().stream()
                .filter(name -> !found.containsKey(name))
                .forEach(name -> differences.add("on the page and not exposed: " + name));
        return differences;
    }
}
