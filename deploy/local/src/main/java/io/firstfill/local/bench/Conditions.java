package io.firstfill.local.bench;

import io.firstfill.local.ServiceName;
import io.vertx.core.impl.launcher.commands.VersionCommand;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * On what the figures were taken; without it they say nothing.
 *
 * @param known by name, in the order of the report
 * @param begun what the processors had done before
 */
record Conditions(SequencedMap<String, String> known, Optional<ProcessorTime> begun) {
    static Conditions now(BenchOptions options, Instant begin) {
        SequencedMap<String, String> known = new LinkedHashMap<>();
        known.put("begun", begin.toString());
        known.put("commit", commit(options.stack().project()));
        known.put("machine", machine());
        known.put("load average before (1 min)", loadAverage());
        known.put("JVM", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        known.put("trader's JVM flags", flags(options));
        known.put(
                "versions", "Vert.x " + VersionCommand.getVersion() + ", kafka-clients " + AppInfoParser.getVersion());
        known.put("listings", options.volume().toString());
        known.put("seed", Long.toString(options.seed()));
        known.put(
                "settings",
                "buys of " + TradingRun.QUOTE_AMOUNT
                        + " USDT, style MARKET, no cap in reach; openings 1.1 s apart, announced 45 s"
                        + " ahead (the first ones 30 s); defaults of the local stack otherwise");
        known.put(
                "simulator",
                "no faults, no network delay or jitter; what has opened stays listed, its market maker quotes once and rests");
        return new Conditions(known, ProcessorTime.now());
    }

    /** With what can be known only at the end. */
    Conditions afterwards() {
        SequencedMap<String, String> all = new LinkedHashMap<>(known);
        all.put("load average after (1 min)", loadAverage());
        all.put(
                "processors meanwhile",
                ProcessorTime.now().flatMap(now -> begun.map(now::since)).orElse("unknown: this system does not tell"));
        return new Conditions(all, begun);
    }

    private static String loadAverage() {
        return "%.2f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String machine() {
        return Runtime.getRuntime().availableProcessors() + " processors, " + System.getProperty("os.name") + " "
                + System.getProperty("os.version") + " " + System.getProperty("os.arch");
    }

    private static String flags(BenchOptions options) {
        Map<String, List<String>> given = options.stack().jvm();
        return String.join(" ", given.getOrDefault(ServiceName.TRADER.label(), ServiceName.TRADER.jvm()));
    }

    private static String commit(Path project) {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=12")
                    .directory(project.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String told = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return told.isEmpty() ? "unknown" : told;
        } catch (IOException e) {
            return "unknown";
        }
    }
}
