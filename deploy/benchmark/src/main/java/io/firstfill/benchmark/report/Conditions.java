package io.firstfill.benchmark.report;

import io.firstfill.benchmark.schedule.TradingRun;
import io.firstfill.benchmark.schedule.Volume;
import io.firstfill.local.config.ServiceName;
import io.firstfill.local.config.StackOptions;
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
 * The conditions under which the figures were measured; without the conditions the figures have no meaning.
 *
 * @param entries by name, in the order of the report
 * @param processorsBefore the processors' time at the begin; empty where the operating system does not report it
 */
public record Conditions(SequencedMap<String, String> entries, Optional<ProcessorTime> processorsBefore) {
    /** Reads the conditions at the begin of a benchmark of the ledger. */
    public static Conditions ofLedger(StackOptions stack, long seed, Instant begin) {
        SequencedMap<String, String> entries = common(stack, ServiceName.LEDGER, begin);
        entries.put("seed", Long.toString(seed));
        entries.put("stack", "broker, database, identity provider and ledger; no other service; commits are durable");
        return new Conditions(entries, ProcessorTime.now());
    }

    /** Reads the conditions at the begin of a measurement of starts. */
    public static Conditions ofStarts(StackOptions stack, int starts, Instant begin) {
        SequencedMap<String, String> entries = common(stack, ServiceName.TRADER, begin);
        entries.put("starts of each service", Integer.toString(starts));
        entries.put("stack", "all services; one at a time is stopped by SIGTERM and started again");
        return new Conditions(entries, ProcessorTime.now());
    }

    /** Reads the conditions at the begin of a contest. */
    public static Conditions ofContest(StackOptions stack, String volume, String run, long seed, Instant begin) {
        SequencedMap<String, String> entries = common(stack, ServiceName.TRADER, begin);
        entries.put("listings of each mode", volume);
        entries.put("seed", Long.toString(seed));
        entries.put("our run", run);
        entries.put(
                "simulator",
                "no network delay or jitter but where a mode names one; no price band; market makers quote once and"
                        + " rest; 370 weight in 10 s for exchangeInfo every 5 s, 12 orders a second");
        return new Conditions(entries, ProcessorTime.now());
    }

    private static SequencedMap<String, String> common(StackOptions stack, ServiceName service, Instant begin) {
        SequencedMap<String, String> entries = new LinkedHashMap<>();
        entries.put("begun", begin.toString());
        entries.put("commit", commit(stack.project()));
        entries.put("machine", machine());
        entries.put("load average before (1 min)", loadAverage());
        entries.put("JVM", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        entries.put("JVM flags of " + service.label(), flags(stack, service));
        entries.put(
                "versions", "Vert.x " + VersionCommand.getVersion() + ", kafka-clients " + AppInfoParser.getVersion());
        return entries;
    }

    /** Reads the conditions at the begin of a benchmark of the open. */
    public static Conditions before(StackOptions stack, Volume volume, long seed, Instant begin) {
        SequencedMap<String, String> entries = common(stack, ServiceName.TRADER, begin);
        entries.put("listings", volume.toString());
        entries.put("seed", Long.toString(seed));
        entries.put(
                "settings",
                "buys of " + TradingRun.QUOTE_AMOUNT
                        + " USDT, style MARKET, no cap in reach; openings 1.1 s apart, announced 45 s"
                        + " ahead (the first ones 30 s); defaults of the local stack otherwise");
        entries.put(
                "simulator",
                "no faults, no network delay or jitter; what has opened stays listed, its market maker quotes once and"
                        + " rests");
        return new Conditions(entries, ProcessorTime.now());
    }

    /** These conditions with those that are known only at the end. */
    public Conditions after() {
        SequencedMap<String, String> all = new LinkedHashMap<>(entries);
        all.put("load average after (1 min)", loadAverage());
        all.put(
                "processors meanwhile",
                ProcessorTime.now()
                        .flatMap(now -> processorsBefore.map(now::since))
                        .orElse("unknown: this system does not report them"));
        return new Conditions(all, processorsBefore);
    }

    private static String loadAverage() {
        return "%.2f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String machine() {
        return Runtime.getRuntime().availableProcessors() + " processors, " + System.getProperty("os.name") + " "
                + System.getProperty("os.version") + " " + System.getProperty("os.arch");
    }

    private static String flags(StackOptions stack, ServiceName service) {
        Map<String, List<String>> given = stack.jvm();
        return String.join(" ", given.getOrDefault(service.label(), service.jvm()));
    }

    private static String commit(Path project) {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=12")
                    .directory(project.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return output.isEmpty() ? "unknown" : output;
        } catch (IOException e) {
            return "unknown";
        }
    }
}
