package io.firstfill.testkit.document;

import java.util.NavigableSet;

/**
 * A family of metrics by its name in the exposition format; a counter's name ends in {@code _total}.
 *
 * @param type counter, gauge, histogram or summary
 * @param labels without those of the format itself, {@code le} and {@code quantile}
 */
public record MetricFamily(String name, String type, NavigableSet<String> labels) {}
