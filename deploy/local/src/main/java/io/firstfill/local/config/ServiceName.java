package io.firstfill.local.config;

import java.nio.file.Path;
import java.util.List;

/** The five services, in the order of their ports, with the JVM flags that each is started with by default. */
public enum ServiceName {
    CONTROL("control-service", 11, "-Xmx192m -XX:TieredStopAtLevel=1"),
    SCANNER("scanner-service", 12, "-Xmx192m " + HotPathFlags.COMPILE_EARLY),
    TRADER("trader-service", 13, "-Xmx256m " + HotPathFlags.COMPILE_EARLY),
    RISK("risk-service", 14, "-Xmx256m -XX:TieredStopAtLevel=1"),
    LEDGER("ledger-service", 15, "-Xmx256m -XX:TieredStopAtLevel=1");

    /** JVM flags of the two services that an order passes through. */
    private static final class HotPathFlags {
        /** Linux only: a JVM of another operating system does not know the flag and refuses to start. */
        private static final String HUGE_PAGES =
                System.getProperty("os.name").equals("Linux") ? "-XX:+UseTransparentHugePages " : "";

        /**
         * Compiles after a twentieth of the usual number of calls: the code of an order runs seldom, so code that waits
         * for its thousandth call, or its two hundredth, is never compiled. The code cache has the size it has with
         * both compilers: each 15 % of it that fills stops all threads for a full collection, and so does each new peak
         * of the metaspace. Code that has not run for some milliseconds pays for every page it touches: huge pages are
         * fewer.
         */
        static final String COMPILE_EARLY = HUGE_PAGES + "-XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=0.05"
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

    /** The name of the module of the service, which is also the component name. */
    public String label() {
        return label;
    }

    /** The distance of the service's port from the gateway's. */
    int portOffset() {
        return portOffset;
    }

    /** Returns whether several instances of the service share the environments of a stack. */
    public boolean sharesEnvironments() {
        return this == SCANNER || this == TRADER || this == RISK;
    }

    /** The JVM flags that apply unless {@code --jvm} names others. */
    public List<String> jvm() {
        return List.of(jvm.split(" ", -1));
    }

    /** The directory in which the build puts the service with its libraries. */
    public Path application(Path project) {
        return project.resolve(label).resolve(Path.of("target", "quarkus-app"));
    }
}
