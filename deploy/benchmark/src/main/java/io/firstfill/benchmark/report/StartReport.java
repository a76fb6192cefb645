package io.firstfill.benchmark.report;

import io.firstfill.benchmark.result.Percentiles;
import io.firstfill.benchmark.start.ServiceStarts;
import java.util.List;
import java.util.OptionalLong;

/** Writes what was measured about the starts of the services as a report in Markdown. */
public final class StartReport {
    private static final long LIMIT_MICROS = 3_000_000;
    /** Its readiness waits for the lease and for the warm-up, which the limit leaves out. */
    private static final String TRADER = "trader-service";

    private static final String SCANNER = "scanner-service";
    private static final long KIBIBYTES = 1024;
    private static final long MICROS_A_MILLI = 1_000;

    private StartReport() {}

    public static String of(Conditions conditions, List<ServiceStarts> all) {
        Markdown text = new Markdown()
                .heading(1, "Starts of the services")
                .paragraph("Medians, and the longest in brackets, in ms from the start of the process, everything that"
                        + " the service depends on being ready. Serving: its health check answers. Ready: to within the"
                        + " 150 ms between two questions. The trader is ready after the wait for its lease and its"
                        + " warm-up, the scanner after its warm-up.")
                .table(
                        List.of("service", "AOT cache", "serving", "ready", "resident MiB", "in less than 3 s"),
                        all.stream().map(StartReport::row).toList())
                .heading(2, "Conditions");
        conditions.entries().forEach((name, value) -> text.item(name + ": " + value));
        return text.toString();
    }

    private static List<String> row(ServiceStarts starts) {
        boolean excluded = starts.service().equals(TRADER) || starts.service().equals(SCANNER);
        OptionalLong judged = (excluded ? starts.serving() : starts.ready()).median();
        return List.of(
                starts.service(),
                starts.cached() ? "yes" : "no",
                millis(starts.serving()),
                millis(starts.ready()),
                Long.toString(starts.residentKibibytes().median().orElse(0) / KIBIBYTES),
                judged.orElse(Long.MAX_VALUE) < LIMIT_MICROS ? "PASS" : "FAIL");
    }

    private static String millis(Percentiles of) {
        return of.median().orElse(0) / MICROS_A_MILLI + " ("
                + of.percentile(100).orElse(0) / MICROS_A_MILLI + ")";
    }
}
