package io.firstfill.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proves options, start and stop of a simulator, reproducible draws, and that no answer has a secret. */
class SimulatorTest {

    @Test
    void readsItsArgumentsInEverySpelling() {
        SimulatorOptions options =
                SimulatorOptions.fromArguments(List.of("--mexc-port=1", "--control-port", "2", "seed=3"));

        assertThat(options.mexcPort()).isEqualTo(1);
        assertThat(options.controlPort()).isEqualTo(2);
        assertThat(options.seed()).isEqualTo(3);
        assertThat(options.host()).isEqualTo("127.0.0.1");
    }

    @Test
    void runsTwiceInOneProcess() {
        try (RunningSimulator one = new RunningSimulator();
                RunningSimulator two = new RunningSimulator()) {
            one.buyMarket("MXUSDT", "5", "only-here");

            assertThat(one.state("/orders")).hasSize(1);
            assertThat(two.state("/orders")).isEmpty();
        }
    }

    @Test
    void namesThePortThatIsTaken() {
        try (RunningSimulator simulator = new RunningSimulator()) {
            int taken = simulator.mexcPort();
            SimulatorOptions options = SimulatorOptions.ephemeral().withPorts(taken, 0);

            assertThatThrownBy(() -> Simulator.start(options))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("Port " + taken + " on 127.0.0.1 is taken");
        }
    }

    @Test
    void drawsTheSameValuesForTheSameSeed() {
        String drawn = drawn(7);

        assertThat(drawn(7)).isEqualTo(drawn).isNotEqualTo(drawn(8));
    }

    /** The expected opening of a pair, and the codes of twelve refusals before it: both are drawn. */
    private static String drawn(long seed) {
        SimulatorOptions options =
                SimulatorOptions.ephemeral().withSeed(seed).withBehaviour(RunningSimulator.DETERMINISTIC);
        try (RunningSimulator simulator = new RunningSimulator(options)) {
            simulator.list(
                    "NEW",
                    Instant.ofEpochSecond(4_000_000_000L),
                    ",\"behaviour\":{\"preOpenAnswer\":\"MIXED\",\"openDelayMaxMillis\":40}");
            StringBuilder drawn = new StringBuilder(
                    simulator.state("/listings/NEWUSDT").path("expectedOpenAt").asText());
            for (int i = 0; i < 12; i++) {
                drawn.append(' ')
                        .append(simulator.buyMarket("NEWUSDT", "50", "early").code());
            }
            return drawn.toString();
        }
    }

    @Test
    void keepsTheSecretOutOfEveryAnswer() {
        try (RunningSimulator simulator = new RunningSimulator()) {
            assertThat(simulator.state("/accounts").toString())
                    .contains("alpha")
                    .doesNotContain(RunningSimulator.SECRET);
        }
    }
}
