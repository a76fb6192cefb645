package io.firstfill.local;

import java.nio.file.Path;
import java.util.List;

/** The five services, in the order of their ports. */
public enum ServiceName {
    CONTROL("control-service", 11, "-Xmx192m -XX:TieredStopAtLevel=1"),
    SCANNER("scanner-service", 12, "-Xmx192m " + Compiled.EARLY),
    TRADER("trader-service", 13, "-Xmx256m " + Compiled.EARLY),
    RISK("risk-service", 14, "-Xmx256m -XX:TieredStopAtLevel=1"),
    LEDGER("ledger-service", 15, "-Xmx256m -XX:TieredStopAtLevel=1");

    /** How code is compiled where an order passes. */
    private static final class Compiled {
        /** A JVM for another system does not know the flag, and would not start. */
        private static final String HUGE_PAGES =
                System.getProperty("os.name").equals("Linux") ? "-XX:+UseTransparentHugePages " : "";

        /**
         * An order's way is walked seldom: what waits for its thousandth call, or its two hundredth, is never compiled.
         * The cache has the size it has with both compilers: each 15 % of it that fills stops everything for a full
         * collection, and so does each new height of the class data. Code that has not run for some milliseconds pays for
         * every page it touches: huge ones are fewer.
         */
        static final String EARLY = HUGE_PAGES + "-XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=0.05"
                + " -XX:ReservedCodeCacheSize=240m -XX:MetaspaceSize=128m";
    }

    private final String label;
    private final int portOffset;
    private final String jvm;

    ServiceName(String label, int portOffset, String jvm) {
        this.label = label;
        this.portOffset = portOffset;
        this.jvm = jvm;
    }

    public String label() {
        return label;
    }

    int portOffset() {
        return portOffset;
    }

    /** Flags of its JVM unless others are asked for. */
    public List<String> jvm() {
        return List.of(jvm.split(" ", -1));
    }

    Path jar(Path project) {
        return project.resolve(label).resolve(Path.of("target", "quarkus-app", "quarkus-run.jar"));
    }
}
