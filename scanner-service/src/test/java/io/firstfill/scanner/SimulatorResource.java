package io.firstfill.scanner;

import io.firstfill.simulator.Simulator;
import io.firstfill.simulator.SimulatorOptions;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The simulated exchange as the environment {@code paper}. */
public final class SimulatorResource implements QuarkusTestResourceLifecycleManager {
    static final String CONTROL = "test.simulator.control";

    private @Nullable Simulator simulator;

    @Override
    public Map<String, String> start() {
        Simulator started = Simulator.start(SimulatorOptions.ephemeral());
        simulator = started;
        Map<String, String> settings = new HashMap<>(settings(started));
        settings.put("firstfill.environments.paper.ws-uri", "ws://127.0.0.1:" + started.mexcPort() + "/ws");
        return settings;
    }

    /**
     * The slow feeds are polled more often than in production, so that tests need not wait for them. Pauses of a slow
     * machine are no gap: a source counts as observed for five minutes after an answer, half the age
     * of the records of {@link PreviousProcess}.
     */
    static Map<String, String> settings(Simulator simulator) {
        String exchange = "http://127.0.0.1:" + simulator.mexcPort();
        return Map.ofEntries(
                Map.entry("firstfill.environments.paper.mode", "PAPER"),
                Map.entry("firstfill.environments.paper.rest-uri", exchange),
                Map.entry("firstfill.environments.paper.web-uri", exchange),
                Map.entry("firstfill.scanner.calendar.interval", "0.3S"),
                Map.entry("firstfill.scanner.calendar-near-interval", "0.3S"),
                Map.entry("firstfill.scanner.symbols-v2.interval", "1S"),
                Map.entry("firstfill.scanner.symbols-v2-near-interval", "1S"),
                Map.entry("firstfill.scanner.exchange-info.interval", "1S"),
                Map.entry("firstfill.scanner.exchange-info-near-interval", "1S"),
                Map.entry("firstfill.scanner.ticker-price.interval", "1S"),
                Map.entry("firstfill.scanner.default-symbols.silent-after", "300S"),
                Map.entry("firstfill.scanner.ticker-price.silent-after", "300S"),
                Map.entry("firstfill.scanner.exchange-info.silent-after", "300S"),
                Map.entry("firstfill.scanner.warm-up-rounds", "5"),
                Map.entry("firstfill.egress.exchange-info-pause", "0.5S"),
                Map.entry("firstfill.egress.requests", "25"),
                Map.entry("firstfill.egress.weight", "1000"),
                Map.entry("firstfill.egress.web", "10"),
                Map.entry("firstfill.egress.throttle-pause", "2S"),
                Map.entry(CONTROL, control(simulator)));
    }

    static String control(Simulator simulator) {
        return "http://127.0.0.1:" + simulator.controlPort();
    }

    @Override
    public void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }
}
