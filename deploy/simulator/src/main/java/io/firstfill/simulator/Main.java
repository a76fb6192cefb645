package io.firstfill.simulator;

import java.util.List;

/** Starts the simulator as a process of its own; ends with status 1 when an option is invalid or a port is taken. */
public final class Main {

    private static final String LOG_FORMAT = "java.util.logging.SimpleFormatter.format";

    private Main() {}

    public static void main(String[] arguments) {
        if (System.getProperty(LOG_FORMAT) == null) {
            System.setProperty(LOG_FORMAT, "%1$tFT%1$tT.%1$tL %4$s %5$s%6$s%n");
        }
        System.Logger log = System.getLogger(Main.class.getName());
        try {
            Simulator simulator = Simulator.start(SimulatorOptions.fromArguments(List.of(arguments)));
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "shutdown"));
            log.log(
                    System.Logger.Level.INFO,
                    "exchange simulator listens mexcPort={0,number,#} controlPort={1,number,#}",
                    simulator.mexcPort(),
                    simulator.controlPort());
        } catch (PortTakenException | IllegalArgumentException invalid) {
            log.log(System.Logger.Level.ERROR, invalid.getMessage());
            System.exit(1);
        }
    }
}
