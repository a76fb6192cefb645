package io.firstfill.environment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a mapping of the environments file may hold.
 *
 * @param values single values by key
 * @param lists lists of values by key
 * @param sections mappings by key
 * @param required the keys that may not be left out
 */
record Section(
        SequencedMap<String, ValueKind> values,
        Map<String, ValueKind> lists,
        Map<String, Section> sections,
        List<String> required) {
    static final Section CEILINGS = new Section(
            values(
                    "quote-amount", ValueKind.AMOUNT,
                    "spend", ValueKind.AMOUNT,
                    "trades-per-hour", ValueKind.COUNT,
                    "spend-per-day", ValueKind.AMOUNT,
                    "concurrent-listings", ValueKind.COUNT,
                    "open-positions", ValueKind.COUNT,
                    "loss-per-day", ValueKind.AMOUNT,
                    "consecutive-failures", ValueKind.COUNT),
            Map.of(),
            Map.of(),
            List.of("quote-amount", "spend", "trades-per-hour"));

    static final Section ENVIRONMENT = new Section(
            values(
                    "mode", ValueKind.MODE,
                    "rest-uri", ValueKind.ADDRESS,
                    "web-uri", ValueKind.ADDRESS,
                    "ws-uri", ValueKind.ADDRESS,
                    "vault-path", ValueKind.TEXT,
                    "egress-address", ValueKind.IP),
            Map.of("polling-addresses", ValueKind.IP),
            Map.of("ceilings", CEILINGS),
            List.of("mode", "rest-uri", "web-uri"));

    /** A target of notifications. Its address and its keys are in Vault. */
    static final Section TARGET = new Section(
            values("format", ValueKind.FORMAT, "severity", ValueKind.SEVERITY, "vault-path", ValueKind.TEXT),
            Map.of("events", ValueKind.EVENT),
            Map.of(),
            List.of("format"));

    private static final Section SHARES =
            new Section(values("scanner", ValueKind.COUNT, "trader", ValueKind.COUNT), Map.of(), Map.of(), List.of());

    static final Section EGRESS = new Section(
            values(
                    "orders", ValueKind.COUNT,
                    "signed", ValueKind.COUNT,
                    "requests", ValueKind.COUNT,
                    "weight", ValueKind.COUNT,
                    "surprise", ValueKind.COUNT,
                    "web", ValueKind.COUNT,
                    "exchange-info-pause", ValueKind.TIME,
                    "throttle-pause", ValueKind.TIME,
                    "longest-throttle", ValueKind.TIME),
            Map.of(),
            Map.of("shares", SHARES),
            List.of());

    /** All keys that the mapping may have, sorted. */
    Set<String> keys() {
        Set<String> keys = new TreeSet<>(values.keySet());
        keys.addAll(lists.keySet());
        keys.addAll(sections.keySet());
        return keys;
    }

    /** @param pairs key and kind, alternately */
    private static SequencedMap<String, ValueKind> values(Object... pairs) {
        SequencedMap<String, ValueKind> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], (ValueKind) pairs[i + 1]);
        }
        return values;
    }
}
